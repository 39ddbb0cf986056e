# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Instances behind a load balancer rule of a public address."""

from __future__ import annotations

from ..parts.balanced import MEMBERSHIP, NO_ADDRESS, VM_IP, VMS
from ..spec import Answer, Ref, Refusal, Resource
from .ip_address import IP_ADDRESS
from .lb_rule import LB_RULE
from .zone import ZONE

LB_RULE_MEMBER = Resource(
    "lb_rule_member",
    list="listLoadBalancerRules",
    list_needs=("ip_address", "zone"),
    **MEMBERSHIP,
    fields=(
        Ref(
            "name",
            target=LB_RULE,
            api="id",
            read="id",
            shows="name",
            within=("zone", "ip_address"),
            required=True,
            fixed=True,
        ),
        Ref("zone", target=ZONE, scope=True, steers=True),
        Ref(
            "ip_address",
            target=IP_ADDRESS,
            api="publicipid",
            shows="publicip",
            within=("zone",),
            scope=True,
            steers=True,
            aliases=("public_ip",),
        ),
        VMS,
        VM_IP,
    ),
    answers=(
        Answer("description"),
        Answer("algorithm"),
        Answer("public_ip"),
        Answer("public_port", "int"),
        Answer("private_port", "int"),
        Answer("protocol"),
        Answer("cidr", read="cidrlist"),
        Answer("state"),
        Answer("tags", "list"),
    ),
    refusals=(
        Refusal("has no NIC|not.* network", "vms", "The instance must have a NIC in the network of the rule."),
        NO_ADDRESS,
    ),
)
