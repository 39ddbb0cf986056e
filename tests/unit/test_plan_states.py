"""Plans that move a thing from one state to another, and changes that need a state."""

from __future__ import annotations

from typing import Any

import pytest
from planned import POOL, planned, record, sent

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import OptionError

SCALE = ("scaleThing", {"speed": 2})
RENAME = ("updateThing", {"size": 6})

STATES = [
    pytest.param("On", {"state": "started"}, [], "On", id="already there"),
    pytest.param("Off", {"state": "present"}, [], "Off", id="either will do"),
    pytest.param("Off", {"state": "started"}, ["startThing"], "On", id="one move"),
    pytest.param("Starting", {"state": "started"}, [], "On", id="on its way"),
    pytest.param("Starting", {"state": "stopped"}, ["stopThing"], "Off", id="on its way to somewhere else"),
    pytest.param("On", {"size": 6, "state": "stopped"}, [RENAME, "stopThing"], "Off", id="update, then move"),
    pytest.param("Off", {"speed": 2}, [SCALE], "Off", id="in the state that the change needs"),
    pytest.param("On", {"speed": 2, "force": True}, ["stopThing", SCALE, "startThing"], "On", id="there and back"),
    pytest.param(
        "On", {"speed": 2, "force": True, "state": "started"}, ["stopThing", SCALE, "startThing"], "On", id="and wanted"
    ),
    pytest.param(
        "On", {"speed": 2, "force": True, "state": "present"}, ["stopThing", SCALE, "startThing"], "On", id="as it was"
    ),
    pytest.param("On", {"speed": 2, "state": "stopped"}, ["stopThing", SCALE], "Off", id="on the way: no force"),
    pytest.param("Off", {"speed": 2, "state": "started"}, [SCALE, "startThing"], "On", id="before leaving: no force"),
    pytest.param("Dead", {"state": "present"}, ["reviveThing"], "Off", id="revived"),
    pytest.param("Dead", {"state": "started"}, ["reviveThing", "startThing"], "On", id="revived and started"),
    pytest.param("Dead", {"size": 6, "state": "stopped"}, ["reviveThing", RENAME], "Off", id="revived, then updated"),
    pytest.param(
        "Dead", {"speed": 2, "state": "started"}, ["reviveThing", SCALE, "startThing"], "On", id="revived and changed"
    ),
    pytest.param("On", {"state": "restarted"}, ["rebootThing"], "On", id="an action"),
    pytest.param("On", {"state": "restarted", "clean": True}, [("rebootThing", {"cleanly": True})], "On", id="+option"),
    pytest.param("Off", {"state": "restarted"}, ["startThing"], "On", id="an action from elsewhere is a move"),
    pytest.param(
        "On", {"size": 6, "state": "restarted"}, [RENAME, "rebootThing"], "On", id="an action after the update"
    ),
    pytest.param("Off", {"state": "restored"}, ["restoreThing"], "Off", id="an action from anywhere"),
    pytest.param(
        "On", {"state": "restored", "seal": "new"}, [("restoreThing", {"seal": "new"})], "On", id="takes a fixed field"
    ),
]


@pytest.mark.parametrize(("state", "options", "steps", "final"), STATES)
def test_states(state: str, options: dict[str, Any], steps: list[Any], final: str) -> None:
    made = planned(record(state=state, speed=1), **options)
    assert sent(made.steps) == steps
    assert made.changed is bool(steps)
    if steps:
        assert made.after["state"] == final


@pytest.mark.parametrize("options", [{"speed": 2}, {"speed": 2, "state": "started"}, {"speed": 2, "state": "present"}])
def test_a_detour_must_be_allowed(options: dict[str, Any]) -> None:
    with pytest.raises(OptionError) as caught:
        planned(record(speed=1), **options)
    assert caught.value.option == "speed"
    assert caught.value.message.startswith("speed: the server takes this change only in another state, and 'a' is On.")
    assert "force=true" in caught.value.message


def test_no_change_needs_no_detour() -> None:
    assert planned(record(speed=2), speed=2, state="started").steps == ()


def test_states_with_an_option_and_words_of_their_own() -> None:
    up = {"id": "p1", "name": "a", "status": "Up"}
    made = planned(up, POOL, allocation_state="maintenance", state="present")
    assert sent(made.steps) == ["enableMaintenance"]
    assert made.before == {"name": "a", "allocation_state": "enabled"}
    assert made.after == {"name": "a", "allocation_state": "maintenance"}
    assert planned(up, POOL, state="present").steps == ()


def test_a_state_that_cannot_be_reached_names_the_option() -> None:
    with pytest.raises(
        OptionError, match="allocation_state: 'a' is Broken, and no way leads from there to Up"
    ) as caught:
        planned({"id": "p1", "name": "a", "status": "Broken"}, POOL, allocation_state="enabled")
    assert caught.value.option == "allocation_state"


def test_the_steps_of_a_move_say_where_they_lead() -> None:
    made = planned(record(speed=1), speed=2, force=True)
    assert [(step.kind, step.reaches) for step in made.steps] == [("move", "Off"), ("update", ""), ("move", "On")]
    assert made.entailed >= {"place"}
