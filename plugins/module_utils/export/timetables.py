# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What CloudStack does with instances and their disks by the clock, as entries of converge."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from typing import Any

from ..find import Finder
from ..lifecycle import Record
from ..parts.disks import ROOT
from ..resources.backup_schedule import BACKUP_SCHEDULE
from ..resources.instance_schedule import INSTANCE_SCHEDULE
from ..resources.volume import VOLUME
from ..resources.volume_snapshot_policy import VOLUME_SNAPSHOT_POLICY
from ..values import moment
from .fleet import STATES, machines
from .holdings import Holdings
from .reader import by_key, told_apart
from .words import Branch, by_name, filled, noted

TIMES = Branch(INSTANCE_SCHEDULE, ("zone", "vm"))
BACKUPS = Branch(BACKUP_SCHEDULE, ("zone", "vm"))
POLICIES = Branch(VOLUME_SNAPSHOT_POLICY, only=("interval_type", "max_snaps", "schedule", "time_zone", "zones"))

UNUSED = (
    "CloudStack takes a snapshot policy only for a disk that has been in use: start the instance before it is made anew"
)

FORMAT = "%Y-%m-%d %H:%M:%S"
"""How moments are compared, which the server gives in UTC."""


def timetables(read: Holdings) -> list[dict[str, Any]]:
    """The schedules of instances, those of their backups, and the snapshot policies of disks."""
    rows = machines(read)
    return [
        *({INSTANCE_SCHEDULE.name: one} for row in rows for one in _schedules(read, row)),
        *({BACKUP_SCHEDULE.name: one} for row in rows if row.get("backupofferingid") for one in _backups(read, row)),
        *({VOLUME_SNAPSHOT_POLICY.name: one} for one in _policies(read, rows)),
    ]


def _schedules(read: Holdings, instance: Record) -> list[dict[str, Any]]:
    """The schedules of an instance that are not over."""
    now = time.strftime(FORMAT, time.gmtime())
    rows = read.listed(INSTANCE_SCHEDULE.list, virtualmachineid=instance["id"])
    held, twins = told_apart(f"schedules of the instance '{instance['name']}'", rows, "description")
    read.notes += twins
    found = []
    for row in held:
        if row.get("enddate") and moment(row["enddate"]) <= now:
            read.notes.append(
                f"The schedule '{row['description']}' of '{instance['name']}' is over, so it is left out."
            )
            continue
        entry = TIMES.entry(Finder(read.resolver, INSTANCE_SCHEDULE, {}).enriched(row), {})
        if _has_begun(row, now):
            entry.pop("start_date", None)
        found.append({"name": entry["name"], "vm": instance["name"], **entry})
    return by_name(found)


def _has_begun(row: Record, now: str) -> bool:
    """Tell whether a schedule has begun, or began by itself: without a word on it, a minute after it was made."""
    begins, made = moment(row.get("startdate")), moment(row.get("created"))
    if not (begins and made) or begins <= now:
        return True
    return datetime.strptime(begins, FORMAT) - datetime.strptime(made, FORMAT) <= timedelta(minutes=1)


def _backups(read: Holdings, instance: Record) -> list[dict[str, Any]]:
    rows = read.listed(BACKUP_SCHEDULE.list, virtualmachineid=instance["id"])
    entries = [{"vm": instance["name"], **BACKUPS.entry(row, {})} for row in rows]
    return by_name(entries, "interval_type")


def _policies(read: Holdings, instances: list[Record]) -> list[dict[str, Any]]:
    """Snapshot policies: a root disk is called after its instance, for its own name is not the same everywhere."""
    held = by_key(read.rows[VOLUME_SNAPSHOT_POLICY.name], "volumeid")
    owners = {row["id"]: row for row in instances}
    found = []
    for disk in (*read.roots.values(), *read.apart(VOLUME)):
        machine = owners.get(disk.get("virtualmachineid"), {})
        is_root = disk["type"] == ROOT
        place = {"vm": machine.get("name"), "volume_type": ROOT} if is_root else {"volume": disk["name"]}
        for row in held.get((str(disk["id"]),), ()) if all(place.values()) else ():
            entry = filled({**place, **POLICIES.entry(row, {})})
            if entry.get("zones") == [read.zone["name"]]:
                del entry["zones"]
            rests = STATES.get(str(machine.get("state"))) != "started"
            found.append(noted(entry, {next(iter(place)): UNUSED} if rests else {}))
    return sorted(found, key=lambda one: (str(one.get("vm")), str(one.get("volume")), one["interval_type"]))
