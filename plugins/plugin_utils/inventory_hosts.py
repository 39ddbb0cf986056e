# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From what was read of the clouds to the hosts of the inventory: their variables, addresses and places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterator, Mapping, Sequence

from ansible_collections.cloudstack.cloud.plugins.module_utils.project import project, tags_of

from .inventory_addresses import endpoint, forwarded
from .inventory_reading import FORWARDS, RESOURCES, Read


@dataclass(frozen=True)
class Entry:
    """One host to be.

    :ivar own: what is known of it, by the words of the info modules.
    :ivar reach: C(ansible_host) and C(ansible_port), as far as they are known.
    """

    id: str
    source: str
    own: Mapping[str, Any]
    reach: Mapping[str, Any]
    places: Mapping[str, Any]

    def variables(self, prefix: str) -> dict[str, Any]:
        """The variables of the host. Their names are fixed; what tenants write stands in the values only."""
        return {**{f"{prefix}{name}": value for name, value in self.own.items()}, **self.reach}


def hosts(read: Sequence[tuple[str, Read]], order: Sequence[str], port: int) -> list[Entry]:
    """The hosts of all clouds, each thing once, in the order of clouds, sources and age.

    :param read: the name of each cloud and what was read of it.
    :param order: the ways to reach them.
    :param port: the port of instances that a forwarded port must lead to.
    """
    found: dict[str, Entry] = {}
    for cloud, rows in read:
        for entry in _of_cloud(cloud, rows, order, port):
            found.setdefault(entry.id, entry)
    return list(found.values())


def _of_cloud(cloud: str, read: Read, order: Sequence[str], port: int) -> Iterator[Entry]:
    forwards = forwarded(read.get(FORWARDS, ()), port)
    standing = {str(row["id"]): row for row in read.get("hosts", ())}
    for source in RESOURCES:
        for row in sorted(read.get(source, ()), key=lambda row: (str(row.get("created", "")), str(row["id"]))):
            known = {**own(source, row), "cloud": cloud, "source": source}
            yield Entry(str(row["id"]), source, known, _reach(source, row, order, forwards), _places(row, standing))


def own(source: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of a thing, by the words of its info module; tags as a mapping."""
    resource = RESOURCES[source]
    found = project(resource, row)
    if resource.tags:
        found["tags"] = tags_of(row)
    return found


def _reach(source: str, row: Mapping[str, Any], order: Sequence[str], forwards: Mapping[str, Any]) -> dict[str, Any]:
    found = endpoint(source, row, order, forwards)
    if found is None:
        return {}
    address, port = found
    return {"ansible_host": address, **({} if port is None else {"ansible_port": port})}


def _places(row: Mapping[str, Any], standing: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Where a thing stands; the pod and cluster of what runs on a host are that host's, where hosts were read."""
    host = standing.get(str(row.get("hostid")), {})
    return {kind: row.get(f"{kind}name") or host.get(f"{kind}name") for kind in ("zone", "pod", "cluster")}
