"""Which host an instance or a router runs on, and which storage pool a volume lies on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..store import Record, Store

NOTHING = (0, 0)
LIMITS = {"hostid": "id", "podid": "podid", "clusterid": "clusterid"}


def running_on(store: Store, host: Record) -> list[Record]:
    """The instances that run on a host."""
    return store.where("virtualmachine", hostid=host["id"])


def load(store: Store, host: Record) -> tuple[int, int]:
    """What a host's instances take: CPU in MHz, and memory in MB."""
    instances = running_on(store, host)
    cpu = sum(instance["cpunumber"] * instance["cpuspeed"] for instance in instances)
    return cpu, sum(instance["memory"] for instance in instances)


def loads(store: Store) -> dict[str, tuple[int, int]]:
    """What the instances of every host that has some take, by the host's id: CPU in MHz, and memory in MB."""
    held: dict[str, tuple[int, int]] = {}
    for instance in store.all("virtualmachine"):
        host_id = instance.get("hostid")
        if host_id is not None:
            cpu, memory = held.get(host_id, NOTHING)
            held[host_id] = (cpu + instance["cpunumber"] * instance["cpuspeed"], memory + instance["memory"])
    return held


def _fits(host: Record, held: tuple[int, int], size: Record) -> bool:
    cpu, memory = held
    cpu_total = host.get("cpunumber", 0) * host.get("cpuspeed", 0)
    memory_total = host.get("memorytotal", 0) // (1024 * 1024)
    return cpu + size["cpunumber"] * size["cpuspeed"] <= cpu_total and memory + size["memory"] <= memory_total


def able_hosts(store: Store, zone_id: str, hypervisor: str) -> list[Record]:
    """The hosts of a zone that may start something now."""
    return [
        host
        for host in store.where("host", zoneid=zone_id, type="Routing")
        if host.get("hypervisor") == hypervisor and host.get("state") == "Up" and host.get("resourcestate") == "Enabled"
    ]


def choose_host(
    store: Store, zone_id: str, hypervisor: str, size: Record, limits: dict[str, Any], avoid: Iterable[str] = ()
) -> Record | None:
    """The least loaded host with room for `size` (cpunumber, cpuspeed, memory), within the limits; None without one.

    limits: any of hostid, podid, clusterid; avoid: ids of hosts that an affinity group rules out.
    """
    wanted = {LIMITS[name]: value for name, value in limits.items() if name in LIMITS}
    held = loads(store)
    hosts = [
        host
        for host in able_hosts(store, zone_id, hypervisor)
        if all(host.get(name) == value for name, value in wanted.items())
        and host["id"] not in avoid
        and _fits(host, held.get(host["id"], NOTHING), size)
    ]
    return min(hosts, key=lambda host: held.get(host["id"], NOTHING), default=None)


def choose_pool(store: Store, zone_id: str, cluster_id: str | None, local: bool, tags: str | None) -> Record | None:
    """The first storage pool that is Up, reaches the cluster, and has the offering's tags; None without one."""
    wanted = {tag.strip() for tag in (tags or "").split(",") if tag.strip()}
    for pool in store.where("storagepool", zoneid=zone_id):
        held = {tag.strip() for tag in str(pool.get("tags") or "").split(",")}
        reaches = cluster_id is None or pool.get("clusterid") in (None, cluster_id)
        if pool.get("state") == "Up" and reaches and wanted <= held and (pool.get("scope") == "HOST") == local:
            return pool
    return None
