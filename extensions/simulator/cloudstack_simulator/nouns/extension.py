"""Extensions of the server, and themes of its web pages."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import command
from ..shape import as_dict, compact, pick
from ..store import Record

EXTENSION = "extension"
THEME = "guitheme"
HOME = "/usr/share/cloudstack-management/extensions"
STATES = ("Enabled", "Disabled")
EXTENSION_FIELDS = ("description", "orchestratorrequirespreparevm", "reservedresourcedetails")
THEME_FIELDS = ("name", "description", "css", "jsonconfiguration", "commonnames", "domainids", "accountids",
                "loginbasedomain", "recursivedomains", "ispublic")  # fmt: skip


def _extension_view(extension: Record) -> dict[str, Any]:
    return {
        **pick(extension, "id", "name", "description", "type", "path", "pathready", "isuserdefined"),
        **pick(extension, "orchestratorrequirespreparevm", "reservedresourcedetails", "state", "created"),
        **compact(details=extension.get("_details") or None),
    }


def _state(ctx: Context, default: str) -> str:
    state = ctx.get("state", default).capitalize()
    if state not in STATES:
        raise errors.invalid(f"Invalid state {ctx.params['state']}: {' or '.join(STATES)}")
    return state


@command("createExtension")
def create(ctx: Context) -> dict[str, Any]:
    """Make an extension known; its script lies below the server's own folder."""
    name, kind = ctx.params["name"], ctx.params["type"].capitalize()
    if kind != "Orchestrator":
        raise errors.invalid(f"Invalid type specified - {ctx.params['type']}")
    if ctx.store.first(EXTENSION, name=name):
        raise errors.failed(f"Extension by name already exists: {name}")
    record = {
        "name": name,
        "type": kind,
        **ctx.given(*EXTENSION_FIELDS),
        "path": f"{HOME}/{name}/{ctx.get('path') or name.lower() + '.sh'}",
        "pathready": True,
        "isuserdefined": True,
        "state": _state(ctx, "Enabled"),
        "created": ctx.now(),
        "_details": as_dict(ctx.get("details")),
    }
    return {EXTENSION: _extension_view(ctx.store.add(EXTENSION, record))}


@command("updateExtension")
def update(ctx: Context) -> dict[str, Any]:
    """Change an extension."""
    extension = ctx.record(EXTENSION)
    extension.update(ctx.given(*EXTENSION_FIELDS), state=_state(ctx, extension["state"]))
    if ctx.get("cleanupdetails"):
        extension["_details"] = {}
    elif "details" in ctx.params:
        extension["_details"] = as_dict(ctx.params["details"])
    return {EXTENSION: _extension_view(extension)}


@command("deleteExtension")
def delete(ctx: Context) -> dict[str, Any]:
    """Forget an extension; those that came with the server stay."""
    extension = ctx.record(EXTENSION)
    if not extension["isuserdefined"]:
        raise errors.invalid("System extension can not be deleted")
    ctx.store.remove(EXTENSION, extension["id"])
    return {"success": True}


@command("listExtensions")
def list_extensions(ctx: Context) -> dict[str, Any]:
    """List the extensions, newest first."""
    found = list(reversed(ctx.store.all(EXTENSION)))
    return ctx.list(found, _extension_view, ("type",), key=EXTENSION)


def _theme_view(theme: Record) -> dict[str, Any]:
    return pick(theme, "id", *THEME_FIELDS, "created")


@command("createGuiTheme")
def create_theme(ctx: Context) -> dict[str, Any]:
    """Make a theme for the web pages."""
    if not any(name in ctx.params for name in ("css", "jsonconfiguration")):
        raise errors.invalid("A theme needs css or jsonconfiguration")
    record = {"recursivedomains": False, "ispublic": True, **ctx.given(*THEME_FIELDS), "created": ctx.now()}
    return {"guiThemes": _theme_view(ctx.store.add(THEME, record))}


@command("updateGuiTheme")
def update_theme(ctx: Context) -> dict[str, Any]:
    """Change a theme."""
    theme = ctx.record(THEME)
    theme.update(ctx.given(*THEME_FIELDS))
    return {"guiThemes": _theme_view(theme)}


@command("removeGuiTheme")
def remove_theme(ctx: Context) -> dict[str, Any]:
    """Remove a theme."""
    ctx.store.remove(THEME, ctx.record(THEME)["id"])
    return {"success": True}


@command("listGuiThemes")
def list_themes(ctx: Context) -> dict[str, Any]:
    """Nothing without a filter, as recorded; with an id or a name the themes that fit."""
    if not ctx.params.keys() & {"id", "name", "commonname", "domainid", "accountid"}:
        return {}
    found = ctx.store.all(THEME)
    for param, field in (("commonname", "commonnames"), ("domainid", "domainids"), ("accountid", "accountids")):
        if param in ctx.params:
            found = [t for t in found if ctx.params[param] in (t.get(field) or "").split(",")]
    return ctx.list(found, _theme_view, key="guiThemes")
