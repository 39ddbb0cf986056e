# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Volumes: the disks of instances, attached or kept for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..errors import OptionError
from ..lifecycle import GONE, Lifecycle, Move, Record, Step
from ..resolve import Given
from ..spec import Action, Answer, Choice, Field, Flag, Knob, Number, Ref, Refusal, Resource, Tags, Via
from .image_store import IMAGE_STORE
from .instance import INSTANCE
from .references import DISK_OFFERING, SNAPSHOT
from .storage_pool import STORAGE_POOL
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

GIB = 1024**3
NEW, UPLOAD = "createVolume", "uploadVolume"
ATTACH = Via("attachVolume", needs=("Detached",), reaches="Attached")
RESIZE = Via("resizeVolume")
MIGRATE = Via("migrateVolume", {"volumeid": "id"})
FORMATS = ("QCOW2", "RAW", "VHD", "VHDX", "OVA", "VMDK")
BUSY = (
    "Creating",
    "Migrating",
    "Snapshotting",
    "RevertSnapshotting",
    "Resizing",
    "Copying",
    "Attaching",
    "Restoring",
    "NotUploaded",
    "UploadInProgress",
    "UploadOp",
)
"""States of the server that pass by themselves."""

ENDED = ("Expunging", "Expunged")
FAILED = ("UploadError", "UploadAbandoned")
DESTROYED = ("Destroy", "Destroying")
MOVING = ("state", "attached", "device_id", "hypervisor", "path", "vm_state")


def _gib(record: Record) -> Any:
    return int(record["size"]) // GIB if record.get("size") else None


def _place(record: Record) -> str:
    """Where a volume is: with an instance, for itself, or as good as gone."""
    state = record.get("state")
    if state in FAILED:
        return "Failed"
    if state in DESTROYED:
        return "Destroyed"
    place = "Attached" if record.get("virtualmachineid") else "Detached"
    return f"{place}, busy" if state in BUSY else place


def _placed(finder: Finder, record: Record) -> Record:
    """Tell where the volume is, and whether its offering lets it have the size that is wanted."""
    found = {**record, "(place)": _place(record)}
    wanted = finder.params.get("size")
    if wanted is None or wanted == _gib(record) or not record.get("diskofferingid") or finder.given("disk_offering"):
        return found
    offerings = finder.resolver.rows(DISK_OFFERING, {"id": record["diskofferingid"]})
    return {**found, "(fixed)": bool(offerings) and not offerings[0].get("iscustomized")}


def _size(finder: Finder, value: Any) -> Given:
    """A size; an offering of one size does not take another."""
    offering = finder.ref("disk_offering").record if finder.given("disk_offering") else None
    if offering and not offering.get("iscustomized") and offering.get("disksize") != value:
        raise OptionError(
            "size",
            f"size: the disk offering '{offering['name']}' has one size, {offering.get('disksize')} GiB. "
            f"Leave size out, or choose a customized offering.",
            value=value,
        )
    return Given(value, value)


def _refuse_size(held: Any, wanted: Any, options: Mapping[str, Any]) -> str:
    if held is not None and wanted < held and not options.get("shrink_ok"):
        return f"has {held} GiB, and {wanted} GiB would cut off its end. Set shrink_ok=true if nothing is kept there."
    return ""


def _refuse_pool(held: Any, wanted: Any, options: Mapping[str, Any]) -> str:
    return "" if held else "is on no storage yet. It gets its place when it is attached for the first time."


def _state_and_vm(options: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a wanted state means for the options that go with it.

    :raises OptionError: an option is missing without which the state cannot be reached.
    """
    needs = {"attached": "vm", "uploaded": "url"}.get(str(options.get("state")))
    if needs and not options.get(needs):
        raise OptionError(needs, f"{needs} is needed with state={options['state']}.")
    if options.get("vm") == "" and options.get("state") == "present":
        return {**options, "vm": None, "state": "detached"}
    return {**options, "vm": None} if options.get("state") == "detached" else options


def _detaching(record: Record) -> list[Step]:
    return [Step("detachVolume")]


def _exists(record: Record) -> bool:
    return record.get("state") not in ENDED


def _fault(record: Record) -> str:
    return str(record.get("status") or record["state"]) if record.get("state") in FAILED else ""


VOLUME = Resource(
    "volume",
    list="listVolumes",
    create=NEW,
    create_when={"url": UPLOAD},
    update="updateVolume",
    filters={
        "zone": "zoneid",
        "vm": "virtualmachineid",
        "type": "type",
        "disk_offering": "diskofferingid",
        "storage": "storageid",
        "volume_state": "state",
    },
    owned=True,
    asynchronous=True,
    tags=Tags("Volume"),
    normalize=_state_and_vm,
    enrich=_placed,
    exists=_exists,
    may_double=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True),
        Ref("disk_offering", target=DISK_OFFERING, via=RESIZE, unique=False, entails=("size",)),
        Number("size", read=_gib, resolve=_size, only_in=(NEW,), via=RESIZE, guard=_refuse_size),
        Number("min_iops", only_in=(NEW,), via=RESIZE),
        Number("max_iops", only_in=(NEW,), via=RESIZE),
        Knob("shrink_ok", default=False, rides=True, via=RESIZE),
        Knob("auto_migrate", rides=True, via=RESIZE),
        Ref("snapshot", target=SNAPSHOT, within=("zone",), read=None, shows=None, only_in=(NEW,)),
        Ref(
            "storage",
            target=STORAGE_POOL,
            within=("zone",),
            only_in=(NEW,),
            shows="storage",
            via=MIGRATE,
            guard=_refuse_pool,
        ),
        Knob("live_migrate", rides=True, via=MIGRATE),
        Ref(
            "vm",
            target=INSTANCE,
            within=("zone",),
            api="virtualmachineid",
            shows="vmname",
            unique=False,
            late=True,
            via=ATTACH,
            entails=("storage",),
        ),
        Number("device_id", steers=True, rides=True, via=ATTACH),
        Flag("display_volume", only_in=(NEW,)),
        Flag("delete_protection", late=True),
        Field("kms_key", api="kmskeyid", fixed=True, only_in=(NEW,)),
        Field("custom_id", read=None, only_in=(NEW,)),
        Field("url", read=None),
        Choice("format", FORMATS, read=None, only_in=(UPLOAD,), needed_to_create=UPLOAD),
        Field("checksum", read=None, only_in=(UPLOAD,)),
        Ref(
            "image_store",
            target=IMAGE_STORE,
            within=("zone",),
            api="imagestoreuuid",
            read=None,
            shows=None,
            only_in=(UPLOAD,),
        ),
        Knob("mode", "str", choices=("http_download", "ftp_upload"), default="http_download", wire=str.upper),
        Knob("force", default=False),
    ),
    answers=(
        Answer("state"),
        Answer("type"),
        Answer("created"),
        Answer("attached"),
        Answer("device_id", "int"),
        Answer("path"),
        Answer("storage_type"),
        Answer("provisioning_type"),
        Answer("template", read="templatename"),
        Answer("hypervisor"),
        Answer("is_extractable", "bool"),
        Answer("snapshot_id"),
        Answer("vm_state"),
        Answer("physical_size", "int"),
    ),
    reveals=(Answer("url"),),
    lifecycle=Lifecycle(
        read="(place)",
        shows="destroyed",
        words={"Attached": False, "Detached": False, "Failed": False, "Destroyed": True},
        initial="Detached",
        goals={
            "present": ("Detached", "Attached"),
            "attached": ("Detached", "Attached"),
            "detached": ("Detached",),
            "extracted": ("Detached", "Attached"),
            "uploaded": ("Detached", "Attached"),
            "destroyed": ("Destroyed", GONE),
            "absent": (GONE,),
        },
        transient={"Detached, busy": "Detached", "Attached, busy": "Attached"},
        lifeless=("Destroyed",),
        broken=("Failed",),
        entails=MOVING,
        detour_option="force",
        fault=_fault,
        moves=(
            Move("Detached", "Destroyed", "destroyVolume"),
            Move("Attached", "Detached", "detachVolume", final=True, sets={"vm": "(none)"}),
            Move("Attached", "Destroyed", "destroyVolume", when="force", first=_detaching, sets={"vm": "(none)"}),
            Move("Attached", GONE, "deleteVolume", when="force", first=_detaching),
            Move("Detached", GONE, "deleteVolume"),
            Move("Failed", GONE, "deleteVolume"),
            Move("Destroyed", "Detached", "recoverVolume"),
            Move("Destroyed", GONE, "destroyVolume", {"expunge": True}),
        ),
    ),
    actions=(
        Action("extracted", "extractVolume", {"id": "id", "zoneid": "zoneid"}, options={"mode": "mode", "url": "url"}),
    ),
    info=(
        Ref("vm", target=INSTANCE, within=("zone",), api="virtualmachineid", shows="vmname", unique=False),
        Choice("type", ("ROOT", "DATADISK"), steers=True),
        Ref("disk_offering", target=DISK_OFFERING),
        Field("volume_state", steers=True),
    ),
    omits={
        "chaininfo": "only for repairing the database",
        "path": "only for repairing the database",
        "state": "only for repairing the database",
    },
    refusals=(
        Refusal("At least one of disk Offering ID or snapshot ID", "disk_offering", "Give disk_offering or snapshot."),
        Refusal("needs a size|custom disk offering", "size", "Give size in GiB: the offering is customized."),
        Refusal("delete protection", "delete_protection", "Set delete_protection=false in a task of its own first."),
        Refusal("deviceId .* is used", "device_id", "Choose another number, or leave it out."),
        Refusal("supported for .* file format, is not found", "format", "Choose a format of the zone's hypervisors."),
        Refusal("Unable to resolve", "url", "The management server cannot find that host: check its name."),
    ),
)
