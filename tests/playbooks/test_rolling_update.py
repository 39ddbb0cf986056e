"""The playbook `rolling_update` updates hosts one after the other, and is taken up where it stopped."""

from __future__ import annotations

import sys
from typing import Any

import pytest
import yaml

from cloudstack_simulator.populate import build, plan
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
        "rolling_update_tasks": str(tmp_path / "update.yml"),
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


def test_what_cannot_be_is_said_before_anything_is_done(names, wanted, simulator, run_playbook):
    crowded = run_playbook(BOOK, {**wanted, "rolling_update_serial": 3})
    assert (crowded.rc, simulator.writes) == (2, 0)
    assert "h1, h2, h3: cluster cluster-1: no room for " in crowded.failures[-1].result["results"][0]["msg"]
    relative = run_playbook(BOOK, {**wanted, "rolling_update_tasks": "update.yml"})
    assert (relative.rc, simulator.writes) == (2, 0)
    assert "Files that are not there: update.yml; give whole paths." in relative.failures[-1].msg


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
