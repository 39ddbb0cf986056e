"""The inside of guest networks: NICs, VLANs, and what appears when the first instance comes."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..shape import compact, pick
from ..store import Record, Store
from . import networks, offerings, owners, publicips, routers
from .guestips import pick_address, shared_ranges

RULE_KINDS = ("firewallrule", "portforwardingrule", "loadbalancerrule")


def add_shared_range(ctx: Context, network: Record) -> None:
    """Keep the range that a shared network was made with."""
    start = ctx.get("startip")
    if network["type"] != "Shared" or not network.get("gateway"):
        return
    hosts = list(addresses.guest_hosts(network["cidr"], network["gateway"]))
    first, last = start or hosts[-1], ctx.get("endip") or start or hosts[0]
    if not all(addresses.inside(address, network["cidr"]) for address in (first, last)):
        ctx.store.remove("network", network["id"])
        raise errors.invalid(f"The range {first}-{last} is not within {network['cidr']}")
    _refuse_gateway_within(ctx, network, first, last)
    owner = owners.system_account(ctx.store)
    domain = ctx.store.need("domain", network["domainid"])
    ctx.store.add(
        "vlaniprange",
        {
            "forvirtualnetwork": False,
            "zoneid": network["zoneid"],
            "vlan": f"vlan://{network['vlan']}",
            "account": owner["name"],
            "domainid": domain["id"],
            "domain": domain["name"],
            "domainpath": domain["path"],
            **pick(network, "gateway", "netmask", "cidr", "physicalnetworkid"),
            "startip": first,
            "endip": last,
            "networkid": network["id"],
            "forsystemvms": False,
            **ctx.given("startipv6", "endipv6", "ip6gateway", "ip6cidr"),
        },
    )


def _refuse_gateway_within(ctx: Context, network: Record, first: str, last: str) -> None:
    why = None
    if not addresses.ordered(first, last):
        why = f"The start address {first} is above the end address {last}"
    elif addresses.between(network["gateway"], first, last):
        why = "The gateway shouldn't overlap start/end ip addresses"
    if why:
        ctx.store.remove("network", network["id"])
        raise errors.invalid(why)


def add_nic(store: Store, instance: Record, network: Record, place: int, **given: Any) -> Record:
    """Put an instance into a network; `given` may name `ipaddress`, `macaddress`, `ip6address` and `pod_id`."""
    pod_id = given.pop("pod_id", None)
    address = pick_address(store, network, given.pop("ipaddress", None), pod_id)
    number = store.number("mac")
    return store.add(
        "nic",
        {
            "virtualmachineid": instance["id"],
            "networkid": network["id"],
            **address,
            "isdefault": place == 0,
            "macaddress": given.pop("macaddress", None) or addresses.mac(network["_number"], number),
            "deviceid": str(place),
            "enabled": True,
            "_secondary": [],
            **compact(**given),
        },
    )


def nic_view(store: Store, nic: Record, running: bool, secondary: bool = True) -> dict[str, Any]:
    """A NIC as an instance's answer shows it; listNics leaves an empty list of secondary addresses out."""
    network = store.need("network", nic["networkid"])
    uri = networks.broadcast_uri(store, network) if running or network["type"] == "Shared" else None
    vpc = store.get("vpc", network.get("vpcid"))
    static_nat = store.first("publicipaddress", _nicid=nic["id"], isstaticnat=True)
    extra = [pick(held, "id", "ipaddress") for held in nic["_secondary"]]
    return {
        "id": nic["id"],
        "networkid": network["id"],
        "networkname": network["name"],
        **pick(nic, "netmask", "gateway", "ipaddress", "ip6address"),
        **compact(isolationuri=uri if uri != "vlan://untagged" else None, broadcasturi=uri),
        "traffictype": network["traffictype"],
        "type": network["type"],
        "isdefault": nic["isdefault"],
        "macaddress": nic["macaddress"],
        **({"secondaryip": extra} if extra or secondary else {}),
        "extradhcpoption": nic.get("_dhcpoptions", []),
        "deviceid": nic["deviceid"],
        **compact(publicipid=static_nat and static_nat["id"], publicip=static_nat and static_nat["ipaddress"]),
        **compact(vpcid=vpc and vpc["id"], vpcname=vpc and vpc["name"]),
        "enabled": nic["enabled"],
    }


def _allocate_vlan(store: Store, network: Record) -> str:
    physical = store.need("physicalnetwork", network["physicalnetworkid"])
    peers = store.where("network", physicalnetworkid=physical["id"])
    taken = {str(peer["vlan"]) for peer in peers if peer.get("vlan")}
    free = addresses.first_free((str(vlan) for vlan in addresses.vlans(physical.get("vlan"))), taken)
    if free is None:
        raise errors.ApiError(
            errors.INSUFFICIENT_CAPACITY,
            f"The physical network {physical['name']} has no free VLAN for the network {network['name']}",
        )
    return free


def implement(ctx: Context, network: Record) -> None:
    """Bring a network up: a VLAN, a source NAT address and a router, where it needs them and lacks them."""
    store, offering = ctx.store, networks.offering_of(ctx.store, network)
    if network["state"] == "Allocated" and network.get("vlan") is None:
        network["vlan"] = _allocate_vlan(store, network)
    if offerings.has(offering, "SourceNat") and not network.get("vpcid"):
        publicips.take_source_nat(ctx, network)
    if offerings.has_router(offering):
        routers.ensure(ctx, network)
    if network["state"] == "Allocated":
        network["state"] = "Implemented"


def renew_router(store: Store, network: Record, now: str) -> None:
    """Replace the network's router by a new one in its place."""
    for router in routers.of_network(store, network):
        router["created"] = now
        router["name"] = routers.new_name(store)


def tear_down(store: Store, network: Record) -> None:
    """Remove what belongs to a network: rules, public addresses, router and ranges."""
    for kind in RULE_KINDS:
        for rule in store.where(kind, networkid=network["id"]):
            store.remove(kind, rule["id"])
    for address in store.where("publicipaddress", associatednetworkid=network["id"]):
        if network.get("vpcid"):
            address.pop("associatednetworkid")
        else:
            publicips.release(store, address)
    if not network.get("vpcid"):
        for router in routers.of_network(store, network):
            store.remove("router", router["id"])
    for vlan in shared_ranges(store, network):
        store.remove("vlaniprange", vlan["id"])
