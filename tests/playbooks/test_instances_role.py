"""The role `instances` and the demo: up, again, known to later plays, cut off, down, down again."""

from __future__ import annotations

import stat
import subprocess
import sys

import pytest
import yaml

from helpers.collection import ROOT
from helpers.guest import Guest
from helpers.zones import QUICK

pytestmark = pytest.mark.playbook

PLAYBOOK = "cloudstack.cloud.instances"
ROLE = "cloudstack.cloud.instances"
OWNED = ("virtualmachine", "network", "sshkeypair", "portforwardingrule", "firewallrule", "nic", "tag")
KEY = "BEGIN RSA PRIVATE KEY"
LATER = [
    {
        "name": "Use the instances",
        "hosts": "webservers:databases",
        "gather_facts": False,
        "tasks": [{"name": "Tell", "ansible.builtin.debug": {"msg": "{{ ansible_host }}:{{ ansible_port }}"}}],
    }
]


def counts(simulator) -> dict[str, int]:
    stored = simulator.dump()["kinds"]
    found = {kind: len(stored.get(kind, [])) for kind in OWNED}
    acquired = [one for one in stored["publicipaddress"] if one.get("state") == "Allocated" and not one.get("issystem")]
    return {**found, "publicipaddress": len(acquired)}


@pytest.fixture
def variables(tmp_path):
    """The example, with the private key where the test can look at it."""
    found = yaml.safe_load((ROOT / "examples" / "instances" / "web.yml").read_text(encoding="utf-8"))
    found["instances_key_pair"]["private_key_file"] = "web.key"
    return found


@pytest.fixture
def zone(simulator, run_playbook):
    """The zone of the example."""
    tree = yaml.safe_load((ROOT / "examples" / "zones" / "advanced.yml").read_text(encoding="utf-8"))
    built = run_playbook("cloudstack.cloud.zone", {**tree, **QUICK})
    assert built.rc == 0, built.stdout + built.stderr
    simulator.clear_calls()
    return simulator


def test_a_fleet_goes_up_and_down(zone, run_playbook, variables, tmp_path):
    empty = counts(zone)
    checked = run_playbook(PLAYBOOK, variables, check=True)
    assert (checked.rc, zone.writes) == (0, 0), checked.stdout + checked.stderr
    told = checked.task(f"{ROLE} : Tell what would follow in parts that are not there yet").result["msg"]
    assert {"instance web-01", "public address web", "firewall rules of public address db"} <= set(told)

    play = [{"name": "Have the fleet", "import_playbook": PLAYBOOK}, *LATER]
    up = run_playbook(play, variables, options=["-vv"])
    assert up.rc == 0, up.stdout + up.stderr
    assert {task.host: task.msg for task in up.named("Tell")} == {
        one["name"]: f"{one['host']}:{one['port']}"
        for one in up.task(f"{ROLE} : Say where the instances answer").result["ansible_facts"]["instances_result"][
            "instances"
        ]
    }
    assert {task.host for task in up.named("Tell")} == {"web-01", "web-02", "db-01"}
    key = tmp_path / "web.key"
    assert KEY in key.read_text(encoding="utf-8")
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert KEY not in up.stdout + up.stderr
    full = counts(zone)
    assert (full["virtualmachine"], full["portforwardingrule"]) == (3, 3)

    zone.clear_calls()
    again = run_playbook(PLAYBOOK, variables)
    assert (again.rc, again.changed, zone.writes) == (0, 0, 0), again.stdout + again.stderr

    down = run_playbook(PLAYBOOK, {**variables, "instances_state": "absent"})
    assert down.rc == 0, down.stdout + down.stderr
    assert counts(zone) == empty
    zone.clear_calls()
    gone = run_playbook(PLAYBOOK, {**variables, "instances_state": "absent"})
    assert (gone.rc, gone.changed, zone.writes) == (0, 0, 0), gone.stdout + gone.stderr


def test_a_run_that_was_cut_off_is_completed_by_the_next(zone, run_playbook, variables):
    state = zone.dump()
    assert run_playbook(PLAYBOOK, variables).rc == 0
    whole = counts(zone)
    zone.load(state)
    for command, nth in (("deployVirtualMachine", 2), ("createTags", 1), ("createPortForwardingRule", 2)):
        zone.faults.add("530", command, nth)
        assert run_playbook(PLAYBOOK, variables).rc != 0
        assert len(zone.faults) == 0
    last = run_playbook(PLAYBOOK, variables)
    assert last.rc == 0, last.stdout + last.stderr
    assert counts(zone) == whole


def test_recoverable_instances_keep_their_network(zone, run_playbook, variables):
    small = {**variables, "instances_fleet": [{"name": "web-01"}], "instances_public_addresses": []}
    assert run_playbook(PLAYBOOK, small).rc == 0
    down = run_playbook(PLAYBOOK, {**small, "instances_state": "absent", "instances_expunge": False})
    assert down.rc == 0, down.stdout + down.stderr
    stored = zone.dump()["kinds"]
    assert [one["state"] for one in stored["virtualmachine"]] == ["Destroyed"]
    assert [one["name"] for one in stored["network"] if one["name"] == "web"] == ["web"]


def test_the_example_of_a_shop(zone, run_playbook, tmp_path):
    """Its guests are this machine, with a file for a disk and stand-ins for what needs a kernel."""
    guest = Guest(tmp_path / "guest")
    shop = yaml.safe_load((ROOT / "examples" / "instances" / "shop.yml").read_text(encoding="utf-8"))
    shop["instances_fleet"][1]["data_disks"][0].update(mount=str(guest.place), device=str(guest.disk))
    local = {"ansible_connection": "local", "instances_guest_become": False, "instances__fstab": str(guest.fstab)}
    shop.update(local, instances_wait_for_ssh=False)
    there = {"env": {"PATH": guest.path, "PWD": str(ROOT)}}
    assert run_playbook(PLAYBOOK, shop, **there).rc == 0
    assert (len(guest.waited()), guest.mounted()) == (3, [str(guest.place)])
    shop["instances_profile"]["service_offering"] = "Medium Instance"
    shop["instances_fleet"][0]["count"] = 1
    changed = run_playbook(PLAYBOOK, shop, **there)
    assert changed.rc == 0, changed.stdout + changed.stderr
    stored = zone.dump()["kinds"]
    names = {one["id"]: one["name"] for one in stored["serviceoffering"]}
    sizes = {one["name"]: names[one["serviceofferingid"]] for one in stored["virtualmachine"]}
    assert sizes == {"app-1": "Medium Instance", "db-1": "Medium Instance"}
    kept = ["app-1-before-change-1", "db-1-before-change-1", "db-1-data-before-change-1"]
    assert sorted(one["name"] for one in stored["snapshot"]) == kept
    zone.clear_calls()
    again = run_playbook(PLAYBOOK, shop, **there)
    assert (again.rc, again.changed, zone.writes) == (0, 0, 0), again.stdout + again.stderr


def test_an_unknown_zone_is_one_clear_error(simulator, run_playbook, variables):
    run = run_playbook(PLAYBOOK, {**variables, "instances_zone": "nowhere", "instances_key_pair": {"name": "k"}})
    assert run.rc == 2
    assert [task.msg for task in run.failures if task.result.get("failure")] == [run.failures[0].msg]
    assert "there is no zone 'nowhere'" in run.failures[0].msg


def test_the_demo_keeps_its_promise():
    shown = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "demo.py")], capture_output=True, encoding="utf-8", check=False
    )
    assert shown.returncode == 0, shown.stdout + shown.stderr
    assert "ZONE demo (Advanced) is Enabled" in shown.stdout
    assert "INSTANCE web-1 at" in shown.stdout
    assert "0 writes, 0 changed tasks" in shown.stdout.splitlines()[-1]
