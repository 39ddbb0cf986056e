"""The playbook `rolling_update` updates hosts one after the other, and is taken up where it stopped."""

from __future__ import annotations

import json
import sys
import threading
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cloudstack_simulator.populate import build, plan
from helpers.machine import Machine
from helpers.owners import of_a_project
from helpers.runs import well

pytestmark = pytest.mark.playbook
BOOK = "cloudstack.cloud.rolling_update"
PLAN = "What will be done is shown"


@pytest.fixture
def names(simulator: Any) -> list[str]:
    """The names of the hosts of a zone with three of them and six instances of a project."""
    build(simulator, plan("zones=1,hosts=3,networks=1,instances=6"))
    of_a_project(simulator, simulator.store.all("virtualmachine"))
    for number, host in enumerate(simulator.store.where("host", type="Routing"), start=1):
        host["name"] = f"h{number}"
    simulator.clear_calls()
    return ["h1", "h2", "h3"]


@pytest.fixture
def wanted(tmp_path: Any) -> dict[str, Any]:
    """An update that notes where it was done, and fails on one host as long as a file says so."""
    folder = tmp_path / "updated"
    folder.mkdir()
    tasks = [
        {
            "name": "No host is spoilt",
            "ansible.builtin.fail": {"msg": "the disk is full"},
            "when": f"('{folder}/spoilt-' ~ rolling_update_host.name) is file",
        },
        {
            "name": "The host is updated",
            "ansible.builtin.copy": {"content": "done", "dest": f"{folder}/{{{{ rolling_update_host.name }}}}"},
        },
    ]
    looks = [
        {
            "name": "The update is there",
            "ansible.builtin.stat": {"path": f"{folder}/{{{{ rolling_update_host.name }}}}"},
        }
    ]
    for name, content in (("update.yml", tasks), ("verify.yml", looks)):
        (tmp_path / name).write_text(yaml.safe_dump(content), encoding="utf-8")
    return {
        "rolling_update_zone": "zone-1",
        "rolling_update_tasks": "update.yml",
        "rolling_update_verify_tasks": str(tmp_path / "verify.yml"),
        "rolling_update_done": f"{{{{ ('{folder}/' ~ rolling_update_host.name) is file }}}}",
        "rolling_update_timeout": 20,
        "ansible_connection": "local",
        "ansible_python_interpreter": sys.executable,
    }


def states(simulator: Any) -> dict[str, str]:
    return {host["name"]: host["resourcestate"] for host in simulator.store.where("host", type="Routing")}


def test_hosts_are_updated_and_a_run_that_failed_is_taken_up(names, wanted, simulator, run_playbook, tmp_path):
    folder = tmp_path / "updated"
    told = well(run_playbook(BOOK, wanted, check=True, diff=True))
    assert simulator.writes == 0
    assert told.task(PLAN).result["msg"]["one_after_the_other"] == names
    assert [one.host for one in told.named("The host is updated")] == names
    assert not list(folder.iterdir())

    (folder / "spoilt-h2").touch()
    failed = run_playbook(BOOK, wanted)
    assert failed.rc == 2
    assert "h2: No host is spoilt: the disk is full No further host is begun." in failed.failures[-1].msg
    assert states(simulator) == {"h1": "Enabled", "h2": "Maintenance", "h3": "Enabled"}
    assert [one["entityname"] for one in simulator.store.all("annotation")] == ["h2"]
    assert sorted(path.name for path in folder.iterdir()) == ["h1", "spoilt-h2"]

    (folder / "spoilt-h2").unlink()
    simulator.store.first("host", name="h3")["resourcestate"] = "Maintenance"
    taken_up = well(run_playbook(BOOK, wanted))
    assert taken_up.task(PLAN).result["msg"] == {
        "one_after_the_other": ["h2"],
        "done": ["h1"],
        "left_alone": ["h3: it is Maintenance, and no rolling update has done that."],
    }
    assert states(simulator) == {"h1": "Enabled", "h2": "Enabled", "h3": "Maintenance"}
    simulator.store.first("host", name="h3")["resourcestate"] = "Enabled"
    well(run_playbook(BOOK, wanted))
    assert set(states(simulator).values()) == {"Enabled"}
    assert simulator.store.all("annotation") == []
    assert sorted(path.name for path in folder.iterdir()) == names
    simulator.clear_calls()
    again = well(run_playbook(BOOK, wanted))
    assert (again.changed, simulator.writes) == (0, 0)


def test_what_cannot_be_is_said_before_anything_is_done(names, wanted, simulator, run_playbook, tmp_path):
    crowded = run_playbook(BOOK, {**wanted, "rolling_update_serial": 3})
    assert (crowded.rc, simulator.writes) == (2, 0)
    assert "h1, h2, h3: cluster cluster-1: no room for " in crowded.failures[-1].result["results"][0]["msg"]
    relative = run_playbook(BOOK, {**wanted, "rolling_update_tasks": "none.yml"})
    assert (relative.rc, simulator.writes) == (2, 0)
    assert f"Files that are not there: {tmp_path.resolve() / 'none.yml'}." in relative.failures[-1].msg


def test_a_host_that_cannot_be_emptied_is_back_in_service_without_a_remark(names, wanted, simulator, run_playbook):
    run = run_playbook(BOOK, {**wanted, "rolling_update_serial": 3, "rolling_update_force": True})
    assert run.rc == 2
    assert "Still on h3: " in run.failures[-1].msg
    away = sorted(name for name, state in states(simulator).items() if state != "Enabled")
    assert "h3" not in away
    assert sorted(one["entityname"] for one in simulator.store.all("annotation")) == away


def test_a_machine_that_is_lost_ends_the_run(names, wanted, simulator, run_playbook, tmp_path):
    here = f"ansible_connection=local ansible_python_interpreter={sys.executable}"
    lines = [f"h1 {here}", "h2 ansible_host=127.0.0.1 ansible_port=1", f"h3 {here}"]
    (tmp_path / "hosts.ini").write_text("\n".join(lines), encoding="utf-8")
    asked = {key: value for key, value in wanted.items() if not key.startswith("ansible_")}
    run = run_playbook(BOOK, {**asked, "rolling_update_serial": 2}, options=("-i", str(tmp_path / "hosts.ini")))
    assert run.rc != 0
    assert run.failures[-1].msg == (
        "h2: it could not be reached, and no further host is begun. See to it and run the playbook again."
    )
    assert states(simulator) == {"h1": "Enabled", "h2": "Maintenance", "h3": "Enabled"}
    assert [path.name for path in (tmp_path / "updated").iterdir()] == ["h1"]


BOOT = "/proc/sys/kernel/random/boot_id"
AGENT = "/usr/local/bin/agent"
SERVICE = """\
#!/bin/sh
echo $$ > /run/agent.pid
exec sleep infinity
"""
SHUTDOWN = """\
#!/bin/sh
# Stands for the kernel: the service ends, nobody is reached for a while, and the service starts in another boot.
echo "$*" >> /var/log/shutdown
setsid sh -c '
  sleep 0.3; touch {off}; kill "$(cat /run/agent.pid)"; sleep 2
  cat {following} > /boot-id; setsid {agent} & sleep 0.2; rm {off}
' > /dev/null 2>&1 < /dev/null &
"""


class Booted:
    """A machine that a reboot takes away for two seconds. The simulated cloud sees its agent go and come.

    :ivar off: a file that is there while the machine is off.
    :ivar seen: the states that the cloud showed of the host.
    """

    def __init__(self, folder: Path, simulator: Any, name: str) -> None:
        shared = folder / "shared"
        shared.mkdir(parents=True)
        self.machine = Machine(name, folder / "machine", shared)
        self.off = shared / "off"
        following = shared / "next"
        following.write_text(f"{uuid.uuid4()}\n", encoding="utf-8")
        self.machine.write("/boot-id", f"{uuid.uuid4()}\n")
        self.machine.run("mount", "--bind", "/boot-id", BOOT)
        shutdown = SHUTDOWN.format(off=self.off, following=following, agent=AGENT)
        self.machine.write("/usr/sbin/shutdown", shutdown, 0o755)
        self.machine.write(AGENT, SERVICE, 0o755)
        self.machine.run("sh", "-c", f"setsid {AGENT} > /dev/null 2>&1 < /dev/null &")
        self.seen: list[str] = []
        self._simulator, self._name, self._ended = simulator, name, threading.Event()
        self._watch = threading.Thread(target=self._tell, daemon=True)
        self._watch.start()

    def _tell(self) -> None:
        """Have the cloud lose the agent when the machine goes, and find it a second after it came."""
        while not self._ended.wait(1.0 if self.seen[-1:] == ["Disconnected"] else 0.05):
            state = "Disconnected" if self.off.exists() else "Up"
            if [state] != self.seen[-1:]:
                self.seen.append(state)
                self._simulator.store.first("host", name=self._name)["state"] = state

    def end(self) -> None:
        """End what was started."""
        self._ended.set()
        self._watch.join()
        self.machine.end()


@pytest.fixture
def booted(names: list[str], simulator: Any, tmp_path: Path) -> Iterator[Booted]:
    """The machine of the host h1, in a cloud of KVM."""
    for kind in ("host", "virtualmachine"):
        for row in simulator.store.all(kind):
            row["hypervisor"] = "KVM"
    for row in simulator.store.all("cluster"):
        row["hypervisortype"] = "KVM"
    made = Booted(tmp_path / "booted", simulator, names[0])
    try:
        yield made
    finally:
        made.end()


def test_a_machine_is_started_anew_before_it_serves_again(booted, simulator, run_playbook, tmp_path):
    before = booted.machine.read(BOOT), booted.machine.read("/run/agent.pid")
    way = {
        "ansible_connection": "machine",
        "ansible_python_interpreter": "/usr/bin/python3",
        "ansible_user": "root",
        "machine_inside": json.dumps(booted.machine.inside),
        "machine_away": str(booted.off),
    }
    inventory = {"all": {"hosts": {"h1": way}}}
    (tmp_path / "hosts.yml").write_text(yaml.safe_dump(inventory), encoding="utf-8")
    asked = {"rolling_update_zone": "zone-1", "rolling_update_hosts": ["h1"], "rolling_update_timeout": 60}
    plugins = {"ANSIBLE_CONNECTION_PLUGINS": str(Path(__file__).with_name("connection"))}
    run = well(run_playbook(BOOK, asked, options=("-i", str(tmp_path / "hosts.yml")), env=plugins))
    assert run.task("The machine is started anew").result["rebooted"] is True
    assert booted.machine.read("/var/log/shutdown").startswith("-r 0 ")
    after = booted.machine.read(BOOT), booted.machine.read("/run/agent.pid")
    assert all(new and new != old for new, old in zip(after, before, strict=True))
    assert booted.seen == ["Up", "Disconnected", "Up"]
    assert set(states(simulator).values()) == {"Enabled"}
    assert simulator.store.all("annotation") == []
