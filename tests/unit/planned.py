"""A resource with one of everything, and tasks about it: what the planner's tests plan with."""

from __future__ import annotations

from typing import Any

from ansible_collections.cloudstack.cloud.plugins.module_utils.lifecycle import GONE, Step
from ansible_collections.cloudstack.cloud.plugins.module_utils.plan import plan
from ansible_collections.cloudstack.cloud.plugins.module_utils.resolve import Given
from ansible_collections.cloudstack.cloud.plugins.module_utils.spec import (
    Action,
    Choice,
    Field,
    Flag,
    Knob,
    Lifecycle,
    Listing,
    Map,
    Move,
    Number,
    Resource,
    Tags,
    Via,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.task import Plan, Task

THING = Resource(
    "thing",
    list="listThings",
    create="createThing",
    update="updateThing",
    tags=Tags("Thing"),
    fields=(
        Field("name", required=True),
        Field("title", falls_back_to="name"),
        Number("size", needed_to_create=True),
        Choice("kind", ("Basic", "Advanced"), fixed=True, create_default="Basic"),
        Field("note", late=True),
        Flag("public", api="ispublic", update_api="makepublic"),
        Map("details", clear="cleandetails"),
        Map("marks"),
        Listing("groups"),
        Field("start", together=("end",)),
        Field("end", together=("start",)),
        Number("speed", via=Via("scaleThing", needs=("Off",)), entails=("cores",)),
        Number("cores"),
        Field("owner", via=Via("assignThing", {"thingid": "id"})),
        Field("disc", via=Via("attachDisc", {"thingid": "id"}, clear="detachDisc")),
        Field("seal", fixed=True, recreate="force_recreate"),
        Field("code", fixed=True, recreate=True),
        Field("site", fixed=True, stays=True),
        Field("origin", read=None),
        Field("password", secret=True),
        Field("kept", unless=lambda value: value == "only selects"),
        Field("data", wire=lambda value: value.upper()),
        Knob("force", default=False),
        Knob("force_recreate", default=False),
        Knob("clean", update_api="cleanup", rides=True),
    ),
    lifecycle=Lifecycle(
        read="state",
        shows="state",
        initial="On",
        goals={
            "present": ("On", "Off"),
            "started": ("On",),
            "stopped": ("Off",),
            "restarted": ("On",),
            "buried": ("Dead", GONE),
            "absent": (GONE,),
        },
        create_with={"Off": {"startnow": False}},
        transient={"Starting": "On"},
        lifeless=("Dead",),
        entails=("place",),
        detour_option="force",
        moves=(
            Move("On", "Off", "stopThing"),
            Move("Off", "On", "startThing"),
            Move("On", "Dead", "buryThing"),
            Move("Off", "Dead", "buryThing"),
            Move("Dead", "Off", "reviveThing"),
            Move("Off", GONE, "deleteThing"),
        ),
    ),
    actions=(
        Action("restarted", "rebootThing", from_states=("On",), options={"cleanly": "clean"}),
        Action("restored", "restoreThing", {"thingid": "id"}, takes=("origin", "seal")),
    ),
)

POOL = Resource(
    "pool",
    list="listPools",
    create="createPool",
    update="updatePool",
    fields=(Field("name", required=True), Knob("force", default=False)),
    lifecycle=Lifecycle(
        read="status",
        shows="allocation_state",
        option="allocation_state",
        words={"Up": "enabled", "Maintenance": "maintenance"},
        initial="Up",
        goals={"enabled": ("Up",), "maintenance": ("Maintenance",)},
        moves=(
            Move("Up", "Maintenance", "enableMaintenance"),
            Move("Maintenance", "Up", "cancelMaintenance"),
            Move("Maintenance", GONE, "deletePool", options={"forced": "force"}),
        ),
    ),
)

SPAN = Resource(
    "span",
    list="listSpans",
    create="createSpan",
    create_when={"key": "registerSpan"},
    update="updateSpan",
    delete="deleteSpan",
    delete_by={"name": "name"},
    fields=(Field("name", required=True), Field("key"), Field("length")),
)

GIVEN = Resource("given", list="listGivens", update="updateGiven", fields=(Field("name", required=True),))


def record(**more: Any) -> dict[str, Any]:
    """A thing as the server shows it; give None to leave a key out."""
    whole = {"id": "t1", "name": "a", "title": "a", "size": "5", "kind": "BASIC", "state": "On", **more}
    return {key: value for key, value in whole.items() if value is not None}


def task(resource: Resource, options: dict[str, Any], **more: Any) -> Task:
    """A task with these options, whose references are already resolved."""
    steering = {field.name for field in resource.fields if field.steers}
    fields = {field.name for field in resource.fields} - steering
    wanted = {name: Given(value, value) for name, value in options.items() if name in fields and value is not None}
    return Task(options, wanted, label=str(options.get("name", "")), **more)


def planned(current: dict[str, Any] | None, resource: Resource = THING, **options: Any) -> Plan:
    """The plan for a task with these options about the thing called a."""
    return plan(resource, current, task(resource, {"name": "a", **options}))


def sent(steps: tuple[Step, ...]) -> list[Any]:
    """What a plan sends: the command, or the command with its parameters."""
    return [(step.command, dict(step.params)) if step.params else step.command for step in steps]
