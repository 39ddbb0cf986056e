"""Who is in a project, and as what."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Any

from ..store import Record, Store

MEMBER = "projectmember"
ROLE = "projectrole"
RULE = "projectrolepermission"
ADMIN, REGULAR = "Admin", "Regular"


def members(store: Store, project: Record) -> list[Record]:
    """The members of a project: its owner's account first, as an Admin, then those that were added."""
    first = {"projectid": project["id"], "accountid": project["_owneraccountid"], "role": ADMIN}
    return [first, *store.where(MEMBER, projectid=project["id"])]


def member(store: Store, project: Record, account_id: str, user_id: str | None = None) -> Record | None:
    """The membership by which an account, or a user of it alone, is in a project; None for a stranger."""
    for held in members(store, project):
        if held["accountid"] == account_id and held.get("userid") in (None, user_id):
            return held
    return None


def administrators(store: Store, project: Record) -> list[dict[str, Any]]:
    """Those who administer a project, as its answers name them."""
    found = []
    for held in members(store, project):
        if held["role"] == ADMIN:
            user = store.get("user", held.get("userid"))
            account = store.need("account", held["accountid"])
            found.append({"account": account["name"], **({"userid": user["id"]} if user else {})})
    return found


def forget_member(store: Store, account_id: str) -> None:
    """Take an account that is gone out of all projects."""
    for held in store.where(MEMBER, accountid=account_id):
        store.remove(MEMBER, held["id"])


def forget(store: Store, project_id: str) -> None:
    """Remove the members, roles and rules of a project that is gone."""
    for kind in (MEMBER, ROLE, RULE, "projectinvitation"):
        for held in store.where(kind, projectid=project_id):
            store.remove(kind, held["id"])


def rules(store: Store, role_id: str) -> list[Record]:
    """The rules of a project role in the order in which they are asked."""
    return sorted(store.where(RULE, projectroleid=role_id), key=lambda rule: rule["_order"])


def denies(store: Store, project: Record, caller_ids: tuple[str, str], command: str) -> bool:
    """Whether the project role of a caller (account and user ids) denies a command: its first rule that fits does."""
    held = member(store, project, *caller_ids)
    for rule in rules(store, held.get("projectroleid", "")) if held else ():
        if fnmatchcase(command.lower(), rule["rule"].lower()):
            return bool(rule["permission"] == "deny")
    return False
