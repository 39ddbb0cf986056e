# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Remote access VPNs: users dial in to the network of a source NAT address."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any

from .. import checks
from ..lifecycle import Record
from ..spec import Answer, Field, Flag, Knob, Ref, Refusal, Resource
from .ip_address import IP_ADDRESS
from .network import NETWORK_REF
from .vpc import VPC
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder


def _range_of(record: Record) -> Any:
    """The range that was asked for: the server keeps its first address for itself, and shows only the others."""
    first, dash, last = str(record.get("iprange") or "").partition("-")
    if not dash:
        return record.get("iprange")
    return f"{ipaddress.ip_address(first) - 1}-{last}"


def _with_key(finder: Finder, record: Record) -> Record:
    """The preshared key is a secret, and told only to who asks for it."""
    return {**record, "(presharedkey)": record.get("presharedkey") if finder.params.get("show_preshared_key") else None}


REMOTE_ACCESS_VPN = Resource(
    "remote_access_vpn",
    list="listRemoteAccessVpns",
    create="createRemoteAccessVpn",
    update="updateRemoteAccessVpn",
    delete="deleteRemoteAccessVpn",
    delete_by={"publicipid": "publicipid"},
    key=("ip_address",),
    names=("publicip",),
    list_key="",
    list_needs=("ip_address",),
    enrich=_with_key,
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    filters={"network": "networkid"},
    fields=(
        Ref("zone", target=ZONE, steers=True),
        Ref("network", target=NETWORK_REF, within=("zone",), steers=True),
        Ref("vpc", target=VPC, within=("zone",), steers=True),
        Ref(
            "ip_address",
            target=IP_ADDRESS,
            api="publicipid",
            shows="publicip",
            within=("zone", "network", "vpc"),
            scope=True,
            fixed=True,
            required=True,
        ),
        Field("ip_range", read=_range_of, fixed=True, check=checks.ip_range),
        Flag("open_firewall", read=None),
        Flag("for_display"),
        Knob("show_preshared_key", default=False),
    ),
    answers=(
        Answer("client_ip_range", read="iprange"),
        Answer("preshared_key", read="(presharedkey)"),
        Answer("state"),
    ),
    info=(
        Ref("network", target=NETWORK_REF, within=("zone",), steers=True),
        Knob("show_preshared_key", default=False),
    ),
    omits={
        "domainid": "the owner is that of the address",
        "account": "the owner is that of the address",
        "customid": "the id of a VPN is the server's",
    },
    refusals=(
        Refusal("source nat", "ip_address", "Give the source NAT address of the network or VPC."),
        Refusal("invalid ip range|range.*conflict|overlap", "ip_range", "Give a free one, such as 10.1.2.1-10.1.2.8."),
        Refusal("not associated", "ip_address", "Give an address that a network or VPC has acquired."),
    ),
)
