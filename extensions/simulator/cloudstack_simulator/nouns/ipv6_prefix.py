"""IPv6 prefixes from which a zone's guest networks get their subnets of 64 bits."""

from __future__ import annotations

import ipaddress
from typing import Any

from .. import errors
from ..context import Context
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

KIND = "guestnetworkipv6prefix"
SUBNET_BITS = 64


def _parsed(prefix: str) -> ipaddress.IPv6Network:
    try:
        network = ipaddress.IPv6Network(prefix, strict=True)
    except ValueError:
        raise errors.invalid(f"IPv6 prefix {prefix} is not valid") from None
    if network.prefixlen > SUBNET_BITS:
        raise errors.invalid(f"IPv6 prefix {prefix} must be of {SUBNET_BITS} bits or less")
    return network


def _view(held: Record) -> dict[str, Any]:
    total = 2 ** (SUBNET_BITS - _parsed(held["prefix"]).prefixlen)
    counts = {"usedsubnets": 0, "availablesubnets": total, "totalsubnets": total}
    return {**pick(held, "id", "prefix", "zoneid"), **counts, "created": held["created"]}


@command("createGuestNetworkIpv6Prefix")
def create(ctx: Context) -> Submitted:
    """Give a zone a prefix that overlaps with no other."""
    zone, network = ctx.record("zone", "zoneid"), _parsed(ctx.params["prefix"])
    for held in ctx.store.all(KIND):
        if network.overlaps(_parsed(held["prefix"])):
            raise errors.invalid(f"IPv6 prefix {network} overlaps with {held['prefix']}")
    record = {"prefix": ctx.params["prefix"], "zoneid": zone["id"], "created": ctx.now()}
    return Submitted(ctx.store.add(KIND, record)["id"])


@job("createGuestNetworkIpv6Prefix")
def created(ctx: Context) -> dict[str, Any]:
    """Show the prefix, under the key that the server gives it."""
    return {"null": _view(ctx.store.need(KIND, ctx.instance))}


@job("deleteGuestNetworkIpv6Prefix")
def delete(ctx: Context) -> dict[str, Any]:
    """Take a prefix away."""
    ctx.store.remove(KIND, ctx.record(KIND)["id"])
    return {"success": True}


@command("listGuestNetworkIpv6Prefixes")
def list_prefixes(ctx: Context) -> dict[str, Any]:
    """The prefixes of a zone, or of all."""
    return ctx.list(ctx.store.all(KIND), _view, ("zoneid",), key=KIND, name="prefix")
