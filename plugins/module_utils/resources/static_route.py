# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Static routes of a VPC. Where one leads cannot be changed: it is made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import checks
from ..resolve import Given
from ..spec import Answer, Field, Ref, Refusal, Resource, Tags
from .vpc import VPC
from .vpc_private_gateway import VPC_PRIVATE_GATEWAY
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder


def _vpc(finder: Finder, value: Any) -> Given:
    """The VPC, which is not sent where a private gateway tells it."""
    if finder.given("private_gateway"):
        return Given("", value)
    return finder.ref("vpc")


STATIC_ROUTE = Resource(
    "static_route",
    list="listStaticRoutes",
    create="createStaticRoute",
    delete="deleteStaticRoute",
    key=("cidr",),
    list_key="",
    list_needs=("vpc",),
    filters={"vpc": "vpcid", "private_gateway": "gatewayid"},
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    tags=Tags("StaticRoute"),
    exclusive=(("next_hop", "private_gateway"),),
    fields=(
        Field("cidr", required=True, fixed=True, check=checks.cidr),
        Ref("zone", target=ZONE, required=True, steers=True),
        Ref(
            "vpc",
            target=VPC,
            within=("zone",),
            required=True,
            fixed=True,
            scope=True,
            unique=False,
            read=None,
            shows=None,
            resolve=_vpc,
        ),
        Field(
            "next_hop",
            api="nexthop",
            fixed=True,
            recreate=True,
            entails=("gateway_ip",),
            needed_to_create=True,
            needed_unless="private_gateway",
            check=checks.ipv4,
        ),
        Ref(
            "private_gateway",
            target=VPC_PRIVATE_GATEWAY,
            within=("vpc",),
            api="gatewayid",
            read="vpcgatewayid",
            shows=None,
            fixed=True,
            recreate=True,
            entails=("gateway_ip", "next_hop"),
        ),
    ),
    answers=(
        Answer("vpc_id"),
        Answer("gateway_ip", read="vpcgatewayip"),
        Answer("state"),
    ),
    refusals=(
        Refusal("conflicts with|outside of vpc cidr", "cidr", "Choose networks that no other route and no tier has."),
    ),
)
