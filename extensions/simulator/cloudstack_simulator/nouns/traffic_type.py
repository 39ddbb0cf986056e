"""Traffic types of physical networks."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

KINDS = {word.lower(): word for word in ("Public", "Guest", "Management", "Control", "Storage", "Vpn")}
LABELS = ("kvmnetworklabel", "xennetworklabel", "vmwarenetworklabel", "hypervnetworklabel", "ovm3networklabel")
ONE_A_ZONE = ("Management", "Storage", "Public")


@command("addTrafficType")
def add(ctx: Context) -> Submitted:
    """Give a physical network one more kind of traffic."""
    network = ctx.record("physicalnetwork", "physicalnetworkid")
    kind = KINDS.get(ctx.params["traffictype"].lower())
    if kind is None:
        raise errors.invalid(f"Invalid traffic type {ctx.params['traffictype']}")
    if ctx.store.first("traffictype", physicalnetworkid=network["id"], traffictype=kind):
        raise errors.failed(f"This physical network already supports the traffic type: {kind}")
    if kind in ONE_A_ZONE and _elsewhere(ctx, network, kind):
        raise errors.failed(f"{kind} Traffic Type is already supported by another physical network of this zone")
    record = {
        "traffictype": kind,
        "physicalnetworkid": network["id"],
        **{label: ctx.params[label] for label in LABELS if ctx.get(label)},
        "vlan": ctx.get("vlan"),
    }
    return Submitted(ctx.store.add("traffictype", record)["id"])


@job("addTrafficType")
def added(ctx: Context) -> dict[str, Any]:
    """Show the traffic type."""
    return {"traffictype": view(ctx, ctx.store.need("traffictype", ctx.instance))}


@command("listTrafficTypes")
def list_traffic_types(ctx: Context) -> dict[str, Any]:
    """The traffic types of one physical network."""
    return ctx.list(ctx.store.all("traffictype"), lambda record: view(ctx, record), ("physicalnetworkid",))


@job("updateTrafficType")
def update(ctx: Context) -> dict[str, Any]:
    """Change the labels; an empty label is forgotten."""
    traffic = ctx.record("traffictype")
    for label, value in ctx.given(*LABELS).items():
        traffic[label] = value or None
    return {"traffictype": view(ctx, traffic)}


@job("deleteTrafficType")
def delete(ctx: Context) -> dict[str, Any]:
    """Take the traffic type off its physical network."""
    traffic = ctx.record("traffictype")
    network_id = traffic["physicalnetworkid"]
    if traffic["traffictype"] == "Guest" and ctx.store.first("network", physicalnetworkid=network_id):
        raise errors.failed(f"The Traffic Type is not deletable because there are networks with this type in physical "
                            f"network {network_id}")  # fmt: skip
    ctx.store.remove("traffictype", traffic["id"])
    return {"success": True}


def view(ctx: Context, traffic: Record) -> dict[str, Any]:
    """A traffic type as the API shows it."""
    network = ctx.store.need("physicalnetwork", traffic["physicalnetworkid"])
    answer = pick(traffic, "id", "traffictype", "physicalnetworkid", *LABELS)
    if network["_isolation"]:
        answer["isolationmethods"] = ",".join(network["_isolation"])
    return answer


def _elsewhere(ctx: Context, network: Record, kind: str) -> bool:
    others = {n["id"] for n in ctx.store.where("physicalnetwork", zoneid=network["zoneid"])} - {network["id"]}
    return any(t["physicalnetworkid"] in others for t in ctx.store.where("traffictype", traffictype=kind))
