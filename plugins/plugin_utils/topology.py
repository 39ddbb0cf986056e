# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""A cloud as a tree, from what info modules read. Pure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, Mapping, Sequence

from .listed import share_of

Records = Sequence[Mapping[str, Any]]
Lists = Mapping[str, Records]
"""What info modules returned, by their key: C(zones), C(pods), C(clusters), C(hosts) and so on."""


@dataclass(frozen=True)
class Host:
    """A host; shares of its processors and memory that are given away are from 0 to 1, None where not told."""

    name: str
    state: str
    address: str
    cpu: float | None
    memory: float | None
    instances: int


@dataclass(frozen=True)
class Pool:
    """A primary or secondary storage; sizes are bytes, 0 where not told."""

    name: str
    kind: str
    scope: str
    state: str
    given: int
    total: int


@dataclass(frozen=True)
class Cluster:
    """A cluster with its hosts and its own storage."""

    name: str
    hypervisor: str
    hosts: tuple[Host, ...]
    pools: tuple[Pool, ...]


@dataclass(frozen=True)
class Pod:
    """A pod with its clusters; C(addresses) is its range of management addresses."""

    name: str
    addresses: str
    clusters: tuple[Cluster, ...]


@dataclass(frozen=True)
class Wire:
    """A physical network; C(carries) is traffic types and their labels."""

    name: str
    vlan: str
    isolation: str
    carries: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Instance:
    """An instance on a network, with its address there."""

    name: str
    state: str
    address: str


@dataclass(frozen=True)
class Network:
    """A guest network; C(addresses) is public addresses and what they are for."""

    name: str
    kind: str
    cidr: str
    state: str
    place: str
    instances: tuple[Instance, ...]
    addresses: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Zone:
    """A zone and everything in it."""

    name: str
    kind: str
    state: str
    pods: tuple[Pod, ...]
    pools: tuple[Pool, ...]
    stores: tuple[Pool, ...]
    wires: tuple[Wire, ...]
    networks: tuple[Network, ...]
    system: tuple[Instance, ...]

    @property
    def hosts(self) -> tuple[Host, ...]:
        """All hosts of the zone."""
        return tuple(host for pod in self.pods for cluster in pod.clusters for host in cluster.hosts)


def zones_of(lists: Lists) -> list[Zone]:
    """The zones with what is in them, everything by name."""
    return [_zone(zone, lists) for zone in _sorted(lists.get("zones", ()))]


def _zone(zone: Mapping[str, Any], lists: Lists) -> Zone:
    inside = {
        kind: _sorted([one for one in records if one.get("zone") == zone["name"]]) for kind, records in lists.items()
    }
    running = Counter(str(one.get("host")) for one in inside.get("instances", ()))
    return Zone(
        name=zone["name"],
        kind=str(zone.get("network_type", "")),
        state=str(zone.get("allocation_state", "")),
        pods=tuple(_pod(pod, inside, running) for pod in inside.get("pods", ())),
        pools=tuple(_pool(one) for one in inside.get("storage_pools", ()) if not one.get("cluster")),
        stores=tuple(_pool(one) for one in inside.get("image_stores", ())),
        wires=tuple(_wire(one, inside) for one in inside.get("physical_networks", ())),
        networks=tuple(_network(one, inside) for one in inside.get("networks", ())),
        system=tuple(
            Instance(one["name"], str(one.get("state", "")), str(one.get("public_ip") or one.get("private_ip") or ""))
            for one in inside.get("system_vms", ())
        ),
    )


def _pod(pod: Mapping[str, Any], inside: Lists, running: Mapping[str, int]) -> Pod:
    clusters = [one for one in inside.get("clusters", ()) if one.get("pod") == pod["name"]]
    return Pod(
        pod["name"],
        f"{pod.get('start_ip', '')} - {pod.get('end_ip', '')}".strip(" -"),
        tuple(_cluster(one, inside, running) for one in clusters),
    )


def _cluster(cluster: Mapping[str, Any], inside: Lists, running: Mapping[str, int]) -> Cluster:
    def within(record: Mapping[str, Any]) -> bool:
        return (record.get("pod"), record.get("cluster")) == (cluster.get("pod"), cluster["name"])

    return Cluster(
        cluster["name"],
        str(cluster.get("hypervisor", "")),
        tuple(_host(one, running) for one in inside.get("hosts", ()) if within(one)),
        tuple(_pool(one) for one in inside.get("storage_pools", ()) if within(one)),
    )


def _host(host: Mapping[str, Any], running: Mapping[str, int]) -> Host:
    resource = str(host.get("resource_state", ""))
    state = str(host.get("state", "")) if resource in ("Enabled", "") else resource
    return Host(
        host["name"],
        state,
        str(host.get("ip_address", "")),
        _percent(host.get("cpu_allocated")),
        _share(host.get("memory_allocated"), host.get("memory_total")),
        running.get(host["name"], 0),
    )


def _pool(pool: Mapping[str, Any]) -> Pool:
    given = pool.get("disk_size_allocated") or pool.get("disk_size_used") or 0
    kind = str(pool.get("type") or pool.get("provider") or "")
    state = str(pool.get("state") or ("ReadOnly" if pool.get("read_only") else ""))
    return Pool(
        pool["name"], kind, str(pool.get("scope", "")).lower(), state, int(given), int(pool.get("disk_size_total") or 0)
    )


def _wire(wire: Mapping[str, Any], inside: Lists) -> Wire:
    carried = [
        one for one in inside.get("traffic_types", ()) if one.get("physical_network") in (wire["id"], wire["name"])
    ]
    pairs = [(str(one["traffic_type"]), _label(one)) for one in carried]
    return Wire(
        wire["name"], str(wire.get("vlan") or ""), str(wire.get("isolation_method") or ""), tuple(sorted(pairs))
    )


def _label(traffic_type: Mapping[str, Any]) -> str:
    """The labels of a traffic type on the hypervisors, each once."""
    found = {str(value) for key, value in traffic_type.items() if key.endswith("_networklabel") and value}
    return ", ".join(sorted(found))


def _network(network: Mapping[str, Any], inside: Lists) -> Network:
    instances = [
        Instance(one["name"], str(one.get("state", "")), str(nic.get("ipaddress") or nic.get("ip_address") or ""))
        for one in inside.get("instances", ())
        for nic in one.get("nic") or ()
        if nic.get("networkid") == network["id"]
    ]
    addresses = [
        (str(one["ip_address"]), _purpose(one))
        for one in inside.get("ip_addresses", ())
        if one.get("network") == network["name"]
        and all(one.get(owner) == network.get(owner) for owner in ("account", "project"))
    ]
    owner = network.get("project") or network.get("account") or ""
    place = [f"VPC {network['vpc']}" if network.get("vpc") else "", str(owner)]
    return Network(
        network["name"],
        str(network.get("type", "")),
        str(network.get("cidr") or network.get("network_cidr") or ""),
        str(network.get("state", "")),
        ", ".join(one for one in place if one),
        tuple(instances),
        tuple(sorted(addresses)),
    )


def _purpose(address: Mapping[str, Any]) -> str:
    if address.get("is_static_nat"):
        return f"static NAT to {address.get('vm_name') or 'an instance'}"
    if address.get("is_source_nat"):
        return "source NAT"
    return str(address.get("purpose") or "")


def _percent(told: Any) -> float | None:
    """A share that the API may leave out."""
    try:
        return share_of(told)
    except ValueError:
        return None


def _share(part: Any, whole: Any) -> float | None:
    return int(part) / int(whole) if part is not None and whole else None


def _sorted(records: Records) -> list[Mapping[str, Any]]:
    """By name, numbers in names by their value."""
    return sorted(records, key=lambda record: (_natural(str(record.get("name"))), str(record.get("id"))))


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", name)]
