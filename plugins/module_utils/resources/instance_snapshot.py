# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Snapshots of whole instances: all disks, and the memory if wanted, at one moment."""

from __future__ import annotations

from .. import checks
from ..lifecycle import Record
from ..parts.of_instance import instance_ref
from ..spec import GONE, Action, Answer, Field, Flag, Lifecycle, Move, Ref, Refusal, Resource, Tags
from .zone import ZONE


def _has_memory(record: Record) -> bool:
    return record.get("type") == "DiskAndMemory"


INSTANCE_SNAPSHOT = Resource(
    "instance_snapshot",
    list="listVMSnapshot",
    list_id="vmsnapshotid",
    create="createVMSnapshot",
    names=("displayname", "name"),
    filters={"vm": "virtualmachineid", "snapshot_state": "state"},
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    tags=Tags("VMSnapshot"),
    may_double=True,
    fields=(
        Field(
            "name",
            read="displayname",
            result="display_name",
            required=True,
            aliases=("display_name",),
            check=checks.name255,
        ),
        Ref("zone", target=ZONE, required=True, steers=True),
        instance_ref(required=True, fixed=True, scope=True),
        Field("description", fixed=True),
        Flag("snapshot_memory", read=_has_memory, fixed=True),
        Flag("quiesce", api="quiescevm", read=None),
    ),
    answers=(
        Answer("name"),
        Answer("created"),
        Answer("current", "bool"),
        Answer("type"),
        Answer("parent", read="parentName"),
        Answer("hypervisor"),
    ),
    lifecycle=Lifecycle(
        read="state",
        shows="state",
        initial="Ready",
        goals={"absent": (GONE,)},
        transient={"Creating": "Ready", "Allocated": "Ready", "Reverting": "Ready"},
        broken=("Error",),
        moves=(
            Move("Ready", GONE, "deleteVMSnapshot", by={"vmsnapshotid": "id"}),
            Move("Error", GONE, "deleteVMSnapshot", by={"vmsnapshotid": "id"}),
        ),
    ),
    actions=(Action("revert", "revertToVMSnapshot", {"vmsnapshotid": "id"}, existing=True),),
    info=(Field("snapshot_state", steers=True),),
    refusals=(
        Refusal(
            "Reverting to the Instance Snapshot is not allowed for running",
            "state",
            "Stop the instance first (cloudstack.cloud.instance with state=stopped), and start it afterwards.",
        ),
        Refusal(
            "Cannot snapshot the memory|with memory",
            "snapshot_memory",
            "Start the instance first, or leave snapshot_memory out.",
        ),
    ),
)
