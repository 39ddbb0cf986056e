"""What is made of backups: instances and single disks; and disks that go with their instance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from cloudstack_simulator.jobs import AfterPolls
from contract.catalogue import load
from contract.samples import ZONE
from contract.test_contract import run_as_told
from contract.world import Tasks


@pytest.fixture(autouse=True)
def _as_before(tasks: Tasks) -> Iterator[None]:
    yield
    tasks.simulator.jobs.policy = AfterPolls(1)
    tasks.simulator.faults.clear()


BACKUP = {**ZONE, "name": "before", "vm": "web-3"}
DISK = {"name": "ledger", "disk_offering": "Custom", "size": 3}


@pytest.fixture
def backed_up(tasks: Tasks) -> Tasks:
    """The instance web-3 with a data disk, and a backup of both."""
    tasks.run("instance", {**ZONE, "name": "web-3", "data_disks": [DISK]})
    tasks.run("backup", BACKUP)
    return tasks


def commands(tasks: Tasks) -> list[str]:
    return [call.command for call in tasks.simulator.calls[-tasks.calls :] if call.write]


def disks_of(tasks: Tasks, vm: str) -> list[str]:
    return [disk["name"] for disk in tasks.info("volume", {**ZONE, "vm": vm, "type": "DATADISK"})]


def test_an_instance_is_made_of_a_backup(backed_up: Tasks) -> None:
    copy = {**ZONE, "name": "copy-1", "backup": "before", "tags": [{"key": "is", "value": "copy"}]}
    made = run_as_told(backed_up, "instance", copy)
    assert (made["service_offering"], made["state"]) == ("Small Instance", "Running")
    assert disks_of(backed_up, "copy-1") == ["RestoredVol-ledger"]
    backed_up.run("backup", {**BACKUP, "state": "absent"})
    assert not backed_up.run("instance", copy)["changed"]


def test_what_a_backup_cannot_give_is_refused(backed_up: Tasks) -> None:
    errors = load("errors")
    copy = {**ZONE, "name": "copy-1", "backup": "before"}
    backed_up.run("volume_snapshot", {**ZONE, "name": "root", "vm": "web-1", "volume_type": "ROOT"})
    with pytest.raises(errors.OptionError, match=r"^snapshot: an instance that is made with backup cannot have it"):
        backed_up.run("instance", {**copy, "snapshot": "root"})
    with pytest.raises(errors.NotFound, match="there is no backup 'after'"):
        backed_up.run("instance", {**copy, "backup": "after"}, check=True)
    with pytest.raises(errors.OptionError, match="service_offering or backup is needed"):
        backed_up.run("instance", {**ZONE, "name": "copy-1"}, check=True)
    assert backed_up.writes == 0


def test_a_lost_answer_makes_no_second_copy(backed_up: Tasks) -> None:
    backed_up.simulator.faults.add("close_after", "createVMFromBackup")
    copy = {**ZONE, "name": "copy-1", "backup": "before"}
    assert backed_up.run("instance", copy)["changed"]
    assert commands(backed_up).count("createVMFromBackup") == 1
    assert not backed_up.run("instance", copy)["changed"]


@pytest.mark.parametrize("by_id", [False, True])
def test_one_disk_is_brought_back_for_another_instance(backed_up: Tasks, by_id: bool) -> None:
    (volumes,) = [one["volumes"] for one in backed_up.info("backup", {"vm": "web-3"})]
    ledger = next(disk for disk in volumes if disk["type"] == "DATADISK")
    assert ledger["size"] == 3 * 1024**3
    options = {**BACKUP, "state": "restored", "volume": ledger["id"] if by_id else "ledger", "attach_to": "web-1"}
    told = backed_up.run("backup", options, check=True)
    assert (told["changed"], backed_up.writes) == (True, 0)
    done = backed_up.run("backup", options)
    assert told["diff"] == done["diff"]
    assert commands(backed_up) == ["restoreVolumeFromBackupAndAttachToVM"]
    assert "RestoredVol-ledger" in disks_of(backed_up, "web-1")


@pytest.mark.parametrize(("wrong", "option"), [({"volume": "ledger"}, "attach_to"), ({"attach_to": "web-1"}, "volume")])
def test_a_disk_is_restored_for_an_instance(tasks: Tasks, wrong: dict[str, Any], option: str) -> None:
    errors = load("errors")
    with pytest.raises(errors.OptionError, match=f"^{option} is needed with") as caught:
        tasks.run("backup", {**BACKUP, "state": "restored", **wrong})
    assert (caught.value.failure["option"], tasks.calls) == (option, 0)


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("backup", {**BACKUP, "name": "never", "state": "restored"}),
        ("instance_snapshot", {**ZONE, "vm": "web-1", "name": "never", "state": "revert"}),
        ("volume_snapshot", {**ZONE, "volume": "web-data", "name": "never", "state": "revert"}),
        ("volume_snapshot", {**ZONE, "volume": "web-data", "name": "never", "state": "extracted"}),
    ],
    ids=["backup", "instance_snapshot", "volume_snapshot", "extracted"],
)
def test_what_does_not_exist_is_not_made_to_go_back_to_it(tasks: Tasks, kind: str, options: dict[str, Any]) -> None:
    errors = load("errors")
    for check in (True, False):
        with pytest.raises(errors.NotFound, match=r"there is no .* 'never'"):
            tasks.run(kind, options, check=check)
        assert tasks.writes == 0


@pytest.mark.parametrize("state", ["destroyed", "expunged"])
def test_named_disks_go_with_their_instance(tasks: Tasks, state: str) -> None:
    web = {**ZONE, "name": "web-1"}
    tasks.run("instance", {**web, "data_disks": [DISK, {"name": "kept", "disk_offering": "Small"}]})
    gone = {**web, "state": state, "delete_data_disks": ["ledger", "another"]}
    told = run_as_told(tasks, "instance", gone)
    assert told["diff"]["before"]["delete_data_disks"] == ["ledger"]
    assert "delete_data_disks" not in told["diff"]["after"]
    left = [disk["name"] for disk in tasks.info("volume", ZONE)]
    assert "kept" in left
    assert "ledger" not in left


def test_what_was_destroyed_before_is_expunged_with_its_disks(tasks: Tasks) -> None:
    web = {**ZONE, "name": "web-1"}
    tasks.run("instance", {**web, "data_disks": [DISK]})
    tasks.run("instance", {**web, "state": "destroyed"})
    run_as_told(tasks, "instance", {**web, "state": "expunged", "delete_data_disks": ["ledger"]})
    assert "ledger" not in [disk["name"] for disk in tasks.info("volume", ZONE)]


def begin_another(tasks: Tasks) -> str:
    """Begin a backup as a run does that is cut off then; gives its job."""
    instance = tasks.client.list("listVirtualMachines", {"name": "web-3"})[0]
    answer = tasks.client.call("createBackup", {"name": BACKUP["name"], "virtualmachineid": instance["id"]})
    return str(answer["jobid"])


def held(tasks: Tasks) -> list[str]:
    return [one["id"] for one in tasks.info("backup", {"vm": "web-3"})]


def test_a_backup_that_a_cut_run_began_is_taken_up(tasks: Tasks) -> None:
    tasks.simulator.jobs.policy = AfterPolls(3)
    begin_another(tasks)
    assert held(tasks) == []
    done = tasks.run("backup", BACKUP)
    assert (done["changed"], commands(tasks), [done["id"]]) == (False, [], held(tasks))


@pytest.mark.parametrize("kind", ["close_before", "close_after", "503"])
def test_a_lost_answer_makes_no_second_backup(tasks: Tasks, kind: str) -> None:
    tasks.simulator.jobs.policy = AfterPolls(3)
    tasks.simulator.faults.add(kind, "createBackup")
    assert tasks.run("backup", BACKUP)["changed"]
    assert len(held(tasks)) == 1


def test_two_backups_that_begin_at_the_same_moment_are_told(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows whose is whose, so neither is removed."""
    jobs = load("jobs")
    join = jobs.join

    def late(*given: Any) -> bool:
        found: bool = join(*given)
        begin_another(tasks)
        return found

    monkeypatch.setattr(jobs, "join", late)
    with pytest.raises(load("errors").Ambiguous, match="2 backups answer to 'before'") as caught:
        tasks.run("backup", BACKUP)
    assert all(ident in str(caught.value) for ident in held(tasks))
    assert len(held(tasks)) == 2
