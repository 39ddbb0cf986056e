# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Schedules by which CloudStack makes backups of an instance: one for each instance and interval."""

from __future__ import annotations

from ..parts.of_instance import instance_ref
from ..spec import Choice, Field, Flag, Number, Ref, Refusal, Resource
from .zone import ZONE

INTERVALS = ("hourly", "daily", "weekly", "monthly")
WHOLE = ("interval_type", "schedule", "time_zone", "max_backups", "quiesce", "isolated")
"""The server only takes these together."""

BACKUP_SCHEDULE = Resource(
    "backup_schedule",
    list="listBackupSchedule",
    list_key="",
    list_needs=("vm",),
    create="createBackupSchedule",
    update="updateBackupSchedule",
    update_by={"virtualmachineid": "virtualmachineid"},
    delete="deleteBackupSchedule",
    key=("interval_type",),
    names=("id",),
    owned=True,
    inherits_owner=True,
    one_of=(("vm", "id"),),
    filters={"vm": "virtualmachineid"},
    fields=(
        Ref("zone", target=ZONE, steers=True),
        instance_ref(needed_to_create=True, fixed=True, scope=True),
        Choice("interval_type", INTERVALS, default="daily", aliases=("interval",), together=WHOLE),
        Field("schedule", needed_to_create=True, together=WHOLE),
        Field("time_zone", api="timezone", create_default="UTC", aliases=("timezone",), together=WHOLE),
        Number("max_backups", together=WHOLE),
        Flag("quiesce", api="quiescevm", compare="flag", together=WHOLE),
        Flag("isolated", together=WHOLE),
    ),
    refusals=(
        Refusal(
            "not assigned to any backup offering",
            "vm",
            "Give the instance a backup offering first (cloudstack.cloud.instance with backup_offering).",
        ),
        Refusal("schedule", "schedule", "Write it as the interval asks for, such as 00:02 with interval_type=daily."),
        Refusal("timezone|time zone", "time_zone", "Give the name of a time zone, such as Europe/Zurich or UTC."),
    ),
)
