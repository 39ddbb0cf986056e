"""Plans for what is not there yet, and for what shall not be there."""

from __future__ import annotations

from typing import Any

import pytest
from planned import GIVEN, POOL, SPAN, THING, planned, record, sent, task

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import OptionError
from ansible_collections.cloudstack.cloud.plugins.module_utils.plan import plan

BASE = {"name": "a", "title": "a", "size": 5, "kind": "Basic"}
MADE = {**BASE, "state": "On"}
TAG = {"key": "k", "value": "v"}

CREATION = [
    pytest.param({}, [("createThing", BASE)], MADE, id="defaults and fallbacks"),
    pytest.param(
        {"title": "b", "kind": "Advanced"},
        [("createThing", {**BASE, "title": "b", "kind": "Advanced"})],
        {**MADE, "title": "b", "kind": "Advanced"},
        id="given values win over defaults and fallbacks",
    ),
    pytest.param(
        {"note": "n"},
        [("createThing", BASE), ("updateThing", {"note": "n"})],
        {**MADE, "note": "n"},
        id="a late field takes an update",
    ),
    pytest.param(
        {"public": True},
        [("createThing", {**BASE, "ispublic": True})],
        {**MADE, "public": True},
        id="the create command's own parameter",
    ),
    pytest.param(
        {"owner": "me", "speed": 2},
        [("createThing", {**BASE, "owner": "me", "speed": 2})],
        {**MADE, "owner": "me", "speed": 2},
        id="a field with a command of its own is created along",
    ),
    pytest.param(
        {"note": "", "title": "", "groups": ["x"]},
        [("createThing", {"name": "a", "size": 5, "kind": "Basic", "groups": ["x"]})],
        {"name": "a", "size": 5, "kind": "Basic", "groups": ["x"], "state": "On"},
        id="nothing is cleared that is not there",
    ),
    pytest.param(
        {"password": "not-shown", "origin": "o"},
        [("createThing", {**BASE, "password": "not-shown", "origin": "o"})],
        MADE,
        id="what cannot be read is not foretold",
    ),
    pytest.param({"kept": "only selects"}, [("createThing", BASE)], MADE, id="a value that only selects"),
    pytest.param({"data": "x"}, [("createThing", {**BASE, "data": "X"})], {**MADE, "data": "x"}, id="wire form"),
    pytest.param({"clean": True, "force": True}, [("createThing", BASE)], MADE, id="what steers is not sent"),
    pytest.param(
        {"tags": [TAG]},
        [("createThing", BASE), ("createTags", {"resourcetype": "Thing", "tags": [TAG]})],
        {**MADE, "tags": [TAG]},
        id="tags",
    ),
    pytest.param({"tags": []}, [("createThing", BASE)], {**MADE, "tags": []}, id="no tags"),
    pytest.param(
        {"state": "stopped"},
        [("createThing", {**BASE, "startnow": False})],
        {**MADE, "state": "Off"},
        id="created in the state asked for",
    ),
    pytest.param({"state": "started"}, [("createThing", BASE)], MADE, id="the state that creation leads to"),
    pytest.param({"state": "restarted"}, [("createThing", BASE)], MADE, id="a new thing needs no action"),
    pytest.param(
        {"state": "stopped", "note": "n"},
        [("createThing", {**BASE, "startnow": False}), ("updateThing", {"note": "n"})],
        {**MADE, "state": "Off", "note": "n"},
        id="late field and state",
    ),
]


@pytest.mark.parametrize(("options", "steps", "after"), CREATION)
def test_creation(options: dict[str, Any], steps: list[Any], after: dict[str, Any]) -> None:
    made = planned(None, **{"size": 5, **options})
    assert sent(made.steps) == steps
    assert made.before == {}
    assert made.after == after
    assert made.changed


def test_creation_on_behalf_of_an_owner() -> None:
    made = plan(THING, None, task(THING, {"name": "a", "size": 5}, owner={"domainid": "d1", "account": "me"}))
    assert sent(made.steps) == [("createThing", {"domainid": "d1", "account": "me", **BASE})]
    assert "account" not in made.after


def test_creation_moves_on_where_the_command_cannot_say_the_state() -> None:
    made = planned(None, POOL, allocation_state="maintenance")
    assert sent(made.steps) == [("createPool", {"name": "a"}), "enableMaintenance"]
    assert made.after == {"name": "a", "allocation_state": "maintenance"}


def test_another_command_creates_from_another_option() -> None:
    assert sent(planned(None, SPAN).steps) == [("createSpan", {"name": "a"})]
    assert sent(planned(None, SPAN, key="k").steps) == [("registerSpan", {"name": "a", "key": "k"})]


@pytest.mark.parametrize("size", [None, ""])
def test_what_creation_needs_is_asked_for_by_name(size: str | None) -> None:
    with pytest.raises(OptionError, match="size is needed to create the thing 'a'") as caught:
        planned(None, size=size)
    assert caught.value.failure == {"option": "size"}


def test_what_cloudstack_makes_itself_cannot_be_created() -> None:
    with pytest.raises(OptionError, match="there is no given 'a', and CloudStack makes it itself") as caught:
        planned(None, GIVEN)
    assert caught.value.option == "name"


@pytest.mark.parametrize(
    ("resource", "current", "options", "steps"),
    [
        pytest.param(THING, None, {}, [], id="nothing there"),
        pytest.param(THING, record(state="Off"), {}, ["deleteThing"], id="one step"),
        pytest.param(THING, record(), {}, ["stopThing", "deleteThing"], id="by way of another state"),
        pytest.param(THING, record(state="Dead"), {}, ["reviveThing", "deleteThing"], id="from a lifeless state"),
        pytest.param(
            POOL,
            {"id": "p1", "name": "a", "status": "Up"},
            {"force": True},
            ["enableMaintenance", ("deletePool", {"forced": True})],
            id="through maintenance",
        ),
        pytest.param(POOL, {"id": "p1", "name": "a", "status": "Maintenance"}, {}, ["deletePool"], id="from there"),
        pytest.param(SPAN, {"id": "s1", "name": "a"}, {"length": "9"}, ["deleteSpan"], id="no lifecycle of its own"),
        pytest.param(THING, record(state="Off"), {"size": 9, "kind": "Advanced"}, ["deleteThing"], id="fields aside"),
    ],
)
def test_removal(resource: Any, current: dict[str, Any] | None, options: dict[str, Any], steps: list[Any]) -> None:
    made = planned(current, resource, state="absent", **options)
    assert sent(made.steps) == steps
    assert made.after == {}
    assert bool(made.before) is (current is not None)
    assert made.changed is bool(steps)


def test_removal_addresses_the_record_as_the_command_wants_it() -> None:
    assert planned({"id": "s1", "name": "a"}, SPAN, state="absent").steps[0].by == {"name": "name"}


def test_a_way_that_is_closed_is_told() -> None:
    with pytest.raises(OptionError, match=r"state: 'a' is Broken, and no way leads from there to gone\."):
        planned(record(state="Broken"), state="absent")


def test_half_a_removal_keeps_what_is_left() -> None:
    made = planned(record(), state="buried")
    assert sent(made.steps) == ["buryThing"]
    assert made.before == {"name": "a", "title": "a", "size": 5, "kind": "Basic", "state": "On", "tags": []}
    assert made.after == {**made.before, "state": "Dead"}
    again = planned(record(state="Dead"), state="buried")
    assert again.steps == ()
    assert again.before == again.after
