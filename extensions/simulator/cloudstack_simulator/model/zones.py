"""What is true of a zone as a whole: its own account, private addresses, and when it can run things."""

from __future__ import annotations

from .. import addresses
from ..store import Record, Store


def private_addresses(store: Store, pod: Record) -> list[str]:
    """The addresses of a pod's ranges that hosts and system VMs hold."""
    hosts = [host["ipaddress"] for host in store.where("host", podid=pod["id"])]
    machines = [machine.get("privateip") for machine in store.where("systemvm", podid=pod["id"])]
    return [address for address in hosts + machines if address and _in_ranges(pod, address)]


def take_private_address(store: Store, pod: Record) -> str | None:
    """The lowest free address of a pod's ranges; None when it has no ranges or none is free."""
    taken = set(private_addresses(store, pod))
    candidates = (a for held in pod["_ranges"] for a in addresses.span(held["startip"], held["endip"]))
    return addresses.first_free(candidates, taken)


def can_run(store: Store, zone: Record) -> bool:
    """Whether a zone can run system VMs: enabled, with a host that is up, primary storage and secondary storage."""
    return (
        zone["allocationstate"] == "Enabled"
        and store.first("host", zoneid=zone["id"], state="Up", resourcestate="Enabled") is not None
        and store.first("storagepool", zoneid=zone["id"], state="Up") is not None
        and bool(image_stores(store, zone))
    )


def image_stores(store: Store, zone: Record) -> list[Record]:
    """The image stores that serve a zone: its own and those of the region."""
    return store.matching("imagestore", lambda held: held.get("zoneid") in (None, zone["id"]))


def system_template(store: Store) -> Record:
    """The template that system VMs and routers are made of."""
    return next(template for template in store.all("template") if template["templatetype"] == "SYSTEM")


def _in_ranges(pod: Record, address: str) -> bool:
    return any(addresses.between(address, held["startip"], held["endip"]) for held in pod["_ranges"])
