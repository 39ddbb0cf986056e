# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""IPv6 firewall rules of isolated networks, whose instances have IPv6 addresses that are reached from outside."""

from __future__ import annotations

from .. import checks
from ..parts.network_rules import rules_of_networks
from ..spec import Refusal

IPV6_FIREWALL = rules_of_networks(
    "ipv6_firewall",
    "Ipv6FirewallRule",
    ("::/0",),
    checks.cidrs6,
    Refusal("ipv6", "network", "Choose an isolated network with an offering that has internet_protocol=DualStack."),
)
