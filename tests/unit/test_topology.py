"""What is drawn of a cloud."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.topology import zones_of
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.topology_mermaid import topology_mermaid
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.topology_page import topology_page

HOSTILE = '</svg><script>alert("1")</script>'


def cloud(hosts: int = 2, zone: str = "zone-1", **more: Any) -> dict[str, list[dict[str, Any]]]:
    """What info modules would return of a small cloud."""
    place = {"zone": zone, "pod": "pod-1", "cluster": "cluster-1"}
    machines = [
        {**place, "id": f"h{at}", "name": f"host-{at}", "state": "Up", "resource_state": "Enabled",
         "cpu_allocated": "50%", "memory_allocated": 3, "memory_total": 4}
        for at in range(1, hosts + 1)
    ]  # fmt: skip
    nic = {"networkid": "n1", "ipaddress": "10.1.1.5"}
    return {
        "zones": [{"id": "z", "name": zone, "network_type": "Advanced", "allocation_state": "Enabled"}],
        "pods": [{"id": "p", "name": "pod-1", "zone": zone, "start_ip": "10.0.1.10", "end_ip": "10.0.1.99"}],
        "clusters": [{"id": "c", "name": "cluster-1", "zone": zone, "pod": "pod-1", "hypervisor": "KVM"}],
        "hosts": machines,
        "storage_pools": [
            {**place, "id": "s1", "name": "fast", "scope": "CLUSTER", "state": "Up", "type": "RBD",
             "disk_size_allocated": 2**30, "disk_size_total": 2**32},
            {"zone": zone, "id": "s2", "name": "wide", "scope": "ZONE", "state": "Maintenance"},
        ],
        "image_stores": [{"id": "i", "zone": zone, "name": "images", "provider": "NFS"}],
        "physical_networks": [{"id": "w1", "zone": zone, "name": "cloudbr0", "vlan": "100-199"}],
        "traffic_types": [
            {"zone": zone, "physical_network": "w1", "traffic_type": "Public", "kvm_networklabel": "br1"},
            {"zone": zone, "physical_network": "w1", "traffic_type": "Guest"},
        ],
        "networks": [
            {"id": "n1", "zone": zone, "name": "app", "type": "Isolated", "cidr": "10.1.1.0/24", "account": "ann"},
            {"id": "n2", "zone": zone, "name": "app", "type": "Isolated", "cidr": "10.1.2.0/24", "account": "bob"},
        ],
        "ip_addresses": [
            {"zone": zone, "network": "app", "account": "ann", "ip_address": "198.51.100.7", "is_source_nat": True},
            {"zone": zone, "network": "app", "account": "ann", "ip_address": "198.51.100.8", "is_static_nat": True,
             "vm_name": "web-1"},
        ],
        "instances": [
            {"id": "v1", "zone": zone, "name": "web-1", "state": "Running", "host": "host-1", "nic": [nic]},
            {"id": "v2", "zone": zone, "name": "web-2", "state": "Stopped", "nic": [{**nic, "networkid": "n2"}]},
        ],
        "system_vms": [{"id": "x", "zone": zone, "name": "s-1-VM", "state": "Running", "public_ip": "198.51.100.5"}],
        **more,
    }  # fmt: skip


def test_everything_stands_in_its_place():
    (zone,) = zones_of(cloud())
    cluster = zone.pods[0].clusters[0]
    assert [(host.name, host.cpu, host.memory, host.instances) for host in cluster.hosts] == [
        ("host-1", 0.5, 0.75, 1),
        ("host-2", 0.5, 0.75, 0),
    ]
    assert ([pool.name for pool in cluster.pools], [pool.name for pool in zone.pools]) == (["fast"], ["wide"])
    assert zone.wires[0].carries == (("Guest", ""), ("Public", "br1"))
    assert [[one.name for one in network.instances] for network in zone.networks] == [["web-1"], ["web-2"]]
    assert zone.networks[0].addresses == (("198.51.100.7", "source NAT"), ("198.51.100.8", "static NAT to web-1"))
    assert zone.networks[1].addresses == ()


def test_things_of_one_name_in_two_zones_are_kept_apart():
    both = {kind: [*records, *cloud(zone="zone-2")[kind]] for kind, records in cloud().items()}
    assert [(zone.name, len(zone.hosts), len(zone.networks)) for zone in zones_of(both)] == [
        ("zone-1", 2, 2),
        ("zone-2", 2, 2),
    ]


def test_names_with_numbers_come_in_their_order():
    (zone,) = zones_of(cloud(hosts=11))
    assert [host.name for host in zone.hosts][-2:] == ["host-10", "host-11"]


@pytest.mark.parametrize(
    ("resource_state", "state"), [("Enabled", "Up"), ("Maintenance", "Maintenance"), ("ErrorInMaintenance",) * 2]
)
def test_a_host_out_of_service_says_so(resource_state, state):
    lists = cloud(hosts=1)
    lists["hosts"][0]["resource_state"] = resource_state
    assert zones_of(lists)[0].hosts[0].state == state


def test_a_host_that_tells_no_figures_is_drawn_without_them():
    lists = cloud(hosts=1)
    for key in ("cpu_allocated", "memory_total"):
        del lists["hosts"][0][key]
    assert "CPU not told" in topology_page(zones_of(lists), "T")
    assert "memory not told" in topology_page(zones_of(lists), "T")


@pytest.mark.parametrize(("hosts", "opened"), [(4, True), (12, True), (13, False), (400, False)])
def test_what_is_too_much_to_see_at_once_is_folded(hosts, opened):
    text = topology_page(zones_of(cloud(hosts)), "T")
    assert f"<details{' open' if opened else ''}><summary><b>pod-1 / cluster-1</b>" in text
    assert len(re.findall(r"<title>host-\d+: Up</title>", text)) == hosts


def test_the_page_stands_alone_and_takes_names_as_texts():
    lists = cloud()
    for records in lists.values():
        for record in records:
            record.update({key: HOSTILE for key in ("name",) if key in record and records is not lists["zones"]})
    lists["zones"][0]["name"] = "zone-1"
    for kind in ("hosts", "storage_pools"):
        for record in lists[kind]:
            record.update(pod=HOSTILE, cluster=HOSTILE)
    lists["clusters"][0]["pod"] = HOSTILE
    text = topology_page(zones_of(lists), HOSTILE)
    assert "<script" not in text
    assert text.count("<svg") == text.count("</svg>")
    assert not re.search(r"(src|href)=|url\(|@import", text)
    assert topology_page([], "Empty").count("There is no zone.") == 1


def test_the_chart_counts_what_is_many():
    few, many = topology_mermaid(zones_of(cloud(8))), topology_mermaid(zones_of(cloud(9)))
    assert few.count('["host-') == 8
    assert (many.count('["host-'), many.count('["9 hosts"]')) == (0, 1)
    assert few.startswith('flowchart LR\n  subgraph z0["Zone zone-1"]\n')
    assert '>"198.51.100.7"] --- z0n0' in few
    assert few.count("subgraph") == few.count(" end\n")


def test_the_chart_takes_names_as_texts():
    lists = cloud()
    lists["instances"][0]["name"] = 'a"] --> b["<b>#'
    assert '["a#quot;] --#gt; b[#quot;#lt;b#gt;#35;"]' in topology_mermaid(zones_of(lists))
