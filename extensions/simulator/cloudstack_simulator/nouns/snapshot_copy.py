"""Snapshots of volumes in further zones, as links, from instance snapshots, and the way back to one."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import links, volumes
from ..registry import Submitted, command, job
from ..store import Record
from .snapshot import KIND, begun, view


@command("copySnapshot")
def prepare_copy(ctx: Context) -> Submitted:
    """Find the snapshot and the zones that shall have it."""
    if not _zones(ctx):
        raise errors.invalid("Please specify destzoneid or destzoneids")
    return Submitted(ctx.record(KIND)["id"])


def _zones(ctx: Context) -> list[Record]:
    return [*ctx.records("zone", "destzoneids"), *filter(None, [ctx.maybe("zone", "destzoneid")])]


@job("copySnapshot")
def copy(ctx: Context) -> dict[str, Any]:
    """The snapshot is in those zones, too."""
    snapshot = ctx.record(KIND)
    held = snapshot.setdefault("_zoneids", [snapshot["zoneid"]])
    held += [zone["id"] for zone in _zones(ctx) if zone["id"] not in held]
    return {"snapshot": view(ctx, snapshot)}


@job("extractSnapshot")
def extract(ctx: Context) -> dict[str, Any]:
    """Give a link from which the snapshot can be fetched."""
    zone = ctx.record("zone", "zoneid")
    return {"snapshot": links.made(ctx, ctx.record(KIND), "raw", zone_id=zone["id"])}


@job("revertSnapshot")
def revert(ctx: Context) -> dict[str, Any]:
    """Bring a volume back to a snapshot, when it is not in use."""
    snapshot = ctx.record(KIND)
    volume = ctx.store.get(volumes.KIND, snapshot["volumeid"])
    if volume is None:
        raise errors.invalid(f"The volume of the snapshot {snapshot['name']} is gone")
    instance = ctx.store.get("virtualmachine", volume.get("virtualmachineid"))
    if instance is not None and instance["state"] != "Stopped":
        raise errors.invalid("The VM the specified disk is attached to is not in the shutdown state.")
    return {"success": True}


@command("createSnapshotFromVMSnapshot")
def prepare_from_instance(ctx: Context) -> Submitted:
    """Begin a snapshot of one disk, out of a snapshot of its whole instance."""
    volume, whole = ctx.record(volumes.KIND, "volumeid"), ctx.record("vmsnapshot", "vmsnapshotid")
    if volume.get("virtualmachineid") != whole["virtualmachineid"]:
        raise errors.invalid("The volume is no disk of the instance that the snapshot is of")
    snapshot = ctx.store.add(KIND, begun(ctx, volume))
    return Submitted(snapshot["id"])


@job("createSnapshotFromVMSnapshot")
def from_instance(ctx: Context) -> dict[str, Any]:
    """The snapshot is backed up."""
    snapshot = ctx.store.need(KIND, ctx.instance)
    snapshot["state"] = "BackedUp"
    return {"snapshot": view(ctx, snapshot, typed=True)}
