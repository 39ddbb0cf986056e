"""Hosts."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import urlsplit

from .. import errors
from ..context import Context
from ..model import gpus, hosts, unmanaged, zones
from ..model.storage import add_local_pool, remove_local_pools
from ..registry import Submitted, background, command, job
from ..store import Record
from .cluster import OVERCOMMIT, hypervisor

ENTER_MAINTENANCE, FIND_AGENT = "enter host maintenance", "find a host's agent"
CPUS, CPU_MHZ, MEMORY_BYTES = 4, 8000, 8589934592
OUT_OF_SERVICE = ("PrepareForMaintenance", "Maintenance", "ErrorInMaintenance", "ErrorInPrepareForMaintenance")


@command("addHost")
def add(ctx: Context) -> dict[str, Any]:
    """Add a host; the server names it, and adding the same URL again makes another host."""
    zone, pod = ctx.record("zone", "zoneid"), ctx.record("pod", "podid")
    name = hypervisor(ctx.params["hypervisor"])
    url = ctx.params["url"]
    if not urlsplit(url).hostname:
        raise errors.invalid(f"{url} is not a valid uri")
    cluster = _cluster(ctx, zone, pod, name)
    host = ctx.store.add(
        "host",
        {
            "name": f"SimulatedAgent.{uuid.uuid4()}" if name == "Simulator" else urlsplit(url).hostname,
            "state": "Up",
            "type": "Routing",
            "ipaddress": zones.take_private_address(ctx.store, pod),
            "zoneid": zone["id"],
            "podid": pod["id"],
            "clusterid": cluster["id"],
            "hypervisor": name,
            "cpunumber": CPUS,
            "cpuspeed": CPU_MHZ,
            "memorytotal": MEMORY_BYTES,
            "created": ctx.now(),
            "resourcestate": "Disabled" if ctx.get("allocationstate", "").lower().startswith("dis") else "Enabled",
            "arch": cluster["arch"],
            "storageaccessgroups": ",".join(ctx.get("storageaccessgroups", [])) or None,
            "_tags": ctx.get("hosttags", []),
        },
    )
    if host["ipaddress"] is None:
        number = host["_number"]
        host["ipaddress"] = f"172.20.{number >> 8 & 255}.{number & 255}"
    if zone["localstorageenabled"]:
        add_local_pool(ctx, host)
    unmanaged.bring_along(ctx.store, host)
    return {"count": 1, "host": [hosts.view(ctx.store, host)]}


@command("listHosts")
def list_hosts(ctx: Context) -> dict[str, Any]:
    """The hosts; looking at them counts as a poll of those that are entering maintenance."""
    for work in (ENTER_MAINTENANCE, FIND_AGENT):
        ctx.jobs.poll_background(work)
    chosen = ctx.store.all("host")
    if "virtualmachineid" in ctx.params:
        instance = ctx.record("virtualmachine", "virtualmachineid")
        chosen = [host for host in chosen if host["id"] != instance.get("hostid")]
    if ctx.get("hahost") or ctx.get("outofbandmanagementenabled"):
        chosen = []
    fields = ("zoneid", "podid", "clusterid", "type", "state", "resourcestate", "hypervisor", "arch")
    power = ctx.get("outofbandmanagementpowerstate")
    if power is not None:
        chosen = [host for host in chosen if hosts.out_of_band(host)["powerstate"].lower() == power.lower()]
    shown = ("version", "managementserverid")
    return ctx.list(chosen, lambda host: hosts.view(ctx.store, host), fields, shown=shown)


@command("updateHost")
def update(ctx: Context) -> dict[str, Any]:
    """Change name, tags, allocation state or OS category."""
    host = ctx.record("host")
    state = ctx.get("allocationstate")
    if state is not None:
        if state.lower() not in ("enable", "disable"):
            raise errors.invalid(f"Invalid allocation state {state}: Enable and Disable are the ones to choose from")
        if host["resourcestate"] in OUT_OF_SERVICE:
            raise errors.failed(f"Host {host['name']} is in {host['resourcestate']} and cannot be {state.lower()}d")
        host["resourcestate"] = f"{state.capitalize()}d"
    if "hosttags" in ctx.params:
        host["_tags"] = ctx.params["hosttags"]
    if "istagarule" in ctx.params:
        host["_istagarule"] = ctx.params["istagarule"]
    if ctx.maybe("oscategory", "oscategoryid"):
        host["oscategoryid"] = ctx.params["oscategoryid"]
    host.update(ctx.given("name", "annotation"))
    return {"host": hosts.view(ctx.store, host)}


@command("deleteHost")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a host that is in maintenance, or any when forced."""
    host = ctx.record("host")
    if host["resourcestate"] != "Maintenance" and not ctx.get("forced"):
        raise errors.failed(
            f"Host with UUID [{host['id']}] is not in maintenance mode and no forced deletion was requested."
        )
    remove_local_pools(ctx, host)
    hosts.evacuate(ctx.store, host)
    hosts.stop_on(ctx.store, host)
    ctx.store.remove("host", host["id"])
    return {"success": True}


@command("prepareHostForMaintenance")
def check_maintenance(ctx: Context) -> Submitted:
    """Find the host; all else is the job's."""
    return Submitted(ctx.record("host")["id"])


@job("prepareHostForMaintenance")
def prepare_for_maintenance(ctx: Context) -> dict[str, Any]:
    """Begin maintenance; the host is in it some looks later."""
    host = ctx.record("host")
    if host["state"] != "Up" or host["resourcestate"] in OUT_OF_SERVICE:
        raise errors.failed(
            "Failed to prepare host for maintenance due to: Unable to prepare for maintenance host Host "
            f'{{"id":{host["_number"]},"name":"{host["name"]}","type":"{host["type"]}","uuid":"{host["id"]}"}}'
        )
    host["resourcestate"] = "PrepareForMaintenance"
    answer = {**hosts.view(ctx.store, host), "jobid": ctx.job_id, "jobstatus": 0}
    ctx.jobs.start_background(ENTER_MAINTENANCE, host["id"])
    return {"host": answer}


@background(ENTER_MAINTENANCE)
def enter_maintenance(ctx: Context) -> dict[str, Any]:
    """The host has given its machines away, or could not."""
    host = ctx.store.get("host", ctx.instance)
    if host is not None and host["resourcestate"] == "PrepareForMaintenance":
        stranded = hosts.evacuate(ctx.store, host)
        host["resourcestate"] = "ErrorInMaintenance" if stranded else "Maintenance"
    return {}


@job("cancelHostMaintenance")
def cancel_maintenance(ctx: Context) -> dict[str, Any]:
    """Bring a host back into service."""
    host = ctx.record("host")
    if host["resourcestate"] not in OUT_OF_SERVICE:
        raise errors.invalid(f"Host {host['name']} is not in maintenance: it is {host['resourcestate']}")
    host["resourcestate"] = "Enabled"
    return {"host": {**hosts.view(ctx.store, host), "jobid": ctx.job_id, "jobstatus": 0}}


@job("reconnectHost")
def reconnect(ctx: Context) -> dict[str, Any]:
    """Drop the connection to a host's agent; that it is lost shows a moment later, until the server finds it again."""
    host = ctx.record("host")
    if host["state"] != "Up":
        raise errors.failed(f"Unable to disconnect host {host['name']}: it is {host['state']}")
    shown = hosts.view(ctx.store, host)
    host["state"] = "Disconnected"
    ctx.jobs.start_background(FIND_AGENT, host["id"], looks=7, patience=30)
    return {"host": {**shown, "jobid": ctx.job_id, "jobstatus": 0}}


@background(FIND_AGENT)
def find_agent(ctx: Context) -> dict[str, Any]:
    """The server's scan has connected to a host again, and learned what GPUs it has."""
    host = ctx.store.get("host", ctx.instance)
    if host is not None and host["state"] == "Disconnected":
        host["state"] = "Up"
        gpus.discover(ctx.store, host)
    return {}


def _cluster(ctx: Context, zone: Record, pod: Record, name: str) -> Record:
    if pod["zoneid"] != zone["id"]:
        raise errors.invalid(f"Can't find pod with id {pod['id']} in the zone {zone['name']}")
    cluster = ctx.maybe("cluster", "clusterid")
    if cluster is not None:
        if cluster["podid"] != pod["id"]:
            raise errors.invalid(f"The cluster {cluster['name']} is not in the pod {pod['name']}")
        if cluster["hypervisortype"] != name:
            raise errors.invalid(f"The cluster {cluster['name']} is of hypervisor {cluster['hypervisortype']}")
        return cluster
    if not ctx.get("clustername"):
        raise errors.invalid("Please specify the cluster: clusterid or clustername")
    held = ctx.store.first("cluster", podid=pod["id"], name=ctx.params["clustername"])
    return held or ctx.store.add(
        "cluster",
        {
            "name": ctx.params["clustername"],
            "podid": pod["id"],
            "zoneid": zone["id"],
            "hypervisortype": name,
            "clustertype": "CloudManaged",
            "allocationstate": "Enabled",
            "managedstate": "Managed",
            "arch": "x86_64",
            "resourcedetails": dict(OVERCOMMIT),
        },
    )
