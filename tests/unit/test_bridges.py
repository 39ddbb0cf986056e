"""The bridges of a KVM host: what is refused, and what is written for each way of configuring a network."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.bridge_rules import bridge_problems
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.bridge_text import bridge_text, interfaces_of

MANAGEMENT = {
    "name": "cloudbr0",
    "interface": "eth0",
    "address": "10.0.0.21/24",
    "gateway": "10.0.0.1",
    "nameservers": ["10.0.0.2"],
    "routes": [{"to": "10.9.0.0/16", "via": "10.0.0.9"}],
}
GUEST = {"name": "cloudbr1", "interface": "eth1", "vlan": 200, "mtu": 1550, "stp": True}
VXLAN = {"name": "cloudbr2", "interface": "eth2", "address": "10.0.2.21/24", "mtu": 1600}


def test_nothing_is_wrong_with_sound_bridges() -> None:
    assert bridge_problems([MANAGEMENT, GUEST, VXLAN], "native", {"bridge": "cloudbr2", "guest_mtu": 1550}) == []
    assert bridge_problems([{"name": "cloudbr0", "interface": "wan0", "dhcp": True}], "openvswitch") == []
    assert bridge_problems([{"name": "br0", "interface": "enp129s0f1np1", "carries_vlans": False}]) == []
    assert bridge_problems([]) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"name": "0bridge"}, "0bridge cannot be the name of a bridge"),
        ({"name": "cloud0"}, "none of cloud0, lo, virbr0"),
        ({"name": "sixteen-letters-"}, "at most 15 letters"),
        ({"interface": "eth" + "0" * 13, "carries_vlans": False}, "which has at most 15 characters"),
        ({"interface": "wan0"}, "takes no bridge whose interface is named wan0"),
        ({"interface": "enp129s0f1np1"}, "brenp129s0f1np1-1000 for VLANs"),
        ({"interface": "enp129s0f1", "carries_vlans": False, "vlan": 10000}, "goes from 1 to 4094"),
        ({"interface": "enp129s0f1np1", "carries_vlans": False, "vlan": 100}, "has more than 15 characters"),
        ({"vlan": 0}, "vlan is 0"),
        ({"mtu": 100}, "mtu is 100, and goes from 576 to 65535"),
        ({"address": "10.0.0.21"}, "such as 10.0.0.21/24"),
        ({"address": "10.0.0.300/24"}, "such as 10.0.0.21/24"),
        ({"dhcp": True}, "has an address and dhcp"),
        ({"address": None}, "a gateway needs an address"),
        ({"gateway": "10.0.1.1"}, "gateway is 10.0.1.1, and must be an address in 10.0.0.0/24"),
        ({"gateway": "router"}, "must be an address in 10.0.0.0/24"),
        ({"nameservers": ["ns1"]}, "ns1 among nameservers is no IPv4 address"),
        ({"routes": [{"to": "10.9.0.1/16", "via": "10.0.0.9"}]}, "the route to 10.9.0.1/16 via 10.0.0.9"),
        ({"routes": [{"to": "10.9.0.0/16", "via": "there"}]}, "must name a network and an address"),
    ],
)
def test_one_bridge_is_refused(change: dict[str, Any], says: str) -> None:
    problems = bridge_problems([{**MANAGEMENT, **change}])
    assert len(problems) == 1
    assert says in problems[0]


def test_bridges_that_do_not_go_together_are_refused() -> None:
    other = {"name": "cloudbr1", "interface": "eth0", "address": "10.0.1.2/24", "gateway": "10.0.1.1"}
    assert bridge_problems([MANAGEMENT, other, other]) == [
        "cloudbr1 stands there more than once",
        "eth0 can be a port of one bridge only, and stands at cloudbr0, cloudbr1, cloudbr1: "
        "give them VLANs of their own",
        "a host has one gateway, and cloudbr0, cloudbr1, cloudbr1 name one each: leave it at one of them",
    ]
    tagged = {"name": "cloudbr1", "interface": "eth0", "vlan": 5}
    assert bridge_problems([MANAGEMENT, tagged]) == []
    assert "leave vlan away" in bridge_problems([tagged], "openvswitch")[0]


@pytest.mark.parametrize(
    ("vxlan", "bridge_type", "says"),
    [
        ({"bridge": "cloudbr9"}, "native", "cloudbr9 is none of kvm_host_bridges"),
        ({"bridge": "cloudbr1"}, "native", "needs an address"),
        ({"bridge": "cloudbr0"}, "native", "must be 1550 or more for guests with 1500"),
        ({"bridge": "cloudbr0", "guest_mtu": 1451}, "native", "the mtu of cloudbr0 is 1500, and must be 1501"),
        ({"bridge": "cloudbr0", "guest_mtu": 1450}, "openvswitch", "needs native bridges"),
    ],
)
def test_vxlan_asks_for_a_bridge_that_can_carry_it(vxlan: dict[str, Any], bridge_type: str, says: str) -> None:
    plain = {key: value for key, value in GUEST.items() if key != "vlan"}
    assert says in " ".join(bridge_problems([MANAGEMENT, plain], bridge_type, vxlan))
    assert bridge_problems([MANAGEMENT], "native", {"bridge": "cloudbr0", "guest_mtu": 1450}) == []


def test_an_interface_is_as_large_as_the_largest_bridge_on_it() -> None:
    more = [{"name": "a", "interface": "eth0", "vlan": 1, "mtu": 9000}, {"name": "b", "interface": "eth0", "mtu": 1500}]
    assert interfaces_of([*more, GUEST, MANAGEMENT]) == {"eth0": 9000, "eth1": 1550}


def test_ifupdown() -> None:
    assert bridge_text([MANAGEMENT, GUEST], "ifupdown") == (
        """\
# Written by Ansible: bridges of CloudStack.
auto eth0
iface eth0 inet manual

auto eth1
iface eth1 inet manual
    mtu 1550

auto cloudbr0
iface cloudbr0 inet static
    bridge_ports eth0
    bridge_stp off
    bridge_fd 0
    bridge_maxwait 1
    address 10.0.0.21/24
    gateway 10.0.0.1
    dns-nameservers 10.0.0.2
    up ip route replace 10.9.0.0/16 via 10.0.0.9 dev cloudbr0

auto eth1.200
iface eth1.200 inet manual
    vlan-raw-device eth1

auto cloudbr1
iface cloudbr1 inet manual
    bridge_ports eth1.200
    bridge_stp on
    bridge_fd 0
    bridge_maxwait 1
    mtu 1550
"""
    )
    switched = bridge_text([{"name": "cloudbr0", "interface": "eth0", "dhcp": True}], "ifupdown", "openvswitch")
    assert (
        "iface cloudbr0 inet dhcp\n    ovs_type OVSBridge\n    up ovs-vsctl --may-exist add-port cloudbr0" in switched
    )


def test_netplan() -> None:
    bond = {"name": "cloudbr2", "interface": "bond0", "dhcp": True}
    assert yaml.safe_load(bridge_text([MANAGEMENT, GUEST, bond], "netplan"))["network"] == {
        "version": 2,
        "ethernets": {"eth0": {"dhcp4": False, "dhcp6": False}, "eth1": {"dhcp4": False, "dhcp6": False, "mtu": 1550}},
        "bonds": {"bond0": {"dhcp4": False, "dhcp6": False}},
        "vlans": {"eth1.200": {"id": 200, "link": "eth1"}},
        "bridges": {
            "cloudbr0": {
                "interfaces": ["eth0"],
                "parameters": {"stp": False, "forward-delay": 0},
                "dhcp4": False,
                "dhcp6": False,
                "addresses": ["10.0.0.21/24"],
                "routes": [{"to": "default", "via": "10.0.0.1"}, {"to": "10.9.0.0/16", "via": "10.0.0.9"}],
                "nameservers": {"addresses": ["10.0.0.2"]},
            },
            "cloudbr1": {
                "interfaces": ["eth1.200"],
                "parameters": {"stp": True, "forward-delay": 0},
                "dhcp4": False,
                "dhcp6": False,
                "mtu": 1550,
            },
            "cloudbr2": {
                "interfaces": ["bond0"],
                "parameters": {"stp": False, "forward-delay": 0},
                "dhcp4": True,
                "dhcp6": False,
            },
        },
    }
    switched = yaml.safe_load(bridge_text([bond], "netplan", "openvswitch"))["network"]["bridges"]["cloudbr2"]
    assert switched == {"interfaces": ["bond0"], "openvswitch": {}, "dhcp4": True, "dhcp6": False}


def test_nmstate() -> None:
    off = {"ipv4": {"enabled": False}, "ipv6": {"enabled": False}}
    static = {"enabled": True, "dhcp": False, "address": [{"ip": "10.0.0.21", "prefix-length": 24}]}
    found = yaml.safe_load(bridge_text([MANAGEMENT, GUEST], "nmstate"))
    plain = {"options": {"stp": {"enabled": False}}, "port": [{"name": "eth0"}]}
    tagged = {"options": {"stp": {"enabled": True}}, "port": [{"name": "eth1.200"}]}
    assert found["interfaces"] == [
        {"name": "eth0", "type": "ethernet", "state": "up", **off},
        {"name": "eth1", "type": "ethernet", "state": "up", "mtu": 1550, **off},
        {
            "name": "cloudbr0",
            "type": "linux-bridge",
            "state": "up",
            "bridge": plain,
            "ipv4": static,
            "ipv6": {"enabled": False},
        },
        {"name": "eth1.200", "type": "vlan", "state": "up", "vlan": {"base-iface": "eth1", "id": 200}, **off},
        {"name": "cloudbr1", "type": "linux-bridge", "state": "up", "bridge": tagged, "mtu": 1550, **off},
    ]
    assert found["routes"]["config"] == [
        {"destination": "0.0.0.0/0", "next-hop-address": "10.0.0.1", "next-hop-interface": "cloudbr0"},
        {"destination": "10.9.0.0/16", "next-hop-address": "10.0.0.9", "next-hop-interface": "cloudbr0"},
    ]
    assert found["dns-resolver"] == {"config": {"server": ["10.0.0.2"]}}
    switched = yaml.safe_load(
        bridge_text([{"name": "cloudbr0", "interface": "bond0", "dhcp": True}], "nmstate", "openvswitch")
    )
    assert switched["interfaces"][1:] == [
        {
            "name": "cloudbr0",
            "type": "ovs-bridge",
            "state": "up",
            "bridge": {"port": [{"name": "bond0"}, {"name": "cloudbr0"}]},
        },
        {
            "name": "cloudbr0",
            "type": "ovs-interface",
            "state": "up",
            "ipv4": {"enabled": True, "dhcp": True},
            "ipv6": {"enabled": False},
        },
    ]


def test_another_backend_is_named() -> None:
    with pytest.raises(ValueError, match="'brctl' is none of ifupdown, netplan, nmstate"):
        bridge_text([], "brctl")
