"""The addresses of guest networks: which there are, which are taken."""

from __future__ import annotations

from collections.abc import Iterator

from .. import addresses, errors
from ..shape import pick
from ..store import Record, Store


def nics(store: Store, network: Record) -> list[Record]:
    """The NICs of instances in a network."""
    return store.where("nic", networkid=network["id"])


def shared_ranges(store: Store, network: Record) -> list[Record]:
    """The address ranges of a shared network."""
    return store.where("vlaniprange", networkid=network["id"])


def used(store: Store, network: Record) -> set[str]:
    """The addresses of a network that are taken: NICs, their secondary addresses, gateway, router and the like."""
    taken = {network.get("gateway"), network.get("_routerip")}
    for nic in nics(store, network):
        taken.add(nic.get("ipaddress"))
        taken.update(secondary["ipaddress"] for secondary in nic["_secondary"])
    taken.update(machine.get("publicip") for machine in store.where("systemvm", _guestnetworkid=network["id"]))
    balancers = store.where("applicationloadbalancer", sourceipaddressnetworkid=network["id"])
    taken.update(balancer["sourceipaddress"] for balancer in balancers)
    return {address for address in taken if address}


def _candidates(store: Store, network: Record, pod_id: str | None) -> Iterator[tuple[str, dict[str, str]]]:
    if network["type"] != "Shared":
        around = pick(network, "gateway", "netmask")
        for address in addresses.guest_hosts(network["cidr"], network["gateway"]):
            yield address, around
        return
    for vlan in shared_ranges(store, network):
        if not vlan.get("startip") or (pod_id and vlan.get("podid") not in (None, pod_id)):
            continue
        for address in addresses.span(vlan["startip"], vlan.get("endip")):
            yield address, pick(vlan, "gateway", "netmask")


def pick_address(store: Store, network: Record, wanted: str | None = None, pod_id: str | None = None) -> dict[str, str]:
    """A free address of a network with gateway and netmask; {} for a layer 2 network.

    ApiError when the wanted address is taken or outside, or when no address is left.
    """
    if network["type"] == "L2":
        return {}
    taken = used(store, network)
    for address, around in _candidates(store, network, pod_id):
        if address not in taken and wanted in (None, address):
            return {**around, "ipaddress": address}
    if wanted:
        raise errors.invalid(f"The IP address {wanted} is not free in the network {network['name']}")
    raise errors.ApiError(
        errors.INSUFFICIENT_CAPACITY, f"The network {network['name']} has no free address for the instance"
    )
