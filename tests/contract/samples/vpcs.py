"""The samples of VPCs, their offerings, ACL lists and tiers."""

from __future__ import annotations

from typing import Any

from contract.samples.common import ZONE

TIER = "DefaultIsolatedNetworkOfferingForVpcNetworks"
IN_VPC = {**ZONE, "vpc": "vpc-1"}

DEPUTY = {"first_name": "Dana", "last_name": "Example", "email": "dana@example.com", "password": "not-a-real-one"}

WORLD: list[tuple[str, dict[str, Any]]] = [
    ("account", {**DEPUTY, "domain": "ROOT", "name": "deputy", "username": "deputy"}),
    ("vpc", {**ZONE, "name": "vpc-1", "cidr": "10.50.0.0/16", "source_nat_ip_address": "198.51.100.71"}),
    ("network_acl", {**IN_VPC, "name": "acl-0"}),
    ("vpc", {**ZONE, "name": "vpc-2", "cidr": "10.50.0.0/16", "source_nat_ip_address": "198.51.100.72"}),
]

SAMPLES: dict[str, dict[str, Any]] = {
    "vpc_offering": {
        "create": {
            "name": "vpc-offering-1",
            "supported_services": ["dhcp", "Dns", "SourceNat", "NetworkACL", "StaticNat", "PortForwarding", "Lb"],
            "service_providers": [{"service": "Lb", "provider": "InternalLbVm"}],
            "service_capabilities": [
                {"service": "SourceNat", "capabilitytype": "RedundantRouter", "capabilityvalue": "true"}
            ],
            "domains": ["ROOT"],
            "zones": ["zone-1"],
            "internet_protocol": "IPv4",
            "specify_as_number": False,
            "conserve_mode": True,
            "for_nsx": False,
            "sort_key": 3,
        },
        "changes": [
            {"display_text": "First VPC offering"},
            {"domains": []},
            {"zones": []},
            {"state": "enabled"},
            {"state": "disabled"},
        ],
        "fixed": {
            "supported_services": ["Dhcp", "Dns"],
            "service_providers": [{"service": "Lb", "provider": "VpcVirtualRouter"}],
            "internet_protocol": "DualStack",
            "specify_as_number": True,
            "conserve_mode": False,
            "for_nsx": True,
            "network_mode": "ROUTED",
            "routing_mode": "Dynamic",
        },
    },
    "vpc": {
        "create": {
            **ZONE,
            "name": "vpc-3",
            "cidr": "10.51.0.0/16",
            "vpc_offering": "Default VPC offering",
            "network_domain": "vpc-3.example.com",
            "dns1": "192.0.2.54",
            "dns2": "192.0.2.55",
            "dns1_ipv6": "2001:db8::54",
            "dns2_ipv6": "2001:db8::55",
            "public_mtu": 1400,
            "source_nat_ip_address": "198.51.100.60",
            "start": True,
            "keep_mac_address_on_public_nic": True,
            "for_display": True,
            "tags": [{"key": "stage", "value": "test"}],
        },
        "changes": [
            {"display_text": "Third VPC"},
            {"public_mtu": 1300},
            {"source_nat_ip_address": "198.51.100.61"},
            {"keep_mac_address_on_public_nic": False},
            {"for_display": False},
            {"tags": []},
        ],
        "fixed": {
            "cidr": "10.52.0.0/16",
            "vpc_offering": "Redundant VPC offering",
            "network_domain": "other.example.com",
            "dns1": "192.0.2.56",
            "dns2_ipv6": "2001:db8::56",
            "as_number": 64512,
        },
        "events": ["restarted"],
    },
    "network_offering": {
        "create": {
            "name": "offering-1",
            "guest_ip_type": "Isolated",
            "supported_services": ["Dhcp", "dns", "SourceNat", "Firewall"],
            "service_providers": [
                {"service": service, "provider": "VirtualRouter"}
                for service in ("Dhcp", "Dns", "SourceNat", "Firewall")
            ],
            "service_capabilities": [
                {"service": "SourceNat", "capabilitytype": "RedundantRouter", "capabilityvalue": "true"}
            ],
            "availability": "Optional",
            "conserve_mode": True,
            "egress_default_policy": "deny",
            "persistent": False,
            "keepalive_enabled": True,
            "max_connections": 300,
            "network_rate": 100,
            "specify_ip_ranges": False,
            "specify_vlan": False,
            "for_vpc": False,
            "tags": ["fast", "wide"],
            "domains": ["ROOT"],
            "zones": ["zone-1"],
            "internet_protocol": "IPv4",
            "specify_as_number": False,
            "for_nsx": False,
            "for_tungsten": False,
            "sort_key": 7,
        },
        "changes": [
            {"display_text": "First offering"},
            {"max_connections": 400},
            {"availability": "Required"},
            {"tags": ["wide"]},
            {"tags": []},
            {"domains": []},
            {"zones": []},
            {"state": "enabled"},
            {"state": "disabled"},
        ],
        "fixed": {
            "guest_ip_type": "Shared",
            "supported_services": ["Dhcp", "Dns", "SourceNat"],
            "service_providers": [{"service": "Dhcp", "provider": "ConfigDrive"}],
            "conserve_mode": False,
            "egress_default_policy": "allow",
            "persistent": True,
            "network_rate": 1000,
            "specify_ip_ranges": True,
            "specify_vlan": True,
            "for_vpc": True,
            "internet_protocol": "DualStack",
            "specify_as_number": True,
            "for_nsx": True,
            "for_tungsten": True,
            "network_mode": "ROUTED",
        },
    },
    "vpc_private_gateway": {
        "create": {
            **IN_VPC,
            "ip_address": "10.90.0.2",
            "gateway": "10.90.0.1",
            "netmask": "255.255.255.0",
            "vlan": "2010",
            "network_acl": "acl-0",
            "source_nat_supported": True,
            "bypass_vlan_overlap_check": True,
        },
        "changes": [{"network_acl": "default_allow"}, {"network_acl": "acl-0"}],
        "fixed": {
            "gateway": "10.90.0.3",
            "netmask": "255.255.0.0",
            "vlan": "2011",
            "source_nat_supported": False,
            "physical_network": "physical-2",
            "network": "web-net",
        },
    },
    "network_permission": {
        "create": {**ZONE, "network": "web-net", "for_account": "deputy"},
        "changes": [],
    },
    "static_route": {
        "create": {
            **IN_VPC,
            "cidr": "192.168.20.0/24",
            "next_hop": "10.50.1.10",
            "tags": [{"key": "to", "value": "lab"}],
        },
        "changes": [{"tags": []}, {"next_hop": "10.50.1.11"}],
    },
    "network_acl_rule": {
        "create": {
            **IN_VPC,
            "network_acl": "acl-0",
            "rule_position": 10,
            "protocol": "tcp",
            "start_port": 8000,
            "end_port": 8010,
            "traffic_type": "ingress",
            "action_policy": "allow",
            "cidrs": ["203.0.113.0/24", "192.0.2.0/24"],
            "reason": "For the office",
            "for_display": True,
            "tags": [{"key": "rule", "value": "api"}],
        },
        "changes": [
            {"end_port": 8020},
            {"traffic_type": "egress"},
            {"action_policy": "deny"},
            {"cidrs": ["198.51.100.0/24"]},
            {"reason": "For the other office"},
            {"for_display": False},
            {"tags": []},
        ],
    },
    "network_acl": {
        "create": {**IN_VPC, "name": "acl-1", "description": "Web servers", "for_display": True},
        "changes": [{"description": "Web servers of the shop"}, {"for_display": False}],
    },
}
