# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Static NAT: a public address that belongs to one instance."""

from __future__ import annotations

from .. import checks
from ..lifecycle import Record
from ..parts.forwarded import NOT_THERE
from ..parts.of_instance import instance_ref
from ..spec import Answer, Field, Ref, Refusal, Resource
from .ip_address import IP_ADDRESS
from .network import NETWORK_REF
from .vpc import VPC
from .zone import ZONE


def _is_static_nat(record: Record) -> bool:
    return bool(record.get("isstaticnat"))


STATIC_NAT = Resource(
    "static_nat",
    list="listPublicIpAddresses",
    create="enableStaticNat",
    delete="disableStaticNat",
    delete_by={"ipaddressid": "id"},
    key=("ip_address",),
    list_key="ipaddress",
    exists=_is_static_nat,
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    plural="static_nats",
    filters={"zone": "zoneid", "network": "associatednetworkid", "vpc": "vpcid"},
    fields=(
        Ref(
            "ip_address",
            target=IP_ADDRESS,
            within=("zone",),
            api="ipaddressid",
            read="id",
            shows="ipaddress",
            required=True,
            fixed=True,
        ),
        Ref("zone", target=ZONE, required=True, steers=True),
        instance_ref(
            needed_to_create=True, fixed=True, recreate=True, entails=("vm_guest_ip", "vm_name", "vm_display_name")
        ),
        Field("vm_guest_ip", read="vmipaddress", fixed=True, recreate=True, check=checks.ipv4),
        Ref(
            "network",
            target=NETWORK_REF,
            within=("zone", "vpc"),
            read="associatednetworkid",
            shows="associatednetworkname",
            fixed=True,
            stays=True,
            unique=False,
        ),
        Ref("vpc", target=VPC, within=("zone",), steers=True),
    ),
    answers=(
        Answer("vm_name", read="virtualmachinename"),
        Answer("vm_display_name", read="virtualmachinedisplayname"),
    ),
    info=(
        Ref("zone", target=ZONE, steers=True),
        Ref("vpc", target=VPC, within=("zone",), steers=True),
        Ref("network", target=NETWORK_REF, within=("zone", "vpc"), steers=True),
    ),
    refusals=(
        *NOT_THERE,
        Refusal("as it already has", "ip_address", "Remove these rules first, or take an address without rules."),
    ),
)
