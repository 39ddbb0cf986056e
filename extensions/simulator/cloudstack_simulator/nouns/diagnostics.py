"""A look inside routers and system VMs, as far as the simulated hypervisor lets."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..registry import Submitted, command, job
from ..store import Record

TOOLS = ("ping", "traceroute", "arping")
UNSUPPORTED = (
    "Failed to fetch results with details: Unsupported command issued: "
    "com.cloud.agent.api.routing.GetRouterMonitorResultsCommand.  Are you sure you got the right type of server?"
)
CHECKS = (("connectivity.test", "FAILED"), ("filesystem.writable.test", "UNKNOWN"))
NO_PATCH = "class com.cloud.agent.api.UnsupportedAnswer cannot be cast to class com.cloud.agent.api.PatchSystemVmAnswer"


def _machine(ctx: Context, param: str) -> Record:
    return ctx.store.get("router", ctx.params[param]) or ctx.record("systemvm", param)


@command("runDiagnostics")
def prepare(ctx: Context) -> Submitted:
    """Find the machine, which must run."""
    machine = _machine(ctx, "targetid")
    if machine["state"] != "Running":
        raise errors.failed(f"Unable to run diagnostics in {machine['name']}: it is {machine['state']}")
    if ctx.params["type"].lower() not in TOOLS:
        raise errors.invalid(f"Invalid diagnostics type {ctx.params['type']}: {', '.join(TOOLS)}")
    if not addresses.is_ipv4(ctx.params["ipaddress"]):
        raise errors.invalid(f"Invalid address {ctx.params['ipaddress']}")
    return Submitted(machine["id"])


@job("runDiagnostics")
def run(ctx: Context) -> dict[str, Any]:
    """What the simulated hypervisor says that a tool said."""
    what = f"{ctx.params['type'].upper()} {ctx.params['ipaddress']} executed in {_machine(ctx, 'targetid')['name']}"
    return {"diagnostics": {"stdout": what, "stderr": "", "exitcode": "0"}}


@command("getRouterHealthCheckResults")
def health(ctx: Context) -> dict[str, Any]:
    """The health of a router, which the simulated hypervisor cannot tell."""
    router = ctx.record("router", "routerid")
    checks = [
        {
            "checkname": name,
            "checktype": "basic",
            "success": False,
            "status": status,
            "lastupdated": ctx.now(),
            "details": UNSUPPORTED,
        }
        for name, status in CHECKS
    ]
    return {"routerhealthchecks": {"routerid": router["id"], "healthchecks": checks}}


@command("patchSystemVm")
def prepare_patch(ctx: Context) -> Submitted:
    """Find the machine."""
    if "id" not in ctx.params:
        raise errors.invalid("The id of a system VM or router is needed")
    return Submitted(_machine(ctx, "id")["id"])


@job("patchSystemVm")
def patch(ctx: Context) -> dict[str, Any]:
    """Fail as the simulated hypervisor does."""
    raise errors.internal(NO_PATCH)
