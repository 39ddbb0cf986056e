"""Plans for what is there: only what differs is sent, and what must be sent with it."""

from __future__ import annotations

from typing import Any

import pytest
from planned import THING, planned, record, sent, task

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import FixedField, OptionError
from ansible_collections.cloudstack.cloud.plugins.module_utils.plan import plan

NONE: dict[str, Any] = {}


def tag(key: str, value: str) -> dict[str, str]:
    return {"key": key, "value": value}


def tags(command: str, *given: dict[str, str]) -> Any:
    return (command, {"resourcetype": "Thing", "tags": list(given)})


UPDATE = [
    pytest.param(NONE, {"title": "a", "size": 5, "kind": "Basic"}, [], NONE, id="all is as wanted"),
    pytest.param(NONE, NONE, [], NONE, id="nothing wanted"),
    pytest.param(NONE, {"kind": "basic"}, [], NONE, id="in another case"),
    pytest.param({"title": "t"}, NONE, [], NONE, id="a fallback is for creation only"),
    pytest.param({"kind": "Advanced"}, NONE, [], NONE, id="a default is for creation only"),
    pytest.param(NONE, {"size": 6}, [("updateThing", {"size": 6})], {"size": 6}, id="one field"),
    pytest.param(
        NONE, {"size": 6, "title": "a"}, [("updateThing", {"size": 6})], {"size": 6}, id="only the one that differs"
    ),
    pytest.param(
        NONE,
        {"size": 6, "note": "n"},
        [("updateThing", {"size": 6, "note": "n"})],
        {"size": 6, "note": "n"},
        id="two fields, one command",
    ),
    pytest.param(
        {"ispublic": False}, {"public": True}, [("updateThing", {"makepublic": True})], {"public": True}, id="own name"
    ),
    pytest.param({"ispublic": "false"}, {"public": False}, [], NONE, id="false as a word"),
    pytest.param({"data": "y"}, {"data": "x"}, [("updateThing", {"data": "X"})], {"data": "x"}, id="wire form"),
    pytest.param({"note": "n"}, {"note": ""}, [("updateThing", {"note": ""})], {"note": None}, id="cleared"),
    pytest.param(NONE, {"note": ""}, [], NONE, id="nothing to clear"),
    pytest.param(
        {"groups": "x,y"}, {"groups": []}, [("updateThing", {"groups": []})], {"groups": None}, id="list cleared"
    ),
    pytest.param({"groups": "y,x"}, {"groups": ["x", "y"]}, [], NONE, id="a list without an order"),
    pytest.param(
        {"start": "1", "end": "5"},
        {"start": "2", "end": "5"},
        [("updateThing", {"start": "2", "end": "5"})],
        {"start": "2"},
        id="together, both given",
    ),
    pytest.param(
        {"start": "1", "end": "5"},
        {"end": "6"},
        [("updateThing", {"end": "6", "start": "1"})],
        {"end": "6"},
        id="together, one given: the other as it is",
    ),
    pytest.param(
        NONE, {"size": 6, "clean": False}, [("updateThing", {"size": 6, "cleanup": False})], {"size": 6}, id="rides"
    ),
    pytest.param(NONE, {"clean": True}, [], NONE, id="what rides does not go alone"),
    pytest.param(
        {"details": {"a": "1", "b": "2"}},
        {"details": {"b": "3", "c": True}},
        [("updateThing", {"details": {"a": "1", "b": "3", "c": True}})],
        {"details": {"a": "1", "b": "3", "c": True}},
        id="a mapping keeps what the server holds",
    ),
    pytest.param({"details": {"a": "1", "b": "true"}}, {"details": {"b": True}}, [], NONE, id="a part of a mapping"),
    pytest.param(
        {"details": {"a": "1"}},
        {"details": {}},
        [("updateThing", {"cleandetails": True})],
        {"details": None},
        id="emptied",
    ),
    pytest.param(NONE, {"owner": "me"}, [("assignThing", {"owner": "me"})], {"owner": "me"}, id="own command"),
    pytest.param(
        NONE,
        {"owner": "me", "size": 6},
        [("updateThing", {"size": 6}), ("assignThing", {"owner": "me"})],
        {"owner": "me", "size": 6},
        id="own command and update",
    ),
    pytest.param({"disc": "d"}, {"disc": "e"}, [("attachDisc", {"disc": "e"})], {"disc": "e"}, id="replaced"),
    pytest.param({"disc": "d"}, {"disc": ""}, ["detachDisc"], {"disc": None}, id="cleared by a command of its own"),
    pytest.param(NONE, {"origin": "o", "password": "p"}, [], NONE, id="what cannot be read is not sent again"),
    pytest.param(
        {"tags": [tag("a", "1")]},
        {"tags": [tag("a", "1"), tag("b", "2")]},
        [tags("createTags", tag("b", "2"))],
        {"tags": [tag("a", "1"), tag("b", "2")]},
        id="tag added",
    ),
    pytest.param(
        {"tags": [tag("b", "2"), tag("a", "1")]},
        {"tags": [tag("a", "3"), tag("b", "2")]},
        [tags("deleteTags", tag("a", "1")), tags("createTags", tag("a", "3"))],
        {"tags": [tag("a", "3"), tag("b", "2")]},
        id="tag changed",
    ),
    pytest.param(
        {"tags": [tag("a", "1"), tag("b", "2")]},
        {"tags": [tag("a", "1")]},
        [tags("deleteTags", tag("b", "2"))],
        {"tags": [tag("a", "1")]},
        id="tag removed",
    ),
    pytest.param(
        {"tags": [tag("a", "1")]}, {"tags": []}, [tags("deleteTags", tag("a", "1"))], {"tags": []}, id="all removed"
    ),
    pytest.param({"tags": [tag("b", "2"), tag("a", "1")]}, {"tags": [tag("a", "1"), tag("b", "2")]}, [], NONE, id="="),
    pytest.param({"tags": [tag("a", "1")]}, NONE, [], NONE, id="tags left alone"),
]


@pytest.mark.parametrize(("current", "options", "steps", "change"), UPDATE)
def test_update(current: dict[str, Any], options: dict[str, Any], steps: list[Any], change: dict[str, Any]) -> None:
    made = planned(record(**current), **options)
    assert sent(made.steps) == steps
    assert made.changed is bool(steps)
    after = {key: value for key, value in {**made.before, **change}.items() if value is not None}
    assert made.after == after


def test_a_record_is_addressed_by_its_id_or_as_the_command_wants_it() -> None:
    made = planned(record(), size=6, owner="me", tags=[tag("a", "1")])
    assert [dict(step.by) for step in made.steps] == [{"id": "id"}, {"resourceids": "id"}, {"thingid": "id"}]


def test_before_is_in_the_words_of_the_options() -> None:
    made = planned(record(ispublic="true", groups="x,y", tags=[tag("b", "2"), tag("a", "1")]), size=6)
    assert made.before == {
        "name": "a",
        "title": "a",
        "size": 5,
        "kind": "Basic",
        "public": True,
        "groups": ["x", "y"],
        "state": "On",
        "tags": [tag("a", "1"), tag("b", "2")],
    }


def test_what_changes_along_is_on_neither_side_of_the_diff() -> None:
    made = planned(record(state="Off", speed=1, cores=2), speed=4)
    assert made.entailed == {"cores"}
    assert "cores" not in made.before
    assert "cores" not in made.after
    asked = planned(record(state="Off", speed=1, cores=2), speed=4, cores=8)
    assert asked.entailed == set()
    assert (asked.before["cores"], asked.after["cores"]) == (2, 8)


@pytest.mark.parametrize(
    ("options", "option", "held", "wanted"),
    [
        ({"kind": "Advanced"}, "kind", "Basic", "Advanced"),
        ({"kind": "Advanced", "size": 6}, "kind", "Basic", "Advanced"),
        ({"seal": "new"}, "seal", "old", "new"),
        ({"seal": "new", "force_recreate": False}, "seal", "old", "new"),
    ],
)
def test_a_fixed_field_is_refused_by_name(options: dict[str, Any], option: str, held: str, wanted: str) -> None:
    with pytest.raises(FixedField) as caught:
        planned(record(seal="old"), **options)
    message = caught.value.message
    assert message.startswith(f"{option}: the thing 'a' has '{held}' and '{wanted}' is wanted")
    assert "create it anew" in message
    assert caught.value.failure == {"option": option, "current": held, "wanted": wanted}


def test_a_fixed_field_that_holds_nothing_is_refused_too() -> None:
    with pytest.raises(FixedField, match="the thing 'a' has '' and 'new' is wanted"):
        planned(record(), seal="new")


def test_recreation_when_it_is_allowed() -> None:
    made = planned(record(seal="old"), seal="new", size=5, force_recreate=True)
    created = {"name": "a", "title": "a", "size": 5, "kind": "Basic", "seal": "new"}
    assert sent(made.steps) == ["stopThing", "deleteThing", ("createThing", created)]
    assert made.before["seal"] == "old"
    assert made.after == {**created, "state": "On", "tags": []}
    always = planned(record(state="Off", code="x"), code="y", size=5)
    assert [step.command for step in always.steps] == ["deleteThing", "createThing"]
    assert sent(planned(record(seal="old"), seal="old", force_recreate=True).steps) == []


def test_what_stays_is_there_when_the_thing_was_made_anew() -> None:
    made = planned(record(code="x", site="north", note="lost"), code="y", size=5)
    assert (made.after["site"], made.after.get("note")) == ("north", None)
    assert "site" not in made.steps[-1].params


def test_a_name_is_changed_only_where_the_id_says_which_one_is_meant() -> None:
    options = {"name": "b", "id": "t1"}
    assert plan(THING, record(), task(THING, options)).steps == ()
    made = plan(THING, record(), task(THING, options, by_id=True))
    assert sent(made.steps) == [("updateThing", {"name": "b"})]
    assert (made.before["name"], made.after["name"]) == ("a", "b")
    adopted = plan(THING, {**record(), "(adopted)": True}, task(THING, {"name": "b"}))
    assert sent(adopted.steps) == [("updateThing", {"name": "b"})]


def test_a_mapping_that_the_api_cannot_empty_is_not_said_to_be_emptied() -> None:
    with pytest.raises(OptionError, match=r"^marks: CloudStack cannot empty it"):
        planned(record(marks={"a": "1"}), marks={})
    assert planned(record(), marks={}).steps == ()
