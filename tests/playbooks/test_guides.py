"""What the guides show is run as it stands there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import OptionError
from ansible_collections.cloudstack.cloud.plugins.module_utils.settings import settings
from cloudstack_simulator.jobs import AtOnce
from cloudstack_simulator.populate import build, plan
from helpers.certificates import OF_THE_LATE_CENTURY
from helpers.collection import ROOT
from helpers.guides import ELSEWHERE, Reader
from helpers.marvin import ADVANCED
from helpers.zones import QUICK

pytestmark = pytest.mark.playbook

HERE = {"ansible_connection": "local", "ansible_python_interpreter": sys.executable}
"""Machines that are this one."""


@pytest.fixture
def reader(tmp_path: Path, cloud_env: dict[str, str], run_playbook) -> Reader:
    """Somebody who sits in a clone of the collection."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return Reader(tmp_path, cloud_env, run_playbook)


def test_getting_started(reader: Reader, cloud):
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
    targets = next(iter(ELSEWHERE)).split()[1:]
    assert subprocess.run(["make", "-n", *targets], cwd=ROOT, capture_output=True, check=False).returncode == 0
    assert {name for name in reader.told if name.startswith("CLOUDSTACK_")} == set(cloud.environment)
    simulator = next(line for line in (ROOT / "Makefile").read_text().splitlines() if "--port" in line)
    key, secret = reader.told["CLOUDSTACK_KEY"], reader.told["CLOUDSTACK_SECRET"]
    assert simulator.endswith(f"--port 8096 --api-key {key} --secret-key {secret}")
    assert reader.told["CLOUDSTACK_ENDPOINT"] == "http://127.0.0.1:8096/client/api"


def test_what_tenants_do(reader: Reader, simulator):
    """The plays of the guides for those who use a cloud; all of it done again changes nothing but the sizes."""
    build(simulator, plan("zones=1"))
    reader.follow("instances", "networks", "tenancy", "from_terraform")
    assert all(run.changed for run in reader.runs)
    instances = simulator.request("listVirtualMachines", listall="true")[1]["listvirtualmachinesresponse"]
    found = {one["name"]: (one["state"], one["serviceofferingname"]) for one in instances["virtualmachine"]}
    assert found == {"web-1": ("Running", "Medium Instance"), "shop-1": ("Running", "Small Instance")}
    rules = simulator.request("listFirewallRules", listall="true")[1]["listfirewallrulesresponse"]["firewallrule"]
    assert [rule["startport"] for rule in rules] == [443]
    simulator.clear_calls()
    reader.follow("networks")
    assert (reader.runs[-1].changed, simulator.writes) == (0, 0)


def test_the_inventory(reader: Reader, simulator):
    build(simulator, plan("zones=2,networks=2,instances=4"))
    reader.follow("inventory")
    shown = reader.printed[0]
    assert "@zone_zone_1:" in shown
    assert "@state_Running:" in shown
    assert "zone_2" not in shown
    assert set(re.findall(r"--(network-\S+)", shown)) == {"network-1-vm-1", "network-1-vm-2"}


def test_from_marvin(reader: Reader, simulator):
    (reader.folder / "advanced.cfg").write_text("# a comment\n" + json.dumps(ADVANCED), encoding="utf-8")
    reader.follow("from_marvin")
    tree = yaml.safe_load((reader.folder / "lab.yml").read_text(encoding="utf-8"))["zone_tree"]
    assert tree["name"] == "lab"
    assert "not-a-real-one" not in json.dumps(tree)
    assert reader.runs[1].changed
    assert simulator.writes == 0


def test_local_storage(reader: Reader, simulator):
    reader.follow("storage", "storage")
    assert [run.changed for run in reader.runs] == [2, 0]
    offering = simulator.request("listServiceOfferings", name="Small, local")[1]["listserviceofferingsresponse"]
    assert offering["serviceoffering"][0]["storagetype"] == "local"


def test_zones(reader: Reader, simulator):
    reader.follow("zones", **QUICK)
    asked, done = reader.runs
    assert (asked.changed > 0, done.changed > 0) == (True, True)
    assert simulator.store.first("zone")["allocationstate"] == "Enabled"


def test_ad_hoc_commands(reader: Reader, simulator):
    reader.follow("ad_hoc")
    said = reader.printed
    writes = [call.command for call in simulator.calls if call.command.endswith("Domain")]
    assert writes == ["createDomain", "updateDomain", "deleteDomain"]
    assert said[0] == "ok: [localhost]\n  (nothing)\n"
    assert "Small Instance" in said[1]
    assert re.search(r"^  cloudstackversion +4\.23\.", said[6], re.MULTILINE)
    assert all(re.search(r"^  created    domain", text, re.MULTILINE) for text in said[2:4])
    assert "network_domain: (nothing) → trial.example.com" in said[4]
    assert said[5] == "ok: [localhost]\n"
    assert "  removed    domain" in said[7]
    assert not any("PLAY" in text or "TASK" in text for text in said)
    files = {"CLOUDSTACK_CONFIG": str(reader.folder / "cloudstack.ini"), "CLOUDSTACK_VERIFY": str(reader.folder)}
    told = settings({}, files)
    assert (told.url, told.secret) == ("https://cloud.example.com/client/api", "the secret key of the same user")
    with pytest.raises(OptionError, match=r"no file or folder '/etc/ssl/lab-authority\.pem'"):
        settings({"api_profile": "lab"}, files)


@pytest.fixture
def running(simulator: Any) -> Any:
    """A cloud that is in use: two storages, instances on three hosts, and three things that nobody uses."""
    build(simulator, plan("zones=1,hosts=3,networks=1,instances=4"))
    simulator.jobs.policy = AtOnce()
    hosts = simulator.store.where("host", type="Routing")
    for number, host in enumerate(hosts, start=1):
        host["name"] = f"kvm-{number}"
    zone = simulator.store.first("zone")["id"]
    simulator.store.first("storagepool")["name"] = "old-1"
    offering = simulator.store.first("diskoffering", name="Small")["id"]
    place = {"zoneid": zone, "name": "new-1", "url": "nfs://192.0.2.2/primary", "scope": "zone"}
    made = [("createStoragePool", {**place, "hypervisor": "Simulator"})]
    made += [
        ("createVolume", {"name": f"idle-{number}", "zoneid": zone, "diskofferingid": offering}) for number in "12"
    ]
    made += [("associateIpAddress", {"networkid": simulator.store.first("network", name="network-1")["id"]})]
    for command, params in made:
        status, body = simulator.request(command, **params)
        assert status == 200, body
    simulator.clear_calls()
    return simulator


def test_a_picture(reader: Reader, running: Any):
    reader.follow("topology")
    assert "kvm-1" in (reader.folder / "cloud.html").read_text(encoding="utf-8")
    assert (reader.folder / "cloud.md").read_text(encoding="utf-8").startswith("flowchart LR\n")
    assert running.writes == 0


def test_day_two(reader: Reader, running: Any, tmp_path: Path):
    """All of its commands, one after the other, on one cloud."""
    (tmp_path / "update.yml").write_text("- name: Update\n  ansible.builtin.debug:\n", encoding="utf-8")
    (tmp_path / "host.crt").write_text(OF_THE_LATE_CENTURY, encoding="utf-8")
    certificates = {"hypervisors": ["Simulator"], "file": str(tmp_path / "host.crt"), "become": False}
    reader.follow("day_two#How full it is", "day_two#What has changed since it was written down")
    reader.follow("day_two#Hosts out of service, and back")
    reader.follow("day_two#Hosts updated, some at a time", **HERE)
    reader.follow(
        "day_two#Certificates of hosts", **HERE, **{f"certificates_{key}": one for key, one in certificates.items()}
    )
    reader.follow("day_two#Primary storage emptied, out of service, and back", "day_two#System VMs and routers")
    reader.follow("day_two#Templates and ISOs")
    reader.follow("day_two#What nobody uses", housekeeping_now="2099-01-01T00:00:00+0000")
    reader.follow("day_two#A whole zone shut down, and started again")
    assert {path.name for path in tmp_path.glob("*.html")} == {"capacity.html", "drift.html", "certificates.html"}
