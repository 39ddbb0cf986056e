# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Firewall rules: of a public address (ingress) and of a network (egress). What differs is another rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..lifecycle import applied
from ..resolve import Given
from ..spec import Answer, Choice, Field, Flag, Listing, Number, Ref, Resource, Tags, Variants
from .ip_address import IP_ADDRESS
from .network import NETWORK_REF
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

EVERYWHERE = ["0.0.0.0/0"]
KEY = ("protocol", "start_port", "end_port", "icmp_type", "icmp_code", "cidrs", "dest_cidrs")


def _source(finder: Finder, value: Any) -> Given:
    """The sources of an egress rule: the server makes the network's own CIDR of "everywhere"."""
    own = finder.ref("network").record if finder.given("network") else None
    if list(value) == EVERYWHERE and own and own.get("cidr"):
        value = [own["cidr"]]
    return Given(value, value)


def _fields(*scope: Field, **cidrs: Any) -> tuple[Field, ...]:
    return (
        *scope,
        Choice("protocol", ("tcp", "udp", "icmp", "all"), default="tcp", fixed=True),
        Number("start_port", aliases=("port",), fixed=True, absence=True, check=checks.port),
        Number("end_port", falls_back_to="start_port", fixed=True, absence=True, check=checks.port),
        Number("icmp_type", fixed=True, absence=True),
        Number("icmp_code", fixed=True, absence=True),
        Listing(
            "cidrs", api="cidrlist", aliases=("cidr",), default=EVERYWHERE, fixed=True, check=checks.cidrs, **cidrs
        ),
    )


def any_icmp(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """ICMP without type and code means all of them, which the API writes as -1."""
    if params.get("protocol") != "icmp":
        return params
    kept = {name: params[name] for name in ("icmp_type", "icmp_code") if params.get(name) is not None}
    return {**params, "icmp_type": -1, "icmp_code": -1, **kept}


ZONE_REF = Ref("zone", target=ZONE, required=True, steers=True)

INGRESS = Resource(
    "firewall",
    list="listFirewallRules",
    create="createFirewallRule",
    update="updateFirewallRule",
    delete="deleteFirewallRule",
    lifecycle=applied("deleteFirewallRule"),
    plural="firewall_rules",
    key=KEY[:-1],
    list_key="",
    list_needs=("ip_address",),
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    normalize=any_icmp,
    tags=Tags("FirewallRule"),
    fields=(
        *_fields(
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
    key=KEY,
    list_key="",
    list_needs=("network",),
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    normalize=any_icmp,
    tags=Tags("FirewallRule"),
    fields=(
        *_fields(
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
