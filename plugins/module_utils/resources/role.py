# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Roles: what the users of an account may do."""

from __future__ import annotations

from .. import checks
from ..lifecycle import GONE, Lifecycle, Move
from ..spec import Answer, Choice, Field, Flag, Ref, Refusal, Resource
from .references import ROLE_REF

TYPES = ("User", "DomainAdmin", "ResourceAdmin", "Admin")

ROLE = Resource(
    "role",
    list="listRoles",
    create="createRole",
    create_when={"rules": "importRole"},
    update="updateRole",
    delete="deleteRole",
    filters={"role_type": "type", "role_state": "state"},
    fields=(
        Field("name", required=True, check=checks.name255),
        Choice("role_type", TYPES, api="type", create_default="User", needed_unless="clone_from"),
        Field("description"),
        Flag("is_public"),
        Ref("clone_from", target=ROLE_REF, api="roleid", read=None, shows=None, only_in=("createRole",)),
        Field(
            "rules",
            type="list",
            elements="dict",
            read=None,
            only_in=("importRole",),
            suboptions={
                "rule": {"type": "str", "required": True},
                "permission": {"type": "str", "choices": ["allow", "deny"], "default": "allow"},
                "description": {"type": "str"},
            },
        ),
    ),
    answers=(Answer("is_default", "bool"),),
    lifecycle=Lifecycle(
        read="state",
        shows="state",
        initial="enabled",
        goals={"enabled": ("enabled",), "disabled": ("disabled",)},
        moves=(
            Move("disabled", "enabled", "enableRole"),
            Move("enabled", "disabled", "disableRole"),
            *(Move(state, GONE, "deleteRole") for state in ("enabled", "disabled")),
        ),
    ),
    info=(
        Choice("role_type", TYPES, api="type"),
        Choice("role_state", ("enabled", "disabled"), steers=True),
    ),
    omits={"forced": "a role that exists is changed rule by rule, with role_permission"},
    refusals=(
        Refusal("role of the type .* named|already exists", "name", "Choose another name."),
        Refusal("have role in use", "state", "Give the accounts that have it another role first."),
        Refusal("Default roles", "name", "CloudStack's own roles stay as they are; clone one and change the copy."),
    ),
)
