"""Compare an answer with a recorded one: keys and JSON types, and the values that do not depend on the server."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

VOLATILE = frozenset({"id", "created", "completed", "jobid", "zonetoken", "lastpinged", "ipaddress", "accountid"})
NUMBERS = re.compile(r'(?<=\bid=)\d+|(?<="id":)\d+|(?<="id": ")\d+|(?<=Cluster: )\d+|(?<="networkId":)\d+')
Same = Callable[[Any, Any], bool]
Mapped = Callable[[str], str]


def differences(recorded: Any, given: Any, path: str = "") -> Iterator[str]:
    """How a value's keys and types differ from the recorded one's, lists by the union of their items."""
    if _type(recorded) != _type(given):
        yield (
            f"{path or 'answer'}: {_type(given)} {json.dumps(given)[:80]}, "
            f"recorded {_type(recorded)} {json.dumps(recorded)[:80]}"
        )
    elif isinstance(recorded, dict):
        yield from _dict_differences(recorded, given, path)
    elif isinstance(recorded, list) and recorded and given:
        yield from differences(_merged(recorded), _merged(given), f"{path}[]")
    elif isinstance(recorded, list) and bool(recorded) != bool(given):
        yield f"{path}: {len(given)} items, recorded {len(recorded)}"


def value_differences(recorded: Any, given: Any, mapped: Mapped, same: Same, path: str = "") -> Iterator[str]:
    """Where a leaf that both have differs, ids and dates apart; items of lists are paired by `same`."""
    if isinstance(recorded, dict) and isinstance(given, dict):
        for name in sorted((recorded.keys() & given.keys()) - VOLATILE):
            yield from value_differences(recorded[name], given[name], mapped, same, f"{path}.{name}" if path else name)
    elif isinstance(recorded, list) and isinstance(given, list):
        for item, partner in pairs(recorded, given, same):
            yield from value_differences(item, partner, mapped, same, f"{path}[]")
    elif (_plain(mapped(recorded)) if isinstance(recorded, str) else recorded) != _plain(given):
        yield f"{path}: {json.dumps(given)[:120]}, recorded {json.dumps(recorded)[:120]}"


def pairs(recorded: list[Any], given: list[Any], same: Same) -> Iterator[tuple[Any, Any]]:
    """Items of two lists that belong together: by what identifies them, the rest by their place."""
    left, unpaired = list(given), []
    for item in recorded:
        partner = next((other for other in left if same(item, other)), None)
        if partner is None:
            unpaired.append(item)
        else:
            left.remove(partner)
            yield item, partner
    yield from zip(unpaired, left, strict=False)


def _dict_differences(recorded: dict[str, Any], given: dict[str, Any], path: str) -> Iterator[str]:
    lacking = sorted(recorded.keys() - given.keys())
    extra = sorted(given.keys() - recorded.keys())
    if lacking:
        yield f"{path or 'answer'} lacks {', '.join(lacking)}"
    if extra:
        yield f"{path or 'answer'} has besides {', '.join(extra)}"
    for name in sorted(recorded.keys() & given.keys()):
        yield from differences(recorded[name], given[name], f"{path}.{name}" if path else name)


def _merged(items: list[Any]) -> Any:
    if not all(isinstance(item, dict) for item in items):
        return items[0]
    merged: dict[str, Any] = {}
    for item in items:
        for name, value in item.items():
            if name not in merged or (isinstance(value, (list, dict)) and not merged[name]):
                merged[name] = value
            elif isinstance(value, dict) and isinstance(merged[name], dict):
                merged[name] = {**merged[name], **value}
    return merged


def _plain(value: Any) -> Any:
    """A text without the internal numbers that the server quotes."""
    return NUMBERS.sub("N", value) if isinstance(value, str) else value


def _type(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    return {dict: "object", list: "list", str: "string", type(None): "null"}[type(value)]
