"""Regions; their ids are numbers that the administrator chooses."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import command
from ..shape import public
from ..store import Record


@command("addRegion")
def add(ctx: Context) -> dict[str, Any]:
    """Register another region."""
    region_id, name = ctx.params["id"], ctx.params["name"]
    if ctx.store.get("region", region_id):
        raise errors.invalid(f"Region with id: {region_id} already exists")
    if ctx.store.first("region", name=name):
        raise errors.invalid(f"Region with name: {name} already exists")
    region = {**ctx.given("id", "name", "endpoint"), "gslbserviceenabled": True, "portableipserviceenabled": False}
    return {"region": public(ctx.store.add("region", region))}


@command("listRegions")
def list_regions(ctx: Context) -> dict[str, Any]:
    """All regions."""
    return ctx.list(ctx.store.all("region"), public)


@command("updateRegion")
def update(ctx: Context) -> dict[str, Any]:
    """Change a region's name or endpoint."""
    region = _find(ctx)
    name = ctx.get("name")
    if any(other["name"] == name and other is not region for other in ctx.store.all("region")):
        raise errors.invalid(f"Region with name: {name} already exists")
    region.update(ctx.given("name", "endpoint"))
    return {"region": public(region)}


@command("removeRegion")
def remove(ctx: Context) -> dict[str, Any]:
    """Forget a region."""
    ctx.store.remove("region", _find(ctx)["id"])
    return {"success": True}


def _find(ctx: Context) -> Record:
    region = ctx.store.get("region", ctx.params["id"])
    if region is None:
        raise errors.invalid(f"Region with id: {ctx.params['id']} does not exist")
    return region
