# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Primary storage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping
from urllib.parse import urlsplit, urlunsplit

from .. import checks
from ..lifecycle import GONE, Lifecycle, Move, Record
from ..resolve import Row
from ..spec import Answer, Choice, Field, Flag, Knob, Listing, Map, Number, Ref, Refusal, Resource, Via
from .cluster import CLUSTER
from .pod import POD
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

SCHEMES = {"NetworkFilesystem": "nfs", "RBD": "rbd", "SharedMountPoint": "SharedMountPoint"}
"""Pool types whose URL can be told from the address and path that the API shows."""


def _url(record: Record) -> Any:
    scheme = SCHEMES.get(str(record.get("type")))
    if scheme is None or not record.get("ipaddress"):
        return None
    return f"{scheme}://{record['ipaddress']}/{str(record.get('path', '')).lstrip('/')}"


def without_credentials(url: str) -> str:
    """The URL without user name and password."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rsplit("@", 1)[-1]))


def _only_between_cluster_and_zone(held: Any, wanted: Any, params: Mapping[str, Any]) -> str:
    pair = {str(held).casefold(), str(wanted).casefold()}
    return "" if pair == {"cluster", "zone"} else "keeps its scope: only cluster and zone turn into one another."


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """In its place; where the task says which scope it shall have, also one of the zone that has another scope yet."""
    rows = finder.rows(asked)
    found = finder.matching(rows)
    if found or not finder.given("scope") or not finder.given("name"):
        return found
    zone = resource.ref("zone")
    named = [row for row in rows if params["name"] in (row.get("name"), row.get("id")) and finder.in_scope(zone, row)]
    pod = {"podid": finder.ref("pod").value} if finder.given("pod") else {}
    return [{**row, **pod} for row in named if str(row.get("scope")).casefold() != params["scope"]]


CHANGE_SCOPE = Via("changeStoragePoolScope", needs=("Disabled",))

STORAGE_POOL = Resource(
    "storage_pool",
    list="listStoragePools",
    create="createStoragePool",
    update="updateStoragePool",
    delete="deleteStoragePool",
    find=_find,
    filters={"zone": "zoneid", "pod": "podid", "cluster": "clusterid", "scope": "scope", "status": "status"},
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True),
        Ref("pod", target=POD, within=("zone",), fixed=True, scope=True),
        Ref("cluster", target=CLUSTER, within=("zone", "pod"), via=CHANGE_SCOPE, together=("scope",), scope=True),
        Field(
            "storage_url",
            api="url",
            read=_url,
            compare="url",
            fixed=True,
            needed_to_create=True,
            check=checks.url,
            shown=without_credentials,
        ),
        Choice(
            "scope",
            ("cluster", "zone", "host"),
            via=CHANGE_SCOPE,
            entails=("pod", "cluster"),
            guard=_only_between_cluster_and_zone,
        ),
        Field("hypervisor", fixed=True, compare="folded"),
        Field("provider", fixed=True, create_default="DefaultPrimary"),
        Flag("managed", fixed=True),
        Listing("storage_tags", api="tags", aliases=("storage_tag",)),
        Flag("is_tag_a_rule", compare="flag"),
        Number("capacity_bytes", entails=("disk_size_total",)),
        Number("capacity_iops"),
        Map("details"),
        Field("storage_access_groups", fixed=True, compare="set"),
        Knob("force", default=False),
    ),
    answers=(
        Answer("state"),
        Answer("created"),
        Answer("disk_size_allocated", "int"),
        Answer("disk_size_total", "int"),
        Answer("disk_size_used", "int"),
        Answer("path"),
        Answer("ip_address"),
        Answer("type"),
        Answer("overprovision_factor"),
        Answer("suitable_for_migration", "bool"),
        Answer("storage_capabilities", "dict"),
        Answer("nfs_mount_opts"),
    ),
    lifecycle=Lifecycle(
        read="state",
        shows="allocation_state",
        words={"Up": "enabled", "Disabled": "disabled", "Maintenance": "maintenance"},
        option="allocation_state",
        initial="Up",
        goals={"enabled": ("Up",), "disabled": ("Disabled",), "maintenance": ("Maintenance",)},
        transient={
            "PrepareForMaintenance": "Maintenance",
            "CancelMaintenance": "Up",
            "Initialized": "Up",
            "Initial": "Up",
        },
        moves=(
            Move("Up", "Disabled", "updateStoragePool", {"enabled": False}),
            Move("Disabled", "Up", "updateStoragePool", {"enabled": True}),
            Move("Up", "Maintenance", "enableStorageMaintenance"),
            Move("ErrorInMaintenance", "Maintenance", "enableStorageMaintenance"),
            Move("ErrorInMaintenance", "Up", "cancelStorageMaintenance"),
            Move("Maintenance", "Up", "cancelStorageMaintenance"),
            Move("Maintenance", GONE, "deleteStoragePool", options={"forced": "force"}),
        ),
    ),
    info=(
        Choice("scope", ("cluster", "zone", "host")),
        Field("status", steers=True),
    ),
    omits={"enabled": "O(allocation_state) says it"},
    refusals=(
        Refusal(
            "already in use",
            "storage_url",
            "Another pool has this storage: choose another export, or remove that pool.",
        ),
    ),
)
