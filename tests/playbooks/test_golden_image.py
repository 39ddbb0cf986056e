"""A golden image and a backup: each step is foretold by `--check --diff`, and a second run of it changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.playbook

WORLD = Path(__file__).with_name("world") / "10_zone.yml"
ZONE = {"zone": "zone-1"}
WEB = {"name": "web-1", **ZONE}
GOLDEN = {"name": "golden-web", **ZONE, "snapshot": "golden", "os_type": "Debian GNU/Linux 12 (64-bit)"}
FLEET = {**ZONE, "template": "golden-web", "service_offering": "Small Instance", "networks": ["web-net"]}
OFFERED = {"name": "gold", **ZONE, "external_id": "gold-policy", "description": "Each night"}
BACKUP = {"name": "before", "vm": "web-1", **ZONE}

Steps = list[tuple[str, dict[str, Any], bool]]
IMAGE: Steps = [
    ("volume_snapshot", {"name": "golden", "vm": "web-1", "volume_type": "ROOT", **ZONE}, True),
    ("template", GOLDEN, True),
    ("instance", {"name": "fleet-1", **FLEET}, True),
    ("instance", {"name": "fleet-2", **FLEET}, True),
    ("volume_snapshot", {"name": "golden", **ZONE, "state": "absent"}, True),
    ("template", GOLDEN, True),
]
RESTORE: Steps = [
    ("backup_offering", OFFERED, True),
    ("instance", {**WEB, "backup_offering": "gold"}, True),
    ("backup", BACKUP, True),
    ("backup_schedule", {"vm": "web-1", **ZONE, "schedule": "30:02", "max_backups": 7}, True),
    ("instance", {**WEB, "state": "stopped"}, True),
    ("backup", {**BACKUP, "state": "restored"}, False),
    ("instance", {**WEB, "state": "started"}, True),
]


@pytest.mark.parametrize("steps", [IMAGE, RESTORE], ids=["a fleet from a golden image", "a backup is restored"])
def test_each_step_is_foretold(simulator: Any, run_playbook: Callable[..., Any], steps: Steps) -> None:
    built = run_playbook(yaml.safe_load(WORLD.read_text(encoding="utf-8")))
    assert built.rc == 0, built.stdout + built.stderr
    for kind, options, settles in steps:
        task = {"name": kind, f"cloudstack.cloud.{kind}": options}
        play = [{"hosts": "localhost", "connection": "local", "gather_facts": False, "tasks": [task]}]
        simulator.clear_calls()
        told = run_playbook(play, check=True, diff=True)
        assert (told.rc, simulator.writes) == (0, 0), told.stdout
        done = run_playbook(play, diff=True)
        assert done.rc == 0, done.stdout
        assert told.task(kind).changed == done.task(kind).changed
        assert told.task(kind).result.get("diff") == done.task(kind).result.get("diff")
        if settles:
            simulator.clear_calls()
            assert run_playbook(play).task(kind).changed is False
            assert simulator.writes == 0
