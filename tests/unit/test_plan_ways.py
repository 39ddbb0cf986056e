"""Several ways of creation, changes that lead to another state, riders, lists that grow and shrink, refused changes."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import OptionError
from ansible_collections.cloudstack.cloud.plugins.module_utils.lifecycle import GONE, Step
from ansible_collections.cloudstack.cloud.plugins.module_utils.plan import plan
from ansible_collections.cloudstack.cloud.plugins.module_utils.resolve import Given
from ansible_collections.cloudstack.cloud.plugins.module_utils.spec import (
    Field,
    Flag,
    Knob,
    Lifecycle,
    Listing,
    Move,
    Number,
    Resource,
    Via,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.task import Plan, Task

SIZE = Via("resizeDisk")


def _smaller(held: Any, wanted: Any, options: Any) -> str:
    return "would shrink" if wanted < held and not options.get("shrink") else ""


DISK = Resource(
    "disk",
    list="listDisks",
    create="createDisk",
    create_when={"url": "uploadDisk"},
    update="updateDisk",
    fields=(
        Field("name", required=True),
        Field("offering", needed_to_create="createDisk"),
        Field("url", read=None),
        Field("format", fixed=True, needed_to_create="uploadDisk", only_in=("uploadDisk",)),
        Number("size", via=SIZE, only_in=("createDisk",), guard=_smaller),
        Flag("open", only_in=("createDisk",)),
        Field("sort", fixed=True, create_default="plain", only_in=("createDisk",)),
        Field("host", late=True, via=Via("plugDisk", needs=("Free",), reaches="Held")),
        Number("slot", steers=True, rides=True, via=Via("plugDisk")),
        Listing("zones", compare="contains", via=Via("copyDisk")),
        Listing("users", via=Via("shareDisk", adds={"op": "add"}, removes={"op": "remove"})),
        Knob("shrink", default=False, rides=True, via=SIZE),
        Knob("force", default=False),
    ),
    lifecycle=Lifecycle(
        read="place",
        shows="",
        initial="Free",
        goals={"present": ("Free", "Held"), "free": ("Free",), "absent": (GONE,)},
        detour_option="force",
        moves=(
            Move("Held", "Free", "unplugDisk", final=True),
            Move("Free", GONE, "deleteDisk"),
            Move("Held", GONE, "deleteDisk", when="force", first=lambda record: [Step("unplugDisk")]),
        ),
    ),
)
HELD = {"id": "1", "name": "d", "size": 4, "zones": ["a"], "users": ["x", "y"], "place": "Held", "host": "h1"}


def planned(current: dict[str, Any] | None, **params: Any) -> Plan:
    options = {"name": "d", "state": "present", "shrink": False, **params}
    wanted = {name: Given(options[name], options[name]) for name in options if name in DISK.field_names}
    knobs = {field.name for field in DISK.fields if field.steers}
    kept = {name: value for name, value in wanted.items() if name not in knobs}
    return plan(DISK, current, Task(options, kept, label="d"))


def sent(made: Plan) -> list[tuple[str, dict[str, Any]]]:
    return [(step.command, dict(step.params)) for step in made.steps]


@pytest.mark.parametrize(
    ("options", "steps"),
    [
        pytest.param(
            {"offering": "big", "size": 4, "open": True},
            [("createDisk", {"name": "d", "offering": "big", "size": 4, "open": True, "sort": "plain"})],
            id="the usual way has its defaults",
        ),
        pytest.param(
            {"url": "http://x", "format": "raw", "open": True, "size": 4},
            [
                ("uploadDisk", {"name": "d", "url": "http://x", "format": "raw"}),
                ("updateDisk", {"open": True}),
                ("resizeDisk", {"size": 4, "shrink": False}),
            ],
            id="what another way does not take comes after it",
        ),
        pytest.param(
            {"offering": "big", "host": "h1", "slot": 3},
            [
                ("createDisk", {"name": "d", "offering": "big", "sort": "plain"}),
                ("plugDisk", {"host": "h1", "slot": 3}),
            ],
            id="riders go with their command",
        ),
        pytest.param(
            {"offering": "big", "slot": 3},
            [("createDisk", {"name": "d", "offering": "big", "sort": "plain"})],
            id="riders do not go alone",
        ),
    ],
)
def test_creation(options: dict[str, Any], steps: list[tuple[str, dict[str, Any]]]) -> None:
    assert sent(planned(None, **options)) == steps


@pytest.mark.parametrize(
    ("options", "option", "message"),
    [
        ({}, "offering", "offering is needed to create the disk 'd'"),
        ({"url": "http://x"}, "format", "format is needed to create the disk 'd'"),
        (
            {"url": "http://x", "format": "raw", "sort": "odd"},
            "sort",
            "sort: a disk that is made with url cannot have it",
        ),
    ],
)
def test_creation_is_refused(options: dict[str, Any], option: str, message: str) -> None:
    with pytest.raises(OptionError, match=message) as caught:
        planned(None, **options)
    assert caught.value.option == option


@pytest.mark.parametrize(
    ("options", "steps"),
    [
        ({"size": 8}, [("resizeDisk", {"size": 8, "shrink": False})]),
        ({"size": 2, "shrink": True}, [("resizeDisk", {"size": 2, "shrink": True})]),
        ({"zones": ["a", "b"]}, [("copyDisk", {"zones": ["b"]})]),
        ({"zones": ["a"]}, []),
        (
            {"users": ["y", "z"]},
            [("shareDisk", {"op": "add", "users": ["z"]}), ("shareDisk", {"op": "remove", "users": ["x"]})],
        ),
        ({"users": []}, [("shareDisk", {"op": "remove", "users": ["x", "y"]})]),
        ({"host": "h1", "slot": 3}, []),
        ({"host": "h2", "force": True}, [("unplugDisk", {}), ("plugDisk", {"host": "h2"})]),
        ({"state": "free"}, [("unplugDisk", {})]),
    ],
)
def test_changes(options: dict[str, Any], steps: list[tuple[str, dict[str, Any]]]) -> None:
    assert sent(planned(HELD, **options)) == steps


def test_a_change_can_be_refused_before_it_is_sent() -> None:
    with pytest.raises(OptionError, match="size: 'd' would shrink"):
        planned(HELD, size=2)


def test_the_option_that_opens_a_way_is_named() -> None:
    with pytest.raises(OptionError, match=r"no way leads from there to gone\. Set force=true to open one\."):
        planned(HELD, state="absent")
    assert sent(planned(HELD, state="absent", force=True)) == [("unplugDisk", {}), ("deleteDisk", {})]
