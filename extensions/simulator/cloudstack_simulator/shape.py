"""Words and forms that many answers share."""

from __future__ import annotations

import hashlib
import time
import uuid
from typing import Any

from .store import Record, Store

TAG_FIELDS = ("key", "value", "resourcetype", "resourceid", "account", "projectid", "project", "domainid", "domain")


def date(seconds: float) -> str:
    """An instant (seconds since the epoch) as the API writes it: 2026-11-22T15:06:58+0000."""
    return time.strftime("%Y-%m-%dT%H:%M:%S+0000", time.gmtime(seconds))


def compact(**fields: Any) -> dict[str, Any]:
    """The fields that have a value: None is left out, as the server leaves out what it does not know."""
    return {name: value for name, value in fields.items() if value is not None}


def public(record: Record) -> dict[str, Any]:
    """A record without the simulator's own fields."""
    return {name: value for name, value in record.items() if not name.startswith("_")}


def pick(record: Record, *names: str) -> dict[str, Any]:
    """The named fields of a record that have a value."""
    return {name: record[name] for name in names if record.get(name) is not None}


def percent(used: float, total: float) -> str:
    """A share as host answers write it: `1.56%`."""
    return f"{(100.0 * used / total) if total else 0:.2f}%"


def stable_uuid(*parts: str) -> str:
    """A name-based (version 3) id, such as the server gives to storage pools and zone tokens."""
    return str(uuid.UUID(hashlib.md5("|".join(parts).encode()).hexdigest(), version=3))


def as_dict(entries: list[dict[str, Any]] | None) -> dict[str, Any]:
    """A map parameter as one dict: `[0].key=a [0].value=b` and `[0].a=b` both give {a: b}."""
    result: dict[str, Any] = {}
    for entry in entries or []:
        if "key" in entry:
            result[entry["key"]] = entry.get("value", "")
        else:
            result.update(entry)
    return result


def tags_of(store: Store, resource_id: str) -> list[dict[str, Any]]:
    """The tags that a thing carries, as its answers show them: by key, without the domain's path."""
    held = sorted(store.where("tag", resourceid=resource_id), key=lambda tag: tag["key"])
    return [pick(tag, *TAG_FIELDS) for tag in held]
