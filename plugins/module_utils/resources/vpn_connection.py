# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Site-to-site VPN connections between the gateway of a VPC and a far end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import NotFound
from ..resolve import Given
from ..spec import Action, Answer, Flag, Knob, Ref, Refusal, Resource
from .vpc import VPC
from .vpn_customer_gateway import VPN_CUSTOMER_GATEWAY
from .vpn_gateway import VPN_GATEWAY
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder


def _gateway_of(finder: Finder, value: Any) -> Given:
    """The VPN gateway of the VPC that a task names, which is what the API takes.

    :raises NotFound: the VPC has none.
    """
    vpc = finder.ref("vpc")
    rows = finder.resolver.rows(VPN_GATEWAY, {**finder.owner_of(VPN_GATEWAY), "vpcid": vpc.value})
    if not rows:
        raise NotFound("vpc", "VPN gateway of the VPC", value)
    return Given(rows[0]["id"], vpc.shown)


VPN_CONNECTION = Resource(
    "vpn_connection",
    list="listVpnConnections",
    reads_with=("listVpnGateways",),
    create="createVpnConnection",
    update="updateVpnConnection",
    delete="deleteVpnConnection",
    key=("vpn_customer_gateway", "vpc"),
    list_key="",
    list_needs=("vpc",),
    filters={"vpc": "vpcid"},
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    fields=(
        Ref("zone", target=ZONE, required=True, steers=True),
        Ref(
            "vpc",
            target=VPC,
            within=("zone",),
            api="s2svpngatewayid",
            list_api="vpcid",
            read=None,
            shows=None,
            resolve=_gateway_of,
            scope=True,
            required=True,
            fixed=True,
        ),
        Ref(
            "vpn_customer_gateway",
            target=VPN_CUSTOMER_GATEWAY,
            api="s2scustomergatewayid",
            shows=None,
            required=True,
            fixed=True,
        ),
        Flag("passive", create_default=False, fixed=True, recreate="force", entails=("state", "created")),
        Flag("for_display"),
        Knob("force", default=False),
    ),
    answers=(
        Answer("vpn_gateway_id", read="s2svpngatewayid"),
        Answer("vpn_customer_gateway_id", read="s2scustomergatewayid"),
        Answer("created"),
        Answer("dpd", "bool"),
        Answer("esp_lifetime", "int"),
        Answer("esp_policy"),
        Answer("force_encap", "bool"),
        Answer("ike_lifetime", "int"),
        Answer("ike_policy"),
        Answer("ike_version"),
        Answer("split_connections", "bool"),
        Answer("cidrs", "list", read="cidrlist"),
        Answer("public_ip"),
        Answer("gateway"),
        Answer("state"),
    ),
    info=(Ref("vpn_customer_gateway", target=VPN_CUSTOMER_GATEWAY, api="s2scustomergatewayid", shows=None),),
    actions=(Action("restarted", "resetVpnConnection"),),
    omits={"customid": "the id of a connection is the server's"},
    refusals=(
        Refusal("of one account", "vpn_customer_gateway", "It must belong to the owner of the VPC."),
        Refusal("already existed", "vpn_customer_gateway", "The connection exists, but you may not see it."),
        Refusal("is overlapped|cidr", "vpn_customer_gateway", "Its networks must not overlap those of the VPC."),
    ),
)
