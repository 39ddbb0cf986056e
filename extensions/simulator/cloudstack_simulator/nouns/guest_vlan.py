"""The VLANs that physical networks have for guests, and ranges of them that are kept for one account."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..registry import command, job
from ..shape import pick
from ..store import Record

KIND = "dedicatedguestvlanrange"


@command("listGuestVlans")
def list_guest_vlans(ctx: Context) -> dict[str, Any]:
    """Every guest VLAN of the physical networks, free or taken."""
    networks = (
        [ctx.record("physicalnetwork", "physicalnetworkid")]
        if "physicalnetworkid" in ctx.params
        else (ctx.store.all("physicalnetwork"))
    )
    vlans = [_vlan(ctx, network, vlan) for network in networks for vlan in addresses.vlans(network.get("vlan"))]
    if "vnet" in ctx.params:
        vlans = [vlan for vlan in vlans if vlan["vlan"] == ctx.params["vnet"]]
    if ctx.get("allocatedonly"):
        vlans = [vlan for vlan in vlans if vlan["allocationstate"] == "Allocated"]
    return ctx.list(vlans, dict, ("zoneid",), key="guestvlan")


@command("dedicateGuestVlanRange")
def dedicate(ctx: Context) -> dict[str, Any]:
    """Keep a range of a physical network's VLANs for one account."""
    network = ctx.record("physicalnetwork", "physicalnetworkid")
    text = ctx.params["vlanrange"]
    wanted = set(addresses.vlans(text))
    if not wanted or not wanted <= set(addresses.vlans(network.get("vlan"))):
        raise errors.invalid(f"Unable to find guest vlan by range {text}")
    for held in ctx.store.where(KIND, _networkid=network["id"]):
        if wanted & set(addresses.vlans(held["guestvlanrange"])):
            raise errors.invalid(f"Vlan range {held['guestvlanrange']} is already dedicated")
    owner = ctx.owner()
    record = {
        "guestvlanrange": text,
        "_networkid": network["id"],
        "_zoneid": network["zoneid"],
        "physicalnetworkid": network["_number"],
        "zoneid": ctx.store.need("zone", network["zoneid"])["_number"],
        **owner.fields(),
        "_accountid": owner.account["id"],
    }
    return {"dedicatedguestvlanrange": _view(ctx.store.add(KIND, record))}


@command("listDedicatedGuestVlanRanges")
def list_dedicated(ctx: Context) -> dict[str, Any]:
    """The ranges that are kept for accounts. They show the internal numbers of their network and zone."""
    ranges = ctx.store.all(KIND)
    if "guestvlanrange" in ctx.params:
        ranges = [held for held in ranges if held["guestvlanrange"] == ctx.params["guestvlanrange"]]
    for param, name in (("physicalnetworkid", "_networkid"), ("zoneid", "_zoneid")):
        if param in ctx.params:
            ranges = [held for held in ranges if held[name] == ctx.params[param]]
    return ctx.list(ranges, _view, ("account", "domainid", "projectid"), key=KIND)


@job("releaseDedicatedGuestVlanRange")
def release(ctx: Context) -> dict[str, Any]:
    """Give a range back to all."""
    ctx.store.remove(KIND, ctx.record(KIND)["id"])
    return {"success": True}


def _view(held: Record) -> dict[str, Any]:
    return pick(held, "id", "guestvlanrange", "physicalnetworkid", "zoneid", "account", "projectid", "project",
                "domainid", "domain", "domainpath")  # fmt: skip


def _vlan(ctx: Context, network: Record, vlan: int) -> dict[str, Any]:
    users = ctx.store.where("network", physicalnetworkid=network["id"], vlan=str(vlan))
    ranges = ctx.store.where(KIND, _networkid=network["id"])
    return {
        "id": network["_number"] * 10000000 + vlan,
        "vlan": str(vlan),
        "zoneid": network["zoneid"],
        "zonename": ctx.store.need("zone", network["zoneid"])["name"],
        "physicalnetworkid": network["id"],
        "physicalnetworkname": network["name"],
        "isdedicated": any(vlan in addresses.vlans(held["guestvlanrange"]) for held in ranges),
        "allocationstate": "Allocated" if users else "Free",
        "network": [pick(user, "id", "name") for user in users],
    }
