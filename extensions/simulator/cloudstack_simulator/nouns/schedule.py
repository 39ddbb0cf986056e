"""Schedules by which instances are started, stopped or rebooted. The simulated cloud keeps them and does not act."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any
from zoneinfo import ZoneInfo

from .. import errors
from ..context import Context
from ..registry import command
from ..shape import as_dict, date, pick
from ..store import Record

KIND = "vmschedule"
ACTIONS = ("START", "STOP", "REBOOT", "FORCE_STOP", "FORCE_REBOOT")
_DAILY = re.compile(r"^(\d{1,2}) (\d{1,2}) \* \* \*$")


def _described(action: str, schedule: str) -> str:
    match = _DAILY.match(schedule)
    when = f"at {int(match[2]):02d}:{int(match[1]):02d}" if match else f"by {schedule}"
    return f"{action} - {when}"


def _instant(text: str, place: str) -> str:
    """A date parameter, which counts in the schedule's time zone, as answers write it; a date alone is its midnight."""
    day, _space, hour = text.replace("T", " ").partition(" ")
    try:
        local = datetime.fromisoformat(f"{day} {(hour or '00:00:00')[:8]}").replace(tzinfo=ZoneInfo(place))
    except (KeyError, ValueError, OSError):
        raise errors.invalid(f"Invalid date or time zone: {text} {place}") from None
    return local.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S+0000")


def _check(ctx: Context) -> None:
    if ctx.get("action", "START").upper() not in ACTIONS:
        raise errors.invalid(f"Invalid value for action: {ctx.params['action']}")
    if len(ctx.get("schedule", "* * * * *").split()) != 5:
        raise errors.invalid(f"Invalid schedule: {ctx.params['schedule']}")


def _add(ctx: Context, instance_id: str) -> Record:
    _check(ctx)
    action = ctx.params["action"].upper()
    place = ctx.params["timezone"]
    start = _instant(ctx.params["startdate"], place) if "startdate" in ctx.params else date(ctx.simulator.clock() + 60)
    record = {
        "virtualmachineid": instance_id,
        "description": ctx.get("description") or _described(action, ctx.params["schedule"]),
        **ctx.given("schedule", "timezone"),
        "action": action,
        "enabled": ctx.get("enabled", True),
        "startdate": start,
        "created": ctx.now(),
        "_details": as_dict(ctx.get("details")),
    }
    if "enddate" in ctx.params:
        record["enddate"] = _instant(ctx.params["enddate"], place)
    return ctx.store.add(KIND, record)


SHOWN = ("description", "schedule", "timezone", "action", "enabled", "startdate", "enddate")


def _view(held: Record) -> dict[str, Any]:
    return pick(held, "id", "virtualmachineid", *SHOWN, "created")


@command("createVMSchedule")
def create(ctx: Context) -> dict[str, Any]:
    """Schedule an action on an instance."""
    instance = ctx.record("virtualmachine", "virtualmachineid")
    return {"vmschedule": _view(_add(ctx, instance["id"]))}


@command("createResourceSchedule")
def create_for_resource(ctx: Context) -> dict[str, Any]:
    """Schedule an action on a resource; instances are the only ones."""
    instance = ctx.store.get("virtualmachine", ctx.params["resourceid"])
    if ctx.params["resourcetype"].lower() != "virtualmachine" or instance is None:
        raise errors.invalid(f"Unable to find {ctx.params['resourcetype']} {ctx.params['resourceid']}")
    held = _add(ctx, instance["id"])
    shown = {"id": held["id"], "resourcetype": "VirtualMachine", "resourceid": instance["id"], **pick(held, *SHOWN)}
    return {"resourceschedule": {**shown, "details": held["_details"], "created": held["created"]}}


@command("updateVMSchedule")
def update(ctx: Context) -> dict[str, Any]:
    """Change a schedule."""
    held = ctx.record(KIND)
    _check(ctx)
    held.update(ctx.given("description", "schedule", "timezone", "enabled"))
    for name in ("startdate", "enddate"):
        if name in ctx.params:
            held[name] = _instant(ctx.params[name], held["timezone"])
    return {"vmschedule": _view(held)}


@command("deleteVMSchedule")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove schedules of an instance by `id` or `ids`."""
    doomed = [ctx.record(KIND)] if "id" in ctx.params else ctx.records(KIND, "ids")
    for held in doomed:
        ctx.store.remove(KIND, held["id"])
    return {"success": True}


@command("listVMSchedule")
def list_schedules(ctx: Context) -> dict[str, Any]:
    """The schedules of one instance, newest first."""
    found = list(reversed(ctx.store.all(KIND)))
    return ctx.list(found, _view, ("virtualmachineid", "action", "enabled"))
