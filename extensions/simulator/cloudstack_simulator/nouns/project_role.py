"""Roles inside a project and their rules."""

from __future__ import annotations

from typing import Any

from .. import errors, permission
from ..context import Context
from ..model import projects
from ..registry import command
from ..shape import compact, pick
from ..store import Record
from .role import PERMISSIONS, RULE


def _of(project: Record, role: Record) -> Record:
    if role["projectid"] != project["id"]:
        raise errors.invalid(f"Invalid project role: {role['id']} doesn't belong to the project {project['name']}")
    return role


def _view(role: Record) -> dict[str, Any]:
    return {**pick(role, "projectid", "id", "name", "description"), "ispublic": True}


def _refuse_taken(ctx: Context, project: Record, name: str, but: Record | None = None) -> None:
    held = ctx.store.first(projects.ROLE, projectid=project["id"], name=name)
    if held is not None and held is not but:
        raise errors.failed(f"The project {project['name']} has a role named {name}")


@command("createProjectRole")
def create(ctx: Context) -> dict[str, Any]:
    """Make a role in a project."""
    project = permission.administered(ctx)
    _refuse_taken(ctx, project, ctx.params["name"])
    record = {"projectid": project["id"], **ctx.given("name", "description")}
    return {projects.ROLE: _view(ctx.store.add(projects.ROLE, record))}


@command("updateProjectRole")
def update(ctx: Context) -> dict[str, Any]:
    """Change a role's name or description."""
    project = permission.administered(ctx)
    role = _of(project, ctx.record(projects.ROLE))
    _refuse_taken(ctx, project, ctx.get("name", role["name"]), role)
    role.update(ctx.given("name", "description"))
    return {projects.ROLE: _view(role)}


@command("deleteProjectRole")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a role that no member has."""
    role = _of(permission.administered(ctx), ctx.record(projects.ROLE))
    if ctx.store.first(projects.MEMBER, projectroleid=role["id"]):
        raise errors.failed(f"Found users that have project role in use, won't allow to delete {role['name']}")
    for rule in projects.rules(ctx.store, role["id"]):
        ctx.store.remove(projects.RULE, rule["id"])
    ctx.store.remove(projects.ROLE, role["id"])
    return {"success": True}


@command("listProjectRoles")
def list_roles(ctx: Context) -> dict[str, Any]:
    """The roles of a project."""
    found = ctx.store.where(projects.ROLE, projectid=ctx.record("project", "projectid")["id"])
    if "projectroleid" in ctx.params:
        found = [role for role in found if role["id"] == ctx.params["projectroleid"]]
    return ctx.list(found, _view, key=projects.ROLE)


def _rule_view(ctx: Context, rule: Record) -> dict[str, Any]:
    role = ctx.store.need(projects.ROLE, rule["projectroleid"])
    shown = pick(rule, "id", "projectid", "projectroleid", "rule", "permission", "description")
    return {**shown, "projectrolename": role["name"]}


@command("createProjectRolePermission")
def create_permission(ctx: Context) -> dict[str, Any]:
    """Add a rule to the end of a project role's."""
    project = permission.administered(ctx)
    role = _of(project, ctx.record(projects.ROLE, "projectroleid"))
    rule, word = ctx.params["rule"], ctx.params["permission"].lower()
    if not RULE.fullmatch(rule) or word not in PERMISSIONS:
        raise errors.ApiError(errors.PARAM, f"A rule has letters, digits and asterisks, and allows or denies: {rule}")
    order = max((held["_order"] for held in projects.rules(ctx.store, role["id"])), default=-1) + 1
    record = {"projectid": project["id"], "projectroleid": role["id"], "rule": rule, "permission": word}
    held = ctx.store.add(projects.RULE, {**record, **compact(description=ctx.get("description")), "_order": order})
    return {projects.RULE: _rule_view(ctx, held)}


@command("updateProjectRolePermission")
def update_permission(ctx: Context) -> dict[str, Any]:
    """Let a rule allow or deny, or put all the rules in another order."""
    role = _of(permission.administered(ctx), ctx.record(projects.ROLE, "projectroleid"))
    held = {rule["id"]: rule for rule in projects.rules(ctx.store, role["id"])}
    if "ruleorder" in ctx.params:
        if sorted(ctx.params["ruleorder"]) != sorted(held):
            raise errors.ApiError(errors.PARAM, "The order must name every rule of the role once")
        for place, rule_id in enumerate(ctx.params["ruleorder"]):
            held[rule_id]["_order"] = place
        return {"success": True}
    rule, word = held.get(ctx.get("projectrolepermissionid", "")), ctx.get("permission", "").lower()
    if rule is None or word not in PERMISSIONS:
        raise errors.ApiError(errors.PARAM, "A rule of the role and its permission, allow or deny, must be given")
    rule["permission"] = word
    return {"success": True}


@command("deleteProjectRolePermission")
def delete_permission(ctx: Context) -> dict[str, Any]:
    """Remove a rule."""
    project, rule = permission.administered(ctx), ctx.record(projects.RULE)
    if rule["projectid"] != project["id"]:
        raise errors.invalid(f"The rule {rule['id']} doesn't belong to the project {project['name']}")
    ctx.store.remove(projects.RULE, rule["id"])
    return {"success": True}


@command("listProjectRolePermissions")
def list_permissions(ctx: Context) -> dict[str, Any]:
    """The rules of a project's roles, or of one of them, in their order."""
    project = ctx.record("project", "projectid")
    roles = ctx.store.where(projects.ROLE, projectid=project["id"])
    if "projectroleid" in ctx.params:
        roles = [role for role in roles if role["id"] == ctx.params["projectroleid"]]
    found = [rule for role in roles for rule in projects.rules(ctx.store, role["id"])]
    return ctx.list(found, lambda rule: _rule_view(ctx, rule), key=projects.RULE)
