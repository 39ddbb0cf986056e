# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Hosts of a cluster. Their names are the server's choice until they are given one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Mapping
from urllib.parse import urlsplit

from .. import checks
from ..lifecycle import GONE, Lifecycle, Move
from ..resolve import ADOPTED, Row
from ..spec import Answer, Choice, Field, Flag, Knob, Listing, Map, Ref, Refusal, Resource
from .cluster import CLUSTER
from .os_category import OS_CATEGORY
from .pod import POD
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

SERVER_NAME = re.compile(r"^SimulatedAgent\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
"""A name that the server invents where the hypervisor has none of its own."""


def _is_address(value: Any) -> bool:
    return not checks.address(value)


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By name; else by address; else the host that a cut run added from the same URL and could not name any more."""
    found = finder.matching(finder.rows(asked))
    if found or not finder.given("name"):
        return found
    everywhere = finder.rows({"zoneid": finder.ref("zone").value} if finder.given("zone") else {})
    inside = [row for row in everywhere if all(finder.in_scope(ref, row) for ref in resource.scope)]
    if _is_address(params["name"]):
        found = [row for row in inside if row.get("ipaddress") == params["name"]]
    if found or not finder.given("url"):
        return found
    address = urlsplit(params["url"]).hostname or params["url"]
    adopted = [row for row in inside if address in (row.get("ipaddress"), row.get("name"))]
    adopted = adopted or [row for row in inside if SERVER_NAME.match(str(row.get("name")))]
    return [{**row, ADOPTED: True} for row in adopted]


HOST = Resource(
    "host",
    list="listHosts",
    list_with={"type": "Routing"},
    create="addHost",
    update="updateHost",
    delete="deleteHost",
    find=_find,
    in_turn=True,
    filters={
        "zone": "zoneid",
        "pod": "podid",
        "cluster": "clusterid",
        "hypervisor": "hypervisor",
        "state": "state",
        "resource_state": "resourcestate",
        "arch": "arch",
    },
    fields=(
        Field("name", required=True, aliases=("ip_address",), late=True, unless=_is_address, check=checks.name255),
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True),
        Ref("pod", target=POD, within=("zone",), needed_to_create=True, fixed=True, scope=True),
        Ref("cluster", target=CLUSTER, within=("zone", "pod"), fixed=True, scope=True),
        Field("url", needed_to_create=True, read=None, check=checks.url),
        Field("username", read=None),
        Field("password", secret=True),
        Field("hypervisor", needed_to_create=True, fixed=True, compare="folded"),
        Listing("host_tags", aliases=("host_tag",), entails=("is_tag_a_rule",)),
        Flag("is_tag_a_rule", compare="flag", late=True),
        Ref("os_category", target=OS_CATEGORY, late=True),
        Field("annotation", late=True),
        Field("guest_os_rule", late=True),
        Listing("storage_access_groups", fixed=True),
        Map("external_details", read=None),
        Knob("force", default=False),
        Knob("force_destroy_local_storage", default=False),
    ),
    answers=(
        Answer("resource_state"),
        Answer("state"),
        Answer("capabilities"),
        Answer("cluster_type"),
        Answer("cpu_allocated"),
        Answer("cpu_number"),
        Answer("cpu_sockets", "int"),
        Answer("cpu_speed", "int"),
        Answer("cpu_used"),
        Answer("cpu_with_overprovisioning"),
        Answer("created"),
        Answer("disconnected"),
        Answer("disk_size_allocated", "int"),
        Answer("disk_size_total", "int"),
        Answer("events"),
        Answer("ha_host", "bool"),
        Answer("has_enough_capacity", "bool"),
        Answer("host_type", read="type"),
        Answer("host_version", read="version"),
        Answer("hypervisor_version"),
        Answer("ip_address"),
        Answer("is_local_storage_active", "bool"),
        Answer("last_pinged"),
        Answer("management_server_id"),
        Answer("memory_allocated", "int"),
        Answer("memory_total", "int"),
        Answer("memory_used", "int"),
        Answer("network_kbs_read", "int"),
        Answer("network_kbs_write", "int"),
        Answer("out_of_band_management", "dict"),
        Answer("gpu_group", "list"),
        Answer("removed"),
        Answer("suitable_for_migration"),
        Answer("arch"),
    ),
    lifecycle=Lifecycle(
        read="resourcestate",
        shows="allocation_state",
        words={"Enabled": "enabled", "Disabled": "disabled", "Maintenance": "maintenance"},
        option="allocation_state",
        initial="Enabled",
        goals={"enabled": ("Enabled",), "disabled": ("Disabled",), "maintenance": ("Maintenance",)},
        transient={"PrepareForMaintenance": "Maintenance", "Creating": "Enabled"},
        moves=(
            Move("Enabled", "Disabled", "updateHost", {"allocationstate": "Disable"}),
            Move("Disabled", "Enabled", "updateHost", {"allocationstate": "Enable"}),
            Move("Enabled", "Maintenance", "prepareHostForMaintenance"),
            Move("Disabled", "Maintenance", "prepareHostForMaintenance"),
            Move("ErrorInMaintenance", "Maintenance", "prepareHostForMaintenance"),
            Move("ErrorInPrepareForMaintenance", "Maintenance", "prepareHostForMaintenance"),
            Move("ErrorInMaintenance", "Enabled", "cancelHostMaintenance"),
            Move("ErrorInPrepareForMaintenance", "Enabled", "cancelHostMaintenance"),
            Move("Maintenance", "Enabled", "cancelHostMaintenance"),
            *(
                Move(
                    source,
                    GONE,
                    "deleteHost",
                    {} if source == "Maintenance" else {"forced": True},
                    options={"forcedestroylocalstorage": "force_destroy_local_storage"},
                    when="" if source == "Maintenance" else "force",
                )
                for source in (
                    "Maintenance",
                    "Enabled",
                    "Disabled",
                    "ErrorInMaintenance",
                    "ErrorInPrepareForMaintenance",
                )
            ),
        ),
    ),
    info=(
        Field("hypervisor"),
        Choice("state", ("Up", "Down", "Alert", "Connecting", "Disconnected"), steers=True),
        Field("resource_state", steers=True),
        Field("arch", steers=True),
    ),
    omits={
        "allocationstate": "O(allocation_state) says it",
        "clustername": "O(cluster) says it",
        "cleanupexternaldetails": "O(external_details) replaces what it names",
    },
    refusals=(
        Refusal("not a valid uri", "url", "Write it with its scheme, like http://192.0.2.21."),
        Refusal("[Aa]lready|duplicate", "url", "Another host has this address."),
    ),
)
