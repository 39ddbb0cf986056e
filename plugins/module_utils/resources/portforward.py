# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Port forwarding rules of a public address."""

from __future__ import annotations

from typing import Any, Mapping

from .. import checks
from ..lifecycle import applied
from ..parts.forwarded import NOT_THERE
from ..parts.of_instance import instance_ref
from ..parts.packet_rules import OF_TENANTS
from ..spec import Answer, Choice, Field, Flag, Listing, Number, Ref, Refusal, Resource, Tags
from .ip_address import IP_ADDRESS
from .network import NETWORK_REF
from .vpc import VPC
from .zone import ZONE


def _single_ports(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """A range that is not given has one port."""
    ends = {
        f"{side}_end_port": params[f"{side}_port"]
        for side in ("public", "private")
        if params.get(f"{side}_end_port") is None and params.get(f"{side}_port") is not None
    }
    return {**params, **ends}


PORTFORWARD = Resource(
    "portforward",
    list="listPortForwardingRules",
    create="createPortForwardingRule",
    update="updatePortForwardingRule",
    delete="deletePortForwardingRule",
    lifecycle=applied("deletePortForwardingRule"),
    key=("protocol", "public_port"),
    list_needs=("ip_address",),
    filters={"network": "networkid"},
    normalize=_single_ports,
    tags=Tags("PortForwardingRule"),
    **OF_TENANTS,
    fields=(
        Ref("zone", target=ZONE, required=True, steers=True),
        Ref(
            "ip_address",
            target=IP_ADDRESS,
            api="ipaddressid",
            shows="ipaddress",
            scope=True,
            within=("zone",),
            fixed=True,
            required=True,
        ),
        Choice("protocol", ("tcp", "udp"), default="tcp", fixed=True),
        Number("public_port", required=True, fixed=True, check=checks.port),
        Number("public_end_port", fixed=True, check=checks.port),
        Number("private_port", needed_to_create=True, check=checks.port, together=("private_end_port",)),
        Number("private_end_port", check=checks.port, together=("private_port",)),
        instance_ref(needed_to_create=True, entails=("vm_guest_ip", "vm_name", "vm_display_name")),
        Field("vm_guest_ip", together=("vm",), check=checks.ipv4),
        Listing("cidrs", api="cidrlist", aliases=("cidr",), check=checks.cidrs),
        Flag("open_firewall", read=None, create_default=False),
        Ref("vpc", target=VPC, within=("zone",), steers=True),
        Ref("network", target=NETWORK_REF, within=("zone", "vpc"), fixed=True, unique=False),
        Flag("for_display"),
    ),
    answers=(
        Answer("vm_name", read="virtualmachinename"),
        Answer("vm_display_name", read="virtualmachinedisplayname"),
        Answer("rule_state", read="state"),
    ),
    info=(
        Ref("vpc", target=VPC, within=("zone",)),
        Ref("network", target=NETWORK_REF, within=("zone", "vpc")),
    ),
    omits={"customid": "the id of a rule is the server's"},
    refusals=(
        Refusal("conflicts with", "public_port", "Another rule of this address uses these ports: choose others."),
        *NOT_THERE,
        Refusal(
            "equal sizes|should be equal to public port",
            "private_end_port",
            "A range of ports is forwarded to a range of the same size; some releases want the same ports, too.",
        ),
        Refusal("static nat", "ip_address", "An address with static NAT takes no rules: choose another address."),
    ),
)
