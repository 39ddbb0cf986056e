"""Templates and ISOs."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import accepted, image_urls, images, instances, marks, owners, volumes
from ..registry import Submitted, command, job
from ..shape import as_dict, compact
from ..store import Record
from .cluster import hypervisor

DOWNLOADED = 5242880
FLAGS = ("ispublic", "isfeatured", "passwordenabled", "isextractable", "isdynamicallyscalable", "directdownload")
UPDATABLE = ("name", "displaytext", "passwordenabled", "isdynamicallyscalable", "requireshvm", "sshkeyenabled",
             "format", "bootable", "templatetag", "templatetype", "arch", "forcks")  # fmt: skip
PRIVATE = ("self", "selfexecutable", "sharedexecutable", "shared")


def _system(ctx: Context) -> dict[str, Any]:
    system = ctx.maybe("ostype", "ostypeid")
    if system is None:
        system = next(held for held in ctx.store.all("ostype") if held["name"] == "Other Linux (64-bit)")
    return {"ostypeid": system["id"], "ostypename": system["name"]}


def _common(ctx: Context, zone_id: str | None) -> dict[str, Any]:
    return {
        "name": ctx.params["name"],
        "displaytext": ctx.get("displaytext", ctx.params["name"]),
        "ispublic": ctx.get("ispublic", False),
        "created": ctx.now(),
        "isready": True,
        "passwordenabled": ctx.get("passwordenabled", False),
        "isfeatured": ctx.get("isfeatured", False),
        "crossZones": zone_id is None,
        **_system(ctx),
        "zoneid": zone_id,
        **owners.stamp(ctx.owner()),
        "isextractable": ctx.get("isextractable", False),
        "arch": accepted.word(ctx, "arch", ("x86_64", "aarch64", "s390x"), "x86_64"),
        "isdynamicallyscalable": ctx.get("isdynamicallyscalable", False),
        "directdownload": ctx.get("directdownload", False),
    }


def _template_fields(ctx: Context) -> dict[str, Any]:
    return {
        "templatetype": ctx.get("templatetype", "ROUTING" if ctx.get("isrouting") else "USER"),
        "details": {name: str(value) for name, value in as_dict(ctx.get("details")).items()},
        "bits": ctx.get("bits", 0),
        "sshkeyenabled": ctx.get("sshkeyenabled", False),
        "deployasis": ctx.get("deployasis", False),
        "forcks": ctx.get("forcks", False),
        "requireshvm": ctx.get("requireshvm", True),
        **ctx.given("templatetag", "checksum"),
    }


def _further(ctx: Context) -> dict[str, Any]:
    """The zones of a new image besides the first one, and how its download begins."""
    further = [zone for zone in (ctx.get("zoneids") or ())[1:] if zone != "-1"]
    return {**({"_zoneids": further} if further else {}), **ctx.simulator.downloads.begun()}


def _refuse_zones(ctx: Context) -> None:
    """A template names a zone or some; an ISO one or none."""
    several = "zoneids" in ctx.command.params
    if several and "zoneid" in ctx.params and ctx.get("zoneids"):
        raise errors.ApiError(errors.PARAM, "Both zoneid and zoneids cannot be specified at the same time")
    if several and "zoneid" not in ctx.params and not ctx.get("zoneids"):
        raise errors.ApiError(errors.PARAM, "Either zoneid or zoneids is required. Both cannot be null.")


def _zone(ctx: Context) -> str | None:
    """The zone of a new image; None for all zones (`-1`). ApiError when no image store could hold it."""
    _refuse_zones(ctx)
    asked = str(ctx.get("zoneid", (ctx.get("zoneids") or ["-1"])[0]))
    zone_id = None if asked == "-1" else asked
    zones = [zone_id] if zone_id else [zone["id"] for zone in ctx.store.all("zone")]
    if not any(images.stores_of(ctx.store, zone) for zone in zones):
        raise errors.failed("Unable to find image store to download the template [null].")
    return zone_id


def show(ctx: Context, image: Record) -> list[dict[str, Any]]:
    """An image as the API shows it: one entry a zone."""
    return [images.view(ctx, image, zone) for zone in images.zones_of(ctx.store, image)]


@command("registerTemplate")
def register_template(ctx: Context) -> dict[str, Any]:
    """Have a template downloaded; the simulated download is done at once."""
    if "ostypeid" not in ctx.params and not ctx.get("deployasis"):
        raise errors.ApiError(errors.PARAM, "Please provide a guest OS type")
    kind = image_urls.format_of(ctx.params["format"])
    image_urls.refuse(ctx.params["url"], kind)
    template = ctx.store.add(
        images.TEMPLATE,
        {
            **_common(ctx, _zone(ctx)),
            "format": kind,
            "status": "Download Complete",
            "size": DOWNLOADED,
            "physicalsize": DOWNLOADED,
            "hypervisor": hypervisor(ctx.params["hypervisor"]),
            **_template_fields(ctx),
            "url": ctx.params["url"],
            **_further(ctx),
        },
    )
    shown = show(ctx, template)
    return {"count": len(shown), "template": shown}


@command("registerIso")
def register_iso(ctx: Context) -> dict[str, Any]:
    """Have an ISO downloaded; the simulated download is done at once."""
    image_urls.refuse(ctx.params["url"], "ISO")
    if ctx.get("bootable", True) and "ostypeid" not in ctx.params:
        raise errors.invalid("Please pass a valid GuestOS Id")
    iso = ctx.store.add(
        images.ISO,
        {
            **_common(ctx, _zone(ctx)),
            "format": "ISO",
            "bootable": ctx.get("bootable", True),
            "status": "Successfully Installed",
            "size": DOWNLOADED,
            "physicalsize": DOWNLOADED,
            "bits": 64,
            "url": ctx.params["url"],
            **ctx.given("checksum"),
            **_further(ctx),
        },
    )
    shown = show(ctx, iso)
    for download in (entry for shown_iso in shown for entry in shown_iso["downloaddetails"]):
        download.pop("datastoreId", None)
        download.pop("datastoreRole", None)
    return {"count": len(shown), "iso": shown}


def share(ctx: Context, image: Record) -> None:
    """Let accounts and projects use an image, or no longer."""
    operation = ctx.get("op", "add")
    for param, field in (("accounts", "_accounts"), ("projectids", "_projects")):
        held = [] if operation == "reset" else image.get(field, [])
        given = ctx.get(param, [])
        kept = [one for one in held if one not in given]
        image[field] = kept if operation == "remove" else [*kept, *given]


def _source(ctx: Context) -> tuple[Record, Record | None]:
    """The volume or snapshot to make a template of, and the instance that it belongs to."""
    snapshot = ctx.maybe("snapshot", "snapshotid")
    if snapshot is not None:
        return snapshot, None
    if "volumeid" not in ctx.params:
        raise errors.invalid("Please provide a volume or a snapshot to make the template of")
    volume = ctx.record(volumes.KIND, "volumeid")
    instance = ctx.store.get(instances.KIND, volume.get("virtualmachineid"))
    if instance is not None and instance["state"] != "Stopped":
        raise errors.failed(
            f"Unable to create private Template for volume: {volumes.described(volume)}; volume is attached to a "
            "non-stopped Instance, please stop the Instance first"
        )
    return volume, instance


@command("createTemplate")
def create(ctx: Context) -> Submitted:
    """Begin to make a template of a volume or a snapshot."""
    source, instance = _source(ctx)
    fields = {**_common(ctx, source["zoneid"]), **_template_fields(ctx)}
    details = instance["details"] if instance else {}
    template = ctx.store.add(
        images.TEMPLATE,
        {
            **fields,
            "format": "RAW",
            "isready": False,
            "status": "Creating",
            "size": source.get("size", source.get("virtualsize")),
            "hypervisor": instance["hypervisor"] if instance else "Simulator",
            "details": {**details, **fields["details"]},
            **compact(sourcetemplateid=source.get("templateid")),
        },
    )
    return Submitted(template["id"])


@job("createTemplate")
def created(ctx: Context) -> dict[str, Any]:
    """The template is ready."""
    template = ctx.store.need(images.TEMPLATE, ctx.instance)
    template.update(isready=True, status="Download Complete")
    return {"template": show(ctx, template)[0]}


@command("updateTemplate", "updateIso")
def update(ctx: Context) -> dict[str, Any]:
    """Change what a template or an ISO is called and can do."""
    kind = images.ISO if ctx.command.name == "updateIso" else images.TEMPLATE
    image = ctx.record(kind)
    image.update(ctx.given(*UPDATABLE))
    if "ostypeid" in ctx.params:
        image.update(_system(ctx))
    if ctx.get("cleanupdetails"):
        image["details"] = {}
    elif "details" in ctx.params:
        image["details"] = {name: str(value) for name, value in as_dict(ctx.params["details"]).items()}
    shown = show(ctx, image)
    return {kind: shown[0] if shown else images.view(ctx, image, None)}


@command("updateTemplatePermissions", "updateIsoPermissions")
def update_permissions(ctx: Context) -> dict[str, Any]:
    """Change who may use a template or an ISO."""
    image = ctx.record(images.ISO if "Iso" in ctx.command.name else images.TEMPLATE)
    image.update(ctx.given("ispublic", "isfeatured", "isextractable"))
    share(ctx, image)
    return {"success": True}


@job("deleteTemplate", "deleteIso")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a template or an ISO that no instance needs."""
    kind = images.ISO if ctx.command.name == "deleteIso" else images.TEMPLATE
    image = ctx.record(kind)
    here = [zone["id"] for zone in images.zones_of(ctx.store, image)]
    if image.get("zoneid") and ctx.get("zoneid") in here and len(here) > 1:
        left = [zone for zone in here if zone != ctx.params["zoneid"]]
        image.update(zoneid=left[0], _zoneids=left[1:])
        return {"success": True}
    if image.get("templatetype") == "SYSTEM":
        raise errors.invalid(f"{image['name']} is a system template and cannot be deleted")
    users = ctx.store.where(instances.KIND, templateid=image["id"])
    if users and not ctx.get("forced"):
        raise errors.invalid(f"Unable to delete {image['name']}: the instance {users[0]['name']} is made from it")
    marks.forget(ctx.store, image["id"])
    ctx.store.remove(kind, image["id"])
    return {"success": True}


def _passes(ctx: Context, image: Record, wanted: str) -> bool:
    """Whether an image belongs to a template filter or ISO filter."""
    own = image.get("_accountid") == ctx.owner().account["id"]
    if wanted in PRIVATE:
        return own and not image.get("_builtin")
    if wanted == "featured":
        return image["isfeatured"] and image["ispublic"]
    if wanted == "community":
        return image["ispublic"] and not image["isfeatured"]
    if wanted == "executable":
        return (own or image["ispublic"]) and image.get("templatetype") != "SYSTEM"
    if wanted == "all":
        return ctx.caller.is_admin
    raise errors.invalid(f"Unable to parse template filter {wanted}: featured, self, selfexecutable, sharedexecutable, "
                         "executable, community and all are the ones to choose from")  # fmt: skip


def listed(ctx: Context, kind: str, wanted: str) -> dict[str, Any]:
    """The images of a kind that a filter lets through, one entry a zone."""
    for image in ctx.store.all(kind):
        images.look(image)
    pairs = [
        {"id": image["id"], "name": image["name"], "_image": image, "_zone": zone}
        for image in ctx.store.all(kind)
        if _passes(ctx, image, wanted.lower()) and _fits(ctx, image)
        for zone in images.zones_of(ctx.store, image)
        if ctx.get("zoneid") in (None, zone["id"])
    ]
    return ctx.list(pairs, lambda pair: images.view(ctx, pair["_image"], pair["_zone"]), key=kind)


def _category(ctx: Context, image: Record) -> str | None:
    return (ctx.store.get("ostype", image.get("ostypeid")) or {}).get("oscategoryid")


def _fits(ctx: Context, image: Record) -> bool:
    for name in ("hypervisor", "isready", "templatetype", "bootable", "ispublic", "arch", "forcks"):
        if name in ctx.params and str(image.get(name)).lower() != str(ctx.params[name]).lower():
            return False
    if "isvnf" in ctx.params and (image.get("templatetype") == "VNF") != ctx.params["isvnf"]:
        return False
    if ctx.get("oscategoryid", _category(ctx, image)) != _category(ctx, image):
        return False
    if "parenttemplateid" in ctx.params and image.get("parenttemplateid") != ctx.params["parenttemplateid"]:
        return False
    return "tags" not in ctx.params or marks.has_tags(ctx.store, image["id"], ctx.params["tags"])


@command("listTemplates")
def list_templates(ctx: Context) -> dict[str, Any]:
    """The templates of a filter, one entry a zone."""
    return listed(ctx, images.TEMPLATE, ctx.params["templatefilter"])


@command("listIsos")
def list_isos(ctx: Context) -> dict[str, Any]:
    """The ISOs of a filter, one entry a zone."""
    return listed(ctx, images.ISO, ctx.get("isofilter", "selfexecutable"))
