# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Where the volumes of primary storages find room on others. Pure."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from .listed import owner_options

GIB = 1024**3
Records = Sequence[Mapping[str, Any]]

MOVABLE = ("Ready",)
"""The states of volumes that can be moved."""


def evacuation(volumes: Records, pools: Records, names: Sequence[str], to: Sequence[str]) -> dict[str, Any]:
    """Which volume goes where; the largest first, each to the storage with most room.

    :param volumes: what volume_info returned for the zone.
    :param pools: what storage_pool_info returned for the zone.
    :param names: the storages that are to be emptied.
    :param to: the storages that may take volumes up.
    :returns: C(moves), sentences; C(resources), entries for the module converge; C(problems), why not all can go, as
      sentences; C(running), the names of running instances with volumes on the storages.
    """
    free = {str(pool["name"]): _free(pool) for pool in pools if pool["name"] in to and _serves(pool)}
    closed = [name for name in to if name not in free]
    problems = [f"{', '.join(closed)}: not in service, and takes nothing up."] if closed else []
    moves, resources = [], []
    leaving = [one for one in volumes if one.get("storage") in names]
    cluster_of = {str(pool["name"]): pool.get("cluster") for pool in pools}
    for one in sorted(leaving, key=lambda one: (-_size(one), str(one["name"]), str(one["id"]))):
        near = [name for name in free if cluster_of[name] in (None, "", cluster_of.get(str(one["storage"])))]
        target = max(near, key=lambda name: (free[name], name), default="")
        if one.get("state") not in MOVABLE:
            problems.append(f"{_title(one)}: it is {one.get('state')}, and only what is Ready can be moved.")
        elif not target or free[target] < _size(one):
            room = (
                f"{target} has room for {free[target] / GIB:.0f}" if target else "no storage that it reaches takes it"
            )
            problems.append(f"{_title(one)}: it has {_size(one) / GIB:.0f} GiB, and {room}.")
        else:
            free[target] -= _size(one)
            moves.append(f"{_title(one)} goes from {one['storage']} to {target}.")
            resources.append({"volume": _options(one, target)})
    running = {str(one["vm"]) for one in leaving if one.get("vm") and one.get("vm_state") == "Running"}
    return {"moves": moves, "resources": resources, "problems": problems, "running": sorted(running)}


def _options(volume: Mapping[str, Any], target: str) -> dict[str, Any]:
    live = {"live_migrate": True} if volume.get("vm_state") == "Running" else {}
    return {
        "id": volume["id"],
        "name": volume["name"],
        "zone": volume["zone"],
        **owner_options(volume),
        "storage": target,
        **live,
    }


def _title(volume: Mapping[str, Any]) -> str:
    where = f" of {volume['vm']}" if volume.get("vm") else ""
    return f"volume {volume['name']}{where}"


def _serves(pool: Mapping[str, Any]) -> bool:
    return pool.get("state") == "Up" and pool.get("allocation_state") in (None, "enabled")


def _free(pool: Mapping[str, Any]) -> int:
    """Bytes of a storage that are not promised yet; promised may be more than is there, as its factor says."""
    factor = float(pool.get("overprovision_factor") or 1)
    return int(int(pool.get("disk_size_total") or 0) * factor) - int(pool.get("disk_size_allocated") or 0)


def _size(volume: Mapping[str, Any]) -> int:
    """Bytes of a volume, which the module tells in GiB."""
    return int(volume.get("size") or 0) * GIB
