"""Plans to spread instances over a cluster. The simulated scheduler finds every cluster balanced."""

from __future__ import annotations

import uuid
from typing import Any

from ..context import Context
from ..registry import command
from ..shape import pick
from ..store import Record

KIND = "drsplan"


def _view(plan: Record) -> dict[str, Any]:
    return {"migrations": [], **pick(plan, "id", "clusterid", "eventid", "type", "status")}


@command("generateClusterDrsPlan")
def generate(ctx: Context) -> dict[str, Any]:
    """Make a plan without a migration."""
    cluster = ctx.record("cluster")
    record = {"clusterid": cluster["id"], "eventid": str(uuid.uuid4()), "type": "MANUAL", "status": "UNDER_REVIEW"}
    return {ctx.command.envelope: _view(ctx.store.add(KIND, record))}


@command("listClusterDrsPlan")
def list_plans(ctx: Context) -> dict[str, Any]:
    """The plans of a cluster, newest first."""
    return ctx.list(list(reversed(ctx.store.all(KIND))), _view, ("clusterid",), key=KIND, name="clusterid")
