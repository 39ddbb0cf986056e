"""Asks the cloud of the tests behind the modules' back."""

from __future__ import annotations

from typing import Any

from contract.samples import TEMPLATE, ZONE
from contract.world import Tasks

INSTANCE = {**ZONE, "template": TEMPLATE, "service_offering": "Small Instance", "networks": ["web-net"]}


def ask(tasks: Tasks, command: str, **params: Any) -> dict[str, Any]:
    """Do something to the cloud behind the modules' back."""
    status, body = tasks.simulator.request(command, **params)
    assert status == 200, body
    answer: dict[str, Any] = next(iter(body.values()))
    return answer


def idents(tasks: Tasks) -> dict[str, str]:
    """Ids of the test world by kind and name."""
    store = tasks.simulator.store
    kinds = ("zone", "pod", "cluster", "network", "virtualmachine", "networkoffering", "serviceoffering", "template")
    return {f"{kind} {one['name']}": one["id"] for kind in kinds for one in store.all(kind)}
