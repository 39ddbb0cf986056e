"""For each kind of resource: what to create in the test world, and what to change about it afterwards."""

from __future__ import annotations

from typing import Any

ZONE = {"zone": "zone-1"}
POD = {**ZONE, "pod": "pod-1"}
TEMPLATE = "CentOS 5.6 (64-bit) no GUI (Simulator)"
OFFERING = "DefaultIsolatedNetworkOfferingWithSourceNatService"
KEY_ONE = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJq1WkDLKP6JcPbkpC4LFD9T9vFbTzLhyzVVPDKvFrfW one@example.com"
KEY_TWO = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEl2RHSe3NIHOFKQBdEmJxZ2LqyuvDkRVFkyEsVXVYE7 two@example.com"

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
        "fixed": {"storage_url": "nfs://10.0.0.21/export/primary-2", "scope": "host", "provider": "SolidFire"},
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
    "network": {
        "create": {
            **ZONE,
            "name": "app-net",
            "network_offering": OFFERING,
            "gateway": "10.4.4.1",
            "netmask": "255.255.255.0",
            "tags": [{"key": "tier", "value": "app"}],
        },
        "changes": [
            {"display_text": "Application"},
            {"network_domain": "app.example.com"},
            {"tags": [{"key": "tier", "value": "db"}, {"key": "owner", "value": "{{ nobody }}: a\nb"}]},
            {"tags": []},
        ],
        "fixed": {"gateway": "10.4.4.2"},
    },
    "ssh_key": {
        "create": {"name": "laptop", "public_key": KEY_ONE},
        "changes": [{"public_key": KEY_TWO}],
    },
    "instance": {
        "create": {
            **ZONE,
            "name": "app-1",
            "display_name": "Application 1",
            "template": TEMPLATE,
            "service_offering": "Small Instance",
            "networks": ["web-net"],
            "ssh_keys": ["deploy"],
            "user_data": "#cloud-config\npackages: [nginx]\n",
            "group": "application",
            "tags": [{"key": "role", "value": "app"}],
        },
        "changes": [
            {"display_name": "Application One"},
            {"group": "apps"},
            {"user_data": "#cloud-config\n"},
            {"details": {"purpose": "test"}},
            {"details": {"purpose": "trial"}},
            {"details": {}},
            {"ha_enabled": True},
            {"delete_protection": True},
            {"delete_protection": False},
            {"tags": [{"key": "role", "value": "web"}]},
            {"service_offering": "Medium Instance", "force": True},
            {"state": "stopped"},
            {"service_offering": "Small Instance"},
            {"state": "started"},
            {"state": "destroyed"},
            {"state": "stopped"},
        ],
        "fixed": {"hypervisor": "KVM"},
        "events": ["restored"],
        "absent": {"state": "expunged"},
    },
    "ip_address": {
        "create": {**ZONE, "network": "web-net", "tags": [{"key": "use", "value": "api"}]},
        "changes": [
            {"tags": [{"key": "use", "value": "api"}, {"key": "owner", "value": "web"}]},
        ],
    },
    "firewall.ingress": {
        "create": {
            **ZONE,
            "ip_address": "198.51.100.50",
            "protocol": "tcp",
            "start_port": 8000,
            "end_port": 8010,
            "cidrs": ["203.0.113.0/24", "192.0.2.0/24"],
        },
        "changes": [{"tags": [{"key": "rule", "value": "api"}]}],
    },
    "firewall.egress": {
        "create": {
            **ZONE,
            "type": "egress",
            "network": "web-net",
            "protocol": "udp",
            "start_port": 53,
            "end_port": 53,
            "dest_cidrs": ["192.0.2.53/32"],
        },
        "changes": [],
    },
    "portforward": {
        "create": {
            **ZONE,
            "ip_address": "198.51.100.50",
            "protocol": "tcp",
            "public_port": 2222,
            "private_port": 22,
            "vm": "web-1",
        },
        "changes": [{"private_port": 2022}, {"vm": "web-2"}],
        "fixed": {"public_end_port": 2230},
    },
    "static_nat": {
        "create": {**ZONE, "ip_address": "198.51.100.51", "vm": "web-1"},
        "changes": [{"vm": "web-2"}],
    },
}
