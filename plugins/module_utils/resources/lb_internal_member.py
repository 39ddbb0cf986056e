# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Instances behind a load balancer inside a tier."""

from __future__ import annotations

from ..parts.balanced import OMITS, VM_IP, VMS, one_with_an_address, sends, with_members
from ..spec import Answer, Membership, Ref, Refusal, Resource
from .lb_internal import LB_INTERNAL, of_rule
from .network import NETWORK_REF
from .vpc import VPC
from .zone import ZONE

LB_INTERNAL_MEMBER = Resource(
    "lb_internal_member",
    list="listLoadBalancers",
    reads_with=("listLoadBalancerRuleInstances",),
    list_with={"scheme": "Internal"},
    items="loadbalancer",
    create="assignToLoadBalancerRule",
    delete="removeFromLoadBalancerRule",
    membership=Membership("vms", sends),
    normalize=one_with_an_address,
    enrich=with_members,
    list_needs=("network",),
    owned=True,
    inherits_owner=True,
    asynchronous=True,
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
        Ref("zone", target=ZONE, required=True, steers=True),
        Ref("vpc", target=VPC, within=("zone",), steers=True),
        Ref(
            "network",
            target=NETWORK_REF,
            within=("zone", "vpc"),
            shows=None,
            scope=True,
            required=True,
            steers=True,
        ),
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
    omits=OMITS,
    refusals=(
        Refusal("has no NIC|not.* network", "vms", "The instance must have a NIC in the network of the balancer."),
        Refusal("is not an address", "vm_ip", "Give the instance the secondary address first."),
    ),
)
