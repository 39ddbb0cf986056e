# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Further address ranges of a pod's management network. The API shows them as part of the pod."""

from __future__ import annotations

from typing import Any, Sequence

from .. import checks
from ..lifecycle import Record
from ..spec import Field, Flag, Ref, Refusal, Resource
from .pod import POD
from .zone import ZONE


def _ranges(pod: Record) -> Sequence[Record]:
    return [
        {
            "podid": pod["id"],
            "podname": pod["name"],
            "zoneid": pod["zoneid"],
            "zonename": pod["zonename"],
            "gateway": one.get("gateway", pod.get("gateway")),
            "netmask": pod.get("netmask"),
            **one,
        }
        for one in pod.get("ipranges") or ()
    ]


def _vlan(record: Record) -> Any:
    vlan = record.get("vlanid")
    return str(vlan).rsplit("://", 1)[-1] if vlan else None


MANAGEMENT_IP_RANGE = Resource(
    "management_ip_range",
    list="listPods",
    create="createManagementNetworkIpRange",
    update="updatePodManagementNetworkIpRange",
    delete="deleteManagementNetworkIpRange",
    update_by={"podid": "podid", "currentstartip": "startip", "currentendip": "endip"},
    delete_by={"podid": "podid", "startip": "startip", "endip": "endip", "vlan": "vlanid"},
    key=("start_ip",),
    list_key="",
    list_id="",
    id_option=False,
    filters={"zone": "zoneid"},
    rows=_ranges,
    asynchronous=True,
    fields=(
        Ref("zone", target=ZONE, required=True, steers=True),
        Ref("pod", target=POD, within=("zone",), required=True, fixed=True, scope=True),
        Field("start_ip", required=True, update_api="newstartip", check=checks.ipv4),
        Field("end_ip", update_api="newendip", falls_back_to="start_ip", together=("start_ip",), check=checks.ipv4),
        Field("netmask", needed_to_create=True, fixed=True, check=checks.netmask),
        Field("gateway", needed_to_create=True, fixed=True, check=checks.ipv4),
        Field("vlan", read=_vlan, fixed=True),
        Flag("for_system_vms", fixed=True),
    ),
    refusals=(
        Refusal("Multiple gateways", "gateway", "Give the gateway of the pod."),
        Refusal("overlap", "start_ip", "Choose addresses that no other range of the pod has."),
    ),
)
