"""Projects: each has an account of its own, which owns what is in it."""

from __future__ import annotations

from typing import Any

from .. import errors, permission
from ..context import Context
from ..model import marks, owners, projects, tenants
from ..registry import Submitted, command, job
from ..store import Record

KIND = "project"


def _owner(ctx: Context) -> Record:
    if ("account" in ctx.params) != ("domainid" in ctx.params):
        raise errors.invalid("Account name and domain id must be specified together")
    if "account" not in ctx.params:
        return ctx.caller.account
    return ctx.owner().account


@command("createProject")
def create(ctx: Context) -> Submitted:
    """Make a project and its account."""
    owner = _owner(ctx)
    if ctx.store.first(KIND, name=ctx.params["name"], domainid=owner["domainid"]):
        raise errors.invalid(f"Project with name {ctx.params['name']} already exists in the domain")
    project = ctx.store.add(
        KIND,
        {
            "name": ctx.params["name"],
            "displaytext": ctx.get("displaytext", ctx.params["name"]),
            "domainid": owner["domainid"],
            "state": "Active",
            "created": ctx.now(),
            "_owneraccountid": owner["id"],
        },
    )
    account = ctx.store.add(
        "account",
        {
            "name": f"PrjAcct-{project['name']}-{project['_number']}",
            "accounttype": 5,
            "roleid": owner["roleid"],
            "domainid": owner["domainid"],
            "state": "enabled",
            "created": ctx.now(),
            "_project": True,
        },
    )
    project["_accountid"] = account["id"]
    return Submitted(project["id"])


@job("createProject")
def created(ctx: Context) -> dict[str, Any]:
    """Show the project."""
    return {"project": tenants.project_view(ctx, ctx.store.need(KIND, ctx.instance))}


@command("updateProject", "activateProject", "suspendProject", "deleteProject")
def prepare(ctx: Context) -> Submitted:
    """Check that the caller administers the project."""
    return Submitted(permission.administered(ctx, "id")["id"])


@job("updateProject")
def update(ctx: Context) -> dict[str, Any]:
    """Change a project's texts, its owner, or the role of a member."""
    project = ctx.record(KIND)
    project.update(ctx.given("name", "displaytext"))
    if "account" in ctx.params:
        account = ctx.store.first("account", name=ctx.params["account"], domainid=project["domainid"])
        if account is None:
            raise errors.invalid(f"Unable to find account name={ctx.params['account']} in specified domain id")
        _promote(ctx, project, account)
    for kind in ctx.store.kinds():
        for record in ctx.store.where(kind, projectid=project["id"]):
            if "project" in record:
                record["project"] = project["name"]
    return {"project": tenants.project_view(ctx, project)}


def _promote(ctx: Context, project: Record, account: Record) -> None:
    """Give a member another role, or the project to another account; the owner before stays as a member."""
    held = ctx.store.first(projects.MEMBER, projectid=project["id"], accountid=account["id"])
    if "roletype" in ctx.params and not ctx.get("swapowner", True):
        if held is None:
            raise errors.invalid(f"The account {account['name']} is not in the project")
        held["role"] = ctx.params["roletype"].capitalize()
        return
    if account["id"] == project["_owneraccountid"]:
        return
    if held is not None:
        ctx.store.remove(projects.MEMBER, held["id"])
    before = {"projectid": project["id"], "accountid": project["_owneraccountid"], "role": projects.REGULAR}
    ctx.store.add(projects.MEMBER, before)
    project["_owneraccountid"] = account["id"]


@job("activateProject", "suspendProject")
def set_state(ctx: Context) -> dict[str, Any]:
    """Activate or suspend a project."""
    project = ctx.record(KIND)
    project["state"] = "Active" if ctx.command.name == "activateProject" else "Suspended"
    return {"project": tenants.project_view(ctx, project)}


@job("deleteProject")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a project with what is in it; with things in it only when `cleanup` is not refused."""
    project = ctx.record(KIND)
    account = ctx.store.need("account", project["_accountid"])
    if not ctx.get("cleanup", True) and tenants.owned_things(ctx.store, account["id"]):
        raise errors.internal(f"Failed to delete project {project['name']}: it holds resources")
    tenants.forget_account(ctx.store, account)
    marks.forget(ctx.store, project["id"])
    projects.forget(ctx.store, project["id"])
    ctx.store.remove(KIND, project["id"])
    return {"success": True}


def _visible(ctx: Context, project: Record) -> bool:
    if permission.in_project(ctx, project):
        return True
    if ctx.caller.role_type == "User" or not ({"listall", "id", "domainid"} & ctx.params.keys()):
        return False
    return owners.below(ctx.store, project["domainid"], ctx.caller.domain["id"])


@command("listProjects")
def list_projects(ctx: Context) -> dict[str, Any]:
    """List projects: the caller's, or all with `listall`."""
    found = [project for project in ctx.store.all(KIND) if _visible(ctx, project)]
    if "tags" in ctx.params:
        found = [held for held in found if marks.has_tags(ctx.store, held["id"], ctx.params["tags"])]
    fields = ("state", "displaytext", "domainid")
    return ctx.list(found, lambda project: tenants.project_view(ctx, project), fields)
