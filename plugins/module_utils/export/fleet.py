# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Instances and their disks as the role instances takes them."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from ..lifecycle import Record
from ..parts.instance_nics import nics
from ..parts.instance_size import CUSTOM
from ..project import tag_list, tags_of
from ..resources.backup_offering import BACKUP_OFFERING
from ..resources.instance import INSTANCE
from ..resources.references import DISK_OFFERING, ISO, SERVICE_OFFERING, TEMPLATE
from ..resources.user_data import decoded
from ..resources.volume import DESTROYED, ENDED, FAILED, VOLUME
from .holdings import Holdings
from .reader import by_key
from .words import Branch, filled

GIB = 2**30
STATES = {
    **dict.fromkeys(("Running", "Starting", "Migrating"), "started"),
    **dict.fromkeys(("Stopped", "Stopping"), "stopped"),
}
"""The states that a fleet has words for."""

OVER = (*DESTROYED, *ENDED, *FAILED)
"""States of volumes that are as good as gone."""

ROOT_DISK = "rootdisksize"
"""The detail under which the server keeps the size that the root disk was given."""

SAID_ELSEWHERE = (ROOT_DISK, "BIOS", "UEFI")
"""Details that an option of an instance says: those of the firmware are called after boot_type and hold boot_mode."""

OPTIONS = Branch(
    INSTANCE,
    ("state",),
    (
        *("name", "display_name", "service_offering", *CUSTOM, "template", "security_groups", "affinity_groups"),
        *("ssh_keys", "user_data_name", "group", "details", "boot_type", "boot_mode", "ha_enabled"),
        "delete_protection",
    ),
)
DISKS = Branch(VOLUME, ("state",), ("name", "disk_offering", "size", "delete_protection"))


def fleet(read: Holdings) -> list[dict[str, Any]]:
    """The instances of an owner, in the order of their names."""
    found = []
    disks = by_key(_disks(read), "virtualmachineid")
    for row in read.apart(INSTANCE):
        if row.get("state") in STATES:
            found.append(_instance(read, row, disks.get((str(row["id"]),), ())))
        else:
            read.notes.append(f"The instance '{row['name']}' is left out: its state is {row.get('state')}.")
    return found


def machines(read: Holdings) -> list[Record]:
    """The instances of an owner whose states a fleet has words for, in the order of their names."""
    return [row for row in read.apart(INSTANCE) if row.get("state") in STATES]


def _instance(read: Holdings, row: Record, attached: Sequence[Record]) -> dict[str, Any]:
    """An instance with those of its disks that are named as the role names them."""
    entry = OPTIONS.entry(row, {})
    if entry.get("display_name") == entry["name"]:
        del entry["display_name"]
    details = {key: value for key, value in entry.pop("details", {}).items() if key not in SAID_ELSEWHERE}
    given = row.get("details") or {}
    here = {"zoneid": read.zone["id"]}
    size = str(given.get(ROOT_DISK) or "")
    fixed = [option for option, detail in CUSTOM.items() if detail not in given]
    fixed += ["boot_type", "boot_mode"] if entry.get("boot_type") == "bios" else []
    return filled(
        {
            **{key: value for key, value in entry.items() if key not in fixed},
            "service_offering": read.name_of(SERVICE_OFFERING, row, "serviceofferingname", "serviceofferingid"),
            "backup_offering": read.name_of(BACKUP_OFFERING, row, "backupofferingname", "backupofferingid", **here),
            **_image(read, row),
            **_places(read, row),
            "root_disk_size": int(size) if size.isdigit() else None,
            "data_disks": [_disk(read, disk, _label(row, disk)) for disk in attached if _label(row, disk)],
            "details": details,
            **_user_data(read, row),
            "state": STATES[str(row["state"])],
            "tags": tags(row),
        }
    )


def _image(read: Holdings, row: Record) -> dict[str, Any]:
    """What an instance was deployed from. An ISO needs the hypervisor besides."""
    is_iso = str(row.get("templateformat")).upper() == "ISO"
    word, kind, scope = ("iso", ISO, "isofilter") if is_iso else ("template", TEMPLATE, "templatefilter")
    place = {"zoneid": read.zone["id"], scope: "executable"}
    found = {"template": None, word: read.name_of(kind, row, "templatename", "templateid", **place)}
    return {**found, "hypervisor": row.get("hypervisor")} if is_iso else found


def _places(read: Holdings, row: Record) -> dict[str, Any]:
    """The networks, with the addresses in those that are the owner's; in others the server may choose."""
    own = {str(one["id"]) for one in read.rows["network"]}
    held = [
        filled(
            {
                "network": read.network_name(str(nic["networkid"])),
                "ip": nic.get("ipaddress") if str(nic["networkid"]) in own else None,
            }
        )
        for nic in nics(row)
    ]
    if len(held) == 1:
        return {"networks": [held[0]["network"]], "ip_address": held[0].get("ip")}
    return {"ip_to_networks": held}


def _user_data(read: Holdings, row: Record) -> dict[str, Any]:
    """The user data where it was asked for, unless it is registered under a name."""
    if not read.with_user_data or row.get("userdataname"):
        return {}
    answer = read.client.call("getVirtualMachineUserData", {"virtualmachineid": row["id"]})
    content = next((value for value in answer.values() if isinstance(value, Mapping)), answer)
    return {"user_data": decoded(content)}


def tags(row: Record) -> list[dict[str, str]]:
    """The tags of a thing, in the order of their keys."""
    return tag_list(tags_of(row))


def _disks(read: Holdings) -> list[Record]:
    return [row for row in read.apart(VOLUME) if row.get("state") not in OVER]


def _label(instance: Record, disk: Record) -> str:
    """What a disk is called in its instance, where it is named as the role names disks."""
    start = f"{instance['name']}-"
    name = str(disk["name"])
    return name[len(start) :] if name.startswith(start) else ""


def _disk(read: Holdings, row: Record, name: str) -> dict[str, Any]:
    """A disk with its offering; the size belongs to it where the offering leaves it open."""
    entry = DISKS.entry(row, {})
    offerings = read.resolver.rows(DISK_OFFERING, {"id": row.get("diskofferingid")})
    is_open = not offerings or offerings[0].get("iscustomized")
    offering = read.name_of(DISK_OFFERING, row, "diskofferingname", "diskofferingid")
    return filled({"name": name, "disk_offering": offering, "size": entry.get("size") if is_open else None})


def volumes(read: Holdings) -> list[dict[str, Any]]:
    """The other disks, as entries of the module converge: those of no instance, or with names of their own."""
    names = {str(row["id"]): row for row in read.apart(INSTANCE)}
    found = []
    for row in _disks(read):
        instance = names.get(str(row.get("virtualmachineid")))
        if instance and _label(instance, row):
            continue
        if not row.get("diskofferingid"):
            read.notes.append(f"The volume '{row['name']}' is left out: it was not made from a disk offering.")
            continue
        entry = {**_disk(read, row, str(row["name"])), "tags": tags(row)}
        attached = {"vm": instance["name"], "state": "attached"} if instance else {}
        found.append({"volume": filled({**entry, **attached})})
    return found


def secondary_addresses(read: Holdings) -> list[dict[str, Any]]:
    """The further addresses of instances, as entries of the module converge."""
    found = [
        {"vm": row["name"], "vm_guest_ip": one["ipaddress"], "network": read.network_name(str(nic["networkid"]))}
        for row in machines(read)
        for nic in nics(row)
        for one in nic.get("secondaryip") or ()
    ]
    found.sort(key=lambda one: (one["vm"], one["network"], one["vm_guest_ip"]))
    return [{"instance_nic_secondaryip": one} for one in found]
