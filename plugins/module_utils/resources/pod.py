# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Pods of a zone."""

from __future__ import annotations

from typing import Any, Callable

from .. import checks
from ..lifecycle import Record, allocated
from ..spec import Choice, Field, Listing, Ref, Refusal, Resource
from .zone import ZONE


def _of_own_range(key: str) -> Callable[[Record], Any]:
    """Read from the pod's own address range, which stands before the ranges added later."""

    def read(record: Record) -> Any:
        ranges = record.get("ipranges") or [{}]
        return ranges[0].get(key)

    return read


POD = Resource(
    "pod",
    list="listPods",
    create="createPod",
    update="updatePod",
    delete="deletePod",
    filters={"zone": "zoneid", "allocation_state": "allocationstate"},
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True),
        Field("start_ip", read=_of_own_range("startip"), check=checks.ipv4, together=("end_ip",)),
        Field("end_ip", read=_of_own_range("endip"), check=checks.ipv4, together=("start_ip",)),
        Field("netmask", check=checks.netmask),
        Field("gateway", check=checks.ipv4),
        Listing("storage_access_groups", fixed=True),
    ),
    lifecycle=allocated("Pod"),
    info=(Choice("allocation_state", ("Enabled", "Disabled"), steers=True),),
    omits={"allocationstate": "O(state) says it"},
    refusals=(
        Refusal(
            "gateway IP address is invalid",
            "gateway",
            "Give gateway, netmask, start_ip and end_ip: only an edge zone has pods without.",
        ),
        Refusal("already exists in zone", "name", "Names are unique here: choose another one."),
        Refusal(
            "edge zone",
            "start_ip",
            "The pod of an edge zone takes no range: leave start_ip, end_ip, netmask and gateway out.",
        ),
        Refusal(
            "overlap|same network|already in use", "start_ip", "Choose addresses that no other pod of the zone has."
        ),
        Refusal(
            "cannot be deleted because there are",
            "state",
            "Remove the hosts, clusters and system VMs of the pod first.",
        ),
    ),
)
