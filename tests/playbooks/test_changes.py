"""What a person reads of runs of playbooks through the callback `cloudstack.cloud.changes`."""

from __future__ import annotations

from typing import Any

import pytest

from helpers.guides import blocks

pytestmark = pytest.mark.playbook

PLACE = {"dns1": "192.0.2.53", "internal_dns1": "10.0.0.53"}


@pytest.fixture
def through(cloud_env: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An environment whose screen output is the callback's."""
    more = {"ANSIBLE_STDOUT_CALLBACK": "cloudstack.cloud.changes", "ANSIBLE_LOAD_CALLBACK_PLUGINS": "1"}
    for name, value in more.items():
        monkeypatch.setitem(cloud_env, name, value)
    return cloud_env


def zones(*entries: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"cloudstack.cloud.converge": {"resources": [{"zone": {**PLACE, **one}} for one in entries], **more}}


def play(*tasks: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"hosts": "localhost", "gather_facts": False, "tasks": list(tasks)}]


@pytest.mark.usefixtures("through")
def test_tasks_are_followed_by_what_changed(run_playbook, simulator):
    first, second = {"name": "zone-1"}, {"name": "zone-2"}
    run = run_playbook(
        play(
            zones(first, second),
            zones({**first, "dns1": "192.0.2.54", "internal_dns1": "10.0.0.54"}, second, {"name": "zone-3"}),
            {"cloudstack.cloud.zone": {"name": "{{ item }}", "dns1": "192.0.2.55"}, "loop": ["zone-1", "zone-2"]},
            {"cloudstack.cloud.zone": {"name": "zone-3", "state": "absent"}},
            {"cloudstack.cloud.zone": {"name": "zone-1", "dns1": "192.0.2.56"}, "no_log": True},
            {"ansible.builtin.command": {"cmd": "true"}},
        ),
        options=["--diff"],
    )
    assert run.rc == 0, run.stdout + run.stderr
    told = [line for line in run.stdout.splitlines() if line.startswith("  ")]
    assert told == [
        "  created    zone zone-1",
        "  created    zone zone-2",
        "  changed    zone zone-1  dns1: 192.0.2.53 → 192.0.2.54",
        "                          internal_dns1: 10.0.0.53 → 10.0.0.54",
        "  created    zone zone-3",
        "  unchanged  1",
        "  changed    zone zone-1  dns1: 192.0.2.54 → 192.0.2.55",
        "  changed    zone zone-2  dns1: 192.0.2.53 → 192.0.2.55",
        "  removed    zone zone-3",
    ]
    assert "--- before" not in run.stdout
    [shown] = [block.body for block in blocks("ad_hoc") if block.language == "text"]
    assert shown in run.stdout


@pytest.mark.usefixtures("through")
def test_a_failure_says_what_was_done_and_what_not(run_playbook):
    wrong = {"name": "zone-1", "network_type": "Advanced"}
    run = run_playbook(play(zones({"name": "zone-1"}), zones(wrong, {"name": "zone-2"}, on_error="continue")))
    assert run.rc == 2
    assert "  created    zone zone-2\n" in run.stdout
    failed = next(line for line in run.stdout.splitlines() if line.startswith("  failed "))
    assert failed.startswith("  failed     zone zone-1  network_type: the zone 'zone-1' has 'Basic'")
    assert '"resources"' not in run.stdout
