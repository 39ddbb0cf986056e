"""Alerts as the API shows them, puts them away and makes them."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import alerts
from ..model.past import chosen
from ..registry import Submitted, command, job
from ..shape import pick


@command("listAlerts")
def list_alerts(ctx: Context) -> dict[str, Any]:
    """The alerts that were not put away, newest first."""
    found = [alert for alert in reversed(ctx.store.all(alerts.KIND)) if not alert["_archived"]]
    view = ("id", "type", "name", "description", "sent")
    return ctx.list(
        found, lambda alert: pick(alert, *view), ("type",), name="description" if _searches(ctx) else "name"
    )


def _searches(ctx: Context) -> bool:
    return "keyword" in ctx.params and "name" not in ctx.params


@command("archiveAlerts", "deleteAlerts")
def put_away(ctx: Context) -> dict[str, Any]:
    """Put alerts away, or remove them: by ids, type or dates."""
    for alert in chosen(ctx, ctx.store.all(alerts.KIND), "sent"):
        if ctx.command.name == "archiveAlerts":
            alert["_archived"] = True
        else:
            ctx.store.remove(alerts.KIND, alert["id"])
    return {"success": True}


@command("generateAlert")
def prepare(ctx: Context) -> Submitted:
    """Check what the alert is to be."""
    if ctx.params["type"] < 0 or not ctx.params["name"]:
        raise errors.invalid("The type and the name of the alert must be given")
    return Submitted()


@job("generateAlert")
def generate(ctx: Context) -> dict[str, Any]:
    """Send an alert."""
    alerts.send(ctx, ctx.params["type"], ctx.params["description"], ctx.params["name"])
    return {"success": True}
