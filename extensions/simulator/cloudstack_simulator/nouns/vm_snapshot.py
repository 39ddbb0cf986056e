"""Snapshots of whole instances."""

from __future__ import annotations

import time
from typing import Any

from .. import errors
from ..context import Context
from ..model import instances, marks, owners
from ..registry import Submitted, command, job
from ..shape import pick, tags_of
from ..store import Record

KIND = "vmsnapshot"


def _view(ctx: Context, snapshot: Record) -> dict[str, Any]:
    instance = ctx.store.need(instances.KIND, snapshot["virtualmachineid"])
    zone = ctx.store.need("zone", instance["zoneid"])
    return {
        **pick(snapshot, "id", "name", "state", "description", "displayname"),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        "virtualmachineid": instance["id"],
        "virtualmachinename": instance["name"],
        **pick(snapshot, "parent", "current", "type", "created"),
        **owners.of(snapshot),
        "hypervisor": instance["hypervisor"],
        "tags": tags_of(ctx.store, snapshot["id"]),
        "hasannotations": marks.annotated(ctx.store, snapshot["id"]),
    }


@command("createVMSnapshot")
def create(ctx: Context) -> Submitted:
    """Begin a snapshot of an instance that runs or is stopped."""
    instance = ctx.record(instances.KIND, "virtualmachineid")
    if instance["state"] not in ("Running", "Stopped"):
        raise errors.invalid(f"{instances.described(instance)} must run or be stopped to take a snapshot of it")
    if ctx.get("snapshotmemory") and instance["state"] != "Running":
        raise errors.invalid("Cannot snapshot the memory of an Instance that does not run")
    stamp = time.strftime("%Y%m%d%H%M%S", time.gmtime(ctx.simulator.clock()))
    name = f"{instance['instancename']}_VS_{stamp}"
    snapshot = ctx.store.add(
        KIND,
        {
            "name": name,
            "displayname": ctx.get("name") or name,
            **ctx.given("description"),
            "state": "Creating",
            "virtualmachineid": instance["id"],
            "current": False,
            "type": "DiskAndMemory" if ctx.get("snapshotmemory") else "Disk",
            "created": ctx.now(),
            **owners.copied(instance),
        },
    )
    return Submitted(snapshot["id"])


@job("createVMSnapshot")
def created(ctx: Context) -> dict[str, Any]:
    """The snapshot is the instance's current one."""
    snapshot = ctx.store.need(KIND, ctx.instance)
    for other in ctx.store.where(KIND, virtualmachineid=snapshot["virtualmachineid"]):
        other["current"] = False
    snapshot.update(state="Ready", current=True)
    return {"vmsnapshot": _view(ctx, snapshot)}


@command("revertToVMSnapshot", "deleteVMSnapshot")
def prepare(ctx: Context) -> Submitted:
    """Find the snapshot."""
    return Submitted(ctx.record(KIND, "vmsnapshotid")["id"])


@job("revertToVMSnapshot")
def revert(ctx: Context) -> dict[str, Any]:
    """Bring an instance back to a snapshot; a running one only when the snapshot holds its memory."""
    snapshot = ctx.record(KIND, "vmsnapshotid")
    instance = ctx.store.need(instances.KIND, snapshot["virtualmachineid"])
    if instance["state"] == "Running" and snapshot["type"] == "Disk":
        raise errors.invalid(
            "Reverting to the Instance Snapshot is not allowed for running Instances as this would result in an "
            "Instance state change. For running Instances only Snapshots with memory can be reverted. In order to "
            "revert to a Snapshot without memory you need to first stop the Instance."
        )
    for other in ctx.store.where(KIND, virtualmachineid=instance["id"]):
        other["current"] = other is snapshot
    return {"virtualmachine": instances.view(ctx, instance, job=True)}


@job("deleteVMSnapshot")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a snapshot."""
    ctx.store.remove(KIND, ctx.record(KIND, "vmsnapshotid")["id"])
    return {"success": True}


@command("listVMSnapshot")
def list_snapshots(ctx: Context) -> dict[str, Any]:
    """List instance snapshots."""
    found = ctx.owned(ctx.store.all(KIND))
    if "vmsnapshotid" in ctx.params:
        found = [held for held in found if held["id"] == ctx.params["vmsnapshotid"]]
    if "vmsnapshotids" in ctx.params:
        found = [held for held in found if held["id"] in ctx.params["vmsnapshotids"]]
    fields = ("virtualmachineid", "state")
    return ctx.list(found, lambda held: _view(ctx, held), fields, name="displayname")
