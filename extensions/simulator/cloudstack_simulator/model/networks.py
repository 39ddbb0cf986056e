"""Guest networks: how they are shown, who may use them, and the zone's own networks."""

from __future__ import annotations

from typing import Any

from ..context import Caller
from ..shape import compact, pick, stable_uuid, tags_of
from ..store import Record, Store
from . import marks, offerings, owners, routed

ADMIN_ONLY = ("broadcasturi", "vlan", "details", "displaynetwork")


def offering_of(store: Store, network: Record) -> Record:
    """The offering a network was made from."""
    return store.need("networkoffering", network["_offeringid"])


def system_network_id(zone_id: str, traffic_type: str) -> str:
    """The id of the zone's own network of a traffic type: Public, Control, Management or Storage."""
    return stable_uuid("network", zone_id, traffic_type)


def guest_networks(store: Store) -> list[Record]:
    """All networks that are not the zones' own."""
    return store.matching("network", lambda network: not network.get("issystem"))


def isolation_scheme(store: Store, network: Record) -> str:
    """`vlan` or `vxlan`, after the physical network's isolation method."""
    physical = store.need("physicalnetwork", network["physicalnetworkid"])
    return "vxlan" if "VXLAN" in (method.upper() for method in physical["_isolation"]) else "vlan"


def broadcast_uri(store: Store, network: Record) -> str | None:
    """The URI of the segment that the network has now, or None before it is implemented."""
    if network.get("vlan") is None:
        return None
    if network["vlan"] == "untagged":
        return "vlan://untagged"
    return f"{isolation_scheme(store, network)}://{network['vlan']}"


def usable_by(store: Store, network: Record, account: Record) -> bool:
    """Whether an account may put instances into the network."""
    if network["acltype"] == "Account":
        return network["_accountid"] == account["id"]
    if not network.get("subdomainaccess"):
        return network["domainid"] == account["domainid"]
    return owners.below(store, account["domainid"], network["domainid"])


def _parent(store: Store, network: Record) -> dict[str, Any]:
    vpc = store.get("vpc", network.get("vpcid"))
    rules = store.get("networkacllist", network.get("aclid"))
    associated = store.get("network", network.get("associatednetworkid"))
    return compact(
        vpcid=vpc and vpc["id"],
        vpcname=vpc and vpc["name"],
        aclid=rules and rules["id"],
        aclname=rules and rules["name"],
        associatednetworkid=associated and associated["id"],
        associatednetwork=associated and associated["name"],
    )


def _offering_fields(offering: Record) -> dict[str, Any]:
    return {
        "networkofferingid": offering["id"],
        "networkofferingname": offering["name"],
        "networkofferingdisplaytext": offering["displaytext"],
        "networkofferingconservemode": offering["conservemode"],
        "networkofferingavailability": offering["availability"],
    }


def _firewall_fields(offering: Record, network: Record) -> dict[str, Any]:
    if not offerings.has(offering, "Firewall"):
        return {}
    return {
        "egressdefaultpolicy": offering["egressdefaultpolicy"],
        "keepmacaddressonpublicnic": network["keepmacaddressonpublicnic"],
    }


def view(store: Store, caller: Caller, network: Record) -> dict[str, Any]:
    """A guest network as the API shows it; some fields are for administrators only."""
    offering = offering_of(store, network)
    zone = store.need("zone", network["zoneid"])
    answer = {
        **pick(network, "id", "name", "displaytext", "broadcastdomaintype", "traffictype", "gateway", "netmask"),
        **pick(network, "cidr", "networkcidr", "reservediprange"),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        **_offering_fields(offering),
        "issystem": False,
        "state": network["state"],
        "related": network["id"],
        **compact(broadcasturi=broadcast_uri(store, network)),
        **pick(network, "dns1", "dns2", "ip6dns1", "ip6dns2", "ip6gateway", "ip6cidr", "type", "vlan"),
        **pick(network, "acltype", "subdomainaccess", "externalid", "asnumber"),
        **owners.of(network),
        "service": offerings.service_views(offering),
        **pick(network, "networkdomain", "physicalnetworkid", "restartrequired"),
        "specifyvlan": offering["specifyvlan"],
        "specifyipranges": offering["specifyipranges"],
        **_parent(store, network),
        "canusefordeploy": usable_by(store, network, caller.account),
        "ispersistent": offering["ispersistent"],
        "tags": tags_of(store, network["id"]),
        **pick(network, "details", "displaynetwork"),
        "strechedl2subnet": False,
        "redundantrouter": offerings.capability(offering, "SourceNat", "RedundantRouter") == "true",
        "supportsvmautoscaling": offerings.capability(offering, "Lb", "VmAutoScaling") == "true",
        "created": network["created"],
        "receivedbytes": 0,
        "sentbytes": 0,
        **_firewall_fields(offering, network),
        **pick(network, "publicmtu", "privatemtu"),
        **routed.fields(offering),
        "hasannotations": marks.annotated(store, network["id"]),
    }
    if not caller.is_admin:
        answer = {name: value for name, value in answer.items() if name not in ADMIN_ONLY}
    return answer
