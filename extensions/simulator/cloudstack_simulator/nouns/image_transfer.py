"""Templates and ISOs in further zones, as links, whom they are shared with, and the user data they bring."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import images, links
from ..registry import Submitted, command, job
from ..store import Record


def _kind(ctx: Context) -> str:
    return images.ISO if "Iso" in ctx.command.name else images.TEMPLATE


@command("copyTemplate", "copyIso")
def prepare_copy(ctx: Context) -> Submitted:
    """Find the image and the zones that shall have it."""
    if not _zones(ctx):
        raise errors.invalid("Please specify destzoneid or destzoneids")
    return Submitted(ctx.record(_kind(ctx))["id"])


def _zones(ctx: Context) -> list[Record]:
    return [*ctx.records("zone", "destzoneids"), *filter(None, [ctx.maybe("zone", "destzoneid")])]


@job("copyTemplate", "copyIso")
def copy(ctx: Context) -> dict[str, Any]:
    """The image is in those zones, too."""
    image = ctx.record(_kind(ctx))
    for zone in _zones(ctx):
        if not images.stores_of(ctx.store, zone["id"]):
            raise errors.failed(f"Unable to find image store of the zone {zone['name']}")
        if zone["id"] not in [held["id"] for held in images.zones_of(ctx.store, image)]:
            image.setdefault("_zoneids", []).append(zone["id"])
    zone = images.zones_of(ctx.store, image)[0]
    return {_kind(ctx): images.view(ctx, image, zone)}


@command("extractTemplate", "extractIso")
def prepare_extract(ctx: Context) -> Submitted:
    """Find the image."""
    links.refuse_mode(ctx)
    return Submitted(ctx.record(_kind(ctx))["id"])


@job("extractTemplate", "extractIso")
def extract(ctx: Context) -> dict[str, Any]:
    """Give a link from which the image can be fetched, when that is allowed."""
    image = ctx.record(_kind(ctx))
    if not image["isextractable"] and not ctx.caller.is_admin:
        raise errors.invalid(f"{image['name']} is not extractable")
    zone_id = ctx.get("zoneid") or images.zones_of(ctx.store, image)[0]["id"]
    return {_kind(ctx): links.made(ctx, image, image["format"].lower(), zone_id=zone_id)}


@command("listTemplatePermissions", "listIsoPermissions")
def permissions(ctx: Context) -> dict[str, Any]:
    """Who may use an image besides its owner."""
    image = ctx.record(_kind(ctx))
    found = {"id": image["id"], "ispublic": image["ispublic"], "domainid": image.get("domainid")}
    shared = {"account": image.get("_accounts"), "projectids": image.get("_projects")}
    return {"templatepermission": {**found, **{key: value for key, value in shared.items() if value}}}


@command("linkUserDataToTemplate")
def link(ctx: Context) -> dict[str, Any]:
    """Have instances of an image begin with user data, or take that away."""
    image = ctx.maybe(images.TEMPLATE, "templateid") or ctx.maybe(images.ISO, "isoid")
    if image is None:
        raise errors.invalid("Either the template or the ISO must be named")
    data = ctx.maybe("userdata", "userdataid")
    for name in ("userdataid", "userdataname", "userdatapolicy"):
        image.pop(name, None)
    if data is not None:
        policy = ctx.get("userdatapolicy", "ALLOWOVERRIDE").upper()
        image.update(userdataid=data["id"], userdataname=data["name"], userdatapolicy=policy)
    zone = next(iter(images.zones_of(ctx.store, image)), None)
    return {"template": images.view(ctx, image, zone)}
