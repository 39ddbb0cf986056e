"""System VMs as the API shows and steers them."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import system_vms
from ..registry import command, job
from ..store import Record


@command("listSystemVms")
def list_system_vms(ctx: Context) -> dict[str, Any]:
    """The system VMs. Looking stands for the server's own scan, which starts what is lacking."""
    for zone in ctx.store.all("zone"):
        system_vms.ensure(ctx, zone["id"])
    ctx.jobs.poll_background(system_vms.START)
    fields = ("zoneid", "podid", "hostid", "state", "systemvmtype")
    return ctx.list(ctx.store.all("systemvm"), lambda machine: system_vms.view(ctx.store, machine), fields)


@job("startSystemVm")
def start(ctx: Context) -> dict[str, Any]:
    """Start a system VM that is stopped."""
    machine = ctx.record("systemvm")
    if machine["state"] != "Running" and not system_vms.place(ctx, machine):
        raise errors.failed(f"Fail to start system vm {machine['name']}: no host can take it")
    return _shown(ctx, machine)


@job("stopSystemVm")
def stop(ctx: Context) -> dict[str, Any]:
    """Stop a system VM."""
    machine = ctx.record("systemvm")
    system_vms.stop(machine)
    return _shown(ctx, machine)


@job("rebootSystemVm")
def reboot(ctx: Context) -> dict[str, Any]:
    """Reboot a system VM that runs."""
    machine = ctx.record("systemvm")
    if machine["state"] != "Running":
        raise errors.failed(f"Fail to reboot system vm {machine['name']}: it is {machine['state']}")
    return _shown(ctx, machine)


@job("destroySystemVm")
def destroy(ctx: Context) -> dict[str, Any]:
    """Remove a system VM; an enabled zone makes a new one in its place."""
    machine = ctx.record("systemvm")
    system_vms.leave_agent(ctx, machine)
    system_vms.lose_addresses(machine)
    answer = _shown(ctx, machine)
    system_vms.remove(ctx.store, machine)
    system_vms.ensure(ctx, machine["zoneid"])
    return answer


@job("migrateSystemVm")
def migrate(ctx: Context) -> dict[str, Any]:
    """Move a system VM that runs to another host of its zone, or its disk to another storage."""
    machine = ctx.record("systemvm", "virtualmachineid")
    if machine["state"] != "Running":
        raise errors.invalid(f"Invalid VM state {machine['state']}: only a running system VM can be migrated")
    if "storageid" in ctx.params:
        ctx.record("storagepool", "storageid")
        return _shown(ctx, machine)
    host = ctx.record("host", "hostid") if "hostid" in ctx.params else None
    if host is None or host["id"] == machine["hostid"] or host["zoneid"] != machine["zoneid"]:
        raise errors.invalid("Unable to find another host of the zone for the system VM")
    machine.update(hostid=host["id"], podid=host["podid"])
    return _shown(ctx, machine)


def _scale(ctx: Context) -> dict[str, Any]:
    machine, offering = ctx.record("systemvm"), ctx.record("serviceoffering", "serviceofferingid")
    if machine["state"] != "Stopped":
        raise errors.invalid(f"Unable to change the offering of {machine['name']}: it must be stopped")
    if not offering.get("issystem") or offering.get("systemvmtype") != machine["systemvmtype"]:
        raise errors.invalid(f"The offering {offering['name']} is not for a system VM of this type")
    machine.update(serviceofferingid=offering["id"], serviceofferingname=offering["name"])
    return _shown(ctx, machine)


@command("changeServiceForSystemVm")
def change_offering(ctx: Context) -> dict[str, Any]:
    """Give a stopped system VM another offering, at once."""
    return _scale(ctx)


@job("scaleSystemVm")
def scale(ctx: Context) -> dict[str, Any]:
    """Give a stopped system VM another offering."""
    return _scale(ctx)


def _shown(ctx: Context, machine: Record) -> dict[str, Any]:
    return {"systemvm": system_vms.view(ctx.store, machine)}
