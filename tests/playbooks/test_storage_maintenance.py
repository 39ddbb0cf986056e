"""The playbook `storage_maintenance` empties primary storages, takes them out of service and back."""

from __future__ import annotations

from typing import Any

import pytest

from cloudstack_simulator.populate import build, plan

pytestmark = pytest.mark.playbook
BOOK = "cloudstack.cloud.storage_maintenance"
WANTED = {"storage_zone": "zone-1", "storage_pools": ["primary-1"], "storage_to": ["primary-2"]}


@pytest.fixture(autouse=True)
def _cloud(simulator: Any, run_playbook: Any) -> None:
    """A second storage of the whole zone, and a disk of its own on the first one beside those of two instances."""
    build(simulator, plan("zones=1,hosts=2,networks=1,instances=2"))
    second = {
        "name": "primary-2",
        "zone": "zone-1",
        "scope": "zone",
        "hypervisor": "Simulator",
        "storage_url": "nfs://192.0.2.2/primary",
    }
    run = run_playbook(
        [{"hosts": "localhost", "gather_facts": False, "tasks": [{"cloudstack.cloud.storage_pool": second}]}]
    )
    assert run.rc == 0, run.stdout + run.stderr
    simulator.clear_calls()


def held(simulator: Any) -> dict[str, str]:
    """The storage of each volume, by their names."""
    names = {pool["id"]: pool["name"] for pool in simulator.store.all("storagepool")}
    return {one["name"]: names[one["storageid"]] for one in simulator.store.all("volume")}


def states(simulator: Any) -> dict[str, str]:
    return {pool["name"]: pool["state"] for pool in simulator.store.all("storagepool")}


def test_storage_is_emptied_taken_out_of_service_and_back(run_playbook, simulator):
    told = run_playbook(BOOK, WANTED, check=True, diff=True)
    assert (told.rc, told.changed, simulator.writes) == (0, 2, 0), told.stdout + told.stderr
    done = run_playbook(BOOK, WANTED, diff=True)
    assert (done.rc, done.changed) == (0, 2), done.stdout + done.stderr
    assert done.task("The volumes are elsewhere").diff == told.task("The volumes are elsewhere").diff
    assert set(held(simulator).values()) == {"primary-2"}
    simulator.clear_calls()
    assert (run_playbook(BOOK, WANTED).changed, simulator.writes) == (0, 0)
    for state, shown in (("maintenance", "Maintenance"), ("in_service", "Up")):
        assert run_playbook(BOOK, {**WANTED, "storage_state": state}).changed == 1
        assert states(simulator)["primary-1"] == shown
        simulator.clear_calls()
        assert (run_playbook(BOOK, {**WANTED, "storage_state": state}).changed, simulator.writes) == (0, 0)


def test_instances_are_not_stopped_unasked(run_playbook, simulator):
    run = run_playbook(BOOK, {**WANTED, "storage_state": "maintenance"})
    assert (run.rc, simulator.writes) == (2, 0)
    assert run.failures[0].msg.startswith("Maintenance stops network-1-vm-1, network-1-vm-2.")
    asked = run_playbook(BOOK, {**WANTED, "storage_state": "maintenance", "storage_stop_instances": True})
    assert asked.rc == 0, asked.stdout + asked.stderr
    assert states(simulator)["primary-1"] == "Maintenance"


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ({"storage_to": []}, "no storage that it reaches takes it"),
        ({"storage_to": ["primary-9"]}, "the zone zone-1 has primary-1, primary-2. Unknown: primary-9."),
        ({"storage_to": ["primary-1"]}, "Both to be emptied and to take up: primary-1."),
        ({"storage_pools": "primary-1"}, "storage_pools and storage_to as lists of names"),
        ({"storage_state": "gone"}, "storage_state is 'gone': evacuated, maintenance or in_service"),
    ],
)
def test_bad_input_is_named(spoilt, said, run_playbook, simulator):
    run = run_playbook(BOOK, {**WANTED, **spoilt})
    assert (run.rc, simulator.writes) == (2, 0)
    assert said in run.failures[0].msg
