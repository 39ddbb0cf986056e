"""Clusters."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import accepted
from ..registry import command
from ..seed import static_answers
from ..shape import as_dict, pick
from ..store import Record

TYPES = ("CloudManaged", "ExternalManaged")
OVERCOMMIT = {"cpuOvercommitRatio": "1.0", "memoryOvercommitRatio": "1.0"}


@command("addCluster")
def add(ctx: Context) -> dict[str, Any]:
    """Add a cluster to a pod."""
    zone, pod = ctx.record("zone", "zoneid"), ctx.record("pod", "podid")
    if pod["zoneid"] != zone["id"]:
        raise errors.invalid(f"Can't find pod with id {pod['id']} in the zone {zone['name']}")
    kind = _type(ctx.params["clustertype"])
    name = ctx.params["clustername"]
    if ctx.store.matching("cluster", lambda c: c["podid"] == pod["id"] and c["name"].lower() == name.lower()):
        raise errors.failed(
            f"Unable to create cluster {name} in pod and data center with specified ids",
            ((pod["id"], "podId"), (zone["id"], "dcId")),
        )
    accepted.refuse_allocation_state(ctx)
    cluster = ctx.store.add(
        "cluster",
        {
            "name": name,
            "podid": pod["id"],
            "zoneid": zone["id"],
            "hypervisortype": hypervisor(ctx.params["hypervisor"]),
            "clustertype": kind,
            "allocationstate": ctx.get("allocationstate", "Enabled"),
            "managedstate": "Managed",
            "arch": ctx.get("arch", "x86_64"),
            "storageaccessgroups": ",".join(ctx.get("storageaccessgroups", [])) or None,
            "resourcedetails": dict(OVERCOMMIT),
        },
    )
    return {"count": 1, "cluster": [view(ctx, cluster)]}


@command("listClusters")
def list_clusters(ctx: Context) -> dict[str, Any]:
    """The clusters of a zone, of a pod, or of all."""
    clusters = ctx.store.all("cluster")
    if "hypervisor" in ctx.params:
        clusters = [c for c in clusters if c["hypervisortype"].lower() == ctx.params["hypervisor"].lower()]
    fields = ("zoneid", "podid", "clustertype", "allocationstate", "managedstate", "arch")
    return ctx.list(clusters, lambda cluster: view(ctx, cluster), fields)


@command("updateCluster")
def update(ctx: Context) -> dict[str, Any]:
    """Change name, type, states or architecture."""
    cluster = ctx.record("cluster")
    state = ctx.get("allocationstate")
    if state is not None and state.capitalize() not in ("Enabled", "Disabled"):
        raise errors.invalid(f"Unable to resolve Allocation State '{state}' to a supported state")
    if ctx.get("hypervisor") and cluster["hypervisortype"] != hypervisor(ctx.params["hypervisor"]):
        if ctx.store.first("host", clusterid=cluster["id"]):
            raise errors.invalid("Cannot change the hypervisor type of a cluster that has hosts")
        cluster["hypervisortype"] = hypervisor(ctx.params["hypervisor"])
    if "clustertype" in ctx.params:
        cluster["clustertype"] = _type(ctx.params["clustertype"])
    if "clustername" in ctx.params:
        cluster["name"] = ctx.params["clustername"]
    if state is not None:
        cluster["allocationstate"] = state.capitalize()
    if "managedstate" in ctx.params:
        cluster["managedstate"] = ctx.params["managedstate"].capitalize()
    cluster["resourcedetails"].update(as_dict(ctx.get("externaldetails")))
    cluster.update(ctx.given("arch"))
    return {"cluster": view(ctx, cluster)}


@command("deleteCluster")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a cluster without hosts and storage pools."""
    cluster = ctx.record("cluster")
    for kind, what in (("host", "hosts"), ("storagepool", "storage pools")):
        if ctx.store.first(kind, clusterid=cluster["id"]):
            raise errors.failed(f"Cluster: {cluster['_number']} cannot be removed. Cluster still has {what}")
    ctx.store.remove("cluster", cluster["id"])
    return {"success": True}


def view(ctx: Context, cluster: Record) -> dict[str, Any]:
    """A cluster as the API shows it."""
    return {
        **pick(cluster, "id", "name", "podid", "zoneid", "hypervisortype", "clustertype", "allocationstate",
               "managedstate", "arch", "storageaccessgroups"),
        "podname": ctx.store.need("pod", cluster["podid"])["name"],
        "zonename": ctx.store.need("zone", cluster["zoneid"])["name"],
        "cpuovercommitratio": cluster["resourcedetails"]["cpuOvercommitRatio"],
        "memoryovercommitratio": cluster["resourcedetails"]["memoryOvercommitRatio"],
        "resourcedetails": dict(cluster["resourcedetails"]),
        "hasannotations": False,
    }  # fmt: skip


def hypervisor(word: str) -> str:
    """A hypervisor's name as the server spells it; ApiError for one that it does not know."""
    known = {item["name"].lower(): item["name"] for item in static_answers()["listHypervisors"]["hypervisor"]}
    if word.lower() not in known:
        raise errors.invalid(f"Unable to resolve {word} to a supported hypervisor type")
    return known[word.lower()]


def _type(word: str) -> str:
    for kind in TYPES:
        if kind.lower() == word.lower():
            return kind
    raise errors.invalid(f"Unable to resolve {word} to a supported cluster type")
