"""What an administrator makes is there once, whatever becomes of the call that makes it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from contract.catalogue import declared, load
from contract.samples import administration, tenants
from contract.test_contract import prepare
from contract.world import Tasks

SAMPLES: dict[str, dict[str, Any]] = {
    name: sample
    for name, sample in {**administration.SAMPLES, **tenants.SAMPLES}.items()
    if "create" in sample and "absent" in declared()[name].state_choices()
}
PASSING = ("event", "job")
"""Records of what happened, not of what there is."""


def held(tasks: Tasks) -> Counter[str]:
    """How many records of each kind the cloud has."""
    kinds = tasks.simulator.dump()["kinds"]
    return Counter({kind: len(rows) for kind, rows in kinds.items() if kind not in PASSING})


def made(tasks: Tasks, before: Counter[str]) -> dict[str, int]:
    """How many records of each kind there are more than before."""
    after = held(tasks)
    return {kind: after[kind] - before[kind] for kind in {*after, *before} if after[kind] != before[kind]}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_creation_that_is_cut_off_is_taken_up(tasks: Tasks, name: str) -> None:
    sample, resource = SAMPLES[name], declared()[name]
    prepare(tasks, sample)
    options = dict(sample["create"])
    gone = {**options, **(sample.get("absent", {"state": "absent"}) or {})}
    before = held(tasks)
    tasks.run(name, options)
    whole = made(tasks, before)
    for fault in ("close_before", "close_after", "530"):
        tasks.run(name, gone)
        before = held(tasks)
        tasks.simulator.faults.add(fault, resource.create)
        if fault == "530":
            with pytest.raises(load("errors").CloudError):
                tasks.run(name, options)
            assert made(tasks, before) == {}, "what was refused was not made"
        assert tasks.run(name, options)["changed"], fault
        assert tasks.simulator.faults.waiting() == [], "the fault never struck"
        assert made(tasks, before) == whole, fault
        again = tasks.run(name, options)
        assert (again["changed"], tasks.writes) == (False, 0), fault
