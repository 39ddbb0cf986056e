# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The NICs of an instance: how they are read, wanted, added, changed and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence

from ..lifecycle import Record
from ..members import MemberChange, Members
from ..resolve import Given
from ..resources.network import NETWORK_REF

if TYPE_CHECKING:
    from ..find import Finder

BY = {"virtualmachineid": "id"}
ADDRESSES = ("ip_address", "ip6_address", "mac_address", "default_ip", "default_ip6", "public_ip", "nic")
"""Results that follow from which NICs there are, and which is the default one."""

NIC: Mapping[str, Any] = {
    "network": {"type": "str", "required": True, "aliases": ["name", "id"]},
    "ip": {"type": "str"},
    "ip6": {"type": "str"},
    "mac": {"type": "str"},
}
DHCP: Mapping[str, Any] = {
    "network": {"type": "str", "required": True, "aliases": ["name", "id"]},
    "options": {"type": "dict", "required": True},
}
SENT = {"ip": "ip", "ip6": "ipv6", "mac": "mac"}


def nics(record: Record) -> list[Mapping[str, Any]]:
    """The NICs of an instance, the default one first, the others by the names of their networks."""
    held = [nic for nic in record.get("nic") or () if nic.get("networkid")]
    return sorted(held, key=lambda nic: (not nic.get("isdefault"), str(nic.get("networkname"))))


def of_nics(key: str) -> Callable[[Record], list[Any]]:
    """Read one key of every NIC."""
    return lambda record: [nic[key] for nic in nics(record) if nic.get(key)]


def of_default_nic(key: str) -> Callable[[Record], Any]:
    """Read one key of the default NIC."""
    return lambda record: next((nic.get(key) for nic in record.get("nic") or () if nic.get("isdefault")), None)


def default_first(names: Sequence[Any]) -> list[Any]:
    """Names of networks as results show them: the default one first, the others in the order of the alphabet."""
    return [*names[:1], *sorted(names[1:], key=str)]


def wanted_nics(finder: Finder, value: Sequence[Mapping[str, Any]]) -> Given:
    """NICs as the API takes them, with the ids of their networks, and as the user writes them."""
    sent, shown = [], []
    for nic in value:
        network = _network(finder, "ip_to_networks", nic)
        given = {key: str(nic[key]).lower() for key in SENT if nic.get(key)}
        sent.append({"networkid": network, **{SENT[key]: text for key, text in given.items()}})
        shown.append({"network": nic["network"], **given})
    return Given(sent, shown)


def wanted_dhcp_options(finder: Finder, value: Sequence[Mapping[str, Any]]) -> Given:
    """DHCP options as the API takes them: for each network, the options by name."""
    return Given([{"networkid": _network(finder, "dhcp_options", one), **one["options"]} for one in value], value)


def _network(finder: Finder, option: str, one: Mapping[str, Any]) -> Any:
    scope = finder.owner()
    if finder.given("zone"):
        scope = {**scope, "zoneid": finder.ref("zone").value}
    return finder.resolver.resolve(option, NETWORK_REF, one["network"], scope)["id"]


NICS = Members(
    held=nics,
    key="networkid",
    noun="NIC",
    add="addNicToVirtualMachine",
    adds={"networkid": "networkid", "ip": "ipaddress", "mac": "macaddress"},
    remove="removeNicFromVirtualMachine",
    purge="purge_nics",
    by=BY,
    part="nicid",
    lead="updateDefaultNicForVirtualMachine",
    leads="isdefault",
    tells={"ip": "ipaddress", "ip6": "ip6address", "mac": "macaddress"},
    changes={"ip": MemberChange("ipaddress", "updateVmNicIp", "ipaddress", needs=("Stopped",))},
    fixed={"mac": "macaddress", "ipv6": "ip6address"},
)
