"""Choosing among things of the past, events and alerts, by id, type and date."""

from __future__ import annotations

from .. import errors
from ..context import Context
from ..store import Record


def _instant(text: str, last: bool) -> str:
    """A date parameter in the form of answers; a day alone is its first or its last second."""
    day, _gap, hour = text.replace("T", " ").partition(" ")
    return f"{day}T{(hour or ('23:59:59' if last else '00:00:00'))[:8]}+0000"


def within(ctx: Context, record: Record, field: str) -> bool:
    """Whether a record's date lies between `startdate` and `enddate`, as far as they were given."""
    start, end = ctx.get("startdate"), ctx.get("enddate")
    if start is not None and record[field] < _instant(start, last=False):
        return False
    return end is None or record[field] <= _instant(end, last=True)


def chosen(ctx: Context, records: list[Record], field: str) -> list[Record]:
    """The records that `ids`, `type`, `startdate` and `enddate` mean; refused when none of them was given."""
    if not {"ids", "type", "startdate", "enddate"} & ctx.params.keys():
        raise errors.invalid("Please choose by ids, type, startdate or enddate")
    ids = ctx.get("ids")
    unknown = sorted(set(ids or ()) - {record["id"] for record in records})
    if unknown:
        raise errors.bad_value(ctx.command.word, "ids", unknown[0])
    found = [record for record in records if ids is None or record["id"] in ids]
    found = [record for record in found if str(ctx.get("type", record["type"])) == str(record["type"])]
    return [record for record in found if within(ctx, record, field)]
