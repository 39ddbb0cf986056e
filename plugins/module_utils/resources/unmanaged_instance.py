# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Machines that run on the hosts of a cluster without CloudStack's doing. They have no id, only a name there."""

from __future__ import annotations

from typing import Any, Callable, Mapping

from ..lifecycle import Record
from ..spec import Answer, Field, Ref, Resource
from .cluster import CLUSTER
from .zone import ZONE

NICS: Mapping[str, str] = {
    "id": "id",
    "mac_address": "macaddress",
    "vlan": "vlanid",
    "network_name": "networkname",
    "adapter_type": "adaptertype",
    "ip_addresses": "ipaddresses",
}
DISKS: Mapping[str, str] = {
    "id": "id",
    "label": "label",
    "size": "capacity",
    "position": "position",
    "controller": "controller",
    "controller_unit": "controllerunit",
    "image_path": "imagepath",
    "datastore_name": "datastorename",
    "datastore_type": "datastoretype",
    "datastore_host": "datastorehost",
    "datastore_path": "datastorepath",
}


def _parts(key: str, words: Mapping[str, str]) -> Callable[[Record], list[dict[str, Any]]]:
    """Read the NICs or the disks in the words of this collection."""
    return lambda record: [
        {word: part[name] for word, name in words.items() if part.get(name) not in (None, [])}
        for part in record.get(key) or ()
    ]


UNMANAGED_INSTANCE = Resource(
    "unmanaged_instance",
    list="listUnmanagedInstances",
    list_id="",
    id_option=False,
    list_needs=("cluster",),
    info_needs=("zone", "cluster"),
    filters={"name": "name"},
    fields=(
        Field("name"),
        Ref("zone", target=ZONE, steers=True),
        Ref("cluster", target=CLUSTER, within=("zone",), scope=True),
    ),
    answers=(
        Answer("host", read="hostname"),
        Answer("power_state"),
        Answer("cpu_number", "int"),
        Answer("cpu_speed", "int"),
        Answer("cpu_cores_per_socket", "int", read="cpucorepersocket"),
        Answer("memory", "int"),
        Answer("os_type", read="osdisplayname"),
        Answer("hypervisor"),
        Answer("hypervisor_version"),
        Answer("boot_type"),
        Answer("boot_mode"),
        Answer("nics", "list", read=_parts("nic", NICS)),
        Answer("disks", "list", read=_parts("disk", DISKS)),
    ),
)
