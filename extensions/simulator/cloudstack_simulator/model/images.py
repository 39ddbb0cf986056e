"""Templates and ISOs: where they may be used and how they are shown."""

from __future__ import annotations

from typing import Any

from ..context import Context
from ..shape import compact, pick, tags_of
from ..store import Record, Store
from . import marks

TEMPLATE = "template"
ISO = "iso"


def stores_of(store: Store, zone_id: str) -> list[Record]:
    """The image stores that serve a zone."""
    return [
        held for held in store.all("imagestore") if held.get("zoneid") in (None, zone_id) and not held.get("readonly")
    ]


def look(image: Record) -> None:
    """Count a look at an image that is being downloaded; after the last one it is there, or never will be."""
    if "_looks" not in image:
        return
    image["_looks"] -= 1
    if image["_looks"] > 0:
        return
    error = image.pop("_error")
    del image["_looks"]
    done = "Successfully Installed" if image["format"] == "ISO" else "Download Complete"
    image.update(isready=not error, status=error or done)


def zones_of(store: Store, image: Record) -> list[Record]:
    """The zones that have an image: all with an image store for a built-in or cross-zone one."""
    if image.get("zoneid"):
        zones = [store.get("zone", zone_id) for zone_id in (image["zoneid"], *image.get("_zoneids", ()))]
        return [zone for zone in zones if zone]
    return [zone for zone in store.all("zone") if stores_of(store, zone["id"])]


def in_zone(store: Store, image: Record, zone_id: str) -> bool:
    """Whether an image is in a zone."""
    return any(zone["id"] == zone_id for zone in zones_of(store, image))


def _downloads(store: Store, image: Record, zone: Record, stores: bool) -> list[dict[str, Any]]:
    """How far the image stores of a zone have an image; their ids and roles are shown when `stores` says so."""
    ended = "_looks" not in image
    good = {"downloadState": "DOWNLOADED", "downloadPercent": "100"}
    bad = {"downloadState": "DOWNLOAD_ERROR" if ended else "DOWNLOAD_IN_PROGRESS", "downloadPercent": "0"}
    state = good if image["isready"] else bad
    return [
        {
            **state,
            "datastore": held["name"],
            **({"datastoreRole": "Image", "datastoreId": held["id"]} if stores else {}),
        }
        for held in stores_of(store, zone["id"])
    ]


def view(ctx: Context, image: Record, zone: Record | None) -> dict[str, Any]:
    """A template or ISO in one of its zones; without a zone the fields of zone and download are left out.

    Where it came from and how its download went is for its owner and for root administrators.
    """
    store = ctx.store
    knows = ctx.caller.is_admin or image.get("_accountid") == ctx.caller.account["id"]
    hidden = ("zoneid", "zonename", "downloaddetails", "tags", "hasannotations", "url", *(() if knows else ("status",)))
    answer = {name: value for name, value in image.items() if name not in hidden and not name.startswith("_")}
    answer.setdefault("created", ctx.now())
    return {
        **answer,
        **compact(zoneid=zone and zone["id"], zonename=zone and zone["name"]),
        "downloaddetails": _downloads(store, image, zone, stores=ctx.caller.is_admin) if zone else [],
        **(pick(image, "url") if knows else {}),
        "tags": tags_of(store, image["id"]),
        "hasannotations": marks.annotated(store, image["id"]),
    }
