"""The `customid` that some update commands take."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..store import Record


def rename(ctx: Context, record: Record) -> None:
    """Give a record the id that `customid` asks for, everywhere that its id stands; nothing without `customid`."""
    new = ctx.get("customid")
    if not new or new == record["id"]:
        return
    if ctx.store.kinds_of(new):
        raise errors.invalid(f"The id {new} is taken")
    old = record["id"]
    for kind in ctx.store.kinds_of(old):
        ctx.store.take(kind, old)
        record["id"] = new
        ctx.store.add(kind, record)
    for kind in ctx.store.kinds():
        for held in ctx.store.all(kind):
            held.update({name: _swapped(value, old, new) for name, value in held.items() if name != "id"})


def _swapped(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {name: _swapped(held, old, new) for name, held in value.items()}
    if isinstance(value, list):
        return [_swapped(held, old, new) for held in value]
    return new if value == old else value
