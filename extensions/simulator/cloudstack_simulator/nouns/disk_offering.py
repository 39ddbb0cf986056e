"""Disk offerings: what a volume may have."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import accepted, marks, offering_scope
from ..registry import command
from ..shape import as_dict, compact, public
from ..store import Record
from .offering import active, disk_words, given_iops, named, rates

KIND = "diskoffering"


def _refuse_size(ctx: Context, customized: bool) -> None:
    size = ctx.get("disksize")
    if customized and size is not None:
        raise errors.invalid("Disksize must be 0 for customized disk offerings: leave it out")
    if not customized and not size:
        raise errors.invalid("Disksize is required for a non-customized disk offering")
    if size is not None:
        accepted.refuse_disk_size(ctx.store, size)
    if ctx.get("hypervisorsnapshotreserve", 0) < 0:
        raise errors.invalid("If provided, Hypervisor Snapshot Reserve must be greater than or equal to 0.")


@command("createDiskOffering")
def create(ctx: Context) -> dict[str, Any]:
    """Make a disk offering: of one size, or customized."""
    customized = ctx.get("customized", False)
    _refuse_size(ctx, customized)
    record = {
        **named(ctx),
        "disksize": ctx.get("disksize", 0),
        "iscustomized": customized,
        **compact(iscustomizediops=ctx.get("customizediops")),
        **given_iops(ctx),
        **ctx.given("hypervisorsnapshotreserve"),
        **compact(tags=ctx.get("tags") or None),
        **disk_words(ctx),
        **rates(ctx),
        "displayoffering": ctx.get("displayoffering", True),
        "disksizestrictness": ctx.get("disksizestrictness", False),
        "encrypt": ctx.get("encrypt", False),
        **compact(details=as_dict(ctx.get("details")) or None),
        **offering_scope.fields(ctx),
    }
    return {KIND: _view(ctx, ctx.store.add(KIND, record))}


@command("updateDiskOffering")
def update(ctx: Context) -> dict[str, Any]:
    """Change an offering's texts, tags, limits, state or place."""
    offering = ctx.record(KIND)
    offering.update({name: value for name, value in ctx.given("name", "displaytext").items() if value})
    offering.update({**ctx.given("displayoffering"), **rates(ctx)})
    if "tags" in ctx.params:
        offering["tags"] = ctx.params["tags"] or None
    if "state" in ctx.params:
        offering["state"] = ctx.params["state"].capitalize()
    offering_scope.change(ctx, offering)
    return {KIND: _view(ctx, offering)}


@command("deleteDiskOffering")
def delete(ctx: Context) -> dict[str, Any]:
    """Take an offering out of use; volumes that have it keep it."""
    ctx.record(KIND)["state"] = "Inactive"
    return {"success": True}


def _view(ctx: Context, offering: Record) -> dict[str, Any]:
    return {**compact(**public(offering)), "hasannotations": marks.annotated(ctx.store, offering["id"])}


@command("listDiskOfferings")
def list_disk_offerings(ctx: Context) -> dict[str, Any]:
    """The disk offerings in use."""
    found = active(ctx, KIND)
    return ctx.list(found, lambda offering: _view(ctx, offering), ("storagetype", "encrypt"))
