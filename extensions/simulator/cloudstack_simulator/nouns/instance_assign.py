"""Instances that go to another owner."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context, Owner
from ..model import guest, instances, networks, owners, volumes
from ..registry import command
from ..store import Record


def _refuse(instance: Record) -> errors.ApiError:
    return errors.ApiError(errors.PARAM, f"Failed to move Instance due to [{instance['_number']}].")


def _new_owner(ctx: Context, instance: Record) -> Owner:
    try:
        return ctx.owner()
    except errors.ApiError:
        raise _refuse(instance) from None


def _networks(ctx: Context, owner: Owner, instance: Record) -> list[Record]:
    found = ctx.records("network", "networkids")
    if not found or not all(networks.usable_by(ctx.store, network, owner.account) for network in found):
        raise _refuse(instance)
    return found


@command("assignVirtualMachine")
def assign(ctx: Context) -> dict[str, Any]:
    """Give a stopped instance, with its disks, to another owner, into networks that the new one may use."""
    instance = ctx.record(instances.KIND, "virtualmachineid")
    if instance["state"] != "Stopped":
        raise _refuse(instance)
    owner = _new_owner(ctx, instance)
    wanted = _networks(ctx, owner, instance)
    for record in (instance, *ctx.store.where(volumes.KIND, virtualmachineid=instance["id"])):
        for name in owners.OWNER_FIELDS:
            record.pop(name, None)
        record.update(owners.stamp(owner))
    for nic in instances.nics_of(ctx.store, instance):
        ctx.store.remove("nic", nic["id"])
    for place, network in enumerate(wanted):
        guest.add_nic(ctx.store, instance, network, place)
    return {"virtualmachine": instances.view(ctx, instance)}
