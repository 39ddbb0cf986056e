# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What a KVM host's bridges must be, so that the kernel and CloudStack's agent can work with them."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Interface, IPv4Network
from typing import Any, Iterator, Mapping, Sequence

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,14}")
RESERVED = ("cloud0", "lo", "virbr0")
"""The agent's own bridge for its system VMs, the loopback interface, and libvirt's default network."""

KNOWN_PORTS = re.compile(r"(eth|bond|vlan|vx|em|ens|eno|enp|team|enx|p\d+p\d+)")
"""The agent takes a bridge only when one of its ports has such a name (LibvirtComputingResource.ifNamePatterns)."""

LONGEST_PORT = 8
"""The agent makes bridges of the name br<interface>-<VLAN>, and the kernel takes 15 characters."""

HEAD_ROOM = 50
"""Bytes that VXLAN puts before a frame."""


def bridge_problems(
    bridges: Sequence[Mapping[str, Any]], bridge_type: str = "native", vxlan: Mapping[str, Any] | None = None
) -> list[str]:
    """What is wrong with the bridges, a sentence each; nothing when all is well.

    :param bridges: entries with ``name``, ``interface`` and, as needed, ``vlan``, ``address``, ``dhcp``, ``gateway``,
        ``nameservers``, ``routes``, ``mtu``, ``carries_vlans``.
    :param bridge_type: ``native`` or ``openvswitch``.
    :param vxlan: ``bridge`` and ``guest_mtu`` of the bridge that carries VXLAN.
    """
    found = [problem for bridge in bridges for problem in _of_bridge(bridge, bridge_type)]
    names = [str(bridge["name"]) for bridge in bridges]
    found += [f"{name} stands there more than once" for name in sorted({one for one in names if names.count(one) > 1})]
    ports = [port_of(bridge) for bridge in bridges]
    for port in sorted({one for one in ports if ports.count(one) > 1}):
        shared = ", ".join(name for name, own in zip(names, ports) if own == port)
        found.append(f"{port} can be a port of one bridge only, and stands at {shared}: give them VLANs of their own")
    gates = [name for name, bridge in zip(names, bridges) if bridge.get("gateway")]
    if len(gates) > 1:
        found.append(f"a host has one gateway, and {', '.join(gates)} name one each: leave it at one of them")
    return found + list(_of_vxlan(bridges, bridge_type, vxlan or {}))


def port_of(bridge: Mapping[str, Any]) -> str:
    """The name of the bridge's port: the interface, or the VLAN on it."""
    return f"{bridge['interface']}.{bridge['vlan']}" if bridge.get("vlan") else str(bridge["interface"])


def _of_bridge(bridge: Mapping[str, Any], bridge_type: str) -> Iterator[str]:
    name, interface = str(bridge["name"]), str(bridge["interface"])
    if not NAME.fullmatch(name) or name in RESERVED:
        yield (
            f"{name} cannot be the name of a bridge: it takes at most 15 letters, digits, '.', '-' and '_', begins "
            f"with a letter, and is none of {', '.join(RESERVED)}"
        )
    if not NAME.fullmatch(interface):
        yield f"{name}: {interface} cannot be the name of an interface, which has at most 15 characters"
    if bridge.get("mtu") is not None and not 576 <= int(bridge["mtu"]) <= 65535:
        yield f"{name}: mtu is {bridge['mtu']}, and goes from 576 to 65535"
    yield from _of_addresses(bridge)
    if bridge_type == "native":
        yield from _of_port(bridge)
    elif bridge.get("vlan"):
        yield f"{name}: a bridge of Open vSwitch takes its whole interface, and CloudStack tags on it: leave vlan away"


def _of_port(bridge: Mapping[str, Any]) -> Iterator[str]:
    name, interface = bridge["name"], str(bridge["interface"])
    if not KNOWN_PORTS.match(interface):
        yield (
            f"{name}: CloudStack's agent takes no bridge whose interface is named {interface}. It knows eth*, "
            "en[ospx]*, em*, p*p*, bond*, team*, vlan* and vx*: rename it, for example by a .link file of systemd"
        )
    if bridge.get("vlan") is not None and not 1 <= int(bridge["vlan"]) <= 4094:
        yield f"{name}: vlan is {bridge['vlan']}, and goes from 1 to 4094"
    elif bridge.get("vlan") and len(port_of(bridge)) > 15:
        yield f"{name}: {port_of(bridge)} has more than 15 characters: give {interface} a shorter name"
    elif bridge.get("carries_vlans", True) and len(interface) > LONGEST_PORT:
        yield (
            f"{name}: CloudStack makes bridges such as br{interface}-1000 for VLANs, and the kernel takes 15 "
            f"characters: give {interface} a name of at most {LONGEST_PORT}, or say carries_vlans: false where "
            "CloudStack makes no VLAN on it"
        )


def _of_addresses(bridge: Mapping[str, Any]) -> Iterator[str]:
    name = bridge["name"]
    network = None
    if bridge.get("address"):
        network = _network(str(bridge["address"]))
        if not network:
            yield f"{name}: address is {bridge['address']}, and must be one with a prefix, such as 10.0.0.21/24"
        if bridge.get("dhcp"):
            yield f"{name}: has an address and dhcp: leave one of them away"
    gateway = bridge.get("gateway")
    if gateway and not bridge.get("address"):
        yield f"{name}: a gateway needs an address at the same bridge; dhcp brings its own"
    elif gateway and network and (not _is_address(gateway) or IPv4Address(str(gateway)) not in network):
        yield f"{name}: gateway is {gateway}, and must be an address in {network}"
    for server in bridge.get("nameservers") or []:
        if not _is_address(server):
            yield f"{name}: {server} among nameservers is no IPv4 address"
    for route in bridge.get("routes") or []:
        if not _is_network(route["to"]) or not _is_address(route["via"]):
            yield f"{name}: the route to {route['to']} via {route['via']} must name a network and an address"


def _of_vxlan(bridges: Sequence[Mapping[str, Any]], bridge_type: str, vxlan: Mapping[str, Any]) -> Iterator[str]:
    if not vxlan:
        return
    if bridge_type != "native":
        yield "VXLAN of CloudStack needs native bridges: set kvm_host_bridge_type to native"
    carrier = next((bridge for bridge in bridges if bridge["name"] == vxlan["bridge"]), None)
    if not carrier:
        yield f"kvm_host_vxlan: {vxlan['bridge']} is none of kvm_host_bridges"
        return
    if not carrier.get("address") and not carrier.get("dhcp"):
        yield f"kvm_host_vxlan: {vxlan['bridge']} needs an address, from which the host sends to the others"
    mtu, needed = int(carrier.get("mtu") or 1500), int(vxlan.get("guest_mtu") or 1500) + HEAD_ROOM
    if mtu < needed:
        yield (
            f"kvm_host_vxlan: the mtu of {vxlan['bridge']} is {mtu}, and must be {needed} or more for guests with "
            f"{needed - HEAD_ROOM}: raise it here and at the switches, or lower guest_mtu"
        )


def _network(text: str) -> IPv4Network | None:
    try:
        return IPv4Interface(text).network if "/" in text else None
    except ValueError:
        return None


def _is_address(value: Any) -> bool:
    try:
        return bool(IPv4Address(str(value)))
    except ValueError:
        return False


def _is_network(value: Any) -> bool:
    try:
        return bool(IPv4Network(str(value)))
    except ValueError:
        return False
