"""Out-of-band management: how a host's power would be switched. There is no machine behind a simulated host."""

from __future__ import annotations

import json
from typing import Any

from .. import errors
from ..context import Context
from ..model import hosts
from ..model.answering import answers
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

DRIVERS = ("ipmitool", "nestedcloudstack", "redfish")
FIELDS = ("driver", "address", "port", "username", "password")
ACTIONS = ("ON", "OFF", "CYCLE", "RESET", "SOFT", "STATUS")
PLACES = ("host", "cluster", "zone")


def described(host: Record) -> str:
    """A host as the server's texts quote it."""
    fields = {"id": host["_number"], "name": host["name"], "type": host["type"], "uuid": host["id"]}
    return f"Host {json.dumps(fields, separators=(',', ':'))}"


@command("configureOutOfBandManagement")
def configure(ctx: Context) -> dict[str, Any]:
    """Say how a host's power is switched."""
    host, driver = ctx.record("host", "hostid"), ctx.params["driver"].lower()
    if driver not in DRIVERS:
        raise errors.failed(f"Out-of-band management driver provided is not available, drivers: {', '.join(DRIVERS)}")
    held = host.setdefault("_outofband", {"enabled": False})
    held.update(ctx.given(*FIELDS[1:]), driver=driver)
    text = f"Out-of-band management successfully configured for {described(host)}."
    shown = {"hostid": host["id"], **hosts.out_of_band(host), "description": text, "status": True}
    return {"outofbandmanagement": shown}


def _place(ctx: Context) -> tuple[str, Record]:
    """The kind of place that the command names, and the place."""
    kind = next(kind for kind in PLACES if ctx.command.name.lower().endswith(f"for{kind}"))
    return kind, ctx.record(kind, f"{kind}id")


@command(*(f"{verb}OutOfBandManagementFor{kind.capitalize()}" for verb in ("enable", "disable") for kind in PLACES))
def prepare(ctx: Context) -> Submitted:
    """Find the place; a host must be configured before it is enabled."""
    kind, place = _place(ctx)
    if kind == "host" and "driver" not in place.get("_outofband", {}):
        raise errors.failed(f"The host is not configured for out-of-band management: {place['name']}")
    return Submitted(place["id"])


@job(*(f"{verb}OutOfBandManagementFor{kind.capitalize()}" for verb in ("enable", "disable") for kind in PLACES))
def switch(ctx: Context) -> dict[str, Any]:
    """Enable or disable it."""
    kind, place = _place(ctx)
    enabled = ctx.command.name.startswith("enable")
    place.setdefault("_outofband", {})["enabled"] = enabled
    named = {"hostid": place["id"]} if kind == "host" else {}
    return {"outofbandmanagement": {**named, "enabled": enabled, "status": True}}


def _done(ctx: Context, host: Record, held: Record) -> dict[str, Any]:
    action = ctx.get("action", "").upper()
    if ctx.command.name == "changeOutOfBandManagementPassword":
        held["password"] = ctx.get("password", held["password"])
    elif action not in ACTIONS:
        raise errors.invalid(f"Invalid out-of-band management action: {ctx.params['action']}")
    elif action != "STATUS":
        held["powerstate"] = "Off" if action == "OFF" else "On"
    shown = pick(hosts.out_of_band(host), "powerstate", "enabled", "driver", "address", "port", "username", "password")
    return {"hostid": host["id"], **shown, "action": action, "status": True}


@job("issueOutOfBandManagementPowerAction", "changeOutOfBandManagementPassword")
def act(ctx: Context) -> dict[str, Any]:
    """Switch the power of a host whose controller answers, or change the password there; fail where none does."""
    host = ctx.record("host", "hostid")
    held = host.get("_outofband", {})
    if not held.get("enabled") or "driver" not in held:
        raise errors.failed(f"Out-of-band management is not configured or enabled for the host {host['name']}")
    if answers(str(held["address"])):
        return {"outofbandmanagement": _done(ctx, host, held)}
    where = pick(held, "driver", "address", "port")
    raise errors.failed(f"Out-of-band Management action failed: nothing answers for {described(host)} at {where}")
