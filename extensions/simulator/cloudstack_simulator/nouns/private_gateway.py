"""Private gateways of VPCs: a way out that is not the public one."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..model import acls, owners
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

KIND = "privategateway"


def _view(ctx: Context, gateway: Record) -> dict[str, Any]:
    zone, vpc = ctx.store.need("zone", gateway["zoneid"]), ctx.store.need("vpc", gateway["vpcid"])
    acl = ctx.store.get(acls.LIST, gateway["aclid"]) or acls.DENY
    return {
        **pick(gateway, "id", "gateway", "netmask", "ipaddress"),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        "vlan": gateway["vlan"],
        "vpcid": vpc["id"],
        "vpcname": vpc["name"],
        "physicalnetworkid": gateway["physicalnetworkid"],
        **owners.of(gateway),
        **pick(gateway, "state", "sourcenatsupported"),
        **_associated(ctx, gateway),
        "aclid": acl["id"],
        "aclname": acl["name"],
    }


def _associated(ctx: Context, gateway: Record) -> dict[str, Any]:
    network = ctx.store.get("network", gateway.get("associatednetworkid"))
    return {"associatednetworkid": network["id"], "associatednetwork": network["name"]} if network else {}


def _physical_network(ctx: Context, zone_id: str) -> str:
    if "physicalnetworkid" in ctx.params:
        return ctx.record("physicalnetwork", "physicalnetworkid")["id"]
    for physical in ctx.store.where("physicalnetwork", zoneid=zone_id):
        if ctx.store.first("traffictype", physicalnetworkid=physical["id"], traffictype="Guest"):
            return physical["id"]
    raise errors.invalid("The zone has no physical network that carries guest traffic")


def _vlan(ctx: Context) -> str:
    network = ctx.maybe("network", "associatednetworkid")
    if network is not None and network.get("vlan"):
        return f"vlan://{network['vlan']}"
    if "vlan" not in ctx.params:
        raise errors.invalid("A private gateway needs a VLAN")
    return f"vlan://{ctx.params['vlan'].removeprefix('vlan://')}"


def _check_addresses(ctx: Context) -> None:
    try:
        subnet = addresses.network_of(ctx.params["gateway"], ctx.params["netmask"])
    except ValueError:
        raise errors.invalid(f"No network has the gateway {ctx.params['gateway']} and this netmask") from None
    if not addresses.is_ipv4(ctx.params["ipaddress"]) or not addresses.inside(ctx.params["ipaddress"], str(subnet)):
        raise errors.invalid(f"{ctx.params['ipaddress']} is not an address of {subnet}")


@command("createPrivateGateway")
def create(ctx: Context) -> Submitted:
    """Give a VPC another way out, on a VLAN."""
    vpc, vlan = ctx.record("vpc", "vpcid"), _vlan(ctx)
    _check_addresses(ctx)
    if ctx.store.first(KIND, vpcid=vpc["id"], vlan=vlan, ipaddress=ctx.params["ipaddress"]):
        raise errors.invalid(f"Private gateway with the VLAN {vlan} and the address exists already in the VPC")
    record = {
        **ctx.given("gateway", "netmask", "ipaddress", "associatednetworkid"),
        "zoneid": vpc["zoneid"],
        "vlan": vlan,
        "vpcid": vpc["id"],
        "physicalnetworkid": _physical_network(ctx, vpc["zoneid"]),
        "state": "Creating",
        "sourcenatsupported": ctx.get("sourcenatsupported", False),
        "aclid": ctx.get("aclid", acls.DENY["id"]),
        **owners.copied(vpc),
    }
    return Submitted(ctx.store.add(KIND, record)["id"])


@job("createPrivateGateway")
def created(ctx: Context) -> dict[str, Any]:
    """The gateway is ready."""
    gateway = ctx.store.need(KIND, ctx.instance)
    gateway["state"] = "Ready"
    return {KIND: _view(ctx, gateway)}


@job("deletePrivateGateway")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a gateway."""
    gateway = ctx.record(KIND)
    routes = ctx.store.where("staticroute", vpcgatewayid=gateway["id"])
    if routes:
        raise errors.internal(
            f"Can't delete private gateway {gateway['id']} as it has {len(routes)} static routes applied. "
            "Remove the routes first"
        )
    ctx.store.remove(KIND, gateway["id"])
    return {"success": True}


@command("listPrivateGateways")
def list_gateways(ctx: Context) -> dict[str, Any]:
    """List private gateways."""
    found = ctx.owned(ctx.store.all(KIND))
    if "vlan" in ctx.params:
        wanted = ctx.params["vlan"].removeprefix("vlan://")
        found = [gateway for gateway in found if gateway["vlan"].removeprefix("vlan://") == wanted]
    return ctx.list(found, lambda gateway: _view(ctx, gateway), ("vpcid", "ipaddress", "state"), key=KIND)
