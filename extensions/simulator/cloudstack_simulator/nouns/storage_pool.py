"""Primary storage pools."""

from __future__ import annotations

from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from .. import errors
from ..context import Context
from ..model import storage
from ..registry import command, job
from ..shape import as_dict, stable_uuid
from ..store import Record
from .cluster import hypervisor

TYPES = {
    "nfs": "NetworkFilesystem",
    "rbd": "RBD",
    "iscsi": "IscsiLUN",
    "clvm": "CLVM",
    "sharedmountpoint": "SharedMountPoint",
    "presetup": "PreSetup",
    "vmfs": "VMFS",
    "gluster": "Gluster",
    "cifs": "SMB",
    "smb": "SMB",
    "filesystem": "Filesystem",
    "datastorecluster": "DatastoreCluster",
}
WITHOUT_SLASH = ("RBD", "CLVM")
SCOPES = ("CLUSTER", "ZONE", "HOST")


@command("createStoragePool")
def create(ctx: Context) -> dict[str, Any]:
    """Add primary storage to a cluster or to a whole zone."""
    zone = ctx.record("zone", "zoneid")
    scope = _scope(ctx)
    url = urlsplit(ctx.params["url"])
    kind = _kind(ctx, url)
    path = _path(kind, url)
    pool_id = stable_uuid("storagepool", url.hostname or "", path)
    held = ctx.store.get("storagepool", pool_id)
    if held is not None:
        pod = ctx.store.get("pod", held.get("podid"))
        number = pod["_number"] if pod else "null"
        raise errors.internal(
            f"Failed to add data store: Storage pool {path} already in use by another pod (id={number})"
        )
    pool = storage.new_pool(
        ctx,
        id=pool_id,
        name=ctx.params["name"],
        zoneid=zone["id"],
        ipaddress=url.hostname,
        path=path,
        type=kind,
        scope=scope,
        tags=ctx.get("tags") or None,
        **_place(ctx, zone, scope),
        **ctx.given("capacitybytes", "capacityiops", "managed", "provider", "istagarule", "storageaccessgroups"),
        details={k: v for k, v in as_dict(ctx.get("details")).items() if "password" not in k.lower()},
    )
    return {"storagepool": storage.view(ctx.store, pool)}


@command("listStoragePools")
def list_pools(ctx: Context) -> dict[str, Any]:
    """The storage pools of a zone, or of all."""
    pools = ctx.store.all("storagepool")
    if "status" in ctx.params:
        pools = [pool for pool in pools if pool["state"].lower() == ctx.params["status"].lower()]
    if ctx.maybe("host", "hostid"):
        host = ctx.record("host", "hostid")
        pools = [p for p in pools if p["zoneid"] == host["zoneid"] and p.get("_hostid") in (None, host["id"])
                 and p.get("clusterid") in (None, host["clusterid"])]  # fmt: skip
    fields = ("zoneid", "podid", "clusterid", "ipaddress", "path", "scope")
    return ctx.list(pools, lambda pool: storage.view(ctx.store, pool, listed=True), fields)


@command("updateStoragePool")
def update(ctx: Context) -> dict[str, Any]:
    """Change name, tags, capacity, or whether the pool is enabled."""
    pool = ctx.record("storagepool")
    if "enabled" in ctx.params:
        if pool["state"] not in ("Up", "Disabled"):
            raise errors.failed(
                f"The storage pool {pool['name']} is in {pool['state']} and cannot be enabled or disabled"
            )
        pool["state"] = "Up" if ctx.params["enabled"] else "Disabled"
    if "tags" in ctx.params:
        pool["tags"] = ",".join(ctx.params["tags"]) or None
    if "url" in ctx.params:
        url = urlsplit(ctx.params["url"])
        pool.update(ipaddress=url.hostname, path=_path(pool["type"], url))
    pool["details"].update(as_dict(ctx.get("details")))
    pool.update(ctx.given("name", "capacitybytes", "capacityiops", "istagarule"))
    return {"storagepool": storage.view(ctx.store, pool)}


@command("deleteStoragePool")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a pool that is in maintenance and holds no volumes."""
    pool = ctx.record("storagepool")
    if pool["state"] != "Maintenance":
        raise errors.invalid(
            "Unable to delete storage due to it is not in Maintenance state, pool: StoragePool "
            f'{{"id":{pool["_number"]},"name":"{pool["name"]}","poolType":"{pool["type"]}","uuid":"{pool["id"]}"}}'
        )
    held = storage.volumes_on(ctx.store, pool)
    if held and not ctx.get("forced"):
        raise errors.failed(f"Cannot delete pool {pool['name']} as there are associated volumes for this pool")
    for volume in held:
        if volume.get("virtualmachineid"):
            raise errors.failed(
                f"Cannot delete pool {pool['name']} as there are associated non-destroyed vols for this pool"
            )
    for volume in held:
        ctx.store.remove("volume", volume["id"])
    ctx.store.remove("storagepool", pool["id"])
    return {"success": True}


@job("enableStorageMaintenance")
def enable_maintenance(ctx: Context) -> dict[str, Any]:
    """Take a pool out of service; instances with volumes on it stop."""
    pool = ctx.record("storagepool")
    if pool["state"] not in ("Up", "Disabled"):
        raise errors.invalid(f"Primary storage with id {pool['id']} is not ready for migration, as the status is: "
                             f"{pool['state']}")  # fmt: skip
    for volume in storage.volumes_on(ctx.store, pool):
        instance = ctx.store.get("virtualmachine", volume.get("virtualmachineid"))
        if instance is not None and instance["state"] == "Running":
            instance["state"] = "Stopped"
            instance.pop("hostid", None)
    pool["state"] = "Maintenance"
    return {"storagepool": {**storage.view(ctx.store, pool), "jobid": ctx.job_id, "jobstatus": 0}}


@job("cancelStorageMaintenance")
def cancel_maintenance(ctx: Context) -> dict[str, Any]:
    """Bring a pool back into service."""
    pool = ctx.record("storagepool")
    if pool["state"] in ("Up", "Disabled"):
        raise errors.invalid(f"Primary storage with id {pool['id']} cannot complete cancel maintenance, as the status "
                             f"is: {pool['state']}")  # fmt: skip
    pool["state"] = "Up"
    return {"storagepool": {**storage.view(ctx.store, pool), "jobid": ctx.job_id, "jobstatus": 0}}


@job("changeStoragePoolScope")
def change_scope(ctx: Context) -> dict[str, Any]:
    """Make a disabled pool serve the zone, or one cluster of it."""
    pool, scope = ctx.record("storagepool"), _scope(ctx)
    if scope == "HOST" or pool["scope"] == "HOST":
        raise errors.invalid("Only the scopes CLUSTER and ZONE can be changed into one another")
    if scope == pool["scope"]:
        raise errors.invalid(f"New scope must be different than the current scope {scope}")
    if pool["state"] != "Disabled":
        raise errors.invalid("Scope of the Storage Pool can be changed only in Disabled state")
    if scope == "ZONE":
        pool.update(scope=scope, podid=None, clusterid=None)
        return {"success": True}
    cluster = ctx.record("cluster", "clusterid")
    if cluster["zoneid"] != pool["zoneid"]:
        raise errors.invalid(f"The cluster {cluster['name']} is not in the pool's zone")
    pool.update(scope=scope, podid=cluster["podid"], clusterid=cluster["id"])
    return {"success": True}


def _scope(ctx: Context) -> str:
    scope = ctx.get("scope", "CLUSTER" if ctx.get("clusterid") else "ZONE").upper()
    if scope not in SCOPES:
        raise errors.invalid(f"Unable to find the storage scope: {ctx.params['scope']}")
    return scope


def _kind(ctx: Context, url: SplitResult) -> str:
    kind = TYPES.get(url.scheme.lower())
    if kind is None:
        raise errors.invalid(f"scheme is null {ctx.params['url']}" if not url.scheme
                             else f"Unable to figure out the scheme for URL: {ctx.params['url']}")  # fmt: skip
    if not url.hostname or not url.path:
        raise errors.invalid("Host or path is null, should be scheme://hostname/path")
    return kind


def _path(kind: str, url: SplitResult) -> str:
    path = unquote(url.path)
    return path.lstrip("/") if kind in WITHOUT_SLASH else path


def _place(ctx: Context, zone: Record, scope: str) -> dict[str, Any]:
    if scope == "ZONE":
        if not ctx.get("hypervisor"):
            raise errors.invalid(
                "Missing parameter hypervisor. Hypervisor type is required to create zone wide primary storage."
            )
        return {"hypervisor": hypervisor(ctx.params["hypervisor"])}
    pod, cluster = ctx.maybe("pod", "podid"), ctx.maybe("cluster", "clusterid")
    if pod is None or cluster is None:
        raise errors.invalid("Cluster and pod id must be specified for cluster wide primary storage")
    if cluster["podid"] != pod["id"] or pod["zoneid"] != zone["id"]:
        raise errors.invalid(
            f"The cluster {cluster['name']} is not in the pod {pod['name']} of the zone {zone['name']}"
        )
    if not ctx.store.first("host", clusterid=cluster["id"], state="Up"):
        raise errors.internal(
            f"Failed to add data store: No host up to associate a storage pool with in cluster {cluster['_number']}"
        )
    return {"podid": pod["id"], "clusterid": cluster["id"], "hypervisor": cluster["hypervisortype"]}
