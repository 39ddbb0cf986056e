# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Schedules by which CloudStack starts, stops and restarts instances."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from .. import checks
from ..lifecycle import Record
from ..parts.of_instance import instance_ref
from ..spec import Answer, Choice, Field, Flag, Ref, Refusal, Resource
from ..values import moment
from .zone import ZONE

try:
    from zoneinfo import ZoneInfo
except ImportError:
    ZoneInfo = None  # type: ignore[assignment,misc]

if TYPE_CHECKING:
    from ..find import Finder

ACTIONS = ("START", "STOP", "REBOOT", "FORCE_STOP", "FORCE_REBOOT")


def _local(text: Any, name: str) -> str:
    """A moment, which the server gives in UTC, as the date and time of day in a time zone."""
    held = moment(text)
    if not held or name in ("UTC", "GMT", "Etc/UTC") or ZoneInfo is None:
        return held
    try:
        place = ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return held
    utc = datetime.strptime(held, "%Y-%m-%d %H:%M:%S").replace(tzinfo=timezone.utc)
    return utc.astimezone(place).strftime("%Y-%m-%d %H:%M:%S")


def _in_its_zone(finder: Finder, record: Record) -> Record:
    """Tell the moments in the time zone that the task wants, or else in that of the schedule."""
    name = str(finder.params.get("timezone") or record.get("timezone") or "UTC")
    return {**record, **{f"({key})": _local(record.get(key), name) for key in ("startdate", "enddate")}}


INSTANCE_SCHEDULE = Resource(
    "instance_schedule",
    list="listVMSchedule",
    list_key="",
    list_needs=("vm",),
    info_needs=("vm", "zone"),
    create="createVMSchedule",
    update="updateVMSchedule",
    delete="deleteVMSchedule",
    delete_by={"id": "id", "virtualmachineid": "virtualmachineid"},
    names=("description",),
    enrich=_in_its_zone,
    owned=True,
    inherits_owner=True,
    lists_owned=False,
    filters={"vm": "virtualmachineid", "action": "action", "enabled": "enabled"},
    may_double=True,
    fields=(
        Field("name", api="description", required=True, aliases=("description",), check=checks.name255),
        Ref("zone", target=ZONE, required=True, steers=True),
        instance_ref(shows=None, required=True, fixed=True, scope=True),
        Choice("action", ACTIONS, fixed=True, needed_to_create=True),
        Field("schedule", needed_to_create=True, check=checks.cron, together=("timezone",)),
        Field("timezone", create_default="UTC", together=("schedule",)),
        Field("start_date", read="(startdate)", compare="moment", shown=moment, wire=moment, check=checks.moment),
        Field("end_date", read="(enddate)", compare="moment", shown=moment, wire=moment, check=checks.moment),
        Flag("enabled"),
    ),
    answers=(Answer("created"),),
    info=(Choice("action", ACTIONS), Flag("enabled")),
    refusals=(
        Refusal("start date", "start_date", "Give a moment in the future, in the time zone of the schedule."),
        Refusal("end date", "end_date", "Give a moment after start_date, in the time zone of the schedule."),
    ),
)
