"""Fleets for the tests of converge, and clouds compared up to what no two clouds share."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from contract.catalogue import load
from contract.samples import POD, TEMPLATE, WORLD, ZONE
from contract.world import Tasks, validated
from helpers.settled import settled

OWN_TO_A_CLOUD = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    r"|[0-9a-f]{2}(:[0-9a-f]{2}){5,}"
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}"
    r"|\"_(number|since|instancenumber)\": [\d.]+|\b10\.1\.1\.\d+|i-\d+-\d+-VM"
    r"|\b10\.60\.1\.\d+|\bb-\d+-VM|\"vlan\": \"\d+\""
    r"|\br-\d+-VM|\bROOT-\d+\b|-----BEGIN.*?-----END[^\"]*|ssh-rsa [^\"]*"
)
"""Ids, MACs and fingerprints, times, order of creation, next free addresses and VLANs, internal names, keys."""

PASSING = ("job", "event", "alert", "annotation")


def entries(world: list[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Tasks as entries of a converge task."""
    return [{kind: options} for kind, options in world]


def converge(tasks: Tasks, resources: Any, check: bool = False, **options: Any) -> dict[str, Any]:
    """Run a converge task and count its calls."""
    module = load("fleet.converge")
    report = options.pop("report", None)
    params = validated(module.converge_arguments(), {"resources": resources, **options})
    writes, calls = tasks.simulator.writes, len(tasks.simulator.calls)
    try:
        return load("fleet.converge").converge_work(tasks.client, params, check, report)
    finally:
        tasks.writes, tasks.calls = tasks.simulator.writes - writes, len(tasks.simulator.calls) - calls


def instances(count: int, **options: Any) -> list[dict[str, Any]]:
    """Entries for so many instances of the test world."""
    common = {**ZONE, "template": TEMPLATE, "service_offering": "Small Instance", "networks": ["web-net"], **options}
    return [{"instance": {"name": f"node-{number:03}", **common}} for number in range(count)]


def hosts(count: int) -> list[dict[str, Any]]:
    """Entries for so many further hosts, each with room for some fifteen instances."""
    common = {**POD, "cluster": "cluster-1", "hypervisor": "Simulator"}
    return [
        {"host": {**common, "name": f"more-{number}", "url": f"http://sim/more/{number}"}} for number in range(count)
    ]


def likeness(tasks: Tasks) -> dict[str, Counter[str]]:
    """What a cloud holds, by kind, without what is its own."""
    kinds = tasks.simulator.dump()["kinds"]
    return {
        kind: Counter(
            OWN_TO_A_CLOUD.sub("#", json.dumps(settled(record) if isinstance(record, dict) else record, sort_keys=True))
            for record in records
        )
        for kind, records in ((kind, _records(held)) for kind, held in kinds.items())
        if kind not in PASSING
    }


def _records(held: Any) -> list[Any]:
    return list(held.values()) if isinstance(held, dict) else list(held)


__all__ = ["WORLD", "converge", "entries", "hosts", "instances", "likeness"]
