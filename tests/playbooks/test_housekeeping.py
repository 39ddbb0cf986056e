"""The playbook `housekeeping` lists what nobody uses, and removes it once its number was given."""

from __future__ import annotations

from typing import Any

import pytest

from cloudstack_simulator.populate import build, plan

pytestmark = pytest.mark.playbook
BOOK = "cloudstack.cloud.housekeeping"
LATER = {"housekeeping_now": "2099-01-01T00:00:00+0000"}
PLACE = {"zone": "zone-1"}


@pytest.fixture(autouse=True)
def _cloud(simulator: Any, run_playbook: Any) -> None:
    """Beside what is used: a disk, an address and a snapshot that nobody uses, and a disk that is to be kept."""
    build(simulator, plan("zones=1,hosts=2,networks=1,instances=1"))
    disk = {**PLACE, "disk_offering": "Small"}
    made = [
        {"volume": {**disk, "name": "idle"}},
        {"volume": {**disk, "name": "kept", "tags": [{"key": "keep", "value": "yes"}]}},
        {"ip_address": {**PLACE, "network": "network-1"}},
    ]
    tasks = [{"cloudstack.cloud.converge": {"resources": made}}]
    run = run_playbook([{"hosts": "localhost", "gather_facts": False, "tasks": tasks}])
    assert run.rc == 0, run.stdout + run.stderr
    simulator.clear_calls()


def test_what_nobody_uses_is_listed_and_goes_when_its_number_is_given(run_playbook, simulator):
    listed = run_playbook(BOOK, LATER)
    assert (listed.rc, listed.changed, simulator.writes) == (0, 0, 0), listed.stdout + listed.stderr
    told = listed.task("What nobody uses is listed").result["msg"]
    assert [line.split(" of ")[0].rsplit(" ", 1)[0] for line in told] == ["ip address", "volume", "2"]
    wrong = run_playbook(BOOK, {**LATER, "housekeeping_confirm": 3})
    assert (wrong.rc, simulator.writes) == (2, 0)
    assert "housekeeping_confirm is 3, and 2 things are listed" in wrong.failures[0].msg
    check = run_playbook(BOOK, {**LATER, "housekeeping_confirm": 2}, check=True, diff=True)
    assert (check.rc, check.changed, simulator.writes) == (0, 1, 0), check.stdout + check.stderr
    done = run_playbook(BOOK, {**LATER, "housekeeping_confirm": 2}, diff=True)
    assert (done.rc, done.changed) == (0, 1), done.stdout + done.stderr
    assert done.task("What nobody uses is gone").diff == check.task("What nobody uses is gone").diff
    assert [one["name"] for one in simulator.store.where("volume", type="DATADISK")] == ["kept"]
    again = run_playbook(BOOK, LATER)
    assert again.task("What nobody uses is listed").result["msg"] == ["0 things"]


@pytest.mark.parametrize(
    ("more", "count"),
    [({}, 0), ({**LATER, "housekeeping_kinds": ["volume"]}, 1), ({**LATER, "housekeeping_keep": "-"}, 3)],
)
def test_what_counts_can_be_narrowed(more, count, run_playbook):
    listed = run_playbook(BOOK, more)
    assert listed.task("What nobody uses is listed").result["msg"][-1] == f"{count} things"


def test_a_kind_that_cannot_be_looked_for_is_named(run_playbook):
    run = run_playbook(BOOK, {"housekeeping_kinds": ["instance"]})
    assert (
        "housekeeping_kinds is instance: give some of volume, ip_address, volume_snapshot, event."
        in run.failures[0].msg
    )


def test_old_events_are_put_away(run_playbook, simulator):
    old = {**LATER, "housekeeping_kinds": ["event"]}
    listed = run_playbook(BOOK, old)
    (told, number) = listed.task("What nobody uses is listed").result["msg"]
    assert (told.endswith("events of admin in ROOT: they are from before 2098-07-05."), number) == (True, "1 things")
    done = run_playbook(BOOK, {**old, "housekeeping_confirm": 1})
    assert (done.rc, done.changed) == (0, 1), done.stdout + done.stderr
    assert run_playbook(BOOK, old).task("What nobody uses is listed").result["msg"] == ["0 things"]
