"""What follows from a zone tree, and what is refused before anything is created."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from contract.catalogue import load

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_entries import zone_entries
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_layout import zone_layout

NETWORK = {"gateway": "10.0.1.1", "netmask": "255.255.255.0"}
TREE: dict[str, Any] = {
    "name": "z",
    "dns1": "192.0.2.53",
    "physical_networks": [{"name": "net"}],
    "public_ip_ranges": [{"start_ip": "198.51.100.10", "end_ip": "198.51.100.20"}],
    "pods": [
        {
            "name": "pod",
            "start_ip": "10.0.1.10",
            "end_ip": "10.0.1.20",
            **NETWORK,
            "management_ip_ranges": [{"start_ip": "10.0.1.30"}],
            "clusters": [
                {
                    "name": "c",
                    "hypervisor": "KVM",
                    "hosts": [{"name": "h1", "url": "http://10.0.1.5"}, {"name": "h2", "password": "own"}],
                    "primary_storage": [{"name": "ps", "storage_url": "nfs://10.0.2.5/ps"}],
                }
            ],
        }
    ],
    "primary_storage": [{"name": "zps", "storage_url": "nfs://10.0.2.5/zps"}],
    "secondary_storage": [{"name": "ss", "url": "nfs://10.0.2.5/ss"}],
}


def changed(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(TREE), **changes}


def test_an_advanced_zone():
    layout = zone_layout(TREE, {"username": "root", "password": "shared"})
    assert layout["zone"] == {"name": "z", "dns1": "192.0.2.53", "network_type": "Advanced"}
    (network,) = layout["physical_networks"]
    assert (network["isolation_method"], network["broadcast_domain_range"]) == ("VLAN", "ZONE")
    assert network["providers"]["enabled"] == ["ConfigDrive", "InternalLbVm", "VpcVirtualRouter", "VirtualRouter"]
    assert [one["traffic_type"] for one in layout["traffic_types"]] == ["Management", "Guest", "Public", "Storage"]
    assert layout["guest_networks"] == []
    assert layout["public_ip_ranges"][0]["physical_network"] == "net"
    assert layout["public_ip_ranges"][0]["vlan"] == "untagged"
    assert layout["management_ip_ranges"] == [{"start_ip": "10.0.1.30", **NETWORK, "pod": "pod"}]
    assert [host["password"] for host in layout["hosts"].values()] == ["shared", "own"]
    assert {host["hypervisor"] for host in layout["hosts"].values()} == {"KVM"}
    assert list(layout["storage_pools"]) == ["pod/c/ps", "zps"]
    assert (layout["storage_pools"]["zps"]["scope"], layout["storage_pools"]["zps"]["hypervisor"]) == ("zone", "KVM")
    assert layout["image_stores"]["ss"]["provider"] == "NFS"
    assert (layout["enabled"], layout["runs_system_vms"]) == (True, True)


@pytest.mark.parametrize(
    ("kind", "providers", "traffic", "isolation", "guests"),
    [
        (
            {"network_type": "Basic", "securitygroups_enabled": True},
            ["VpcVirtualRouter", "SecurityGroupProvider", "VirtualRouter"],
            ["Management", "Guest"],
            ("L3", "POD"),
            [("guestNetworkForZone", "DefaultSharedNetworkOfferingWithSGService")],
        ),
        (
            {"network_type": "Basic"},
            ["VpcVirtualRouter", "VirtualRouter"],
            ["Management", "Guest"],
            ("L3", "POD"),
            [("guestNetworkForZone", "DefaultSharedNetworkOffering")],
        ),
        (
            {"securitygroups_enabled": True, "guest_networks": [{"name": "shared"}]},
            ["ConfigDrive", "VpcVirtualRouter", "SecurityGroupProvider", "VirtualRouter"],
            ["Management", "Guest"],
            ("VLAN", "ZONE"),
            [("shared", "DefaultSharedNetworkOfferingWithSGService")],
        ),
    ],
)
def test_what_follows_from_the_kind_of_the_zone(kind, providers, traffic, isolation, guests):
    layout = zone_layout(changed(public_ip_ranges=[], **kind))
    (network,) = layout["physical_networks"]
    assert network["providers"]["enabled"] == providers
    assert [one["traffic_type"] for one in layout["traffic_types"]] == traffic
    assert (network["isolation_method"], network["broadcast_domain_range"]) == isolation
    assert [(one["name"], one["network_offering"]) for one in layout["guest_networks"]] == guests


def test_a_network_without_guests_gets_no_routers():
    networks = [
        {"name": "mgmt", "traffic_types": [{"traffic_type": "Management"}]},
        {"name": "guest", "traffic_types": [{"traffic_type": "Guest"}, {"traffic_type": "Public"}]},
    ]
    layout = zone_layout(changed(physical_networks=networks))
    assert [len(one["providers"]["enabled"]) for one in layout["physical_networks"]] == [1, 4]
    assert layout["public_ip_ranges"][0]["physical_network"] == "guest"


def pod(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(TREE["pods"][0]), **changes}


REFUSED = [
    ({"pods": [pod(management_ip_ranges=[{"start_ip": "10.0.1.20"}])]}, "overlaps"),
    ({"pods": [pod(end_ip="10.0.2.20")]}, "outside of 10.0.1.0/24"),
    ({"pods": [pod(end_ip="10.0.1.5")]}, "stands before"),
    ({"pods": [pod(start_ip="10.0.1.300")]}, "no IPv4 address"),
    ({"pods": [pod(netmask="255.255.255.300")]}, "no netmask"),
    ({"pods": [pod(start_ip="10.0.1.1")]}, "the gateway 10.0.1.1 is one of"),
    ({"pods": [pod(), pod()]}, "two entries for the pod 'pod'"),
    ({"public_ip_ranges": [{"start_ip": "198.51.100.9"}, {"start_ip": "198.51.100.9"}]}, "overlaps"),
    ({"physical_networks": [{"name": "a"}, {"name": "b"}]}, "needs traffic_types"),
    ({"securitygroups_enabled": True}, "0 of the zone's physical networks carry Public traffic"),
    ({"pods": []}, "needs a hypervisor"),
    ({"secondary_storage": [{"name": "s3", "details": {}}]}, "needs a provider"),
    ({"is_edge": True}, "takes no management addresses"),
    ({"pods": [pod(guest_ip_ranges=[{"start_ip": "10.0.9.9"}])]}, "must name its network"),
]


@pytest.mark.parametrize(("changes", "says"), REFUSED, ids=[says for _, says in REFUSED])
def test_a_tree_that_contradicts_itself_is_refused(changes, says):
    with pytest.raises(TreeError, match=says):
        zone_layout(changed(**changes))


def test_ranges_of_different_vlans_may_be_alike():
    ranges = [{"start_ip": "198.51.100.9", "vlan": "1"}, {"start_ip": "198.51.100.9", "vlan": "2"}]
    assert len(zone_layout(changed(public_ip_ranges=ranges))["public_ip_ranges"]) == 2


def test_the_entries_of_a_zone_name_it_and_take_what_its_modules_take():
    entries = zone_entries(zone_layout(TREE, host={"username": "root"}))
    assert entries["all"] == [*entries["hosts"], *entries["storage"], *entries["opening"]]
    kinds = [next(iter(entry)) for entry in entries["all"]]
    assert kinds[0] == kinds[-1] == "zone"
    assert kinds.index("traffic_type") > kinds.index("physical_network")
    again = kinds.index("physical_network", kinds.index("traffic_type"))
    assert entries["all"][again]["physical_network"]["state"] == "enabled"
    inside = [options for entry in entries["all"] for kind, options in entry.items() if kind != "zone"]
    assert {options.get("zone") for options in inside} == {"z"}
    assert entries["storage"] == [one for one in entries["all"] if {"storage_pool", "image_store"} & set(one)]
    read = load("fleet.entries").entries(entries["all"], "present")
    assert [entry.kind for entry in read] == kinds, "each entry is one that converge takes"


def test_a_region_is_made_first_and_a_disabled_zone_is_not_opened():
    entries = zone_entries(zone_layout(changed(region={"id": 2, "name": "north"}, state="disabled")))
    assert entries["hosts"][0] == {"region": {"id": 2, "name": "north"}}
    assert entries["opening"] == [{"zone": {"name": "z", "state": "disabled"}}]
