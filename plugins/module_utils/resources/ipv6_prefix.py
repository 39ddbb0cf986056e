# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""IPv6 prefixes of a zone, from which guest networks get their subnets."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Ref, Refusal, Resource
from .zone import ZONE

IPV6_PREFIX = Resource(
    "ipv6_prefix",
    list="listGuestNetworkIpv6Prefixes",
    create="createGuestNetworkIpv6Prefix",
    delete="deleteGuestNetworkIpv6Prefix",
    key=("prefix",),
    list_key="",
    list_needs=("zone",),
    plural="ipv6_prefixes",
    asynchronous=True,
    fields=(
        Field("prefix", required=True, fixed=True, check=checks.cidr6, compare="address"),
        Ref("zone", target=ZONE, required=True, shows=None, fixed=True, scope=True),
    ),
    answers=(
        Answer("available_subnets", "int"),
        Answer("used_subnets", "int"),
        Answer("total_subnets", "int"),
        Answer("created"),
    ),
    refusals=(
        Refusal("must be of 64 bits or less", "prefix", "Give a prefix of 64 bits or less, like 2001:db8::/52."),
        Refusal("overlaps", "prefix", "Choose a prefix that overlaps with no other."),
    ),
)
