# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What a result tells of changes, as lines that a person reads. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Mapping, Sequence

NOTHING = "(nothing)"
WIDTH = 60
"""How many characters of one value are shown."""

COLUMNS = (
    ("name", "display_name", "username", "ip_address", "description", "id"),
    ("value", "percent_used", "limit"),
    ("network_type", "hypervisor", "type", "protocol"),
    ("state", "allocation_state", "allocationstate", "status", "resource_state", "resourcestate"),
    ("default_ip", "ip_address", "ipaddress", "cidr", "gateway"),
    ("zone", "zonename", "pod", "domain"),
    ("id",),
)
"""What a line about a thing shows: of each group, the first key that any of the things has, in the words of the modules
and in those of the API."""

NUMBERED = "type"
"""A key that is left out where it holds a number, which means nothing to a person."""


@dataclass(frozen=True)
class Change:
    """What became of one resource.

    :ivar word: created, changed, removed, unchanged, failed or not begun.
    :ivar details: what is different, or what went wrong; one line each.
    """

    word: str
    kind: str
    name: str
    details: tuple[str, ...] = ()

    def lines(self, width: int) -> list[str]:
        """The change as lines, the first with the word and the name.

        :param width: of the column of the names.
        """
        details = self.details or ("",)
        first = f"  {self.word:<9}  {f'{self.kind} {self.name}':<{width}}  {details[0]}".rstrip()
        return [first, *(f"{'':<{width + 15}}{one}" for one in details[1:])]


def changes_of(kind: str, result: Mapping[str, Any], name: str = "") -> list[Change]:
    """What a task has changed, or would change in check mode.

    :param kind: the name of the module, without its collection.
    :param result: of the task, or of one item of its loop.
    :param name: what the resource is called where the result does not tell.
    """
    rows = result.get("resources")
    if kind == "converge" and isinstance(rows, list):
        return [_change(str(row["kind"]), row, str(row["name"])) for row in rows]
    return [_change(kind, result, name)]


def table(changes: Sequence[Change]) -> list[str]:
    """The lines about changes; what is as it should be is only counted."""
    told = [one for one in changes if one.word != "unchanged"]
    width = max((len(f"{one.kind} {one.name}") for one in told), default=0)
    lines = [line for one in told for line in one.lines(width)]
    same = len(changes) - len(told)
    return [*lines, *([f"  unchanged  {same}"] if same else [])]


def listing(records: Sequence[Mapping[str, Any]]) -> list[str]:
    """One line for each thing that an info module has found, in columns."""
    keys: list[str] = []
    for group in COLUMNS:
        found = [key for key in group if any(_tells(key, record.get(key)) for record in records)]
        keys.extend(key for key in found[:1] if key not in keys)
    cells = [[shown(record.get(key, "")) if record.get(key) is not None else "" for key in keys] for record in records]
    widths = [max(len(row[at]) for row in cells) for at in range(len(keys))] if cells else []
    return ["  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths)).rstrip() for row in cells]


def answer(response: Any) -> list[str]:
    """The answer to any command of the API: a line for each thing of a list, or for each key of one thing."""
    content = {key: value for key, value in response.items() if key != "count"} if isinstance(response, Mapping) else {}
    records = records_in(content)
    if records:
        return listing(records)
    only = next(iter(content.values())) if len(content) == 1 else content
    found = only if isinstance(only, Mapping) else content
    width = max((len(str(key)) for key in found), default=0)
    return [f"  {key!s:<{width}}  {shown(value)}" for key, value in sorted(found.items())]


def nothing_in(result: Mapping[str, Any]) -> bool:
    """Tell whether what an info module lists is empty."""
    lists = [value for key, value in result.items() if isinstance(value, list) and key != "warnings"]
    return bool(lists) and not any(lists)


def _tells(key: str, value: Any) -> bool:
    return value not in (None, "") and not (key == NUMBERED and isinstance(value, (int, float)))


def records_in(result: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The things that a result lists: what stands under its one key that holds a list of mappings."""
    lists = [value for value in result.values() if isinstance(value, list) and value]
    fitting = [value for value in lists if all(isinstance(one, Mapping) for one in value)]
    return list(fitting[0]) if len(fitting) == 1 else []


def shown(value: Any) -> str:
    """A value on one line, cut where it is long."""
    if value is None or value == "" or value == [] or value == {}:
        return NOTHING
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        text = " ".join(value.split())
    elif isinstance(value, list) and not any(isinstance(one, (list, Mapping)) for one in value):
        text = ", ".join(shown(one) for one in value)
    elif isinstance(value, (list, Mapping)):
        text = json.dumps(value, sort_keys=True, default=str, ensure_ascii=False)
    else:
        text = str(value)
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def _change(kind: str, row: Mapping[str, Any], name: str) -> Change:
    diff = row.get("diff")
    before, after = (diff.get(side) or {} for side in ("before", "after")) if isinstance(diff, Mapping) else ({}, {})
    sides = [side if isinstance(side, Mapping) else {} for side in (before, after)]
    called = name or next((str(side["name"]) for side in sides if side.get("name")), "")
    if row.get("failed"):
        return Change("failed", kind, called, tuple(str(row.get("msg", "")).splitlines()))
    if row.get("skipped"):
        return Change("not begun", kind, called)
    if not row.get("changed"):
        return Change("unchanged", kind, called)
    if not (sides[0] or sides[1]):
        return Change("changed", kind, called, tuple(_differing_lines(before, after)))
    if not sides[0]:
        return Change("created", kind, called)
    if not sides[1]:
        return Change("removed", kind, called)
    return Change("changed", kind, called, tuple(_differing(*sides)))


def _differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """What is different, key by key."""
    keys = [*before, *(key for key in after if key not in before)]
    return [
        f"{key}: {shown(before.get(key))} → {shown(after.get(key))}"
        for key in keys
        if before.get(key) != after.get(key)
    ]


def _differing_lines(before: Any, after: Any) -> list[str]:
    """What is different between two texts, such as tables of rules."""
    old, new = (side.splitlines() if isinstance(side, str) else [] for side in (before, after))
    return [*(f"- {line}" for line in old if line not in new), *(f"+ {line}" for line in new if line not in old)]
