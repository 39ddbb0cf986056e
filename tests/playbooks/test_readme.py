"""The README keeps its word: the zone it shows is brought up as it stands there, and its commands exist."""

from __future__ import annotations

import re
import subprocess

import pytest
import yaml

from helpers.collection import ROOT
from helpers.zones import QUICK

README = (ROOT / "README.md").read_text(encoding="utf-8")
PERFORMANCE = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found
    return found.group(1)


@pytest.mark.playbook
def test_the_zone_is_brought_up_and_a_second_run_changes_nothing(simulator, run_playbook):
    plays = yaml.safe_load(block("yaml"))
    cluster = plays[0]["vars"]["zone_tree"]["pods"][0]["clusters"][0]
    assert cluster["hypervisor"] == "KVM"
    cluster["hypervisor"] = "Simulator"
    variables = {"vault_host_password": "none", **{name: value for name, value in QUICK.items() if "wait" in name}}
    first = run_playbook(plays, variables)
    assert first.rc == 0, first.stdout + first.stderr
    zone = simulator.dump()["kinds"]["zone"][0]
    assert (zone["name"], zone["allocationstate"]) == ("zone-1", "Enabled")
    simulator.clear_calls()
    again = run_playbook(plays, variables)
    assert (again.rc, again.changed, simulator.writes) == (0, 0, 0), again.stdout + again.stderr


def test_the_zone_takes_some_thirty_lines() -> None:
    assert len(block("yaml").splitlines()) <= 32


def test_the_commands_are_targets() -> None:
    targets = [line.split()[1] for line in block("console").splitlines()]
    assert targets == ["demo", "test"]
    asked = subprocess.run(["make", "-n", *targets], cwd=ROOT, capture_output=True, check=False)
    assert asked.returncode == 0


def test_the_figures_are_those_of_the_whole_table() -> None:
    shown = re.findall(r"^\| (\(\w\) .*?) \| (.*?) \|$", README, re.MULTILINE)
    measured = re.findall(r"^\| (\(\w\) .*?) \| (.*?) \|", PERFORMANCE, re.MULTILINE)
    assert shown
    assert set(shown) <= set(measured)


def test_the_pictures_are_there() -> None:
    pictures = re.findall(r"!\[.+?\]\((.+?)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)
