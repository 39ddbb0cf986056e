# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Backups of instances that have a backup offering."""

from __future__ import annotations

from .. import checks
from ..parts.of_instance import instance_ref
from ..spec import GONE, Action, Answer, Field, Flag, Knob, Lifecycle, Move, Ref, Refusal, Resource
from .backup_offering import BACKUP_OFFERING
from .zone import ZONE

BACKUP = Resource(
    "backup",
    list="listBackups",
    list_key="",
    list_needs=("vm",),
    create="createBackup",
    own_id=False,
    owned=True,
    inherits_owner=True,
    asynchronous=True,
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
    actions=(Action("restored", "restoreBackup", options={"quickrestore": "quick_restore"}),),
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
