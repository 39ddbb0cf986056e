"""Instances: how they are shown, described in errors and removed."""

from __future__ import annotations

import json
from typing import Any

from ..context import Context
from ..shape import compact, pick, tags_of
from ..store import Record, Store
from . import backups, balancing, guest, marks, owners, securitygroups, statistics

KIND = "virtualmachine"
GONE = ("Expunging", "Error")


def described(instance: Record) -> str:
    """An instance as error texts quote it."""
    fields = {
        "id": instance["_number"],
        "instanceName": instance["instancename"],
        "state": instance["state"],
        "type": "User",
        "uuid": instance["id"],
    }
    return f"VM instance {json.dumps(fields, separators=(',', ':'))}"


def nics_of(store: Store, instance: Record) -> list[Record]:
    """An instance's NICs in the order of their device ids."""
    return sorted(store.where("nic", virtualmachineid=instance["id"]), key=lambda nic: int(nic["deviceid"]))


def default_nic(store: Store, instance: Record) -> Record | None:
    """The NIC whose gateway is the instance's default route, or None."""
    return store.first("nic", virtualmachineid=instance["id"], isdefault=True)


def root_volume(store: Store, instance: Record) -> Record | None:
    """The instance's root disk, or None."""
    return store.first("volume", virtualmachineid=instance["id"], type="ROOT")


def set_state(ctx: Context, instance: Record, state: str) -> None:
    """Move an instance to a state; Running needs its `hostid` set before, any other state takes it away."""
    statistics.collect(instance, ctx.simulator.clock())
    instance["state"] = state
    instance["lastupdated"] = ctx.now()
    if state == "Running":
        instance["_since"] = ctx.simulator.clock()
        instance["_lasthostid"] = instance["hostid"]
    elif state not in ("Stopping", "Migrating"):
        instance.pop("hostid", None)
    if state == "Stopped":
        instance["details"].setdefault("Message.ReservedCapacityFreed.Flag", "false")


def _host(store: Store, instance: Record, restricted: bool) -> dict[str, Any]:
    host = store.get("host", instance.get("hostid"))
    if host is None:
        return {}
    named = {} if restricted else {"hostid": host["id"], "hostname": host["name"]}
    return {**named, "hostcontrolstate": "Enabled"}


def _group(store: Store, instance: Record) -> dict[str, Any]:
    group = store.get("instancegroup", instance.get("groupid"))
    return {"groupid": group["id"], "group": group["name"]} if group else {}


def _template(store: Store, instance: Record) -> dict[str, Any]:
    image = store.get("template", instance["templateid"]) or store.get("iso", instance["templateid"])
    if image is None:
        return {"templateid": instance["templateid"]}
    return {
        "templateid": image["id"],
        "templatename": image["name"],
        "templatetype": image.get("templatetype", "USER"),
        "templateformat": image["format"],
        "templatedisplaytext": image["displaytext"],
        **pick(image, "vnfnics", "vnfdetails"),
    }


def _isos(store: Store, instance: Record) -> dict[str, Any]:
    iso = store.get("iso", instance.get("isoid"))
    if iso is None:
        return {"isos": [], "isomaxcount": 1}
    shown = {"id": iso["id"], "name": iso["name"], "displaytext": iso["displaytext"]}
    flat = {"isoid": iso["id"], "isoname": iso["name"], "isodisplaytext": iso["displaytext"]}
    return {**flat, "isos": [shown], "isomaxcount": 1}


def _make(store: Store, instance: Record) -> dict[str, Any]:
    """What the brief answers of some jobs leave out: template, offering, statistics, root device."""
    image = store.get("template", instance["templateid"]) or {}
    offering = store.need("serviceoffering", instance["serviceofferingid"])
    disk = store.get("diskoffering", instance.get("diskofferingid"))
    return {
        **_template(store, instance),
        "passwordenabled": image.get("passwordenabled", False),
        **_isos(store, instance),
        "serviceofferingid": offering["id"],
        "serviceofferingname": offering["name"],
        **compact(diskofferingid=disk and disk["id"], diskofferingname=disk and disk["name"]),
        **backups.of_instance(store, instance),
        **pick(instance, "cpunumber", "cpuspeed", "memory"),
        **statistics.fields(instance),
    }


def _boot(instance: Record) -> dict[str, Any]:
    details = instance["details"]
    for kind in ("UEFI", "BIOS"):
        if kind in details:
            return {"bootmode": details[kind].lower(), "boottype": kind.capitalize()}
    return {} if details else {"bootmode": "legacy", "boottype": "Bios"}


def _addresses(store: Store, instance: Record, bare: bool) -> dict[str, Any]:
    nic = default_nic(store, instance)
    public = store.first("publicipaddress", virtualmachineid=instance["id"], isstaticnat=True)
    return compact(
        ipaddress=nic.get("ipaddress") if nic and not bare else None,
        ip6address=nic.get("ip6address") if nic and not bare else None,
        publicipid=public and public["id"],
        publicip=public and public["ipaddress"],
    )


def _user_data(store: Store, instance: Record, wanted: bool) -> dict[str, Any]:
    kept = store.get("userdata", instance.get("userdataid"))
    return compact(
        userdata=instance.get("_userdata") if wanted else None,
        userdataid=kept and kept["id"],
        userdataname=kept and kept["name"],
        userdatadetails=instance.get("_userdatadetails") if wanted or kept else None,
    )


def _affinity(store: Store, instance: Record) -> list[dict[str, Any]]:
    groups = [store.get("affinitygroup", group_id) for group_id in instance["_affinity"]]
    return [pick(group, "id", "name", "account") for group in groups if group]


def _system(store: Store, instance: Record) -> dict[str, Any]:
    system = store.get("ostype", instance["ostypeid"])
    pool = store.get("storagepool", (root_volume(store, instance) or {}).get("storageid"))
    return {
        "ostypeid": instance["ostypeid"],
        **compact(osdisplayname=system and system["name"]),
        **_boot(instance),
        **compact(pooltype=pool and pool["type"]),
    }


def view(
    ctx: Context,
    instance: Record,
    *,
    brief: bool = False,
    nics: bool = True,
    restricted: bool = False,
    userdata: bool = False,
    job: bool = False,
) -> dict[str, Any]:
    """An instance as the API shows it.

    brief: without template, offering, group and statistics; nics: with NICs; restricted: without host, instance
    name and architecture; userdata: with the user data; job: with the job that the answer ends.
    """
    store, zone = ctx.store, ctx.store.need("zone", instance["zoneid"])
    running = instance["state"] in ("Running", "Migrating", "Stopping")
    statistics.collect(instance, ctx.simulator.clock())
    return {
        **pick(instance, "id", "name", "displayname"),
        **owners.of(instance),
        "userid": instance["userid"],
        "username": (store.get("user", instance["userid"]) or {}).get("username", ""),
        **pick(instance, "created", "lastupdated", "state", "haenable"),
        **({} if brief else _group(store, instance)),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        **_host(store, instance, restricted),
        **({} if brief else _make(store, instance)),
        "guestosid": instance["ostypeid"],
        **({} if brief else {"rootdeviceid": 0, "rootdevicetype": "ROOT"}),
        "securitygroup": securitygroups.of_instance(store, instance),
        "nic": [guest.nic_view(store, nic, running) for nic in nics_of(store, instance)] if nics else [],
        "hypervisor": instance["hypervisor"],
        **_addresses(store, instance, not nics),
        **({} if restricted else pick(instance, "instancename")),
        "details": instance["details"],
        **compact(keypairs=",".join(instance["_keypairs"]) or None),
        "affinitygroup": _affinity(store, instance),
        **pick(instance, "displayvm", "isdynamicallyscalable", "deleteprotection"),
        **pick(instance, "leaseduration", "leaseexpiryaction", "leaseexpirydate"),
        **_user_data(store, instance, userdata),
        **_system(store, instance),
        "receivedbytes": 0,
        "sentbytes": 0,
        **({} if restricted else {"arch": "x86_64"}),
        "tags": tags_of(store, instance["id"]),
        "hasannotations": marks.annotated(store, instance["id"]),
        **({"jobid": ctx.job_id, "jobstatus": 0} if job else {}),
    }


def expunge(store: Store, instance: Record) -> None:
    """Remove an instance for good: NICs, root disk, rules to it; data disks are left behind, detached."""
    for kind in ("portforwardingrule",):
        for rule in store.where(kind, virtualmachineid=instance["id"]):
            store.remove(kind, rule["id"])
    balancing.forget(store, instance["id"])
    for address in store.where("publicipaddress", virtualmachineid=instance["id"]):
        clear_static_nat(address)
    for kind in ("nic", "vmsnapshot", "vmschedule"):
        for record in store.where(kind, virtualmachineid=instance["id"]):
            store.remove(kind, record["id"])
    for volume in store.where("volume", virtualmachineid=instance["id"]):
        if volume["type"] == "ROOT":
            store.remove("volume", volume["id"])
        else:
            detach(volume)
    marks.forget(store, instance["id"])
    store.remove(KIND, instance["id"])


def detach(volume: Record) -> None:
    """Take a volume off its instance."""
    for name in ("virtualmachineid", "deviceid", "attached"):
        volume.pop(name, None)


def clear_static_nat(address: Record) -> None:
    """End a public address's static NAT."""
    address["isstaticnat"] = False
    for name in ("virtualmachineid", "vmipaddress", "_nicid"):
        address.pop(name, None)
