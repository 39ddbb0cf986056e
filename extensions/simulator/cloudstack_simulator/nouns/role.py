"""Roles and their rules."""

from __future__ import annotations

import re
from typing import Any

from .. import errors
from ..context import Context
from ..model import roles
from ..registry import command
from ..shape import compact, pick, stable_uuid
from ..store import Record

KIND = "role"
TYPES = {word.lower(): word for word in ("Admin", "ResourceAdmin", "DomainAdmin", "User")}
RULE = re.compile(r"[A-Za-z0-9*]+")
PERMISSIONS = ("allow", "deny")


def _view(role: Record, *, listed: bool = False) -> dict[str, Any]:
    """A role; only lists say whether it is one of the cloud's own."""
    default = {"isdefault": bool(role.get("isdefault"))} if listed else {}
    shown = pick(role, "type", "state", "id", "name", "description")
    return {**shown, **default, "ispublic": role.get("ispublic", True)}


def _refuse_default(role: Record, what: str) -> None:
    if role.get("isdefault"):
        raise errors.ApiError(errors.PARAM, f"Default roles cannot be {what}: {role['name']}", errors.CS_PERMISSION)


def _type(ctx: Context) -> str:
    word = TYPES.get(ctx.get("type", "").lower())
    if word is None:
        raise errors.invalid(f"Invalid role type provided: {ctx.get('type')}")
    return word


def _refuse_taken(ctx: Context, name: str, role_type: str, but: Record | None = None) -> None:
    held = [role for role in ctx.store.where(KIND, type=role_type) if role["name"].lower() == name.lower()]
    if any(role is not but for role in held):
        raise errors.failed(f"Unable to create role, there is a role of the type {role_type} named {name}")


def _new(ctx: Context, role_type: str) -> Record:
    _refuse_taken(ctx, ctx.params["name"], role_type)
    record = {"type": role_type, "state": "enabled", **ctx.given("name", "description"), "isdefault": False}
    return ctx.store.add(KIND, {**record, "ispublic": ctx.get("ispublic", True)})


def _rule(ctx: Context, role: Record, rule: str, permission: str, description: str | None) -> Record:
    if not RULE.fullmatch(rule):
        raise errors.ApiError(errors.PARAM, f"Rule can contain only letters, digits and asterisks: {rule}")
    if permission.lower() not in PERMISSIONS:
        raise errors.ApiError(errors.PARAM, f"Values for permission parameter should be: allow, deny: {permission}")
    order = max((held["_order"] for held in roles.rules(ctx.store, role)), default=-1) + 1
    record = {"roleid": role["id"], "rule": rule, "permission": permission.lower(), "_order": order}
    return ctx.store.add(roles.PERMISSION, {**record, **compact(description=description)})


def _rule_view(rule: Record) -> dict[str, Any]:
    return pick(rule, "id", "roleid", "rule", "permission", "description")


@command("createRole")
def create(ctx: Context) -> dict[str, Any]:
    """Make a role without rules, or with those of another."""
    source = ctx.maybe(KIND, "roleid")
    if (source is None) == ("type" not in ctx.params):
        raise errors.ApiError(errors.PARAM, "Give either the type of the role or the id of the role to copy")
    role = _new(ctx, source["type"] if source else _type(ctx))
    if source is not None:
        copied = (
            [(rule, "allow", None) for rule in roles.allowed_rules(source)]
            if source.get("isdefault")
            else [
                (rule["rule"], rule["permission"], rule.get("description")) for rule in roles.rules(ctx.store, source)
            ]
        )
        for rule, permission, description in copied:
            _rule(ctx, role, rule, permission, description)
    return {KIND: _view(role)}


@command("importRole")
def import_role(ctx: Context) -> dict[str, Any]:
    """Make a role with its rules, or with `forced` put a role of the name right."""
    role_type, name = _type(ctx), ctx.params["name"]
    held = next((role for role in ctx.store.where(KIND, type=role_type) if role["name"] == name), None)
    if held is not None and ctx.get("forced"):
        _refuse_default(held, "overwritten")
        for rule in roles.rules(ctx.store, held):
            ctx.store.remove(roles.PERMISSION, rule["id"])
        held.update(ctx.given("description", "ispublic"))
    role = held if held is not None and ctx.get("forced") else _new(ctx, role_type)
    for entry in ctx.params["rules"]:
        _rule(ctx, role, entry.get("rule", ""), entry.get("permission", ""), entry.get("description"))
    return {KIND: _view(role)}


@command("updateRole")
def update(ctx: Context) -> dict[str, Any]:
    """Change a role's name, description, type or visibility."""
    role = ctx.record(KIND)
    _refuse_default(role, "updated")
    role_type = _type(ctx) if "type" in ctx.params else role["type"]
    if role_type != role["type"] and ctx.store.first("account", roleid=role["id"]):
        raise errors.failed(f"Found accounts that have role in use, won't allow changing the type of {role['name']}")
    _refuse_taken(ctx, ctx.get("name", role["name"]), role_type, role)
    role.update({**ctx.given("name", "description", "ispublic"), "type": role_type})
    return {KIND: _view(role)}


@command("enableRole", "disableRole")
def set_state(ctx: Context) -> dict[str, Any]:
    """Let the role's accounts call again, or keep them from it."""
    role = ctx.record(KIND)
    _refuse_default(role, "disabled")
    role["state"] = f"{ctx.command.name[:-4]}d"
    return {"success": True}


@command("deleteRole")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a role that no account has."""
    role = ctx.record(KIND)
    _refuse_default(role, "deleted")
    if ctx.store.first("account", roleid=role["id"]):
        raise errors.failed(f"Found accounts that have role in use, won't allow to delete role {role['name']}")
    for rule in roles.rules(ctx.store, role):
        ctx.store.remove(roles.PERMISSION, rule["id"])
    ctx.store.remove(KIND, role["id"])
    return {"success": True}


@command("listRoles")
def list_roles(ctx: Context) -> dict[str, Any]:
    """The roles; those that are not public only to root administrators."""
    found = [role for role in ctx.store.all(KIND) if ctx.caller.is_admin or role.get("ispublic", True)]
    return ctx.list(found, lambda role: _view(role, listed=True), ("type", "state"))


@command("createRolePermission")
def create_permission(ctx: Context) -> dict[str, Any]:
    """Add a rule to the end of a role's."""
    role = ctx.record(KIND, "roleid")
    _refuse_default(role, "updated")
    rule = _rule(ctx, role, ctx.params["rule"], ctx.params["permission"], ctx.get("description"))
    return {roles.PERMISSION: _rule_view(rule)}


@command("updateRolePermission")
def update_permission(ctx: Context) -> dict[str, Any]:
    """Let a rule allow or deny, or put all the rules in another order."""
    role = ctx.record(KIND, "roleid")
    _refuse_default(role, "updated")
    if ("ruleorder" in ctx.params) == ("ruleid" in ctx.params or "permission" in ctx.params):
        raise errors.ApiError(errors.PARAM, "Give either the order of the rules, or a rule and its permission")
    if "ruleorder" in ctx.params:
        _reorder(ctx, role)
        return {"success": True}
    rule, permission = ctx.maybe(roles.PERMISSION, "ruleid"), ctx.get("permission", "").lower()
    if rule is None or permission not in PERMISSIONS:
        raise errors.ApiError(errors.PARAM, "A rule and its permission, allow or deny, must be given together")
    rule["permission"] = permission
    return {"success": True}


def _reorder(ctx: Context, role: Record) -> None:
    held = {rule["id"]: rule for rule in roles.rules(ctx.store, role)}
    order = ctx.params["ruleorder"]
    if set(order) != set(held) or len(order) != len(held):
        raise errors.ApiError(errors.PARAM, "The order must name every rule of the role once")
    for place, rule_id in enumerate(order):
        held[rule_id]["_order"] = place


@command("deleteRolePermission")
def delete_permission(ctx: Context) -> dict[str, Any]:
    """Remove a rule."""
    ctx.store.remove(roles.PERMISSION, ctx.record(roles.PERMISSION)["id"])
    return {"success": True}


@command("listRolePermissions")
def list_permissions(ctx: Context) -> dict[str, Any]:
    """The rules of a role, or of all the roles that were made here, in their order."""
    given = ctx.maybe(KIND, "roleid")
    found = [
        {**_rule_view(rule), "rolename": role["name"]}
        for role in ([given] if given else [held for held in ctx.store.all(KIND) if not held.get("isdefault")])
        for rule in _rules_of(ctx, role)
    ]
    return ctx.list(found, dict, key=roles.PERMISSION)


def _rules_of(ctx: Context, role: Record) -> list[Record]:
    if not role.get("isdefault"):
        return roles.rules(ctx.store, role)
    return [
        {"id": stable_uuid(role["id"], rule), "roleid": role["id"], "rule": rule, "permission": "allow"}
        for rule in roles.allowed_rules(role)
    ]
