"""Backups of instances, by hand and by schedule. The simulated cloud keeps schedules and does not act on them."""

from __future__ import annotations

import json
from typing import Any

from .. import errors
from ..context import Context
from ..model import backups, instances, volumes
from ..registry import Submitted, command, job
from ..shape import compact, pick
from ..store import Record

INTERVALS = ("HOURLY", "DAILY", "WEEKLY", "MONTHLY")


def _volumes_text(ctx: Context, instance: Record) -> str:
    held = ctx.store.where(volumes.KIND, virtualmachineid=instance["id"])
    entries = [
        compact(
            uuid=volume["id"],
            type=volume["type"],
            size=volume["size"],
            path=volume.get("path"),
            deviceId=volume["deviceid"],
            diskOfferingId=volume.get("diskofferingid"),
        )
        for volume in held
    ]
    return json.dumps(entries, separators=(",", ":"))


def _view(ctx: Context, backup: Record) -> dict[str, Any]:
    zone = ctx.store.need("zone", backup["zoneid"])
    instance = ctx.store.get(instances.KIND, backup["virtualmachineid"])
    offering = ctx.store.get("backupoffering", backup["backupofferingid"])
    return {
        **pick(backup, "id", "name", "description"),
        **compact(
            virtualmachineid=instance and instance["id"],
            virtualmachinename=instance and instance["name"],
            backupofferingid=offering and offering["id"],
            backupofferingname=offering and offering["name"],
        ),
        "externalid": "dummy-external-id",
        "type": "FULL",
        **pick(backup, "created", "size", "virtualsize", "status", "volumes"),
        "accountid": backup["_accountid"],
        **pick(backup, "account", "domainid", "domain"),
        "zoneid": zone["id"],
        "zone": zone["name"],
        "intervaltype": "MANUAL",
    }


def _assigned(ctx: Context) -> Record:
    instance = ctx.record(instances.KIND, "virtualmachineid")
    if not instance.get("backupofferingid"):
        raise errors.failed("VM is not assigned to any backup offering")
    return instance


def _kept(ctx: Context, instance: Record) -> dict[str, Any]:
    """What a new instance that is made of the backup has when nothing else is asked for."""
    nics = instances.nics_of(ctx.store, instance)
    return {
        **pick(instance, "templateid", "serviceofferingid", "hypervisor"),
        "networkids": [nic["networkid"] for nic in nics],
    }


@command("createBackup")
def prepare(ctx: Context) -> Submitted:
    """Find the instance; the answer's id is its internal number, as the server has it."""
    instance = _assigned(ctx)
    return Submitted(instance["id"], answer_id=str(instance["_number"]))


@job("createBackup")
def create(ctx: Context) -> dict[str, Any]:
    """Back the instance up."""
    instance = _assigned(ctx)
    size = sum(volume["size"] for volume in ctx.store.where(volumes.KIND, virtualmachineid=instance["id"]))
    ctx.store.add(
        backups.KIND,
        {
            "name": ctx.get("name") or f"{instance['name']}-{ctx.now()}",
            **ctx.given("description"),
            "virtualmachineid": instance["id"],
            "backupofferingid": instance["backupofferingid"],
            "created": ctx.now(),
            "size": size,
            "virtualsize": size,
            "status": "BackedUp",
            "volumes": _volumes_text(ctx, instance),
            "_instance": _kept(ctx, instance),
            "zoneid": instance["zoneid"],
            **pick(instance, "account", "projectid", "project", "domainid", "domain", "domainpath", "_accountid"),
        },
    )
    return {"success": True}


@command("listBackups")
def list_backups(ctx: Context) -> dict[str, Any]:
    """List backups."""
    found = ctx.owned(ctx.store.all(backups.KIND))
    fields = ("virtualmachineid", "zoneid", "backupofferingid")
    return ctx.list(found, lambda backup: _view(ctx, backup), fields, key=backups.KIND)


@job("restoreBackup")
def restore(ctx: Context) -> dict[str, Any]:
    """Bring an instance back to a backup; it must be stopped."""
    instance = ctx.store.get(instances.KIND, ctx.record(backups.KIND)["virtualmachineid"])
    if instance is None:
        raise errors.failed("The instance of the backup is gone")
    if instance["state"] not in ("Stopped", "Destroyed"):
        raise errors.failed("Existing Instance should be stopped before being restored from Backup")
    return {"success": True}


@job("deleteBackup")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a backup."""
    ctx.store.remove(backups.KIND, ctx.record(backups.KIND)["id"])
    return {"success": True}


def _schedule_view(ctx: Context, schedule: Record) -> dict[str, Any]:
    instance = ctx.store.need(instances.KIND, schedule["virtualmachineid"])
    return {
        "id": schedule["id"],
        "virtualmachinename": instance["name"],
        "virtualmachineid": instance["id"],
        **pick(schedule, "schedule", "intervaltype", "timezone", "maxbackups", "quiescevm", "isolated"),
    }


@command("createBackupSchedule")
def create_schedule(ctx: Context) -> dict[str, Any]:
    """Back an instance up at intervals; one schedule an interval, the next takes its place."""
    instance = _assigned(ctx)
    interval = ctx.params["intervaltype"].upper()
    if interval not in INTERVALS:
        raise errors.invalid(f"Invalid interval type: {ctx.params['intervaltype']}")
    for held in ctx.store.where(backups.SCHEDULE, virtualmachineid=instance["id"], intervaltype=interval):
        ctx.store.remove(backups.SCHEDULE, held["id"])
    record = {
        "virtualmachineid": instance["id"],
        **ctx.given("schedule", "timezone", "quiescevm"),
        "maxbackups": ctx.get("maxbackups", 0),
        "intervaltype": interval,
        "isolated": ctx.get("isolated", False),
    }
    return {backups.SCHEDULE: _schedule_view(ctx, ctx.store.add(backups.SCHEDULE, record))}


@command("updateBackupSchedule")
def update_schedule(ctx: Context) -> dict[str, Any]:
    """Change the schedule of an instance and interval."""
    instance, interval = _assigned(ctx), ctx.params["intervaltype"].upper()
    held = ctx.store.first(backups.SCHEDULE, virtualmachineid=instance["id"], intervaltype=interval)
    if held is None:
        raise errors.failed("Could not find the requested backup schedule.")
    held.update(ctx.given("schedule", "timezone", "quiescevm", "maxbackups", "isolated"))
    return {backups.SCHEDULE: _schedule_view(ctx, held)}


@command("listBackupSchedule")
def list_schedules(ctx: Context) -> dict[str, Any]:
    """List the schedules of an instance, or all."""
    found = ctx.store.all(backups.SCHEDULE)
    fields = ("virtualmachineid",)
    return ctx.list(found, lambda schedule: _schedule_view(ctx, schedule), fields, key=backups.SCHEDULE)


@command("deleteBackupSchedule")
def delete_schedule(ctx: Context) -> dict[str, Any]:
    """Remove a schedule by its id, or all of an instance."""
    if "id" in ctx.params:
        doomed = [ctx.record(backups.SCHEDULE)]
    elif "virtualmachineid" in ctx.params:
        instance = ctx.record(instances.KIND, "virtualmachineid")
        doomed = ctx.store.where(backups.SCHEDULE, virtualmachineid=instance["id"])
    else:
        raise errors.invalid("Either the instance or the schedule must be named")
    if not doomed:
        raise errors.failed("Could not find the requested backup schedule.")
    for schedule in doomed:
        ctx.store.remove(backups.SCHEDULE, schedule["id"])
    return {"success": True}
