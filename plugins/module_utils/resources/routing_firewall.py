# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Firewall rules of routed networks, whose instances have addresses that are reached from outside."""

from __future__ import annotations

from .. import checks
from ..lifecycle import applied
from ..parts.packet_rules import EVERYWHERE, PACKETS, any_icmp, rule_fields
from ..spec import Answer, Choice, Flag, Listing, Ref, Refusal, Resource
from .network import NETWORK
from .zone import ZONE

ROUTING_FIREWALL = Resource(
    "routing_firewall",
    list="listRoutingFirewallRules",
    create="createRoutingFirewallRule",
    update="updateRoutingFirewallRule",
    delete="deleteRoutingFirewallRule",
    lifecycle=applied("deleteRoutingFirewallRule"),
    key=("traffic_type", *PACKETS, "dest_cidrs"),
    list_key="",
    list_needs=("network",),
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    normalize=any_icmp,
    fields=(
        *rule_fields(
            Ref("zone", target=ZONE, required=True, steers=True),
            Ref("network", target=NETWORK, within=("zone",), shows=None, scope=True, fixed=True, needed_to_create=True),
            Choice("traffic_type", ("ingress", "egress"), aliases=("type",), default="ingress", fixed=True),
        ),
        Listing(
            "dest_cidrs", api="destcidrlist", aliases=("dest_cidr",), default=EVERYWHERE, fixed=True, check=checks.cidrs
        ),
        Flag("for_display"),
    ),
    answers=(Answer("rule_state", read="state"),),
    omits={"customid": "the id of a rule is the server's"},
    refusals=(
        Refusal("routed networks only|not.*routed", "network", "Choose a network with an offering that routes."),
    ),
)
