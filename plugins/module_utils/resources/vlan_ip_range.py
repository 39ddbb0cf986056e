# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Address ranges of public, shared and Basic guest networks."""

from __future__ import annotations

from typing import Any

from .. import checks
from ..lifecycle import Record
from ..spec import Field, Flag, Ref, Refusal, Resource
from .network import NETWORK_REF
from .pod import POD
from .references import PHYSICAL_NETWORK_REF
from .zone import ZONE


def _vlan(record: Record) -> Any:
    vlan = record.get("vlan")
    return str(vlan).rsplit("://", 1)[-1] if vlan else None


def _bare_vlan(value: Any) -> str:
    return "" if "://" not in str(value) else "is a URI; give the number alone, or 'untagged'."


VLAN_IP_RANGE = Resource(
    "vlan_ip_range",
    list="listVlanIpRanges",
    create="createVlanIpRange",
    update="updateVlanIpRange",
    delete="deleteVlanIpRange",
    key=("start_ip", "start_ipv6"),
    list_key="",
    filters={
        "zone": "zoneid",
        "network": "networkid",
        "physical_network": "physicalnetworkid",
        "pod": "podid",
        "vlan": "vlan",
        "for_virtual_network": "forvirtualnetwork",
    },
    owned=True,
    one_of=(("start_ip", "start_ipv6", "id"),),
    fields=(
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True, shows=None),
        Ref("physical_network", target=PHYSICAL_NETWORK_REF, within=("zone",), fixed=True, scope=True, shows=None),
        Ref("network", target=NETWORK_REF, within=("zone",), fixed=True, scope=True, shows=None),
        Ref("pod", target=POD, within=("zone",), fixed=True, scope=True),
        Field("vlan", read=_vlan, fixed=True, check=_bare_vlan),
        Field("start_ip", check=checks.ipv4),
        Field("end_ip", falls_back_to="start_ip", check=checks.ipv4),
        Field("gateway", check=checks.ipv4),
        Field("netmask", check=checks.netmask),
        Field("start_ipv6", check=checks.ipv6, compare="address"),
        Field("end_ipv6", falls_back_to="start_ipv6", check=checks.ipv6, compare="address"),
        Field("gateway_ipv6", api="ip6gateway", check=checks.ipv6, compare="address"),
        Field("cidr_ipv6", api="ip6cidr", check=checks.cidr6, compare="address"),
        Flag("for_virtual_network", fixed=True, create_default=False),
        Flag("for_system_vms", create_default=False),
        Field("provider", fixed=True),
    ),
    info=(Flag("for_virtual_network"), Field("vlan")),
    refusals=(
        Refusal("overlap", "start_ip", "Choose addresses that no other range of the zone has."),
        Refusal("VLAN tag .* already being used", "vlan", "Choose a VLAN that is not used elsewhere."),
        Refusal("in use", "state", "Release the addresses of the range first."),
    ),
)
