# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""ISO images: registered for a zone, and put into the drives of instances."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..lifecycle import Move, Record
from ..parts import images
from ..parts.places import by_place, in_zones
from ..resolve import Given, Row
from ..spec import Action, Answer, Choice, Field, Flag, Knob, Map, Ref, Refusal, Resource, Tags, Via
from .instance import INSTANCE
from .references import OS_TYPE
from .template import ANSWERS, REVEALED
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

FILTERS = ("all", "featured", "self", "selfexecutable", "sharedexecutable", "executable", "community")
SHARED = "updateIsoPermissions"


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By name, in the wanted zone."""
    return [row for row in finder.matching(finder.rows(asked)) if images.in_wanted_zone(finder, row)]


def _enrich(finder: Finder, record: Record) -> Record:
    """The ISO as it is in the wanted zone, whom it is shared with, and whether the instance has it in its drive."""
    found = {**images.placed(finder, record), **images.shared_with(finder, record, "listIsoPermissions")}
    if not finder.given("vm") or found["(state)"] != "Ready":
        return {**found, "(state)": "Detached" if found["(state)"] == "Ready" else found["(state)"]}
    instance = _instance(finder, finder.params["vm"])
    if instance.get("isoid") == record["id"]:
        return {**found, "(state)": "Attached", "(vm)": instance["name"]}
    return {**found, "(state)": "Detached"}


def _instance(finder: Finder, value: str) -> Row:
    scope = {**finder.owner(), **({"zoneid": finder.ref("zone").value} if finder.given("zone") else {})}
    return finder.resolver.resolve("vm", INSTANCE, value, scope)


def _vm(finder: Finder, value: Any) -> Given:
    row = _instance(finder, value)
    return Given(row["id"], row["name"])


def _only_says_where(value: Any) -> bool:
    """The instance is no property of the ISO: only attaching and detaching send it."""
    return True


def _normalize(options: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a wanted state, and a wish for all zones, mean for the other options.

    :raises OptionError: the state cannot be reached without an instance.
    """
    for state in ("attached", "detached"):
        images.refuse_without(options, state, "vm")
    if options.get("cross_zones"):
        return {**options, "zones": [images.ALL]}
    return {**options, "cross_zones": None}


def _zones(finder: Finder, value: Any) -> Given:
    zone = finder.ref("zone") if finder.given("zone") else None
    return images.wanted_zones(finder, value, {"zoneid": zone.value, "zonename": zone.shown} if zone else None)


ISO = Resource(
    "iso",
    list="listIsos",
    also=("listIsoPermissions", "listVirtualMachines"),
    list_needs=("iso_filter",),
    create="registerIso",
    update="updateIso",
    find=_find,
    gathers=by_place,
    enrich=_enrich,
    normalize=_normalize,
    owned=True,
    asynchronous=True,
    tags=Tags("ISO"),
    filters={"zone": "zoneid", "bootable": "bootable", "arch": "arch", "is_ready": "isready"},
    may_double=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        Field("display_text"),
        Ref("zone", target=ZONE, needed_to_create=True, needed_unless="cross_zones", spared_by=True, fixed=True),
        in_zones(
            "copyIso", api="destzoneids", read=images.zone_ids, shows=images.zone_names, resolve=_zones, late=True
        ),
        images.in_all_zones("zoneid"),
        Field("url", compare="url", fixed=True, needed_to_create=True, check=checks.url),
        Field("checksum", fixed=True, compare="folded"),
        Ref(
            "os_type",
            target=OS_TYPE,
            api="ostypeid",
            shows="ostypename",
            needed_to_create=True,
            needed_unless="bootable",
            spared_by=False,
        ),
        Choice("arch", ("x86_64", "aarch64")),
        Flag("bootable"),
        Flag("password_enabled"),
        Flag("is_dynamically_scalable"),
        *images.sharing(SHARED),
        Flag("direct_download", fixed=True),
        Field("image_store", api="imagestoreuuid", read=None),
        Map("details", late=True, clear="cleanupdetails"),
        Field(
            "vm",
            api="virtualmachineid",
            late=True,
            read=None,
            resolve=_vm,
            unless=_only_says_where,
            via=Via("attachIso"),
        ),
        Choice("iso_filter", FILTERS, api="isofilter", default="self", steers=True),
        Knob("mode", "str", choices=("http_download", "ftp_upload"), default="http_download", wire=str.upper),
    ),
    answers=(*(one for one in ANSWERS if one.name != "bootable"), Answer("vm", read="(vm)"), Answer("format")),
    reveals=REVEALED,
    lifecycle=images.states_of(
        "Iso",
        "Detached",
        (
            Move("Detached", "Attached", "attachIso", options={"virtualmachineid": "vm"}),
            Move("Attached", "Detached", "detachIso", by={}, options={"virtualmachineid": "vm"}),
        ),
        goals={
            "present": ("Detached", "Attached"),
            "attached": ("Attached",),
            "detached": ("Detached",),
            "extracted": ("Detached", "Attached"),
        },
        shows="attached",
        words={"Attached": True, "Detached": False, "Downloading": False, "Failed": False},
        entails=("vm",),
    ),
    actions=(
        Action("extracted", "extractIso", {"id": "id", "zoneid": "zoneid"}, options={"mode": "mode"}, takes=("url",)),
    ),
    info=(
        Choice("iso_filter", FILTERS, api="isofilter", default="self", steers=True),
        Ref("zone", target=ZONE, steers=True),
        Flag("bootable", steers=True),
        Flag("is_ready", steers=True),
    ),
    omits={
        "format": "an ISO has one format",
        "isrouting": "only for templates",
        "requireshvm": "only for templates",
        "sshkeyenabled": "only for templates",
        "sortkey": "the API does not show it",
        "forceupdateostype": "another operating system is refused where instances would not start with it",
    },
    refusals=(
        Refusal("valid GuestOS Id", "os_type", "Give one, or bootable=false where no instance starts from it."),
        Refusal("Unable to find image store", "zone", "The zone has no secondary storage: add an image store first."),
        Refusal("Unable to resolve", "url", "The management server cannot find that host: check its name."),
    ),
)
