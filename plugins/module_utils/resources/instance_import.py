# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Taking a machine of a hypervisor under CloudStack's management, and letting go of it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Sequence

from .. import checks
from ..errors import OptionError
from ..parts.import_sources import IMPORT, SOURCE_FIELDS, host_name_of, name_of, with_source
from ..parts.instance_search import exists
from ..resolve import Given, Row
from ..spec import GONE, Answer, Field, Flag, Lifecycle, Map, Move, Ref, Refusal, Resource
from .cluster import CLUSTER
from .host import HOST
from .network import NETWORK_REF
from .references import DISK_OFFERING, SERVICE_OFFERING, TEMPLATE
from .unmanaged_instance import UNMANAGED_INSTANCE
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

NIC: Mapping[str, Any] = {
    "nic": {"type": "str", "required": True},
    "network": {"type": "str", "required": True},
    "ip": {"type": "str"},
}
DISK: Mapping[str, Any] = {
    "disk": {"type": "str", "required": True},
    "disk_offering": {"type": "str", "required": True},
}
BY = {"id": "id", "hostid": "(host)"}


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By the name at the hypervisor, which CloudStack keeps beside the instance's own.

    What was brought from elsewhere has another name there, so it is found by its own.
    """
    key, name = ("name", host_name_of(params)) if params.get("source") else ("instancename", params["name"])
    rows = finder.rows({**asked, "keyword": name})
    return [row for row in rows if row.get(key) == name and finder.in_scope(ZONE_REF, row)]


def _with_words(finder: Finder, record: Row) -> Row:
    """Add the id of the host that shall let go of the machine, and the name that it had elsewhere."""
    host = {"(host)": finder.ref("host").value} if finder.given("host") else {}
    return {**record, **host, **({"(machine)": finder.params["name"]} if finder.given("source") else {})}


def _normalize(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """What follows from the name and the NICs: the machine must be there, and addresses are sent apart."""
    addresses = [nic for nic in params.get("nics") or () if nic.get("ip")]
    return {**with_source(params), "machine": params.get("name"), "nic_addresses": addresses or None}


def machine_of(finder: Finder) -> Row:
    """The machine to be imported, as its hypervisor tells.

    :raises OptionError: no machine of that name runs in the cluster without CloudStack's doing.
    """
    name = finder.params["name"]
    rows = finder.resolver.rows(UNMANAGED_INSTANCE, {"clusterid": finder.ref("cluster").value, "name": name})
    found = [row for row in rows if row.get("name") == name]
    if not found:
        raise OptionError(
            "name",
            f"name: there is no unmanaged instance '{name}' in the cluster '{finder.params['cluster']}'. "
            "cloudstack.cloud.unmanaged_instance_info lists those that there are.",
            value=name,
        )
    return found[0]


def _machine(finder: Finder, value: Any) -> Given:
    if not finder.given("cluster"):
        raise OptionError("cluster", f"cluster is needed to import '{value}': an unmanaged instance is known there.")
    if finder.given("source"):
        return Given(value, value)
    return Given(value, value, machine_of(finder))


def _held(finder: Finder, part: str) -> Sequence[Row] | None:
    """The NICs or disks of the machine; None where it runs elsewhere, so that nobody can tell."""
    return None if finder.given("source") else machine_of(finder).get(part) or ()


def _nics(finder: Finder, value: Sequence[Mapping[str, Any]]) -> Given:
    """Which NIC goes into which network, as the API takes it."""
    scope = {**finder.owner(), "zoneid": finder.ref("zone").value}
    resolve = finder.resolver.resolve
    held = _held(finder, "nic")
    sent = [
        {
            "nic": _part("nics", one["nic"], held, "macaddress"),
            "network": resolve("nics", NETWORK_REF, one["network"], scope)["id"],
        }
        for one in value
    ]
    return Given(sent, value)


def _addresses(finder: Finder, value: Sequence[Mapping[str, Any]]) -> Given:
    """Which NIC gets which address, as the API takes it."""
    held = _held(finder, "nic")
    return Given([{"nic": _part("nics", one["nic"], held, "macaddress"), "ip4Address": one["ip"]} for one in value], "")


def _disks(finder: Finder, value: Sequence[Mapping[str, Any]]) -> Given:
    """Which data disk gets which disk offering, as the API takes it."""
    held = _held(finder, "disk")
    resolve = finder.resolver.resolve
    sent = [
        {
            "disk": _part("data_disks", one["disk"], held, "label"),
            "diskOffering": resolve("data_disks", DISK_OFFERING, one["disk_offering"])["id"],
        }
        for one in value
    ]
    return Given(sent, value)


def _part(option: str, value: str, held: Sequence[Row] | None, other: str) -> str:
    """The id of a NIC or disk that is given by its id, or by its MAC or label."""
    if held is None:
        return value
    found = [
        part for part in held if value.casefold() in (str(part.get("id")).casefold(), str(part.get(other)).lower())
    ]
    if len(found) != 1:
        there = ", ".join(f"{part.get('id')} ({part.get(other)})" for part in held)
        raise OptionError(option, f"{option}: the machine has no '{value}'. It has: {there or 'none'}.", value=value)
    return str(found[0]["id"])


ZONE_REF = Ref("zone", target=ZONE, required=True, sent=False, fixed=True, scope=True)

INSTANCE_IMPORT = Resource(
    "instance_import",
    list="listVirtualMachines",
    also=("listUnmanagedInstances", "listNetworks", "listDiskOfferings"),
    list_key="",
    create="importUnmanagedInstance",
    create_when={"source": IMPORT},
    find=_find,
    exists=exists,
    enrich=_with_words,
    normalize=_normalize,
    owned=True,
    asynchronous=True,
    filters={"zone": "zoneid"},
    fields=(
        Field("name", required=True, read=name_of, check=checks.name255),
        ZONE_REF,
        Ref("cluster", target=CLUSTER, within=("zone",), needed_to_create=True, read=None, shows=None),
        Field("machine", implied=True, sent=False, read=None, resolve=_machine),
        Field("display_name", fixed=True, check=checks.name255),
        Field("host_name", read="name", fixed=True, check=checks.name255),
        Ref("service_offering", target=SERVICE_OFFERING, needed_to_create=True, fixed=True),
        Ref("template", target=TEMPLATE, within=("zone",), fixed=True),
        Field(
            "nics",
            type="list",
            elements="dict",
            suboptions=NIC,
            api="nicnetworklist",
            read=None,
            resolve=_nics,
        ),
        Field(
            "nic_addresses",
            type="list",
            elements="dict",
            implied=True,
            api="nicipaddresslist",
            read=None,
            resolve=_addresses,
        ),
        Field(
            "data_disks",
            type="list",
            elements="dict",
            suboptions=DISK,
            api="datadiskofferinglist",
            read=None,
            resolve=_disks,
        ),
        Map("details", read=None),
        Flag("migrate_allowed", read=None),
        Flag("force", api="forced", read=None),
        Ref("host", target=HOST, within=("zone",), steers=True),
        *SOURCE_FIELDS,
    ),
    answers=(
        Answer("state"),
        Answer("hypervisor"),
        Answer("created"),
        Answer("default_ip", read="ipaddress"),
        Answer("nic", "list"),
    ),
    lifecycle=Lifecycle(
        read="state",
        shows="",
        goals={"absent": (GONE,)},
        initial="Running",
        transient={"Starting": "Running", "Stopping": "Stopped", "Migrating": "Running"},
        moves=tuple(
            Move(state, GONE, "unmanageVirtualMachine", by=BY, options={"forced": "force"})
            for state in ("Running", "Stopped")
        ),
    ),
    refusals=(
        Refusal(
            "not supported for hypervisor|not allowed for hypervisor",
            "cluster",
            "Machines of KVM and VMware can be imported, and let go of.",
        ),
        Refusal(
            "does not match|do not match", "service_offering", "Name one with the processors and the memory of it."
        ),
        Refusal("needs a valid IP address", "nics", "Give an ip, or auto to let CloudStack choose one."),
        Refusal("network for nic", "nics", "Say for each NIC which network it is in."),
        Refusal("with MAC address .* already exists", "force", "Set force=true to import it all the same."),
        Refusal(
            "volume snapshots|VM snapshots", "state", "Remove the snapshots of the instance and its volumes first."
        ),
        Refusal("ISO attached", "state", "Detach the ISO first, or set force=true for a config drive."),
    ),
)
