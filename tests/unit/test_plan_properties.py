"""What holds of every plan, whatever is there and whatever is wanted."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as some
from planned import planned

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import OptionError
from ansible_collections.cloudstack.cloud.plugins.module_utils.task import Plan

WORD = some.sampled_from(["a", "b", "c"])
NUMBER = some.integers(1, 3)
TAGS = some.dictionaries(WORD, WORD, max_size=3)
HELD = some.fixed_dictionaries(
    {"id": some.just("t1"), "name": some.just("a"), "state": some.sampled_from(["On", "Off", "Dead", "Starting"])},
    optional={
        "title": WORD,
        "size": NUMBER.map(str),
        "kind": some.sampled_from(["Basic", "ADVANCED"]),
        "note": WORD,
        "ispublic": some.sampled_from([True, False, "true", "false"]),
        "details": some.dictionaries(WORD, WORD, min_size=1, max_size=3),
        "groups": some.lists(WORD, min_size=1, unique=True).map(",".join),
        "start": WORD,
        "end": WORD,
        "speed": NUMBER,
        "cores": NUMBER,
        "owner": WORD,
        "disc": WORD,
        "seal": WORD,
        "tags": TAGS.map(lambda tags: [{"key": key, "value": value} for key, value in tags.items()]),
    },
)
OPTIONS = some.fixed_dictionaries(
    {},
    optional={
        "title": WORD,
        "size": NUMBER,
        "kind": some.sampled_from(["Basic", "Advanced"]),
        "note": some.sampled_from(["a", "b", ""]),
        "public": some.booleans(),
        "details": some.dictionaries(WORD, WORD, min_size=1, max_size=2),
        "groups": some.lists(WORD, unique=True),
        "start": WORD,
        "end": WORD,
        "speed": NUMBER,
        "owner": WORD,
        "disc": some.sampled_from(["a", "b", ""]),
        "seal": WORD,
        "force": some.booleans(),
        "force_recreate": some.booleans(),
        "tags": TAGS.map(lambda tags: [{"key": key, "value": value} for key, value in tags.items()]),
        "state": some.sampled_from(["present", "started", "stopped", "buried", "absent"]),
    },
)
WIRE_NAMES = {"public": "ispublic"}


def record_of(after: dict[str, Any]) -> dict[str, Any] | None:
    """The record that the server holds when a plan has kept its word; None when the thing is gone."""
    if not after:
        return None
    return {"id": "t1", **{WIRE_NAMES.get(name, name): value for name, value in after.items()}}


def plan_or_refusal(current: dict[str, Any] | None, options: dict[str, Any]) -> Plan:
    try:
        return planned(current, **options)
    except OptionError:
        assume(False)
        raise


@settings(max_examples=100)
@given(HELD, OPTIONS)
def test_planning_again_from_what_was_foretold_gives_nothing_to_do(
    held: dict[str, Any], options: dict[str, Any]
) -> None:
    made = plan_or_refusal(held, options)
    again = planned(record_of(dict(made.after)), **options)
    assert again.steps == ()
    assert again.before == again.after


@settings(max_examples=100)
@given(HELD, OPTIONS)
def test_a_plan_without_steps_foretells_no_change_and_one_with_steps_does(
    held: dict[str, Any], options: dict[str, Any]
) -> None:
    made = plan_or_refusal(held, options)
    if made.steps:
        assert made.before != made.after or {step.kind for step in made.steps} & {"move", "create"}
    else:
        assert made.before == {**made.after, "state": made.before["state"]}


@settings(max_examples=100)
@given(HELD, OPTIONS)
def test_what_was_not_asked_for_stays_as_it_is(held: dict[str, Any], options: dict[str, Any]) -> None:
    made = plan_or_refusal(held, options)
    assume(made.after and not any(step.kind == "create" for step in made.steps))
    untouched = {name for name in made.before if name not in options and name != "state"}
    assert {name: made.after.get(name) for name in untouched} == {name: made.before[name] for name in untouched}


@settings(max_examples=100)
@given(OPTIONS)
def test_a_creation_is_complete(options: dict[str, Any]) -> None:
    assume(options.get("state") not in ("absent", "buried"))
    wanted = {**options, "size": 2}
    made = planned(None, **wanted)
    assert made.before == {}
    again = planned(record_of(dict(made.after)), **wanted)
    assert again.steps == ()
