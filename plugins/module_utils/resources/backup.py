# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Backups of instances that have a backup offering."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..errors import OptionError
from ..lifecycle import Record
from ..parts.of_instance import instance_ref
from ..resolve import Given
from ..spec import GONE, Action, Answer, Field, Flag, Knob, Lifecycle, Move, Ref, Refusal, Resource
from ..values import looks_like_id
from .backup_offering import BACKUP_OFFERING
from .instance import INSTANCE
from .references import VOLUME
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

VOLUMES: Mapping[str, str] = {"id": "uuid", "type": "type", "size": "size", "disk_offering_id": "diskOfferingId"}


def _volumes(record: Record) -> list[dict[str, Any]] | None:
    """The disks in a backup, which the server tells as JSON in a text."""
    try:
        told = json.loads(record.get("volumes") or "null")
    except ValueError:
        return None
    if not isinstance(told, list):
        return None
    rows = [row for row in told if isinstance(row, dict)]
    return [{word: row[key] for word, key in VOLUMES.items() if row.get(key) is not None} for row in rows]


def _volume(finder: Finder, value: str) -> Given:
    """A disk of the backup: by its id, even if it is gone by now, or by the name of one that is there."""
    if looks_like_id(value):
        return Given(value, value)
    scope = dict(finder.owner())
    for option, param in (("vm", "virtualmachineid"), ("zone", "zoneid")):
        if finder.given(option):
            scope[param] = finder.ref(option).value
    return Given(finder.resolver.resolve("volume", VOLUME, value, scope)["id"], value)


def _both_or_none(options: Mapping[str, Any]) -> Mapping[str, Any]:
    """Refuse a disk that is to be restored to nowhere, or an instance that shall get none.

    :raises OptionError: one of the two is missing.
    """
    pair = {name: options.get(name) for name in ("volume", "attach_to")}
    missing = [name for name, value in pair.items() if not value]
    if len(missing) == 1:
        given = next(name for name in pair if name not in missing)
        raise OptionError(missing[0], f"{missing[0]} is needed with {given}: a disk is restored for an instance.")
    return options


BACKUP = Resource(
    "backup",
    list="listBackups",
    also=("listVolumes",),
    list_key="",
    list_needs=("vm",),
    create="createBackup",
    own_id=False,
    job_makes=True,
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    normalize=_both_or_none,
    filters={"vm": "virtualmachineid", "zone": "zoneid", "backup_offering": "backupofferingid"},
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref("zone", target=ZONE, steers=True),
        instance_ref(needed_to_create=True, fixed=True, scope=True),
        Field("description", fixed=True),
        Flag("quiesce", api="quiescevm", read=None),
        Flag("isolated", read=None),
        Knob("force"),
        Knob("quick_restore"),
        Field("volume", api="volumeid", sent=False, read=None, resolve=_volume),
        Ref(
            "attach_to",
            target=INSTANCE,
            within=("zone",),
            api="virtualmachineid",
            sent=False,
            read=None,
            shows=None,
            unique=False,
        ),
    ),
    answers=(
        Answer("zone", read="zone"),
        Answer("status"),
        Answer("type"),
        Answer("size", "int"),
        Answer("virtual_size", "int"),
        Answer("created"),
        Answer("interval_type"),
        Answer("external_id"),
        Answer("backup_offering", read="backupofferingname"),
        Answer("volumes", "list", read=_volumes),
    ),
    lifecycle=Lifecycle(
        read="status",
        shows="",
        initial="BackedUp",
        goals={"absent": (GONE,)},
        transient={
            "Allocated": "BackedUp",
            "Queued": "BackedUp",
            "BackingUp": "BackedUp",
            "Restoring": "BackedUp",
        },
        broken=("Failed", "Error"),
        moves=tuple(
            Move(state, GONE, "deleteBackup", options={"forced": "force"}) for state in ("BackedUp", "Failed", "Error")
        ),
    ),
    actions=(
        Action(
            "restored",
            "restoreVolumeFromBackupAndAttachToVM",
            {"backupid": "id"},
            options={"volumeid": "volume", "virtualmachineid": "attach_to", "quickrestore": "quick_restore"},
            when="volume",
            existing=True,
        ),
        Action("restored", "restoreBackup", options={"quickrestore": "quick_restore"}, existing=True),
    ),
    info=(Ref("backup_offering", target=BACKUP_OFFERING, steers=True),),
    refusals=(
        Refusal(
            "should be stopped before being restored",
            "state",
            "Stop the instance first (cloudstack.cloud.instance with state=stopped), and start it afterwards.",
        ),
        Refusal(
            "not assigned to any backup offering",
            "vm",
            "Give the instance a backup offering first (cloudstack.cloud.instance with backup_offering).",
        ),
    ),
)
