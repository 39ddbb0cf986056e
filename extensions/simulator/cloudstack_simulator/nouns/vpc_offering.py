"""VPC offerings."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import offering_scope, offering_services
from ..registry import Submitted, command, job
from ..shape import compact, public
from ..store import Record

KIND = "vpcoffering"
STATES = {"enabled": "Enabled", "disabled": "Disabled"}


def _view(offering: Record) -> dict[str, Any]:
    return compact(**public(offering))


@command("createVPCOffering")
def create(ctx: Context) -> Submitted:
    """Make a VPC offering; it is disabled until it is enabled."""
    name = ctx.params["name"]
    if ctx.store.first(KIND, name=name):
        raise errors.invalid(f"VPC offering with name {name} already exists")
    record = {
        "name": name,
        "displaytext": ctx.get("displaytext") or name,
        "created": ctx.now(),
        "isdefault": False,
        "state": "Enabled" if ctx.get("enable") else "Disabled",
        "service": offering_services.of_vpc(ctx),
        "distributedvpcrouter": offering_services.capable(ctx, "Connectivity", "DistributedRouter"),
        "supportsregionLevelvpc": offering_services.capable(ctx, "Connectivity", "RegionLevelVPC"),
        "fornsx": ctx.get("fornsx", False),
        **ctx.given("networkmode", "routingmode"),
        "internetprotocol": ctx.get("internetprotocol", "IPv4"),
        "specifyasnumber": ctx.get("specifyasnumber", False),
        "conservemode": ctx.get("conservemode", False),
        **offering_scope.fields(ctx),
    }
    return Submitted(ctx.store.add(KIND, record)["id"])


@job("createVPCOffering")
def created(ctx: Context) -> dict[str, Any]:
    """Show the offering."""
    return {KIND: _view(ctx.store.need(KIND, ctx.instance))}


@job("updateVPCOffering")
def update(ctx: Context) -> dict[str, Any]:
    """Change an offering's texts, state or place."""
    offering = ctx.record(KIND)
    offering.update({name: value for name, value in ctx.given("name", "displaytext").items() if value})
    if "state" in ctx.params:
        state = STATES.get(ctx.params["state"].lower())
        if state is None:
            raise errors.invalid(f"Invalid state {ctx.params['state']}. Supported: Enabled, Disabled")
        offering["state"] = state
    offering_scope.change(ctx, offering)
    return {KIND: _view(offering)}


@job("deleteVPCOffering")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove an offering that no VPC has."""
    return offering_scope.remove(ctx, ctx.record(KIND), "vpc")


@command("listVPCOfferings")
def list_vpc_offerings(ctx: Context) -> dict[str, Any]:
    """The VPC offerings."""
    found = [held for held in ctx.store.all(KIND) if offering_scope.visible(ctx, held)]
    found = [held for held in found if offering_scope.in_zone(ctx, held)]
    wanted = set(ctx.get("supportedservices", ()))
    found = [held for held in found if wanted <= {service["name"] for service in held["service"]}]
    return ctx.list(found, _view, ("state", "isdefault", "displaytext"))
