"""Volumes: how they are shown, made and placed."""

from __future__ import annotations

import json
from typing import Any

from .. import errors
from ..context import Context
from ..shape import compact, pick, tags_of
from ..store import Record, Store
from . import marks, owners, placement

KIND = "volume"
GIB = 1024**3


def described(volume: Record) -> str:
    """A volume as error texts quote it."""
    instance = volume.get("virtualmachineid")
    fields = {
        "id": volume["_number"],
        "instanceId": volume["_instancenumber"] if instance else None,
        "name": volume["name"],
        "uuid": volume["id"],
        "volumeType": volume["type"],
    }
    return f"Volume {json.dumps(fields, separators=(',', ':'))}"


def add(ctx: Context, owner: dict[str, Any], zone_id: str, kind: str, size: int, **fields: Any) -> Record:
    """Keep a new volume (state Allocated). owner: an owner stamp; kind: ROOT or DATADISK; size in bytes."""
    return ctx.store.add(
        KIND,
        {
            "zoneid": zone_id,
            "type": kind,
            "provisioningtype": "thin",
            "size": size,
            "created": ctx.now(),
            "state": "Allocated",
            **owner,
            "storagetype": "shared",
            "isextractable": kind != "ROOT",
            "displayvolume": True,
            "deleteprotection": False,
            **compact(**fields),
        },
    )


def attach(volume: Record, instance: Record, device: int) -> None:
    """Note that a volume is a device of an instance."""
    volume.update(virtualmachineid=instance["id"], deviceid=device, _instancenumber=instance["_number"])


def place(ctx: Context, volume: Record, cluster_id: str | None) -> None:
    """Put a volume on a storage pool and make it Ready; ApiError when no pool fits."""
    if volume.get("storageid"):
        volume["state"] = "Ready"
        return
    offering = ctx.store.get("diskoffering", volume.get("diskofferingid")) or {}
    local = volume["storagetype"] == "local"
    pool = placement.choose_pool(ctx.store, volume["zoneid"], cluster_id, local, offering.get("tags"))
    if pool is None:
        raise errors.ApiError(
            errors.INSUFFICIENT_CAPACITY, f"No storage pool is suitable for the volume {volume['name']}"
        )
    volume.update(storageid=pool["id"], state="Ready")
    volume["path"] = volume["id"] if volume["type"] == "ROOT" else volume["name"]


def _image(store: Store, volume: Record) -> dict[str, Any]:
    template = store.get("template", volume.get("templateid"))
    iso = store.get("iso", volume.get("isoid"))
    return compact(
        templateid=template and template["id"],
        templatename=template and template["name"],
        templatedisplaytext=template and template["displaytext"],
        isoid=iso and iso["id"],
        isoname=iso and iso["name"],
        isodisplaytext=iso and iso["displaytext"],
    )


def _instance(store: Store, volume: Record) -> dict[str, Any]:
    instance = store.get("virtualmachine", volume.get("virtualmachineid"))
    if instance is None:
        return {}
    return {
        "vmname": instance["name"],
        "vmdisplayname": instance["displayname"],
        "vmstate": instance["state"],
        "vmtype": "User",
    }


def _offering(store: Store, volume: Record) -> dict[str, Any]:
    disk = store.get("diskoffering", volume.get("diskofferingid"))
    if disk is not None:
        return {
            "diskofferingid": disk["id"],
            "diskofferingname": disk["name"],
            "diskofferingdisplaytext": disk["displaytext"],
        }
    service = store.get("serviceoffering", volume.get("_serviceofferingid"))
    if service is None:
        return {}
    return {
        "serviceofferingid": str(service["_number"]),
        "serviceofferingname": service["name"],
        "serviceofferingdisplaytext": service["displaytext"],
    }


def _storage(store: Store, volume: Record) -> dict[str, Any]:
    pool = store.get("storagepool", volume.get("storageid"))
    if pool is None:
        return {}
    cluster, pod = store.get("cluster", pool.get("clusterid")), store.get("pod", pool.get("podid"))
    return compact(
        path=volume.get("path"),
        storageid=pool["id"],
        clusterid=cluster and cluster["id"],
        clustername=cluster and cluster["name"],
        podid=pod and pod["id"],
        podname=pod and pod["name"],
    )


def view(ctx: Context, volume: Record, *, job: bool = False) -> dict[str, Any]:
    """A volume as the API shows it; `job` adds the job that the answer ends."""
    store, zone = ctx.store, ctx.store.need("zone", volume["zoneid"])
    pool = store.get("storagepool", volume.get("storageid"))
    attached = volume.get("virtualmachineid") is not None
    figures = {"diskkbsread": 0, "diskkbswrite": 0, "diskioread": 0, "diskiowrite": 0} if attached else {}
    return {
        **pick(volume, "id", "name"),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        **pick(volume, "type", "deviceid", "virtualmachineid"),
        **_image(store, volume),
        **_instance(store, volume),
        **pick(volume, "provisioningtype", "size", "miniops", "maxiops", "snapshotid", "created", "state"),
        **owners.of(volume),
        "storagetype": volume["storagetype"],
        **figures,
        "hypervisor": pool["hypervisor"] if pool and pool.get("hypervisor") else volume.get("_hypervisor", "None"),
        **_offering(store, volume),
        **compact(storage=pool and pool["name"]),
        **pick(volume, "attached"),
        "destroyed": volume["state"] == "Destroy",
        **pick(volume, "isextractable", "displayvolume"),
        **_storage(store, volume),
        "quiescevm": False,
        "supportsstoragesnapshot": False,
        "deleteprotection": volume["deleteprotection"],
        "tags": tags_of(store, volume["id"]),
        "hasannotations": marks.annotated(store, volume["id"]),
        **({"jobid": ctx.job_id, "jobstatus": 0} if job else {}),
    }
