"""The life of instances: start, stop, reboot, restore, migrate, destroy, recover, expunge."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import hosts, instances, placement, volumes
from ..registry import Submitted, command, job, undo
from ..shape import as_dict
from ..store import Record
from .instance_deploy import start as run

LIMITS = ("hostid", "podid", "clusterid")
EXPUNGED = {"securitygroup": [], "nic": [], "affinitygroup": [], "deleteprotection": False, "tags": []}


def _answer(ctx: Context, instance: Record) -> dict[str, Any]:
    return {"virtualmachine": instances.view(ctx, instance, job=True)}


def _instance(ctx: Context) -> Record:
    return ctx.store.need(instances.KIND, ctx.instance)


@command("startVirtualMachine")
def prepare_start(ctx: Context) -> Submitted:
    """Note that a stopped instance starts."""
    instance = ctx.record(instances.KIND)
    if instance["state"] == "Stopped":
        instances.set_state(ctx, instance, "Starting")
    return Submitted(instance["id"])


@job("startVirtualMachine")
def start(ctx: Context) -> dict[str, Any]:
    """Run the instance; one that runs already stays as it is."""
    instance = _instance(ctx)
    if instance["state"] in ("Destroyed", "Error"):
        raise errors.invalid(f"{instances.described(instance)} cannot be started in its state")
    if instance["state"] != "Running":
        try:
            run(ctx, instance, ctx.given(*LIMITS))
        except errors.ApiError:
            instances.set_state(ctx, instance, "Stopped")
            raise
    return _answer(ctx, instance)


@command("stopVirtualMachine")
def prepare_stop(ctx: Context) -> Submitted:
    """Note that a running instance stops."""
    instance = ctx.record(instances.KIND)
    if instance["state"] == "Running":
        instances.set_state(ctx, instance, "Stopping")
    return Submitted(instance["id"])


@undo("startVirtualMachine")
def not_started(ctx: Context) -> None:
    """An instance that did not start is stopped."""
    instance = _instance(ctx)
    if instance["state"] == "Starting":
        instances.set_state(ctx, instance, "Stopped")


@undo("stopVirtualMachine")
def not_stopped(ctx: Context) -> None:
    """An instance that did not stop runs."""
    instance = _instance(ctx)
    if instance["state"] == "Stopping":
        instances.set_state(ctx, instance, "Running")


@job("stopVirtualMachine")
def stop(ctx: Context) -> dict[str, Any]:
    """Stop the instance; one that does not run stays as it is."""
    instance = _instance(ctx)
    if instance["state"] in ("Stopping", "Running", "Starting"):
        instances.set_state(ctx, instance, "Stopped")
    return _answer(ctx, instance)


@job("rebootVirtualMachine")
def reboot(ctx: Context) -> dict[str, Any]:
    """Restart a running instance where it is."""
    instance = _instance(ctx)
    if instance["state"] != "Running":
        raise errors.internal(f"Failed to reboot {instances.described(instance)}: it does not run")
    return _answer(ctx, instance)


@command("restoreVirtualMachine")
def prepare_restore(ctx: Context) -> Submitted:
    """Find the instance and the template."""
    instance = ctx.record(instances.KIND, "virtualmachineid")
    ctx.maybe("template", "templateid")
    ctx.maybe("diskoffering", "diskofferingid")
    return Submitted(instance["id"])


@job("restoreVirtualMachine")
def restore(ctx: Context) -> dict[str, Any]:
    """Make the root disk anew, from another template when one is named."""
    instance = _instance(ctx)
    if instance["state"] not in ("Running", "Stopped"):
        raise errors.invalid(f"{instances.described(instance)} must be Running or Stopped to be restored")
    template = ctx.maybe("template", "templateid") or ctx.store.get("template", instance["templateid"])
    root = instances.root_volume(ctx.store, instance)
    if template is None or root is None:
        raise errors.invalid(f"{instances.described(instance)} was not deployed from a template; restore it by its ISO")
    instance["templateid"] = template["id"]
    instance["ostypeid"] = template["ostypeid"]
    instance["details"].update({name: str(value) for name, value in as_dict(ctx.get("details")).items()})
    instance["details"].setdefault("Message.ReservedCapacityFreed.Flag", "false")
    _replace_root(ctx, instance, root, template)
    instance["lastupdated"] = ctx.now()
    return _answer(ctx, instance)


def _replace_root(ctx: Context, instance: Record, old: Record, template: Record) -> None:
    fields = {name: value for name, value in old.items() if name not in ("id", "_number", "path", "storageid")}
    size = ctx.params["rootdisksize"] * volumes.GIB if "rootdisksize" in ctx.params else template["size"]
    fields.update(templateid=template["id"], size=size, created=ctx.now(), state="Allocated")
    fields.update(ctx.given("diskofferingid"))
    new = ctx.store.add(volumes.KIND, fields)
    ctx.store.remove(volumes.KIND, old["id"])
    host = ctx.store.get("host", instance.get("hostid"))
    if host:
        volumes.place(ctx, new, host["clusterid"])


@command("migrateVirtualMachine")
def prepare_migrate(ctx: Context) -> Submitted:
    """Find the instance and the host."""
    instance = ctx.record(instances.KIND, "virtualmachineid")
    ctx.maybe("host", "hostid")
    return Submitted(instance["id"])


@job("migrateVirtualMachine")
def migrate(ctx: Context) -> dict[str, Any]:
    """Move a running instance to another host."""
    instance, host = _instance(ctx), ctx.maybe("host", "hostid")
    if instance["state"] != "Running":
        raise errors.invalid(f"{instances.described(instance)} must run to be migrated")
    if host is None or host["zoneid"] != instance["zoneid"] or host["id"] == instance["hostid"]:
        raise errors.invalid("hostid must name another host of the instance's zone")
    instance.update(hostid=host["id"], _lasthostid=host["id"], lastupdated=ctx.now())
    return _answer(ctx, instance)


@command("findHostsForMigration")
def find_hosts(ctx: Context) -> dict[str, Any]:
    """The hosts that a running instance could move to."""
    instance = ctx.record(instances.KIND, "virtualmachineid")
    if instance["state"] != "Running":
        raise errors.invalid(f"{instances.described(instance)} must run to be migrated")
    here = ctx.store.need("host", instance["hostid"])
    able = placement.able_hosts(ctx.store, instance["zoneid"], instance["hypervisor"])
    found = [host for host in able if host is not here and host["clusterid"] == here["clusterid"]]
    extra = {"requiresStorageMotion": False, "suitableformigration": True}
    return ctx.list(found, lambda host: {**extra, **hosts.view(ctx.store, host)}, key="host")


def _refuse_protected(instance: Record) -> None:
    if instance["deleteprotection"]:
        raise errors.invalid(
            f"Instance [id = {instance['id']}, name = {instance['instancename']}] has delete protection enabled and "
            "cannot be deleted."
        )


@job("destroyVirtualMachine")
def destroy(ctx: Context) -> dict[str, Any]:
    """Mark the instance Destroyed, or remove it at once with `expunge`."""
    instance = _instance(ctx)
    _refuse_protected(instance)
    doomed = [volume for volume in ctx.records("volume", "volumeids") if volume["type"] == "DATADISK"]
    if instance["state"] != "Destroyed":
        instances.set_state(ctx, instance, "Stopped")
        instances.set_state(ctx, instance, "Destroyed")
    for volume in doomed:
        ctx.store.remove(volumes.KIND, volume["id"])
    if ctx.get("expunge"):
        instances.expunge(ctx.store, instance)
        return {"virtualmachine": dict(EXPUNGED)}
    return _answer(ctx, instance)


@command("recoverVirtualMachine")
def recover(ctx: Context) -> dict[str, Any]:
    """Bring a destroyed instance back, stopped."""
    instance = ctx.record(instances.KIND)
    if instance["state"] != "Destroyed":
        raise errors.invalid(f"Unable to find {instances.described(instance)} or it is not destroyed")
    instance["state"] = "Stopped"
    return {"virtualmachine": instances.view(ctx, instance)}


@job("expungeVirtualMachine")
def expunge(ctx: Context) -> dict[str, Any]:
    """Remove a destroyed instance for good."""
    instance = _instance(ctx)
    if instance["state"] not in ("Destroyed", "Error", "Expunging"):
        raise errors.internal("Please destroy vm with specified vmId before expunge")
    instances.expunge(ctx.store, instance)
    return {"success": True}
