"""Backup offerings, of the provider that only pretends, and the instances that have one."""

from __future__ import annotations

import uuid
from typing import Any

from .. import errors
from ..context import Context
from ..model import backups, instances, offering_scope
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

KIND = "backupoffering"
POLICIES = {
    "gold-policy": ("Golden Policy", "Gold description"),
    "silver-policy": ("Silver Policy", "Silver description"),
}


def _view(ctx: Context, offering: Record) -> dict[str, Any]:
    zone = ctx.store.need("zone", offering["zoneid"])
    return {
        **pick(offering, "id", "name", "description", "provider", "externalid", "allowuserdrivenbackups"),
        **pick(offering, "domainid", "domain"),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        "created": offering["created"],
    }


def _domains(ctx: Context) -> dict[str, Any]:
    return pick(offering_scope.fields(ctx), "domainid", "domain")


@command("listBackupProviderOfferings")
def list_provider_offerings(ctx: Context) -> dict[str, Any]:
    """What the provider has to offer; each look gives other ids, and the zone is the oldest one, as recorded."""
    ctx.record("zone", "zoneid")
    zone = ctx.store.all("zone")[0]
    found = [
        {
            "id": str(uuid.uuid4()),
            "name": name,
            "description": text,
            "provider": backups.PROVIDER,
            "externalid": policy,
            "allowuserdrivenbackups": True,
            "zoneid": zone["id"],
            "created": ctx.now(),
        }
        for policy, (name, text) in POLICIES.items()
    ]
    return ctx.list(found, lambda offering: _view(ctx, offering), key=KIND)


@command("importBackupOffering")
def prepare_import(ctx: Context) -> Submitted:
    """Check that the provider has the policy and nothing has the name."""
    ctx.record("zone", "zoneid")
    policy = ctx.params["externalid"]
    if policy not in POLICIES:
        raise errors.failed(f"Backup offering does not exist on the backup provider: {policy}")
    for field, value in (("externalid", policy), ("name", ctx.params["name"])):
        if ctx.store.first(KIND, **{field: value, "zoneid": ctx.params["zoneid"]}):
            raise errors.failed(f"A backup offering with the {field} {value} exists in the zone already")
    return Submitted()


@job("importBackupOffering")
def imported(ctx: Context) -> dict[str, Any]:
    """Keep the offering."""
    record = {
        **ctx.given("name", "description", "externalid", "zoneid", "allowuserdrivenbackups"),
        **_domains(ctx),
        "provider": backups.PROVIDER,
        "created": ctx.now(),
    }
    return {KIND: _view(ctx, ctx.store.add(KIND, record))}


@command("createBackupOffering")
def create(ctx: Context) -> dict[str, Any]:
    """Make an offering of the cloud's own. Modelled on the API's description: only refusals are recorded."""
    ctx.record("zone", "zoneid")
    if ctx.store.first(KIND, name=ctx.params["name"], zoneid=ctx.params["zoneid"]):
        raise errors.failed(f"A backup offering with the name {ctx.params['name']} exists in the zone already")
    return imported(ctx)


@command("listBackupOfferings")
def list_offerings(ctx: Context) -> dict[str, Any]:
    """List the backup offerings."""
    return ctx.list(ctx.store.all(KIND), lambda offering: _view(ctx, offering), ("zoneid",), key=KIND)


@command("updateBackupOffering")
def update(ctx: Context) -> dict[str, Any]:
    """Change what an offering is called and whether users may back up by themselves."""
    offering = ctx.record(KIND)
    changes = ctx.given("name", "description", "allowuserdrivenbackups")
    if not changes and "domainid" not in ctx.params:
        raise errors.invalid("Nothing to change: give name, description or allowuserdrivenbackups")
    if "domainid" in ctx.params:
        for name in ("domainid", "domain"):
            offering.pop(name, None)
        changes.update(_domains(ctx))
    offering.update(changes)
    return {KIND: _view(ctx, offering)}


@command("deleteBackupOffering")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove an offering that no instance has."""
    offering = ctx.record(KIND)
    if ctx.store.first(instances.KIND, backupofferingid=offering["id"]):
        raise errors.failed("Backup offering is assigned to Instances, remove the assignment(s) in order to remove it.")
    ctx.store.remove(KIND, offering["id"])
    return {"success": True}


@command("assignVirtualMachineToBackupOffering")
def prepare_assign(ctx: Context) -> Submitted:
    """Find instance and offering."""
    ctx.record(KIND, "backupofferingid")
    return Submitted(ctx.record(instances.KIND, "virtualmachineid")["id"])


@job("assignVirtualMachineToBackupOffering")
def assign(ctx: Context) -> dict[str, Any]:
    """Have an instance backed up by an offering of its zone."""
    instance, offering = ctx.record(instances.KIND, "virtualmachineid"), ctx.record(KIND, "backupofferingid")
    if instance.get("backupofferingid"):
        raise errors.failed("VM already is assigned to a backup offering, please remove the VM from its previous one")
    if offering["zoneid"] != instance["zoneid"]:
        raise errors.failed("The backup offering is of another zone than the instance")
    instance["backupofferingid"] = offering["id"]
    return {"success": True}


@command("removeVirtualMachineFromBackupOffering")
def prepare_remove(ctx: Context) -> Submitted:
    """Find the instance."""
    return Submitted(ctx.record(instances.KIND, "virtualmachineid")["id"])


@job("removeVirtualMachineFromBackupOffering")
def remove(ctx: Context) -> dict[str, Any]:
    """End an instance's backups; when it has some, `forced` removes them."""
    instance = ctx.record(instances.KIND, "virtualmachineid")
    held = ctx.store.where(backups.KIND, virtualmachineid=instance["id"])
    if held and not ctx.get("forced"):
        raise errors.failed("The instance has backups; use forced to remove them with the assignment")
    if not instance.pop("backupofferingid", None):
        raise errors.failed("The instance is assigned to no backup offering")
    for kind in (backups.KIND, backups.SCHEDULE):
        for record in ctx.store.where(kind, virtualmachineid=instance["id"]):
            ctx.store.remove(kind, record["id"])
    return {"success": True}
