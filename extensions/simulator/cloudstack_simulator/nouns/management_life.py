"""The maintenance and the end of a management server."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..jobs import PENDING
from ..registry import command
from ..store import Record
from .management import KIND, agents_of, servers

ALGORITHMS = ("static", "roundrobin", "shuffle")


def _server(ctx: Context) -> Record:
    servers(ctx)
    return ctx.record(KIND, "managementserverid")


def _told(ctx: Context, server: Record) -> dict[str, Any]:
    agents = agents_of(ctx)
    jobs = [job for job in ctx.store.where("job", jobstatus=PENDING) if not job["_internal"]]
    return {
        KIND: {
            "managementserverid": server["id"],
            "state": server["state"],
            "maintenanceinitiated": server["state"] == "Maintenance",
            "shutdowntriggered": server["state"] in ("ReadyToShutDown", "ShuttingDown"),
            "readyforshutdown": server["state"] in ("ReadyToShutDown", "Maintenance") and not jobs,
            "pendingjobscount": len(jobs),
            "agentscount": len(agents),
            "agents": agents,
        }
    }


def _move(ctx: Context, sources: tuple[str, ...], target: str) -> dict[str, Any]:
    server = _server(ctx)
    if server["state"] not in sources:
        raise errors.failed(f"The management server {server['name']} is {server['state']}, not {' or '.join(sources)}")
    server["state"] = target
    return _told(ctx, server)


@command("readyForShutdown")
def ready(ctx: Context) -> dict[str, Any]:
    """How far a server is from its end."""
    return _told(ctx, _server(ctx))


@command("prepareForShutdown")
def prepare_shutdown(ctx: Context) -> dict[str, Any]:
    """Take no new work; nothing runs here for long, so the server is ready at once."""
    return _move(ctx, ("Up",), "ReadyToShutDown")


@command("cancelShutdown")
def cancel_shutdown(ctx: Context) -> dict[str, Any]:
    """Take work again."""
    return _move(ctx, ("ReadyToShutDown",), "Up")


@command("triggerShutdown")
def trigger_shutdown(ctx: Context) -> dict[str, Any]:
    """End a server. The simulator itself goes on, or nobody could look at what became of it."""
    return _move(ctx, ("ReadyToShutDown", "Maintenance"), "ShuttingDown")


@command("prepareForMaintenance")
def prepare_maintenance(ctx: Context) -> dict[str, Any]:
    """Hand the agents over to the other servers, of which there must be one."""
    server = _server(ctx)
    if ctx.get("algorithm", "static") not in ALGORITHMS:
        raise errors.invalid(f"Invalid load balancing algorithm: {ctx.params['algorithm']}")
    if not any(other["state"] == "Up" for other in servers(ctx) if other is not server):
        raise errors.failed("Prepare for maintenance needs 2 active management servers: there are less than 2")
    return _move(ctx, ("Up",), "Maintenance")


@command("cancelMaintenance")
def cancel_maintenance(ctx: Context) -> dict[str, Any]:
    """Take agents again."""
    return _move(ctx, ("Maintenance",), "Up")


@command("removeManagementServer")
def remove(ctx: Context) -> dict[str, Any]:
    """Forget a server that is down."""
    servers(ctx)
    server = ctx.record(KIND)
    if server["state"] != "Down":
        raise errors.invalid(f"The management server {server['name']} is {server['state']}: only one that is Down goes")
    ctx.store.remove(KIND, server["id"])
    return {"success": True}
