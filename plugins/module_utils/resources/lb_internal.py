# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Load balancers inside the tiers of a VPC."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import checks
from ..lifecycle import Record
from ..spec import Answer, Choice, Field, Flag, Knob, Number, Ref, Refusal, Resource, Tags
from .lb_rule import ALGORITHMS
from .network import NETWORK_REF
from .vpc import VPC
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

OWN_NETWORK = "(own network)"
"""Where a record keeps the name of the network that it balances in, if it has its address there, too."""


def _with_own_network(finder: Finder, record: Record) -> Record:
    """The answer shows the network of the address by its id only."""
    if record.get("sourceipaddressnetworkid") != record.get("networkid") or not finder.given("network"):
        return record
    return {**record, OWN_NETWORK: finder.ref("network").shown}


def of_rule(key: str) -> Any:
    """What the one rule of a load balancer holds."""

    def read(record: Record) -> Any:
        return next((rule.get(key) for rule in record.get("loadbalancerrule") or ()), None)

    return read


def in_tier(**more: Any) -> tuple[Field, ...]:
    """The options that say in which tier a load balancer is.

    :param more: whether the tier is the balancer's own, or only says which balancer is meant.
    """
    return (
        Ref("zone", target=ZONE, required=True, steers=True),
        Ref("vpc", target=VPC, within=("zone",), steers=True),
        Ref("network", target=NETWORK_REF, within=("zone", "vpc"), shows=None, scope=True, required=True, **more),
    )


LB_INTERNAL = Resource(
    "lb_internal",
    list="listLoadBalancers",
    list_with={"scheme": "Internal"},
    items="loadbalancer",
    create="createLoadBalancer",
    create_params={"scheme": "Internal"},
    update="updateLoadBalancer",
    delete="deleteLoadBalancer",
    list_needs=("network",),
    enrich=_with_own_network,
    filters={"network": "networkid", "source_ip_network": "sourceipaddressnetworkid"},
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    tags=Tags("LoadBalancer"),
    fields=(
        Field("name", required=True, fixed=True, check=checks.name255),
        *in_tier(fixed=True),
        Number(
            "source_port",
            read=of_rule("sourceport"),
            needed_to_create=True,
            fixed=True,
            recreate="force",
            check=checks.port,
        ),
        Number(
            "instance_port",
            read=of_rule("instanceport"),
            needed_to_create=True,
            fixed=True,
            recreate="force",
            check=checks.port,
        ),
        Choice("algorithm", ALGORITHMS, create_default="source", fixed=True, recreate="force"),
        Field("source_ip", api="sourceipaddress", fixed=True, recreate="force", check=checks.ipv4),
        Ref(
            "source_ip_network",
            target=NETWORK_REF,
            within=("zone", "vpc"),
            api="sourceipaddressnetworkid",
            shows=OWN_NETWORK,
            falls_back_to="network",
            fixed=True,
            recreate="force",
        ),
        Field("description", fixed=True, recreate="force"),
        Flag("for_display"),
        Knob("force", default=False),
    ),
    answers=(
        Answer("network_id"),
        Answer("source_ip_network_id", read="sourceipaddressnetworkid"),
        Answer("state", read=of_rule("state")),
    ),
    info=(
        Ref(
            "source_ip_network",
            target=NETWORK_REF,
            within=("zone", "vpc"),
            api="sourceipaddressnetworkid",
            shows=None,
        ),
    ),
    omits={"customid": "the id of a load balancer is the server's", "scheme": "the API has no other than Internal"},
    refusals=(
        Refusal("no internal load balancing|lb service", "network", "Its offering must have internal load balancing."),
        Refusal("conflict|is balanced already", "source_port", "Choose another port, or another source_ip."),
        Refusal("is not free|source ip", "source_ip", "Give a free address of the network, or none."),
    ),
)
