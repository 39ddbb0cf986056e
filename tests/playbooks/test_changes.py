"""What a person reads of runs through the callback `cloudstack.cloud.changes`, in playbooks and ad-hoc commands."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from typing import Any

import pytest

from helpers.collection import ROOT

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
            zones({**first, "dns1": "192.0.2.54"}, second, {"name": "zone-3"}),
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
        "  created    zone zone-3",
        "  unchanged  1",
        "  changed    zone zone-1  dns1: 192.0.2.54 → 192.0.2.55",
        "  changed    zone zone-2  dns1: 192.0.2.53 → 192.0.2.55",
        "  removed    zone zone-3",
    ]
    assert "--- before" not in run.stdout


@pytest.mark.usefixtures("through")
def test_a_failure_says_what_was_done_and_what_not(run_playbook):
    wrong = {"name": "zone-1", "network_type": "Advanced"}
    run = run_playbook(play(zones({"name": "zone-1"}), zones(wrong, {"name": "zone-2"}, on_error="continue")))
    assert run.rc == 2
    assert "  created    zone zone-2\n" in run.stdout
    failed = next(line for line in run.stdout.splitlines() if line.startswith("  failed "))
    assert failed.startswith("  failed     zone zone-1  network_type: the zone 'zone-1' has 'Basic'")
    assert '"resources"' not in run.stdout


def test_what_the_guide_shows_works_from_the_command_line(through, tmp_path, simulator):
    """The commands run as they stand there, each a process of its own."""
    guide = (ROOT / "docs" / "guides" / "ad_hoc.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", guide, re.DOTALL)
    exports, commands = ([line for line in block.splitlines() if line] for block in blocks)
    assert {line.removeprefix("export ") for line in exports} <= {f"{name}={value}" for name, value in through.items()}
    said = []
    for command in commands:
        words = shlex.split(command)
        assert words.pop(0) == "ansible"
        done = subprocess.run(
            [sys.executable, "-m", "ansible", "adhoc", *words],
            cwd=tmp_path,
            env=through,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        said.append(done.stdout)
    writes = [call.command for call in simulator.calls if call.command.endswith("Domain")]
    assert writes == ["createDomain", "updateDomain", "deleteDomain"]
    assert "Small Instance" in said[1]
    assert all(re.search(r"^  created    domain", text, re.MULTILINE) for text in said[2:4])
    assert "network_domain: (nothing) → trial.example.com" in said[4]
    assert said[5] == "ok: [localhost]\n"
    assert "  removed    domain" in said[7]
    assert not any("PLAY" in text or "TASK" in text for text in said)
