"""Ranges of public addresses, and of guest addresses in shared networks."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..model import networks
from ..registry import command
from ..shape import pick
from ..store import Record

KIND = "vlaniprange"
SHOWN = ("id", "forvirtualnetwork", "zoneid", "vlan", "account", "projectid", "project", "domainid", "domain",
         "domainpath", "podid", "gateway", "netmask", "cidr", "startip", "endip", "networkid", "physicalnetworkid",
         "startipv6", "endipv6", "ip6gateway", "ip6cidr", "provider", "forsystemvms")  # fmt: skip
IPV6 = ("startipv6", "endipv6", "ip6gateway", "ip6cidr")


@command("createVlanIpRange")
def create(ctx: Context) -> dict[str, Any]:
    """Add a range: public, or (with a network) to a shared network."""
    network = ctx.maybe("network", "networkid")
    public = ctx.get("forvirtualnetwork", network is None)
    zone = ctx.maybe("zone", "zoneid") or (network and ctx.store.need("zone", network["zoneid"]))
    if zone is None:
        raise errors.invalid("Please specify the zone, or a network in it")
    if public:
        fields = _public_place(ctx, zone)
    elif network is None:
        raise errors.invalid("Please specify the network of the guest range")
    else:
        fields = _guest_place(ctx, network)
    record = {
        "forvirtualnetwork": public,
        "zoneid": zone["id"],
        "forsystemvms": ctx.get("forsystemvms", False),
        **fields,
        **_addresses(ctx),
        **ctx.given(*IPV6, "provider"),
        **_pod(ctx),
    }
    if zone["type"] == "Edge":
        _edge_defect(ctx, zone)
    _refuse_used_vlan(ctx, record)
    _refuse_overlap(ctx, record, None)
    return {"vlan": view(ctx, ctx.store.add(KIND, record))}


@command("listVlanIpRanges")
def list_ranges(ctx: Context) -> dict[str, Any]:
    """The ranges of a zone, a network, a pod, or all."""
    ranges = ctx.store.all(KIND)
    if "vlan" in ctx.params:
        ranges = [held for held in ranges if _tag(held["vlan"]) == _tag(ctx.params["vlan"])]
    if "account" in ctx.params or "projectid" in ctx.params:
        ranges = [h for h in ranges if h.get("account") == ctx.get("account", h.get("account"))
                  and h.get("projectid") == ctx.get("projectid", h.get("projectid"))]  # fmt: skip
    fields = ("zoneid", "podid", "networkid", "physicalnetworkid", "forvirtualnetwork", "domainid")
    return ctx.list(ranges, lambda held: view(ctx, held), fields)


@command("updateVlanIpRange")
def update(ctx: Context) -> dict[str, Any]:
    """Change a range, unless an address in use would be lost."""
    held = ctx.record(KIND)
    wanted = {**held, **ctx.given("gateway", "netmask", "startip", "endip", "forsystemvms", *IPV6)}
    if wanted.get("startip"):
        wanted["cidr"] = _checked(wanted)
        _refuse_overlap(ctx, wanted, held)
        _refuse_losing_used(ctx, held, wanted)
    held.update(wanted)
    return {"vlan": view(ctx, held)}


@command("deleteVlanIpRange")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a range none of whose addresses is in use."""
    held = ctx.record(KIND)
    if _used(ctx, held):
        raise errors.failed(
            f"Failed to delete VLAN IP range: it has allocated IP addresses {', '.join(sorted(_used(ctx, held)))}"
        )
    ctx.store.remove(KIND, held["id"])
    return {"success": True}


@command("dedicatePublicIpRange")
def dedicate(ctx: Context) -> dict[str, Any]:
    """Keep a public range for one account, project or domain."""
    held = ctx.record(KIND)
    if not held["forvirtualnetwork"]:
        raise errors.invalid(f"Unable to dedicate the range {held['id']}: only public ranges can be dedicated")
    if held.get("domainid"):
        raise errors.invalid(f"Public IP range has already been dedicated: {held['id']}")
    owner = ctx.owner() if "account" in ctx.params or "projectid" in ctx.params else None
    if owner:
        held.update(owner.fields(), _accountid=owner.account["id"])
    else:
        domain = ctx.record("domain", "domainid")
        held.update(domainid=domain["id"], domain=domain["name"], domainpath=domain["path"])
    return {"publiciprange": view(ctx, held)}


@command("releasePublicIpRange")
def release(ctx: Context) -> dict[str, Any]:
    """Give a dedicated range back to all."""
    held = ctx.record(KIND)
    if not held["forvirtualnetwork"] or not held.get("domainid"):
        raise errors.invalid(
            f"Can't release Public IP range {held['id']} as it is not dedicated to any domain and any account"
        )
    for name in ("account", "projectid", "project", "domainid", "domain", "domainpath", "_accountid"):
        held.pop(name, None)
    return {"success": True}


def view(ctx: Context, held: Record) -> dict[str, Any]:
    """A range as the API shows it."""
    pod = ctx.store.get("pod", held.get("podid"))
    return {**pick(held, *SHOWN), **({"podname": pod["name"]} if pod else {})}


def _public_place(ctx: Context, zone: Record) -> dict[str, Any]:
    physical = ctx.maybe("physicalnetwork", "physicalnetworkid")
    if physical is None:
        physical = next(
            (p for p in ctx.store.where("physicalnetwork", zoneid=zone["id"]) if _carries_public(ctx, p)), None
        )
    if physical is None or not _carries_public(ctx, physical):
        raise errors.invalid("Unable to find a physical network of the zone that carries Public traffic")
    place = {
        "vlan": f"vlan://{_tag(ctx.get('vlan', 'untagged'))}",
        "networkid": networks.system_network_id(zone["id"], "Public"),
        "physicalnetworkid": physical["id"],
    }
    if "account" in ctx.params or "projectid" in ctx.params:
        owner = ctx.owner()
        place.update(owner.fields(), _accountid=owner.account["id"])
    return place


def _guest_place(ctx: Context, network: Record) -> dict[str, Any]:
    if network["type"] != "Shared":
        raise errors.invalid(f"Can't add an IP range to the network {network['name']}: it is not shared")
    system = ctx.store.first("account", name="system")
    domain = ctx.store.need("domain", system["domainid"]) if system else ctx.caller.domain
    return {
        "vlan": f"vlan://{_tag(ctx.get('vlan') or network.get('vlan') or 'untagged')}",
        "account": "system",
        "domainid": domain["id"],
        "domain": domain["name"],
        "domainpath": domain["path"],
        "networkid": network["id"],
        "physicalnetworkid": network["physicalnetworkid"],
    }


def _pod(ctx: Context) -> dict[str, Any]:
    pod = ctx.maybe("pod", "podid")
    return {"podid": pod["id"]} if pod else {}


def _addresses(ctx: Context) -> dict[str, Any]:
    if not ctx.get("startip"):
        if not ctx.get("startipv6"):
            raise errors.invalid("Please specify an IP range: startip, or startipv6")
        return {}
    wanted = {**ctx.given("gateway", "netmask", "startip"), "endip": ctx.get("endip", ctx.params["startip"])}
    return {**wanted, "cidr": _checked(wanted)}


def _checked(wanted: Record) -> str:
    """The CIDR that a range lies in; ApiError when it does not."""
    try:
        cidr = str(addresses.network_of(wanted.get("gateway", ""), wanted.get("netmask", "")))
    except ValueError:
        raise errors.invalid("Please specify a valid gateway and netmask") from None
    for word, address in (("start", wanted["startip"]), ("end", wanted["endip"])):
        if not addresses.is_ipv4(address):
            raise errors.invalid(f"Please specify a valid {word} IP")
        if not addresses.inside(address, cidr):
            raise errors.invalid(f"Please ensure that your {word} IP is in the same subnet as your gateway: {cidr}")
    if not addresses.ordered(wanted["startip"], wanted["endip"]):
        raise errors.invalid("The start IP address must have a lower value than the end IP address.")
    if addresses.between(wanted["gateway"], wanted["startip"], wanted["endip"]):
        raise errors.invalid("The gateway IP must not be part of the IP range")
    return cidr


def _refuse_used_vlan(ctx: Context, record: Record) -> None:
    """The server refuses a tag that portable ranges use, even `untagged`."""
    for portable in ctx.store.all("portableiprange"):
        if _tag(portable["vlan"]) == _tag(record["vlan"]):
            raise errors.invalid(
                f"The VLAN tag {record['vlan']} is already being used for portable ip range in this region"
            )


def _refuse_overlap(ctx: Context, wanted: Record, skip: Record | None) -> None:
    if not wanted.get("startip"):
        return
    mine = (wanted["startip"], wanted["endip"])
    for held in ctx.store.where(KIND, zoneid=wanted["zoneid"]):
        same_segment = held["forvirtualnetwork"] or held["networkid"] == wanted["networkid"]
        if held is skip or not held.get("startip") or not same_segment:
            continue
        if addresses.spans_overlap(mine, (held["startip"], held["endip"])):
            raise errors.invalid(
                "The IP range already has IPs that overlap with the new range. "
                "Please specify a different start IP/end IP."
            )


def _edge_defect(ctx: Context, zone: Record) -> None:
    """What the recorded server does in an Edge zone whose pods have no range: it fails over a missing description."""
    if any(not pod["_ranges"] for pod in ctx.store.where("pod", zoneid=zone["id"])):
        raise errors.internal(
            'Cannot invoke "String.split(String)" because the return value of '
            '"com.cloud.dc.HostPodVO.getDescription()" is null'
        )


def _used(ctx: Context, held: Record) -> set[str]:
    if held["forvirtualnetwork"]:
        return {a["ipaddress"] for a in ctx.store.where("publicipaddress", vlanid=held["id"])}
    nics = ctx.store.where("nic", networkid=held["networkid"])
    taken = {nic.get("ipaddress") for nic in nics}
    taken |= {m.get("publicip") for m in ctx.store.where("systemvm", _guestnetworkid=held["networkid"])}
    return {a for a in taken if a and held.get("startip") and addresses.between(a, held["startip"], held["endip"])}


def _refuse_losing_used(ctx: Context, held: Record, wanted: Record) -> None:
    for address in _used(ctx, held):
        if not addresses.between(address, wanted["startip"], wanted["endip"]):
            raise errors.invalid(f"The IP address {address} is in use and would leave the range")


def _carries_public(ctx: Context, physical: Record) -> bool:
    return ctx.store.first("traffictype", physicalnetworkid=physical["id"], traffictype="Public") is not None


def _tag(vlan: str) -> str:
    return vlan.removeprefix("vlan://").lower()
