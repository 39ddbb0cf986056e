"""What the guides show is run as it stands there."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from cloudstack_simulator.populate import build, plan
from helpers.collection import ROOT
from helpers.marvin import ADVANCED
from helpers.runs import well

pytestmark = pytest.mark.playbook

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAMS = {"ansible": "adhoc", "ansible-inventory": "inventory"}


class Follower:
    """Does what a guide says: writes its files, runs its commands in their order."""

    def __init__(self, folder: Path, environment: dict[str, str], run_playbook) -> None:
        self.folder = folder
        self.environment = environment
        self._run_playbook = run_playbook
        self.runs: list = []
        self.printed: list[str] = []
        self.rest: list[str] = []

    def follow(self, name: str) -> None:
        text = (ROOT / "docs" / "guides" / f"{name}.md").read_text(encoding="utf-8")
        for language, body in BLOCK.findall(text):
            if language == "yaml":
                self._write(body)
            elif language == "console":
                for line in body.splitlines():
                    self._run(line)

    def _write(self, body: str) -> None:
        named = re.match(r"# (\S+\.yml)\n", body)
        assert named, f"no name of a file above {body!r}"
        (self.folder / named[1]).write_text(body, encoding="utf-8")

    def _run(self, line: str) -> None:
        program, *words = shlex.split(line)
        if program == "ansible-playbook":
            book = self.folder / words[0]
            words = [f"@{self.folder / word[1:]}" if word.startswith("@") else word for word in words]
            self.runs.append(well(self._run_playbook(book if book.exists() else words[0], options=words[1:])))
        elif program in PROGRAMS:
            command = [sys.executable, "-m", "ansible", PROGRAMS[program], *words]
            done = subprocess.run(
                command, cwd=self.folder, env=self.environment, capture_output=True, encoding="utf-8", check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
            self.printed.append(done.stdout)
        else:
            self.rest.append(line)


@pytest.fixture
def reader(tmp_path: Path, cloud_env: dict[str, str], run_playbook) -> Follower:
    return Follower(tmp_path, cloud_env, run_playbook)


def test_getting_started(reader: Follower, cloud):
    reader.follow("getting_started")
    asked, done, changed = reader.runs
    zone, offering = "The zone is there", "There is a size for web servers"
    assert [(run.task(zone).changed, run.task(offering).changed) for run in reader.runs] == [
        (True, True),
        (True, True),
        (True, False),
    ]
    assert asked.task(zone).diff == done.task(zone).diff
    assert changed.task(zone).diff["before"]["dns1"] == "192.0.2.53"
    assert changed.task(zone).diff["after"]["dns1"] == "192.0.2.54"
    assert "Small Instance" in reader.printed[0]
    targets = reader.rest.pop(0).split()[1:]
    assert subprocess.run(["make", "-n", *targets], cwd=ROOT, capture_output=True, check=False).returncode == 0
    exported = dict(line.removeprefix("export ").split("=", 1) for line in reader.rest)
    assert {name for name in exported if name.startswith("CLOUDSTACK_")} == set(cloud.environment)
    simulator = next(line for line in (ROOT / "Makefile").read_text().splitlines() if "--port" in line)
    key, secret = exported["CLOUDSTACK_KEY"], exported["CLOUDSTACK_SECRET"]
    assert simulator.endswith(f"--port 8096 --api-key {key} --secret-key {secret}")
    assert exported["CLOUDSTACK_ENDPOINT"] == "http://127.0.0.1:8096/client/api"


def test_what_tenants_do(reader: Follower, simulator):
    """The plays of the guides for those who use a cloud; all of it done again changes nothing but the sizes."""
    build(simulator, plan("zones=1"))
    for name in ("instances", "networks", "tenancy", "from_terraform"):
        reader.follow(name)
    assert reader.rest == []
    assert all(run.changed for run in reader.runs)
    instances = simulator.request("listVirtualMachines", listall="true")[1]["listvirtualmachinesresponse"]
    found = {one["name"]: (one["state"], one["serviceofferingname"]) for one in instances["virtualmachine"]}
    assert found == {"web-1": ("Running", "Medium Instance"), "shop-1": ("Running", "Small Instance")}
    rules = simulator.request("listFirewallRules", listall="true")[1]["listfirewallrulesresponse"]["firewallrule"]
    assert [rule["startport"] for rule in rules] == [443]
    simulator.clear_calls()
    reader.follow("networks")
    assert (reader.runs[-1].changed, simulator.writes) == (0, 0)


def test_the_inventory(reader: Follower, simulator):
    build(simulator, plan("zones=2,networks=2,instances=4"))
    reader.follow("inventory")
    shown = reader.printed[0]
    assert "@zone_zone_1:" in shown
    assert "@state_Running:" in shown
    assert "zone_2" not in shown
    assert set(re.findall(r"--(network-\S+)", shown)) == {"network-1-vm-1", "network-1-vm-2"}


def test_from_marvin(reader: Follower, simulator):
    (reader.folder / "advanced.cfg").write_text("# a comment\n" + json.dumps(ADVANCED), encoding="utf-8")
    reader.follow("from_marvin")
    tree = yaml.safe_load((reader.folder / "lab.yml").read_text(encoding="utf-8"))["zone_tree"]
    assert tree["name"] == "lab"
    assert "not-a-real-one" not in json.dumps(tree)
    assert reader.runs[1].changed
    assert simulator.writes == 0


def test_local_storage(simulator, run_playbook):
    text = (ROOT / "docs" / "guides" / "storage.md").read_text(encoding="utf-8")
    tasks = yaml.safe_load(re.search(r"```yaml\n(.*?)```", text, re.DOTALL).group(1))
    place = {"name": "zone-1", "dns1": "192.0.2.53", "internal_dns1": "10.0.0.53"}
    zone = {"name": "Have a zone", "cloudstack.cloud.zone": place}
    for changes in (2, 0):
        run = run_playbook([{"hosts": "localhost", "gather_facts": False, "tasks": [zone, *tasks]}])
        assert run.rc == 0, run.stdout + run.stderr
        assert len([task for task in run.tasks[1:] if task.changed]) == changes
    offering = simulator.request("listServiceOfferings", name="Small, local")[1]["listserviceofferingsresponse"]
    assert offering["serviceoffering"][0]["storagetype"] == "local"
