"""Backups: their kinds, and what an instance shows of its offering."""

from __future__ import annotations

from typing import Any

from ..store import Record, Store

KIND = "backup"
SCHEDULE = "backupschedule"
PROVIDER = "dummy"


def of_instance(store: Store, instance: Record) -> dict[str, Any]:
    """The backup fields of an instance's answer; none without an offering."""
    offering = store.get("backupoffering", instance.get("backupofferingid"))
    if offering is None:
        return {}
    return {
        "backupofferingid": offering["id"],
        "backupofferingname": offering["name"],
        "backupprovider": offering["provider"],
    }
