"""Domains and zones that an offering is kept for, and its life: the same for every kind of offering."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..store import Record
from . import marks, owners

EVERYWHERE = {"domainid": "public", "zoneid": "all"}
KINDS = {"domainid": ("domain", "path"), "zoneid": ("zone", "name")}


def fields(ctx: Context) -> dict[str, Any]:
    """The `domainid`, `domain`, `zoneid` and `zone` fields for what the request asks; {} for everybody everywhere."""
    found: dict[str, Any] = {}
    for param, (kind, word) in KINDS.items():
        records = [_named(ctx, kind, param, value) for value in _values(ctx, param)]
        if records:
            found[param] = ",".join(record["id"] for record in records)
            found[kind] = ",".join(record[word] for record in records)
    return found


def change(ctx: Context, offering: Record) -> None:
    """Put an offering where an update asks it to be; `public` and `all` free it."""
    for param, (kind, _word) in KINDS.items():
        if param in ctx.params:
            offering.pop(param, None)
            offering.pop(kind, None)
    offering.update(fields(ctx))


def visible(ctx: Context, offering: Record) -> bool:
    """Whether the caller's domain, or one above it, may use an offering; root administrators see all."""
    domains = offering.get("domainid")
    if ctx.caller.is_admin or not domains:
        return True
    return any(owners.below(ctx.store, ctx.caller.domain["id"], domain) for domain in domains.split(","))


def in_zone(ctx: Context, offering: Record) -> bool:
    """Whether an offering is to be had in the zone that the request names."""
    return "zoneid" not in ctx.params or ctx.params["zoneid"] in offering.get("zoneid", ctx.params["zoneid"]).split(",")


def refuse_default(offering: Record, kind: str) -> None:
    """Refuse to remove what the cloud came with."""
    if offering.get("isdefault"):
        raise errors.invalid(f"Default {kind} can't be deleted")


def remove(ctx: Context, offering: Record, users: str) -> dict[str, Any]:
    """Remove an offering that nothing has.

    :param users: the kind of what may have it, which names the offering in refusals, too.
    """
    noun = {"vpc": "VPC"}.get(users, users)
    refuse_default(offering, f"{noun} offering")
    held = ctx.store.where(users, _offeringid=offering["id"])
    if held:
        raise errors.invalid(
            f"Can't delete {users} offering {offering['id']} as it's used by {len(held)} {users}s; disable it instead"
        )
    marks.forget(ctx.store, offering["id"])
    ctx.store.remove(f"{users}offering", offering["id"])
    return {"success": True}


def _values(ctx: Context, param: str) -> list[str]:
    given = ctx.get(param, ())
    values = given.split(",") if isinstance(given, str) else given
    return [value.strip() for value in values if value.strip() and value.strip().lower() != EVERYWHERE[param]]


def _named(ctx: Context, kind: str, param: str, value: str) -> Record:
    record = ctx.store.get(kind, value)
    if record is None:
        raise errors.bad_value(ctx.command.word, param, value)
    return record
