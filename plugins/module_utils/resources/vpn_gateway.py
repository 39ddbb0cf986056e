# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The near ends of site-to-site VPN connections: one a VPC."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lifecycle import Record
from ..spec import Answer, Flag, Ref, Refusal, Resource
from .ip_address import IP_ADDRESS
from .vpc import VPC
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder


def _with_address(finder: Finder, record: Record) -> Record:
    """The answer shows the address and not its id, by which a task may give it."""
    if not finder.given("ip_address") or finder.params["ip_address"] == record.get("publicip"):
        return {**record, "(publicipid)": finder.params.get("ip_address")}
    given = finder.ref("ip_address")
    return {**record, "(publicipid)": given.value if given.shown == record.get("publicip") else record.get("publicip")}


VPN_GATEWAY = Resource(
    "vpn_gateway",
    list="listVpnGateways",
    create="createVpnGateway",
    update="updateVpnGateway",
    delete="deleteVpnGateway",
    key=("vpc",),
    names=("vpcname", "publicip"),
    list_key="",
    list_needs=("vpc",),
    enrich=_with_address,
    filters={"vpc": "vpcid"},
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    fields=(
        Ref("zone", target=ZONE, required=True, steers=True),
        Ref("vpc", target=VPC, within=("zone",), scope=True, required=True, fixed=True),
        Ref(
            "ip_address",
            target=IP_ADDRESS,
            within=("zone", "vpc"),
            api="ipaddressid",
            read="(publicipid)",
            shows="publicip",
            fixed=True,
        ),
        Flag("for_display"),
    ),
    answers=(Answer("public_ip"), Answer("vpc_id")),
    omits={"customid": "the id of a gateway is the server's"},
    refusals=(
        Refusal("already existed", "vpc", "The VPC has its gateway, which you may not see: ask its owner."),
        Refusal("source nat ip", "vpc", "The VPC must have its source NAT address first."),
    ),
)
