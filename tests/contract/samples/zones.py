"""The samples of what a zone is made of."""

from __future__ import annotations

from typing import Any

from contract.samples.common import POD, ZONE

SAMPLES: dict[str, dict[str, Any]] = {
    "region": {
        "create": {"id": 2, "name": "north", "endpoint": "https://north.example.com/client/"},
        "changes": [{"name": "south"}, {"endpoint": "https://south.example.com/client/"}],
    },
    "zone": {
        "create": {
            "name": "zone-2",
            "network_type": "Advanced",
            "dns1": "192.0.2.53",
            "internal_dns1": "10.0.0.53",
            "guest_cidr_address": "10.2.2.0/24",
            "network_domain": "zone-2.example.com",
            "local_storage_enabled": True,
        },
        "changes": [
            {"dns1": "192.0.2.54", "dns2": "192.0.2.55"},
            {"dns1_ipv6": "2001:db8::53", "dns2_ipv6": "2001:db8::54"},
            {"internal_dns1": "10.0.0.54", "internal_dns2": "10.0.0.55"},
            {"guest_cidr_address": "10.3.3.0/24", "network_domain": "other.example.com"},
            {"local_storage_enabled": False},
            {"dns2": ""},
        ],
        "fixed": {"network_type": "Basic", "securitygroups_enabled": True},
    },
    "physical_network": {
        "create": {
            **ZONE,
            "name": "physical-3",
            "isolation_method": "VLAN",
            "broadcast_domain_range": "ZONE",
            "tags": "third",
        },
        "changes": [
            {"tags": "third,more"},
            {"state": "enabled"},
            {"vlan": "500-550"},
            {"network_speed": "10G"},
            {"nsps_enabled": ["VirtualRouter"]},
            {"nsps_enabled": [], "nsps_disabled": ["VirtualRouter"]},
            {"state": "disabled"},
        ],
        "fixed": {"isolation_method": "VXLAN", "broadcast_domain_range": "POD"},
    },
    "network_service_provider": {
        "create": {**ZONE, "physical_network": "physical-2", "name": "BaremetalDhcpProvider"},
        "own": (),
        "changes": [{"state": "enabled"}, {"state": "shutdown"}, {"state": "enabled"}, {"state": "disabled"}],
    },
    "traffic_type": {
        "create": {**ZONE, "physical_network": "physical-2", "traffic_type": "Guest", "kvm_networklabel": "cloudbr1"},
        "changes": [{"kvm_networklabel": "cloudbr2", "xen_networklabel": "guest"}],
        "fixed": {"isolation_method": "vxlan"},
    },
    "pod": {
        "create": {
            **ZONE,
            "name": "pod-2",
            "start_ip": "10.0.2.10",
            "end_ip": "10.0.2.100",
            "netmask": "255.255.255.0",
            "gateway": "10.0.2.1",
        },
        "changes": [{"end_ip": "10.0.2.120"}, {"gateway": "10.0.2.2"}, {"state": "disabled"}, {"state": "enabled"}],
    },
    "vlan_ip_range": {
        "create": {
            **ZONE,
            "physical_network": "physical-1",
            "for_virtual_network": True,
            "vlan": "52",
            "start_ip": "203.0.113.10",
            "end_ip": "203.0.113.50",
            "netmask": "255.255.255.0",
            "gateway": "203.0.113.1",
        },
        "changes": [{"end_ip": "203.0.113.60"}, {"for_system_vms": True}],
        "fixed": {"vlan": "53"},
    },
    "storage_ip_range": {
        "create": {
            **POD,
            "start_ip": "10.0.3.10",
            "end_ip": "10.0.3.50",
            "netmask": "255.255.255.0",
            "gateway": "10.0.3.1",
            "vlan": 40,
        },
        "changes": [{"end_ip": "10.0.3.60"}, {"vlan": 41}],
        "fixed": {"gateway": "10.0.3.2"},
    },
    "management_ip_range": {
        "create": {
            **POD,
            "start_ip": "10.0.1.120",
            "end_ip": "10.0.1.130",
            "netmask": "255.255.255.0",
            "gateway": "10.0.1.1",
        },
        "changes": [{"end_ip": "10.0.1.140"}],
        "fixed": {"for_system_vms": True},
    },
    "cluster": {
        "create": {**POD, "name": "cluster-2", "hypervisor": "Simulator"},
        "changes": [{"state": "disabled"}, {"state": "enabled"}, {"managed_state": "Unmanaged"}, {"arch": "aarch64"}],
    },
    "host": {
        "create": {
            **POD,
            "cluster": "cluster-1",
            "name": "host-2",
            "url": "http://sim/zone-1/h2",
            "hypervisor": "Simulator",
            "username": "root",
            "password": "not-a-real-one",
            "host_tags": ["fast"],
        },
        "changes": [
            {"host_tags": ["fast", "local"]},
            {"annotation": "rack 7"},
            {"allocation_state": "disabled"},
            {"allocation_state": "enabled"},
            {"allocation_state": "maintenance"},
            {"allocation_state": "enabled"},
            {"host_tags": []},
        ],
        "fixed": {"hypervisor": "KVM"},
    },
    "storage_pool": {
        "create": {
            **ZONE,
            "name": "primary-2",
            "scope": "zone",
            "hypervisor": "Simulator",
            "storage_url": "nfs://10.0.0.20/export/primary-2",
            "storage_tags": ["fast"],
        },
        "changes": [
            {"storage_tags": ["fast", "safe"]},
            {"capacity_bytes": 2199023255552},
            {"allocation_state": "disabled"},
            {"allocation_state": "enabled"},
            {"allocation_state": "maintenance"},
            {"allocation_state": "enabled"},
        ],
        "fixed": {"storage_url": "nfs://10.0.0.21/export/primary-2", "provider": "SolidFire"},
    },
    "image_store": {
        "create": {**ZONE, "name": "secondary-2", "provider": "NFS", "url": "nfs://10.0.0.20/export/secondary-2"},
        "changes": [
            {"read_only": True},
            {"read_only": False},
            {"url": "nfs://10.0.0.21/export/secondary-2", "force_recreate": True},
        ],
        "fixed": {"url": "nfs://10.0.0.22/export/secondary-2"},
    },
}
