"""An estate whose zones and batches are hosts: slices of it run side by side against one cloud."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import playbook_run
import pytest
import yaml
from playbook_run import PlaybookRun, ansible_environment

from helpers.collection import ROOT
from helpers.guides import Reader
from helpers.runs import well
from helpers.zones import QUICK

pytestmark = pytest.mark.playbook

ESTATE = ROOT / "examples" / "estate"
SLICES = 2
SIMULATED = {"estate_hypervisor": "Simulator", "estate_template": "CentOS 5.6 (64-bit) no GUI (Simulator)", **QUICK}


def members(group: str) -> dict[str, Any]:
    """The hosts of a group of the example's inventory."""
    inventory = yaml.safe_load((ESTATE / "inventory.yml").read_text(encoding="utf-8"))
    return inventory["estate"]["children"][group]["hosts"]


def slices() -> list[str]:
    """The hosts of each slice, divided as AWX does it: all of the inventory in order, dealt out in turn."""
    hosts = sorted([*members("zones"), *members("batches")])
    return [",".join(hosts[number::SLICES]) for number in range(SLICES)]


def test_slices_side_by_side_make_one_of_everything(
    cloud: Any, simulator: Any, tmp_path: Path, cloud_env: dict[str, str], run_playbook: Any
) -> None:
    variables = tmp_path / "variables.json"
    variables.write_text(yaml.safe_dump(SIMULATED), encoding="utf-8")

    def run(playbook: str, limit: str) -> PlaybookRun:
        folder = tmp_path / limit.replace(",", "-")
        folder.mkdir(exist_ok=True)
        options = ["--inventory", str(ESTATE / "inventory.yml"), "--limit", limit, "--extra-vars", f"@{variables}"]
        environment = ansible_environment(folder, cloud.environment)
        return playbook_run.run_playbook(str(ESTATE / playbook), environment, folder, options, timeout=300)

    def sliced(playbook: str) -> list[PlaybookRun]:
        with ThreadPoolExecutor(SLICES) as pool:
            return [well(one) for one in pool.map(lambda limit: run(playbook, limit), slices())]

    sliced("zones.yml")
    sliced("batches.yml")
    kinds = simulator.dump()["kinds"]
    for kind, names in {
        "zone": list(members("zones")),
        "host": [f"{zone}-kvm-1" for zone in members("zones")],
        "imagestore": [f"{zone}-secondary-1" for zone in members("zones")],
        "virtualmachine": ["shop-1-01", "shop-1-02", "shop-2-01"],
    }.items():
        assert sorted(one["name"] for one in kinds[kind]) == sorted(names)
    assert {one["allocationstate"] for one in kinds["zone"]} == {"Enabled"}
    for kind in ("pod", "cluster", "physicalnetwork", "storagepool"):
        assert len(kinds[kind]) == len(members("zones"))

    simulator.clear_calls()
    again = well(run("estate.yml", "estate"))
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    reader = Reader(tmp_path, cloud_env, run_playbook)
    reader.follow("awx#Estates that outgrow one machine", **SIMULATED)
    assert [one.changed for one in (again, *reader.runs)] == [0] * 4
    assert simulator.writes == 0
