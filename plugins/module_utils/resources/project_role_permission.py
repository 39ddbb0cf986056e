# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Permissions of a project's role: rules that allow or deny commands in the project. The first that fits decides."""

from __future__ import annotations

from .. import checks
from ..spec import Choice, Field, Ref, Refusal, Resource, Via
from .project import IN_DOMAIN, IN_PROJECT
from .project_role import PROJECT_ROLE

PROJECT_ROLE_PERMISSION = Resource(
    "project_role_permission",
    list="listProjectRolePermissions",
    create="createProjectRolePermission",
    delete="deleteProjectRolePermission",
    delete_by={"id": "id", "projectid": "projectid"},
    list_key="",
    list_id="",
    id_option=False,
    in_turn=True,
    list_needs=("project", "project_role"),
    info_needs=("project", "project_role"),
    may_double=True,
    fields=(
        Field("name", required=True, api="rule", compare="folded", check=checks.name255),
        IN_PROJECT,
        IN_DOMAIN,
        Ref(
            "project_role",
            target=PROJECT_ROLE,
            within=("project",),
            required=True,
            scope=True,
            fixed=True,
            shows="projectrolename",
        ),
        Choice(
            "permission",
            ("allow", "deny"),
            create_default="deny",
            via=Via(
                "updateProjectRolePermission",
                {"projectrolepermissionid": "id", "projectid": "projectid", "projectroleid": "projectroleid"},
            ),
        ),
        Field("description", fixed=True),
    ),
    refusals=(Refusal("letters, digits and asterisks", "name", "Name a command, or its beginning and an asterisk."),),
)
