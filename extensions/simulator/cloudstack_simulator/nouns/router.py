"""Virtual routers as the API shows and steers them."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import placement, routers
from ..registry import Submitted, command, job
from ..store import Record

KIND = "router"
FIELDS = ("zoneid", "podid", "hostid", "state", "vpcid")


def _answer(ctx: Context, router: Record) -> dict[str, Any]:
    return {"router": {**routers.view(ctx.store, router), "jobid": ctx.job_id, "jobstatus": 0}}


@command("startRouter", "stopRouter", "rebootRouter", "destroyRouter")
def prepare(ctx: Context) -> Submitted:
    """Find the router."""
    return Submitted(ctx.record(KIND)["id"])


@job("startRouter")
def start(ctx: Context) -> dict[str, Any]:
    """Start a stopped router."""
    router = ctx.record(KIND)
    if router["state"] != "Running":
        template = ctx.store.need("template", router["templateid"])
        host = placement.choose_host(ctx.store, router["zoneid"], template["hypervisor"], routers.SIZE, {})
        if host is None:
            raise errors.ApiError(errors.INSUFFICIENT_CAPACITY, f"No host has room for the router {router['name']}")
        router.update(state="Running", hostid=host["id"], podid=host["podid"])
    return _answer(ctx, router)


@job("stopRouter")
def stop(ctx: Context) -> dict[str, Any]:
    """Stop a router."""
    router = ctx.record(KIND)
    router["state"] = "Stopped"
    router.pop("hostid", None)
    return _answer(ctx, router)


@job("rebootRouter")
def reboot(ctx: Context) -> dict[str, Any]:
    """Reboot a running router; it takes the server's scripts on as it starts."""
    router = ctx.record(KIND)
    if router["state"] != "Running":
        raise errors.ApiError(
            errors.RESOURCE_UNAVAILABLE, f"Unable to reboot the router {router['name']}: it is {router['state']}"
        )
    router["requiresupgrade"] = False
    return _answer(ctx, router)


@job("destroyRouter")
def destroy(ctx: Context) -> dict[str, Any]:
    """Remove a router; its network makes a new one when it is restarted or an instance starts."""
    router = ctx.record(KIND)
    shown = routers.view(ctx.store, router)
    ctx.store.remove(KIND, router["id"])
    return {"router": {**shown, "jobid": ctx.job_id, "jobstatus": 0}}


@command("listRouters")
def list_routers(ctx: Context) -> dict[str, Any]:
    """List routers; without `listall` those of the caller's account."""
    found = ctx.owned(ctx.store.all(KIND))
    network = ctx.maybe("network", "networkid")
    if network is not None:
        served = {router["id"] for router in routers.of_network(ctx.store, network)}
        found = [router for router in found if router["id"] in served]
    if "forvpc" in ctx.params:
        found = [router for router in found if bool(router.get("vpcid")) == ctx.params["forvpc"]]
    if "clusterid" in ctx.params:
        hosts = {host["id"] for host in ctx.store.where("host", clusterid=ctx.params["clusterid"])}
        found = [router for router in found if router.get("hostid") in hosts]
    return ctx.list(found, lambda router: routers.view(ctx.store, router), FIELDS, shown=("version", "arch"))


@command("changeServiceForRouter")
def change_service(ctx: Context) -> dict[str, Any]:
    """Give a stopped router another system offering."""
    router, offering = ctx.record(KIND), ctx.record("serviceoffering", "serviceofferingid")
    if not offering.get("issystem"):
        raise errors.invalid(f"Cannot upgrade router vm to a non system service offering {offering['id']}")
    if router["state"] != "Stopped":
        raise errors.invalid(
            f"Unable to upgrade router {router['name']} in state {router['state']}; make sure the router is stopped "
            "and not in an error state before upgrading."
        )
    router["_offeringid"] = offering["id"]
    return {"router": routers.view(ctx.store, router)}
