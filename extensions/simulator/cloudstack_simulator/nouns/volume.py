"""Volumes."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import accepted, ids, marks, owners, placement, volumes
from ..registry import Submitted, command, job
from ..store import Record

KIND = volumes.KIND
CD_ROM = 3
FIELDS = ("zoneid", "type", "virtualmachineid", "diskofferingid", "state", "storageid", "displayvolume")


def _size(ctx: Context, offering: Record) -> int:
    """The bytes of a new or resized volume of an offering."""
    if not offering["iscustomized"]:
        return offering["disksize"] * volumes.GIB
    if not ctx.get("size"):
        raise errors.invalid(f"The custom disk offering {offering['name']} needs a size")
    accepted.refuse_custom_size(ctx.store, ctx.params["size"])
    return ctx.params["size"] * volumes.GIB


@command("createVolume")
def create(ctx: Context) -> Submitted:
    """Make a data disk from an offering or a snapshot; it gets a place when it is attached."""
    snapshot, offering = ctx.maybe("snapshot", "snapshotid"), ctx.maybe("diskoffering", "diskofferingid")
    if snapshot is None and offering is None:
        raise errors.invalid("At least one of disk Offering ID or snapshot ID must be passed whilst creating volume")
    zone_id: str | None = ctx.get("zoneid") or (snapshot["zoneid"] if snapshot else None)
    if zone_id is None:
        raise errors.invalid("zoneid must be given")
    if offering is not None and not offering["iscustomized"] and "size" in ctx.params:
        raise errors.invalid("This disk offering does not allow custom size")
    if snapshot is not None and offering is None:
        offering = ctx.store.get("diskoffering", snapshot["_diskofferingid"])
    size = max(_size(ctx, offering) if offering else 0, snapshot["virtualsize"] if snapshot else 0)
    volume = volumes.add(
        ctx,
        owners.stamp(ctx.owner()),
        zone_id,
        "DATADISK",
        size,
        id=ctx.get("customid"),
        name=ctx.get("name"),
        diskofferingid=offering and offering["id"],
        snapshotid=snapshot and snapshot["id"],
        **ctx.given("miniops", "maxiops", "displayvolume"),
    )
    volume.setdefault("name", f"DATA-{volume['_number']}")
    pool = ctx.maybe("storagepool", "storageid")
    if pool is not None:
        volume.update(storageid=pool["id"], path=volume["name"], state="Ready")
    if offering:
        volume["storagetype"] = offering["storagetype"]
    return Submitted(volume["id"])


@job("createVolume")
def created(ctx: Context) -> dict[str, Any]:
    """Show the volume; attach it when an instance was named."""
    volume = ctx.store.need(KIND, ctx.instance)
    instance = ctx.maybe("virtualmachine", "virtualmachineid")
    if instance is not None:
        _attach(ctx, volume, instance)
    return {"volume": volumes.view(ctx, volume, job=True)}


def _attach(ctx: Context, volume: Record, instance: Record) -> None:
    if volume.get("virtualmachineid"):
        raise errors.invalid("Please specify a volume that is not attached to any VM.")
    if volume["zoneid"] != instance["zoneid"]:
        raise errors.invalid("Please specify a volume and an instance that are in the same zone")
    taken = {held["deviceid"] for held in ctx.store.where(KIND, virtualmachineid=instance["id"])}
    device = ctx.get("deviceid", next(number for number in range(1, 256) if number not in taken | {CD_ROM}))
    if device == CD_ROM:
        raise errors.invalid("deviceId should be 1,2,4-7: 3 is the CD-ROM's")
    if device in taken:
        raise errors.invalid(f"deviceId {device} is used by VM {instance['id']}")
    host = ctx.store.get("host", instance.get("hostid") or instance.get("_lasthostid"))
    volumes.place(ctx, volume, host["clusterid"] if host else None)
    volumes.attach(volume, instance, device)
    volume["attached"] = ctx.now()


@job("attachVolume")
def attach(ctx: Context) -> dict[str, Any]:
    """Give a volume to an instance."""
    volume = ctx.record(KIND)
    _attach(ctx, volume, ctx.record("virtualmachine", "virtualmachineid"))
    return {"volume": volumes.view(ctx, volume, job=True)}


def _to_detach(ctx: Context) -> Record:
    if "id" in ctx.params:
        return ctx.record(KIND)
    if "deviceid" not in ctx.params or "virtualmachineid" not in ctx.params:
        raise errors.invalid("Please provide either a volume id, or a tuple(device id, instance id)")
    device, instance_id = ctx.params["deviceid"], ctx.params["virtualmachineid"]
    volume = ctx.store.first(KIND, virtualmachineid=instance_id, deviceid=device)
    if volume is None:
        raise errors.invalid("Unable to find a volume with the specified deviceId and instance")
    return volume


@command("detachVolume")
def prepare_detach(ctx: Context) -> Submitted:
    """Nothing is checked before the job."""
    return Submitted(ctx.get("id"))


@job("detachVolume")
def detach(ctx: Context) -> dict[str, Any]:
    """Take a volume from its instance."""
    volume = _to_detach(ctx)
    if not volume.get("virtualmachineid"):
        raise errors.invalid("The specified volume is not attached to a VM.")
    if volume["type"] == "ROOT":
        instance = ctx.store.need("virtualmachine", volume["virtualmachineid"])
        if instance["state"] != "Stopped":
            raise errors.invalid("The root disk can be detached from a stopped instance only")
    for name in ("virtualmachineid", "deviceid", "attached"):
        volume.pop(name, None)
    return {"volume": volumes.view(ctx, volume, job=True)}


@job("resizeVolume")
def resize(ctx: Context) -> dict[str, Any]:
    """Change a volume's size or offering; shrinking needs `shrinkok`."""
    volume, offering = ctx.record(KIND), ctx.maybe("diskoffering", "diskofferingid")
    if offering is not None:
        size = _size(ctx, offering)
    elif "size" in ctx.params:
        accepted.refuse_disk_size(ctx.store, ctx.params["size"])
        size = ctx.params["size"] * volumes.GIB
    elif "miniops" in ctx.params or "maxiops" in ctx.params:
        size = volume["size"]
    else:
        raise errors.invalid("Please specify a size or a disk offering")
    if size < volume["size"] and not ctx.get("shrinkok"):
        raise errors.invalid(
            f"Going from existing size of {volume['size']} to size of {size} would shrink the volume. Need to sign off "
            "by supplying the shrinkok parameter with value of true."
        )
    volume["size"] = size
    if offering is not None:
        volume["diskofferingid"] = offering["id"]
    volume.update(ctx.given("miniops", "maxiops"))
    return {"volume": volumes.view(ctx, volume, job=True)}


@command("migrateVolume")
def prepare_migrate(ctx: Context) -> Submitted:
    """Nothing is checked before the job."""
    return Submitted(ctx.params["volumeid"])


@job("migrateVolume")
def migrate(ctx: Context) -> dict[str, Any]:
    """Move a volume to another storage pool."""
    volume, pool = ctx.record(KIND, "volumeid"), ctx.record("storagepool", "storageid")
    if volume["state"] != "Ready":
        raise errors.invalid("Volume must be in ready state")
    if volume.get("storageid") == pool["id"]:
        raise errors.invalid(f"Volume {volumes.described(volume)} is already on the destination storage pool")
    volume["storageid"] = pool["id"]
    return {"volume": volumes.view(ctx, volume, job=True)}


def _refuse_delete(volume: Record) -> None:
    if volume.get("virtualmachineid"):
        raise errors.invalid("Please specify a volume that is not attached to any VM.")
    if volume["deleteprotection"]:
        raise errors.invalid(f"Volume [id = {volume['id']}, name = {volume['name']}] has delete protection enabled")


def _forget(ctx: Context, volume: Record) -> None:
    for policy in ctx.store.where("snapshotpolicy", volumeid=volume["id"]):
        ctx.store.remove("snapshotpolicy", policy["id"])
    marks.forget(ctx.store, volume["id"])
    ctx.store.remove(KIND, volume["id"])


@command("deleteVolume")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a volume that no instance has."""
    volume = ctx.record(KIND)
    _refuse_delete(volume)
    _forget(ctx, volume)
    return {"success": True}


@job("destroyVolume")
def destroy(ctx: Context) -> dict[str, Any]:
    """Mark a volume destroyed, or remove it with `expunge`."""
    volume = ctx.record(KIND)
    _refuse_delete(volume)
    volume["state"] = "Destroy"
    shown = volumes.view(ctx, volume, job=True)
    if ctx.get("expunge"):
        _forget(ctx, volume)
    return {"volume": shown}


@command("recoverVolume")
def recover(ctx: Context) -> dict[str, Any]:
    """Bring a destroyed volume back."""
    volume = ctx.record(KIND)
    if volume["state"] != "Destroy":
        raise errors.invalid("Please specify a volume in Destroy state.")
    volume["state"] = "Ready" if volume.get("storageid") else "Allocated"
    return {"volume": volumes.view(ctx, volume)}


@job("updateVolume")
def update(ctx: Context) -> dict[str, Any]:
    """Change a volume's name, protection or visibility."""
    volume = ctx.record(KIND)
    volume.update(ctx.given("name", "displayvolume", "deleteprotection", "path", "storageid"))
    ids.rename(ctx, volume)
    return {"volume": volumes.view(ctx, volume, job=True)}


@command("listVolumes")
def list_volumes(ctx: Context) -> dict[str, Any]:
    """List volumes."""
    found = ctx.owned(ctx.store.all(KIND))
    if "tags" in ctx.params:
        found = [held for held in found if marks.has_tags(ctx.store, held["id"], ctx.params["tags"])]
    for name in ("podid", "clusterid"):
        if name in ctx.params:
            found = [v for v in found if _pool(ctx, v).get(name) == ctx.params[name]]
    if "hostid" in ctx.params:
        here = {i["id"] for i in placement.running_on(ctx.store, ctx.record("host", "hostid"))}
        found = [held for held in found if held.get("virtualmachineid") in here]
    return ctx.list(found, lambda held: volumes.view(ctx, held), FIELDS, shown=("serviceofferingid",))


def _pool(ctx: Context, volume: Record) -> Record:
    return ctx.store.get("storagepool", volume.get("storageid")) or {}
