"""Deploying instances."""

from __future__ import annotations

import secrets
from typing import Any

from .. import errors
from ..context import Context, Owner
from ..model import deploying, deploying_disks, guest, guestips, instances, owners, placement, volumes
from ..registry import Submitted, command, job, undo
from ..shape import as_dict
from ..store import Record
from . import instance_group, network

DETAILS = {
    "rootdisksize": "rootdisksize",
    "keyboard": "keyboard",
    "extraconfig": "extraconfig-1",
    "iodriverpolicy": "io.policy",
    "iothreadsenabled": "iothreads",
    "nicmultiqueuenumber": "nic.multiqueue.number",
    "nicpackedvirtqueuesenabled": "nic.packed.virtqueues.enabled",
}
SWITCHES = ("iothreadsenabled", "nicpackedvirtqueuesenabled")


def _details(ctx: Context, pairs: list[Record]) -> dict[str, str]:
    details = {name: str(value) for name, value in as_dict(ctx.get("details")).items()}
    details.update(deploying.key_details(pairs))
    for name, detail in DETAILS.items():
        if name in ctx.params:
            details[detail] = str(ctx.params[name]).lower() if name in SWITCHES else str(ctx.params[name])
    if "boottype" in ctx.params:
        details[ctx.params["boottype"].upper()] = ctx.get("bootmode", "legacy").upper()
    if not ctx.get("startvm", True):
        details["deployvm"] = "true"
    return details


def _lease(ctx: Context) -> dict[str, Any]:
    if ctx.get("leaseduration", -1) < 1:
        return {}
    return {"leaseduration": ctx.params["leaseduration"], "leaseexpiryaction": ctx.get("leaseexpiryaction", "STOP")}


def _record(ctx: Context, zone: Record, image: Record, owner: Owner, used: list[Record]) -> Record:
    """The instance, not yet kept: everything is checked when this returns."""
    offering = ctx.record("serviceoffering", "serviceofferingid")
    pairs = deploying.key_pairs(ctx, owner)
    groups = deploying.named_or_ids(ctx, "affinitygroup", owner, "affinitygroupids", "affinitygroupnames")
    disk = ctx.maybe("diskoffering", "diskofferingid")
    deploying_disks.check(ctx, image, disk)
    system = ctx.store.get("ostype", image.get("ostypeid"))
    if "name" in ctx.params:
        deploying.check_host_name(ctx.params["name"])
        deploying.refuse_taken(ctx, ctx.params["name"], used)
    return {
        **ctx.given("name"),
        **owners.stamp(owner),
        "userid": ctx.caller.user["id"],
        "created": ctx.now(),
        "state": "Starting" if ctx.get("startvm", True) else "Stopped",
        "haenable": offering.get("offerha", False),
        "zoneid": zone["id"],
        "templateid": image["id"],
        **({"isoid": image["id"]} if image["format"] == "ISO" else {}),
        "serviceofferingid": offering["id"],
        **({"diskofferingid": disk["id"]} if disk else {}),
        **deploying.size_of(ctx, offering),
        "ostypeid": system["id"] if system else image.get("ostypeid"),
        "hypervisor": image.get("hypervisor") or ctx.params["hypervisor"],
        "details": _details(ctx, pairs),
        "displayvm": ctx.get("displayvm", True),
        "isdynamicallyscalable": ctx.get("dynamicscalingenabled", False) and image.get("isdynamicallyscalable", False),
        "deleteprotection": False,
        **_lease(ctx),
        **deploying.user_data(ctx, owner),
        "_keypairs": [pair["name"] for pair in pairs],
        "_affinity": [group["id"] for group in groups],
        "_securitygroups": deploying.security_groups(ctx, owner, used),
    }


def _add_volumes(ctx: Context, instance: Record, image: Record) -> None:
    owner = owners.copied(instance)
    if "volumeid" in ctx.params:
        volumes.attach(ctx.record(volumes.KIND, "volumeid"), instance, 0)
        return
    disk = ctx.maybe("diskoffering", "diskofferingid")
    offering = ctx.store.need("serviceoffering", instance["serviceofferingid"])
    from_iso = image["format"] == "ISO"
    asked = ctx.get("rootdisksize") or (_disk_size(ctx, disk) if from_iso else None)
    if from_iso and not asked:
        raise errors.invalid("diskofferingid or rootdisksize must be given to deploy from an ISO")
    root = volumes.add(
        ctx,
        owner,
        instance["zoneid"],
        "ROOT",
        asked * volumes.GIB if asked else image["size"],
        name=f"ROOT-{instance['_number']}",
        templateid=None if from_iso else image["id"],
        isoid=image["id"] if from_iso else None,
        diskofferingid=ctx.get("overridediskofferingid") or (disk["id"] if from_iso and disk else None),
        _serviceofferingid=offering["id"],
        _hypervisor=instance["hypervisor"],
    )
    root["storagetype"] = offering.get("storagetype", "shared")
    volumes.attach(root, instance, 0)
    extra: list[tuple[Record | None, int | None]] = [] if from_iso or not disk else [(disk, ctx.get("size"))]
    extra += [
        (ctx.store.get("diskoffering", entry.get("diskofferingid")), int(entry["size"]) if entry.get("size") else None)
        for entry in ctx.get("datadisksdetails", ())
    ]
    for place, (held, size) in enumerate(extra, start=1):
        if held is None:
            raise errors.invalid("A data disk names a disk offering that does not exist")
        data = volumes.add(
            ctx,
            owner,
            instance["zoneid"],
            "DATADISK",
            (size or _disk_size(ctx, held) or 0) * volumes.GIB,
            name=f"DATA-{instance['_number']}",
            diskofferingid=held["id"],
            _hypervisor=instance["hypervisor"],
        )
        volumes.attach(data, instance, place)


def _disk_size(ctx: Context, offering: Record | None) -> int | None:
    """GB of a disk offering; a custom one takes the `size` parameter."""
    if offering is None:
        return None
    return ctx.get("size") if offering["iscustomized"] else offering["disksize"]


def _add_nics(ctx: Context, instance: Record, wanted: list[dict[str, Any]]) -> None:
    options = {
        entry.get("networkid"): {name: value for name, value in entry.items() if name != "networkid"}
        for entry in ctx.get("dhcpoptionsnetworklist", ())
    }
    for place, entry in enumerate(wanted):
        given = {name: value for name, value in entry.items() if name != "network"}
        nic = guest.add_nic(ctx.store, instance, entry["network"], place, **given)
        if entry["network"]["id"] in options:
            nic["_dhcpoptions"] = [options[entry["network"]["id"]]]


@command("deployVirtualMachine")
def deploy(ctx: Context) -> Submitted:
    """Check everything and make the instance with its NICs and disks; the job starts it."""
    zone, owner = ctx.record("zone", "zoneid"), ctx.owner()
    image = deploying.image_of(ctx, zone)
    wanted = deploying.networks_of(ctx, zone, owner)
    record = _record(ctx, zone, image, owner, [entry["network"] for entry in wanted])
    for entry in wanted:
        guestips.pick_address(ctx.store, entry["network"], entry.get("ipaddress"))
    if not wanted:
        wanted = [{"network": network.create_default(ctx, zone, owner)}]
    if ctx.get("customid"):
        record["id"] = ctx.params["customid"]
    instance = ctx.store.add(instances.KIND, record)
    instance.setdefault("name", f"VM-{instance['id']}")
    instance["displayname"] = ctx.get("displayname") or instance["name"]
    instance["instancename"] = f"i-{owner.account['_number']}-{instance['_number']}-VM"
    if ctx.get("group"):
        instance["groupid"] = instance_group.ensure(ctx, owner, ctx.params["group"])["id"]
    _add_nics(ctx, instance, wanted)
    _add_volumes(ctx, instance, image)
    if ctx.get("copyimagetags"):
        _copy_tags(ctx, instance, image)
    return Submitted(instance["id"])


def _copy_tags(ctx: Context, instance: Record, image: Record) -> None:
    for tag in ctx.store.where("tag", resourceid=image["id"]):
        fields = {"key": tag["key"], "value": tag["value"], "resourcetype": "UserVm", "resourceid": instance["id"]}
        ctx.store.add("tag", {**fields, **owners.of(instance)})


def start(ctx: Context, instance: Record, limits: dict[str, Any]) -> None:
    """Run an instance: its networks come up, a host is chosen, its disks get a place.

    limits: any of hostid, podid, clusterid. ApiError 533 when something has no room; the state is then unchanged.
    """
    host = placement.choose_host(
        ctx.store, instance["zoneid"], instance["hypervisor"], instance, limits, avoided_hosts(ctx, instance)
    )
    if host is None:
        raise errors.ApiError(
            errors.INSUFFICIENT_CAPACITY, f"Unable to create a deployment for {instances.described(instance)}"
        )
    for nic in instances.nics_of(ctx.store, instance):
        guest.implement(ctx, ctx.store.need("network", nic["networkid"]))
    for volume in ctx.store.where("volume", virtualmachineid=instance["id"]):
        volumes.place(ctx, volume, host["clusterid"])
    instance["hostid"] = host["id"]
    instances.set_state(ctx, instance, "Running")


def avoided_hosts(ctx: Context, instance: Record) -> set[str]:
    """The hosts that the instance's affinity groups rule out: those of the others it shall be apart from, and all but
    those of the others it shall be together with."""
    avoided = _hosts_beside(ctx, instance, "host anti-affinity")
    homes = _hosts_beside(ctx, instance, "host affinity")
    return avoided | {host["id"] for host in ctx.store.all("host") if homes and host["id"] not in homes}


def _hosts_beside(ctx: Context, instance: Record, kind: str) -> set[str]:
    """The hosts of the other instances in the instance's affinity groups of a kind."""
    groups = {
        group_id
        for group_id in instance["_affinity"]
        if (ctx.store.get("affinitygroup", group_id) or {}).get("type") == kind
    }
    return {
        other["hostid"]
        for other in ctx.store.all(instances.KIND)
        if other is not instance and other.get("hostid") and groups & set(other["_affinity"])
    }


@job("deployVirtualMachine")
def deployed(ctx: Context) -> dict[str, Any]:
    """Start the new instance, unless it shall stay stopped; one that cannot start is left in Error."""
    instance = ctx.store.need(instances.KIND, ctx.instance)
    if ctx.get("startvm", True):
        try:
            start(ctx, instance, ctx.given("hostid", "podid", "clusterid"))
        except errors.ApiError:
            instances.set_state(ctx, instance, "Error")
            raise
    answer = instances.view(ctx, instance, job=True)
    template = ctx.store.get("template", instance["templateid"]) or {}
    if template.get("passwordenabled"):
        answer["password"] = ctx.get("password") or secrets.token_urlsafe(6)
    return {"virtualmachine": answer}


@undo("deployVirtualMachine")
def not_deployed(ctx: Context) -> None:
    """What a deployment that failed leaves: an instance in Error."""
    instances.set_state(ctx, ctx.store.need(instances.KIND, ctx.instance), "Error")
