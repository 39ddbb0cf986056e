"""The example trees of the role `zone`, and a portrait of the cloud that two runs can be compared by."""

from __future__ import annotations

import re
from typing import Any

import yaml

from helpers.collection import ROOT

EXAMPLES = ROOT / "examples" / "zones"
QUICK = {"zone_host_password": "no-real-password", "zone_wait_interval": 1, "zone_wait_timeout": 60}
KINDS = (
    "zone",
    "physicalnetwork",
    "networkserviceprovider",
    "virtualrouterelement",
    "internalloadbalancerelement",
    "traffictype",
    "network",
    "pod",
    "vlaniprange",
    "storagenetworkiprange",
    "cluster",
    "host",
    "storagepool",
    "imagestore",
    "systemvm",
)
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def example(name: str) -> dict[str, Any]:
    """The variables of an example, with what a quick run needs."""
    return {**yaml.safe_load((EXAMPLES / f"{name}.yml").read_text(encoding="utf-8")), **QUICK}


def portrait(simulator: Any) -> dict[str, list[str]]:
    """Everything a cloud holds of its zones, without ids and times, so that equal clouds have equal portraits."""
    stored = simulator.dump()["kinds"]
    return {kind: sorted(_lines(kind, stored.get(kind, []))) for kind in KINDS}


def _lines(kind: str, records: list[dict[str, Any]]) -> list[str]:
    passing = {"created", "_number", *(["name"] if kind == "systemvm" else [])}
    return [
        ID.sub("(id)", str(sorted((key, value) for key, value in record.items() if key not in passing)))
        for record in records
    ]
