# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""VPC offerings: which services a VPC has, and who provides them."""

from __future__ import annotations

from .. import checks
from ..parts import offerings
from ..parts.services import (
    SERVICE_CAPABILITIES,
    SERVICE_PROVIDERS,
    SERVICES_ANSWER,
    SUPPORTED_SERVICES,
    offered,
    with_services,
)
from ..spec import Answer, Choice, Field, Flag, Number, Ref, Refusal, Resource
from .references import SYSTEM_OFFERING

VPC_OFFERING = Resource(
    "vpc_offering",
    list="listVPCOfferings",
    create="createVPCOffering",
    update="updateVPCOffering",
    delete="deleteVPCOffering",
    filters={"zone": "zoneid", "state": "state", "is_default": "isdefault"},
    asynchronous=True,
    enrich=with_services,
    fields=(
        Field("name", required=True, check=checks.name255),
        Field("display_text", falls_back_to="name"),
        SUPPORTED_SERVICES,
        SERVICE_PROVIDERS,
        SERVICE_CAPABILITIES,
        Ref("service_offering", target=SYSTEM_OFFERING, read=None, shows=None),
        *offerings.reserved_for(),
        Choice("internet_protocol", ("IPv4", "DualStack"), fixed=True),
        Choice("network_mode", ("NATTED", "ROUTED"), fixed=True),
        Choice("routing_mode", ("Static", "Dynamic"), fixed=True),
        Flag("specify_as_number", fixed=True),
        Flag("conserve_mode", fixed=True),
        Choice("provider", ("NSX", "Netris"), read=None),
        Flag("for_nsx", fixed=True),
        Flag("nsx_support_lb", read=None),
        Number("sort_key", late=True, read=None),
    ),
    answers=(
        Answer("is_default", "bool"),
        Answer("region_level", "bool", read="supportsregionLevelvpc"),
        Answer("distributed", "bool", read="distributedvpcrouter"),
        SERVICES_ANSWER,
        Answer("created"),
    ),
    lifecycle=offered("VPC"),
    info=(Flag("is_default", steers=True), Choice("state", ("Enabled", "Disabled"), steers=True)),
    refusals=(
        Refusal(
            "can't delete vpc offering", "name", "Remove the VPCs that have it, or disable it, so that no VPC gets it."
        ),
    ),
)
