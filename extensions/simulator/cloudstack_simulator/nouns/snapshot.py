"""Volume snapshots and the policies that take them."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import marks, owners, volumes
from ..registry import Submitted, command, job
from ..shape import as_dict, compact, pick, tags_of
from ..store import Record

KIND = "snapshot"
POLICY = "snapshotpolicy"
INTERVALS = {"HOURLY": 0, "DAILY": 1, "WEEKLY": 2, "MONTHLY": 3}


def view(ctx: Context, snapshot: Record, *, typed: bool = False, zone_id: str | None = None) -> dict[str, Any]:
    """A snapshot in one of its zones; only the answer of its creation names `snapshottype`."""
    volume = ctx.store.get(volumes.KIND, snapshot["volumeid"])
    zone = ctx.store.need("zone", zone_id or snapshot["zoneid"])
    return {
        "id": snapshot["id"],
        **owners.of(snapshot),
        **({"snapshottype": "MANUAL"} if typed else {}),
        **pick(snapshot, "volumeid"),
        "volumename": volume["name"] if volume else snapshot["_volumename"],
        "volumetype": snapshot["_volumetype"],
        **({"volumestate": volume["state"]} if volume else {}),
        **pick(snapshot, "created", "name", "intervaltype", "state"),
        "physicalsize": 0,
        "zoneid": zone["id"],
        "zonename": zone["name"],
        "revertable": False,
        **pick(snapshot, "virtualsize", "locationtype"),
        "tags": tags_of(ctx.store, snapshot["id"]),
        "hasannotations": marks.annotated(ctx.store, snapshot["id"]),
    }


def begun(ctx: Context, volume: Record) -> Record:
    """What a snapshot is when it is begun, whatever it is made of."""
    return {
        "name": ctx.get("name") or f"{volume['name']}_{ctx.now()}",
        **owners.copied(volume),
        "volumeid": volume["id"],
        "zoneid": volume["zoneid"],
        "created": ctx.now(),
        "intervaltype": "MANUAL",
        "state": "Creating",
        "virtualsize": volume["size"],
        "_volumename": volume["name"],
        "_volumetype": volume["type"],
        "_diskofferingid": volume.get("diskofferingid"),
    }


@command("createSnapshot")
def create(ctx: Context) -> Submitted:
    """Begin a snapshot of a volume that is Ready."""
    volume = ctx.record(volumes.KIND, "volumeid")
    if volume["state"] != "Ready":
        raise errors.invalid(
            f"Volume: {volumes.described(volume)} is not in Ready state but {volume['state']}. Cannot take snapshot."
        )
    snapshot = ctx.store.add(
        KIND,
        {
            **begun(ctx, volume),
            "_zoneids": list(
                dict.fromkeys([volume["zoneid"], *(zone["id"] for zone in ctx.records("zone", "zoneids"))])
            ),
            **compact(locationtype=ctx.get("locationtype") and ctx.params["locationtype"].upper()),
        },
    )
    for key, value in as_dict(ctx.get("tags")).items():
        fields = {"key": key, "value": value, "resourcetype": "Snapshot", "resourceid": snapshot["id"]}
        ctx.store.add("tag", {**fields, **owners.of(snapshot)})
    return Submitted(snapshot["id"])


@job("createSnapshot")
def created(ctx: Context) -> dict[str, Any]:
    """The snapshot is backed up."""
    snapshot = ctx.store.need(KIND, ctx.instance)
    snapshot["state"] = "BackedUp"
    return {"snapshot": view(ctx, snapshot, typed=True)}


@job("deleteSnapshot")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a snapshot."""
    snapshot = ctx.record(KIND)
    marks.forget(ctx.store, snapshot["id"])
    ctx.store.remove(KIND, snapshot["id"])
    return {"success": True}


def _is_of_type(snapshot: Record, wanted: str) -> bool:
    """Whether a snapshot was made by hand (MANUAL), by a policy (RECURRING), or at an interval (HOURLY and so on)."""
    by_hand = snapshot["intervaltype"] == "MANUAL"
    return not by_hand if wanted == "RECURRING" else snapshot["intervaltype"] == wanted


@command("listSnapshots")
def list_snapshots(ctx: Context) -> dict[str, Any]:
    """List snapshots."""
    found = ctx.owned(ctx.store.all(KIND))
    if "tags" in ctx.params:
        found = [held for held in found if marks.has_tags(ctx.store, held["id"], ctx.params["tags"])]
    if "snapshottype" in ctx.params:
        found = [held for held in found if _is_of_type(held, ctx.params["snapshottype"].upper())]
    pairs = [
        {**held, "zoneid": zone_id}
        for held in found
        for zone_id in held.get("_zoneids", [held["zoneid"]])[: 1 if ctx.get("showunique") else None]
    ]
    return ctx.list(
        pairs,
        lambda held: view(ctx, held, zone_id=held["zoneid"]),
        ("volumeid", "zoneid", "intervaltype"),
        shown=("locationtype",),
    )


def _policy_view(ctx: Context, policy: Record) -> dict[str, Any]:
    volume = ctx.store.need(volumes.KIND, policy["volumeid"])
    pool = ctx.store.get("storagepool", volume.get("storageid"))
    zones = [ctx.store.need("zone", zone_id) for zone_id in policy.get("_zoneids", [volume["zoneid"]])]
    flags = {"isnsxenabled": False, "ismultiarch": False, "routedmodeenabled": False}
    return {
        **pick(policy, "id", "volumeid"),
        "volumename": volume["name"],
        **pick(policy, "schedule", "intervaltype", "maxsnaps", "timezone", "fordisplay"),
        "zone": [{"id": zone["id"], "name": zone["name"], **flags} for zone in zones],
        "storage": [{"id": pool["id"], "name": pool["name"]}] if pool else [],
        "tags": [],
    }


@command("createSnapshotPolicy")
def create_policy(ctx: Context) -> dict[str, Any]:
    """Have snapshots of a volume taken by the clock; one policy a volume and interval."""
    volume = ctx.record(volumes.KIND, "volumeid")
    interval = INTERVALS.get(ctx.params["intervaltype"].upper())
    if interval is None:
        raise errors.invalid(f"Unsupported interval type {ctx.params['intervaltype']}")
    if ctx.params["maxsnaps"] < 1:
        raise errors.invalid("maxSnaps should be greater than 0")
    policy = ctx.store.first(POLICY, volumeid=volume["id"], intervaltype=interval) or ctx.store.add(
        POLICY, {"volumeid": volume["id"], "intervaltype": interval, **owners.copied(volume)}
    )
    zones = [volume["zoneid"], *(zone["id"] for zone in ctx.records("zone", "zoneids"))]
    policy.update(
        ctx.given("schedule", "maxsnaps", "timezone"),
        fordisplay=ctx.get("fordisplay", True),
        _zoneids=list(dict.fromkeys(zones)),
    )
    return {"snapshotpolicy": _policy_view(ctx, policy)}


@job("updateSnapshotPolicy")
def update_policy(ctx: Context) -> dict[str, Any]:
    """Change whether users see a policy."""
    policy = ctx.record(POLICY)
    policy.update(ctx.given("fordisplay"))
    return {"snapshotpolicy": _policy_view(ctx, policy)}


@command("deleteSnapshotPolicies")
def delete_policies(ctx: Context) -> dict[str, Any]:
    """Remove policies by `id` or `ids`."""
    doomed = [ctx.record(POLICY)] if "id" in ctx.params else ctx.records(POLICY, "ids")
    if not doomed:
        raise errors.invalid("id or ids must be given")
    for policy in doomed:
        ctx.store.remove(POLICY, policy["id"])
    return {"success": True}


@command("listSnapshotPolicies")
def list_policies(ctx: Context) -> dict[str, Any]:
    """List snapshot policies."""
    found = ctx.owned(ctx.store.all(POLICY))
    return ctx.list(found, lambda policy: _policy_view(ctx, policy), ("volumeid", "fordisplay"))
