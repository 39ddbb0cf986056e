# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Projects: what several accounts share."""

from __future__ import annotations

from typing import Any

from .. import checks
from ..lifecycle import GONE, Lifecycle, Move, Record
from ..spec import Answer, Choice, Field, Knob, Ref, Refusal, Resource, Tags
from .domain import DOMAIN, in_own_domain


def _owners(record: Record) -> Any:
    """The accounts that administer the project, separated by commas."""
    return ",".join(dict.fromkeys(str(one["account"]) for one in record.get("owner") or [] if one.get("account")))


PROJECT = Resource(
    "project",
    list="listProjects",
    also=("listAccounts",),
    list_with={"listall": True},
    create="createProject",
    update="updateProject",
    delete="deleteProject",
    find=in_own_domain,
    list_needs=("domain",),
    filters={"domain": "domainid", "project_state": "state"},
    asynchronous=True,
    tags=Tags("Project"),
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref("domain", target=DOMAIN, scope=True, unique=False, fixed=True, shows="domain"),
        Field("account", read=_owners, compare="contains"),
        Field("display_text", falls_back_to="name"),
        Knob("clean_up", default=True),
    ),
    answers=(Answer("project_account", read="projectaccountname"), Answer("created")),
    lifecycle=Lifecycle(
        read="state",
        shows="state",
        initial="Active",
        goals={"active": ("Active",), "suspended": ("Suspended",)},
        moves=(
            Move("Suspended", "Active", "activateProject"),
            Move("Active", "Suspended", "suspendProject"),
            *(Move(at, GONE, "deleteProject", options={"cleanup": "clean_up"}) for at in ("Active", "Suspended")),
        ),
    ),
    info=(Choice("project_state", ("Active", "Suspended", "Disabled"), steers=True),),
    omits={
        "accountid": "O(account) says it",
        "userid": "an account owns a project; see M(cloudstack.cloud.project_member) for single users",
        "roletype": "see M(cloudstack.cloud.project_member)",
        "swapowner": "O(account) is the owner; see M(cloudstack.cloud.project_member) for further administrators",
    },
    refusals=(
        Refusal("must be specified together", "account", "Give account and domain together."),
        Refusal("Unable to find account", "account", "The owner must be an account of the project's own domain."),
        Refusal("already exists in the domain", "name", "Choose another name."),
        Refusal("holds resources", "clean_up", "Remove what is in it first, or leave clean_up at true."),
    ),
)

IN_DOMAIN = Ref("domain", target=DOMAIN, steers=True)
"""The domain in which names are looked for."""

IN_PROJECT = Ref("project", target=PROJECT, within=("domain",), required=True, scope=True, fixed=True, shows=None)
"""The project that something belongs to."""
