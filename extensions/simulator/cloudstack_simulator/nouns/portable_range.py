"""Portable ranges of addresses: they belong to a region."""

from __future__ import annotations

from functools import partial
from typing import Any

from .. import addresses, errors
from ..context import Context
from ..model import publicips
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

KIND = publicips.PORTABLE
SHOWN = ("id", "regionid", "gateway", "netmask", "vlan", "startip", "endip")


@command("createPortableIpRange")
def create(ctx: Context) -> Submitted:
    """Add a range to a region."""
    region, start, end = ctx.params["regionid"], ctx.params["startip"], ctx.params["endip"]
    if ctx.store.get("region", region) is None:
        raise errors.invalid(f"Invalid region ID: {region}")
    try:
        cidr = str(addresses.network_of(ctx.params["gateway"], ctx.params["netmask"]))
    except ValueError:
        raise errors.invalid("Invalid gateway or netmask of the portable IP range") from None
    if not all(addresses.inside(address, cidr) for address in (start, end)) or not addresses.ordered(start, end):
        raise errors.invalid("Invalid portable ip range: start and end IP must be in order, in the gateway's subnet")
    for held in ctx.store.where(KIND, regionid=region):
        if addresses.spans_overlap((start, end), (held["startip"], held["endip"])):
            raise errors.invalid(
                f"Ip  range: {start}-{end} overlaps with a portable IP range already configured in the region {region}"
            )
    record = {**ctx.given(*SHOWN), "vlan": ctx.get("vlan", "untagged")}
    return Submitted(ctx.store.add(KIND, record)["id"])


@job("createPortableIpRange")
def created(ctx: Context) -> dict[str, Any]:
    """Show the range."""
    return {KIND: pick(ctx.store.need(KIND, ctx.instance), *SHOWN)}


@command("listPortableIpRanges")
def list_ranges(ctx: Context) -> dict[str, Any]:
    """The ranges of a region, or of all, with every address."""
    return ctx.list(ctx.store.all(KIND), partial(_view, ctx), ("regionid",))


@job("deletePortableIpRange")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a range that nobody has an address of."""
    held = ctx.record(KIND)
    if ctx.store.first(publicips.KIND, vlanid=held["id"]):
        raise errors.invalid("Portable IP range cannot be removed while its addresses are in use")
    ctx.store.remove(KIND, held["id"])
    return {"success": True}


def _view(ctx: Context, held: Record) -> dict[str, Any]:
    span = addresses.span(held["startip"], held["endip"])
    shown = [publicips.portable_state(ctx.store, held, address) for address in span]
    return {**pick(held, *SHOWN), "portableipaddress": shown}
