# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""In which order a fleet changes, which snapshots are taken before, and which instances it no longer has."""

from __future__ import annotations

import re
from typing import Any, Iterator, Mapping, Sequence

from .address_ranges import TreeError
from .fleet_words import volume_name

Entry = dict[str, Any]
Row = Mapping[str, Any]

SNAPSHOTS, KEEP = "before-change", 3
"""What snapshots are called where nothing is said of it, and how many of a disk are kept."""

PERCENT = re.compile(r"([0-9]+)%")


def fleet_change(rows: Sequence[Row], names: Sequence[str], serial: Any = None) -> dict[str, Any]:
    """Put the changes that a plan has into an order.

    :param rows: what the module C(converge) says in check mode (``kind``, ``name``, ``changed``, ``diff``).
    :param names: the instances of the fleet in their order.
    :param serial: how many instances change at once: a number, a percentage of the fleet, or a list of these whose
      last one goes on; all of them by default.
    :return: the instances that are ``new``, the ``batches`` of those that change, and the ``others``; and whether there
      are new affinity ``groups``.
    :raises TreeError: C(serial) is neither.
    """
    changed = {row["name"]: row for row in rows if row["kind"] == "instance" and row["changed"]}
    new = [name for name in names if name in changed and not (changed[name].get("diff") or {}).get("before")]
    changing = [name for name in names if name in changed and name not in new]
    return {
        "new": new,
        "batches": list(_batches(changing, _sizes(serial, len(names)))),
        "others": [name for name in names if name not in changed],
        "groups": any(row["changed"] for row in rows if row["kind"] == "affinity_group"),
    }


def _sizes(serial: Any, total: int) -> list[int]:
    wanted = serial if isinstance(serial, (list, tuple)) else [serial]
    if serial is None or serial == "":
        return [max(1, total)]
    if not wanted:
        raise _no_serial(serial)
    return [_size(one, total) for one in wanted]


def _size(wanted: Any, total: int) -> int:
    percent = PERCENT.fullmatch(str(wanted))
    if percent and 0 < int(percent.group(1)) <= 100:
        return max(1, total * int(percent.group(1)) // 100)
    if not isinstance(wanted, bool) and re.fullmatch(r"[0-9]+", str(wanted)) and int(wanted) > 0:
        return int(wanted)
    raise _no_serial(wanted)


def _no_serial(wanted: Any) -> TreeError:
    return TreeError(
        f"instances_serial: '{wanted}' does not say how many instances change at once; give a number above 0, a "
        "percentage such as '25%', or a list of these."
    )


def _batches(names: Sequence[str], sizes: Sequence[int]) -> Iterator[list[str]]:
    rest, steps = list(names), list(sizes)
    while rest:
        size = steps.pop(0) if len(steps) > 1 else steps[0]
        yield rest[:size]
        rest = rest[size:]


def fleet_snapshots(
    rows: Sequence[Row],
    change: Mapping[str, Any],
    fleet: Mapping[str, Mapping[str, Any]],
    wish: Mapping[str, Any],
    snapshots: Sequence[Row],
    common: Mapping[str, Any],
) -> dict[str, Any]:
    """Tell which snapshots of disks are taken before a change, and which ones go after it.

    :param rows: as in C(fleet_change), which gives C(change).
    :param fleet: the options of each instance by its name.
    :param wish: ``name``, which their names have in them, and ``keep``: how many there may be of a disk afterwards.
    :param snapshots: those there are, as the API shows them.
    :param common: options that all of them have; those without a value are left out.
    :return: options of the module C(volume_snapshot): ``taken`` by instance, and those that are ``gone``.
    :raises TreeError: C(keep) is below 0.
    """
    keep, title = int(wish.get("keep", KEEP)), wish.get("name", SNAPSHOTS)
    if keep < 0:
        raise TreeError(f"instances_snapshot: keep is {keep}; give how many snapshots of a disk are kept, from 0.")
    shared = {key: value for key, value in common.items() if value not in (None, "")}
    planned = {row["name"]: row for row in rows if row["kind"] == "instance"}
    changing = {name for batch in change["batches"] for name in batch}
    taken: dict[str, list[Entry]] = {}
    gone: list[Entry] = []
    for name, options in fleet.items():
        for label, disk in _disks(name, options):
            held = _numbered(snapshots, f"{label}-{title}-", disk["volume_type"])
            fresh = []
            if name in changing and _has(planned[name], label, disk):
                number = max(held, default=0) + 1
                fresh = [{"name": f"{label}-{title}-{number}", **disk, **shared}]
                taken.setdefault(name, []).extend(fresh)
            old = sorted(held, reverse=True)[max(0, keep - len(fresh)) :]
            gone += [{"id": held[number]["id"], "name": held[number]["name"], **shared} for number in sorted(old)]
            gone += fresh if not keep else []
    return {"taken": taken, "gone": gone}


def _disks(name: str, options: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    """The disks of an instance that the role knows: what snapshots of them are called after, and how they are named."""
    yield name, {"vm": name, "volume_type": "ROOT"}
    for disk in options.get("data_disks") or ():
        label = volume_name(name, disk)
        yield label, {"volume": label, "vm": name, "volume_type": "DATADISK"}


def _has(row: Row, label: str, disk: Mapping[str, Any]) -> bool:
    """Tell whether an instance has a disk before the change."""
    if disk["volume_type"] == "ROOT":
        return True
    before = row["diff"]["before"].get("data_disks") or ()
    return any(one["name"] == label for one in before)


def _numbered(snapshots: Sequence[Row], start: str, volume_type: str) -> dict[int, Row]:
    pattern = re.compile(re.escape(start) + "([0-9]+)")
    found = {}
    for row in snapshots:
        match = pattern.fullmatch(str(row["name"]))
        if match and row.get("volume_type") == volume_type:
            found[int(match.group(1))] = row
    return found


def fleet_surplus(instances: Sequence[Row], names: Sequence[str], tag: Mapping[str, str], limit: int) -> list[str]:
    """The instances that carry the tag of a fleet and are not part of it.

    :param instances: those there are, as the API shows them (``name``, ``tags``).
    :param limit: how many there may be.
    :raises TreeError: there are more.
    """
    found = [
        str(row["name"])
        for row in instances
        if row["name"] not in names and {**tag} in [dict(one) for one in row.get("tags") or ()]
    ]
    if len(found) > limit:
        raise TreeError(
            f"instances_purge_limit: {len(found)} instances are no longer part of the fleet ({', '.join(found)}), and "
            f"one run removes {limit} at most. None was removed; raise instances_purge_limit if all of them shall go."
        )
    return found
