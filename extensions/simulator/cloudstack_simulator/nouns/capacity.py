"""Capacities of a zone, a pod or a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..context import Context
from ..model import placement, storage
from ..registry import command
from ..store import Record

MEGABYTE = 1024 * 1024
NAMES = {0: "MEMORY", 1: "CPU", 2: "STORAGE", 3: "STORAGE_ALLOCATED", 4: "VIRTUAL_NETWORK_PUBLIC_IP", 5: "PRIVATE_IP",
         6: "SECONDARY_STORAGE", 7: "VLAN", 8: "DIRECT_ATTACHED_PUBLIC_IP", 9: "LOCAL_STORAGE", 19: "GPU",
         90: "CPU_CORE"}  # fmt: skip


@command("listCapacity")
def list_capacity(ctx: Context) -> dict[str, Any]:
    """What the hosts and pools of each zone have, and what is allocated of it."""
    zones = [ctx.record("zone", "zoneid")] if "zoneid" in ctx.params else ctx.store.all("zone")
    items = [item for zone in zones for item in capacities(ctx, zone)]
    if "type" in ctx.params:
        items = [item for item in items if item["type"] == ctx.params["type"]]
    if not items:
        return {}
    return {"count": len(items), "capacity": items}


def capacities(ctx: Context, zone: Record) -> Iterator[dict[str, Any]]:
    """The capacities of a zone, or of what the request's `podid` and `clusterid` leave of it."""
    hosts = [h for h in ctx.store.where("host", zoneid=zone["id"], type="Routing") if _within(ctx, h)]
    pools = [p for p in ctx.store.where("storagepool", zoneid=zone["id"]) if _within(ctx, p)]
    used = [placement.load(ctx.store, host) for host in hosts]
    shared = [pool for pool in pools if pool["scope"] != "HOST"]
    local = [pool for pool in pools if pool["scope"] == "HOST"]
    memory, cpu = sum(load[1] for load in used) * MEGABYTE, sum(load[0] for load in used)
    cores = sum(i["cpunumber"] for host in hosts for i in placement.running_on(ctx.store, host))
    yield _item(zone, 0, memory, sum(host["memorytotal"] for host in hosts))
    yield _item(zone, 1, cpu, sum(host["cpunumber"] * host["cpuspeed"] for host in hosts))
    yield _item(zone, 2, 0, 0)
    if shared:
        yield _item(zone, 3, *_allocated(ctx, shared))
    yield _item(zone, 6, 0, 0)
    if local:
        yield _item(zone, 9, *_allocated(ctx, local))
    yield {**_item(zone, 19, 0, 0), "capacityallocated": 0}
    yield _item(zone, 90, cores, sum(host["cpunumber"] for host in hosts))


def _allocated(ctx: Context, pools: list[Record]) -> tuple[int, int]:
    used = sum(storage.allocated_bytes(ctx.store, pool) for pool in pools)
    if all(pool["scope"] == "HOST" for pool in pools):
        return used, sum(pool["capacitybytes"] for pool in pools) * storage.OVERPROVISIONING
    return used, sum(pool["capacitybytes"] for pool in pools)


def _item(zone: Record, kind: int, used: int, total: int) -> dict[str, Any]:
    share = f"{100.0 * used / total:.2f}".rstrip("0").rstrip(".") if total and used else "0"
    return {
        "type": kind,
        "name": NAMES[kind],
        "zoneid": zone["id"],
        "zonename": zone["name"],
        **({"capacityallocated": used} if used else {}),
        "capacityused": used,
        "capacitytotal": total,
        "percentused": share,
    }


def _within(ctx: Context, record: Record) -> bool:
    return all(record.get(name) == ctx.params[name] for name in ("podid", "clusterid") if name in ctx.params)
