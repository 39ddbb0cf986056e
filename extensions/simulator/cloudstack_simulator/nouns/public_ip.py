"""Public IP addresses: taking, releasing, reserving, listing."""

from __future__ import annotations

from functools import partial
from typing import Any

from .. import errors
from ..context import Context, Owner
from ..model import ids, marks, networks, offerings, owners, publicips, quarantine
from ..registry import Submitted, command, job
from ..store import Record

KIND = publicips.KIND
SHOWN = ("forsystemvms", "forprovider")
FIELDS = ("zoneid", "vlanid", "physicalnetworkid", "networkid", "associatednetworkid", "vpcid", "issourcenat",
          "isstaticnat", "state", "fordisplay", "forvirtualnetwork", "ipaddress")  # fmt: skip


def _isolated_of(ctx: Context, owner: Owner, zone: Record) -> Record:
    """The only isolated network of an owner in a zone."""
    own = [
        network
        for network in networks.guest_networks(ctx.store)
        if network["zoneid"] == zone["id"]
        and network["type"] == "Isolated"
        and not network.get("vpcid")
        and network["_accountid"] == owner.account["id"]
    ]
    if len(own) != 1:
        count = "no isolated network" if not own else "more than one isolated network"
        raise errors.invalid(f"The account {owner.account['name']} has {count} in the zone; networkid is needed")
    return own[0]


def _place(ctx: Context) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """Zone, owner stamp and place (network or VPC) of the address to take."""
    vpc, network = ctx.maybe("vpc", "vpcid"), ctx.maybe("network", "networkid")
    if vpc is not None:
        fields = {"vpcid": vpc["id"], **({"associatednetworkid": network["id"]} if network else {})}
        return vpc["zoneid"], owners.copied(vpc), fields
    if network is None:
        zone, owner = ctx.maybe("zone", "zoneid"), ctx.owner()
        if zone is None:
            raise errors.invalid("Unable to figure out zone to assign ip to")
        network = _isolated_of(ctx, owner, zone)
    offering = networks.offering_of(ctx.store, network)
    if not offerings.has(offering, "SourceNat") and not offerings.has(offering, "StaticNat"):
        raise errors.invalid(f"The network {network['name']} takes no public IP addresses")
    if network.get("vpcid"):
        return network["zoneid"], owners.copied(network), {"vpcid": network["vpcid"]}
    stamp = owners.stamp(ctx.owner()) if network["acltype"] == "Domain" else owners.copied(network)
    return network["zoneid"], stamp, {"associatednetworkid": network["id"]}


@command("associateIpAddress")
def associate(ctx: Context) -> Submitted:
    """Take an address for a network or a VPC."""
    zone_id, owner, fields = _place(ctx)
    wanted = ctx.get("ipaddress")
    reserved = wanted and ctx.store.first(KIND, ipaddress=wanted, zoneid=zone_id, state="Reserved")
    if reserved and owners.same_owner(reserved, owner):
        reserved.update(fields)
        address = reserved
    elif ctx.get("isportable"):
        address = publicips.take_portable(ctx.store, zone_id, owner, ctx.now(), **fields)
    else:
        address = publicips.take(ctx.store, zone_id, owner, ctx.now(), wanted, **fields)
    address["fordisplay"] = ctx.get("fordisplay", True)
    address["state"] = "Allocated" if "vpcid" in fields else "Allocating"
    return Submitted(address["id"])


@job("associateIpAddress")
def associated(ctx: Context) -> dict[str, Any]:
    """Show the address; it is put to use a moment after the job's end."""
    address = ctx.store.need(KIND, ctx.instance)
    shown = publicips.view(ctx.store, address)
    address["state"] = "Allocated"
    return {"ipaddress": shown}


@command("disassociateIpAddress")
def prepare_release(ctx: Context) -> Submitted:
    """Find the address by id or by its text."""
    if "id" in ctx.params:
        address = ctx.record(KIND)
    else:
        held = ctx.store.first(KIND, ipaddress=ctx.get("ipaddress"))
        if held is None:
            raise errors.invalid(f"Unable to find an allocated address {ctx.get('ipaddress')}")
        address = held
    return Submitted(address["id"])


@job("disassociateIpAddress")
def disassociate(ctx: Context) -> dict[str, Any]:
    """Give an address back, with all rules on it; a source NAT address stays."""
    address = ctx.store.need(KIND, ctx.instance)
    if address["issourcenat"]:
        raise errors.invalid(f"The address {address['ipaddress']} is the source NAT address and cannot be released")
    if ctx.store.first("vpngateway", _addressid=address["id"]):
        raise errors.invalid(f"The address {address['ipaddress']} is used by a VPN gateway")
    quarantine.begin(ctx, address)
    publicips.release(ctx.store, address)
    return {"success": True}


@job("updateIpAddress")
def update(ctx: Context) -> dict[str, Any]:
    """Change whether users see an address, or its id."""
    address = ctx.record(KIND)
    address.update(ctx.given("fordisplay"))
    ids.rename(ctx, address)
    return {"ipaddress": publicips.view(ctx.store, address)}


@command("reserveIpAddress")
def reserve(ctx: Context) -> dict[str, Any]:
    """Keep a free address for an account."""
    blank = ctx.record(publicips.FREE)
    owner = owners.stamp(ctx.owner())
    held = publicips.take(ctx.store, blank["zoneid"], owner, ctx.now(), blank["ipaddress"])
    held.update(state="Reserved", fordisplay=ctx.get("fordisplay", True))
    return {"ipaddress": publicips.view(ctx.store, held)}


@command("releaseIpAddress")
def release(ctx: Context) -> dict[str, Any]:
    """Give a reserved address back."""
    address = ctx.record(KIND)
    if address["state"] != "Reserved":
        raise errors.invalid(f"The address {address['ipaddress']} is not reserved")
    publicips.release(ctx.store, address)
    return {"success": True}


def _all(ctx: Context) -> list[Record]:
    held = ctx.owned(ctx.store.all(KIND))
    state = ctx.get("state", "").lower()
    if ctx.get("allocatedonly", True) and state != "free":
        return held
    zones = [ctx.params["zoneid"]] if "zoneid" in ctx.params else [zone["id"] for zone in ctx.store.all("zone")]
    return held + publicips.free_records(ctx.store, zones)


@command("listPublicIpAddresses")
def list_addresses(ctx: Context) -> dict[str, Any]:
    """List addresses in use; the free ones too with `allocatedonly=false` or `state=Free`."""
    found = _all(ctx)
    if "tags" in ctx.params:
        found = [held for held in found if marks.has_tags(ctx.store, held["id"], ctx.params["tags"])]
    if ctx.get("forloadbalancing"):
        found = [held for held in found if not held["isstaticnat"]]
    found.sort(key=lambda held: tuple(int(part) for part in held["ipaddress"].split(".")))
    return ctx.list(found, partial(publicips.view, ctx.store), FIELDS, name="ipaddress", shown=SHOWN)
