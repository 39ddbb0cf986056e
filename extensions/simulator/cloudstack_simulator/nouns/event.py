"""Events as the API shows them and puts them away."""

from __future__ import annotations

from typing import Any

from ..context import Context
from ..model.events import KIND
from ..model.past import chosen, within
from ..registry import command
from ..shape import public
from ..store import Record


@command("listEvents")
def list_events(ctx: Context) -> dict[str, Any]:
    """The events of the caller's account, or with `listall` of all below him; newest first."""
    archived = ctx.get("archived", False)
    found = [event for event in reversed(ctx.owned(ctx.store.all(KIND))) if event["_archived"] == archived]
    found = [event for event in found if within(ctx, event, "created") and _has_parent(ctx, event)]
    fields = ("type", "level", "state", "resourceid", "resourcetype")
    return ctx.list(found, public, fields, name="description")


def _has_parent(ctx: Context, event: Record) -> bool:
    """Whether an event is the one of `startid`, or began with it."""
    wanted = ctx.get("startid")
    return wanted is None or wanted in (event["id"], event.get("parentid"))


@command("archiveEvents", "deleteEvents")
def put_away(ctx: Context) -> dict[str, Any]:
    """Put events away, or remove them: by ids, type or dates."""
    ctx.params.setdefault("listall", True)
    for event in chosen(ctx, ctx.owned(ctx.store.all(KIND)), "created"):
        if ctx.command.name == "archiveEvents":
            event["_archived"] = True
        else:
            ctx.store.remove(KIND, event["id"])
    return {"success": True}
