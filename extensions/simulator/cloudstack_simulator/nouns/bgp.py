"""Numbers of autonomous systems that a zone may use, and its BGP peers."""

from __future__ import annotations

import ipaddress
from typing import Any

from .. import errors
from ..context import Context
from ..model import owners
from ..registry import Submitted, command, job
from ..shape import as_dict, compact, pick
from ..store import Record

RANGE = "asnumberrange"
PEER = "bgppeer"
LARGEST = 4294967295


def _range_view(held: Record) -> dict[str, Any]:
    return pick(held, "id", "zoneid", "startasn", "endasn", "created")


@command("createASNRange")
def create_range(ctx: Context) -> dict[str, Any]:
    """Give a zone a range of numbers that overlaps with none of its others."""
    zone, start, end = ctx.record("zone", "zoneid"), ctx.params["startasn"], ctx.params["endasn"]
    if not 1 <= start <= end <= LARGEST:
        raise errors.invalid("Please specify a valid AS number range: the start must not be after the end")
    for held in ctx.store.where(RANGE, zoneid=zone["id"]):
        if start <= held["endasn"] and held["startasn"] <= end:
            raise errors.invalid(f"Cannot create the AS number range {start}-{end} as it overlaps with another")
    record = {"zoneid": zone["id"], "startasn": start, "endasn": end, "created": ctx.now()}
    return {RANGE: _range_view(ctx.store.add(RANGE, record))}


@command("deleteASNRange")
def delete_range(ctx: Context) -> dict[str, Any]:
    """Take a range away."""
    ctx.store.remove(RANGE, ctx.record(RANGE)["id"])
    return {"success": True}


@command("listASNRanges")
def list_ranges(ctx: Context) -> dict[str, Any]:
    """The ranges of a zone, or of all."""
    return ctx.list(ctx.store.all(RANGE), _range_view, ("zoneid",), key=RANGE)


@command("listASNumbers")
def list_numbers(ctx: Context) -> dict[str, Any]:
    """Every number of the ranges; networks that would take one are not simulated, so all are free."""
    numbers = [
        {
            "id": f"{held['id']}-{number}",
            "zoneid": held["zoneid"],
            "zonename": ctx.store.need("zone", held["zoneid"])["name"],
            "asnrangeid": held["id"],
            "asnrange": f"{held['startasn']}-{held['endasn']}",
            "asnumber": number,
            "allocationstate": "Free",
        }
        for held in ctx.store.all(RANGE)
        for number in range(held["startasn"], held["endasn"] + 1)
    ]
    if ctx.get("isallocated"):
        numbers = []
    return ctx.list(numbers, _without_id, ("zoneid", "asnrangeid", "asnumber"), key="asnumber")


def _without_id(number: Record) -> dict[str, Any]:
    return {name: value for name, value in number.items() if name != "id"}


def _peer_view(ctx: Context, peer: Record) -> dict[str, Any]:
    zone = ctx.store.need("zone", peer["zoneid"])
    return {
        **pick(peer, "id", "ipaddress", "ip6address", "asnumber"),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        **owners.of(peer),
        **compact(details=peer.get("_details") or None),
        **pick(peer, "created"),
    }


def _check_addresses(ctx: Context) -> None:
    for param, version in (("ipaddress", 4), ("ip6address", 6)):
        given = ctx.get(param)
        try:
            wrong = given and ipaddress.ip_address(given).version != version
        except ValueError:
            wrong = True
        if wrong:
            raise errors.invalid(f"The IPv{version} address of the BGP peer is invalid: {given}")


@command("createBgpPeer")
def create_peer(ctx: Context) -> Submitted:
    """Make a peer known to a zone, for all or for one owner."""
    zone = ctx.record("zone", "zoneid")
    _check_addresses(ctx)
    given = ctx.given("ipaddress", "ip6address")
    if not given:
        raise errors.invalid("At least one of IPv4 address and IPv6 address must be specified for the BGP peer")
    for name, address in given.items():
        if ctx.store.first(PEER, zoneid=zone["id"], **{name: address}):
            raise errors.invalid(f"There is already a BGP peer with the address {address} in the zone")
    record = {
        **given,
        **ctx.given("asnumber"),
        "zoneid": zone["id"],
        "created": ctx.now(),
        "_password": ctx.get("password"),
        "_details": as_dict(ctx.get("details")),
        **owners.kept_for(ctx),
    }
    return Submitted(ctx.store.add(PEER, record)["id"])


@job("createBgpPeer")
def created_peer(ctx: Context) -> dict[str, Any]:
    """Show the peer."""
    return {PEER: _peer_view(ctx, ctx.store.need(PEER, ctx.instance))}


@job("updateBgpPeer")
def update_peer(ctx: Context) -> dict[str, Any]:
    """Change a peer's addresses, number, password or details."""
    peer = ctx.record(PEER)
    _check_addresses(ctx)
    peer.update(ctx.given("ipaddress", "ip6address", "asnumber"))
    if "password" in ctx.params:
        peer["_password"] = ctx.params["password"]
    if "details" in ctx.params or ctx.get("cleanupdetails"):
        peer["_details"] = as_dict(ctx.get("details"))
    return {PEER: _peer_view(ctx, peer)}


@job("dedicateBgpPeer")
def dedicate_peer(ctx: Context) -> dict[str, Any]:
    """Keep a peer for one owner."""
    peer = ctx.record(PEER)
    peer.update(owners.kept_for(ctx))
    return {PEER: _peer_view(ctx, peer)}


@job("releaseBgpPeer")
def release_peer(ctx: Context) -> dict[str, Any]:
    """Give a peer back to all."""
    peer = ctx.record(PEER)
    owners.give_back(peer)
    return {PEER: _peer_view(ctx, peer)}


@job("deleteBgpPeer")
def delete_peer(ctx: Context) -> dict[str, Any]:
    """Forget a peer."""
    ctx.store.remove(PEER, ctx.record(PEER)["id"])
    return {"success": True}


@command("listBgpPeers")
def list_peers(ctx: Context) -> dict[str, Any]:
    """The peers of a zone, or of all."""
    found = ctx.store.all(PEER)
    if "isdedicated" in ctx.params:
        found = [peer for peer in found if bool(peer.get("domainid")) == ctx.params["isdedicated"]]
    fields = ("zoneid", "asnumber", "account", "domainid", "projectid")
    return ctx.list(found, lambda peer: _peer_view(ctx, peer), fields, key=PEER, name="ipaddress")
