# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Snapshots of volumes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..lifecycle import GONE, Lifecycle, Move
from ..parts.disks import disk_of, disk_options, own_zone_and
from ..parts.places import by_place, ids_of, in_zones, names_of
from ..resolve import Row
from ..spec import Action, Answer, Choice, Field, Flag, Ref, Refusal, Resource, Tags
from .instance_snapshot import INSTANCE_SNAPSHOT
from .references import VOLUME
from .storage_pool import STORAGE_POOL

if TYPE_CHECKING:
    from ..find import Finder

NEW, OF_INSTANCE = "createSnapshot", "createSnapshotFromVMSnapshot"


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By name, among the snapshots of the disk where one is named."""
    disk = disk_of(finder)
    rows = finder.matching(finder.rows({**asked, **({"volumeid": disk["id"]} if disk else {})}))
    return [row for row in rows if disk is None or row.get("volumeid") == disk["id"]]


VOLUME_SNAPSHOT = Resource(
    "volume_snapshot",
    list="listSnapshots",
    also=("listVirtualMachines",),
    create=NEW,
    create_when={"instance_snapshot": OF_INSTANCE},
    find=_find,
    gathers=by_place,
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    tags=Tags("Snapshot"),
    filters={"zone": "zoneid", "volume": "volumeid", "interval_type": "intervaltype", "snapshot_type": "snapshottype"},
    may_double=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        *disk_options(api="volumeid", needed_to_create=True, needed_unless="vm"),
        Ref(
            "instance_snapshot",
            target=INSTANCE_SNAPSHOT,
            api="vmsnapshotid",
            read=None,
            shows=None,
        ),
        in_zones("copySnapshot", read=ids_of, shows=names_of, resolve=own_zone_and, only_in=(NEW,)),
        Ref("storage_pools", type="list", target=STORAGE_POOL, api="storageids", read=None, shows=None, only_in=(NEW,)),
        Flag("use_storage_replication", read=None, only_in=(NEW,)),
        Choice("location_type", ("primary", "secondary"), fixed=True, wire=str.upper, only_in=(NEW,)),
        Flag("quiesce", api="quiescevm", read=None, only_in=(NEW,)),
        Flag("async_backup", read=None, only_in=(NEW,)),
    ),
    answers=(
        Answer("created"),
        Answer("zone", read="zonename"),
        Answer("volume_type"),
        Answer("snapshot_type"),
        Answer("interval_type"),
        Answer("revertable", "bool"),
        Answer("virtual_size", "int"),
        Answer("physical_size", "int"),
    ),
    reveals=(Answer("url"),),
    lifecycle=Lifecycle(
        read="state",
        shows="state",
        initial="BackedUp",
        goals={"absent": (GONE,)},
        transient={"Allocated": "BackedUp", "Creating": "BackedUp", "BackingUp": "BackedUp", "Copying": "BackedUp"},
        broken=("Error",),
        moves=(
            Move("BackedUp", GONE, "deleteSnapshot"),
            Move("CreatedOnPrimary", GONE, "deleteSnapshot"),
            Move("Error", GONE, "deleteSnapshot"),
        ),
    ),
    actions=(
        Action("revert", "revertSnapshot", existing=True),
        Action("extracted", "extractSnapshot", {"id": "id", "zoneid": "zoneid"}, existing=True),
    ),
    info=(
        Ref("volume", target=VOLUME, within=("zone",), unique=False),
        Field("interval_type", steers=True),
        Field("snapshot_type", steers=True),
    ),
    omits={
        "policyid": "only the server itself takes snapshots for a policy",
        "tags": "O(tags) says it",
        "account": "the owner is that of the volume",
        "domainid": "the owner is that of the volume",
    },
    refusals=(
        Refusal(
            "is not in Ready state",
            "volume",
            "Attach it to an instance first: a volume that has never been used holds nothing to be kept.",
        ),
        Refusal(
            "should be stopped|in stopped state|running",
            "state",
            "Stop the instance first (cloudstack.cloud.instance with state=stopped), and start it afterwards.",
        ),
    ),
)
