"""Pods and the ranges of addresses for the machines that manage them."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..model import accepted, zones
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

UNTAGGED = "vlan://untagged"
RANGE_PARAMS = ("gateway", "netmask", "startip", "endip")


@command("createPod")
def create(ctx: Context) -> dict[str, Any]:
    """Make a pod; in an Edge zone it takes no range of addresses."""
    zone = ctx.record("zone", "zoneid")
    edge = zone["type"] == "Edge"
    if edge and any(ctx.get(name) for name in RANGE_PARAMS):
        raise errors.invalid("IP range parameters can not be specified for a pod in an edge zone")
    _refuse_taken_name(ctx, zone, None)
    accepted.refuse_allocation_state(ctx)
    pod = {
        "name": ctx.params["name"],
        "zoneid": zone["id"],
        "gateway": "",
        "netmask": "0.0.0.0",
        "allocationstate": ctx.get("allocationstate", "Enabled"),
        "storageaccessgroups": ",".join(ctx.get("storageaccessgroups", [])) or None,
        "_ranges": [],
    }
    if not edge:
        pod.update(_subnet(ctx, ctx.get("gateway"), ctx.get("netmask")))
        pod["_ranges"] = [_new_range(ctx, pod, ctx.get("startip"), ctx.get("endip"))]
    return {"pod": view(ctx, ctx.store.add("pod", pod))}


@command("listPods")
def list_pods(ctx: Context) -> dict[str, Any]:
    """The pods of a zone, or of all."""
    return ctx.list(ctx.store.all("pod"), lambda pod: view(ctx, pod), ("zoneid", "allocationstate"))


@command("updatePod")
def update(ctx: Context) -> dict[str, Any]:
    """Change a pod's name, state, gateway, netmask or its first range."""
    pod = ctx.record("pod")
    _refuse_taken_name(ctx, ctx.store.need("zone", pod["zoneid"]), pod)
    accepted.refuse_allocation_state(ctx)
    if any(name in ctx.params for name in RANGE_PARAMS):
        if not pod["_ranges"]:
            raise errors.invalid("IP range parameters can not be specified for a pod in an edge zone")
        first = pod["_ranges"][0]
        wanted = {**pod, **_subnet(ctx, ctx.get("gateway", pod["gateway"]), ctx.get("netmask", pod["netmask"]))}
        start, end = ctx.get("startip", first["startip"]), ctx.get("endip", first["endip"])
        changed = {**first, **_checked_range(ctx, wanted, start, end, skip=first)}
        _refuse_losing_used(ctx, pod, changed, first)
        pod.update(pick(wanted, "gateway", "netmask"))
        first.update(changed)
    pod.update(ctx.given("name", "allocationstate"))
    return {"pod": view(ctx, pod)}


@command("deletePod")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove an empty pod; the refusals come in the server's order."""
    pod = ctx.record("pod")
    if zones.private_addresses(ctx.store, pod):
        raise errors.failed("The pod cannot be deleted because there are private IP addresses allocated in this pod.")
    for kind, what in (
        ("volume", "storage volumes"),
        ("virtualmachine", "virtual machines"),
        ("router", "virtual machines"),
        ("host", "servers"),
        ("agent", "servers"),
        ("cluster", "clusters"),
    ):
        if ctx.store.first(kind, podid=pod["id"]):
            raise errors.failed(f"The pod cannot be deleted because there are {what} in this pod.")
    for storage_range in ctx.store.where("storagenetworkiprange", podid=pod["id"]):
        ctx.store.remove("storagenetworkiprange", storage_range["id"])
    ctx.store.remove("pod", pod["id"])
    return {"success": True}


@command("createManagementNetworkIpRange", "deleteManagementNetworkIpRange", "updatePodManagementNetworkIpRange")
def check_pod(ctx: Context) -> Submitted:
    """Find the pod; all else is the job's."""
    ctx.record("pod", "podid")
    return Submitted()


@job("createManagementNetworkIpRange")
def add_range(ctx: Context) -> dict[str, Any]:
    """Give a pod one more range; its gateway must be the pod's."""
    pod = ctx.record("pod", "podid")
    if ctx.params["gateway"] != pod["gateway"]:
        raise errors.invalid(
            f"Multiple gateways for the POD: {_named(pod)} are not allowed. The Gateway should be same as the existing "
            f"Gateway {pod['gateway']}"
        )
    if ctx.params["netmask"] != pod["netmask"]:
        raise errors.invalid(
            f"Multiple subnets for the POD: {_named(pod)} are not allowed. The Netmask should be same as the existing "
            f"Netmask {pod['netmask']}"
        )
    pod["_ranges"].append(_new_range(ctx, pod, ctx.params["startip"], ctx.get("endip")))
    return {"pod": view(ctx, pod)}


@job("updatePodManagementNetworkIpRange")
def change_range(ctx: Context) -> dict[str, Any]:
    """Move the ends of a range."""
    pod = ctx.record("pod", "podid")
    held = _find_range(ctx, pod, ctx.params["currentstartip"], ctx.params["currentendip"])
    start, end = ctx.get("newstartip", held["startip"]), ctx.get("newendip", held["endip"])
    changed = {**held, **_checked_range(ctx, pod, start, end, skip=held)}
    _refuse_losing_used(ctx, pod, changed, held)
    held.update(changed)
    return {"success": True}


@job("deleteManagementNetworkIpRange")
def remove_range(ctx: Context) -> dict[str, Any]:
    """Take a range away from a pod, unless its addresses are used."""
    pod = ctx.record("pod", "podid")
    held = _find_range(ctx, pod, ctx.params["startip"], ctx.params["endip"])
    _refuse_losing_used(ctx, pod, None, held)
    pod["_ranges"].remove(held)
    return {"success": True}


def view(ctx: Context, pod: Record) -> dict[str, Any]:
    """A pod as the API shows it: each range as an object, and once more as four lists."""
    ranges = pod["_ranges"]
    return {
        **pick(pod, "id", "name", "zoneid", "gateway", "netmask", "allocationstate", "storageaccessgroups"),
        "zonename": ctx.store.need("zone", pod["zoneid"])["name"],
        "ipranges": [dict(held) for held in ranges],
        **{name: [held[name] for held in ranges] for name in ("startip", "endip", "forsystemvms", "vlanid")},
        "hasannotations": False,
    }


def _refuse_taken_name(ctx: Context, zone: Record, pod: Record | None) -> None:
    name = ctx.get("name")
    if name is None:
        return
    for other in ctx.store.where("pod", zoneid=zone["id"]):
        if other["name"].lower() == name.lower() and other is not pod:
            raise errors.invalid(
                f'A pod with name: {name} already exists in zone Zone {{"id": "{zone["_number"]}", '
                f'"name": "{zone["name"]}", "uuid": "{zone["id"]}"}}. Please specify a different pod name. '
            )


def _subnet(ctx: Context, gateway: str | None, netmask: str | None) -> dict[str, str]:
    if not gateway or not addresses.is_ipv4(gateway):
        raise errors.invalid("The gateway IP address is invalid.")
    try:
        addresses.network_of(gateway, netmask or "")
    except ValueError:
        raise errors.invalid("The netmask is invalid.") from None
    return {"gateway": gateway, "netmask": netmask or ""}


def _new_range(ctx: Context, pod: Record, start: str | None, end: str | None) -> dict[str, str]:
    vlan = ctx.get("vlan", "untagged").removeprefix("vlan://")
    return {
        **_checked_range(ctx, pod, start, end),
        "forsystemvms": "1" if ctx.get("forsystemvms") else "0",
        "vlanid": f"vlan://{vlan}",
    }


def _checked_range(
    ctx: Context, pod: Record, start: str | None, end: str | None, skip: Record | None = None
) -> dict[str, str]:
    subnet = addresses.network_of(pod["gateway"], pod["netmask"])
    if not start or not addresses.is_ipv4(start):
        raise errors.invalid("The start address of the IP range is not a valid IPv4 address")
    end = end or str(subnet.broadcast_address - 1)
    if not addresses.is_ipv4(end):
        raise errors.invalid("The end address of the IP range is not a valid IPv4 address")
    if not all(addresses.inside(address, str(subnet)) for address in (start, end)):
        raise errors.invalid(f"The start and end IP ({start}-{end}) must be in the pod's subnet {subnet}")
    if not addresses.ordered(start, end):
        raise errors.invalid("The start IP address must have a lower value than the end IP address.")
    if addresses.between(pod["gateway"], start, end):
        raise errors.invalid(f"The gateway {pod['gateway']} must not be inside the range {start}-{end}")
    for other in ctx.store.where("pod", zoneid=pod["zoneid"]):
        for held in other["_ranges"]:
            if held is not skip and addresses.spans_overlap((start, end), (held["startip"], held["endip"])):
                raise errors.invalid(
                    f"The new range {start}-{end} overlaps the range {held['startip']}-{held['endip']} "
                    f"of the pod {other['name']}"
                )
    return {"startip": start, "endip": end}


def _find_range(ctx: Context, pod: Record, start: str, end: str) -> dict[str, str]:
    for held in pod["_ranges"]:
        if (held["startip"], held["endip"]) == (start, end):
            return held
    raise errors.invalid(f"The IP range: {start}-{end} does not exist in the POD: {_named(pod)}")


def _refuse_losing_used(ctx: Context, pod: Record, kept: dict[str, str] | None, held: dict[str, str]) -> None:
    for address in zones.private_addresses(ctx.store, pod):
        inside_now = addresses.between(address, held["startip"], held["endip"])
        if inside_now and not (kept and addresses.between(address, kept["startip"], kept["endip"])):
            raise errors.failed(f"The IP address {address} of the pod {pod['name']} is in use")


def _named(pod: Record) -> str:
    return f'HostPod {{"id":{pod["_number"]},"name":"{pod["name"]}","uuid":"{pod["id"]}"}}'
