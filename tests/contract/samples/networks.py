"""The samples of networks, their addresses and rules."""

from __future__ import annotations

from typing import Any

from contract.samples.common import OFFERING, ZONE

QUARANTINE = "public.ip.address.quarantine.duration"
RELEASED = "198.51.100.51"

SAMPLES: dict[str, dict[str, Any]] = {
    "ip_address_reservation": {
        "create": {**ZONE, "ip_address": "198.51.100.94", "for_display": True},
        "changes": [{"for_display": False}],
    },
    "ip_quarantine": {
        "calls": [
            ("updateConfiguration", {"name": QUARANTINE, "value": "60"}),
            ("disassociateIpAddress", {"ipaddress": RELEASED}),
        ],
        "exists": {"ip_address": RELEASED},
        "changes": [{"end_date": "2037-01-31 08:00:00"}, {"end_date": "2038-01-31"}],
        "absent": {"state": "absent", "removal_reason": "Its former owner does not want it back"},
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
