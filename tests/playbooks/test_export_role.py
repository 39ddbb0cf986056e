"""The role `export`: files that say what is there, and that the role `zone` finds nothing to do with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.zones import example

pytestmark = pytest.mark.playbook

PLAYBOOK = "cloudstack.cloud.export"
FILES = "cloudstack.cloud.export : Have a file for each"


def test_zones_are_kept_in_files_that_change_with_them(simulator: Any, run_playbook: Any, tmp_path: Path) -> None:
    assert run_playbook("cloudstack.cloud.zone", example("local-storage")).rc == 0
    folder = tmp_path / "zones"
    variables = {"export_folder": str(folder)}
    simulator.clear_calls()
    told = run_playbook(PLAYBOOK, variables, check=True, diff=True)
    assert (told.rc, folder.exists()) == (0, False), told.stdout + told.stderr
    made = run_playbook(PLAYBOOK, variables, diff=True)
    assert made.rc == 0, made.stdout + made.stderr
    assert told.task(FILES).changed
    again = run_playbook(PLAYBOOK, variables)
    assert (again.rc, again.changed, simulator.writes) == (0, 0, 0), again.stdout
    (file,) = folder.iterdir()
    assert file.name == "fl-local.yml"
    assert 'zone_host_password: "{{ vault_zone_host_password }}"' in file.read_text(encoding="utf-8")

    checked = run_playbook("cloudstack.cloud.zone", options=["--extra-vars", f"@{file}"], check=True, diff=True)
    assert (checked.rc, checked.changed, simulator.writes) == (0, 0, 0), checked.stdout + checked.stderr

    zone = yaml.safe_load(file.read_text(encoding="utf-8"))["zone_tree"]
    assert simulator.request("updateZone", id=simulator.store.first("zone")["id"], dns2="192.0.2.54")[0] == 200
    changed = run_playbook(PLAYBOOK, variables, diff=True)
    assert {task.task for task in changed.tasks if task.changed} == {FILES}
    assert yaml.safe_load(file.read_text(encoding="utf-8"))["zone_tree"] == {**zone, "dns2": "192.0.2.54"}


def test_zones_that_would_share_a_file_are_refused(simulator: Any, run_playbook: Any, tmp_path: Path) -> None:
    for name in ("one/two", "one-two"):
        assert simulator.request("createZone", name=name, dns1="192.0.2.53", internaldns1="10.0.0.53",
                                 networktype="Advanced")[0] == 200  # fmt: skip
    run = run_playbook(PLAYBOOK, {"export_folder": str(tmp_path / "zones")})
    assert run.rc != 0
    assert "two of the zones one-two, one/two would be written into one file" in run.failures[0].msg
    assert not (tmp_path / "zones").exists()
