# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Firewall rules of routed networks, whose instances have addresses that are reached from outside."""

from __future__ import annotations

from .. import checks
from ..parts.network_rules import rules_of_networks
from ..parts.packet_rules import EVERYWHERE
from ..spec import Refusal

ROUTING_FIREWALL = rules_of_networks(
    "routing_firewall",
    "RoutingFirewallRule",
    EVERYWHERE,
    checks.cidrs,
    Refusal("routed networks only|not.*routed", "network", "Choose a network with an offering that routes."),
)
