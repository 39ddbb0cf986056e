"""Nouns that are nothing but records: made, listed, changed and removed as their recorded parameters say.

For kinds of which only the surface is recorded. A kind whose refusals or states are known has functions of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import registry
from ..context import Context
from ..params import KINDS_BY_PARAM
from ..registry import Handler
from ..shape import as_dict, public
from ..store import Record
from ..surface import Command, surface

FILTERED_BY_LISTS = frozenset({"id", "ids", "name", "keyword", "page", "pagesize", "listall", "isrecursive"})
"""What every list command does with these is done for all nouns in one place."""

OWNER = frozenset({"account", "domainid", "projectid"})


class Plain:
    """One kind of record and the commands that speak of it.

    :param kind: the key of its answers, and the kind of its records.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def simulate(self, *, lists: str = "", creates: str = "", updates: str = "", deletes: str = "") -> None:
        """Answer these commands; one that is not given is answered elsewhere, or not simulated."""
        ways = ((lists, self._list), (creates, self._create), (updates, self._update), (deletes, self._delete))
        for name, handler in ways:
            if name:
                _register(name, handler)

    def _create(self, ctx: Context) -> dict[str, Any]:
        owner = ctx.owner().fields() if "account" in ctx.command.params else {}
        made = {"created": ctx.now()} if "created" in ctx.command.response else {}
        record = self._with(ctx, {**owner, **made})
        return {self.kind: self._view(ctx, ctx.store.add(self.kind, record))}

    def _update(self, ctx: Context) -> dict[str, Any]:
        held = self._named(ctx)
        held.update(self._with(ctx, held))
        return {self.kind: self._view(ctx, held)}

    def _delete(self, ctx: Context) -> dict[str, Any]:
        ctx.store.remove(self.kind, self._named(ctx)["id"])
        return {"success": True}

    def _list(self, ctx: Context) -> dict[str, Any]:
        params, response = ctx.command.params, ctx.command.response
        equal = tuple(name for name in params if name in response and name not in FILTERED_BY_LISTS | OWNER)
        held = ctx.store.all(self.kind)
        found = ctx.owned(held) if "account" in params else held
        return ctx.list(found, lambda record: self._view(ctx, record), equal, self.kind)

    def _named(self, ctx: Context) -> Record:
        """The record that a command is about, by its id."""
        return ctx.record(self.kind)

    def _with(self, ctx: Context, base: Record) -> Record:
        """A record with what was given, as answers hold it; what no answer shows is kept out of sight."""
        found = dict(base)
        for name, value in ctx.params.items():
            if name == "id" or name in OWNER & base.keys():
                continue
            shown = ctx.command.response.get(name)
            found[name if shown else f"_{name}"] = _as_shown(value, shown["type"] if shown else "")
        return found

    @staticmethod
    def _view(ctx: Context, record: Record) -> dict[str, Any]:
        """What answers show: the record, and the names of what it refers to."""
        names = {}
        for param, kinds in KINDS_BY_PARAM.items():
            label = f"{param[:-2]}name"
            if record.get(param) and label in ctx.command.response:
                held = next(filter(None, (ctx.store.get(kind, record[param]) for kind in kinds)), None)
                names.update({label: held["name"]} if held else {})
        return {**public(record), **names}


def _register(name: str, handler: Handler) -> None:
    command: Command = surface().commands[name]
    decorate: Callable[[Handler], Handler] = (registry.job if command.is_async else registry.command)(name)
    decorate(handler)


def _as_shown(value: Any, kind: str) -> Any:
    """A parameter's value in the type that answers have."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return as_dict(value)
    if kind == "string" and isinstance(value, list):
        return ",".join(str(one) for one in value)
    return str(value) if kind == "string" and isinstance(value, (int, float)) else value
