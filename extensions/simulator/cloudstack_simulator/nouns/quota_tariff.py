"""The quota service: its switch, and what a use of the cloud costs. A change makes another tariff of the same name."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from .. import errors
from ..context import Context
from ..model import services, settings
from ..params import instant
from ..registry import command
from ..seed import static_answers
from ..shape import date, pick, public
from ..store import Record

KIND = "quotatariff"
UNITS = {
    **dict.fromkeys(("RUNNING_VM", "ALLOCATED_VM", "NETWORK", "VPC"), "Compute-Month"),
    **dict.fromkeys(("NETWORK_BYTES_SENT", "NETWORK_BYTES_RECEIVED"), "GB"),
    **dict.fromkeys(("SECURITY_GROUP", "LOAD_BALANCER_POLICY", "PORT_FORWARDING_RULE"), "Policy-Month"),
    **dict.fromkeys(("NETWORK_OFFERING", "VPN_USERS"), "Policy-Month"),
    **dict.fromkeys(("VM_DISK_IO_READ", "VM_DISK_IO_WRITE"), "IOPS"),
    **dict.fromkeys(("VM_DISK_BYTES_READ", "VM_DISK_BYTES_WRITE"), "Bytes"),
    "IP_ADDRESS": "IP-Month",
}
"""What a usage is counted in; all others in GB-Month."""

SHOWN = (
    *("id", "name", "description", "usageType", "usageName", "usageUnit", "usageDiscriminator"),
    *("usageTypeDescription", "tariffValue", "currency", "effectiveDate", "endDate", "position", "removed"),
)


@command("quotaIsEnabled")
def is_enabled(ctx: Context) -> dict[str, Any]:
    """Whether the setting says so."""
    return {"isenabled": {"isenabled": settings.is_on(ctx.store, services.QUOTA)}}


def currency(ctx: Context) -> str:
    """The sign of the currency."""
    return str(ctx.store.need("configuration", "quota.currency.symbol")["value"])


def _view(ctx: Context, held: Record) -> dict[str, Any]:
    """A tariff; its rule only for those who may set one."""
    rule = pick(held, "activationRule") if ctx.caller.is_admin else {}
    return {**pick({**held, "currency": currency(ctx)}, *SHOWN), **rule}


def _usage(number: int) -> dict[str, Any]:
    known = static_answers()["listUsageTypes"]["usagetype"]
    usage = next((one for one in known if one["id"] == number), None)
    if usage is None:
        raise errors.invalid(f"There is no usage type with value [{number}].")
    return {
        "usageType": number,
        "usageName": usage["name"],
        "usageTypeDescription": usage["description"],
        "usageUnit": UNITS.get(usage["name"], "GB-Month"),
        "usageDiscriminator": "None",
    }


def _end(ctx: Context, starts: datetime) -> dict[str, Any]:
    """The end that is wanted; a day alone lasts until its last second."""
    given = ctx.get("enddate")
    if given is None:
        return {}
    ends = instant(given, last=True)
    if ends < starts:
        raise errors.invalid(f"The quota tariff's end date [{ends}] cannot be less than the start date [{starts}].")
    if ends.timestamp() < ctx.simulator.clock():
        raise errors.invalid(f"The quota tariff's end date [{ends}] cannot be less than now [{ctx.now()}].")
    return {"endDate": date(ends.timestamp())}


def _wanted(ctx: Context, starts: datetime) -> dict[str, Any]:
    """What a request gives; an empty text takes one away."""
    if ctx.get("activationrule") and not settings.is_on(ctx.store, services.SCRIPTS):
        raise errors.ApiError(
            errors.ACCOUNT,
            "Quota Tariff Activation Rule cannot be set, as Javascript interpretation is disabled in the "
            "configuration.",
            errors.CS_PERMISSION,
        )
    texts = {"description": ctx.get("description"), "activationRule": ctx.get("activationrule")}
    numbers = {"tariffValue": ctx.get("value"), "position": ctx.get("position")}
    given = {name: value for name, value in {**texts, **numbers}.items() if value is not None}
    return {**{name: None if value == "" else value for name, value in given.items()}, **_end(ctx, starts)}


def _named(ctx: Context) -> Record | None:
    name = ctx.params["name"].casefold()
    return next((one for one in ctx.store.all(KIND) if not one.get("removed") and one["name"].casefold() == name), None)


@command("quotaTariffCreate")
def create(ctx: Context) -> dict[str, Any]:
    """Make a tariff; it counts from now on, or from a day to come."""
    if _named(ctx):
        raise errors.invalid(f"A quota tariff with name [{ctx.params['name']}] already exist.")
    usage = _usage(ctx.params["usagetype"])
    now = datetime.fromtimestamp(int(ctx.simulator.clock()), timezone.utc)
    starts = instant(ctx.params["startdate"]) if "startdate" in ctx.params else now
    if starts < now:
        raise errors.invalid(
            f"The value passed as Quota tariff's start date is in the past: [{starts}]. Please, inform a date in the "
            "future or do not pass the parameter to use the current date and time."
        )
    begun = {"name": ctx.params["name"], "position": 1, "effectiveDate": date(starts.timestamp())}
    return {KIND: _view(ctx, ctx.store.add(KIND, {**begun, **usage, **_wanted(ctx, starts)}))}


@command("quotaTariffUpdate")
def update(ctx: Context) -> dict[str, Any]:
    """Put another tariff of the same name in the place of the one there is."""
    held = _named(ctx)
    if held is None:
        raise errors.invalid(f"There is no quota tariffs with name [{ctx.params['name']}].")
    wanted = _wanted(ctx, instant(held["effectiveDate"]))
    made = ctx.store.add(KIND, {**{name: value for name, value in public(held).items() if name != "id"}, **wanted})
    held["removed"] = ctx.now()
    return {KIND: _view(ctx, made)}


@command("quotaTariffDelete")
def delete(ctx: Context) -> dict[str, Any]:
    """Mark a tariff as removed."""
    held = ctx.store.get(KIND, ctx.params["id"])
    if held is None or held.get("removed"):
        raise errors.ApiError(errors.PARAM, "Quota tariff with the provided UUID does not exist.")
    held["removed"] = ctx.now()
    return {"success": True}


@command("quotaTariffList")
def list_tariffs(ctx: Context) -> dict[str, Any]:
    """The tariffs that count or will; on demand those that were removed, too."""
    removed, everything = bool(ctx.get("listonlyremoved")), bool(ctx.get("listall"))
    found = [held for held in ctx.store.all(KIND) if everything or bool(held.get("removed")) == removed]
    if "usagetype" in ctx.params:
        found = [held for held in found if held["usageType"] == ctx.params["usagetype"]]
    if "startdate" in ctx.params:
        first = instant(ctx.params["startdate"])
        found = [held for held in found if instant(held["effectiveDate"]) >= first]
    if "enddate" in ctx.params:
        last = instant(ctx.params["enddate"], last=True)
        found = [held for held in found if held.get("endDate") and instant(held["endDate"]) <= last]
    return ctx.list(found, lambda held: _view(ctx, held), key=KIND)
