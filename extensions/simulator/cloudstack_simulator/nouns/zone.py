"""Zones."""

from __future__ import annotations

import ipaddress
from typing import Any

from .. import addresses, errors
from ..context import Context
from ..model import accepted, gpus, system_vms
from ..registry import command
from ..shape import as_dict, pick, stable_uuid, tags_of
from ..store import Record
from .capacity import capacities

DNS = ("dns1", "dns2", "internaldns1", "internaldns2")
DNS6 = ("ip6dns1", "ip6dns2")
SHOWN = ("id", "name", *DNS, *DNS6, "guestcidraddress", "domain", "domainid", "domainname", "networktype",
         "securitygroupsenabled", "allocationstate", "zonetoken", "dhcpprovider", "localstorageenabled", "type",
         "resourcedetails", "storageaccessgroups", "asnrange")  # fmt: skip
ADMIN_ONLY = (*DNS, *DNS6, "guestcidraddress")
UPDATABLE = ("name", *DNS, *DNS6, "guestcidraddress", "domain", "dhcpprovider", "localstorageenabled",
             "allocationstate")  # fmt: skip


@command("createZone")
def create_zone(ctx: Context) -> dict[str, Any]:
    """Make a zone, disabled unless told otherwise; a Basic zone always has security groups."""
    _check(ctx)
    kind = {"basic": "Basic", "advanced": "Advanced"}.get(ctx.params["networktype"].lower())
    if kind is None:
        raise errors.invalid("Invalid zone type; only Advanced and Basic values are supported")
    if kind == "Basic" and ctx.get("guestcidraddress"):
        raise errors.invalid("guestCidrAddress parameter is not supported for Basic zone")
    owner = ctx.maybe("domain", "domainid")
    zone = ctx.store.add(
        "zone",
        {
            **ctx.given(*(set(UPDATABLE) - {"allocationstate", "dhcpprovider"})),
            **({"domainid": owner["id"], "domainname": owner["name"]} if owner else {}),
            "networktype": kind,
            "securitygroupsenabled": kind == "Basic" or ctx.get("securitygroupenabled", False),
            "allocationstate": ctx.get("allocationstate", "Disabled"),
            "dhcpprovider": "VirtualRouter",
            "localstorageenabled": ctx.get("localstorageenabled", False),
            "type": "Edge" if ctx.get("isedge") else "Core",
            "asnrange": "",
            **({"storageaccessgroups": ",".join(ctx.params["storageaccessgroups"])}
               if ctx.get("storageaccessgroups") else {}),
        },
    )  # fmt: skip
    zone["zonetoken"] = stable_uuid("zone", zone["id"])
    return {"zone": zone_view(ctx, zone)}


@command("listZones")
def list_zones(ctx: Context) -> dict[str, Any]:
    """The zones that the caller may use."""
    zones = ctx.store.all("zone")
    if not ctx.caller.is_admin:
        zones = [z for z in zones if z.get("domainid") in (None, ctx.caller.domain["id"])]
        zones = [z for z in zones if z["allocationstate"] == "Enabled"]
    for tag in ctx.get("tags", ()):
        zones = [z for z in zones if _has_tag(ctx, z, tag)]
    return ctx.list(zones, lambda zone: _listed(ctx, zone), ("networktype", "domainid"))


@command("updateZone")
def update_zone(ctx: Context) -> dict[str, Any]:
    """Change what a zone allows to change."""
    zone = ctx.record("zone")
    _check(ctx, zone)
    if ctx.get("allocationstate") == "Enabled" and zone["allocationstate"] != "Enabled":
        _check_traffic(ctx, zone)
    zone.update(ctx.given(*UPDATABLE))
    if "dnssearchorder" in ctx.params:
        zone["_dnssearchorder"] = ctx.params["dnssearchorder"]
    if "details" in ctx.params:
        zone["resourcedetails"] = {**zone.get("resourcedetails", {}), **as_dict(ctx.params["details"])}
    if ctx.get("ispublic"):
        zone.pop("domainid", None)
        zone.pop("domainname", None)
    if zone["allocationstate"] == "Enabled":
        zone["_was_enabled"] = True
        system_vms.ensure(ctx, zone["id"])
    return {"zone": zone_view(ctx, zone)}


@command("deleteZone")
def delete_zone(ctx: Context) -> dict[str, Any]:
    """Remove an empty zone, and what could not be reached without it; the refusals come in the server's order."""
    zone = ctx.record("zone")
    for kind, what in (
        ("host", "servers"),
        ("pod", "pods"),
        ("publicipaddress", "public IP addresses"),
        ("virtualmachine", "virtual machines"),
        ("router", "virtual machines"),
        ("systemvm", "virtual machines"),
        ("volume", "storage volumes"),
        ("physicalnetwork", "physical networks"),
    ):
        if ctx.store.first(kind, zoneid=zone["id"]):
            raise errors.failed(f"The zone cannot be deleted because there are {what} in this zone.")
    for kind in ("imagestore", "asnumberrange", "bgppeer", "guestnetworkipv6prefix", "dedicated"):
        for held in ctx.store.where(kind, zoneid=zone["id"]):
            ctx.store.remove(kind, held["id"])
    ctx.store.remove("zone", zone["id"])
    return {"success": True}


def _listed(ctx: Context, zone: Record) -> dict[str, Any]:
    answer = zone_view(ctx, zone)
    if ctx.get("showcapacities"):
        answer["capacity"] = list(capacities(ctx, zone))
    return answer


def zone_view(ctx: Context, zone: Record) -> dict[str, Any]:
    """A zone as the API shows it."""
    hidden = () if ctx.caller.is_admin else ADMIN_ONLY
    return {
        **pick(zone, *(name for name in SHOWN if name not in hidden)),
        "gputotal": gpus.total(ctx.store, zone["id"]),
        "gpuused": 0,
        "tags": tags_of(ctx.store, zone["id"]),
        "allowuserspecifyvrmtu": False,
        "routerprivateinterfacemaxmtu": 1500,
        "routerpublicinterfacemaxmtu": 1500,
        "isnsxenabled": False,
        "ismultiarch": False,
        "routedmodeenabled": True,
        "hasannotations": False,
    }


def _check(ctx: Context, zone: Record | None = None) -> None:
    name = ctx.get("name")
    taken = name is not None and next(
        (z for z in ctx.store.all("zone") if z["name"].lower() == name.lower() and z is not zone), None
    )
    if taken:
        raise errors.invalid("A zone with that name already exists. Please specify a unique zone name.")
    for param in (*DNS, *DNS6):
        if ctx.get(param) and not _is_address(ctx.params[param], 6 if param in DNS6 else 4):
            word = param.upper() if param.startswith("dns") else param
            raise errors.invalid(f"Please enter a valid IP address for {word}")
    cidr = ctx.get("guestcidraddress")
    if cidr and not (addresses.is_cidr(cidr) and accepted.is_guest_cidr(ctx.store, cidr)):
        raise errors.invalid("Please enter a valid guest cidr")
    for domain in (ctx.get("domain"), *ctx.get("dnssearchorder", ())):
        accepted.refuse_network_domain(domain)
    accepted.refuse_allocation_state(ctx)


def _check_traffic(ctx: Context, zone: Record) -> None:
    """A zone needs its traffic types before it is enabled; Storage joins Management when it was not given."""
    needed = ["Management"]
    if zone["networktype"] == "Advanced" and not zone["securitygroupsenabled"]:
        needed.append("Public")
    carriers = {kind: _carrier(ctx, zone, kind) for kind in (*needed, "Storage")}
    for kind in needed:
        if carriers[kind] is None:
            raise errors.invalid(
                "Cannot enable this Zone since: Unable to find the default physical network with "
                f"traffic={kind} in the specified zone id"
            )
    if carriers["Storage"] is None:
        management = carriers["Management"] or {}
        labels = {name: value for name, value in management.items() if name.endswith("networklabel")}
        storage = {"traffictype": "Storage", "physicalnetworkid": management["physicalnetworkid"], **labels}
        ctx.store.add("traffictype", storage)


def _carrier(ctx: Context, zone: Record, kind: str) -> Record | None:
    networks = {network["id"] for network in ctx.store.where("physicalnetwork", zoneid=zone["id"])}
    carriers = ctx.store.where("traffictype", traffictype=kind)
    return next((carrier for carrier in carriers if carrier["physicalnetworkid"] in networks), None)


def _is_address(text: str, version: int) -> bool:
    try:
        return ipaddress.ip_address(text).version == version
    except ValueError:
        return False


def _has_tag(ctx: Context, zone: Record, wanted: dict[str, str]) -> bool:
    return any(
        tag["key"] == wanted.get("key") and tag["value"] == wanted.get("value", tag["value"])
        for tag in tags_of(ctx.store, zone["id"])
    )
