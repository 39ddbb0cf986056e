"""Zones, hosts and storage pools with their load, as the graphical client shows them."""

from __future__ import annotations

from typing import Any

from ..context import Context
from ..model import hosts, placement, storage
from ..registry import command
from ..shape import percent
from ..store import Record
from .zone import zone_view

GIB = 1024**3
MIB_PER_GIB = 1024
ALLOCATION = ("cputhreshold", "cpudisablethreshold", "cpuallocatedthreshold", "cpuallocateddisablethreshold",
              "memorythreshold", "memorydisablethreshold", "memoryallocatedthreshold",
              "memoryallocateddisablethreshold")  # fmt: skip
WARN, DISABLE = 0.75, 0.85
PLACES = ("zoneid", "podid", "clusterid")


def _thresholds(cpu: float, memory: float) -> dict[str, bool]:
    """Which thresholds are passed; only what is allocated ever grows here, not what is used."""
    shares = {"cpuallocated": cpu, "memoryallocated": memory}
    fields = dict.fromkeys(ALLOCATION, False)
    for name, share in shares.items():
        fields[f"{name}threshold"] = share > WARN
        fields[f"{name}disablethreshold"] = share > DISABLE
    return fields


def _ghz(mhz: float) -> str:
    return f"{mhz / 1000:.2f} Ghz"


def _gigabytes(size: float) -> str:
    return f"{size / GIB:.2f} GB"


def _sizes(ctx: Context, some: list[Record]) -> tuple[int, int, int, int]:
    """Speed (MHz) and memory (bytes) of hosts, each as allocated and in all."""
    loads = [placement.load(ctx.store, host) for host in some]
    return (
        sum(cpu for cpu, _memory in loads),
        sum(host["cpunumber"] * host["cpuspeed"] for host in some),
        sum(memory for _cpu, memory in loads) * MIB_PER_GIB**2,
        sum(host["memorytotal"] for host in some),
    )


@command("listZonesMetrics")
def list_zones(ctx: Context) -> dict[str, Any]:
    """The zones with the load of their hosts."""
    return ctx.list(ctx.store.all("zone"), lambda zone: _zone(ctx, zone), ("networktype",), key="zone")


def _zone(ctx: Context, zone: Record) -> dict[str, Any]:
    cpu, cpus, memory, memories = _sizes(ctx, ctx.store.where("host", zoneid=zone["id"], type="Routing"))
    clusters = ctx.store.where("cluster", zoneid=zone["id"])
    enabled = [cluster for cluster in clusters if cluster["allocationstate"] == "Enabled"]
    return {
        "state": zone["allocationstate"],
        "clusters": f"{len(enabled)} / {len(clusters)}",
        "cputotal": _ghz(cpus),
        "cpuallocated": percent(cpu, cpus),
        "memorytotal": _gigabytes(memories),
        "memoryallocated": percent(memory, memories),
        **_thresholds(cpu / cpus if cpus else 0, memory / memories if memories else 0),
        **zone_view(ctx, zone),
    }


@command("listHostsMetrics")
def list_hosts(ctx: Context) -> dict[str, Any]:
    """The hosts with their load."""
    fields = (*PLACES, "type", "state", "resourcestate", "hypervisor")
    return ctx.list(ctx.store.all("host"), lambda host: _host(ctx, host), fields, key="host")


def _host(ctx: Context, host: Record) -> dict[str, Any]:
    cpu, cpus, memory, memories = _sizes(ctx, [host])
    held = ctx.store.where("virtualmachine", hostid=host["id"])
    machines = [m for kind in ("systemvm", "router") for m in ctx.store.where(kind, hostid=host["id"])]
    traffic = hosts.STATISTICS if hosts.statistics_known(ctx.store, host["zoneid"]) else {}
    return {
        "powerstate": "Disabled",
        "instances": f"{len([i for i in held if i['state'] == 'Running'])} / {len(held)}",
        "systeminstances": f"{len([m for m in machines if m['state'] == 'Running'])} / {len(machines)}",
        "cputotalghz": _ghz(cpus),
        "cpuusedghz": _ghz(0),
        "cpuallocatedghz": _ghz(cpu),
        "memorytotalgb": _gigabytes(memories),
        "memoryusedgb": _gigabytes(0),
        "memoryallocatedgb": _gigabytes(memory),
        **(
            {
                "networkread": f"{traffic['networkkbsread'] / MIB_PER_GIB**2:.2f} GB",
                "networkwrite": f"{traffic['networkkbswrite'] / MIB_PER_GIB**2:.2f} GB",
            }
            if traffic
            else {}
        ),
        **_thresholds(cpu / cpus if cpus else 0, memory / memories if memories else 0),
        **hosts.view(ctx.store, host),
    }


@command("listStoragePoolsMetrics")
def list_pools(ctx: Context) -> dict[str, Any]:
    """The storage pools with what is allocated of them."""
    fields = (*PLACES, "scope", "ipaddress", "path")
    return ctx.list(ctx.store.all("storagepool"), lambda pool: _pool(ctx, pool), fields, key="storagepool")


def _pool(ctx: Context, pool: Record) -> dict[str, Any]:
    shown = storage.view(ctx.store, pool, listed=True)
    total, factor = pool["capacitybytes"], float(shown.get("overprovisionfactor", 1))
    allocated = storage.allocated_bytes(ctx.store, pool)
    share = allocated / (total * factor) if total else 0
    return {
        "disksizeusedgb": _gigabytes(0),
        "disksizetotalgb": f"{_gigabytes(total)} (x{factor})",
        "disksizeallocatedgb": _gigabytes(allocated),
        "disksizeunallocatedgb": _gigabytes(total * factor - allocated),
        "storageusagethreshold": False,
        "storageusagedisablethreshold": False,
        "storageallocatedthreshold": share > WARN,
        "storageallocateddisablethreshold": share > DISABLE,
        **shown,
    }
