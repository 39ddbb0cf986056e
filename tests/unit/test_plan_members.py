"""Plans for what belongs to a thing, and for values that are renewed, sent in parts or secret."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import NotFound
from ansible_collections.cloudstack.cloud.plugins.module_utils.lifecycle import GONE
from ansible_collections.cloudstack.cloud.plugins.module_utils.plan import plan
from ansible_collections.cloudstack.cloud.plugins.module_utils.resolve import Given
from ansible_collections.cloudstack.cloud.plugins.module_utils.spec import (
    Action,
    Field,
    Lifecycle,
    Membership,
    Move,
    Ref,
    Resource,
    Via,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.task import Plan, Task


def sent(made: Plan) -> list[Any]:
    """The commands of a plan with their parameters."""
    return [(step.command, dict(step.params)) for step in made.steps]


CLUB = Resource("club", list="listClubs", fields=(Field("name"),))
PERSON = Resource("person", list="listPeople", fields=(Field("name"),))
CLUB_MEMBER = Resource(
    "club_member",
    list="listClubs",
    create="addToClub",
    delete="removeFromClub",
    membership=Membership("people", lambda ids, options: {"personids": list(ids)}),
    fields=(
        Ref("name", target=CLUB, api="id", read="id", shows="name", required=True),
        Ref("people", type="list", target=PERSON, api="personids", read="ids", shows="names"),
    ),
)
THREE = {"id": "c1", "name": "club", "ids": ["2", "1"], "names": ["b", "a"]}


def members(state: str, *named: str, held: dict[str, Any] | None = THREE) -> Plan:
    keys = {"a": "1", "b": "2", "c": "3"}
    given = Given([keys[name] for name in named], list(named))
    return plan(CLUB_MEMBER, held, Task({"name": "club", "state": state}, {"people": given}, label="club"))


@pytest.mark.parametrize(
    ("state", "named", "steps", "before", "after"),
    [
        ("present", "ab", [], ["a", "b"], ["a", "b"]),
        ("present", "bc", [("addToClub", {"personids": ["3"]})], ["a", "b"], ["a", "b", "c"]),
        ("absent", "c", [], ["a", "b"], ["a", "b"]),
        ("absent", "ac", [("removeFromClub", {"personids": ["1"]})], ["a", "b"], ["b"]),
        ("absent", "ab", [("removeFromClub", {"personids": ["1", "2"]})], ["a", "b"], None),
    ],
)
def test_only_what_is_missing_is_added_and_only_what_is_there_taken(
    state: str, named: str, steps: list[Any], before: list[str], after: list[str] | None
) -> None:
    made = members(state, *named)
    assert sent(made) == steps
    assert made.before["people"] == before
    assert made.after.get("people") == after
    assert [(step.kind, step.reaches) for step in made.steps] == [
        ("delete", GONE) if after is None else ("update", "") for _step in steps
    ]


def test_nobody_is_as_good_as_nothing_there() -> None:
    made = members("present", "a", held={**THREE, "ids": [], "names": []})
    assert made.before == {}
    assert made.after["people"] == ["a"]


def test_what_is_not_there_has_no_members() -> None:
    assert not members("absent", "a", held=None).changed
    with pytest.raises(NotFound, match="name: there is no club 'club'"):
        members("present", "a", held=None)


TOY = Resource(
    "toy",
    list="listToys",
    create="createToy",
    create_params={"scheme": "Inner"},
    update="updateToy",
    delete="deleteToy",
    fields=(
        Field("name", required=True),
        Field("phrase", secret=True, read="phrase", together=("name",)),
        Field(
            "policy",
            type="dict",
            late=True,
            parts={"method": "methodname", "title": "title"},
            via=Via("createPolicy", {"toyid": "id"}, clear="deletePolicy", clear_by={"id": "policyid"}, renews=True),
        ),
    ),
)
HELD = {"id": "t1", "name": "a", "phrase": "x", "policyid": "p1", "policy": {"method": "one", "title": "t"}}


def toy(current: dict[str, Any] | None, **wanted: Any) -> Plan:
    options = {"name": "a", **wanted}
    return plan(TOY, current, Task(options, {name: Given(value, value) for name, value in options.items()}, label="a"))


@pytest.mark.parametrize(
    ("held", "policy", "steps"),
    [
        ({}, {"method": "one"}, [("createPolicy", {"methodname": "one"})]),
        (HELD, {"method": "one"}, []),
        (HELD, {"method": "two"}, [("deletePolicy", {}), ("createPolicy", {"methodname": "two", "title": "t"})]),
        (HELD, {}, [("deletePolicy", {})]),
        ({}, {}, []),
    ],
)
def test_a_value_that_is_renewed_goes_before_the_next_one_comes(
    held: dict[str, Any], policy: dict[str, str], steps: list[Any]
) -> None:
    made = toy({"id": "t1", "name": "a", **held}, policy=policy)
    assert sent(made) == steps
    assert [dict(step.by) for step in made.steps] == [
        {"id": "policyid"} if command == "deletePolicy" else {"toyid": "id"} for command, params in steps
    ]


def test_what_is_always_sent_is_sent_with_the_creation() -> None:
    made = toy(None, phrase="x", policy={"method": "one"})
    assert sent(made) == [
        ("createToy", {"scheme": "Inner", "name": "a", "phrase": "x"}),
        ("createPolicy", {"methodname": "one"}),
    ]
    assert "phrase" not in made.after


def test_a_secret_that_the_server_shows_is_compared_and_not_shown() -> None:
    assert not toy(HELD, phrase="x").changed
    made = toy(HELD, phrase="y")
    assert sent(made) == [("updateToy", {"phrase": "y", "name": "a"})]
    assert "phrase" not in {**made.before, **made.after}
    renamed = plan(TOY, HELD, Task({"name": "b"}, {"name": Given("b", "b")}, by_id=True, label="t1"))
    assert sent(renamed) == [("updateToy", {"name": "b"})]


ENGINE = Resource(
    "engine",
    list="listEngines",
    fields=(Field("name"),),
    lifecycle=Lifecycle(
        "state", "state", (Move("On", "Off", "stopEngine"), Move("Off", "On", "startEngine")), {"restarted": ("On",)}
    ),
    actions=(
        Action(
            "restarted",
            "restartEngine",
            from_states=("On",),
            needed=lambda held, options: not options.get("careful") or held["old"],
        ),
    ),
)


@pytest.mark.parametrize(
    ("state", "old", "careful", "command"),
    [
        ("On", False, False, ["restartEngine"]),
        ("On", False, True, []),
        ("On", True, True, ["restartEngine"]),
        ("Off", False, True, ["startEngine"]),
    ],
)
def test_an_action_may_happen_only_where_it_is_needed(state: str, old: bool, careful: bool, command: list[str]) -> None:
    held = {"id": "e", "name": "a", "state": state, "old": old}
    made = plan(ENGINE, held, Task({"name": "a", "state": "restarted", "careful": careful}, {}, label="a"))
    assert [step.command for step in made.steps] == command
