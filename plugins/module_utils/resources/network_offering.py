# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Network offerings: which kind of network it is, which services it has, and who provides them."""

from __future__ import annotations

from typing import Any

from .. import checks
from ..lifecycle import Record
from ..parts import offerings
from ..parts.services import (
    SERVICE_CAPABILITIES,
    SERVICE_PROVIDERS,
    SERVICES_ANSWER,
    SUPPORTED_SERVICES,
    offered,
    with_services,
)
from ..spec import Answer, Choice, Field, Flag, Listing, Number, Ref, Refusal, Resource
from .references import SYSTEM_OFFERING

GUEST_TYPES = ("Shared", "Isolated", "L2")


def _policy(record: Record) -> Any:
    allows = record.get("egressdefaultpolicy")
    return None if allows is None else "allow" if allows else "deny"


def _allows(value: Any) -> bool:
    return str(value) == "allow"


NETWORK_OFFERING = Resource(
    "network_offering",
    list="listNetworkOfferings",
    create="createNetworkOffering",
    update="updateNetworkOffering",
    delete="deleteNetworkOffering",
    filters={
        "zone": "zoneid",
        "guest_ip_type": "guestiptype",
        "for_vpc": "forvpc",
        "state": "state",
    },
    enrich=with_services,
    fields=(
        Field("name", required=True, check=checks.name255),
        Field("display_text", falls_back_to="name"),
        Choice("guest_ip_type", GUEST_TYPES, fixed=True, needed_to_create=True),
        Field("traffic_type", fixed=True, create_default="Guest", compare="folded"),
        SUPPORTED_SERVICES,
        SERVICE_PROVIDERS,
        SERVICE_CAPABILITIES,
        Choice("availability", ("Optional", "Required", "Unavailable")),
        Flag("conserve_mode", fixed=True),
        Listing("details", elements="dict", read=None),
        Choice(
            "egress_default_policy",
            ("allow", "deny"),
            api="egressdefaultpolicy",
            read=_policy,
            wire=_allows,
            fixed=True,
        ),
        Flag("persistent", api="ispersistent", result="is_persistent", fixed=True),
        Flag("keepalive_enabled", read=None),
        Number("max_connections"),
        Number("network_rate", fixed=True),
        Ref("service_offering", target=SYSTEM_OFFERING, fixed=True, shows=None),
        Flag("specify_ip_ranges", fixed=True),
        Flag("specify_vlan", fixed=True),
        Flag("for_vpc", fixed=True),
        Listing("tags", aliases=("tag",)),
        *offerings.reserved_for(),
        Choice("internet_protocol", ("IPv4", "DualStack"), fixed=True),
        Choice("network_mode", ("NATTED", "ROUTED"), fixed=True),
        Choice("routing_mode", ("Static", "Dynamic"), fixed=True),
        Flag("specify_as_number", fixed=True),
        Choice("provider", ("NSX", "Netris"), read=None),
        Flag("for_nsx", fixed=True),
        Flag("for_tungsten", fixed=True),
        Flag("nsx_support_lb", read=None),
        Flag("nsx_supports_internal_lb", read=None),
        Number("sort_key", late=True, read=None),
    ),
    answers=(
        Answer("service_offering_id", read="serviceofferingid"),
        Answer("is_default", "bool"),
        SERVICES_ANSWER,
        Answer("created"),
    ),
    lifecycle=offered("Network"),
    info=(
        Choice("guest_ip_type", GUEST_TYPES, steers=True),
        Flag("for_vpc", steers=True),
        Choice("state", ("Enabled", "Disabled"), steers=True),
    ),
    refusals=(
        Refusal(
            "can't delete network offering",
            "name",
            "Remove the networks that have it, or disable it, so that no network gets it.",
        ),
        Refusal("traffic types", "traffic_type", "Networks of tenants carry guest traffic only."),
    ),
)
