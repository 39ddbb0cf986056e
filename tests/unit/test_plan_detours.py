"""Changes that need a state the thing is not in: allowed or not, made live, or left to take effect later."""

from __future__ import annotations

from typing import Any

import pytest
from planned import planned

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import OptionError
from ansible_collections.cloudstack.cloud.plugins.module_utils.spec import (
    Action,
    Field,
    Knob,
    Lifecycle,
    Move,
    Number,
    Resource,
    Via,
)

POWER = Resource(
    "device",
    list="listDevices",
    update="updateDevice",
    fields=(
        Field("name", required=True),
        Field("notes", settles=("Off",)),
        Number("size", via=Via("resize", needs=("Off",), live="grow", live_when=lambda held, wanted: held["hot"])),
        Number("cores", via=Via("work", needs=("Off",), along=lambda held, sent: {"size": held["size"]})),
        Field("place", tacit=True, via=Via("move")),
        Knob("restart", "str"),
    ),
    lifecycle=Lifecycle(
        read="state",
        shows="state",
        goals={
            "present": ("On", "Off"),
            "on": ("On",),
            "off": ("Off",),
            "through": ("Sealed",),
            "reset": ("On", "Off"),
        },
        detour_option="restart",
        moves=(
            Move("Off", "On", "start", options={"place": "place"}),
            Move("On", "Off", "stop"),
            Move("Off", "Sealed", "seal"),
        ),
    ),
    actions=(Action("reset", "resetDevice", needs=("Off",)),),
)


def powered(task: dict[str, Any], **more: Any) -> Any:
    held = {"id": "d1", "name": "a", "state": "On", "size": 1, "cores": 1, "hot": False, **more}
    return planned(held, POWER, **task)


@pytest.mark.parametrize(
    ("task", "held", "commands", "detours"),
    [
        ({"size": 2, "restart": "allowed"}, {}, ["stop", "resize", "start"], ("size",)),
        ({"size": 2}, {"hot": True}, ["grow"], ()),
        ({"size": 2, "restart": "never"}, {"state": "Off"}, ["resize"], ()),
        ({"notes": "n", "restart": "never"}, {}, ["updateDevice"], ("notes",)),
        ({"notes": "n", "restart": "auto"}, {}, ["stop", "updateDevice", "start"], ("notes",)),
        ({"notes": "n", "restart": "never", "state": "off"}, {}, ["updateDevice", "stop"], ()),
        ({"size": 2, "restart": "never", "state": "through"}, {}, ["stop", "resize", "seal"], ()),
        ({"notes": "n", "restart": "auto"}, {"state": "Off"}, ["updateDevice"], ()),
        ({"notes": "n", "size": 2, "restart": "allowed"}, {}, ["updateDevice", "stop", "resize", "start"], ("size",)),
        ({"state": "reset", "restart": "allowed"}, {}, ["stop", "resetDevice", "start"], ("name",)),
        ({"state": "reset"}, {"state": "Off"}, ["resetDevice"], ()),
        ({"place": "x"}, {}, [], ()),
        ({"place": "x"}, {"place": "y"}, ["move"], ()),
        ({"place": "x", "state": "on"}, {"state": "Off"}, ["start"], ()),
        ({"cores": 2, "restart": "allowed"}, {}, ["stop", "work", "start"], ("cores",)),
    ],
)
def test_detours(task: dict[str, Any], held: dict[str, Any], commands: list[str], detours: tuple[str, ...]) -> None:
    made = powered(task, **held)
    assert [step.command for step in made.steps] == commands
    assert made.detours == detours


def test_what_goes_along_is_sent() -> None:
    assert dict(powered({"cores": 2, "restart": "allowed"}).steps[1].params) == {"cores": 2, "size": 1}
    assert dict(powered({"place": "x", "state": "on"}, state="Off").steps[0].params) == {"place": "x"}


def test_a_detour_that_is_not_allowed_names_what_needs_it() -> None:
    with pytest.raises(OptionError, match=r"size: .*Set restart=allowed") as caught:
        powered({"size": 2, "notes": "n", "restart": "never"})
    assert caught.value.failure["restart_required_for"] == ["size"]
