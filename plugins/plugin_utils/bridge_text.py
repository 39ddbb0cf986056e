# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Bridges in the words of what configures a host's network: ifupdown, netplan, or nmstate for NetworkManager."""

from __future__ import annotations

from ipaddress import IPv4Interface
from typing import Any, Callable, Mapping, Sequence

import yaml

from .bridge_rules import port_of

HEAD = "# Written by Ansible: bridges of CloudStack.\n"
Bridges = Sequence[Mapping[str, Any]]


def bridge_text(bridges: Bridges, backend: str, bridge_type: str = "native") -> str:
    """The configuration of the bridges and of what they stand on.

    :param bridges: entries that `bridge_rules.bridge_problems` finds nothing wrong with.
    :param backend: ``ifupdown``, ``netplan`` or ``nmstate``.
    :param bridge_type: ``native`` or ``openvswitch``.
    :raises ValueError: another backend.
    """
    if backend not in WRITERS:
        raise ValueError(f"'{backend}' is none of {', '.join(WRITERS)}")
    return HEAD + WRITERS[backend](bridges, bridge_type == "openvswitch")


def interfaces_of(bridges: Bridges) -> dict[str, int | None]:
    """The interfaces below the bridges, each with the largest MTU that one of its bridges wants."""
    found: dict[str, int | None] = {}
    for bridge in bridges:
        sizes = [int(one["mtu"]) for one in bridges if one["interface"] == bridge["interface"] and one.get("mtu")]
        found[str(bridge["interface"])] = max(sizes, default=None)
    return found


def _ifupdown(bridges: Bridges, switched: bool) -> str:
    stanzas = []
    for name, mtu in interfaces_of(bridges).items():
        lines = [f"auto {name}", f"iface {name} inet manual"]
        stanzas.append([*lines, *([f"mtu {mtu}"] if mtu else [])])
    for bridge in bridges:
        if bridge.get("vlan"):
            port = port_of(bridge)
            stanzas.append([f"auto {port}", f"iface {port} inet manual", f"vlan-raw-device {bridge['interface']}"])
        stanzas.append(_stanza(bridge, switched))
    return "\n\n".join("\n".join([*lines[:2], *(f"    {line}" for line in lines[2:])]) for lines in stanzas) + "\n"


def _stanza(bridge: Mapping[str, Any], switched: bool) -> list[str]:
    name = bridge["name"]
    how = "dhcp" if bridge.get("dhcp") else "static" if bridge.get("address") else "manual"
    lines = [f"auto {name}", f"iface {name} inet {how}"]
    if switched:
        lines += ["ovs_type OVSBridge", f"up ovs-vsctl --may-exist add-port {name} {bridge['interface']}"]
    else:
        lines += [f"bridge_ports {port_of(bridge)}", f"bridge_stp {'on' if bridge.get('stp') else 'off'}"]
        lines += ["bridge_fd 0", "bridge_maxwait 1"]
    lines += [f"{word} {bridge[word]}" for word in ("address", "gateway", "mtu") if bridge.get(word)]
    if bridge.get("nameservers"):
        lines.append(f"dns-nameservers {' '.join(bridge['nameservers'])}")
    return lines + [f"up ip route replace {to} via {via} dev {name}" for to, via in _routes(bridge)]


def _routes(bridge: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(str(route["to"]), str(route["via"])) for route in bridge.get("routes") or []]


def _netplan(bridges: Bridges, switched: bool) -> str:
    below = {
        name: {"dhcp4": False, "dhcp6": False, **({"mtu": mtu} if mtu else {})}
        for name, mtu in interfaces_of(bridges).items()
    }
    bonds = {name: words for name, words in below.items() if name.startswith("bond")}
    network: dict[str, Any] = {"version": 2}
    network["ethernets"] = {name: words for name, words in below.items() if name not in bonds}
    network["bonds"] = bonds
    network["vlans"] = {
        port_of(bridge): {"id": int(bridge["vlan"]), "link": bridge["interface"]}
        for bridge in bridges
        if bridge.get("vlan")
    }
    network["bridges"] = {str(bridge["name"]): _netplan_bridge(bridge, switched) for bridge in bridges}
    return _yaml({"network": {key: value for key, value in network.items() if value}})


def _netplan_bridge(bridge: Mapping[str, Any], switched: bool) -> dict[str, Any]:
    words: dict[str, Any] = {"interfaces": [port_of(bridge)]}
    if switched:
        words["openvswitch"] = {}
    else:
        words["parameters"] = {"stp": bool(bridge.get("stp")), "forward-delay": 0}
    words.update({"dhcp4": bool(bridge.get("dhcp")), "dhcp6": False})
    if bridge.get("mtu"):
        words["mtu"] = int(bridge["mtu"])
    if bridge.get("address"):
        words["addresses"] = [bridge["address"]]
    routes = [("default", bridge["gateway"])] if bridge.get("gateway") else []
    if routes or bridge.get("routes"):
        words["routes"] = [{"to": to, "via": via} for to, via in [*routes, *_routes(bridge)]]
    if bridge.get("nameservers"):
        words["nameservers"] = {"addresses": list(bridge["nameservers"])}
    return words


def _nmstate(bridges: Bridges, switched: bool) -> str:
    interfaces = [_nmstate_interface(name, mtu) for name, mtu in interfaces_of(bridges).items()]
    for bridge in bridges:
        if bridge.get("vlan"):
            vlan = {"base-iface": bridge["interface"], "id": int(bridge["vlan"])}
            interfaces.append({"name": port_of(bridge), "type": "vlan", "state": "up", "vlan": vlan, **UNADDRESSED})
        interfaces += _nmstate_switch(bridge) if switched else [_nmstate_bridge(bridge)]
    routes = [
        {"destination": to, "next-hop-address": via, "next-hop-interface": bridge["name"]}
        for bridge in bridges
        for to, via in [*([("0.0.0.0/0", bridge["gateway"])] if bridge.get("gateway") else []), *_routes(bridge)]
    ]
    servers = [server for bridge in bridges for server in bridge.get("nameservers") or []]
    state: dict[str, Any] = {"interfaces": interfaces}
    state.update({"routes": {"config": routes}} if routes else {})
    state.update({"dns-resolver": {"config": {"server": servers}}} if servers else {})
    return _yaml(state)


UNADDRESSED = {"ipv4": {"enabled": False}, "ipv6": {"enabled": False}}


def _nmstate_interface(name: str, mtu: int | None) -> dict[str, Any]:
    kind = next((kind for kind in ("bond", "team") if name.startswith(kind)), "ethernet")
    return {"name": name, "type": kind, "state": "up", **({"mtu": mtu} if mtu else {}), **UNADDRESSED}


def _nmstate_bridge(bridge: Mapping[str, Any]) -> dict[str, Any]:
    inner = {"options": {"stp": {"enabled": bool(bridge.get("stp"))}}, "port": [{"name": port_of(bridge)}]}
    return {
        "name": bridge["name"],
        "type": "linux-bridge",
        "state": "up",
        "bridge": inner,
        **_nmstate_addresses(bridge),
    }


def _nmstate_switch(bridge: Mapping[str, Any]) -> list[dict[str, Any]]:
    ports = [{"name": bridge["interface"]}, {"name": bridge["name"]}]
    return [
        {"name": bridge["name"], "type": "ovs-bridge", "state": "up", "bridge": {"port": ports}},
        {"name": bridge["name"], "type": "ovs-interface", "state": "up", **_nmstate_addresses(bridge)},
    ]


def _nmstate_addresses(bridge: Mapping[str, Any]) -> dict[str, Any]:
    words: dict[str, Any] = {"mtu": int(bridge["mtu"])} if bridge.get("mtu") else {}
    ipv4: dict[str, Any] = {"enabled": bool(bridge.get("dhcp") or bridge.get("address"))}
    if ipv4["enabled"]:
        ipv4["dhcp"] = bool(bridge.get("dhcp"))
    if bridge.get("address"):
        address = IPv4Interface(str(bridge["address"]))
        ipv4["address"] = [{"ip": str(address.ip), "prefix-length": address.network.prefixlen}]
    return {**words, "ipv4": ipv4, "ipv6": {"enabled": False}}


def _yaml(value: Mapping[str, Any]) -> str:
    return yaml.safe_dump(value, default_flow_style=False, sort_keys=False)


WRITERS: dict[str, Callable[[Bridges, bool], str]] = {
    "ifupdown": _ifupdown,
    "netplan": _netplan,
    "nmstate": _nmstate,
}
