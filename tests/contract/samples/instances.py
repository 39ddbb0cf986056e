"""The samples of instances and what they need."""

from __future__ import annotations

from typing import Any

from contract.samples.common import KEY_ONE, KEY_TWO, OFFERING, TEMPLATE, ZONE

NETMASK = "255.255.255.0"

SAMPLES: dict[str, dict[str, Any]] = {
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
            {"networks": ["web-net", "db-net"]},
            {"networks": ["db-net", "web-net"]},
            {"networks": ["db-net"], "purge_nics": True},
            {"networks": ["web-net"]},
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
}

WORLD: list[tuple[str, dict[str, Any]]] = [
    ("network", {**ZONE, "name": "db-net", "network_offering": OFFERING, "gateway": "10.8.8.1", "netmask": NETMASK}),
]
