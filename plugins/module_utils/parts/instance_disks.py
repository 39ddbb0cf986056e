# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The data disks of an instance: volumes with a name, made where there is none, attached, enlarged and detached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence

from ..errors import Ambiguous
from ..lifecycle import Record
from ..members import MemberChange, Members
from ..resolve import Given, Row, candidate
from ..resources.disk_offering import DISK_OFFERING
from ..resources.references import SNAPSHOT, VOLUME
from .instance_nics import BY

if TYPE_CHECKING:
    from ..find import Finder

GIB = 2**30
GOING = ("Destroy", "Destroying", "Expunging", "Expunged")
"""States of a disk that no instance can be given any more."""

DISK: Mapping[str, Any] = {
    "name": {"type": "str", "required": True},
    "disk_offering": {"type": "str"},
    "size": {"type": "int"},
    "snapshot": {"type": "str"},
}


def wanted_disks(finder: Finder, value: Sequence[Mapping[str, Any]]) -> Given:
    """Data disks as the API takes them, with the ids of what they refer to, and as the user writes them."""
    sent, shown = [], []
    for disk in value:
        entry = {key: disk[key] for key in ("name", "size") if disk.get(key) is not None}
        resolve, scope = finder.resolver.resolve, finder.owner()
        words = {key: text for key, text in disk.items() if text is not None}
        if disk.get("disk_offering"):
            offering = resolve("data_disks", DISK_OFFERING, disk["disk_offering"])
            entry["diskofferingid"], words["disk_offering"] = offering["id"], offering["name"]
        if disk.get("snapshot"):
            entry["snapshotid"] = resolve("data_disks", SNAPSHOT, disk["snapshot"], scope)["id"]
        loose = _loose(finder, str(disk["name"]))
        if len(loose) > 1:
            raise Ambiguous("data_disks", VOLUME.noun, disk["name"], [candidate(row) for row in loose])
        sent.append({**entry, **({"id": loose[0]["id"]} if loose else {})})
        shown.append(words)
    return Given(sent, shown)


def with_disks(finder: Finder, record: Record) -> Record:
    """Read the data disks, which the list does not show, when the task is about them."""
    deletes = finder.params.get("delete_data_disks") or ()
    if not (deletes or finder.given("data_disks")):
        return record
    asked = {"virtualmachineid": record["id"], "type": "DATADISK", **finder.owner()}
    attached = finder.resolver.rows(VOLUME, asked)
    loose = [row for disk in finder.params.get("data_disks") or () for row in _loose(finder, str(disk["name"]))]
    going = sorted(row["id"] for row in attached if row["id"] in deletes or row["name"] in deletes)
    return {**record, "(disks)": [_sized(row) for row in attached], "(loose)": loose, "(doomed)": going or None}


def doomed(record: Record) -> list[str] | None:
    """The names of the data disks that go with the instance."""
    going = record.get("(doomed)") or ()
    return sorted(row["name"] for row in record.get("(disks)") or () if row["id"] in going) or None


def _loose(finder: Finder, name: str) -> list[Row]:
    """The data disks of that name in the zone that no instance has, and that are not destroyed."""
    asked = {"name": name, "zoneid": finder.ref("zone").value, "type": "DATADISK", **finder.owner()}
    rows = finder.resolver.rows(VOLUME, asked)
    free = [row for row in rows if row.get("name") == name and not row.get("virtualmachineid")]
    return [row for row in free if row.get("state") not in GOING]


def _sized(row: Row) -> dict[str, Any]:
    return {**row, "(gib)": int(row.get("size") or 0) // GIB}


def _key(key: str) -> Callable[[Record], list[Any]]:
    return lambda record: list(record.get(key) or ())


def _of_account(key: str) -> Callable[[Record], Any]:
    return lambda record: None if record.get("projectid") else record.get(key)


DISKS = Members(
    held=_key("(disks)"),
    loose=_key("(loose)"),
    key="name",
    noun="data disk",
    make="createVolume",
    things=VOLUME,
    makes={"name": "name", "diskofferingid": "diskofferingid", "size": "size", "snapshotid": "snapshotid"},
    make_by={
        "zoneid": "zoneid",
        "projectid": "projectid",
        "account": _of_account("account"),
        "domainid": _of_account("domainid"),
    },
    add="attachVolume",
    remove="detachVolume",
    purge="purge_data_disks",
    by=BY,
    remove_by={},
    part="id",
    tells={"size": "(gib)", "disk_offering": "diskofferingname"},
    changes={
        "size": MemberChange("(gib)", "resizeVolume", "size"),
        "diskofferingid": MemberChange("diskofferingid", "resizeVolume", "diskofferingid"),
    },
)
