"""Subnets of routed networks: a zone's, and the parts of them that guest networks have."""

from __future__ import annotations

import ipaddress
from typing import Any

from .. import errors
from ..context import Context
from ..store import Record, Store

ZONE = "zoneipv4subnet"
GUEST = "ipv4subnetforguestnetwork"
SIZES = range(2, 31)


def is_routed(offering: Record) -> bool:
    """Whether networks of an offering are routed instead of translated."""
    return str(offering.get("networkmode", "")).upper() == "ROUTED"


def fields(offering: Record) -> dict[str, Any]:
    """What a routed network shows besides."""
    return {"ip4routing": offering.get("routingmode", "Static"), "ip4routes": []} if is_routed(offering) else {}


def free_part(store: Store, parent: Record, size: int) -> str | None:
    """The lowest part of a zone's subnet with this prefix length that no network has, or None."""
    taken = [ipaddress.ip_network(held["subnet"]) for held in store.where(GUEST, parentid=parent["id"])]
    whole = ipaddress.ip_network(parent["subnet"])
    if size < whole.prefixlen:
        return None
    return next(
        (str(part) for part in whole.subnets(new_prefix=size) if not any(part.overlaps(t) for t in taken)), None
    )


def add_part(ctx: Context, parent: Record, subnet: str) -> Record:
    """Set a part of a zone's subnet aside, free for a network."""
    record = {"parentid": parent["id"], "subnet": subnet, "state": "Free", "zoneid": parent["zoneid"]}
    return ctx.store.add(GUEST, {**record, "created": ctx.now()})


def choose(ctx: Context, zone: Record) -> Record:
    """A part for a new network of `cidrsize`: one that was set aside, or a new one. ApiError when none is to be had."""
    size = ctx.get("cidrsize")
    if size is None:
        raise errors.invalid("cidrsize is needed for a routed network without gateway and netmask")
    if size not in SIZES:
        raise errors.invalid(f"Invalid cidrsize {size}: {SIZES[0]} to {SIZES[-1]}")
    for part in ctx.store.where(GUEST, zoneid=zone["id"], state="Free"):
        if part["subnet"].endswith(f"/{size}"):
            return part
    for parent in ctx.store.where(ZONE, zoneid=zone["id"]):
        subnet = free_part(ctx.store, parent, size)
        if subnet is not None:
            return add_part(ctx, parent, subnet)
    raise errors.failed(f"Failed to allocate an IPv4 subnet with the size /{size} in the zone {zone['name']}")


def addresses_of(part: Record) -> dict[str, str]:
    """Gateway, netmask and CIDR of a network that has a part."""
    subnet = ipaddress.ip_network(part["subnet"])
    return {"gateway": str(subnet[1]), "netmask": str(subnet.netmask), "cidr": str(subnet)}


def bind(ctx: Context, network: Record) -> None:
    """Note that a network has the part of its CIDR."""
    for part in ctx.store.where(GUEST, zoneid=network["zoneid"], subnet=network.get("cidr")):
        part.update(state="Allocated", networkid=network["id"], allocated=ctx.now())
