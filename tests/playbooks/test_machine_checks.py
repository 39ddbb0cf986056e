"""The playbooks `systemvm_check` and `router_check` tell what is not well, and mend it when told so."""

from __future__ import annotations

from typing import Any

import pytest

from cloudstack_simulator.populate import build, plan

pytestmark = pytest.mark.playbook


@pytest.fixture(autouse=True)
def _cloud(simulator: Any) -> None:
    """A zone with two networks, each with its router."""
    build(simulator, plan("zones=1,hosts=2,networks=2,instances=2"))
    simulator.clear_calls()


def spoil(simulator: Any, kind: str) -> None:
    """Stop one machine, and let another one do badly."""
    machines = simulator.store.all(kind)
    assert len(machines) == 2
    machines[0]["state"] = "Stopped"
    machines[0].pop("hostid", None)
    if kind == "router":
        machines[1]["requiresupgrade"] = True
    simulator.clear_calls()


@pytest.mark.parametrize("word", ["systemvm", "router"])
def test_a_cloud_that_is_well(word, run_playbook, simulator):
    run = run_playbook(f"cloudstack.cloud.{word}_check", {f"{word}_mend": True})
    assert (run.rc, run.changed, simulator.writes) == (0, 0, 0), run.stdout + run.stderr


@pytest.mark.parametrize(("word", "kind", "faults"), [("systemvm", "systemvm", 1), ("router", "router", 2)])
def test_what_is_not_well_is_told_and_mended(word, kind, faults, run_playbook, simulator):
    spoil(simulator, kind)
    book = f"cloudstack.cloud.{word}_check"
    told = run_playbook(book)
    assert (told.rc, told.changed, simulator.writes) == (2, 0, 0), told.stdout + told.stderr
    assert told.failures[-1].msg.count(" in zone-1: ") == faults
    assert run_playbook(book, {f"{word}_fail": False}).rc == 0
    check = run_playbook(book, {f"{word}_mend": True}, check=True)
    assert (check.rc, check.changed, simulator.writes) == (0, faults, 0), check.stdout + check.stderr
    done = run_playbook(book, {f"{word}_mend": True})
    assert (done.rc, done.changed) == (0, faults), done.stdout + done.stderr
    simulator.clear_calls()
    again = run_playbook(book, {f"{word}_mend": True})
    assert (again.rc, again.changed, simulator.writes) == (0, 0, 0), again.stdout + again.stderr


@pytest.mark.parametrize("word", ["systemvm", "router"])
def test_a_zone_that_does_not_exist_is_named(word, run_playbook):
    run = run_playbook(f"cloudstack.cloud.{word}_check", {f"{word}_zones": ["zone-9"]})
    assert run.rc == 2
    assert run.failures[-1].msg == f"{word}_zones: there is no zone zone-9. There are zone-1."
