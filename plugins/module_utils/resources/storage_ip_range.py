# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Address ranges of a pod's storage network."""

from __future__ import annotations

from .. import checks
from ..spec import Field, Number, Ref, Refusal, Resource
from .pod import POD
from .zone import ZONE

STORAGE_IP_RANGE = Resource(
    "storage_ip_range",
    list="listStorageNetworkIpRange",
    create="createStorageNetworkIpRange",
    update="updateStorageNetworkIpRange",
    delete="deleteStorageNetworkIpRange",
    key=("start_ip",),
    list_key="",
    filters={"zone": "zoneid", "pod": "podid"},
    asynchronous=True,
    fields=(
        Ref("zone", target=ZONE, required=True, steers=True),
        Ref("pod", target=POD, within=("zone",), required=True, fixed=True, scope=True, shows=None),
        Field("start_ip", required=True, check=checks.ipv4),
        Field("end_ip", falls_back_to="start_ip", check=checks.ipv4),
        Field("netmask", needed_to_create=True, check=checks.netmask),
        Field("gateway", needed_to_create=True, fixed=True, check=checks.ipv4),
        Number("vlan"),
    ),
    refusals=(Refusal("overlap", "start_ip", "Choose addresses that no other range has."),),
)
