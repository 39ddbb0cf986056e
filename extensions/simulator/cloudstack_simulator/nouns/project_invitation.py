"""Invitations into projects: made instead of members where the setting project.invite.required is true."""

from __future__ import annotations

from typing import Any

from .. import errors, permission
from ..context import Context
from ..model import projects
from ..registry import command, job
from ..shape import pick
from ..store import Record

KIND = "projectinvitation"
PENDING = "Pending"


def invite(ctx: Context, project: Record, fields: dict[str, Any]) -> None:
    """Ask an account or a user into a project; `fields` are those of the membership to come."""
    open_ones = ctx.store.where(KIND, projectid=project["id"], accountid=fields["accountid"], state=PENDING)
    if any(held.get("userid") == fields.get("userid") for held in open_ones):
        raise errors.invalid("There is already a pending invitation for the account or user")
    ctx.store.add(KIND, {"projectid": project["id"], **fields, "state": PENDING})


def _mine(ctx: Context, held: Record) -> bool:
    """Whether an invitation is meant for the caller, or for one whom the caller administers."""
    account = ctx.store.need("account", held["accountid"])
    own = account["id"] == ctx.caller.account["id"] and held.get("userid") in (None, ctx.caller.user["id"])
    return own or ctx.caller.is_admin or permission.has_say_over(ctx, account)


@job("updateProjectInvitation")
def update(ctx: Context) -> dict[str, Any]:
    """Accept an invitation, or decline it."""
    project = ctx.store.get("project", ctx.params["projectid"])
    if project is None:
        raise errors.bad_value(ctx.command.word, "projectid", ctx.params["projectid"])
    joining = ctx.caller.account
    if "account" in ctx.params:
        joining = ctx.store.first("account", name=ctx.params["account"], domainid=project["domainid"]) or joining
    wanted = joining["id"]
    for held in ctx.store.where(KIND, projectid=project["id"], state=PENDING):
        if held["accountid"] == wanted or held.get("userid") == ctx.get("userid", ""):
            held["state"] = "Completed" if ctx.get("accept", True) else "Declined"
            if held["state"] == "Completed":
                fields = pick(held, "projectid", "accountid", "userid", "role", "projectroleid")
                ctx.store.add(projects.MEMBER, fields)
            return {"success": True}
    raise errors.invalid("Unable to find a pending invitation of the account or user for the project")


@job("deleteProjectInvitation")
def delete(ctx: Context) -> dict[str, Any]:
    """Take an invitation back."""
    held = ctx.record(KIND)
    if not _mine(ctx, held):
        raise permission.refusal(ctx, held)
    ctx.store.remove(KIND, held["id"])
    return {"success": True}


@command("listProjectInvitations")
def list_invitations(ctx: Context) -> dict[str, Any]:
    """The invitations of the caller, or with `listall` of all whom the caller administers."""
    found = [held for held in ctx.store.all(KIND) if _mine(ctx, held)]
    if not ctx.get("listall") and "projectid" not in ctx.params:
        found = [held for held in found if held["accountid"] == ctx.caller.account["id"]]
    if ctx.get("activeonly"):
        found = [held for held in found if held["state"] == PENDING]
    return ctx.list(found, lambda held: _view(ctx, held), ("projectid", "state", "userid"), key=KIND)


def _view(ctx: Context, held: Record) -> dict[str, Any]:
    project, account = ctx.store.need("project", held["projectid"]), ctx.store.need("account", held["accountid"])
    domain = ctx.store.need("domain", account["domainid"])
    return {
        "id": held["id"],
        "projectid": project["id"],
        "project": project["name"],
        "domainid": domain["id"],
        "domain": domain["name"],
        "domainpath": domain["path"],
        "account": account["name"],
        **pick(held, "userid", "state"),
    }
