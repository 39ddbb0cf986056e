"""Service offerings and disk offerings."""

from __future__ import annotations

from typing import Any

from ..context import Context
from ..registry import command
from ..shape import compact, public
from ..store import Record

SERVICE_FILTERS = ("cpunumber", "cpuspeed", "memory", "state", "storagetype", "encryptroot")


def _in_domain(ctx: Context, offering: Record) -> bool:
    """Whether an offering of certain domains is the caller's; those without a domain are everybody's."""
    return ctx.caller.is_admin or not offering.get("domainid") or ctx.caller.domain["id"] in offering["domainid"]


@command("listServiceOfferings")
def list_service_offerings(ctx: Context) -> dict[str, Any]:
    """The service offerings; those that an instance has not yet, with `virtualmachineid`."""
    found = [o for o in ctx.store.all("serviceoffering") if _in_domain(ctx, o)]
    found = [o for o in found if o.get("issystem", False) == ctx.get("issystem", False)]
    instance = ctx.maybe("virtualmachine", "virtualmachineid")
    if instance is not None:
        found = [o for o in found if o["id"] != instance["serviceofferingid"]]
    return ctx.list(found, public, SERVICE_FILTERS)


def _disk_view(offering: Record) -> dict[str, Any]:
    return compact(**public(offering))


@command("listDiskOfferings")
def list_disk_offerings(ctx: Context) -> dict[str, Any]:
    """The disk offerings."""
    found = [o for o in ctx.store.all("diskoffering") if _in_domain(ctx, o)]
    return ctx.list(found, _disk_view, ("state", "storagetype", "encrypt"))
