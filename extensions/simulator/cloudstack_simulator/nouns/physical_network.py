"""Physical networks; their providers come with them."""

from __future__ import annotations

import re
from typing import Any

from .. import errors
from ..context import Context
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record
from .network_provider import add_default_providers, remove_providers

MAX_TAG = {"VLAN": 4094, "VXLAN": 16777214}
_RANGE = re.compile(r"(\d+)-(\d+)")


@command("createPhysicalNetwork")
def create(ctx: Context) -> Submitted:
    """Make the network, disabled, with its providers."""
    zone = ctx.record("zone", "zoneid")
    broadcast = ctx.get("broadcastdomainrange", "POD" if zone["networktype"] == "Basic" else "ZONE").upper()
    if zone["networktype"] == "Basic" and broadcast != "POD":
        raise errors.invalid("Basic zone can have broadcast domain type of value POD only")
    if broadcast not in ("POD", "ZONE"):
        raise errors.invalid(
            f"Unable to resolve broadcastDomainRange '{ctx.params['broadcastdomainrange']}' to a supported value"
        )
    if zone["networktype"] == "Basic" and ctx.store.first("physicalnetwork", zoneid=zone["id"]):
        raise errors.invalid("Cannot add more than one physical network to basic zone")
    methods = ctx.get("isolationmethods", [])
    network = ctx.store.add(
        "physicalnetwork",
        {
            "name": ctx.params["name"],
            "broadcastdomainrange": broadcast,
            "zoneid": zone["id"],
            "state": "Disabled",
            "vlan": _checked_vlans(ctx, zone, methods, None),
            "tags": ",".join(ctx.get("tags", [])) or None,
            "networkspeed": ctx.get("networkspeed"),
            "domainid": ctx.get("domainid"),
            "_isolation": methods,
        },
    )
    add_default_providers(ctx.store, network, zone)
    return Submitted(network["id"])


@job("createPhysicalNetwork")
def created(ctx: Context) -> dict[str, Any]:
    """Show the network."""
    return {"physicalnetwork": view(ctx, ctx.store.need("physicalnetwork", ctx.instance))}


@command("listPhysicalNetworks")
def list_physical_networks(ctx: Context) -> dict[str, Any]:
    """The physical networks of a zone, or of all."""
    return ctx.list(ctx.store.all("physicalnetwork"), lambda record: view(ctx, record), ("zoneid",))


@command("updatePhysicalNetwork")
def check_update(ctx: Context) -> Submitted:
    """Refuse at once what the job could not do."""
    network = ctx.record("physicalnetwork")
    state = ctx.get("state")
    if state is not None and state.capitalize() not in ("Enabled", "Disabled"):
        raise errors.invalid(f"Unable to resolve state '{state}' to a supported value {{Enabled or Disabled}}")
    zone = ctx.store.need("zone", network["zoneid"])
    _checked_vlans(ctx, zone, network["_isolation"], network)
    return Submitted(network["id"])


@job("updatePhysicalNetwork")
def update(ctx: Context) -> dict[str, Any]:
    """Change state, VLANs, tags or speed."""
    network = ctx.record("physicalnetwork")
    if "state" in ctx.params:
        network["state"] = ctx.params["state"].capitalize()
    if "vlan" in ctx.params:
        network["vlan"] = ctx.params["vlan"] or None
    if "tags" in ctx.params:
        network["tags"] = ",".join(ctx.params["tags"]) or None
    network.update(ctx.given("networkspeed"))
    return {"physicalnetwork": view(ctx, network)}


@job("deletePhysicalNetwork")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove the network with its traffic types and providers, unless guest networks or ranges still need it."""
    network = ctx.record("physicalnetwork")
    if ctx.store.first("vlaniprange", physicalnetworkid=network["id"]):
        raise errors.failed(f"Can't remove physical network {network['id']}: it has VLAN IP ranges")
    if ctx.store.first("network", physicalnetworkid=network["id"]):
        raise errors.failed(f"Can't remove physical network {network['id']}: there are networks in it")
    for traffic in ctx.store.where("traffictype", physicalnetworkid=network["id"]):
        ctx.store.remove("traffictype", traffic["id"])
    remove_providers(ctx.store, network["id"])
    ctx.store.remove("physicalnetwork", network["id"])
    return {"success": True}


def view(ctx: Context, network: Record) -> dict[str, Any]:
    """A physical network as the API shows it."""
    zone = ctx.store.need("zone", network["zoneid"])
    answer = pick(network, "id", "name", "broadcastdomainrange", "zoneid", "state", "vlan", "tags", "networkspeed",
                  "domainid")  # fmt: skip
    answer["zonename"] = zone["name"]
    if network["_isolation"]:
        answer["isolationmethods"] = ",".join(network["_isolation"])
    return answer


def _checked_vlans(ctx: Context, zone: Record, methods: list[str], network: Record | None) -> str | None:
    text = ctx.get("vlan")
    if not text:
        return None
    if zone["networktype"] == "Basic":
        raise errors.invalid("Can't add vlan range to the physical network in the zone that supports Basic network")
    limit = max((MAX_TAG.get(method.upper(), 4094) for method in methods), default=4094)
    for part in text.split(","):
        match = _RANGE.fullmatch(part.strip()) or _RANGE.fullmatch(f"{part.strip()}-{part.strip()}")
        if not match:
            raise errors.invalid("Please specify valid integers for the vlan range.")
        start, end = int(match[1]), int(match[2])
        if start < 0 or end > limit or start > end:
            raise errors.invalid(f"Please specify a valid vlan range: {part} is not within 0-{limit}")
    return text
