"""Compares the states of two clouds: the same things, whatever their ids and times."""

from __future__ import annotations

import json
import re
from typing import Any

from helpers.settled import settled

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TIME = re.compile(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}|(?<=_VS_)\d{14}|(?<="presharedkey": ")[0-9a-f]+')
"""Times, and keys that the cloud throws dice for."""
PASSING = ("job", "event")
"""Kinds that tell of the past and are no part of what a cloud is now."""


def likeness(state: dict[str, Any], base: dict[str, Any]) -> dict[str, list[str]]:
    """A dump with new ids numbered as they come, and what the clock does left out: equal for equal clouds.

    :param base: the dump both clouds started from; its ids stand as they are.
    """
    known = set(UUID.findall(json.dumps(base)))
    numbers: dict[str, str] = {}

    def number(match: re.Match[str]) -> str:
        found = match.group()
        return found if found in known else numbers.setdefault(found, f"id-{len(numbers) + 1}")

    def shown(record: dict[str, Any]) -> str:
        return TIME.sub("(time)", UUID.sub(number, json.dumps(settled(record), sort_keys=True)))

    kinds = state["kinds"].items()
    return {kind: [shown(record) for record in records] for kind, records in sorted(kinds) if kind not in PASSING}


def differences(one: dict[str, list[str]], other: dict[str, list[str]]) -> list[str]:
    """What one likeness has and the other has not."""
    found = []
    for kind in sorted({*one, *other}):
        left, right = one.get(kind, []), other.get(kind, [])
        found += [f"- {kind} {record}" for record in left if record not in right]
        found += [f"+ {kind} {record}" for record in right if record not in left]
        if len(left) != len(right):
            found.append(f"{kind}: {len(left)} and {len(right)}")
    return found
