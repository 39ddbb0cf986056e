"""Machines of a hypervisor that the cloud does not manage: listed, imported, let go of. See `model/unmanaged.py`."""

from __future__ import annotations

import uuid
from typing import Any

from .. import addresses, errors
from ..context import Context
from ..model import deploying, guest, instances, owners, placement, unmanaged, volumes
from ..registry import Submitted, command, job
from ..shape import as_dict
from ..store import Record

GIBS = 10
"""The size of the disk of a machine that is brought from elsewhere."""

SIZES = ("cpunumber", "cpuspeed", "memory")


@command("listUnmanagedInstances")
def list_unmanaged(ctx: Context) -> dict[str, Any]:
    """The machines of a cluster; refused where the hypervisor cannot hand any over."""
    cluster = ctx.record("cluster", "clusterid")
    unmanaged.check_cluster(cluster)
    found = unmanaged.in_cluster(ctx.store, cluster)
    return ctx.list(found, lambda machine: unmanaged.view(ctx.store, machine), key=unmanaged.KIND)


@job("importUnmanagedInstance")
def import_unmanaged(ctx: Context) -> dict[str, Any]:
    """Make an instance of a machine; everything is checked before anything is made."""
    cluster = ctx.record("cluster", "clusterid")
    unmanaged.check_cluster(cluster)
    machine = _machine(ctx, cluster)
    offering = ctx.record("serviceoffering", "serviceofferingid")
    size = _size(ctx, machine, offering)
    disks = _disk_offerings(ctx, machine)
    wanted = _networks(ctx, machine)
    instance = _instance(ctx, machine, offering, size)
    for place, entry in enumerate(wanted):
        guest.add_nic(ctx.store, instance, entry.pop("network"), place, **entry)
    _keep_disks(ctx, instance, machine, disks, cluster)
    ctx.store.remove(unmanaged.KIND, machine["id"])
    return {"virtualmachine": instances.view(ctx, instance, job=True)}


@job("importVm")
def import_from_elsewhere(ctx: Context) -> dict[str, Any]:
    """Bring a machine from another hypervisor, or make one of a disk. What it is like there, nobody here can see: it
    has the size of the offering and one disk."""
    cluster = ctx.record("cluster", "clusterid")
    unmanaged.check_cluster(cluster)
    hosts = ctx.store.where("host", clusterid=cluster["id"])
    if not hosts:
        raise errors.internal(f"There is no host in the cluster {cluster['name']} to import to")
    offering = ctx.record("serviceoffering", "serviceofferingid")
    machine = _brought(ctx, hosts[0], deploying.size_of(ctx, offering))
    wanted = _networks(ctx, machine)
    instance = _instance(ctx, machine, offering, deploying.size_of(ctx, offering))
    instance["instancename"] = f"i-{ctx.owner().account['_number']}-{instance['_number']}-VM"
    for place, entry in enumerate(wanted):
        guest.add_nic(ctx.store, instance, entry.pop("network"), place, **entry)
    _keep_disks(ctx, instance, machine, {}, cluster)
    return {"virtualmachine": instances.view(ctx, instance, job=True)}


def _brought(ctx: Context, host: Record, size: dict[str, int]) -> Record:
    """A machine as `unmanaged` keeps them, of what the request says."""
    alone = ctx.get("networkid")
    nics = [{"nic": "net0", "network": alone}] if alone else ctx.get("nicnetworklist", ())
    ctx.params["nicnetworklist"] = nics
    if alone:
        ctx.params["nicipaddresslist"] = [{"nic": "net0", "ip4Address": "auto"}]
    disk = {"id": "disk0", "capacity": GIBS * volumes.GIB}
    return {
        **size,
        "name": ctx.params["name"],
        "powerstate": "PowerOff",
        "hostid": host["id"],
        "_nics": [{"id": nic["nic"], "macaddress": addresses.mac(0, ctx.store.number("mac"))} for nic in nics],
        "_disks": [disk],
    }


def _machine(ctx: Context, cluster: Record) -> Record:
    named = [one for one in unmanaged.in_cluster(ctx.store, cluster) if one["name"] == ctx.params["name"]]
    if not named:
        raise errors.internal(
            f"There is no unmanaged instance named {ctx.params['name']} in the cluster {cluster['id']}"
        )
    return named[0]


def _size(ctx: Context, machine: Record, offering: Record) -> dict[str, int]:
    size = deploying.size_of(ctx, offering)
    wrong = [name for name in SIZES if size[name] != machine[name]]
    if wrong and machine["powerstate"] != "PowerOff":
        raise errors.internal(
            f"Failed to import VM: {machine['name']}. Service offering ({offering['id']}) does not match its {wrong[0]}"
        )
    return size


def _disk_offerings(ctx: Context, machine: Record) -> dict[str, Record]:
    offerings = {entry.get("disk"): entry.get("diskOffering") for entry in ctx.get("datadiskofferinglist", ())}
    found = {}
    for disk in machine["_disks"][1:]:
        offering = ctx.store.get("diskoffering", offerings.get(disk["id"]))
        if offering is None:
            raise errors.invalid(f"The disk {disk['id']} of {machine['name']} needs an entry of datadiskofferinglist")
        found[disk["id"]] = offering
    return found


def _networks(ctx: Context, machine: Record) -> list[dict[str, Any]]:
    networks = {entry.get("nic"): entry.get("network") for entry in ctx.get("nicnetworklist", ())}
    wishes = {entry.get("nic"): entry.get("ip4Address") for entry in ctx.get("nicipaddresslist", ())}
    found = []
    for nic in machine["_nics"]:
        network = ctx.store.get("network", networks.get(nic["id"]))
        if network is None:
            raise errors.invalid(f"Suitable network for nic(ID: {nic['id']}) not found during VM import")
        wish = wishes.get(nic["id"])
        if not wish and network["type"] != "L2":
            raise errors.invalid(f"NIC(ID: {nic['id']}) needs a valid IP address, see nicipaddresslist")
        _refuse_taken(ctx, nic)
        address = None if wish in (None, "auto") else wish
        found.append({"network": network, "ipaddress": address, "macaddress": nic["macaddress"]})
    deploying.refuse_taken(ctx, ctx.get("hostname") or machine["name"], [entry["network"] for entry in found])
    return found


def _refuse_taken(ctx: Context, nic: dict[str, Any]) -> None:
    if ctx.store.first("nic", macaddress=nic["macaddress"]) and not ctx.get("forced"):
        raise errors.invalid(f"NIC with MAC address {nic['macaddress']} already exists; forced imports it all the same")


def _instance(ctx: Context, machine: Record, offering: Record, size: dict[str, int]) -> Record:
    host = ctx.store.need("host", machine["hostid"])
    name = ctx.get("hostname") or machine["name"]
    deploying.check_host_name(name)
    template = ctx.maybe("template", "templateid")
    running = machine["powerstate"] == "PowerOn"
    instance = ctx.store.add(
        instances.KIND,
        {
            "name": name,
            "displayname": ctx.get("displayname") or machine["name"],
            "instancename": machine["name"],
            **owners.stamp(ctx.owner()),
            "userid": ctx.caller.user["id"],
            "created": ctx.now(),
            "state": "Stopped",
            "haenable": offering.get("offerha", False),
            "zoneid": host["zoneid"],
            "templateid": template["id"] if template else str(uuid.uuid5(uuid.NAMESPACE_DNS, host["hypervisor"])),
            "serviceofferingid": offering["id"],
            **size,
            "ostypeid": template["ostypeid"] if template else ctx.store.all("ostype")[0]["id"],
            "hypervisor": host["hypervisor"],
            "details": {name: str(value) for name, value in as_dict(ctx.get("details")).items()},
            "displayvm": True,
            "isdynamicallyscalable": False,
            "deleteprotection": False,
            "_keypairs": [],
            "_affinity": [],
            "_securitygroups": [],
            "_lasthostid": host["id"],
        },
    )
    if running:
        instance["hostid"] = host["id"]
        instances.set_state(ctx, instance, "Running")
    return instance


def _keep_disks(ctx: Context, instance: Record, machine: Record, offerings: dict[str, Record], cluster: Record) -> None:
    for place, disk in enumerate(machine["_disks"]):
        offering = offerings.get(disk["id"])
        volume = volumes.add(
            ctx,
            owners.copied(instance),
            instance["zoneid"],
            "DATADISK" if place else "ROOT",
            disk["capacity"],
            name=f"DATA-{instance['_number']}-{disk['id']}" if place else f"ROOT-{instance['_number']}",
            diskofferingid=offering and offering["id"],
            _serviceofferingid=instance["serviceofferingid"],
            _hypervisor=instance["hypervisor"],
        )
        volumes.attach(volume, instance, place)
        if placement.choose_pool(ctx.store, instance["zoneid"], cluster["id"], False, None):
            volumes.place(ctx, volume, cluster["id"])


@command("unmanageVirtualMachine")
def prepare_unmanage(ctx: Context) -> Submitted:
    """Find the instance."""
    return Submitted(ctx.record(instances.KIND)["id"])


@job("unmanageVirtualMachine")
def unmanage(ctx: Context) -> dict[str, Any]:
    """Let go of an instance: its records go, the machine stays. Refused on the simulated hypervisor, as recorded."""
    instance = ctx.record(instances.KIND)
    if instance["hypervisor"] not in unmanaged.SUPPORTED:
        raise errors.internal(f"Unmanage VM is currently not allowed for hypervisor {instance['hypervisor']}")
    if instance["state"] not in ("Running", "Stopped"):
        raise errors.internal(f"{instances.described(instance)} must be Running or Stopped to be unmanaged")
    disks = ctx.store.where(volumes.KIND, virtualmachineid=instance["id"])
    _refuse_entangled(ctx, instance, disks)
    host = ctx.store.need("host", ctx.get("hostid") or instance.get("hostid") or instance["_lasthostid"])
    unmanaged.keep(ctx.store, host, unmanaged.as_machine(ctx.store, instance))
    for disk in disks:
        ctx.store.remove(volumes.KIND, disk["id"])
    instances.expunge(ctx.store, instance)
    return {"success": True, "hostid": host["id"]}


def _refuse_entangled(ctx: Context, instance: Record, disks: list[Record]) -> None:
    if any(ctx.store.first("snapshot", volumeid=disk["id"]) for disk in disks):
        raise errors.internal(f"{instances.described(instance)} cannot be unmanaged: there are volume snapshots")
    if ctx.store.first("vmsnapshot", virtualmachineid=instance["id"]):
        raise errors.internal(f"{instances.described(instance)} cannot be unmanaged: there are VM snapshots")
    if instance.get("isoid"):
        raise errors.internal(f"{instances.described(instance)} cannot be unmanaged: there is an ISO attached")
