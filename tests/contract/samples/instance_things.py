"""The samples of what instances are grouped by, told and kept with."""

from __future__ import annotations

from typing import Any

from contract.samples.common import ZONE

VM = {**ZONE, "vm": "web-2"}

SAMPLES: dict[str, dict[str, Any]] = {
    "affinity_group": {
        "create": {"name": "apart", "affinity_type": "host anti-affinity", "description": "On different hosts"},
        "changes": [],
        "fixed": {"affinity_type": "host affinity", "description": "Elsewhere"},
    },
    "instance_group": {"create": {"name": "shop"}, "changes": []},
    "user_data": {
        "create": {"name": "web-server", "user_data": "#cloud-config\npackages: [nginx]\n", "params": ["role"]},
        "changes": [{"user_data": "#cloud-config\npackages: [caddy]\n"}, {"params": ["role", "site"]}],
    },
    "instance_snapshot": {
        "create": {
            **VM,
            "name": "before-upgrade",
            "description": "Before the upgrade",
            "snapshot_memory": True,
            "quiesce": False,
            "tags": [{"key": "keep", "value": "yes"}],
        },
        "changes": [{"tags": [{"key": "keep", "value": "no"}]}],
        "fixed": {"description": "After the upgrade", "snapshot_memory": False},
        "events": ["revert"],
    },
    "instance_schedule": {
        "create": {
            **VM,
            "name": "Closing time",
            "action": "STOP",
            "schedule": "0 22 * * *",
            "timezone": "UTC",
            "start_date": "2099-01-01",
            "enabled": True,
        },
        "changes": [
            {"schedule": "0 23 * * 1-5"},
            {"timezone": "Europe/Vienna"},
            {"start_date": "2099-02-01 08:00:00"},
            {"end_date": "2099-12-31"},
            {"enabled": False},
        ],
        "fixed": {"action": "START"},
    },
}
