# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Where a machine is imported from that does not run on a host of the cloud, and what is told of that place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from ..errors import OptionError
from ..fields import Choice, Field, Flag, Ref
from ..lifecycle import Record
from ..resolve import Given
from ..resources.host import HOST
from ..resources.network import NETWORK_REF
from ..resources.references import OS_TYPE
from ..resources.storage_pool import STORAGE_POOL

if TYPE_CHECKING:
    from ..find import Finder

IMPORT = "importVm"
ONLY: Mapping[str, Any] = {"read": None, "only_in": (IMPORT,)}
PLACE: Mapping[str, Any] = {**ONLY, "within": ("zone",), "shows": None}
NEEDS: Mapping[str, tuple[str, ...]] = {
    "external": ("source_host",),
    "local": ("disk_path", "network"),
    "shared": ("disk_path", "network", "storage"),
    "vmware": ("vcenter", "existing_vcenter"),
}
"""By source, what it cannot do without; of the ways to a vCenter, one of them."""

TARGET = "KVM"
"""The only hypervisor to which machines are brought from elsewhere."""


def _zone(finder: Finder, value: Any) -> Given:
    return finder.ref("zone")


SOURCE_FIELDS = (
    Choice("source", tuple(sorted(NEEDS)), api="importsource", wire=str.upper, **ONLY),
    Field("place", implied=True, api="zoneid", resolve=_zone, **ONLY),
    Field("target", implied=True, api="hypervisor", **ONLY),
    Field("source_host", api="host", **ONLY),
    Field("source_username", api="username", **ONLY),
    Field("source_password", api="password", secret=True, only_in=(IMPORT,)),
    Field("disk_path", **ONLY),
    Ref("disk_host", target=HOST, api="hostid", **PLACE),
    Ref("storage", target=STORAGE_POOL, **PLACE),
    Ref("network", target=NETWORK_REF, **PLACE),
    Field("temp_path", **ONLY),
    Ref("os_type", target=OS_TYPE, api="osid", shows=None, **ONLY),
    Field("vcenter", **ONLY),
    Field("existing_vcenter", api="existingvcenterid", **ONLY),
    Field("datacenter", api="datacentername", **ONLY),
    Field("source_cluster", api="clustername", **ONLY),
    Field("source_host_ip", api="hostip", **ONLY),
    Ref("convert_host", target=HOST, api="convertinstancehostid", **PLACE),
    Ref("convert_storage", target=STORAGE_POOL, api="convertinstancepoolid", **PLACE),
    Flag("force_convert_to_storage", api="forceconverttopool", **ONLY),
    Ref("import_host", target=HOST, api="importinstancehostid", **PLACE),
    Field("extra_params", **ONLY),
    Flag("management_server_exports", api="forcemstoimportvmfiles", **ONLY),
    Flag("use_vddk", **ONLY),
)
"""Options of an import from elsewhere."""


def with_source(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """Complete the options of an import from elsewhere; others stay as they are.

    :raises OptionError: the source cannot do without an option that is not given.
    """
    source = params.get("source")
    if not source or params.get("state") == "absent":
        return params
    missing = [name for name in NEEDS[source] if not params.get(name)]
    if source == "vmware":
        missing = [" or ".join(missing)] if len(missing) == len(NEEDS[source]) else []
    if missing:
        raise OptionError(missing[0].split()[0], f"{missing[0]} is needed with source={source}.")
    return {**params, "place": params.get("zone"), "target": TARGET}


def host_name_of(params: Mapping[str, Any]) -> Any:
    """What an instance is called that was brought from elsewhere: the hypervisor gives it a name of its own."""
    return params.get("host_name") or params["name"]


def name_of(record: Record) -> Any:
    """The name of the machine where it came from."""
    return record.get("(machine)") or record.get("instancename")
