"""Crash at every call: whatever strikes wherever, the next run ends in the state of an undisturbed one.

All places for one kind of fault in the advanced zone, and a drawn sample of the rest. `make faults` tries everything.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from faults.portrait import portrait
from faults.trials import JOB, KILLED, KINDS, Theatre, Trial, sample, theatres

EVERYWHERE = ("the advanced zone", KILLED)
OTHERS = 60
SEED = 20260


@pytest.fixture(scope="module")
def stage() -> Iterator[dict[str, Theatre]]:
    with theatres() as found:
        yield found


def wrong(stage: dict[str, Theatre], trials: list[Trial]) -> dict[str, list[str]]:
    verdicts = [stage[trial.setting].judge(trial) for trial in trials]
    return {str(verdict.trial): verdict.wrong for verdict in verdicts if verdict.wrong}


def test_the_stories_are_as_long_as_is_said(stage: dict[str, Theatre]) -> None:
    """Fewer calls, and the tests below would try less than they seem to."""
    assert len(stage) == 3
    for theatre in stage.values():
        assert theatre.undisturbed.calls > 90
        assert theatre.undisturbed.jobs >= 10
    assert len(stage["three instances"].undisturbed.portrait["virtualmachine"]) == 3


def test_the_advanced_zone_survives_the_end_of_the_process_before_any_call(stage: dict[str, Theatre]) -> None:
    name, kind = EVERYWHERE
    trials = stage[name].trials([kind])
    assert len(trials) == stage[name].undisturbed.calls
    assert wrong(stage, trials) == {}


def test_a_sample_of_all_other_places_and_faults_is_survived(stage: dict[str, Theatre]) -> None:
    rest = [one for theatre in stage.values() for one in theatre.trials(KINDS) if (one.setting, one.kind) != EVERYWHERE]
    trials = sample(rest, OTHERS, SEED)
    assert {trial.kind for trial in trials} == set(KINDS)
    assert {trial.setting for trial in trials} == set(stage)
    assert wrong(stage, trials) == {}


def test_tags_that_a_cut_run_had_sent_may_come_late(stage: dict[str, Theatre]) -> None:
    assert wrong(stage, [Trial("three instances", KILLED, number) for number in (48, 49, 50)]) == {}


@pytest.mark.parametrize(
    "command", ["createPod", "deployVirtualMachine", "createPortForwardingRule"], ids=lambda command: command
)
def test_a_thing_too_many_is_noticed(stage: dict[str, Theatre], command: str) -> None:
    """Guards the comparison: what is made twice, or leads elsewhere, does not go by unseen."""
    theatre = stage["three instances"]
    theatre._prepare()
    theatre.setting.story(theatre.tasks)
    undisturbed, simulator = theatre._at_rest(), theatre.tasks.simulator
    assert undisturbed == theatre.undisturbed.portrait
    state = simulator.dump()
    kind = {"createPod": "pod", "deployVirtualMachine": "nic", "createPortForwardingRule": "portforwardingrule"}[
        command
    ]
    records = state["kinds"][kind]
    state["kinds"][kind] = [*records, {**records[-1], "id": "00000000-0000-4000-8000-000000000000"}]
    assert portrait(state) != undisturbed
    moved = [{**one, "virtualmachineid": state["kinds"]["virtualmachine"][-1]["id"]} for one in records]
    assert kind == "pod" or portrait({**state, "kinds": {**state["kinds"], kind: moved}}) != undisturbed


def test_jobs_that_fail_do_strike(stage: dict[str, Theatre]) -> None:
    theatre = stage["three instances"]
    assert theatre.judge(Trial(theatre.setting.name, JOB, theatre.undisturbed.jobs + 1)).wrong == [
        "the fault did not strike"
    ]
