"""VPCs."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..model import accepted, ids, marks, networks, owners, publicips, routed, routers
from ..registry import Submitted, command, job
from ..shape import pick, tags_of
from ..store import Record

KIND = "vpc"
PARTS = ("networkacllist", "staticroute", "vpngateway", "privategateway")


def view(ctx: Context, vpc: Record) -> dict[str, Any]:
    """A VPC with its tiers as the API shows it."""
    store, zone = ctx.store, ctx.store.need("zone", vpc["zoneid"])
    offering = store.need("vpcoffering", vpc["_offeringid"])
    return {
        **pick(vpc, "id", "name", "displaytext", "state"),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        "service": offering["service"],
        "cidr": vpc["cidr"],
        "vpcofferingid": offering["id"],
        "vpcofferingname": offering["name"],
        "vpcofferingconservemode": offering.get("conservemode", False),
        "created": vpc["created"],
        **owners.of(vpc),
        "network": [networks.view(store, ctx.caller, tier) for tier in store.where("network", vpcid=vpc["id"])],
        "restartrequired": vpc["restartrequired"],
        **pick(vpc, "networkdomain", "dns1", "dns2", "ip6dns1", "ip6dns2"),
        "tags": tags_of(store, vpc["id"]),
        "fordisplay": vpc["fordisplay"],
        "distributedvpcrouter": offering.get("distributedvpcrouter", False),
        "regionlevelvpc": offering.get("supportsregionLevelvpc", False),
        "redundantvpcrouter": vpc["redundantvpcrouter"],
        **pick(vpc, "publicmtu", "keepmacaddressonpublicnic", "asnumber"),
        "hasannotations": marks.annotated(store, vpc["id"]),
    }


def _redundant(offering: Record) -> bool:
    return any(
        held["name"] == "RedundantRouter" and held["value"] == "true"
        for service in offering["service"]
        for held in service.get("capability", ())
    )


def _cidr(ctx: Context, zone: Record, offering: Record) -> str:
    """The VPC's network: as given, or for a routed VPC a part of the zone's subnets."""
    if "cidr" in ctx.params or "cidrsize" not in ctx.params:
        if not addresses.is_cidr(ctx.get("cidr", "")):
            raise errors.invalid(f"{ctx.get('cidr')} is not a CIDR")
        if not accepted.is_guest_cidr(ctx.store, ctx.params["cidr"]):
            raise errors.invalid(f"cidr {ctx.params['cidr']} is not RFC 1918 or 6598 compliant")
        return str(ctx.params["cidr"])
    if not routed.is_routed(offering):
        raise errors.invalid("cidrsize is for VPCs with a routed offering only")
    part = routed.choose(ctx, zone)
    part.update(state="Allocated", allocated=ctx.now())
    return str(part["subnet"])


@command("createVPC")
def create(ctx: Context) -> Submitted:
    """Check the VPC and keep it; its job starts router and source NAT address."""
    zone, offering, owner = ctx.record("zone", "zoneid"), ctx.record("vpcoffering", "vpcofferingid"), ctx.owner()
    if offering["state"] != "Enabled":
        raise errors.invalid(f"The VPC offering {offering['name']} is not enabled")
    accepted.refuse_network_domain(ctx.get("networkdomain"))
    cidr = _cidr(ctx, zone, offering)
    vpc = ctx.store.add(
        KIND,
        {
            "name": ctx.params["name"],
            "displaytext": ctx.get("displaytext", ctx.params["name"]),
            "state": "Inactive",
            "zoneid": zone["id"],
            "cidr": cidr,
            "_offeringid": offering["id"],
            "created": ctx.now(),
            **owners.stamp(owner),
            "restartrequired": False,
            "networkdomain": ctx.get("networkdomain")
            or zone.get("domain")
            or f"cs{owner.account['_number']:x}cloud.internal",
            **ctx.given("dns1", "dns2", "ip6dns1", "ip6dns2", "asnumber"),
            "fordisplay": ctx.get("fordisplay", True),
            "redundantvpcrouter": _redundant(offering),
            "publicmtu": min(ctx.get("publicmtu", 1500), 1500),
            "keepmacaddressonpublicnic": ctx.get("keepmacaddressonpublicnic", True),
        },
    )
    return Submitted(vpc["id"])


def _source_nat(ctx: Context, vpc: Record, wanted: str | None) -> None:
    held = ctx.store.first(publicips.KIND, vpcid=vpc["id"], issourcenat=True)
    if held and wanted in (None, held["ipaddress"]):
        return
    owner = owners.copied(vpc)
    if held:
        held["issourcenat"] = False
    publicips.take(ctx.store, vpc["zoneid"], owner, ctx.now(), wanted, vpcid=vpc["id"], issourcenat=True)


@job("createVPC")
def created(ctx: Context) -> dict[str, Any]:
    """Start the VPC; one that cannot start is gone."""
    vpc = ctx.store.need(KIND, ctx.instance)
    try:
        if ctx.get("start", True):
            _source_nat(ctx, vpc, ctx.get("sourcenatipaddress"))
            routers.start_for_vpc(ctx, vpc)
    except errors.ApiError:
        _forget(ctx, vpc)
        raise errors.internal("Failed to create VPC") from None
    vpc["state"] = "Enabled"
    return {"vpc": view(ctx, vpc)}


@job("updateVPC")
def update(ctx: Context) -> dict[str, Any]:
    """Change a VPC's texts, visibility, MTU or source NAT address."""
    vpc = ctx.record(KIND)
    vpc.update(ctx.given("name", "displaytext", "fordisplay", "publicmtu", "keepmacaddressonpublicnic"))
    if "sourcenatipaddress" in ctx.params:
        _source_nat(ctx, vpc, ctx.params["sourcenatipaddress"])
    ids.rename(ctx, vpc)
    return {"vpc": view(ctx, vpc)}


@job("restartVPC")
def restart(ctx: Context) -> dict[str, Any]:
    """Bring a VPC's services up again; with `cleanup` its router is made anew."""
    vpc = ctx.record(KIND)
    vpc["restartrequired"] = False
    if ctx.get("cleanup"):
        for router in ctx.store.where("router", vpcid=vpc["id"]):
            router.update(name=routers.new_name(ctx.store), created=ctx.now())
    return {"success": True}


def _forget(ctx: Context, vpc: Record) -> None:
    for address in ctx.store.where(publicips.KIND, vpcid=vpc["id"]):
        publicips.release(ctx.store, address)
    for router in ctx.store.where("router", vpcid=vpc["id"]):
        ctx.store.remove("router", router["id"])
    for kind in PARTS:
        for held in ctx.store.where(kind, vpcid=vpc["id"]):
            for rule in ctx.store.where("networkacl", aclid=held["id"]):
                ctx.store.remove("networkacl", rule["id"])
            ctx.store.remove(kind, held["id"])
    for part in ctx.store.where(routed.GUEST, zoneid=vpc["zoneid"], subnet=vpc["cidr"]):
        part.update(state="Free", allocated=None)
    marks.forget(ctx.store, vpc["id"])
    ctx.store.remove(KIND, vpc["id"])


@job("deleteVPC")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a VPC without tiers."""
    vpc = ctx.record(KIND)
    if ctx.store.first("network", vpcid=vpc["id"]):
        raise errors.ApiError(errors.RESOURCE_IN_USE, f"Can't delete VPC {vpc['name']} as it has networks")
    _forget(ctx, vpc)
    return {"success": True}


def _services(ctx: Context, vpc: Record) -> set[str]:
    offering = ctx.store.need("vpcoffering", vpc["_offeringid"])
    return {service["name"].lower() for service in offering["service"]}


@command("listVPCs")
def list_vpcs(ctx: Context) -> dict[str, Any]:
    """List VPCs."""
    found = ctx.owned(ctx.store.all(KIND))
    if "tags" in ctx.params:
        found = [vpc for vpc in found if marks.has_tags(ctx.store, vpc["id"], ctx.params["tags"])]
    if "vpcofferingid" in ctx.params:
        found = [vpc for vpc in found if vpc["_offeringid"] == ctx.params["vpcofferingid"]]
    wanted = {service.lower() for service in ctx.get("supportedservices", ())}
    found = [vpc for vpc in found if wanted <= _services(ctx, vpc)]
    fields = ("zoneid", "cidr", "displaytext", "state", "fordisplay", "restartrequired")
    return ctx.list(found, lambda vpc: view(ctx, vpc), fields)
