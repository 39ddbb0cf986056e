"""Ranges of addresses for storage traffic."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..model import networks
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

KIND = "storagenetworkiprange"


@command("createStorageNetworkIpRange")
def check_pod(ctx: Context) -> Submitted:
    """Find the pod; all else is the job's."""
    ctx.record("pod", "podid")
    return Submitted()


@job("createStorageNetworkIpRange")
def create(ctx: Context) -> dict[str, Any]:
    """Add a range to a pod; the zone must carry storage traffic."""
    pod = ctx.record("pod", "podid")
    networks_of_zone = {n["id"] for n in ctx.store.where("physicalnetwork", zoneid=pod["zoneid"])}
    carriers = ctx.store.where("traffictype", traffictype="Storage")
    if not any(carrier["physicalnetworkid"] in networks_of_zone for carrier in carriers):
        raise errors.invalid("Cannot find storage network in the zone: no physical network carries storage traffic")
    record = {
        "podid": pod["id"],
        "zoneid": pod["zoneid"],
        "networkid": networks.system_network_id(pod["zoneid"], "Storage"),
        **ctx.given("vlan", "gateway", "netmask", "startip"),
        "endip": ctx.get("endip", ctx.params["startip"]),
    }
    _check(ctx, record, None)
    return {KIND: pick(ctx.store.add(KIND, record), "id", "vlan", "startip", "endip", "gateway", "netmask")}


@command("listStorageNetworkIpRange")
def list_ranges(ctx: Context) -> dict[str, Any]:
    """The ranges of a pod, of a zone, or of all."""
    return ctx.list(ctx.store.all(KIND), _view, ("zoneid", "podid"))


@job("updateStorageNetworkIpRange")
def update(ctx: Context) -> dict[str, Any]:
    """Change a range."""
    held = ctx.record(KIND)
    changed = {**held, **ctx.given("startip", "endip", "netmask", "vlan")}
    _check(ctx, changed, held)
    held.update(changed)
    return {KIND: pick(held, "id", "vlan", "startip", "endip", "gateway", "netmask")}


@job("deleteStorageNetworkIpRange")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a range, unless a system VM holds one of its addresses."""
    held = ctx.record(KIND)
    for machine in ctx.store.where("systemvm", zoneid=held["zoneid"]):
        address = machine.get("storageip")
        if address and addresses.between(address, held["startip"], held["endip"]):
            raise errors.failed(f"The storage IP address {address} of the range is in use by {machine['name']}")
    ctx.store.remove(KIND, held["id"])
    return {"success": True}


def _view(held: Record) -> dict[str, Any]:
    return pick(held, "id", "vlan", "podid", "startip", "endip", "gateway", "networkid", "zoneid", "netmask")


def _check(ctx: Context, wanted: Record, skip: Record | None) -> None:
    try:
        subnet = str(addresses.network_of(wanted["gateway"], wanted["netmask"]))
    except ValueError:
        raise errors.invalid(f"Invalid gateway {wanted['gateway']} or netmask {wanted['netmask']}") from None
    for address in (wanted["startip"], wanted["endip"]):
        if not addresses.inside(address, subnet):
            raise errors.invalid(f"The IP address {address} is not within {subnet}")
    if not addresses.ordered(wanted["startip"], wanted["endip"]):
        raise errors.invalid("The start IP address must have a lower value than the end IP address.")
    mine = (wanted["startip"], wanted["endip"])
    for other in ctx.store.where(KIND, zoneid=wanted["zoneid"]):
        if other is not skip and addresses.spans_overlap(mine, (other["startip"], other["endip"])):
            raise errors.invalid(
                f"Start IP {mine[0]} or end IP {mine[1]} overlaps the range {other['startip']}-{other['endip']}"
            )
