# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Networks of tenants: isolated, shared and L2 ones, and tiers of a VPC."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import checks
from ..lifecycle import Record
from ..parts.source_nat import source_nat_field, with_source_nat
from ..resolve import Row
from ..spec import Action, Answer, Choice, Field, Flag, Knob, Listing, Number, Ref, Refusal, Resource, Tags, Via
from .network_acl import NETWORK_ACL
from .network_offering import NETWORK_OFFERING
from .references import PHYSICAL_NETWORK_REF
from .vpc import VPC
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder


def _vlan(record: Record) -> Any:
    if record.get("vlan"):
        return str(record["vlan"])
    uri = str(record.get("broadcasturi") or "")
    return uri.rsplit("://", 1)[-1] if uri.startswith(("vlan://", "vxlan://")) else None


def _cidr_size(record: Record) -> Any:
    """The prefix length of the whole network."""
    return str(record.get("networkcidr") or record.get("cidr") or "").rpartition("/")[2]


def _hides_usage(record: Record) -> Any:
    return record.get("(hides_usage)")


SOURCE_NAT = with_source_nat("associatednetworkid")


def _with_details(finder: Finder, row: Row) -> Row:
    """Add what other lists tell, and what only administrators see: others are believed."""
    details = row.get("details")
    hides = finder.params.get("hide_ip_address_usage")
    if details is not None:
        hides = str(details.get("hideIpAddressUsage", "false")).lower() == "true"
    return SOURCE_NAT(finder, {**row, "(hides_usage)": hides})


NETWORK_REF = Resource(
    "network", list="listNetworks", fields=(Field("name"),), filters={"zone": "zoneid", "vpc": "vpcid"}, owned=True
)

NETWORK = Resource(
    "network",
    list="listNetworks",
    also=("listPublicIpAddresses",),
    create="createNetwork",
    update="updateNetwork",
    delete="deleteNetwork",
    delete_options={"forced": "force"},
    filters={
        "zone": "zoneid",
        "vpc": "vpcid",
        "network_offering": "networkofferingid",
        "physical_network": "physicalnetworkid",
        "type": "type",
        "vlan": "vlan",
        "acl_type": "acltype",
    },
    owned=True,
    asynchronous=True,
    enrich=_with_details,
    tags=Tags("Network"),
    may_double=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True),
        Ref("vpc", target=VPC, within=("zone",), fixed=True, scope=True, unique=False),
        Ref(
            "network_offering",
            target=NETWORK_OFFERING,
            needed_to_create=True,
            entails=(
                "network_offering_display_text",
                "network_offering_conserve_mode",
                "network_offering_availability",
                "is_persistent",
            ),
        ),
        Field("display_text", falls_back_to="name"),
        Field("gateway", fixed=True, check=checks.ipv4),
        Field("netmask", fixed=True, check=checks.netmask),
        Field("start_ip", read=None, check=checks.ipv4),
        Field("end_ip", read=None, check=checks.ipv4),
        Field("start_ipv6", read=None, check=checks.ipv6),
        Field("end_ipv6", read=None, check=checks.ipv6),
        Field("cidr_ipv6", api="ip6cidr", fixed=True, check=checks.cidr6, compare="address"),
        Field("gateway_ipv6", api="ip6gateway", fixed=True, check=checks.ipv6, compare="address"),
        Number("cidr_size", read=_cidr_size, fixed=True),
        Field(
            "guest_vm_cidr",
            late=True,
            update_api="guestvmcidr",
            read="cidr",
            check=checks.cidr,
            entails=("cidr", "network_cidr"),
        ),
        Field("vlan", read=_vlan, fixed=True),
        Field("isolated_pvlan", read=None),
        Choice("isolated_pvlan_type", ("none", "community", "isolated", "promiscuous"), read=None),
        Flag("bypass_vlan_overlap_check", read=None),
        Ref("physical_network", target=PHYSICAL_NETWORK_REF, within=("zone",), fixed=True, shows=None),
        Choice("acl_type", ("account", "domain"), fixed=True),
        Flag("subdomain_access", fixed=True),
        Ref(
            "acl",
            target=NETWORK_ACL,
            within=("vpc",),
            shows="aclname",
            via=Via("replaceNetworkACLList", {"networkid": "id"}),
            entails=("acl_id",),
        ),
        Field("network_domain"),
        Field("dns1", check=checks.ipv4),
        Field("dns2", check=checks.ipv4),
        Field("dns1_ipv6", api="ip6dns1", check=checks.ipv6, compare="address"),
        Field("dns2_ipv6", api="ip6dns2", check=checks.ipv6, compare="address"),
        Number("private_mtu"),
        Number("public_mtu"),
        Field("external_id", fixed=True),
        Field("router_ip", read=None, check=checks.ipv4),
        Field("router_ipv6", read=None, check=checks.ipv6),
        source_nat_field(),
        Ref(
            "associated_network",
            target=NETWORK_REF,
            within=("zone",),
            fixed=True,
            shows="associatednetwork",
            unique=False,
        ),
        Number("as_number", fixed=True),
        Listing("bgp_peers", api="bgppeerids", read=None),
        Flag("display_network"),
        Flag("hide_ip_address_usage", read=_hides_usage),
        Flag("keep_mac_address_on_public_nic"),
        Field("tungsten_virtual_router_uuid", fixed=True),
        Knob("clean_up", default=False),
        Knob("live_patch"),
        Knob("make_redundant"),
        Knob("force", update_api="forced", rides=True),
        Knob("change_cidr", rides=True),
        Knob("update_in_sequence", rides=True),
    ),
    answers=(
        Answer("state"),
        Answer("type"),
        Answer("cidr"),
        Answer("network_cidr"),
        Answer("acl_id"),
        Answer("broadcast_domain_type"),
        Answer("traffic_type"),
        Answer("is_persistent", "bool"),
        Answer("is_system", "bool"),
        Answer("restart_required", "bool"),
        Answer("network_offering_display_text"),
        Answer("network_offering_conserve_mode", "bool"),
        Answer("network_offering_availability"),
    ),
    actions=(
        Action(
            "restarted",
            "restartNetwork",
            options={"cleanup": "clean_up", "livepatch": "live_patch", "makeredundant": "make_redundant"},
        ),
    ),
    info=(
        Ref("network_offering", target=NETWORK_OFFERING),
        Choice("type", ("Isolated", "Shared", "L2"), steers=True),
    ),
    omits={"customid": "the id of a network is the server's"},
    refusals=(
        Refusal("overlap", "gateway", "Choose a network that no other network here uses."),
        Refusal("can be used for vpc networks only", "vpc", "Name the VPC, or choose an offering for other networks."),
        Refusal("can't be used for vpc", "network_offering", "Choose an offering for tiers of a VPC."),
        Refusal("failed to delete network", "name", "Remove the instances in it, or their NICs in it, first."),
        Refusal("only one in use can be restarted", "state", "Networks come into use with their first instance."),
        Refusal("vlan.*(in use|already)", "vlan", "Choose a VLAN that no other network has."),
    ),
)
