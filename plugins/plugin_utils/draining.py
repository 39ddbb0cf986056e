# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Whether what runs on some hosts finds room on the others of their clusters. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Sequence

from .listed import share_of

MIB = 1024**2
Records = Sequence[Mapping[str, Any]]


@dataclass
class Room:
    """What is free on a host: MiB of memory and MHz of processors."""

    name: str
    memory: float
    cpu: float

    def takes(self, memory: float, cpu: float) -> bool:
        """Take something up, where there is room for it."""
        if memory > self.memory or cpu > self.cpu:
            return False
        self.memory -= memory
        self.cpu -= cpu
        return True


def draining(hosts: Records, instances: Records, names: Sequence[str]) -> dict[str, Any]:
    """What moves when hosts are drained, and what finds no room.

    Room is looked for on the hosts of the same cluster that are Up and in service, for the largest instances first.
    What else keeps an instance from a host, such as tags, affinity groups or local storage, only the server knows.

    :param hosts: what host_info returned for the zone.
    :param instances: what instance_info returned for the zone.
    :param names: the hosts to be drained.
    :returns: C(hosts), those that are in service yet; C(moves), the instances on them; C(problems), why they cannot all
      go, as sentences.
    """
    drained = [host for host in hosts if host["name"] in names and host.get("resource_state") != "Maintenance"]
    leaving = {str(host["name"]) for host in drained}
    moves = [one for one in instances if one.get("host") in leaving and one.get("state") in ("Running", "Starting")]
    problems = []
    for cluster in sorted({str(host.get("cluster")) for host in drained}):
        of_it = [host for host in hosts if str(host.get("cluster")) == cluster]
        going = {str(host["name"]) for host in of_it} & leaving
        problems += _problems(cluster, of_it, [one for one in moves if one["host"] in going], going, names)
    return {"hosts": sorted(leaving), "moves": sorted(str(one["name"]) for one in moves), "problems": problems}


def _problems(cluster: str, hosts: Records, moves: Records, going: set[str], names: Sequence[str]) -> list[str]:
    rooms = [_room(host) for host in hosts if host["name"] not in names and _serves(host)]
    homeless = []
    for one in sorted(moves, key=lambda one: (-_memory(one), str(one["name"]))):
        rooms.sort(key=lambda room: -room.memory)
        if not any(room.takes(_memory(one), _cpu(one)) for room in rooms):
            homeless.append(f"{one['name']} ({_memory(one):g} MiB, {_cpu(one):g} MHz)")
    if homeless:
        where = ", ".join(room.name for room in rooms) or "no other host, for none is Up and in service"
        return [f"cluster {cluster}: no room for {', '.join(homeless)} on {where}."]
    others = sum(max(0.0, _given(host)) for host in hosts if host["name"] in going) - sum(map(_memory, moves))
    left = sum(room.memory for room in rooms)
    if others > left:
        return [f"cluster {cluster}: {others:g} MiB of system VMs and routers find {left:g} MiB free elsewhere."]
    return []


def _serves(host: Mapping[str, Any]) -> bool:
    return host.get("state") == "Up" and host.get("resource_state") == "Enabled"


def _room(host: Mapping[str, Any]) -> Room:
    total = float(str(host.get("cpu_with_overprovisioning") or 0))
    taken = share_of(host.get("cpu_allocated") or 0)
    return Room(str(host["name"]), int(host.get("memory_total") or 0) / MIB - _given(host), total * (1 - taken))


def _given(host: Mapping[str, Any]) -> float:
    """The memory of a host that is given away, in MiB."""
    return int(host.get("memory_allocated") or 0) / MIB


def _memory(instance: Mapping[str, Any]) -> float:
    return float(instance.get("memory") or 0)


def _cpu(instance: Mapping[str, Any]) -> float:
    return float(instance.get("cpu") or 0) * float(instance.get("cpu_speed") or 0)
