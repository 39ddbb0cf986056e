"""Machines that run at a hypervisor and that the cloud does not manage. Modelled on the API's own description.

The recorded server had only its simulated hypervisor, which refuses to import: what a successful import does is not
recorded. A host of KVM or VMware brings two such machines along, so that there is something to import.
"""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..shape import compact, pick
from ..store import Record, Store
from . import volumes

KIND = "unmanagedinstance"
SUPPORTED = ("KVM", "VMware")
FOUND: tuple[dict[str, Any], ...] = (
    {"powerstate": "PowerOn", "cpunumber": 1, "cpuspeed": 500, "memory": 512, "nics": 1, "disks": (10,)},
    {"powerstate": "PowerOff", "cpunumber": 1, "cpuspeed": 1000, "memory": 1024, "nics": 2, "disks": (20, 50)},
)
"""What a new host brings along: one machine that runs, and one that does not, with a second NIC and a data disk."""


def check_cluster(cluster: Record) -> None:
    """Refuse a cluster whose hypervisor cannot hand machines over, as recorded."""
    if cluster["hypervisortype"] not in SUPPORTED:
        raise errors.invalid(f"VM import is currently not supported for hypervisor [{cluster['hypervisortype']}].")


def bring_along(store: Store, host: Record) -> None:
    """Note the machines that run on a new host already, by names made of the host's."""
    if host["hypervisor"] not in SUPPORTED:
        return
    label = host["name"] if host["name"].replace(".", "").isdigit() else host["name"].split(".", 1)[0]
    for number, machine in enumerate(FOUND, start=1):
        nics = [
            {"id": f"net{place}", "macaddress": addresses.mac(number, store.number("mac")), "adaptertype": "virtio"}
            for place in range(machine["nics"])
        ]
        name = f"{label.replace('.', '-')}-vm-{number}"
        disks = [_disk(name, place, size * volumes.GIB) for place, size in enumerate(machine["disks"])]
        keep(store, host, {**machine, "name": name, "nics": nics, "disks": disks})


def keep(store: Store, host: Record, machine: dict[str, Any]) -> None:
    """Note a machine that runs on a host without the cloud: name, size, powerstate, nics and disks."""
    sized = pick(machine, "name", "powerstate", "cpunumber", "cpuspeed", "memory")
    store.add(KIND, {**sized, "hostid": host["id"], "_nics": machine["nics"], "_disks": machine["disks"]})


def _disk(name: str, place: int, size: int) -> dict[str, Any]:
    return {"id": f"{name}-disk{place}", "label": f"disk{place}", "capacity": size, "position": place}


def as_machine(store: Store, instance: Record) -> dict[str, Any]:
    """What becomes of an instance that the cloud lets go of."""
    nics = sorted(store.where("nic", virtualmachineid=instance["id"]), key=lambda nic: int(nic["deviceid"]))
    disks = sorted(store.where("volume", virtualmachineid=instance["id"]), key=lambda disk: disk["deviceid"])
    return {
        "name": instance["instancename"],
        "powerstate": "PowerOn" if instance["state"] == "Running" else "PowerOff",
        **pick(instance, "cpunumber", "cpuspeed", "memory"),
        "nics": [{"id": f"net{nic['deviceid']}", **pick(nic, "macaddress"), "adaptertype": "virtio"} for nic in nics],
        "disks": [_disk(instance["instancename"], place, disk["size"]) for place, disk in enumerate(disks)],
    }


def in_cluster(store: Store, cluster: Record) -> list[Record]:
    """The machines on the hosts of a cluster."""
    hosts = {host["id"] for host in store.where("host", clusterid=cluster["id"])}
    return [machine for machine in store.all(KIND) if machine["hostid"] in hosts]


def view(store: Store, machine: Record) -> dict[str, Any]:
    """A machine as the API shows it."""
    host = store.need("host", machine["hostid"])
    cluster = store.need("cluster", host["clusterid"])
    return {
        **pick(machine, "name", "powerstate", "cpunumber", "cpuspeed", "memory"),
        "cpucorepersocket": 1,
        "clusterid": cluster["id"],
        "clustername": cluster["name"],
        "hostid": host["id"],
        "hostname": host["name"],
        **compact(hypervisor=host["hypervisor"]),
        "disk": [dict(disk) for disk in machine["_disks"]],
        "nic": [dict(nic) for nic in machine["_nics"]],
    }
