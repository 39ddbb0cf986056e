"""What is made of backups: whole instances, and single disks for others. Modelled on the API's description of them."""

from __future__ import annotations

import json
from typing import Any

from .. import errors
from ..context import Context
from ..model import backups, instances, owners, volumes
from ..registry import Submitted, command, job, undo
from ..store import Record
from . import instance_deploy

RESTORED = "RestoredVol-"
"""How the name of a restored disk begins."""


def _disks(backup: Record) -> list[dict[str, Any]]:
    """The disks in a backup, the root disk first."""
    return sorted(json.loads(backup["volumes"]), key=lambda disk: disk["deviceId"])


@command("createVMFromBackup")
def prepare(ctx: Context) -> Submitted:
    """Deploy an instance; what the request does not say is as it was with the one that was backed up."""
    backup = ctx.record(backups.KIND, "backupid")
    if backup["zoneid"] != ctx.params["zoneid"]:
        raise errors.invalid(f"The backup {backup['name']} is not in that zone")
    networks = ("networkids", "iptonetworklist")
    held = {key: value for key, value in backup["_instance"].items() if key != "networkids"}
    ctx.params.update({key: value for key, value in held.items() if key not in ctx.params})
    if not any(key in ctx.params for key in networks):
        ctx.params["networkids"] = list(backup["_instance"]["networkids"])
    made = instance_deploy.deploy(ctx)
    instance = ctx.store.need(instances.KIND, made.id)
    for place, disk in enumerate(_disks(backup)):
        if disk["type"] == "DATADISK":
            _restored(ctx, instance, disk, place)
    return made


@job("createVMFromBackup")
def made(ctx: Context) -> dict[str, Any]:
    """Start the instance, unless it shall stay stopped."""
    return instance_deploy.deployed(ctx)


@undo("createVMFromBackup")
def not_made(ctx: Context) -> None:
    """What a deployment that failed leaves: an instance in Error."""
    instance_deploy.not_deployed(ctx)


@command("restoreVolumeFromBackupAndAttachToVM")
def prepare_restore(ctx: Context) -> Submitted:
    """Find the instance that shall have the disk."""
    return Submitted(ctx.record(instances.KIND, "virtualmachineid")["id"])


@job("restoreVolumeFromBackupAndAttachToVM")
def restore_volume(ctx: Context) -> dict[str, Any]:
    """Make a new disk of one in the backup, and attach it to an instance."""
    backup, instance = ctx.record(backups.KIND, "backupid"), ctx.record(instances.KIND, "virtualmachineid")
    disk = next((one for one in _disks(backup) if one["uuid"] == ctx.params["volumeid"]), None)
    if disk is None:
        raise errors.failed("Unable to find the volume in the backup")
    taken = {held["deviceid"] for held in ctx.store.where(volumes.KIND, virtualmachineid=instance["id"])}
    _restored(ctx, instance, disk, next(number for number in range(1, 256) if number not in taken))
    return {"success": True}


def _restored(ctx: Context, instance: Record, disk: dict[str, Any], place: int) -> None:
    held = ctx.store.get(volumes.KIND, disk["uuid"]) or {}
    volume = volumes.add(
        ctx,
        owners.copied(instance),
        instance["zoneid"],
        "DATADISK",
        disk["size"],
        name=f"{RESTORED}{held.get('name', disk['uuid'])}",
        diskofferingid=disk.get("diskOfferingId"),
        _hypervisor=instance["hypervisor"],
    )
    volumes.attach(volume, instance, place)
    host = ctx.store.get("host", instance.get("hostid"))
    if host:
        volumes.place(ctx, volume, host["clusterid"])
