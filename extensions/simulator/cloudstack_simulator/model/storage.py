"""Primary storage: how pools are shown, what lies on them, and the local pools of hosts."""

from __future__ import annotations

import uuid
from typing import Any

from .. import errors
from ..context import Context
from ..shape import pick
from ..store import Record, Store
from . import hosts

CAPACITY_BYTES = 1099511627776
OVERPROVISIONING = 2


def new_pool(ctx: Context, **fields: Any) -> Record:
    """Keep a new storage pool that is up."""
    return ctx.store.add(
        "storagepool",
        {
            "created": ctx.now(),
            "capacitybytes": CAPACITY_BYTES,
            "state": "Up",
            "istagarule": False,
            "managed": False,
            "provider": "DefaultPrimary",
            "details": {},
            **fields,
        },
    )


def add_local_pool(ctx: Context, host: Record) -> Record:
    """Give a host its local storage pool."""
    pool_id = str(uuid.uuid4())
    return new_pool(
        ctx,
        id=pool_id,
        name=f"{host['name']}-local-{pool_id[:8]}",
        ipaddress=host["ipaddress"],
        path=f"/mnt/{pool_id}",
        type="Filesystem",
        scope="HOST",
        hypervisor=host["hypervisor"],
        **{name: host[name] for name in ("zoneid", "podid", "clusterid")},
        _hostid=host["id"],
    )


def remove_local_pools(ctx: Context, host: Record) -> None:
    """Forget the local pools of a host that leaves; volumes on them are refused unless they may be destroyed."""
    for pool in ctx.store.where("storagepool", _hostid=host["id"]):
        held = volumes_on(ctx.store, pool)
        if held and not ctx.get("forcedestroylocalstorage"):
            raise errors.failed(
                f"Unable to delete the host: its local storage pool {pool['name']} holds {len(held)} volumes and "
                "forcedestroylocalstorage was not given"
            )
        for volume in held:
            ctx.store.remove("volume", volume["id"])
        ctx.store.remove("storagepool", pool["id"])


def volumes_on(store: Store, pool: Record) -> list[Record]:
    """The volumes that lie on a pool."""
    return store.where("volume", storageid=pool["id"])


def allocated_bytes(store: Store, pool: Record) -> int:
    """What a pool's volumes take, in bytes."""
    return sum(int(volume.get("size") or 0) for volume in volumes_on(store, pool))


def view(store: Store, pool: Record, listed: bool = False) -> dict[str, Any]:
    """A storage pool as the API shows it; a list shows its capabilities and details too."""
    pod, cluster = store.get("pod", pool.get("podid")), store.get("cluster", pool.get("clusterid"))
    answer = {
        **pick(pool, "id", "zoneid", "podid", "clusterid", "name", "ipaddress", "path", "created", "type",
               "capacitybytes", "tags", "istagarule", "state", "scope", "hypervisor", "provider", "managed",
               "storageaccessgroups"),
        "zonename": store.need("zone", pool["zoneid"])["name"],
        **({"podname": pod["name"]} if pod else {}),
        **({"clustername": cluster["name"]} if cluster else {}),
        "disksizetotal": pool["capacitybytes"],
        "disksizeallocated": allocated_bytes(store, pool),
        "disksizeused": 0,
        "overprovisionfactor": f"{OVERPROVISIONING:.1f}",
        "hasannotations": store.first("annotation", entityid=pool["id"]) is not None,
    }  # fmt: skip
    if hosts.statistics_known(store, pool["zoneid"]):
        answer |= {"capacityiops": pool.get("capacityiops") or 1000000, "usediops": 500000}
    elif pool.get("capacityiops"):
        answer["capacityiops"] = pool["capacityiops"]
    if listed:
        answer |= {"storagecapabilities": {"VOLUME_SNAPSHOT_QUIESCEVM": "false"}, "details": dict(pool["details"])}
    return answer
