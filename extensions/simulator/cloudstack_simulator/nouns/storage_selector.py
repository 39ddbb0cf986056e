"""Rules that select the secondary storage for what comes into a zone."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import services, settings
from ..registry import command
from ..shape import public

KIND = "heuristic"
TYPES = ("ISO", "SNAPSHOT", "TEMPLATE", "VOLUME")
SETTING = services.SCRIPTS


def _refuse_scripts(ctx: Context) -> None:
    if not settings.is_on(ctx.store, SETTING):
        raise errors.invalid(
            f"'heuristicrule' cannot be set because JavaScript interpretation is disabled in setting '{SETTING}'."
        )


@command("createSecondaryStorageSelector")
def create(ctx: Context) -> dict[str, Any]:
    """Make a rule: one a zone and type."""
    zone = ctx.record("zone", "zoneid")
    _refuse_scripts(ctx)
    kind = ctx.params["type"].upper()
    if kind not in TYPES:
        raise errors.invalid(f"The type {kind} is not one of {', '.join(TYPES)}")
    if any(not held.get("removed") for held in ctx.store.where(KIND, zoneid=zone["id"], type=kind)):
        raise errors.invalid(f"There is already a heuristic rule of type {kind} in the zone {zone['name']}")
    record = {
        **ctx.given("name", "description", "heuristicrule"),
        "zoneid": zone["id"],
        "type": kind,
        "created": ctx.now(),
    }
    return {KIND: public(ctx.store.add(KIND, record))}


@command("updateSecondaryStorageSelector")
def update(ctx: Context) -> dict[str, Any]:
    """Change a rule."""
    held = ctx.record(KIND)
    _refuse_scripts(ctx)
    held.update(ctx.given("heuristicrule"))
    return {KIND: public(held)}


@command("removeSecondaryStorageSelector")
def remove(ctx: Context) -> dict[str, Any]:
    """Mark a rule as removed."""
    ctx.record(KIND)["removed"] = ctx.now()
    return {"success": True}


@command("listSecondaryStorageSelectors")
def list_selectors(ctx: Context) -> dict[str, Any]:
    """The rules of a zone; those that were removed only when they are asked for."""
    removed = bool(ctx.get("showremoved"))
    found = [held for held in ctx.store.all(KIND) if removed or not held.get("removed")]
    return ctx.list(found, public, ("zoneid", "type"), key=KIND)
