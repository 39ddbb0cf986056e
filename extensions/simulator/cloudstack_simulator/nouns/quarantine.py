"""The quarantine of released addresses: listing it, changing its end, ending it."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import quarantine
from ..registry import command
from ..shape import public
from ..store import Record

KIND = quarantine.KIND


def _active(ctx: Context) -> Record:
    """The quarantine of a request, by its id or by the address."""
    if "id" not in ctx.params and "ipaddress" not in ctx.params:
        raise errors.invalid("Either the ID or the address of the quarantined IP is needed")
    found = [ctx.record(KIND)] if "id" in ctx.params else ctx.store.where(KIND, ipaddress=ctx.params["ipaddress"])
    for held in found:
        if quarantine.is_active(held, ctx.now()):
            return held
    raise errors.failed("The quarantine for the public IP address is no longer active")


@command("listQuarantinedIps")
def list_quarantined(ctx: Context) -> dict[str, Any]:
    """The quarantines that go on; those that have ended, too, where they are asked for."""
    found = [
        held
        for held in ctx.store.all(KIND)
        if quarantine.is_active(held, ctx.now())
        or (ctx.get("showinactive") and "removed" not in held)
        or (ctx.get("showremoved") and "removed" in held)
    ]
    return ctx.list(found, public, key=KIND, name="ipaddress")


@command("updateQuarantinedIp")
def update(ctx: Context) -> dict[str, Any]:
    """Give a quarantine another end."""
    held = _active(ctx)
    day, _sep, hour = ctx.params["enddate"].replace("T", " ").partition(" ")
    end = f"{day}T{hour[:8] or '00:00:00'}+0000"
    if end < ctx.now():
        raise errors.invalid(
            f"The given end date [{ctx.params['enddate']}] is invalid as it is before the current date."
        )
    held["enddate"] = end
    return {KIND: public(held)}


@command("removeQuarantinedIp")
def remove(ctx: Context) -> dict[str, Any]:
    """End a quarantine for a reason."""
    held = _active(ctx)
    if not ctx.params["removalreason"].strip():
        raise errors.failed(
            f"The given reason for removing the public IP address [{held['ipaddress']}] from quarantine is blank."
        )
    held.update(removed=ctx.now(), removalreason=ctx.params["removalreason"], removeraccountid=ctx.caller.account["id"])
    return {KIND: public(held)}
