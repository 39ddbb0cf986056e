# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Which hosts a rolling update is for, which of them it begins with, and which it leaves alone. Pure."""

from __future__ import annotations

from typing import Any, Iterator, Mapping, Sequence

from .listed import plain_version

Record = Mapping[str, Any]
Records = Sequence[Record]
Wish = Mapping[str, Any]


def rolling_update(hosts: Records, annotations: Records, wish: Wish) -> dict[str, Any]:
    """Choose the hosts of an update.

    A host that an earlier run has taken out of service carries a remark that says so. Such hosts come first, whatever
    their version, for nobody has looked yet whether they are well.

    :param hosts: what host_info returned for the zone.
    :param annotations: what annotation_info returned for hosts.
    :param wish: C(hosts), C(clusters) and C(skip), lists of names, empty for all or none; C(version), the one that
      a host has which is done, or an empty text; C(mark), the remark; C(machines), names in the inventory by names of
      hosts.
    :returns: C(hosts), entries with C(name), C(id), C(machine), C(ip_address), C(hypervisor), C(cluster) and C(marked);
      C(done), the names of hosts that have the version; C(left_alone) and C(problems), sentences.
    """
    marked = {one.get("entity") for one in annotations if one.get("annotation") == wish["mark"]}
    chosen = [one for one in hosts if _is_wanted(one, wish)]
    mine = [one for one in chosen if one["id"] in marked]
    others = [one for one in chosen if one["id"] not in marked]
    away = [one for one in others if one.get("resource_state") != "Enabled"]
    serving = [one for one in others if one.get("resource_state") == "Enabled"]
    done = [one for one in serving if wish["version"] and has_version(one, wish["version"])]
    todo = [one for one in serving if one not in done]
    down = [one for one in todo if one.get("state") != "Up"]
    return {
        "hosts": [_entry(one, wish, True) for one in _ordered(mine)] + [_entry(one, wish) for one in _ordered(todo)],
        "done": [str(one["name"]) for one in _ordered(done)],
        "left_alone": [
            f"{one['name']}: it is {one.get('resource_state')}, and no rolling update has done that."
            for one in _ordered(away)
        ],
        "problems": [
            *_unknown(hosts, wish),
            *(f"{one['name']} is {one.get('state')}: see to it first, or leave it out." for one in _ordered(down)),
        ],
    }


def has_version(host: Record, version: str) -> bool:
    """Whether the agent of a host is of a version; what marks a build is not looked at."""
    return plain_version(host.get("host_version")) == plain_version(version)


def _is_wanted(host: Record, wish: Wish) -> bool:
    named = not wish["hosts"] or host["name"] in wish["hosts"]
    inside = not wish["clusters"] or host.get("cluster") in wish["clusters"]
    return named and inside and host["name"] not in wish["skip"]


def _unknown(hosts: Records, wish: Wish) -> Iterator[str]:
    for option, key in (("hosts", "name"), ("clusters", "cluster"), ("skip", "name")):
        known = {str(one[key]) for one in hosts if one.get(key)}
        foreign = sorted(set(wish[option]) - known)
        if foreign:
            yield f"rolling_update_{option}: there is no {', '.join(foreign)}. There are {', '.join(sorted(known))}."


def _ordered(hosts: Records) -> list[Record]:
    return sorted(hosts, key=lambda one: (str(one.get("cluster")), str(one["name"])))


def _entry(host: Record, wish: Wish, marked: bool = False) -> dict[str, Any]:
    shown = {key: host.get(key) for key in ("name", "id", "ip_address", "hypervisor", "cluster")}
    return {**shown, "machine": wish["machines"].get(host["name"], host["name"]), "marked": marked}
