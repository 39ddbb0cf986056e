"""The cloud that the samples are created in: the tasks that build it, in order."""

from __future__ import annotations

from typing import Any

from contract.samples.common import OFFERING, POD, TEMPLATE, ZONE

WORLD: list[tuple[str, dict[str, Any]]] = [
    (
        "zone",
        {
            "name": "zone-1",
            "network_type": "Advanced",
            "dns1": "192.0.2.53",
            "internal_dns1": "10.0.0.53",
            "guest_cidr_address": "10.1.1.0/24",
            "network_domain": "zone-1.example.com",
        },
    ),
    (
        "physical_network",
        {
            **ZONE,
            "name": "physical-1",
            "isolation_method": "VLAN",
            "broadcast_domain_range": "ZONE",
            "vlan": "300-400",
            "nsps_enabled": ["VirtualRouter", "VpcVirtualRouter", "InternalLbVm", "ConfigDrive"],
            "state": "enabled",
        },
    ),
    *(
        (
            "traffic_type",
            {**ZONE, "physical_network": "physical-1", "traffic_type": kind, "kvm_networklabel": "cloudbr0"},
        )
        for kind in ("Management", "Guest", "Public", "Storage")
    ),
    ("physical_network", {**ZONE, "name": "physical-2", "isolation_method": "VLAN", "tags": "second"}),
    (
        "pod",
        {
            **ZONE,
            "name": "pod-1",
            "start_ip": "10.0.1.10",
            "end_ip": "10.0.1.100",
            "netmask": "255.255.255.0",
            "gateway": "10.0.1.1",
        },
    ),
    (
        "vlan_ip_range",
        {
            **ZONE,
            "physical_network": "physical-1",
            "for_virtual_network": True,
            "vlan": "51",
            "start_ip": "198.51.100.10",
            "end_ip": "198.51.100.99",
            "netmask": "255.255.255.0",
            "gateway": "198.51.100.1",
        },
    ),
    ("cluster", {**POD, "name": "cluster-1", "hypervisor": "Simulator"}),
    (
        "host",
        {**POD, "cluster": "cluster-1", "name": "host-1", "url": "http://sim/zone-1/h1", "hypervisor": "Simulator"},
    ),
    (
        "storage_pool",
        {**POD, "cluster": "cluster-1", "name": "primary-1", "storage_url": "nfs://10.0.0.20/export/primary-1"},
    ),
    ("image_store", {**ZONE, "name": "secondary-1", "provider": "NFS", "url": "nfs://10.0.0.20/export/secondary-1"}),
    ("zone", {"name": "zone-1", "state": "enabled"}),
    ("ssh_key", {"name": "deploy"}),
    ("network", {**ZONE, "name": "web-net", "network_offering": OFFERING}),
    (
        "instance",
        {
            **ZONE,
            "name": "web-1",
            "template": TEMPLATE,
            "service_offering": "Small Instance",
            "networks": ["web-net"],
            "ssh_keys": ["deploy"],
        },
    ),
    (
        "instance",
        {**ZONE, "name": "web-2", "template": TEMPLATE, "service_offering": "Small Instance", "networks": ["web-net"]},
    ),
    ("ip_address", {**ZONE, "network": "web-net", "ip_address": "198.51.100.50"}),
    ("ip_address", {**ZONE, "network": "web-net", "ip_address": "198.51.100.51"}),
]
