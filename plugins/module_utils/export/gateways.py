# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What leads out of VPCs and into networks beside public addresses, as entries of converge."""

from __future__ import annotations

from typing import Any

from ..resources.references import PHYSICAL_NETWORK_REF
from ..resources.static_route import STATIC_ROUTE
from ..resources.vpc import VPC
from ..resources.vpc_private_gateway import VPC_PRIVATE_GATEWAY
from ..resources.vpn_connection import VPN_CONNECTION
from ..resources.vpn_customer_gateway import VPN_CUSTOMER_GATEWAY
from ..resources.vpn_gateway import VPN_GATEWAY
from ..resources.vpn_user import VPN_USER
from .fleet import tags
from .holdings import Holdings
from .words import Branch, filled, with_secret

GATEWAYS = Branch(
    VPC_PRIVATE_GATEWAY,
    only=("ip_address", "gateway", "netmask", "vlan", "network_acl", "source_nat_supported"),
)
DENIES = "default_deny"
"""The ACL list that a private gateway has by itself."""

FAR_ENDS = Branch(VPN_CUSTOMER_GATEWAY, ("ipsec_psk",))


def gateways(read: Holdings) -> list[dict[str, Any]]:
    """The private gateways of VPCs, and their static routes."""
    vpcs = _vpcs(read)
    own = [row for row in read.rows[VPC_PRIVATE_GATEWAY.name] if row["vpcid"] in vpcs]
    wires = _physical_networks(read) if own else {}
    found = []
    for row in own:
        entry = GATEWAYS.entry(row, {})
        if row.get("associatednetworkid"):
            entry = {**entry, "vlan": None, "network": read.network_name(str(row["associatednetworkid"]))}
        if entry.get("network_acl") == DENIES:
            del entry["network_acl"]
        wire = wires.get(str(row.get("physicalnetworkid"))) if len(wires) > 1 else None
        found.append(filled({"vpc": vpcs[row["vpcid"]], **entry, "physical_network": wire}))
    found.sort(key=lambda one: (one["vpc"], one["ip_address"]))
    return [*({VPC_PRIVATE_GATEWAY.name: one} for one in found), *_routes(read, vpcs)]


def _vpcs(read: Holdings) -> dict[Any, str]:
    return {row["id"]: str(row["name"]) for row in read.apart(VPC)}


def _physical_networks(read: Holdings) -> dict[str, str]:
    """The physical networks of the zone by their ids, as far as the caller may see them."""
    rows = read.listed(PHYSICAL_NETWORK_REF.list, zoneid=read.zone["id"])
    return {str(row["id"]): str(row["name"]) for row in rows}


def _routes(read: Holdings, vpcs: dict[Any, str]) -> list[dict[str, Any]]:
    through = {row["id"]: row["ipaddress"] for row in read.rows[VPC_PRIVATE_GATEWAY.name]}
    found = []
    for row in read.rows[STATIC_ROUTE.name]:
        if row["vpcid"] in vpcs:
            gateway = through.get(row.get("vpcgatewayid"))
            hop = None if gateway else row.get("nexthop")
            place = {"vpc": vpcs[row["vpcid"]], "cidr": row["cidr"]}
            found.append(filled({**place, "private_gateway": gateway, "next_hop": hop, "tags": tags(row)}))
    found.sort(key=lambda one: (one["vpc"], one["cidr"]))
    return [{STATIC_ROUTE.name: one} for one in found]


def private_networks(read: Holdings) -> list[dict[str, Any]]:
    """VPNs between sites, and who may dial in to networks."""
    users = read.apart(VPN_USER, "username")
    people = [with_secret({"username": row["username"]}, "password", "vpn_user", str(row["username"])) for row in users]
    return [*_sites(read), *({VPN_USER.name: one} for one in people)]


def _sites(read: Holdings) -> list[dict[str, Any]]:
    """The far ends, the near ends and what joins them."""
    vpcs = _vpcs(read)
    ends = read.apart(VPN_CUSTOMER_GATEWAY)
    names = {row["id"]: str(row["name"]) for row in ends}
    near = {row["id"]: row for row in read.rows[VPN_GATEWAY.name] if row["vpcid"] in vpcs}
    own = {row["ipaddress"] for row in read.rows["ip_address"] if not row.get("issourcenat")}
    entries = [with_secret(FAR_ENDS.entry(row, {}), "ipsec_psk", "ipsec_psk", str(row["name"])) for row in ends]
    places = [
        filled({"vpc": vpcs[row["vpcid"]], "ip_address": row["publicip"] if row["publicip"] in own else None})
        for row in near.values()
    ]
    joined = [
        filled(
            {"vpc": vpcs[near[row["s2svpngatewayid"]]["vpcid"]], VPN_CUSTOMER_GATEWAY.name: name, "passive": passive}
        )
        for row in read.rows[VPN_CONNECTION.name]
        for name, passive in [(names.get(row["s2scustomergatewayid"]), bool(row.get("passive")))]
        if name and row["s2svpngatewayid"] in near
    ]
    return [
        *({VPN_CUSTOMER_GATEWAY.name: one} for one in entries),
        *({VPN_GATEWAY.name: one} for one in sorted(places, key=lambda one: one["vpc"])),
        *({VPN_CONNECTION.name: one} for one in sorted(joined, key=lambda one: (one["vpc"], str(one)))),
    ]
