"""Released addresses that are kept for their former owner for a while."""

from __future__ import annotations

from ..context import Context
from ..shape import date
from ..store import Record, Store
from .settings import setting

KIND = "quarantinedip"
SETTING = "public.ip.address.quarantine.duration"


def begin(ctx: Context, address: Record) -> None:
    """Keep an address that is being released for its owner, for as many minutes as the setting says."""
    minutes = int(setting(ctx.store, SETTING) or 0)
    if minutes <= 0:
        return
    owner = ctx.store.need("account", address["_accountid"])
    ctx.store.add(
        KIND,
        {
            "ipaddress": address["ipaddress"],
            "previousownerid": owner["id"],
            "previousownername": owner["name"],
            "created": ctx.now(),
            "enddate": date(ctx.simulator.clock() + 60 * minutes),
        },
    )


def is_active(held: Record, now: str) -> bool:
    """Whether a quarantine goes on."""
    return "removed" not in held and held["enddate"] > now


def keeps_from(store: Store, address: str, account: Record | None, now: str) -> bool:
    """Whether an address is kept for another account than this one."""
    return any(
        is_active(held, now) and (account is None or held["previousownerid"] != account["id"])
        for held in store.where(KIND, ipaddress=address)
    )
