# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Firewall rules: of a public address (ingress) and of a network (egress). What differs is another rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import checks
from ..lifecycle import applied
from ..parts.packet_rules import EVERYWHERE, FILTERING, PACKETS, any_icmp, rule_fields
from ..resolve import Given
from ..spec import Answer, Flag, Listing, Ref, Resource, Variants
from .ip_address import IP_ADDRESS
from .network import NETWORK_REF
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder


def _source(finder: Finder, value: Any) -> Given:
    """The sources of an egress rule: the server makes the network's own CIDR of "everywhere"."""
    own = finder.ref("network").record if finder.given("network") else None
    if list(value) == EVERYWHERE and own and own.get("cidr"):
        value = [own["cidr"]]
    return Given(value, value)


ZONE_REF = Ref("zone", target=ZONE, required=True, steers=True)

INGRESS = Resource(
    "firewall",
    list="listFirewallRules",
    create="createFirewallRule",
    update="updateFirewallRule",
    delete="deleteFirewallRule",
    lifecycle=applied("deleteFirewallRule"),
    plural="firewall_rules",
    key=PACKETS,
    list_needs=("ip_address",),
    normalize=any_icmp,
    **FILTERING,
    fields=(
        *rule_fields(
            ZONE_REF,
            Ref(
                "ip_address",
                target=IP_ADDRESS,
                within=("zone",),
                api="ipaddressid",
                shows="ipaddress",
                scope=True,
                fixed=True,
                needed_to_create=True,
            ),
        ),
        Flag("for_display"),
    ),
    answers=(Answer("cidr", read="cidrlist"), Answer("rule_state", read="state")),
    omits={"type": "rules of the system are the server's", "customid": "the id of a rule is the server's"},
)

EGRESS = Resource(
    "firewall",
    list="listEgressFirewallRules",
    create="createEgressFirewallRule",
    update="updateEgressFirewallRule",
    delete="deleteEgressFirewallRule",
    lifecycle=applied("deleteEgressFirewallRule"),
    plural="firewall_rules",
    key=(*PACKETS, "dest_cidrs"),
    list_needs=("network",),
    normalize=any_icmp,
    **FILTERING,
    fields=(
        *rule_fields(
            ZONE_REF,
            Ref(
                "network",
                target=NETWORK_REF,
                within=("zone",),
                shows=None,
                scope=True,
                fixed=True,
                needed_to_create=True,
            ),
            resolve=_source,
        ),
        Listing("dest_cidrs", api="destcidrlist", aliases=("dest_cidr",), fixed=True, absence=True, check=checks.cidrs),
        Flag("for_display"),
    ),
    answers=(Answer("cidr", read="cidrlist"), Answer("rule_state", read="state")),
    omits={"type": "rules of the system are the server's", "customid": "the id of a rule is the server's"},
)

FIREWALL = Variants("firewall", "type", "ingress", {"ingress": INGRESS, "egress": EGRESS})
