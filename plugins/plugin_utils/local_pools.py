# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Folders of a KVM host that are to be local primary storage, against what the host and its agent have."""

from __future__ import annotations

import re
import uuid
from typing import Any, Mapping, Sequence

PATH, IDS = "local.storage.path", "local.storage.uuid"
USUAL_PATH = "/var/lib/libvirt/images"
"""The folder of an agent whose properties name none."""
NAMES = uuid.UUID("361e6d51-faec-444a-9079-341386da8e2e")
"""The namespace of Ansible's own filter to_uuid: an id says again what was meant, also after a run that was cut off."""
SHARED = ("nfs", "nfs4", "cifs", "smb3", "ceph", "fuse.glusterfs", "ocfs2", "gfs2")
VOLATILE = ("tmpfs", "ramfs")


def local_pools(
    pools: Sequence[Mapping[str, Any]], properties: str, seen: Sequence[str], host: str, free: int = 0
) -> dict[str, Any]:
    """What the agent is to be told of local pools, and what stands against it.

    :param pools: entries with ``path`` and, as needed, ``mount`` and ``free`` (GiB).
    :param properties: the text of agent.properties.
    :param seen: what the host has, in lines parted by tabs: ``place``, folder, type of file system, free MiB and where
        it is mounted; ``pool``, id and folder of one that libvirt has itself; ``filled``, a folder with something in
        it; ``instance``, name of one that runs.
    :param host: what ids are made from beside the folders.
    :param free: GiB that a new pool needs where it says nothing itself.
    :return: ``settings`` for agent.properties, ``ids`` of the pools, ``known`` when CloudStack has added the host,
        ``instances`` that run, ``usual``, the folder of an agent that was told of none, and ``problems``, a sentence
        each.
    """
    held, known = _held(properties), bool(_value(properties, "guid"))
    rows = [line.split("\t") for line in seen]
    paths = [_plain(pool["path"]) for pool in pools]
    ids = [held.get(path) or str(uuid.uuid5(NAMES, f"{host}:{path}")) for path in paths]
    filled = {row[1] for row in rows if row[0] == "filled"}
    lost = [path for path in held if path not in paths and (_value(properties, PATH) or path in filled)]
    problems = _spelling(paths)
    if not problems:
        problems = [
            *_places(pools, {row[1]: row[2:] for row in rows if row[0] == "place"}, held if known else {}, free),
            *_foreign(dict(zip(paths, ids)), {row[2]: row[1] for row in rows if row[0] == "pool"}),
            *[_given_up(path) for path in lost if known],
        ]
    return {
        "settings": {PATH: ",".join(paths), IDS: ",".join(ids)},
        "ids": ids,
        "known": known,
        "instances": [row[1] for row in rows if row[0] == "instance"],
        "usual": USUAL_PATH,
        "problems": problems,
    }


def _plain(path: Any) -> str:
    return str(path).rstrip("/") or "/"


def _value(properties: str, name: str) -> str:
    found = re.findall(rf"(?m)^[ \t]*{re.escape(name)}[ \t]*=[ \t]*(.*?)[ \t]*$", properties)
    return found[-1] if found else ""


def _held(properties: str) -> dict[str, str]:
    """The folders that the agent uses and their ids; an agent with an id and no folder uses the usual one."""
    ids = [one.strip() for one in _value(properties, IDS).split(",") if one.strip()]
    paths = [_plain(one.strip()) for one in _value(properties, PATH).split(",") if one.strip()]
    if not paths:
        paths = [USUAL_PATH] if ids else []
    return dict(zip(paths, [*ids, *[""] * len(paths)]))


def _spelling(paths: Sequence[str]) -> list[str]:
    """What the agent cannot read, or would take for another folder."""
    odd = [path for path in paths if not re.fullmatch(r"(/[^/,\s]+)+", path) or {".", ".."} & set(path.split("/"))]
    problems = [f"{path} must be an absolute path without commas, white space, . and .." for path in odd]
    problems += [f"{path} stands there more than once" for path in sorted(set(paths)) if paths.count(path) > 1]
    inner = [(one, other) for one in paths for other in paths if one.startswith(f"{other}/")]
    return problems + [f"{one} is inside of {other}: a pool must not hold another one" for one, other in inner]


def _places(
    pools: Sequence[Mapping[str, Any]], places: Mapping[str, Sequence[str]], held: Mapping[str, str], free: int
) -> list[str]:
    """What is wrong with the file systems. Room is asked of new pools: one that is used may be as full as it likes."""
    problems = []
    for pool in pools:
        path = _plain(pool["path"])
        if path not in places:
            continue
        kind, room, mount = places[path]
        wanted, needed = pool.get("mount"), int(pool.get("free", free))
        if kind in VOLATILE:
            problems.append(f"{path} lies on a {kind} at {mount}, which a restart empties: name a folder on a disk")
        elif kind in SHARED:
            problems.append(
                f"{path} lies on {kind} at {mount}, which is no disk of this host: add it as shared primary storage"
            )
        if wanted and _plain(wanted) != mount:
            problems.append(
                f"{path} is to lie on the file system at {wanted}, and lies on {mount}: mount the disk first"
            )
        elif path not in held and int(room) < needed * 1024:
            problems.append(f"{path} needs {needed} GiB, and {mount} has {int(room) // 1024} GiB free")
    return problems


def _foreign(wanted: Mapping[str, str], own: Mapping[str, str]) -> list[str]:
    """Pools that libvirt has itself in the same folders; the agent cannot make its own there."""
    return [
        f"libvirt has a pool of its own in {path}, with the id {own[path]}: take it out with virsh pool-destroy and "
        "virsh pool-undefine, which leave the files, or name another folder"
        for path, one in wanted.items()
        if path in own and own[path] != one
    ]


def _given_up(path: str) -> str:
    return (
        f"{path} is left out, and CloudStack knows this host with it: the disks of instances are there. Name it, too; "
        "to give it up, take the host out of CloudStack first"
    )
