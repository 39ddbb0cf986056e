"""Lists that a fresh cloud answers and nothing here changes: offerings, OS types, providers and the like."""

from __future__ import annotations

from typing import Any

from ..context import Context
from ..model import settings
from ..registry import command
from ..seed import static_answers
from ..shape import public
from ..store import Record

KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "listCounters": ("counter", ("provider", "source")),
}
MADE_ELSEWHERE = ("listCapabilities", "listHypervisorCapabilities")
USERS_MAY = {
    "allowuserviewdestroyedvm": "allow.user.view.destroyed.vm",
    "allowuserexpungerecovervm": "allow.user.expunge.recover.vm",
}


@command(*KINDS)
def list_seeded(ctx: Context) -> dict[str, Any]:
    """The seeded records of one kind."""
    kind, fields = KINDS[ctx.command.name]
    return ctx.list(ctx.store.all(kind), public, fields, key=kind)


@command(*(name for name in static_answers() if name not in MADE_ELSEWHERE))
def list_static(ctx: Context) -> dict[str, Any]:
    """A list of the server's own abilities, paged like any other."""
    answer = static_answers()[ctx.command.name]
    key = next(name for name in answer if name != "count")
    return ctx.list(answer[key], public, ("type", "hypervisor", "service", "provider"), key=key)


@command("listCapabilities")
def list_capabilities(ctx: Context) -> dict[str, Any]:
    """What the server can do for the caller; where its extensions lie is the administrators' business."""
    capability = static_answers()[ctx.command.name]["capability"]
    if ctx.caller.is_admin:
        return {"capability": capability}
    allowed = {name: settings.is_on(ctx.store, setting) for name, setting in USERS_MAY.items()}
    return {
        "capability": {name: value for name, value in {**capability, **allowed}.items() if name != "extensionspath"}
    }


@command("listOsTypes")
def list_os_types(ctx: Context) -> dict[str, Any]:
    """The guest operating systems that the server knows."""
    categories = {category["name"]: category["id"] for category in ctx.store.all("oscategory")}

    def show(system: Record) -> dict[str, Any]:
        shown = {"oscategoryid": categories[system["oscategoryname"]], **public(system)}
        return {**shown, "fordisplay": system.get("_display", True)}

    found = ctx.store.all("ostype")
    if "oscategoryid" in ctx.params:
        found = [system for system in found if categories[system["oscategoryname"]] == ctx.params["oscategoryid"]]
    if "fordisplay" in ctx.params:
        found = [system for system in found if system.get("_display", True) == ctx.params["fordisplay"]]
    return ctx.list(found, show, ("description",))
