# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""BGP peers of a zone: the routers that learn where its routed networks are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..holders import holder, holder_is_whole
from ..resolve import Row
from ..spec import Answer, Field, Map, Number, Ref, Refusal, Resource, Via
from .asn_range import as_number
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By the IPv4 address where the task gives one, else by the IPv6 address."""
    name, key = ("ip_address", "ipaddress") if finder.given("ip_address") else ("ip6_address", "ip6address")
    inside = [row for row in finder.rows(asked) if all(finder.in_scope(ref, row) for ref in resource.scope)]
    return [row for row in inside if not finder.given(name) or row.get(key) == params[name]]


BGP_PEER = Resource(
    "bgp_peer",
    list="listBgpPeers",
    create="createBgpPeer",
    update="updateBgpPeer",
    delete="deleteBgpPeer",
    key=("ip_address",),
    names=("ipaddress", "ip6address"),
    list_key="",
    list_needs=("zone",),
    filters={"zone": "zoneid", "as_number": "asnumber"},
    find=_find,
    normalize=holder_is_whole,
    asynchronous=True,
    one_of=(("ip_address", "ip6_address", "id"),),
    fields=(
        Field("ip_address", check=checks.ipv4),
        Field("ip6_address", check=checks.ipv6, compare="address"),
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True),
        Number("as_number", api="asnumber", needed_to_create=True, check=as_number),
        Field("password", secret=True),
        Map("details", clear="cleanupdetails"),
        *holder(Via("dedicateBgpPeer", clear="releaseBgpPeer")),
    ),
    answers=(Answer("created"),),
    info=(Number("as_number", api="asnumber"),),
    refusals=(Refusal("already a BGP peer", "ip_address", "Another peer of the zone has the address."),),
)
