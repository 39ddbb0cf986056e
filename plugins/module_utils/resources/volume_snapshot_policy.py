# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Policies by which CloudStack takes snapshots of a volume: one for each volume and interval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Mapping

from ..lifecycle import Record
from ..parts.disks import disk_of, disk_options, own_zone_and
from ..resolve import Row
from ..spec import Choice, Field, Flag, Number, Ref, Refusal, Resource, Via
from .references import VOLUME
from .storage_pool import STORAGE_POOL
from .vpc import VPC
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

INTERVALS = ("hourly", "daily", "weekly", "monthly")
WHOLE = ("interval_type", "max_snaps", "schedule", "time_zone", "zones")
"""The server only takes these together."""


def _interval(record: Record) -> Any:
    """The interval, which the server shows as its number."""
    number = record.get("intervaltype")
    return INTERVALS[int(number)] if number is not None else None


def _zones(key: str) -> Callable[[Record], Any]:
    return lambda record: [zone[key] for zone in sorted(record.get("zone") or (), key=lambda zone: zone["name"])]


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """The policies of the disk: the one of the interval, or all of them for the info module."""
    disk = disk_of(finder)
    return finder.matching(finder.rows({**finder.owner(), "volumeid": disk["id"]})) if disk else []


VOLUME_SNAPSHOT_POLICY = Resource(
    "volume_snapshot_policy",
    list="listSnapshotPolicies",
    also=("listVirtualMachines",),
    list_key="",
    create="createSnapshotPolicy",
    update="createSnapshotPolicy",
    update_by={"volumeid": "volumeid"},
    delete="deleteSnapshotPolicies",
    key=("interval_type",),
    names=("id",),
    find=_find,
    owned=True,
    inherits_owner=True,
    lists_owned=False,
    one_of=(("volume", "vm", "id"),),
    filters={"volume": "volumeid"},
    plural="volume_snapshot_policies",
    fields=(
        *disk_options(api="volumeid", needed_to_create=True, needed_unless="vm"),
        Ref("vpc", target=VPC, within=("zone",), steers=True),
        Choice("interval_type", INTERVALS, read=_interval, default="daily", aliases=("interval",), together=WHOLE),
        Number("max_snaps", create_default=8, aliases=("max",), together=WHOLE),
        Field("schedule", needed_to_create=True, together=WHOLE),
        Field("time_zone", api="timezone", create_default="UTC", aliases=("timezone",), together=WHOLE),
        Ref(
            "zones",
            type="list",
            target=ZONE,
            api="zoneids",
            read=_zones("id"),
            shows=_zones("name"),
            resolve=own_zone_and,
            compare="contains",
            fixed=True,
        ),
        Ref("storage_pools", type="list", target=STORAGE_POOL, api="storageids", read=None, shows=None),
        Flag("use_storage_replication", read=None),
        Flag("for_display", via=Via("updateSnapshotPolicy")),
    ),
    info_needs=("volume",),
    info=(Ref("volume", target=VOLUME, within=("zone",), unique=False),),
    omits={"tags": "the server shows no tags of policies"},
    refusals=(
        Refusal(
            "is not in Ready state",
            "volume",
            "Attach it to an instance first: a volume that has never been used holds nothing to be kept.",
        ),
        Refusal("schedule", "schedule", "Write it as the interval asks for, such as 00:02 with interval_type=daily."),
        Refusal("timezone|time zone", "time_zone", "Give the name of a time zone, such as Europe/Zurich or UTC."),
    ),
)
