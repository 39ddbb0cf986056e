# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Instances (virtual machines)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..lifecycle import GONE, Lifecycle, Move, Record
from ..resolve import Given, Row
from ..spec import Action, Answer, Choice, Field, Flag, Knob, Listing, Map, Number, Ref, Refusal, Resource, Tags, Via
from .affinity_group import AFFINITY_GROUP
from .backup_offering import BACKUP_OFFERING
from .cluster import CLUSTER
from .host import HOST
from .network import NETWORK_REF
from .pod import POD
from .references import (
    DISK_OFFERING,
    ISO,
    OS_TYPE,
    SERVICE_OFFERING,
    SNAPSHOT,
    TEMPLATE,
    VOLUME,
)
from .security_group import SECURITY_GROUP
from .user_data import USER_DATA, decoded, encoded
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

KEYBOARDS = ("de", "de-ch", "es", "fi", "fr", "fr-be", "fr-ch", "is", "it", "jp", "nl-be", "no", "pt", "uk", "us")
FILTERS = ("all", "featured", "self", "selfexecutable", "sharedexecutable", "executable", "community")
NIC = {
    "network": {"type": "str", "required": True, "aliases": ["name", "id"]},
    "ip": {"type": "str"},
    "ip6": {"type": "str"},
    "mac": {"type": "str"},
}


def _of_nics(key: str) -> Any:
    def read(record: Record) -> list[Any]:
        return [nic[key] for nic in record.get("nic") or () if nic.get(key)]

    return read


def _of_default_nic(key: str) -> Any:
    def read(record: Record) -> Any:
        return next((nic.get(key) for nic in record.get("nic") or () if nic.get("isdefault")), None)

    return read


def _of_members(member: str, key: str) -> Any:
    def read(record: Record) -> list[Any]:
        return [one[key] for one in record.get(member) or ()]

    return read


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By host name, or by display name where that is allowed; what is being expunged does not count."""
    name = params.get("name") or params.get("display_name")
    by_id = resource.list_id in asked
    rows = finder.rows({**asked, "keyword": name} if name and not by_id else asked)
    inside = [row for row in rows if all(finder.in_scope(ref, row) for ref in resource.scope)]
    if not name:
        return inside
    names = ["name", "id"] if params.get("name") else []
    if not params.get("name") or params.get("match_display_name"):
        names.append("displayname")
    for key in names:
        found = [row for row in inside if str(row.get(key, "")).casefold() == str(name).casefold()]
        if found:
            return found
    return []


def _own_details(record: Record) -> dict[str, Any]:
    """The details without those that the server keeps for itself."""
    return {key: value for key, value in (record.get("details") or {}).items() if not key.startswith(SERVER_DETAILS)}


def _exists(record: Record) -> bool:
    return record.get("state") != "Expunging"


def _with_user_data(finder: Finder, record: Record) -> Record:
    """Read the user data, which the list does not show, when the task is about it."""
    if not finder.given("user_data"):
        return record
    answer = finder.resolver.client.call("getVirtualMachineUserData", {"virtualmachineid": record["id"]})
    content = next((value for value in answer.values() if isinstance(value, Mapping)), answer)
    return {**record, "userdata": content.get("userdata")}


def _nics(finder: Finder, value: Any) -> Given:
    """Networks with their addresses: names become ids."""
    sent = []
    for nic in value:
        network = finder.resolver.resolve("ip_to_networks", NETWORK_REF, nic["network"], finder.owner())
        sent.append(
            {"networkid": network["id"], **{key: nic[key] for key in ("ip", "ip6", "mac") if nic.get(key)}},
        )
    return Given(sent, value)


SCALE = Via("changeServiceForVirtualMachine", needs=("Stopped",))
BACKED_UP = Via(
    "assignVirtualMachineToBackupOffering",
    {"virtualmachineid": "id"},
    clear="removeVirtualMachineFromBackupOffering",
)
SERVER_DETAILS = ("SSH.", "Message.")
SIZES = ("cpu", "cpu_speed", "memory")
PLACE = ("host", "host_id", "nic", "public_ip", "details")

INSTANCE = Resource(
    "instance",
    list="listVirtualMachines",
    list_key="keyword",
    create="deployVirtualMachine",
    update="updateVirtualMachine",
    names=("name", "displayname"),
    find=_find,
    exists=_exists,
    enrich=_with_user_data,
    one_of=(("name", "display_name", "id"),),
    exclusive=(("template", "iso"), ("networks", "ip_to_networks"), ("user_data", "user_data_name")),
    filters={
        "zone": "zoneid",
        "host": "hostid",
        "network": "networkid",
        "template": "templateid",
        "service_offering": "serviceofferingid",
        "vm_state": "state",
        "hypervisor": "hypervisor",
        "vpc": "vpcid",
    },
    owned=True,
    asynchronous=True,
    tags=Tags("UserVm"),
    fields=(
        Field("name", check=checks.name255),
        Field("display_name", check=checks.name255),
        Knob("match_display_name", default=True),
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True),
        Ref("service_offering", target=SERVICE_OFFERING, needed_to_create=True, via=SCALE, entails=SIZES),
        Number("cpu", api="details[0].cpuNumber", read="cpunumber", via=SCALE),
        Number("cpu_speed", api="details[0].cpuSpeed", read="cpuspeed", via=SCALE),
        Number("memory", api="details[0].memory", read="memory", via=SCALE),
        Ref("template", target=TEMPLATE, within=("zone", "template_filter"), fixed=True),
        Ref(
            "iso",
            target=ISO,
            within=("zone", "template_filter"),
            api="templateid",
            update_api="id",
            read="isoid",
            via=Via("attachIso", {"virtualmachineid": "id"}, clear="detachIso"),
        ),
        Choice("template_filter", FILTERS, default="executable", aliases=("iso_filter",), steers=True),
        Field("hypervisor", fixed=True, compare="folded"),
        Choice("keyboard", KEYBOARDS, read=None),
        Ref(
            "networks",
            type="list",
            target=NETWORK_REF,
            within=("zone",),
            api="networkids",
            read=_of_nics("networkid"),
            shows=_of_nics("networkname"),
            compare="contains",
            aliases=("network",),
            fixed=True,
        ),
        Field(
            "ip_to_networks",
            type="list",
            elements="dict",
            suboptions=NIC,
            api="iptonetworklist",
            read=None,
            aliases=("ip_to_network",),
            resolve=_nics,
        ),
        Field("ip_address", read=_of_default_nic("ipaddress"), fixed=True, check=checks.ipv4),
        Field("ip6_address", read=_of_default_nic("ip6address"), fixed=True, check=checks.ipv6),
        Field("mac_address", read=_of_default_nic("macaddress"), fixed=True, compare="folded"),
        Ref("disk_offering", target=DISK_OFFERING, read=None, shows=None),
        Number("disk_size", api="size", read=None),
        Number("root_disk_size", read=None),
        Ref("root_disk_offering", target=DISK_OFFERING, api="overridediskofferingid", read=None, shows=None),
        Field("root_disk_kms_key", api="rootdiskkmskeyid", read=None),
        Ref("snapshot", target=SNAPSHOT, read=None, shows=None),
        Ref("volume", target=VOLUME, read=None, shows=None),
        Ref(
            "security_groups",
            type="list",
            target=SECURITY_GROUP,
            api="securitygroupids",
            read=_of_members("securitygroup", "id"),
            shows=_of_members("securitygroup", "name"),
            aliases=("security_group",),
            via=Via("updateVirtualMachine", needs=("Stopped",)),
        ),
        Ref(
            "affinity_groups",
            type="list",
            target=AFFINITY_GROUP,
            api="affinitygroupids",
            read=_of_members("affinitygroup", "id"),
            shows=_of_members("affinitygroup", "name"),
            aliases=("affinity_group",),
            via=Via("updateVMAffinityGroup", needs=("Stopped",)),
        ),
        Ref("host", target=HOST, within=("zone",), read=None),
        Ref("cluster", target=CLUSTER, within=("zone",), read=None, shows=None),
        Ref("pod", target=POD, within=("zone",), read=None, shows=None),
        Listing(
            "ssh_keys",
            api="keypairs",
            aliases=("ssh_key",),
            via=Via("resetSSHKeyForVirtualMachine", needs=("Stopped",)),
        ),
        Field("password", secret=True),
        Field("user_data", read=decoded, wire=encoded),
        Ref("user_data_name", target=USER_DATA, api="userdataid", shows="userdataname"),
        Map("user_data_details", read=None),
        Field("group"),
        Map("details", read=_own_details, clear="cleanupdetails"),
        Choice("boot_type", ("bios", "uefi"), fixed=True),
        Choice("boot_mode", ("legacy", "secure"), fixed=True),
        Flag("boot_into_setup", read=None),
        Flag("copy_image_tags", read=None),
        Field("deployment_planner", read=None),
        Flag("display_vm"),
        Flag("dynamic_scaling_enabled", update_api="isdynamicallyscalable", read="isdynamicallyscalable"),
        Field("extra_config", read=None),
        Choice("io_driver_policy", ("native", "threads", "io_uring", "storage_specific"), read=None),
        Flag("io_threads_enabled", api="iothreadsenabled", read=None),
        Number("nic_multiqueue_number", read=None),
        Flag("nic_packed_virtqueues_enabled", read=None),
        Number("lease_duration"),
        Choice("lease_expiry_action", ("STOP", "DESTROY")),
        Flag("ha_enabled", api="haenable", late=True),
        Flag("delete_protection", late=True),
        Ref("os_type", target=OS_TYPE, api="ostypeid", shows="osdisplayname", late=True),
        Ref("backup_offering", target=BACKUP_OFFERING, within=("zone",), late=True, via=BACKED_UP),
        Knob("force", default=False),
        Knob("allow_root_disk_shrink", default=False),
    ),
    answers=(
        Answer("default_ip", read=_of_default_nic("ipaddress")),
        Answer("default_ip6", read=_of_default_nic("ip6address")),
        Answer("public_ip"),
        Answer("created"),
        Answer("password_enabled", "bool"),
        Answer("template_display_text"),
        Answer("instance_name"),
        Answer("host_id"),
        Answer("nic", "list"),
    ),
    reveals=(Answer("password"),),
    lifecycle=Lifecycle(
        read="state",
        shows="state",
        initial="Running",
        goals={
            "present": ("Running", "Stopped"),
            "deployed": ("Running", "Stopped"),
            "started": ("Running",),
            "stopped": ("Stopped",),
            "restarted": ("Running",),
            "restored": ("Running", "Stopped"),
            "destroyed": ("Destroyed", GONE),
            "expunged": (GONE,),
            "absent": ("Destroyed", GONE),
        },
        create_with={"Stopped": {"startvm": False}},
        transient={"Starting": "Running", "Stopping": "Stopped", "Migrating": "Running"},
        lifeless=("Destroyed",),
        broken=("Error",),
        entails=PLACE,
        detour_option="force",
        moves=(
            Move("Stopped", "Running", "startVirtualMachine"),
            Move("Running", "Stopped", "stopVirtualMachine"),
            Move("Destroyed", "Stopped", "recoverVirtualMachine"),
            Move("Running", "Destroyed", "destroyVirtualMachine"),
            Move("Stopped", "Destroyed", "destroyVirtualMachine"),
            Move("Error", "Destroyed", "destroyVirtualMachine"),
            Move("Running", GONE, "destroyVirtualMachine", {"expunge": True}),
            Move("Stopped", GONE, "destroyVirtualMachine", {"expunge": True}),
            Move("Error", GONE, "destroyVirtualMachine", {"expunge": True}),
            Move("Destroyed", GONE, "expungeVirtualMachine"),
        ),
    ),
    actions=(
        Action(
            "restarted", "rebootVirtualMachine", from_states=("Running",), options={"bootintosetup": "boot_into_setup"}
        ),
        Action("restored", "restoreVirtualMachine", {"virtualmachineid": "id"}, takes=("template",)),
    ),
    info=(
        Ref("host", target=HOST, within=("zone",)),
        Ref("network", target=NETWORK_REF, within=("zone",), steers=True),
        Ref("template", target=TEMPLATE, within=("zone",)),
        Ref("service_offering", target=SERVICE_OFFERING),
        Field("vm_state", steers=True),
        Knob("match_display_name", default=True),
    ),
    omits={
        "affinitygroupnames": "O(affinity_groups) takes names and ids",
        "securitygroupnames": "O(security_groups) takes names and ids",
        "keypair": "O(ssh_keys) takes one or many",
        "startvm": "O(state) says it",
        "blankinstance": "only for importing what runs already",
        "customid": "the id of an instance is the server's",
        "instancename": "the name at the hypervisor is the server's",
        "datadiskofferinglist": "only for templates with several disks (OVF)",
        "datadisksdetails": "further disks are volumes of their own",
        "nicnetworklist": "only for VMware OVF templates",
        "properties": "only for VMware OVF templates",
        "dhcpoptionsnetworklist": "options of a NIC, not of the instance",
        "externaldetails": "only for external hypervisors (extensions)",
        "cleanupextraconfig": "the extra configuration cannot be read back",
    },
    refusals=(
        Refusal(
            "already is assigned to a backup offering|has backups",
            "backup_offering",
            "Take the instance out of its offering first with an empty text, after its backups have been removed.",
        ),
        Refusal("delete protection", "delete_protection", "Set delete_protection=false in a task of its own first."),
        Refusal("Not all specified keypairs exist", "ssh_keys", "Create the key pair first, for the same account."),
        Refusal("already exists in the network domain", "name", "Another instance has the name; choose another one."),
    ),
)
