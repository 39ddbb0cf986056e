"""Who stands behind load balancers: instances, each with the addresses that are served."""

from __future__ import annotations

from typing import Any

from ..store import Record, Store

RULE, INNER = "loadbalancerrule", "applicationloadbalancer"


def nobody() -> dict[str, Any]:
    """The fields of a rule that has nobody behind it yet."""
    return {"_instances": [], "_addresses": {}}


def put(rule: Record, instance_id: str, address: str) -> None:
    """Put an address of an instance behind a rule."""
    if instance_id not in rule["_instances"]:
        rule["_instances"].append(instance_id)
    rule["_addresses"].setdefault(instance_id, []).append(address)


def take(rule: Record, instance_id: str, address: str | None = None) -> None:
    """Take an address of an instance, or the whole instance, from behind a rule."""
    left = [held for held in rule["_addresses"].get(instance_id, ()) if address not in (None, held)]
    if left:
        rule["_addresses"][instance_id] = left
        return
    rule["_addresses"].pop(instance_id, None)
    rule["_instances"].remove(instance_id)


def forget(store: Store, instance_id: str) -> None:
    """Take an instance that goes from behind all rules."""
    for kind in (RULE, INNER):
        for rule in store.all(kind):
            if instance_id in rule["_instances"]:
                take(rule, instance_id)
