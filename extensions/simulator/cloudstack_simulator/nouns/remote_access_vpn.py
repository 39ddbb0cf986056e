"""Remote access VPNs on source NAT addresses, and the users that may dial in."""

from __future__ import annotations

import secrets
from typing import Any

from .. import errors
from ..context import Context
from ..model import ids, owners, publicips
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

VPN = "remoteaccessvpn"
USER = "vpnuser"
RANGE_SETTING = "remote.access.vpn.client.iprange"
KEY_LENGTH = 24


def _vpn_view(vpn: Record) -> dict[str, Any]:
    return {**pick(vpn, "publicipid", "publicip", "iprange", "presharedkey"), **owners.of(vpn),
            **pick(vpn, "state", "id", "fordisplay")}  # fmt: skip


def _client_range(ctx: Context) -> str:
    """The range that clients get: the lowest address is the server's own."""
    text = ctx.get("iprange") or ctx.store.need("configuration", RANGE_SETTING)["value"]
    first, _dash, last = text.partition("-")
    if not last:
        raise errors.invalid(f"Invalid ip range {text}: it is to be FIRST-LAST")
    head, _dot, tail = first.rpartition(".")
    return f"{head}.{int(tail) + 1}-{last}" if tail.isdigit() else text


@command("createRemoteAccessVpn")
def create(ctx: Context) -> Submitted:
    """Let users dial in to the network of a source NAT address."""
    address = ctx.record(publicips.KIND, "publicipid")
    if not (address.get("associatednetworkid") or address.get("vpcid")):
        raise errors.invalid("The Public IP address is not associated with a VPC or a network")
    if not address["issourcenat"]:
        raise errors.invalid("The Public IP address is not the source NAT address of its network")
    if ctx.store.first(VPN, publicipid=address["id"]):
        raise errors.invalid(f"A remote access VPN exists on the address {address['ipaddress']} already")
    record = {
        "publicipid": address["id"],
        "publicip": address["ipaddress"],
        "iprange": _client_range(ctx),
        "presharedkey": secrets.token_hex(KEY_LENGTH // 2),
        "state": "Added",
        "fordisplay": ctx.get("fordisplay", True),
        **owners.copied(address),
    }
    return Submitted(ctx.store.add(VPN, record)["id"])


@job("createRemoteAccessVpn")
def created(ctx: Context) -> dict[str, Any]:
    """The VPN runs."""
    vpn = ctx.store.need(VPN, ctx.instance)
    vpn["state"] = "Running"
    return {VPN: _vpn_view(vpn)}


@job("updateRemoteAccessVpn")
def update(ctx: Context) -> dict[str, Any]:
    """Change whether users see a VPN, or its id."""
    vpn = ctx.record(VPN)
    vpn.update(ctx.given("fordisplay"))
    ids.rename(ctx, vpn)
    return {VPN: _vpn_view(vpn)}


@job("deleteRemoteAccessVpn")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove the VPN of an address."""
    vpn = ctx.store.first(VPN, publicipid=ctx.params["publicipid"])
    if vpn is None:
        raise errors.invalid("There is no remote access VPN on this public IP address")
    ctx.store.remove(VPN, vpn["id"])
    return {"success": True}


@command("listRemoteAccessVpns")
def list_vpns(ctx: Context) -> dict[str, Any]:
    """List the VPNs, those of one network with `networkid`."""
    found = ctx.owned(ctx.store.all(VPN))
    if "networkid" in ctx.params:
        served = {a["id"] for a in ctx.store.where(publicips.KIND, associatednetworkid=ctx.params["networkid"])}
        found = [vpn for vpn in found if vpn["publicipid"] in served]
    return ctx.list(found, _vpn_view, ("publicipid", "fordisplay"), key=VPN)


def _user_view(user: Record) -> dict[str, Any]:
    return {**pick(user, "id", "username"), **owners.of(user), "state": user["state"]}


@command("addVpnUser")
def add_user(ctx: Context) -> Submitted:
    """Let an account's user dial in."""
    owner, name = ctx.owner(), ctx.params["username"]
    if ctx.store.first(USER, username=name, _accountid=owner.account["id"]):
        raise errors.invalid(f"VPN User with name {name} is already added for account {owner.account['name']}")
    return Submitted(ctx.store.add(USER, {"username": name, "state": "Add", **owners.stamp(owner)})["id"])


@job("addVpnUser")
def user_added(ctx: Context) -> dict[str, Any]:
    """The user may dial in."""
    user = ctx.store.need(USER, ctx.instance)
    user["state"] = "Active"
    return {USER: _user_view(user)}


@command("removeVpnUser")
def prepare_remove(ctx: Context) -> Submitted:
    """Find the user by name."""
    owner, name = ctx.owner(), ctx.params["username"]
    user = ctx.store.first(USER, username=name, _accountid=owner.account["id"])
    if user is None:
        raise errors.invalid(f"User {name} is not in VPN access list of the account {owner.account['name']}")
    return Submitted(user["id"])


@job("removeVpnUser")
def remove_user(ctx: Context) -> dict[str, Any]:
    """Let a user dial in no more."""
    ctx.store.remove(USER, ctx.instance)
    return {"success": True}


@command("listVpnUsers")
def list_users(ctx: Context) -> dict[str, Any]:
    """List who may dial in."""
    return ctx.list(ctx.owned(ctx.store.all(USER)), _user_view, ("username",), key=USER, name="username")
