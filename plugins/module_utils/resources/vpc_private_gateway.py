# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Private gateways: ways out of a VPC that are not the public one."""

from __future__ import annotations

from typing import Any

from .. import checks
from ..lifecycle import Record
from ..spec import Answer, Field, Flag, Ref, Refusal, Resource, Via
from .network import NETWORK_REF
from .network_acl import NETWORK_ACL
from .network_offering import NETWORK_OFFERING
from .references import PHYSICAL_NETWORK_REF
from .vpc import VPC
from .zone import ZONE


def _vlan(record: Record) -> Any:
    return str(record.get("vlan") or "").rpartition("://")[2]


VPC_PRIVATE_GATEWAY = Resource(
    "vpc_private_gateway",
    list="listPrivateGateways",
    create="createPrivateGateway",
    delete="deletePrivateGateway",
    key=("ip_address",),
    names=("ipaddress",),
    list_key="ipaddress",
    list_needs=("vpc",),
    filters={"vpc": "vpcid", "vlan": "vlan"},
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    fields=(
        Ref("zone", target=ZONE, required=True, steers=True),
        Ref("vpc", target=VPC, within=("zone",), required=True, fixed=True, scope=True, unique=False),
        Field("ip_address", required=True, fixed=True, check=checks.ipv4),
        Field("gateway", fixed=True, needed_to_create=True, check=checks.ipv4),
        Field("netmask", fixed=True, needed_to_create=True, check=checks.netmask),
        Field("vlan", read=_vlan, fixed=True),
        Ref("physical_network", target=PHYSICAL_NETWORK_REF, within=("zone",), fixed=True, shows=None),
        Ref(
            "network",
            target=NETWORK_REF,
            within=("zone",),
            api="associatednetworkid",
            shows="associatednetwork",
            fixed=True,
            unique=False,
        ),
        Ref(
            "network_acl",
            target=NETWORK_ACL,
            within=("vpc",),
            api="aclid",
            shows="aclname",
            via=Via("replaceNetworkACLList", {"gatewayid": "id"}),
            entails=("network_acl_id",),
        ),
        Ref("network_offering", target=NETWORK_OFFERING, read=None, shows=None),
        Flag("source_nat_supported", fixed=True),
        Flag("bypass_vlan_overlap_check", read=None),
    ),
    answers=(
        Answer("vpc_id"),
        Answer("network_acl_id", read="aclid"),
        Answer("state"),
    ),
    info=(Field("vlan"),),
    refusals=(
        Refusal("static routes", "ip_address", "Remove the routes that lead through it first."),
        Refusal("exists already in the vpc|vlan.*in use", "vlan", "Choose a VLAN that nothing else here uses."),
    ),
)
