# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Permissions of a role: rules that allow or deny commands. The first that fits a command decides."""

from __future__ import annotations

from .. import checks
from ..spec import Choice, Field, Ref, Refusal, Resource, Via
from .references import ROLE_REF

ROLE_PERMISSION = Resource(
    "role_permission",
    list="listRolePermissions",
    create="createRolePermission",
    delete="deleteRolePermission",
    list_key="",
    list_id="",
    id_option=False,
    list_needs=("role",),
    info_needs=("role",),
    may_double=True,
    fields=(
        Field("name", required=True, api="rule", compare="folded", check=checks.name255),
        Ref("role", target=ROLE_REF, shows="rolename", unique=False, required=True, scope=True, fixed=True),
        Choice(
            "permission",
            ("allow", "deny"),
            create_default="deny",
            via=Via("updateRolePermission", {"ruleid": "id", "roleid": "roleid"}),
        ),
        Field("description", fixed=True),
    ),
    refusals=(
        Refusal("letters, digits and asterisks", "name", "Name a command, or begin one and end with an asterisk."),
        Refusal("Default roles", "role", "CloudStack's own roles stay as they are; clone one and change the copy."),
    ),
)
