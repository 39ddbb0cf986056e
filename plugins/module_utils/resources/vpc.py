# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""VPCs: several networks of a tenant behind one router."""

from __future__ import annotations

from typing import Any, Mapping

from .. import checks
from ..lifecycle import GONE, Lifecycle, Move, Record
from ..parts.source_nat import source_nat_field, with_source_nat
from ..spec import Action, Answer, Field, Flag, Knob, Listing, Number, Ref, Refusal, Resource, Tags
from .vpc_offering import VPC_OFFERING
from .zone import ZONE

DEFAULT_OFFERING = "Default VPC offering"


def _stopped_is_not_started(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """A VPC that is made to be stopped gets its router with its first tier."""
    return {**params, "start": False} if params.get("state") == "stopped" else params


def _cidr_size(record: Record) -> Any:
    return str(record.get("cidr") or "").rpartition("/")[2]


VPC = Resource(
    "vpc",
    list="listVPCs",
    also=("listPublicIpAddresses",),
    create="createVPC",
    update="updateVPC",
    delete="deleteVPC",
    filters={
        "zone": "zoneid",
        "vpc_offering": "vpcofferingid",
        "cidr": "cidr",
        "state": "state",
        "restart_required": "restartrequired",
    },
    owned=True,
    asynchronous=True,
    tags=Tags("Vpc"),
    normalize=_stopped_is_not_started,
    enrich=with_source_nat("vpcid"),
    may_double=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True),
        Ref("vpc_offering", target=VPC_OFFERING, within=("zone",), fixed=True, create_default=DEFAULT_OFFERING),
        Field("display_text", falls_back_to="name"),
        Field("cidr", fixed=True, needed_to_create=True, needed_unless="cidr_size", check=checks.cidr),
        Number("cidr_size", read=_cidr_size, fixed=True),
        Field("network_domain", fixed=True),
        Field("dns1", fixed=True, check=checks.ipv4),
        Field("dns2", fixed=True, check=checks.ipv4),
        Field("dns1_ipv6", api="ip6dns1", fixed=True, check=checks.ipv6, compare="address"),
        Field("dns2_ipv6", api="ip6dns2", fixed=True, check=checks.ipv6, compare="address"),
        Number("public_mtu"),
        source_nat_field(),
        Flag("start", read=None),
        Flag("use_router_ip_resolver", api="userouteripresolver", read=None),
        Number("as_number", fixed=True),
        Listing("bgp_peers", api="bgppeerids", read=None),
        Flag("keep_mac_address_on_public_nic"),
        Flag("for_display"),
        Knob("clean_up"),
        Knob("live_patch"),
        Knob("make_redundant"),
    ),
    answers=(
        Answer("state"),
        Answer("region_level_vpc", "bool"),
        Answer("restart_required", "bool"),
        Answer("distributed_vpc_router", "bool"),
        Answer("redundant_vpc_router", "bool"),
        Answer("ip4_routing"),
        Answer("created"),
    ),
    actions=(
        Action(
            "restarted",
            "restartVPC",
            options={"cleanup": "clean_up", "livepatch": "live_patch", "makeredundant": "make_redundant"},
        ),
    ),
    lifecycle=Lifecycle(
        read="state",
        shows="",
        initial="Enabled",
        goals={"stopped": ("Enabled", "Inactive")},
        moves=(Move("Enabled", GONE, "deleteVPC"), Move("Inactive", GONE, "deleteVPC")),
    ),
    info=(
        Ref("vpc_offering", target=VPC_OFFERING),
        Field("cidr", check=checks.cidr),
        Flag("restart_required", steers=True),
    ),
    omits={"customid": "the id of a VPC is the server's"},
    refusals=(
        Refusal("as it has networks", "name", "Remove its tiers first."),
        Refusal("failed to create vpc", "zone", "Look whether the zone has free public addresses and runs its hosts."),
    ),
)
