"""Site-to-site VPN connections between a VPC's gateway and a far end. No far end answers: they stay Connecting."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import ids, owners, publicips
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record
from .vpn import CUSTOMER, GATEWAY

KIND = "vpnconnection"
PASSIVE_STATE, ACTIVE_STATE = "Disconnected", "Connecting"


def _view(ctx: Context, connection: Record) -> dict[str, Any]:
    gateway = ctx.store.need(GATEWAY, connection["s2svpngatewayid"])
    far_end = ctx.store.need(CUSTOMER, connection["s2scustomergatewayid"])
    return {
        **pick(connection, "id", "s2svpngatewayid"),
        "publicip": ctx.store.need(publicips.KIND, gateway["_addressid"])["ipaddress"],
        "s2scustomergatewayid": far_end["id"],
        **pick(far_end, "gateway", "cidrlist", "ipsecpsk", "ikepolicy", "esppolicy", "ikelifetime", "esplifetime"),
        **pick(far_end, "dpd", "forceencap"),
        **pick(connection, "state", "passive"),
        **owners.of(connection),
        **pick(connection, "created", "fordisplay"),
        **pick(far_end, "splitconnections", "ikeversion"),
    }


@command("createVpnConnection")
def create(ctx: Context) -> Submitted:
    """Connect a gateway with a far end of the same owner."""
    gateway, far_end = ctx.record(GATEWAY, "s2svpngatewayid"), ctx.record(CUSTOMER, "s2scustomergatewayid")
    if not owners.same_owner(gateway, far_end):
        raise errors.invalid("A VPN connection joins a VPN gateway and a customer gateway of one account")
    if ctx.store.first(KIND, s2svpngatewayid=gateway["id"], s2scustomergatewayid=far_end["id"]):
        raise errors.invalid("The vpn connection with the customer gateway and the vpn gateway already existed!")
    passive = ctx.get("passive", False)
    record = {
        "s2svpngatewayid": gateway["id"],
        "s2scustomergatewayid": far_end["id"],
        "passive": passive,
        "state": PASSIVE_STATE if passive else ACTIVE_STATE,
        "created": ctx.now(),
        "fordisplay": ctx.get("fordisplay", True),
        **owners.copied(gateway),
    }
    return Submitted(ctx.store.add(KIND, record)["id"])


@job("createVpnConnection")
def created(ctx: Context) -> dict[str, Any]:
    """Show the connection."""
    return {KIND: _view(ctx, ctx.store.need(KIND, ctx.instance))}


@job("updateVpnConnection")
def update(ctx: Context) -> dict[str, Any]:
    """Change whether users see a connection, or its id."""
    connection = ctx.record(KIND)
    connection.update(ctx.given("fordisplay"))
    ids.rename(ctx, connection)
    return {KIND: _view(ctx, connection)}


@job("resetVpnConnection")
def reset(ctx: Context) -> dict[str, Any]:
    """Connect anew."""
    connection = ctx.record(KIND)
    return {KIND: _view(ctx, connection)}


@job("deleteVpnConnection")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a connection."""
    ctx.store.remove(KIND, ctx.record(KIND)["id"])
    return {"success": True}


@command("listVpnConnections")
def list_connections(ctx: Context) -> dict[str, Any]:
    """List connections, those of one VPC with `vpcid`."""
    found = ctx.owned(ctx.store.all(KIND))
    if "vpcid" in ctx.params:
        found = [c for c in found if ctx.store.need(GATEWAY, c["s2svpngatewayid"])["vpcid"] == ctx.params["vpcid"]]
    return ctx.list(found, lambda connection: _view(ctx, connection), ("fordisplay",), key=KIND)
