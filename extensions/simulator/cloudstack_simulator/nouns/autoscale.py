"""Conditions on counters, of which autoscaling makes its policies."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import owners
from ..registry import Submitted, command, job
from ..shape import pick, public
from ..store import Record

KIND = "condition"
OPERATORS = ("EQ", "GT", "GE", "LT", "LE")


def _view(ctx: Context, held: Record) -> dict[str, Any]:
    counter = ctx.store.need("counter", held["counterid"])
    return {
        **pick(held, "id", "threshold", "relationaloperator"),
        "counterid": counter["id"],
        "countername": counter["name"],
        "counter": public(counter),
        **owners.of(held),
    }


@command("createCondition")
def create(ctx: Context) -> Submitted:
    """Compare a counter with a threshold."""
    counter, operator = ctx.record("counter", "counterid"), ctx.params["relationaloperator"].upper()
    if operator not in OPERATORS:
        raise errors.invalid(f"The operator {operator} is not known: {', '.join(OPERATORS)}")
    record = {"counterid": counter["id"], "relationaloperator": operator, **ctx.given("threshold")}
    return Submitted(ctx.store.add(KIND, {**record, **owners.stamp(ctx.owner())})["id"])


@job("createCondition")
def created(ctx: Context) -> dict[str, Any]:
    """Show the condition."""
    return {"condition": _view(ctx, ctx.store.need(KIND, ctx.instance))}


@job("deleteCondition")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a condition."""
    ctx.store.remove(KIND, ctx.record(KIND)["id"])
    return {"success": True}


@command("listConditions")
def list_conditions(ctx: Context) -> dict[str, Any]:
    """List conditions, newest first."""
    found = list(reversed(ctx.owned(ctx.store.all(KIND))))
    return ctx.list(found, lambda held: _view(ctx, held), ("counterid",))
