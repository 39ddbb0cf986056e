"""Subnets for routed networks."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..model import owners, routed
from ..registry import command, job
from ..shape import compact, pick
from ..store import Record


def _zone_view(ctx: Context, subnet: Record) -> dict[str, Any]:
    zone = ctx.store.need("zone", subnet["zoneid"])
    return {
        **pick(subnet, "id", "subnet"),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        **owners.of(subnet),
        "created": subnet["created"],
    }


def _check(ctx: Context, text: str, but: str | None = None) -> None:
    if not addresses.is_cidr(text):
        raise errors.invalid(f"Invalid IPv4 subnet {text}")
    for held in ctx.store.all(routed.ZONE):
        if held["id"] != but and addresses.overlap(held["subnet"], text):
            raise errors.invalid(f"Existing zone subnet {held['subnet']} has overlap with: {text}")


@job("createIpv4SubnetForZone")
def create(ctx: Context) -> dict[str, Any]:
    """Give a zone a subnet for its routed networks."""
    _check(ctx, ctx.params["subnet"])
    record = {**ctx.given("zoneid", "subnet"), **owners.kept_for(ctx), "created": ctx.now()}
    return {routed.ZONE: _zone_view(ctx, ctx.store.add(routed.ZONE, record))}


def _parts(ctx: Context, subnet: Record) -> list[Record]:
    return ctx.store.where(routed.GUEST, parentid=subnet["id"])


@job("updateIpv4SubnetForZone")
def update(ctx: Context) -> dict[str, Any]:
    """Change a subnet that no network has a part of."""
    subnet = ctx.record(routed.ZONE)
    _check(ctx, ctx.params["subnet"], subnet["id"])
    if not all(addresses.holds(ctx.params["subnet"], part["subnet"]) for part in _parts(ctx, subnet)):
        raise errors.invalid("Guest networks have parts of the subnet outside of the new one")
    subnet["subnet"] = ctx.params["subnet"]
    return {routed.ZONE: _zone_view(ctx, subnet)}


@job("deleteIpv4SubnetForZone")
def delete(ctx: Context) -> dict[str, Any]:
    """Take a subnet away that no network has a part of."""
    subnet = ctx.record(routed.ZONE)
    if _parts(ctx, subnet):
        raise errors.invalid("The IPv4 subnet has been assigned to guest networks")
    ctx.store.remove(routed.ZONE, subnet["id"])
    return {"success": True}


@job("dedicateIpv4SubnetForZone")
def dedicate(ctx: Context) -> dict[str, Any]:
    """Keep a subnet for one owner."""
    subnet = ctx.record(routed.ZONE)
    subnet.update(owners.kept_for(ctx))
    return {routed.ZONE: _zone_view(ctx, subnet)}


@job("releaseIpv4SubnetForZone")
def free(ctx: Context) -> dict[str, Any]:
    """Give a dedicated subnet back to all."""
    subnet = ctx.record(routed.ZONE)
    owners.give_back(subnet)
    return {routed.ZONE: _zone_view(ctx, subnet)}


@command("listIpv4SubnetsForZone")
def list_zone(ctx: Context) -> dict[str, Any]:
    """List the zones' subnets."""
    fields = ("zoneid", "subnet", "account", "domainid", "projectid")
    return ctx.list(ctx.store.all(routed.ZONE), lambda held: _zone_view(ctx, held), fields, key=routed.ZONE)


def _guest_view(ctx: Context, part: Record) -> dict[str, Any]:
    parent, zone = ctx.store.need(routed.ZONE, part["parentid"]), ctx.store.need("zone", part["zoneid"])
    network = ctx.store.get("network", part.get("networkid"))
    return {
        "id": part["id"],
        "parentid": parent["id"],
        "parentsubnet": parent["subnet"],
        **pick(part, "subnet", "state"),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        **compact(networkid=network and network["id"], networkname=network and network["name"]),
        **pick(part, "created", "allocated"),
    }


@job("createIpv4SubnetForGuestNetwork")
def create_part(ctx: Context) -> dict[str, Any]:
    """Set a part of a zone's subnet aside: a certain one, or one of a size."""
    parent = ctx.record(routed.ZONE, "parentid")
    subnet = ctx.get("subnet")
    if subnet is None:
        size = ctx.get("cidrsize")
        if size not in routed.SIZES:
            raise errors.invalid("One of subnet and cidrsize is needed")
        subnet = routed.free_part(ctx.store, parent, size)
        if subnet is None:
            raise errors.failed(f"Failed to create a subnet of the size /{size} in {parent['subnet']}")
    elif not addresses.is_cidr(subnet) or not addresses.holds(parent["subnet"], subnet):
        raise errors.invalid(f"{subnet} is not within {parent['subnet']}")
    elif any(addresses.overlap(subnet, part["subnet"]) for part in _parts(ctx, parent)):
        raise errors.invalid(f"Existing guest subnets have overlap with: {subnet}")
    return {routed.GUEST: _guest_view(ctx, routed.add_part(ctx, parent, subnet))}


@job("deleteIpv4SubnetForGuestNetwork")
def delete_part(ctx: Context) -> dict[str, Any]:
    """Give back a part that no network uses."""
    part = ctx.record(routed.GUEST)
    if part.get("networkid"):
        raise errors.invalid("The subnet is used by a network")
    ctx.store.remove(routed.GUEST, part["id"])
    return {"success": True}


@command("listIpv4SubnetsForGuestNetwork")
def list_parts(ctx: Context) -> dict[str, Any]:
    """List the parts of the zones' subnets."""
    fields = ("parentid", "subnet", "zoneid", "networkid")
    return ctx.list(ctx.store.all(routed.GUEST), lambda part: _guest_view(ctx, part), fields, key=routed.GUEST)
