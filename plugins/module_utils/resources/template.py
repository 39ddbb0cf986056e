# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Templates: what instances are deployed from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..errors import NotFound
from ..lifecycle import Record
from ..parts import images
from ..parts.places import by_place, in_zones
from ..resolve import Given, Row
from ..spec import Action, Answer, Choice, Field, Flag, Knob, Listing, Map, Number, Ref, Refusal, Resource, Tags, Via
from ..values import looks_like_id
from .instance import INSTANCE
from .references import OS_TYPE, SNAPSHOT, VOLUME
from .user_data import USER_DATA
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

NEW, OF_DISK = "registerTemplate", "createTemplate"
FILTERS = ("all", "featured", "self", "selfexecutable", "sharedexecutable", "executable", "community")
FORMATS = ("QCOW2", "RAW", "VHD", "OVA", "VHDX", "VMDK", "TAR", "BAREMETAL", "EXTERNAL")
POLICIES = ("ALLOWOVERRIDE", "APPEND", "DENYOVERRIDE")
TYPES = ("USER", "VNF", "ROUTING", "SYSTEM", "BUILTIN", "PERHOST")
SERVER_DETAILS = ("SSH.", "Message.")
"""How details begin that the server keeps for itself."""

LINK = Via("linkUserDataToTemplate", {"templateid": "id"}, clear="linkUserDataToTemplate")
SHARED = "updateTemplatePermissions"
FIND = {"display_text": "displaytext", "checksum": "checksum", "cross_zones": "crossZones"}


def find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By name, in the wanted zone, and by what else shall tell it from others of that name."""
    found = [row for row in finder.matching(finder.rows(asked)) if images.in_wanted_zone(finder, row)]
    for option in params.get("template_find_options") or ():
        wanted = True if option == "cross_zones" else params.get(option)
        found = [row for row in found if row.get(FIND[option]) == wanted]
    return found


def enrich(finder: Finder, record: Record) -> Record:
    """The template as it is in the wanted zone, and whom it is shared with."""
    return {**images.placed(finder, record), **images.shared_with(finder, record, "listTemplatePermissions")}


def normalize(options: Mapping[str, Any]) -> Mapping[str, Any]:
    """Say with one option where the template shall be."""
    if options.get("cross_zones"):
        return {**options, "zones": [images.ALL]}
    zones = options.get("zones") or ([options["zone"]] if options.get("zone") else None)
    return {**options, "cross_zones": None, "zones": zones}


def _own_details(record: Record) -> dict[str, Any]:
    return {key: value for key, value in (record.get("details") or {}).items() if not key.startswith(SERVER_DETAILS)}


def _source(finder: Finder) -> Row | None:
    """The volume or the snapshot that a template is made of."""
    if finder.given("snapshot"):
        return _snapshot(finder, finder.params["snapshot"])
    return _disk(finder) if finder.given("vm") or finder.given("volume") else None


def _disk(finder: Finder) -> Row:
    """The volume that is named, or the root disk of the instance that is."""
    if finder.given("volume"):
        return finder.resolver.resolve("volume", VOLUME, finder.params["volume"], _place(finder))
    instance = finder.resolver.resolve("vm", INSTANCE, finder.params["vm"], _place(finder))
    root = {"virtualmachineid": instance["id"], "type": "ROOT", **finder.owner()}
    return finder.resolver.one("vm", VOLUME, instance["id"], _as(instance["id"], finder.resolver.rows(VOLUME, root)))


def _as(name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "name": name} for row in rows]


def _place(finder: Finder) -> dict[str, Any]:
    return {**finder.owner(), **({"zoneid": finder.ref("zone").value} if finder.given("zone") else {})}


def _snapshot(finder: Finder, value: str) -> Row:
    """The snapshot of that name, among those of the root disk where an instance is named."""
    scope = _place(finder)
    if finder.given("vm") and not looks_like_id(value):
        scope["volumeid"] = _disk(finder)["id"]
    return finder.resolver.resolve("snapshot", SNAPSHOT, value, scope)


def _of_vm(finder: Finder, value: Any) -> Given:
    return Given("" if finder.given("snapshot") or finder.given("volume") else _disk(finder)["id"], value)


def _of_snapshot(finder: Finder, value: Any) -> Given:
    return Given(_snapshot(finder, value)["id"], value)


def _zones(finder: Finder, value: Any) -> Given:
    """The zones that shall have the template; what it was made of may be gone by now."""
    try:
        own = _source(finder)
    except NotFound:
        own = None
    return images.wanted_zones(finder, value, own)


def _is_routing(record: Record) -> Any:
    return record["templatetype"] == "ROUTING" if record.get("templatetype") else None


def fields(new: str, ways: tuple[Field, ...] = ()) -> tuple[Field, ...]:
    """The options of a template that a command registers.

    :param ways: the options of which it may be made instead.
    """
    needed = new if ways else True
    return (
        Field("name", required=True, check=checks.name255),
        Field("display_text"),
        Ref("zone", target=ZONE, steers=True),
        in_zones("copyTemplate", read=images.zone_ids, shows=images.zone_names, resolve=_zones, only_in=(new,)),
        images.in_all_zones("zoneids", only_in=(new,)),
        Field("url", compare="url", fixed=True, needed_to_create=needed, only_in=(new,), check=checks.url),
        *ways,
        Field("hypervisor", fixed=True, compare="folded", needed_to_create=needed, only_in=(new,)),
        Choice("format", FORMATS, fixed=True, needed_to_create=needed, only_in=(new,)),
        Field("checksum", fixed=True, compare="folded", only_in=(new,)),
        Ref(
            "os_type",
            target=OS_TYPE,
            api="ostypeid",
            shows="ostypename",
            needed_to_create=True,
            needed_unless="deploy_as_is",
            spared_by=True,
        ),
        Choice("arch", ("x86_64", "aarch64")),
        Number("bits", choices=(32, 64), read=None),
        Flag("requires_hvm", api="requireshvm"),
        Flag("password_enabled"),
        Flag("sshkey_enabled"),
        Flag("is_dynamically_scalable"),
        *images.sharing(SHARED, only_in=(new,)),
        Flag("is_routing", read=_is_routing, only_in=(new,)),
        Choice("template_type", TYPES, only_in=(new,)),
        Field("template_tag"),
        Flag("for_cks", only_in=(new,)),
        Flag("direct_download", fixed=True, only_in=(new,)),
        Flag("deploy_as_is", fixed=True, only_in=(new,)),
        Map("details", read=_own_details, clear="cleanupdetails"),
        Field("extension", api="extensionid", fixed=True, only_in=(new,)),
        Map("external_details", read=None, only_in=(new,)),
        Ref(
            "user_data",
            target=USER_DATA,
            api="userdataid",
            shows="userdataname",
            late=True,
            via=LINK,
            together=("user_data_policy",),
            entails=("user_data_policy",),
        ),
        Choice("user_data_policy", POLICIES, late=True, via=LINK, together=("user_data",)),
        Choice("template_filter", FILTERS, api="templatefilter", default="self", steers=True),
        Listing(
            "template_find_options",
            choices=tuple(FIND),
            default=(),
            aliases=("template_find_option",),
            steers=True,
        ),
        Knob("mode", "str", choices=("http_download", "ftp_upload"), default="http_download", wire=str.upper),
        Knob("force"),
    )


ANSWERS = (
    Answer("status"),
    Answer("is_ready", "bool"),
    Answer("cross_zones", "bool", read="crossZones"),
    Answer("created"),
    Answer("size", "int"),
    Answer("physical_size", "int"),
    Answer("bootable", "bool"),
)
REVEALED = (
    Answer("url", read=lambda answer: answer.get("url") if answer.get("extractMode") else None),
    Answer("mode", read="extractMode"),
    Answer("state", read=lambda answer: answer.get("state") if answer.get("extractMode") else None),
)
"""What the answer of an extraction tells."""

OMITS = {
    "zoneid": "O(zones) takes one or many",
    "bootable": "a template always is",
    "sortkey": "the API does not show it",
    "forceupdateostype": "another operating system is refused where instances would not start with it",
    "destzoneid": "O(zones) takes one or many",
}
REFUSALS = (
    Refusal("provide a guest OS type", "os_type", "Give one, or deploy_as_is=true where the file tells it."),
    Refusal("non-stopped Instance", "vm", "Stop the instance first, or make the template of a snapshot of its disk."),
    Refusal("Unable to find image store", "zone", "The zone has no secondary storage: add an image store first."),
    Refusal("Unable to resolve", "url", "The management server cannot find that host: check its name."),
    Refusal("is made from it|in use", "state", "Remove those instances first, or set force=true."),
)

TEMPLATE = Resource(
    "template",
    list="listTemplates",
    also=("listTemplatePermissions", "listVirtualMachines"),
    list_needs=("template_filter",),
    create=NEW,
    create_when={"snapshot": OF_DISK, "volume": OF_DISK, "vm": OF_DISK},
    update="updateTemplate",
    find=find,
    gathers=by_place,
    enrich=enrich,
    normalize=normalize,
    owned=True,
    asynchronous=True,
    tags=Tags("Template"),
    filters={
        "zone": "zoneid",
        "hypervisor": "hypervisor",
        "arch": "arch",
        "template_type": "templatetype",
        "is_ready": "isready",
    },
    exclusive=(("url", "vm", "volume"), ("url", "snapshot"), ("volume", "snapshot")),
    may_double=True,
    fields=fields(
        NEW,
        (
            Field("vm", api="volumeid", read=None, resolve=_of_vm),
            Field("snapshot", api="snapshotid", read=None, resolve=_of_snapshot),
            Ref("volume", target=VOLUME, within=("zone",), read=None, shows=None),
        ),
    ),
    answers=ANSWERS,
    reveals=REVEALED,
    lifecycle=images.states_of("Template"),
    actions=(
        Action(
            "extracted", "extractTemplate", {"id": "id", "zoneid": "zoneid"}, options={"mode": "mode"}, takes=("url",)
        ),
    ),
    info=(
        Choice("template_filter", FILTERS, api="templatefilter", default="self", steers=True),
        Ref("zone", target=ZONE, steers=True),
        Field("hypervisor", steers=True),
        Field("arch", steers=True),
        Field("template_type", steers=True),
        Flag("is_ready", steers=True),
    ),
    omits={
        **{key: OMITS[key] for key in ("zoneid", "bootable", "sortkey", "forceupdateostype")},
        "virtualmachineid": "for bare metal, which CloudStack does not have any more",
    },
    refusals=REFUSALS,
)
