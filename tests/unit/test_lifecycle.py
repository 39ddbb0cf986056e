"""The graph of states: shortest ways, ways that an option opens, and none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ansible_collections.cloudstack.cloud.plugins.module_utils.lifecycle import (
    GONE,
    Lifecycle,
    Move,
    Step,
    allocated,
    running,
    steps_for,
)

LIFE = Lifecycle(
    read="state",
    shows="state",
    initial="On",
    goals={},
    transient={"Starting": "On"},
    words={"On": "enabled"},
    moves=(
        Move("On", "Off", "stop"),
        Move("Off", "On", "start"),
        Move("On", "Quiet", "quiet"),
        Move("Quiet", GONE, "remove"),
        Move("On", GONE, "removeByForce", {"forced": True}, when="force"),
    ),
)


@pytest.mark.parametrize(
    ("start", "goals", "options", "way"),
    [
        ("On", ("On",), {}, []),
        ("On", ("Off", "On"), {}, []),
        ("On", ("Off",), {}, ["stop"]),
        ("Off", ("Off", GONE), {}, []),
        ("On", (GONE,), {}, ["quiet", "remove"]),
        ("On", (GONE,), {"force": False}, ["quiet", "remove"]),
        ("On", (GONE,), {"force": True}, ["removeByForce"]),
        ("Off", (GONE,), {}, ["start", "quiet", "remove"]),
        ("Off", (GONE,), {"force": True}, ["start", "removeByForce"]),
        ("On", ("Off", GONE), {"force": True}, ["stop"]),
        ("Quiet", ("On",), {}, None),
        ("Elsewhere", ("On",), {}, None),
        ("On", ("Nowhere",), {}, None),
        ("On", (), {}, None),
    ],
)
def test_way(start: str, goals: tuple[str, ...], options: dict[str, bool], way: list[str] | None) -> None:
    found = LIFE.way(start, goals, options)
    assert (found if found is None else [move.command for move in found]) == way


@pytest.mark.parametrize(
    ("record", "state"),
    [(None, GONE), ({}, "On"), ({"state": "Off"}, "Off"), ({"state": "Starting"}, "On"), ({"state": None}, "On")],
)
def test_state_of_a_record(record: dict[str, str] | None, state: str) -> None:
    assert LIFE.state_of(record) == state


def test_states_are_shown_in_the_words_of_the_option() -> None:
    assert LIFE.word("On") == "enabled"
    assert LIFE.word("Off") == "Off"


def test_the_steps_of_a_move_carry_its_options_and_what_comes_first() -> None:
    first = Step("prepare", {"id": "e1"}, {}, "prepare")
    move = Move(
        "On", GONE, "remove", {"a": 1}, options={"forced": "force", "clean": "clean"}, first=lambda record: [first]
    )
    steps = steps_for(move, {"id": "1"}, {"force": False, "clean": None})
    assert steps == [first, Step("remove", {"a": 1, "forced": False}, {"id": "id"}, "delete", GONE)]
    assert steps_for(Move("On", "Off", "stop"), {}, {}) == [Step("stop", {}, {"id": "id"}, "move", "Off")]


STATES = some.sampled_from("ABCDEF")


@given(some.lists(some.tuples(STATES, STATES), max_size=15), STATES, some.lists(STATES, min_size=1, max_size=2))
def test_a_way_is_shortest_and_visits_no_state_twice(
    edges: list[tuple[str, str]], start: str, goals: list[str]
) -> None:
    life = Lifecycle("state", "state", tuple(Move(source, target, f"{source}{target}") for source, target in edges), {})
    distance = {start: 0}
    for round_number in range(6):
        for source, target in edges:
            if distance.get(source) == round_number:
                distance.setdefault(target, round_number + 1)
    reachable = [distance[goal] for goal in goals if goal in distance]
    way = life.way(start, goals, {})
    if not reachable:
        assert way is None
        return
    assert way is not None
    assert len(way) == min(reachable)
    visited = [start, *(move.target for move in way)]
    assert len(set(visited)) == len(visited)
    assert [move.source for move in way] == visited[:-1]
    assert visited[-1] in goals


DOORS = Lifecycle(
    read="state",
    shows="state",
    goals={},
    moves=(
        Move("On", "Quiet", "quiet"),
        Move("Quiet", "Sealed", "seal", when="seal"),
        Move("Sealed", GONE, "remove", when="force"),
    ),
)


@pytest.mark.parametrize(
    ("options", "goals", "closed"),
    [
        ({}, (GONE,), ["force", "seal"]),
        ({"seal": True}, (GONE,), ["force"]),
        ({"seal": True, "force": True}, (GONE,), []),
        ({"seal": False}, ("Sealed",), ["seal"]),
        ({}, ("Quiet",), []),
        ({}, ("Nowhere",), []),
    ],
)
def test_the_options_that_would_open_a_way_are_told(
    options: dict[str, bool], goals: tuple[str, ...], closed: list[str]
) -> None:
    assert DOORS.closed("On", goals, options) == closed


def test_a_place_is_closed_by_its_update_command_and_can_be_made_closed() -> None:
    life = allocated("Pod")
    closing = life.way("Enabled", life.goals["disabled"], {}) or []
    assert [(move.command, move.params) for move in closing] == [("updatePod", {"allocationstate": "Disabled"})]
    assert {move.source for move in life.moves if move.target == GONE} == {"Enabled", "Disabled"}
    assert life.create_with == {"Disabled": {"allocationstate": "Disabled"}}


def test_a_place_that_is_made_closed_needs_no_word_at_its_creation() -> None:
    assert allocated("Zone", initial="Disabled").create_with == {}


@pytest.mark.parametrize(("passing", "settled"), [("Migrating", "Running"), ("Stopping", "Stopped")])
def test_a_machine_on_its_way_counts_as_where_it_goes(passing: str, settled: str) -> None:
    assert running(()).state_of({"state": passing}) == settled


def test_a_machine_may_have_more_states_than_on_and_off() -> None:
    assert list(running(()).goals) == ["started", "stopped"]
    assert running((), goals={"absent": (GONE,)}).goals == {"absent": (GONE,)}
