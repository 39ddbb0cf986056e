# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Instances behind a load balancer inside a tier."""

from __future__ import annotations

from ..parts.balanced import MEMBERSHIP, NO_ADDRESS, VM_IP, VMS
from ..spec import Answer, Ref, Refusal, Resource
from .lb_internal import LB_INTERNAL, in_tier, of_rule

LB_INTERNAL_MEMBER = Resource(
    "lb_internal_member",
    list="listLoadBalancers",
    list_with={"scheme": "Internal"},
    items="loadbalancer",
    list_needs=("network",),
    **MEMBERSHIP,
    fields=(
        Ref(
            "name",
            target=LB_INTERNAL,
            api="id",
            read="id",
            shows="name",
            within=("network",),
            required=True,
            fixed=True,
        ),
        *in_tier(steers=True),
        VMS,
        VM_IP,
    ),
    answers=(
        Answer("algorithm"),
        Answer("source_ip", read="sourceipaddress"),
        Answer("source_port", "int", read=of_rule("sourceport")),
        Answer("instance_port", "int", read=of_rule("instanceport")),
        Answer("network_id"),
        Answer("state", read=of_rule("state")),
    ),
    refusals=(
        Refusal("has no NIC|not.* network", "vms", "The instance must have a NIC in the network of the balancer."),
        NO_ADDRESS,
    ),
)
