"""What a re-run that changes nothing may cost: calls, not seconds, for calls do not depend on the machine."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.clouds import RERUN, bring_up_entries, bring_up_tasks

if TYPE_CHECKING:
    from conftest import PlaybookRunner

    from cloudstack_simulator import Simulator

MOST_CALLS = 30
MOST_CALLS_TOGETHER = 25

pytestmark = pytest.mark.playbook


def together() -> list[dict[str, Any]]:
    """The bring-up as a play of one converge task."""
    converge = {"name": "All", "cloudstack.cloud.converge": {"resources": bring_up_entries()}}
    return [{"hosts": "localhost", "gather_facts": False, "tasks": [converge]}]


def told(simulator: Simulator) -> str:
    """The calls so far, the most frequent first."""
    return str(Counter(call.command for call in simulator.calls).most_common())


def test_the_bring_up_has_nineteen_tasks() -> None:
    assert len(bring_up_tasks()) == 19


def test_a_second_run_of_the_bring_up_writes_nothing_and_asks_little(
    simulator: Simulator, run_playbook: PlaybookRunner
) -> None:
    first = run_playbook(RERUN)
    assert (first.rc, first.changed) == (0, 19), first.stdout + first.stderr
    simulator.clear_calls()

    second = run_playbook(RERUN)
    assert (second.rc, second.changed) == (0, 0), second.stdout + second.stderr
    assert simulator.writes == 0
    assert len(simulator.calls) <= MOST_CALLS, told(simulator)

    simulator.clear_calls()
    run = run_playbook(together())
    assert (run.rc, run.changed) == (0, 0), run.stdout + run.stderr
    assert simulator.writes == 0
    assert len(simulator.calls) <= MOST_CALLS_TOGETHER, told(simulator)
