"""Guest networks: isolated, shared, layer 2, and the tiers of VPCs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .. import addresses, errors
from ..context import Context, Owner
from ..model import accepted, guest, guestips, ids, marks, networks, offerings, owners, publicips, routed, tiers
from ..registry import Submitted, command, job
from ..store import Record

HIDE_USAGE = "hideIpAddressUsage"
PLAIN = ("dns1", "dns2", "ip6dns1", "ip6dns2", "ip6gateway", "ip6cidr", "externalid", "associatednetworkid", "asnumber")
UPDATABLE = ("name", "displaytext", "displaynetwork", "dns1", "dns2", "ip6dns1", "ip6dns2", "networkdomain",
             "keepmacaddressonpublicnic", "publicmtu", "privatemtu")  # fmt: skip


def _view(ctx: Context, network: Record) -> dict[str, Any]:
    return networks.view(ctx.store, ctx.caller, network)


def _offering(ctx: Context) -> Record:
    offering = ctx.record("networkoffering", "networkofferingid")
    if offering["state"] != "Enabled":
        raise errors.invalid(f"The network offering {offering['name']} is not enabled")
    if offering["forvpc"] and "vpcid" not in ctx.params:
        raise errors.invalid("Network offering can be used for VPC networks only")
    if not offering["forvpc"] and "vpcid" in ctx.params:
        raise errors.invalid("Network offering can't be used for VPC networks")
    return offering


def _physical_network(ctx: Context, zone: Record) -> Record:
    if "physicalnetworkid" in ctx.params:
        return ctx.record("physicalnetwork", "physicalnetworkid")
    for physical in ctx.store.where("physicalnetwork", zoneid=zone["id"]):
        if ctx.store.first("traffictype", physicalnetworkid=physical["id"], traffictype="Guest"):
            return physical
    raise errors.invalid(f"The zone {zone['name']} has no physical network that carries guest traffic")


def _subnet(ctx: Context, zone: Record, offering: Record) -> dict[str, Any]:
    """Gateway, netmask and CIDR: as given, or the zone's guest CIDR for an isolated network."""
    gateway, netmask = ctx.get("gateway"), ctx.get("netmask")
    if offering["guestiptype"] == "L2":
        if gateway or netmask:
            raise errors.invalid("A layer 2 network takes neither gateway nor netmask")
        return {}
    if bool(gateway) != bool(netmask):
        raise errors.invalid("gateway and netmask must be given together")
    if gateway:
        try:
            subnet = addresses.network_of(gateway, netmask)
        except ValueError:
            raise errors.invalid(f"No network has the gateway {gateway} and the netmask {netmask}") from None
        return {"gateway": gateway, "netmask": str(subnet.netmask), "cidr": str(subnet)}
    if offering["guestiptype"] == "Shared":
        if zone["networktype"] == "Basic" or "ip6gateway" in ctx.params:
            return {}
        raise errors.invalid("A shared network needs startip, endip, gateway and netmask")
    if "vpcid" in ctx.params:
        raise errors.invalid("A tier of a VPC needs gateway and netmask")
    if routed.is_routed(offering):
        return routed.addresses_of(routed.choose(ctx, zone))
    return addresses.default_subnet(zone.get("guestcidraddress") or "10.1.1.0/24")


def _domain_name(ctx: Context, zone: Record, owner: Owner) -> str:
    if ctx.get("networkdomain"):
        return ctx.params["networkdomain"]
    vpc = ctx.maybe("vpc", "vpcid")
    default = f"cs{owner.account['_number']:x}cloud.internal"
    return (vpc and vpc["networkdomain"]) or owner.domain.get("networkdomain") or zone.get("domain") or default


def _mtu(ctx: Context, name: str) -> int:
    return min(ctx.get(name, 1500), 1500)


def _scope(ctx: Context, owner: Owner, offering: Record, zone: Record) -> dict[str, Any]:
    """Who may use the network: its owner alone, or for shared networks a domain with those below it."""
    if offering["guestiptype"] != "Shared":
        if ctx.get("acltype", "account").lower() != "account":
            raise errors.invalid("Only acltype Account fits a network that is not shared")
        if "subdomainaccess" in ctx.params:
            raise errors.invalid("Parameter subDomainAccess can be specified only with aclType=Domain")
        return {"acltype": "Account", **owners.stamp(owner)}
    if ctx.get("acltype", "domain").lower() == "account" or "projectid" in ctx.params:
        return {"acltype": "Account", **owners.stamp(owner)}
    domain = ctx.maybe("domain", "domainid") or owners.root_domain(ctx.store)
    return {
        "acltype": "Domain",
        "subdomainaccess": ctx.get("subdomainaccess", "domainid" not in ctx.params),
        "domainid": domain["id"],
        "domain": domain["name"],
        "domainpath": domain["path"],
        "_accountid": owners.system_account(ctx.store)["id"],
    }


def _refuse_dynamic(ctx: Context, zone: Record, physical: Record, offering: Record, vlan: str) -> None:
    """Refuse a VLAN out of those that the zone gives to networks by itself."""
    if ctx.get("bypassvlanoverlapcheck") and offering["guestiptype"] == "Shared":
        return
    if vlan in map(str, addresses.vlans(physical.get("vlan"))):
        raise errors.invalid(
            f"The VLAN tag to use for new guest network, {vlan} is already being used for dynamic vlan allocation for "
            f"the guest network in zone {zone['name']}"
        )


def _segment(ctx: Context, zone: Record, physical: Record, offering: Record) -> dict[str, Any]:
    """The broadcast domain: a given VLAN, untagged in a Basic zone, or one allocated when it is needed."""
    vlan = ctx.get("vlan")
    if vlan is not None and not offering["specifyvlan"]:
        raise errors.invalid("The network offering does not let the VLAN be chosen")
    if zone["networktype"] == "Basic":
        return {"broadcastdomaintype": "Native", "vlan": "untagged", "state": "Setup"}
    if offering["guestiptype"] == "Shared" and vlan is None:
        raise errors.invalid("A shared network needs a VLAN")
    if vlan is None:
        methods = [method.upper() for method in physical["_isolation"]]
        return {"broadcastdomaintype": "Vxlan" if "VXLAN" in methods else "Vlan", "state": "Allocated"}
    vlan = vlan.removeprefix("vlan://")
    _refuse_dynamic(ctx, zone, physical, offering, vlan)
    taken = next((n for n in ctx.store.where("network", zoneid=zone["id"]) if n.get("vlan") == vlan), None)
    if taken and vlan != "untagged" and not ctx.get("bypassvlanoverlapcheck"):
        raise errors.invalid(f"The VLAN {vlan} is in use by the network {taken['name']} of the zone {zone['name']}")
    shared = offering["guestiptype"] == "Shared"
    return {"broadcastdomaintype": "Vlan", "vlan": vlan, "state": "Setup" if shared else "Allocated"}


@command("createNetwork")
def create(ctx: Context) -> dict[str, Any]:
    """Make a guest network. Isolated ones get VLAN, source NAT address and router with their first instance."""
    zone = ctx.record("zone", "zoneid")
    offering, owner = _offering(ctx), ctx.owner()
    physical = _physical_network(ctx, zone)
    subnet = _subnet(ctx, zone, offering)
    is_hidden = offering["guestiptype"] == "Isolated" and not routed.is_routed(offering)
    if is_hidden and not accepted.is_guest_cidr(ctx.store, subnet["cidr"]):
        raise errors.invalid(f"Virtual Guest Cidr {subnet['cidr']} is not RFC 1918 or 6598 compliant")
    accepted.refuse_network_domain(ctx.get("networkdomain"))
    tiers.check_new(ctx, subnet.get("cidr"))
    record = {
        "name": ctx.params["name"],
        "displaytext": ctx.get("displaytext", ctx.params["name"]),
        **_segment(ctx, zone, physical, offering),
        "traffictype": "Guest",
        **subnet,
        "zoneid": zone["id"],
        "_offeringid": offering["id"],
        **{name: zone[name] for name in ("dns1", "dns2") if zone.get(name)},
        **{name: value for name, value in ctx.given(*PLAIN).items() if value != ""},
        "type": offering["guestiptype"],
        **_scope(ctx, owner, offering, zone),
        "physicalnetworkid": physical["id"],
        "restartrequired": False,
        **ctx.given("vpcid", "aclid"),
        "details": {HIDE_USAGE: "true"} if ctx.get("hideipaddressusage") else {},
        "displaynetwork": ctx.get("displaynetwork", True),
        "created": ctx.now(),
        "publicmtu": _mtu(ctx, "publicmtu"),
        "privatemtu": _mtu(ctx, "privatemtu"),
        "keepmacaddressonpublicnic": ctx.get("keepmacaddressonpublicnic", True),
        "_routerip": ctx.get("routerip"),
    }
    if offering["guestiptype"] != "L2":
        record["networkdomain"] = _domain_name(ctx, zone, owner)
    network = ctx.store.add("network", record)
    guest.add_shared_range(ctx, network)
    if routed.is_routed(offering):
        routed.bind(ctx, network)
    if "sourcenatipaddress" in ctx.params:
        publicips.take_source_nat(ctx, network, ctx.params["sourcenatipaddress"])
    return {"network": _view(ctx, network)}


def create_default(ctx: Context, zone: Record, owner: Owner) -> Record:
    """Make the isolated network that an account gets when it deploys without having one."""
    required = ctx.store.where("networkoffering", availability="Required", guestiptype="Isolated")
    offering = required[0]
    name = f"{owner.account['name']}-network"
    params = {
        **ctx.given("account", "domainid", "projectid"),
        "name": name,
        "displaytext": name,
        "zoneid": zone["id"],
        "networkofferingid": offering["id"],
    }
    made = create(replace(ctx, params=params))
    return ctx.store.need("network", made["network"]["id"])


@command("updateNetwork")
def prepare_update(ctx: Context) -> Submitted:
    """Check a change before its job is accepted."""
    network = ctx.record("network")
    if network["type"] == "L2" and "guestvmcidr" in ctx.params:
        raise errors.invalid("A layer 2 network has no guest VM CIDR")
    if "guestvmcidr" in ctx.params and not addresses.is_cidr(ctx.params["guestvmcidr"]):
        raise errors.invalid("Invalid format of Guest VM CIDR.")
    accepted.refuse_network_domain(ctx.get("networkdomain"))
    wanted = ctx.maybe("networkoffering", "networkofferingid")
    if wanted is not None and wanted["guestiptype"] != network["type"]:
        raise errors.invalid(
            f"The network {network['name']} is {network['type']}, the offering {wanted['guestiptype']}"
        )
    return Submitted(network["id"])


def _reserve(network: Record, guest_cidr: str) -> None:
    whole: str = network.get("networkcidr") or network["cidr"]
    if not addresses.holds(whole, guest_cidr):
        raise errors.invalid("Guest VM CIDR is not within the network's CIDR")
    network["cidr"] = guest_cidr
    if guest_cidr == whole:
        network.pop("networkcidr", None)
        network.pop("reservediprange", None)
    else:
        network["networkcidr"] = whole
        network["reservediprange"] = addresses.outside(whole, guest_cidr)


@job("updateNetwork")
def update(ctx: Context) -> dict[str, Any]:
    """Change a network's texts, domain, DNS, offering or the part of it that instances use."""
    network = ctx.record("network")
    if "guestvmcidr" in ctx.params:
        _reserve(network, ctx.params["guestvmcidr"])
    network.update(ctx.given(*UPDATABLE))
    if "networkofferingid" in ctx.params:
        network["_offeringid"] = ctx.params["networkofferingid"]
    hidden = ctx.get("hideipaddressusage", network["details"].get(HIDE_USAGE) == "true")
    network["details"] = {**network["details"], HIDE_USAGE: str(hidden).lower()}
    if "sourcenatipaddress" in ctx.params:
        publicips.take_source_nat(ctx, network, ctx.params["sourcenatipaddress"])
    ids.rename(ctx, network)
    return {"network": _view(ctx, network)}


@command("deleteNetwork", "restartNetwork")
def prepare(ctx: Context) -> Submitted:
    """Find the network."""
    network = ctx.record("network")
    if network.get("issystem"):
        raise errors.invalid("Network is a system network")
    return Submitted(network["id"])


@job("deleteNetwork")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a network without instances, with its rules, addresses and router."""
    network = ctx.record("network")
    if guestips.nics(ctx.store, network):
        raise errors.internal("Failed to delete network")
    guest.tear_down(ctx.store, network)
    marks.forget(ctx.store, network["id"])
    ctx.store.remove("network", network["id"])
    return {"success": True}


@job("restartNetwork")
def restart(ctx: Context) -> dict[str, Any]:
    """Bring a network's services up again; with `cleanup` its router is made anew."""
    network = ctx.record("network")
    if network["state"] not in ("Implemented", "Setup"):
        raise errors.invalid(f"The network {network['name']} is {network['state']}: only one in use can be restarted")
    network["restartrequired"] = False
    if ctx.get("cleanup"):
        guest.renew_router(ctx.store, network, ctx.now())
    return {"success": True}


def _chosen(ctx: Context, network: Record) -> bool:
    params = ctx.params
    offering = networks.offering_of(ctx.store, network)
    checks = {
        "networkofferingid": lambda wanted: network["_offeringid"] == wanted,
        "forvpc": lambda wanted: bool(network.get("vpcid")) == wanted,
        "canusefordeploy": lambda wanted: networks.usable_by(ctx.store, network, ctx.caller.account) == wanted,
        "specifyipranges": lambda wanted: offering["specifyipranges"] == wanted,
        "supportedservices": lambda wanted: all(offerings.has(offering, service) for service in wanted),
        "tags": lambda wanted: marks.has_tags(ctx.store, network["id"], wanted),
        "networkfilter": lambda wanted: wanted.lower() == "all" or network["acltype"].lower() == wanted.lower(),
    }
    return all(check(params[name]) for name, check in checks.items() if name in params)


@command("listNetworks")
def list_networks(ctx: Context) -> dict[str, Any]:
    """List guest networks: the owner's, and the shared ones that the owner may use."""
    if ctx.get("issystem"):
        return {}
    every = networks.guest_networks(ctx.store)
    own = [n for n in every if n["acltype"] == "Account"]
    mine = {n["id"] for n in ctx.owned(own)}
    if "projectid" not in ctx.params or "id" in ctx.params:
        mine |= {n["id"] for n in every if n["acltype"] == "Domain" and _domain_shared(ctx, n)}
    chosen = [n for n in every if n["id"] in mine and _chosen(ctx, n)]
    fields = ("zoneid", "physicalnetworkid", "vpcid", "type", "traffictype", "acltype", "restartrequired",
              "displaynetwork", "associatednetworkid", "vlan")  # fmt: skip
    return ctx.list(chosen, lambda network: _view(ctx, network), fields)


def _domain_shared(ctx: Context, network: Record) -> bool:
    if ctx.caller.is_admin:
        return ctx.get("domainid", network["domainid"]) == network["domainid"] or bool(network["subdomainaccess"])
    return networks.usable_by(ctx.store, network, ctx.caller.account)
