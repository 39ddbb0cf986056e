"""Categories of guest operating systems."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import command
from ..shape import public
from ..store import Record

KIND = "oscategory"


def _refuse_taken(ctx: Context, but: Record | None = None) -> None:
    held = ctx.store.first(KIND, name=ctx.get("name"))
    if held is not None and held is not but:
        raise errors.invalid(f"OS category with name {held['name']} already exists")


@command("listOsCategories")
def list_categories(ctx: Context) -> dict[str, Any]:
    """The categories."""
    return ctx.list(ctx.store.all(KIND), public, ("isfeatured",), key=KIND)


@command("addOsCategory")
def add(ctx: Context) -> dict[str, Any]:
    """Make a category."""
    _refuse_taken(ctx)
    record = {**ctx.given("name"), "isfeatured": ctx.get("isfeatured", False), "created": ctx.now()}
    return {KIND: public(ctx.store.add(KIND, record))}


@command("updateOsCategory")
def update(ctx: Context) -> dict[str, Any]:
    """Change a category; its systems follow it."""
    held = ctx.record(KIND)
    _refuse_taken(ctx, held)
    for system in ctx.store.where("ostype", oscategoryname=held["name"]):
        system["oscategoryname"] = ctx.get("name", held["name"])
    held.update(ctx.given("name", "isfeatured"))
    return {KIND: public(held)}


@command("deleteOsCategory")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a category that no system belongs to."""
    held = ctx.record(KIND)
    if ctx.store.first("ostype", oscategoryname=held["name"]):
        raise errors.invalid(f"Guest OS category {held['name']} cannot be removed: guest OSes belong to it")
    ctx.store.remove(KIND, held["id"])
    return {"success": True}
