"""The samples of security groups and their rules, of routed networks' rules and of NICs."""

from __future__ import annotations

from typing import Any

WORLD: list[tuple[str, dict[str, Any]]] = [("security_group", {"name": "app"})]

SAMPLES: dict[str, dict[str, Any]] = {
    "security_group": {
        "create": {"name": "web", "description": "Web servers", "tags": [{"key": "use", "value": "web"}]},
        "changes": [{"tags": [{"key": "use", "value": "shop"}]}, {"tags": []}],
        "fixed": {"description": "Shop"},
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
