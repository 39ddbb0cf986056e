"""The machines that balance load inside tiers: one for each inner address that has instances behind it."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..shape import compact, pick, stable_uuid
from ..store import Record, Store
from . import balancing, marks, networks, owners, placement, routers, zones

KIND = "internalloadbalancervm"
SIZE = {"cpunumber": 1, "cpuspeed": 256, "memory": 256}
OFFERING = {
    "serviceofferingid": "324f05bb-17bf-4640-a9d5-125f8661a83a",
    "serviceofferingname": "System Offering For Internal LB Instance",
}


def ensure(ctx: Context, balancer: Record, network: Record) -> None:
    """Start the machine of a load balancer's address when there is none."""
    store = ctx.store
    address = balancer["sourceipaddress"]
    if store.first(KIND, _networkid=network["id"], guestipaddress=address):
        return
    number = store.number("virtualmachine")
    machine = {
        "name": f"b-{number}-VM",
        "_number": number,
        "zoneid": network["zoneid"],
        "templateid": zones.system_template(store)["id"],
        "guestipaddress": address,
        "_networkid": network["id"],
        "_mac": addresses.mac(network["_number"], store.number("mac")),
        "_starts": 0,
        "vpcid": network.get("vpcid"),
        "created": ctx.now(),
        "state": "Stopped",
        **owners.copied(network),
    }
    place(store, machine)
    store.add(KIND, machine)


def place(store: Store, machine: Record) -> None:
    """Run a machine on a host of its zone; ApiError when no host has room."""
    template = store.need("template", machine["templateid"])
    host = placement.choose_host(store, machine["zoneid"], template["hypervisor"], SIZE, {})
    if host is None:
        raise errors.ApiError(errors.INSUFFICIENT_CAPACITY, f"No host has room for the load balancer {machine['name']}")
    machine.update(state="Running", hostid=host["id"], podid=host["podid"], _starts=machine["_starts"] + 1)


def stop(machine: Record) -> None:
    """Take a machine off its host."""
    machine["state"] = "Stopped"
    machine.pop("hostid", None)


def release(store: Store, balancer: Record) -> None:
    """Remove the machine of an address that no load balancer has any more."""
    network_id, address = balancer["networkid"], balancer["sourceipaddress"]
    if not store.first(balancing.INNER, networkid=network_id, sourceipaddress=address):
        for machine in store.where(KIND, _networkid=network_id, guestipaddress=address):
            store.remove(KIND, machine["id"])


def _guest_nic(store: Store, machine: Record, network: Record) -> dict[str, Any]:
    uri = networks.broadcast_uri(store, network) if machine["state"] == "Running" else None
    return {
        "id": stable_uuid("nic", machine["id"], network["id"]),
        "networkid": network["id"],
        "networkname": network["name"],
        **pick(network, "netmask", "gateway"),
        "ipaddress": machine["guestipaddress"],
        **compact(isolationuri=uri, broadcasturi=uri),
        "traffictype": "Guest",
        "type": network["type"],
        "isdefault": True,
        "macaddress": machine["_mac"],
        "enabled": True,
    }


def view(store: Store, machine: Record) -> dict[str, Any]:
    """A machine as the API shows it; one that is stopped shows no host and no link-local address."""
    zone, pod = store.need("zone", machine["zoneid"]), store.get("pod", machine["podid"])
    host, vpc = store.get("host", machine.get("hostid")), store.get("vpc", machine.get("vpcid"))
    network = store.need("network", machine["_networkid"])
    template = store.need("template", machine["templateid"])
    inner = routers.control(machine)
    return {
        "id": machine["id"],
        "zoneid": zone["id"],
        "zonename": zone["name"],
        **pick(zone, "dns1", "dns2"),
        **pick(network, "networkdomain"),
        "name": machine["name"],
        "podid": machine["podid"],
        **compact(podname=pod and pod["name"]),
        **compact(hostid=host and host["id"], hostname=host and host["name"]),
        **({"hostcontrolstate": "Enabled", "hypervisor": template["hypervisor"]} if host else {}),
        **routers.link_local(inner),
        "guestipaddress": machine["guestipaddress"],
        "guestmacaddress": machine["_mac"],
        **compact(guestnetmask=network.get("netmask")),
        "guestnetworkid": network["id"],
        "guestnetworkname": network["name"],
        "templateid": template["id"],
        "templatename": template["name"],
        **pick(machine, "created", "state"),
        **owners.of(machine),
        **OFFERING,
        "isredundantrouter": False,
        "redundantstate": "UNKNOWN",
        "version": "4.10.0",
        "scriptsversion": stable_uuid("scripts", machine["id"], str(machine["_starts"])),
        **compact(vpcid=vpc and vpc["id"], vpcname=vpc and vpc["name"]),
        "role": "INTERNAL_LB_VM",
        "nic": [_guest_nic(store, machine, network), routers.control_nic(machine, inner)],
        "requiresupgrade": False,
        "healthchecksfailed": False,
        "arch": "x86_64",
        "hasannotations": marks.annotated(store, machine["id"]),
    }
