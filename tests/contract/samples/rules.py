"""The samples of security groups and their rules, of routed networks' rules and of NICs."""

from __future__ import annotations

from typing import Any

from contract.samples.common import OFFERING, TEMPLATE, ZONE

INSTANCE = {
    **ZONE,
    "name": "nic-1",
    "template": TEMPLATE,
    "service_offering": "Small Instance",
    "networks": ["nic-net"],
    "state": "stopped",
}
SIDE = {**ZONE, "name": "side-net", "network_offering": OFFERING, "gateway": "10.9.9.1", "netmask": "255.255.255.0"}

ROUTER = ("Dhcp", "Dns", "UserData", "Firewall")
ROUTED = {
    "name": "routed",
    "guest_ip_type": "Isolated",
    "network_mode": "ROUTED",
    "routing_mode": "Static",
    "supported_services": list(ROUTER),
    "service_providers": [{"service": service, "provider": "VirtualRouter"} for service in ROUTER],
    "state": "enabled",
}

DUAL = {
    "name": "dual",
    "guest_ip_type": "Isolated",
    "internet_protocol": "DualStack",
    "supported_services": list(ROUTER),
    "service_providers": [{"service": service, "provider": "VirtualRouter"} for service in ROUTER],
    "state": "enabled",
}

WORLD: list[tuple[str, dict[str, Any]]] = [
    ("network_offering", DUAL),
    ("network", {**ZONE, "name": "dual-net", "network_offering": "dual"}),
    ("network_offering", ROUTED),
    ("network", {**ZONE, "name": "routed-net", "network_offering": "routed", "cidr_size": 26}),
    ("security_group", {"name": "app"}),
    ("network", {**ZONE, "name": "nic-net", "network_offering": OFFERING}),
    ("network", SIDE),
    ("instance", INSTANCE),
]

SAMPLES: dict[str, dict[str, Any]] = {
    "ipv6_firewall": {
        "create": {
            **ZONE,
            "network": "dual-net",
            "protocol": "tcp",
            "start_port": 443,
            "end_port": 444,
            "cidrs": ["2001:db8:1::/48", "2001:db8:2::/48"],
            "for_display": True,
            "tags": [{"key": "use", "value": "web"}],
        },
        "changes": [{"for_display": False}, {"tags": []}],
    },
    "routing_firewall": {
        "create": {
            **ZONE,
            "network": "routed-net",
            "traffic_type": "egress",
            "protocol": "udp",
            "start_port": 53,
            "end_port": 54,
            "dest_cidrs": ["192.0.2.53/32", "192.0.2.54/32"],
            "for_display": True,
        },
        "changes": [{"for_display": False}, {"tags": [{"key": "use", "value": "dns"}]}, {"tags": []}],
    },
    "security_group": {
        "create": {"name": "web", "description": "Web servers", "tags": [{"key": "use", "value": "web"}]},
        "changes": [{"tags": [{"key": "use", "value": "shop"}]}, {"tags": []}],
        "fixed": {"description": "Shop"},
    },
    "instance_nic": {
        "create": {
            **ZONE,
            "vm": "nic-1",
            "network": "side-net",
            "ip_address": "10.9.9.10",
            "mac_address": "02:00:00:00:09:10",
            "dhcp_options": {"dhcp:114": "https://portal.example.com"},
        },
        "changes": [{"ip_address": "10.9.9.20"}],
        "fixed": {"mac_address": "02:00:00:00:09:11"},
    },
    "instance_nic_secondaryip": {
        "create": {
            **ZONE,
            "vm": "web-1",
            "network": "web-net",
            "vm_guest_ip": "10.1.1.77",
            "description": "For a second service",
        },
        "changes": [],
    },
    "security_group_rule.ingress": {
        "create": {"security_group": "app", "start_port": 8000, "end_port": 8010, "cidr": "203.0.113.0/24"},
        "changes": [],
    },
    "security_group_rule.egress": {
        "create": {
            "security_group": "app",
            "type": "egress",
            "protocol": "udp",
            "start_port": 53,
            "end_port": 53,
            "user_security_group": "default",
        },
        "changes": [],
    },
}
