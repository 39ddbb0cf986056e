# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Numbers for rules whose order counts: those that are there keep theirs, new ones get what lies between. Pure."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, Callable, Mapping, Sequence

from ..errors import OptionError
from ..resolve import Row
from ..spec import Field, Resource
from ..values import read, same
from .spec import Rule

STEP = 10
"""The room between two numbers, for rules to come."""


Arrange = Callable[[Sequence[Rule], Sequence[Row]], "list[Rule]"]


def in_order(member: Resource, option: str, place: Sequence[str]) -> Arrange:
    """An C(arrange) that gives each rule its number from its place in the list.

    :param option: the option that holds the number.
    :param place: options that all rules share, and that say nothing about a rule.
    """

    def arrange(rules: Sequence[Rule], rows: Sequence[Row]) -> list[Rule]:
        given = [rule.get(option) is not None for rule in rules]
        if all(given):
            return list(rules)
        if any(given):
            raise OptionError(
                option, f"rules[{given.index(False)}].{option}: give it to all rules of the list, or to none of them."
            )
        return _numbered(member, option, place, rules, rows)

    return arrange


def _numbered(
    member: Resource, option: str, place: Sequence[str], rules: Sequence[Rule], rows: Sequence[Row]
) -> list[Rule]:
    number = member.field(option)
    fields = [one for one in member.fields if one.compared and one.name not in (option, *place)]
    free = sorted(rows, key=lambda row: int(number.get(row)))
    held: list[Row | None] = []
    for rule in rules:
        row = next((one for one in free if _is(member, fields, rule, one)), None)
        free = [one for one in free if one is not row]
        held.append(row)
    have = [None if row is None else int(number.get(row)) for row in held]
    numbers = _filled(_rising(have), {int(number.get(row)) for row in rows})
    return [
        {**rule, option: new, **({"id": row["id"]} if row is not None and old != new else {})}
        for rule, row, old, new in zip(rules, held, have, numbers)
    ]


def _is(member: Resource, fields: Sequence[Field], rule: Rule, row: Row) -> bool:
    """Tell whether a record is what a rule wants, its number apart; what is not given is what a new rule would have."""
    complete: Mapping[str, Any] = member.normalize({**rule, "state": "present"}) if member.normalize else rule
    for one in fields:
        wanted = complete.get(one.name)
        wanted = one.create_default if wanted is None else wanted
        if wanted is not None and not same(read(one.get(row), one.type), wanted, one.compare):
            return False
    return True


def _rising(numbers: Sequence[int | None]) -> list[int | None]:
    """The numbers with as few as possible taken away, so that the others rise."""
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int] = {}
    for at, number in enumerate(numbers):
        if number is None:
            continue
        length = bisect_left(ends, number)
        before[at] = tails[length - 1] if length else -1
        ends[length:] = [number, *ends[length + 1 :]] if length < len(ends) else [number]
        tails[length:] = [at, *tails[length + 1 :]] if length < len(tails) else [at]
    kept = set()
    at = tails[-1] if tails else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return [number if at in kept else None for at, number in enumerate(numbers)]


def _filled(numbers: Sequence[int | None], taken: set[int]) -> list[int]:
    """A number for each place; where there is no room between two of them, all rules go behind what is there."""
    found: list[int] = []
    at = 0
    while at < len(numbers):
        one = numbers[at]
        if one is not None:
            found.append(one)
            at += 1
            continue
        end = next((place for place in range(at, len(numbers)) if numbers[place] is not None), len(numbers))
        low = found[-1] if found else 0
        high = numbers[end] if end < len(numbers) else None
        chosen = _between(low, high, end - at, taken)
        if chosen is None:
            return _behind(max(taken, default=0), len(numbers))
        found += chosen
        at = end
    return found


def _between(low: int, high: int | None, count: int, taken: set[int]) -> list[int] | None:
    if high is None:
        return _behind(max([low, *taken]), count)
    room = [number for number in range(low + 1, high) if number not in taken]
    if len(room) < count:
        return None
    if len(room) == count:
        return room
    return [room[(place + 1) * len(room) // (count + 1)] for place in range(count)]


def _behind(last: int, count: int) -> list[int]:
    first = last // STEP * STEP + STEP
    return [first + STEP * place for place in range(count)]
