"""Changes to instances: names, size, keys, passwords, user data, affinity, ISOs."""

from __future__ import annotations

import secrets
from typing import Any

from .. import errors
from ..context import Context, Owner
from ..model import deploying, ids, instances, owners
from ..registry import Submitted, command, job
from ..shape import as_dict
from ..store import Record
from . import instance_group

EXTRA = "extraconfig-1"
PLAIN = ("displayvm", "deleteprotection", "haenable", "isdynamicallyscalable", "instancename")


def owner_of(ctx: Context, record: Record) -> Owner:
    """The owner of a record."""
    account = owners.account_of(ctx.store, record)
    project = ctx.store.get("project", record.get("projectid"))
    return Owner(account, ctx.store.need("domain", record["domainid"]), project)


def _networks(ctx: Context, instance: Record) -> list[Record]:
    return [ctx.store.need("network", nic["networkid"]) for nic in instances.nics_of(ctx.store, instance)]


def _set_details(ctx: Context, instance: Record) -> None:
    kept = {name: value for name, value in instance["details"].items() if name.startswith("SSH.")}
    if ctx.get("cleanupdetails"):
        instance["details"] = kept
    elif "details" in ctx.params:
        given = {name: str(value) for name, value in as_dict(ctx.params["details"]).items()}
        instance["details"] = {**given, **kept}
    if ctx.get("cleanupextraconfig"):
        instance["details"].pop(EXTRA, None)
    if ctx.get("extraconfig"):
        instance["details"][EXTRA] = ctx.params["extraconfig"]


def _set_lease(ctx: Context, instance: Record) -> None:
    if "leaseduration" not in ctx.params:
        return
    for name in ("leaseduration", "leaseexpiryaction"):
        instance.pop(name, None)
    if ctx.params["leaseduration"] > 0:
        instance.update(
            leaseduration=ctx.params["leaseduration"], leaseexpiryaction=ctx.get("leaseexpiryaction", "STOP")
        )


def _set_dhcp_options(ctx: Context, instance: Record) -> None:
    for entry in ctx.get("dhcpoptionsnetworklist", ()):
        options = {name: value for name, value in entry.items() if name != "networkid"}
        for nic in instances.nics_of(ctx.store, instance):
            if nic["networkid"] == entry.get("networkid"):
                nic["_dhcpoptions"] = [options]


def _security_groups(ctx: Context, instance: Record) -> list[str] | None:
    """The wanted security groups, or None when they shall stay."""
    if "securitygroupids" not in ctx.params and "securitygroupnames" not in ctx.params:
        return None
    if instance["state"] != "Stopped":
        raise errors.invalid("Virtual machine must be stopped prior to update security groups")
    return deploying.security_groups(ctx, owner_of(ctx, instance), _networks(ctx, instance))


@command("updateVirtualMachine")
def update(ctx: Context) -> dict[str, Any]:
    """Change what the API lets be changed; a display name and the like also while the instance runs."""
    instance = ctx.record(instances.KIND)
    owner = owner_of(ctx, instance)
    if "name" in ctx.params:
        deploying.check_host_name(ctx.params["name"])
        deploying.refuse_taken(ctx, ctx.params["name"], _networks(ctx, instance), instance)
    system = ctx.maybe("ostype", "ostypeid")
    groups = _security_groups(ctx, instance)
    data = deploying.user_data(ctx, owner)
    instance.update({name: value for name, value in ctx.given("name", "displayname").items() if value})
    instance.update(ctx.given(*PLAIN))
    instance.update(data)
    if ctx.get("userdata") == "":
        instance.pop("_userdata", None)
    if system:
        instance["ostypeid"] = system["id"]
    if groups is not None:
        instance["_securitygroups"] = groups
    if "group" in ctx.params:
        _set_group(ctx, instance, owner)
    _set_details(ctx, instance)
    _set_lease(ctx, instance)
    _set_dhcp_options(ctx, instance)
    ids.rename(ctx, instance)
    return {"virtualmachine": instances.view(ctx, instance)}


def _set_group(ctx: Context, instance: Record, owner: Owner) -> None:
    if ctx.params["group"]:
        instance["groupid"] = instance_group.ensure(ctx, owner, ctx.params["group"])["id"]
    else:
        instance.pop("groupid", None)


def _resize(ctx: Context, instance: Record, offering: Record) -> None:
    instance.update(serviceofferingid=offering["id"], **deploying.size_of(ctx, offering))


@command("changeServiceForVirtualMachine")
def change_service(ctx: Context) -> dict[str, Any]:
    """Give a stopped instance another service offering."""
    instance, offering = ctx.record(instances.KIND), ctx.record("serviceoffering", "serviceofferingid")
    if instance["state"] != "Stopped":
        raise errors.invalid(
            f"Unable to upgrade {instances.described(instance)} in state {instance['state']}; make sure it is stopped"
        )
    _resize(ctx, instance, offering)
    return {"virtualmachine": instances.view(ctx, instance)}


@command("scaleVirtualMachine")
def prepare_scale(ctx: Context) -> Submitted:
    """Find the instance and the offering."""
    ctx.record("serviceoffering", "serviceofferingid")
    return Submitted(ctx.record(instances.KIND)["id"])


@job("scaleVirtualMachine")
def scale(ctx: Context) -> dict[str, Any]:
    """Give an instance another offering; a running one only when it can be scaled while it runs."""
    instance, offering = ctx.record(instances.KIND), ctx.record("serviceoffering", "serviceofferingid")
    if instance["state"] == "Running" and not instance["isdynamicallyscalable"]:
        raise errors.internal(
            f"Unable to scale {instances.described(instance)} as it does not have tools to support dynamic scaling."
        )
    _resize(ctx, instance, offering)
    return {"virtualmachine": instances.view(ctx, instance, job=True)}


def _refuse_unless_stopped(instance: Record, what: str) -> None:
    if instance["state"] != "Stopped":
        raise errors.invalid(f"VM {instances.described(instance)} should be stopped to do {what} reset")


@command("resetSSHKeyForVirtualMachine")
def prepare_keys(ctx: Context) -> Submitted:
    """Check the state and the key pairs."""
    instance = ctx.record(instances.KIND)
    _refuse_unless_stopped(instance, "SSH Key")
    if not deploying.key_pairs(ctx, owner_of(ctx, instance)):
        raise errors.invalid("keypair or keypairs must be given")
    return Submitted(instance["id"])


@job("resetSSHKeyForVirtualMachine")
def reset_keys(ctx: Context) -> dict[str, Any]:
    """Give an instance other key pairs."""
    instance = ctx.record(instances.KIND)
    pairs = deploying.key_pairs(ctx, owner_of(ctx, instance))
    instance["_keypairs"] = [pair["name"] for pair in pairs]
    instance["details"].update(deploying.key_details(pairs))
    return {"virtualmachine": instances.view(ctx, instance, job=True)}


@job("resetPasswordForVirtualMachine")
def reset_password(ctx: Context) -> dict[str, Any]:
    """Give a stopped instance of a password enabled template a new password, shown this once."""
    instance = ctx.record(instances.KIND)
    template = ctx.store.get("template", instance["templateid"]) or {}
    if not template.get("passwordenabled"):
        raise errors.invalid("Fail to reset password for the Instance, the Template is not password enabled")
    _refuse_unless_stopped(instance, "password")
    answer = instances.view(ctx, instance, job=True)
    return {"virtualmachine": {**answer, "password": ctx.get("password") or secrets.token_urlsafe(6)}}


@command("resetUserDataForVirtualMachine")
def reset_user_data(ctx: Context) -> dict[str, Any]:
    """Give a stopped instance other user data, or none."""
    instance = ctx.record(instances.KIND)
    _refuse_unless_stopped(instance, "UserData")
    data = deploying.user_data(ctx, owner_of(ctx, instance))
    for name in ("_userdata", "userdataid", "_userdatadetails"):
        instance.pop(name, None)
    instance.update(data)
    return {"virtualmachine": instances.view(ctx, instance)}


@command("updateVMAffinityGroup")
def prepare_affinity(ctx: Context) -> Submitted:
    """Check the state and the groups."""
    instance = ctx.record(instances.KIND)
    if instance["state"] != "Stopped":
        raise errors.invalid(f"Unable to update affinity groups of {instances.described(instance)}: it is not stopped")
    _groups(ctx, instance)
    return Submitted(instance["id"])


def _groups(ctx: Context, instance: Record) -> list[Record]:
    owner = owner_of(ctx, instance)
    return deploying.named_or_ids(ctx, "affinitygroup", owner, "affinitygroupids", "affinitygroupnames")


@job("updateVMAffinityGroup")
def set_affinity(ctx: Context) -> dict[str, Any]:
    """Put a stopped instance into these affinity groups and no other."""
    instance = ctx.record(instances.KIND)
    instance["_affinity"] = [group["id"] for group in _groups(ctx, instance)]
    return {"virtualmachine": instances.view(ctx, instance, brief=True, nics=False)}


@command("attachIso", "detachIso")
def prepare_iso(ctx: Context) -> Submitted:
    """Find the instance and the ISO."""
    instance = ctx.record(instances.KIND, "virtualmachineid")
    if ctx.command.name == "attachIso":
        ctx.record("iso")
        if instance.get("isoid"):
            raise errors.invalid(f"{instances.described(instance)} has an ISO attached already")
    elif not instance.get("isoid"):
        raise errors.invalid("The specified VM has no ISO attached to it.")
    return Submitted(instance["id"])


@job("attachIso")
def attach_iso(ctx: Context) -> dict[str, Any]:
    """Put an ISO into the instance's drive."""
    instance = ctx.store.need(instances.KIND, ctx.instance)
    instance["isoid"] = ctx.params["id"]
    return {"virtualmachine": instances.view(ctx, instance, job=True)}


@job("detachIso")
def detach_iso(ctx: Context) -> dict[str, Any]:
    """Take the ISO out of the drive."""
    instance = ctx.store.need(instances.KIND, ctx.instance)
    instance.pop("isoid", None)
    return {"virtualmachine": instances.view(ctx, instance, job=True)}
