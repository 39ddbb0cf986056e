"""Hosts: how they are shown, and what becomes of the machines on one that leaves."""

from __future__ import annotations

from typing import Any

from ..jobs import MANAGEMENT_SERVER
from ..shape import percent, pick
from ..store import Record, Store
from . import gpus, placement

VERSION = "4.23.0.0-SNAPSHOT"
EVENTS = (
    "AgentDisconnected; StartAgentRebalance; Ping; Remove; ShutdownRequested; ManagementServerDown; PingTimeout; "
    "AgentConnected; HostDown"
)
STATISTICS: dict[str, Any] = {
    "cpuused": "0%",
    "cpuloadaverage": 0.0,
    "networkkbsread": 32768,
    "networkkbswrite": 16384,
    "memoryused": 0,
}
MEGABYTE = 1024 * 1024


def statistics_known(store: Store, zone_id: str) -> bool:
    """Whether the server has gathered statistics of a zone: it has once the zone was enabled."""
    return bool(store.need("zone", zone_id).get("_was_enabled"))


def view(store: Store, host: Record) -> dict[str, Any]:
    """A host as the API shows it."""
    zone, pod = store.need("zone", host["zoneid"]), store.need("pod", host["podid"])
    cluster = store.need("cluster", host["clusterid"])
    category = store.get("oscategory", host.get("oscategoryid"))
    return {
        **pick(host, "id", "name", "state", "type", "ipaddress", "zoneid", "podid", "clusterid", "hypervisor",
               "cpunumber", "cpuspeed", "memorytotal", "created", "resourcestate", "arch", "storageaccessgroups",
               "annotation"),
        "zonename": zone["name"],
        "podname": pod["name"],
        "clustername": cluster["name"],
        "clustertype": cluster["clustertype"],
        "version": VERSION,
        "hypervisorversion": VERSION,
        **_load(store, host),
        **(STATISTICS if statistics_known(store, zone["id"]) else {}),
        **gpus.of_host(host),
        "capabilities": "hvm",
        "lastpinged": "1970-01-21T07:01:21+0000",
        **(MANAGEMENT_SERVER if host["state"] == "Up" else {}),
        "islocalstorageactive": False,
        "events": EVENTS,
        **_tags(host),
        **({"oscategoryid": category["id"], "oscategoryname": category["name"]} if category else {}),
        "hostha": high_availability(host),
        "outofbandmanagement": out_of_band(host),
        "hahost": False,
        "ueficapability": False,
        "hasannotations": store.first("annotation", entityid=host["id"]) is not None,
    }  # fmt: skip


def high_availability(host: Record) -> dict[str, Any]:
    """Whether a host is watched over, and by whom; one whose power cannot be switched is not eligible."""
    held = host.get("_ha", {})
    enabled = held.get("enabled", False)
    able = "Available" if host.get("_outofband", {}).get("enabled") else "Ineligible"
    provider = {"haprovider": held["provider"]} if "provider" in held else {}
    return {"haenable": enabled, "hastate": able if enabled else "Disabled", **provider}


def out_of_band(host: Record) -> dict[str, Any]:
    """How a host's power is switched; of the password only its beginning is shown."""
    held = host.get("_outofband", {})
    enabled = held.get("enabled", False)
    shown = {"powerstate": held.get("powerstate", "Disabled") if enabled else "Disabled", "enabled": enabled}
    if "driver" not in held:
        return shown
    return {
        **shown,
        **pick(held, "driver", "address", "port", "username"),
        "password": f"{held['password'][:1]}****",
    }


def evacuate(store: Store, host: Record) -> list[Record]:
    """Move what runs on a host to others; return the instances that no other host can take."""
    stranded = []
    for instance in placement.running_on(store, host):
        other = placement.choose_host(store, host["zoneid"], host["hypervisor"], instance, {}, (host["id"],))
        if other is None:
            stranded.append(instance)
        else:
            instance["hostid"] = other["id"]
    for kind in ("router", "systemvm"):
        for machine in store.where(kind, hostid=host["id"]):
            _move_or_stop(store, host, machine)
    return stranded


def stop_on(store: Store, host: Record) -> None:
    """Stop every instance that still runs on a host that is going away."""
    for instance in placement.running_on(store, host):
        instance["state"] = "Stopped"
        instance.pop("hostid", None)


def _move_or_stop(store: Store, host: Record, machine: Record) -> None:
    others = [h for h in placement.able_hosts(store, host["zoneid"], host["hypervisor"]) if h["id"] != host["id"]]
    if others:
        machine["hostid"] = others[0]["id"]
        return
    machine["state"] = "Stopped"
    for name in ("hostid", "privateip", "linklocalip", "storageip"):
        machine.pop(name, None)


def _load(store: Store, host: Record) -> dict[str, Any]:
    cpu, memory_mb = placement.load(store, host)
    cpu_total = host["cpunumber"] * host["cpuspeed"]
    share, memory = percent(cpu, cpu_total), memory_mb * MEGABYTE
    return {
        "cpuallocated": share,
        "cpuallocatedvalue": cpu,
        "cpuallocatedpercentage": share,
        "cpuallocatedwithoverprovisioning": share,
        "cpuwithoverprovisioning": str(cpu_total),
        "memorywithoverprovisioning": str(host["memorytotal"]),
        "memoryallocated": memory,
        "memoryallocatedpercentage": percent(memory, host["memorytotal"]),
        "memoryallocatedbytes": memory,
    }


def _tags(host: Record) -> dict[str, Any]:
    if not host["_tags"]:
        return {}
    joined = ",".join(sorted(host["_tags"]))
    return {"hosttags": joined, "explicithosttags": joined, "istagarule": host.get("_istagarule", False)}
