"""The playbook `drift` tells how a zone differs from its tree, in three forms and by its exit code; it only reads."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from helpers.zones import example

pytestmark = pytest.mark.playbook

PLAYBOOK = "cloudstack.cloud.drift"


def test_drift_is_told_and_nothing_is_changed(simulator: Any, run_playbook: Any, tmp_path: Path) -> None:
    variables = example("advanced")
    files = {name: str(tmp_path / f"drift.{name}") for name in ("text", "json", "page")}
    wanted = {"zone_tree": variables["zone_tree"], **{f"drift_{name}_file": path for name, path in files.items()}}
    assert run_playbook("cloudstack.cloud.zone", variables).rc == 0
    simulator.clear_calls()
    clean = run_playbook(PLAYBOOK, wanted)
    assert (clean.rc, simulator.writes) == (0, 0), clean.stdout + clean.stderr
    assert Path(files["text"]).read_text(encoding="utf-8") == "The zone fl-adv is as its tree says.\n"
    assert run_playbook(PLAYBOOK, wanted).changed == 0

    tree = copy.deepcopy(variables["zone_tree"])
    tree["dns2"] = "192.0.2.54"
    hosts = tree["pods"][0]["clusters"][0]["hosts"]
    hosts[0]["name"] = "fl-adv-new"
    hosts[0]["url"] = "http://10.9.9.9"
    tree["physical_networks"][0]["providers"] = {"enabled": ["VirtualRouter"]}
    drifted = run_playbook(PLAYBOOK, {**wanted, "zone_tree": tree})
    assert (drifted.rc, simulator.writes) == (2, 0), drifted.stdout + drifted.stderr
    report = json.loads(Path(files["json"]).read_text(encoding="utf-8"))
    told = {(one["how"], one["kind"], one["name"]): one for one in report["things"]}
    assert {
        ("differs", "zone", "fl-adv"),
        ("missing", "host", "fl-adv-new"),
        ("surplus", "host", "fl-adv-h0"),
        ("surplus", "network_service_provider", "pn1/ConfigDrive"),
    } <= set(told)
    assert told["differs", "zone", "fl-adv"]["fields"] == [{"option": "dns2", "live": "8.8.4.4", "tree": "192.0.2.54"}]
    text = Path(files["text"]).read_text(encoding="utf-8")
    assert "  zone fl-adv\n      dns2: 8.8.4.4 -> 192.0.2.54\n" in text
    assert drifted.failures[-1].msg == text
    assert "<td>192.0.2.54</td>" in Path(files["page"]).read_text(encoding="utf-8")

    tree = copy.deepcopy(variables["zone_tree"])
    tree["physical_networks"][0]["isolation_method"] = "VXLAN"
    fixed = run_playbook(PLAYBOOK, {**wanted, "zone_tree": tree, "drift_fail": False})
    assert (fixed.rc, simulator.writes) == (0, 0), fixed.stdout + fixed.stderr
    report = json.loads(Path(files["json"]).read_text(encoding="utf-8"))
    assert report["counts"] == {"differs": 0, "fixed": 1, "missing": 0, "surplus": 0}
    assert "isolation_method" in report["things"][0]["note"]


def test_a_zone_that_is_not_there_is_all_missing(simulator: Any, run_playbook: Any) -> None:
    run = run_playbook(PLAYBOOK, {"zone_tree": example("edge")["zone_tree"], "drift_fail": False})
    assert (run.rc, simulator.writes) == (0, 0), run.stdout + run.stderr
    shown = run.task("The report is shown").msg
    assert "  zone fl-edge" in shown
    assert "  host fl-edge-h1" in shown
