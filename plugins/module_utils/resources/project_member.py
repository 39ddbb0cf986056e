# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Members of a project: accounts, or single users. Where the cloud wants it so, they are invited and accept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Sequence

from ..lifecycle import GONE, Lifecycle, Move
from ..resolve import UNSEEN, Row
from ..spec import Choice, Field, Ref, Refusal, Resource
from .project import IN_DOMAIN, IN_PROJECT
from .project_role import PROJECT_ROLE

if TYPE_CHECKING:
    from ..find import Finder

ACCOUNT, USER, INVITED = "account", "user", "invited"
"""As what one is in a project; each goes by a command of its own."""

STANDING = "(standing)"

INVITATION = Resource("invitation", list="listProjectInvitations", list_with={"listall": True}, fields=(Field("id"),))


def _of_member(row: Row) -> list[Row]:
    """A member as an account, or, where the server names a user, as that user alone."""
    alone = row.get("userid") is not None
    user: Row = next((one for one in row.get("user") or [] if alone and one.get("id") == row["userid"]), {})
    told = {"(account)": row.get("account"), "(role)": row.get("role"), "(projectrole)": row.get("projectroleid")}
    name = (row.get("username") or user.get("username")) if alone else None
    return [{**row, **told, "(user)": name, STANDING: USER if alone else ACCOUNT}]


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """Among the members, and then among those who are invited and have not answered yet."""
    found = _fitting(finder, finder.rows(asked))
    if found:
        return found
    rows = finder.resolver.rows(INVITATION, {"projectid": finder.ref("project").value})
    invited = [{**_of_member(row)[0], STANDING: INVITED, UNSEEN: True} for row in rows if row.get("state") == "Pending"]
    return _fitting(finder, invited)


def _fitting(finder: Finder, rows: Sequence[Row]) -> list[Row]:
    """Those of the account as a whole, or of the one user."""
    wanted = finder.params.get("user")
    if wanted is not None:
        return [row for row in rows if row.get("userid") and _same(row.get("(user)") or row.get("userid"), wanted)]
    return [row for row in rows if not row.get("userid") and _same(row.get("(account)"), finder.params.get("account"))]


def _same(one: Any, other: Any) -> bool:
    return str(one).casefold() == str(other).casefold()


PROJECT_MEMBER = Resource(
    "project_member",
    list="listProjectAccounts",
    create="addAccountToProject",
    create_when={"user": "addUserToProject"},
    key=("account", "user"),
    names=("account",),
    list_key="",
    list_id="",
    id_option=False,
    find=_find,
    rows=_of_member,
    list_needs=("project",),
    info_needs=("project",),
    also=("listProjectInvitations",),
    asynchronous=True,
    one_of=(("account", "user"),),
    exclusive=(("account", "user"),),
    fields=(
        Field("account", read="(account)", absence=True, only_in=("addAccountToProject",), compare="folded"),
        Field("user", api="username", read="(user)", absence=True, only_in=("addUserToProject",), compare="folded"),
        IN_PROJECT,
        IN_DOMAIN,
        Choice(
            "role_type",
            ("Admin", "Regular"),
            read="(role)",
            create_default="Regular",
            fixed=True,
            recreate=True,
        ),
        Ref(
            "project_role",
            target=PROJECT_ROLE,
            within=("project",),
            read="(projectrole)",
            fixed=True,
            recreate=True,
            shows=None,
        ),
    ),
    lifecycle=Lifecycle(
        read=STANDING,
        shows="",
        goals={"accepted": (ACCOUNT, USER)},
        moves=(
            Move(ACCOUNT, GONE, "deleteAccountFromProject", by={"projectid": "projectid", "account": "account"}),
            Move(USER, GONE, "deleteUserFromProject", by={"projectid": "projectid", "userid": "userid"}),
            Move(INVITED, GONE, "deleteProjectInvitation"),
            Move(
                INVITED,
                ACCOUNT,
                "updateProjectInvitation",
                {"accept": True},
                by={"projectid": "projectid", "account": "account", "userid": "userid"},
            ),
        ),
    ),
    info=(Field("account", read="(account)"), Field("user", read="(user)")),
    omits={"email": "an invitation by mail tells nobody afterwards who was meant"},
    refusals=(
        Refusal("in specified domain id", "account", "Members come from the project's own domain."),
        Refusal("Invalid username", "user", "Members come from the project's own domain."),
        Refusal("owns the project", "account", "Give the project to another account first."),
    ),
)
