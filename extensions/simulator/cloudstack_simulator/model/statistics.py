"""Usage figures of instances: they appear when the collector, which runs once a minute, has seen them running."""

from __future__ import annotations

from typing import Any

from ..store import Record

PERIOD = 60
FIGURES = {
    "cpuused": "10%",
    "networkkbsread": 32768,
    "networkkbswrite": 16384,
    "diskkbsread": 0,
    "diskkbswrite": 0,
    "memorykbs": 0,
    "memoryintfreekbs": 0,
    "memorytargetkbs": 0,
    "diskioread": 0,
    "diskiowrite": 0,
}


def collect(instance: Record, now: float) -> None:
    """Note whether a full minute of the clock began while the instance ran."""
    if instance["state"] == "Running" and now // PERIOD > instance["_since"] // PERIOD:
        instance["_collected"] = True


def fields(instance: Record) -> dict[str, Any]:
    """The figures of an instance; none before the collector saw it."""
    return dict(FIGURES) if instance.get("_collected") else {}
