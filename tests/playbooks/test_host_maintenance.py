"""The playbook `host_maintenance` drains hosts where there is room, and brings them back."""

from __future__ import annotations

from typing import Any

import pytest

from cloudstack_simulator.populate import build, plan
from helpers.owners import of_a_project

pytestmark = pytest.mark.playbook
BOOK = "cloudstack.cloud.host_maintenance"


def states(simulator: Any) -> list[str]:
    return [host["resourcestate"] for host in simulator.store.where("host", type="Routing")]


@pytest.fixture
def names(simulator: Any) -> list[str]:
    """The names of the hosts of a zone with three of them and six instances, all of them of a project."""
    build(simulator, plan("zones=1,hosts=3,networks=1,instances=6"))
    of_a_project(simulator, simulator.store.all("virtualmachine"))
    simulator.clear_calls()
    return [str(host["name"]) for host in simulator.store.where("host", type="Routing")]


def test_hosts_are_drained_and_come_back(names, simulator, run_playbook):
    wanted = {"maintenance_zone": "zone-1", "maintenance_hosts": names[:2]}
    told = run_playbook(BOOK, wanted, check=True, diff=True)
    assert (told.rc, told.changed, simulator.writes) == (0, 1, 0), told.stdout + told.stderr
    done = run_playbook(BOOK, wanted, diff=True)
    assert (done.rc, done.changed) == (0, 1), done.stdout + done.stderr
    assert states(simulator) == ["Maintenance", "Maintenance", "Enabled"]
    assert len(told.task("What moves is shown").result["msg"]) == 4
    task = "The hosts are in maintenance, one after the other"
    assert [one["diff"] for one in done.task(task).result["results"]] == [
        one["diff"] for one in told.task(task).result["results"]
    ]
    assert {one["hostid"] for one in simulator.store.all("virtualmachine")} == {
        host["id"] for host in simulator.store.where("host", name=names[2])
    }
    simulator.clear_calls()
    assert (run_playbook(BOOK, wanted).changed, simulator.writes) == (0, 0)
    back = {**wanted, "maintenance_state": "in_service"}
    assert run_playbook(BOOK, back).changed == 1
    assert states(simulator) == ["Enabled"] * 3
    simulator.clear_calls()
    assert (run_playbook(BOOK, back).changed, simulator.writes) == (0, 0)


def test_what_finds_no_room_keeps_its_host(names, simulator, run_playbook):
    wanted = {"maintenance_zone": "zone-1", "maintenance_hosts": names}
    for check in (True, False):
        run = run_playbook(BOOK, wanted, check=check)
        assert run.rc == 2
        assert "no other host, for none is Up and in service" in run.failures[-1].msg
    assert simulator.writes == 0


def test_a_host_that_cannot_be_emptied_returns_to_service(names, simulator, run_playbook):
    wanted = {"maintenance_zone": "zone-1", "maintenance_hosts": names, "maintenance_force": True}
    run = run_playbook(BOOK, wanted)
    assert run.rc == 2
    assert f"Still on {names[2]}: " in run.failures[-1].msg
    assert states(simulator) == ["Maintenance", "Maintenance", "Enabled"]
    left = run_playbook(BOOK, {**wanted, "maintenance_on_error": "leave"})
    assert left.rc == 2
    assert states(simulator)[2] == "ErrorInMaintenance"
    assert run_playbook(BOOK, {**wanted, "maintenance_state": "in_service"}).rc == 0
    assert states(simulator) == ["Enabled"] * 3


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ({"maintenance_hosts": ["no-host"]}, "the zone zone-1 has no host no-host. It has "),
        ({"maintenance_hosts": "all"}, "maintenance_hosts as a list of names"),
        ({"maintenance_state": "away"}, "maintenance_state is 'away': drained or in_service"),
    ],
)
def test_bad_input_is_named(names, spoilt, said, run_playbook):
    run = run_playbook(BOOK, {"maintenance_zone": "zone-1", "maintenance_hosts": names[:1], **spoilt})
    assert run.rc == 2
    assert said in run.failures[-1].msg
