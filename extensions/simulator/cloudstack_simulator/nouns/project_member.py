"""Accounts and users that are added to projects."""

from __future__ import annotations

from typing import Any

from .. import errors, permission
from ..context import Context
from ..model import projects, tenants
from ..registry import Submitted, command, job
from ..shape import compact, pick
from ..store import Record
from . import project_invitation

ROLES = {"admin": projects.ADMIN, "regular": projects.REGULAR}


def _role(ctx: Context) -> dict[str, Any]:
    """The role that a new member gets, and the project role that narrows it."""
    word = ctx.get("roletype", projects.REGULAR)
    if word.lower() not in ROLES:
        raise errors.invalid(f"Invalid role type specified: {word}. Supported: {', '.join(ROLES.values())}")
    role = ctx.maybe(projects.ROLE, "projectroleid")
    if role is not None and role["projectid"] != ctx.params["projectid"]:
        raise errors.invalid(f"Project role {role['id']} doesn't belong to the project")
    return {"role": ROLES[word.lower()], **compact(projectroleid=role and role["id"])}


@command("addAccountToProject", "addUserToProject", "deleteAccountFromProject", "deleteUserFromProject")
def prepare(ctx: Context) -> Submitted:
    """Check that the caller administers the project."""
    return Submitted(permission.administered(ctx)["id"])


def _add(ctx: Context, project: Record, account: Record, user: Record | None = None) -> None:
    held = projects.member(ctx.store, project, account["id"], user["id"] if user else None)
    if held is not None:
        who = user["username"] if user else account["name"]
        raise errors.invalid(f"{who} is already in the project id={project['id']}")
    fields = {"accountid": account["id"], **compact(userid=user and user["id"]), **_role(ctx)}
    if ctx.store.need("configuration", "project.invite.required")["value"] == "true":
        project_invitation.invite(ctx, project, fields)
    else:
        ctx.store.add(projects.MEMBER, {"projectid": project["id"], **fields})


@job("addAccountToProject")
def add_account(ctx: Context) -> dict[str, Any]:
    """Add an account of the project's domain to a project."""
    project = ctx.record("project", "projectid")
    if "account" not in ctx.params:
        raise errors.invalid("Either accountName or email should be specified; the simulator sends no mail")
    account = ctx.store.first("account", name=ctx.params["account"], domainid=project["domainid"])
    if account is None:
        raise errors.invalid(f"Unable to find account name={ctx.params['account']} in specified domain id")
    _add(ctx, project, account)
    return {"success": True}


@job("addUserToProject")
def add_user(ctx: Context) -> dict[str, Any]:
    """Add one user of the project's domain to a project."""
    project = ctx.record("project", "projectid")
    for user in ctx.store.where("user", username=ctx.params["username"]):
        account = ctx.store.need("account", user["accountid"])
        if account["domainid"] == project["domainid"]:
            _add(ctx, project, account, user)
            return {"success": True}
    raise errors.invalid("Invalid username provided")


@job("deleteAccountFromProject")
def remove_account(ctx: Context) -> dict[str, Any]:
    """Take an account out of a project; the owner stays."""
    project = ctx.record("project", "projectid")
    account = ctx.store.first("account", name=ctx.params["account"], domainid=project["domainid"])
    if account is None:
        number = ctx.store.need("domain", project["domainid"])["_number"]
        raise errors.invalid(f"Unable to find account name={ctx.params['account']} in domain id={number}")
    _remove(ctx, project, account, None)
    return {"success": True}


@job("deleteUserFromProject")
def remove_user(ctx: Context) -> dict[str, Any]:
    """Take a user out of a project."""
    project, user = ctx.record("project", "projectid"), ctx.record("user", "userid")
    _remove(ctx, project, ctx.store.need("account", user["accountid"]), user)
    return {"success": True}


def _remove(ctx: Context, project: Record, account: Record, user: Record | None) -> None:
    if user is None and account["id"] == project["_owneraccountid"]:
        raise errors.invalid(f"The account {account['name']} owns the project and cannot be removed from it")
    held = ctx.store.first(
        projects.MEMBER, projectid=project["id"], accountid=account["id"], userid=user["id"] if user else None
    )
    if held is None:
        who = user["username"] if user else account["name"]
        raise errors.invalid(f"{who} is not assigned to the project with id {project['id']}")
    ctx.store.remove(projects.MEMBER, held["id"])


@command("listProjectAccounts")
def list_members(ctx: Context) -> dict[str, Any]:
    """The members of a project, to those who are in it or above it."""
    project = ctx.record("project", "projectid")
    found = [{**held, "account": _account(ctx, held)["name"]} for held in projects.members(ctx.store, project)]
    return ctx.list(
        found, lambda held: _view(ctx, project, held), ("account", "role", "userid", "projectroleid"), name="account"
    )


def _account(ctx: Context, held: Record) -> Record:
    return ctx.store.need("account", held["accountid"])


def _view(ctx: Context, project: Record, held: Record) -> dict[str, Any]:
    account = _account(ctx, held)
    domain, user = ctx.store.need("domain", account["domainid"]), ctx.store.get("user", held.get("userid"))
    users = [user] if user else tenants.users_of(ctx.store, account)
    return {
        "projectid": project["id"],
        "project": project["name"],
        "accountid": account["id"],
        "account": account["name"],
        "accounttype": account["accounttype"],
        **({"userid": user["id"], "username": user["username"]} if user else {}),
        **pick(held, "role", "projectroleid"),
        "domainid": domain["id"],
        "domain": domain["name"],
        "domainpath": domain["path"],
        "user": [tenants.user_view(ctx, one) for one in users],
    }
