# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What an instance of a fleet says in words of the role: its data disks, and where it runs beside the others."""

from __future__ import annotations

from collections import Counter
from typing import Any, Mapping, Sequence

from .address_ranges import TreeError

Entry = dict[str, Any]

AFFINITIES = {"together": "host affinity", "apart": "host anti-affinity"}
"""The words for an affinity, and the type of the group that stands for each."""

OF_THE_DISK = ("disk_offering", "size", "snapshot")
"""What a data disk says to the module C(instance); the rest is for the guest."""

IN_THE_GUEST = ("filesystem", "mount", "mount_options", "device")

SERIAL_LENGTH = 20
"""How much of a volume's id, without its hyphens, a guest on KVM sees as the serial number of the disk."""


def volume_name(instance: str, disk: Mapping[str, Any]) -> str:
    """The name of the volume that is a data disk of an instance."""
    return f"{instance}-{disk['name']}"


def group_name(fleet: str, word: str) -> str:
    """The name of the affinity group that stands for a word in a fleet."""
    return f"{fleet}-{word}"


def refuse_bad_words(name: str, options: Mapping[str, Any], fleet: str | None) -> None:
    """Refuse what the options of an instance say that makes no sense.

    :param fleet: the name of the fleet, if it has one.
    :raises TreeError: an affinity without a name for its group, or data disks that contradict one another.
    """
    where = f"instances_fleet: '{name}'"
    word = options.get("affinity")
    if word and word not in AFFINITIES:
        raise TreeError(f"{where} has the affinity '{word}'; it can be {' or '.join(AFFINITIES)}.")
    if word and not fleet:
        raise TreeError(f"{where} has an affinity, so the fleet needs a name: give instances_fleet_name.")
    disks = options.get("data_disks") or ()
    for key in ("name", "mount"):
        often = [text for text, count in Counter(disk.get(key) for disk in disks).items() if text and count > 1]
        if often:
            raise TreeError(f"{where} has two data_disks with the {key} '{often[0]}'.")
    for disk in disks:
        _refuse_bad_disk(f"{where}, data disk '{disk.get('name')}'", disk)


def _refuse_bad_disk(where: str, disk: Mapping[str, Any]) -> None:
    if not disk.get("name"):
        raise TreeError(f"{where}: each data disk needs a name.")
    if bool(disk.get("filesystem")) != bool(disk.get("mount")):
        raise TreeError(f"{where}: give filesystem and mount, or neither for a disk that the role leaves as it is.")
    if disk.get("mount") and not str(disk["mount"]).startswith("/"):
        raise TreeError(f"{where}: mount '{disk['mount']}' is no path from the root; write it like /srv/data.")
    if any(any(letter.isspace() for letter in str(disk.get(key) or "")) for key in IN_THE_GUEST):
        raise TreeError(f"{where}: {', '.join(IN_THE_GUEST)} cannot hold spaces, which divide the columns of fstab.")


def module_words(name: str, options: Mapping[str, Any], fleet: str | None) -> Entry:
    """What the module C(instance) takes in the place of the role's words.

    :return: ``data_disks`` and ``affinity_groups``, each only where the options have something to say of it.
    """
    found: Entry = {}
    if options.get("data_disks") is not None:
        found["data_disks"] = [
            {"name": volume_name(name, disk), **{key: disk[key] for key in OF_THE_DISK if key in disk}}
            for disk in options["data_disks"]
        ]
    if options.get("affinity"):
        own = group_name(str(fleet), options["affinity"])
        found["affinity_groups"] = [*(options.get("affinity_groups") or ()), own]
    return found


def affinity_groups(
    instances: Mapping[str, Mapping[str, Any]], fleet: str | None, common: Mapping[str, Any] | None = None
) -> list[Entry]:
    """The options of the module C(affinity_group) for the words that a fleet uses.

    :param instances: the options of each instance by its name.
    :param common: options that all of them have; those without a value are left out.
    """
    shared = {key: value for key, value in (common or {}).items() if value not in (None, "")}
    used = {options.get("affinity") for options in instances.values()}
    return [
        {"name": group_name(str(fleet), word), "affinity_type": kind, **shared}
        for word, kind in AFFINITIES.items()
        if word in used
    ]


def guest_disks(
    instances: Mapping[str, Mapping[str, Any]], volumes: Sequence[Mapping[str, Any]]
) -> dict[str, list[Entry]]:
    """What is to be done in the guests for the data disks that have a file system.

    :param instances: the options of each instance by its name.
    :param volumes: the data disks there are, as the API shows them (``id``, ``name``, ``vm``).
    :return: ``there``: for each disk that its instance has C(instance), C(disk), C(device), C(filesystem), C(mount) and
      C(mount_options); ``missing``: the same of those that are not there.
    """
    ids = {(volume.get("vm"), volume["name"]): volume["id"] for volume in volumes}
    found: dict[str, list[Entry]] = {"there": [], "missing": []}
    for name, options in instances.items():
        for disk in options.get("data_disks") or ():
            if not disk.get("filesystem"):
                continue
            volume = ids.get((name, volume_name(name, disk)))
            entry = {
                "instance": name,
                "disk": disk["name"],
                "device": disk.get("device") or _by_serial(str(volume)),
                "filesystem": disk["filesystem"],
                "mount": str(disk["mount"]).rstrip("/"),
                "mount_options": disk.get("mount_options") or "defaults",
            }
            found["there" if volume else "missing"].append(entry)
    return found


def _by_serial(volume: str) -> str:
    """A pattern for the device in the guest. Source: CloudStack gives disks on KVM the volume's id as their serial."""
    return f"/dev/disk/by-id/*{volume.replace('-', '')[:SERIAL_LENGTH]}"
