# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""How a zone is shut down, and started again as it was: what goes in which order, and what is remembered. Pure."""

from __future__ import annotations

from typing import Any, Iterator, Mapping, Sequence

from .listed import owner_options

Record = Mapping[str, Any]
Records = Sequence[Record]
Read = Mapping[str, Records]
Memory = Mapping[str, Any]

DOWN, UP = "down", "up"
"""What a memory says of the zone: it is shut down, or on its way there; or it was started again."""

ON = ("Running", "Starting", "Migrating")
LIFELESS = ("Destroyed", "Expunging", "Error")
MACHINES = {"routers": "router", "internal_lb_vms": "internal_lb_vm", "system_vms": "system_vm"}
"""What CloudStack runs for itself, by the key under which it is read: the module that starts and stops it."""

PLACES = {"storage_pools": "storage_pool", "hosts": "host"}
PARTS = ("instances", *MACHINES, *PLACES)


class SiteError(ValueError):
    """What is remembered does not fit; says what, and what to do."""


def remembered(zone: Record, read: Read, before: Memory, tag: str, order: int) -> dict[str, Any]:
    """What to start again, so that a zone is as it was: all that is in service, and what a cut run has taken out of it.

    :param zone: what zone_info returned.
    :param read: what info modules returned for the zone, by C(PARTS).
    :param before: what an earlier run remembered; empty where there was none.
    :param tag: the key of a tag whose value, a number, is the place of an instance in the order.
    :param order: the place of those that have no such tag, or no number in it.
    :raises SiteError: what was remembered is of another zone.
    """
    if before and before.get("zone_id") != zone["id"]:
        raise SiteError(
            f"site_file: it remembers the zone {before.get('zone')} ({before.get('zone_id')}), and this is "
            f"{zone['name']} ({zone['id']}). Name another file."
        )
    cut: Memory = before if before.get("phase") == DOWN else {}
    now: dict[str, list[dict[str, Any]]] = {
        "instances": [
            {**_machine(one), "order": _order(one, tag, order)} for one in read["instances"] if one.get("state") in ON
        ],
        **{key: [_machine(one) for one in read[key] if one.get("state") in ON] for key in MACHINES},
        "storage_pools": [
            {"id": one["id"], "name": one["name"]}
            for one in read["storage_pools"]
            if one.get("allocation_state") == "enabled" and str(one.get("scope")).lower() != "host"
        ],
        "hosts": [
            {"id": one["id"], "name": one["name"]}
            for one in read["hosts"]
            if one.get("resource_state") == "Enabled" and one.get("state") == "Up"
        ],
    }
    return {
        "phase": DOWN,
        "zone": zone["name"],
        "zone_id": zone["id"],
        "zone_state": cut.get("zone_state") or zone.get("allocation_state"),
        **{key: _joined(cut.get(key, ()), now[key]) for key in PARTS},
    }


def shutdown_steps(memory: Memory, read: Read, options: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What takes a zone out of service, in order: nothing new is let in, and what others need goes after them.

    :param memory: what C(remembered) gave.
    :param options: C(force), whether instances may be switched off where they do not stop; C(storage) and C(hosts),
      whether these go into maintenance.
    :returns: entries with C(name), C(kind) and C(names) of what is meant, and C(resources), each its kind with its
      options.
    """
    zone = memory["zone"]
    force = {"force_stop": True} if options["force"] else {}
    kept = _present(memory, read)
    steps = [_step("The zone takes nothing new up", [{"name": zone}], "zone", {"state": "disabled"})]
    for place, wave in reversed(_waves(kept["instances"])):
        steps.append(
            _step(f"Instances of place {place} are stopped", wave, "instance", {"state": "stopped", **force}, zone)
        )
    for key, kind in MACHINES.items():
        steps.append(_step(f"{_title(key)} are stopped", kept[key], kind, {"state": "stopped"}, zone))
    for key, kind in PLACES.items():
        if options["storage" if key == "storage_pools" else key]:
            goal = {"allocation_state": "maintenance"}
            steps.append(_step(f"{_title(key)} are in maintenance", kept[key], kind, goal, zone))
    return [step for step in steps if step["resources"]]


def startup_steps(memory: Memory, read: Read) -> dict[str, list[Any]]:
    """What brings a zone back into service as it was: what others need goes before them.

    The zone is in service before its machines run, for the server places those of tenants in no other one.

    :param memory: what C(remembered) gave, read from its file.
    :param read: what info modules returned for the zone, by C(PARTS).
    :returns: C(base), the steps up to the system VMs, and C(rest), those after them, as C(shutdown_steps) gives them;
      C(gone), sentences about what is remembered and no longer there.
    :raises SiteError: what was given is no such memory.
    """
    lacking = [key for key in ("phase", "zone", "zone_state", *PARTS) if key not in memory]
    if lacking:
        raise SiteError(f"site_file: it is no memory of a zone; it lacks {', '.join(lacking)}.")
    if memory["phase"] == UP:
        return {"base": [], "rest": [], "gone": []}
    zone, kept = memory["zone"], _present(memory, read)
    gone = [
        f"{key.rstrip('s').replace('_', ' ')} {one['name']}: it is no longer there."
        for key in PARTS
        for one in memory[key]
        if one not in kept[key]
    ]
    base = [
        _step(f"{_title(key)} are in service", kept[key], PLACES[key], {"allocation_state": "enabled"}, zone)
        for key in reversed(PLACES)
    ]
    if memory["zone_state"] == "Enabled":
        base.append(_step("The zone is in service", [{"name": zone}], "zone", {"state": "enabled"}))
    base.append(_step("System VMs run", kept["system_vms"], "system_vm", {"state": "started"}, zone))
    rest = [
        _step(f"{_title(key)} run", kept[key], MACHINES[key], {"state": "started"}, zone)
        for key in ("internal_lb_vms", "routers")
    ]
    for place, wave in _waves(kept["instances"]):
        rest.append(_step(f"Instances of place {place} run", wave, "instance", {"state": "started"}, zone))
    return {
        "base": [step for step in base if step["resources"]],
        "rest": [step for step in rest if step["resources"]],
        "gone": gone,
    }


def _present(memory: Memory, read: Read) -> dict[str, list[Record]]:
    """What is remembered and still there."""
    found = {}
    for key in PARTS:
        ids = {one["id"] for one in read[key] if key != "instances" or one.get("state") not in LIFELESS}
        found[key] = [one for one in memory[key] if one["id"] in ids]
    return found


def _step(name: str, things: Records, kind: str, goal: Record, zone: str = "") -> dict[str, Any]:
    place = {"zone": zone} if zone else {}
    told = [{key: value for key, value in one.items() if key != "order"} for one in things]
    return {
        "name": name,
        "kind": kind,
        "names": [str(one["name"]) for one in things],
        "resources": [{kind: {**one, **place, **goal}} for one in told],
    }


def _waves(instances: Records) -> list[tuple[int, list[Record]]]:
    places = sorted({int(one["order"]) for one in instances})
    return [(place, [one for one in instances if one["order"] == place]) for place in places]


def _machine(record: Record) -> dict[str, Any]:
    return {"id": record["id"], "name": record["name"], **owner_options(record)}


def _order(record: Record, tag: str, otherwise: int) -> int:
    """The place in the order; a tag is the tenant's, and one that is no number stands for nothing."""
    held = next((str(one.get("value")) for one in record.get("tags") or () if one.get("key") == tag), "")
    return int(held) if held.isascii() and held.isdigit() else otherwise


def _joined(before: Records, now: Records) -> list[dict[str, Any]]:
    found = {one["id"]: dict(one) for one in (*now, *before)}
    return sorted(found.values(), key=lambda one: (str(one["name"]), str(one["id"])))


def _title(key: str) -> str:
    words = {
        "system_vms": "System VMs",
        "internal_lb_vms": "Internal load balancers",
        "storage_pools": "Primary storages",
    }
    return words.get(key, key.capitalize())


def lines(steps: Sequence[Record]) -> Iterator[str]:
    """A line for each step, with the names of what is meant."""
    return (f"{step['name']}: {', '.join(step['names'])}" for step in steps)
