"""Secondary storage."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from .. import errors
from ..context import Context
from ..registry import command
from ..shape import as_dict, pick
from ..store import Record

PROVIDERS = {word.lower(): word for word in ("NFS", "S3", "Swift", "SMB", "SampleImage", "Simulator")}
OF_THE_REGION = ("S3", "Swift")


@command("addImageStore")
def add(ctx: Context) -> dict[str, Any]:
    """Add secondary storage to a zone; object storage serves the region."""
    provider = PROVIDERS.get(ctx.params["provider"].lower())
    if provider is None:
        raise errors.invalid(f"can't find image store provider: {ctx.params['provider']}")
    details = as_dict(ctx.get("details"))
    url = ctx.get("url") or details.get("endpoint", "")
    name = ctx.get("name") or url
    if any(store["name"] == name for store in ctx.store.all("imagestore")):
        raise errors.invalid(f"The image store with name {name} already exists, try creating with another name")
    zone = None if provider in OF_THE_REGION else ctx.maybe("zone", "zoneid")
    if zone is None and provider not in OF_THE_REGION:
        raise errors.invalid(f"Please specify the zone of the {provider} image store")
    if provider not in OF_THE_REGION and not (urlsplit(url).hostname and urlsplit(url).path):
        raise errors.invalid(f"Host or path is null, should be scheme://hostname/path: {url}")
    protocol = urlsplit(url).scheme.lower() if provider not in OF_THE_REGION else provider.lower()
    return {"imagestore": _add(ctx, provider, name, url, protocol, zone)}


@command("listImageStores")
def list_image_stores(ctx: Context) -> dict[str, Any]:
    """The image stores of a zone, or of all."""
    stores = ctx.store.all("imagestore")
    if "provider" in ctx.params:
        stores = [s for s in stores if s["providername"].lower() == ctx.params["provider"].lower()]
    return ctx.list(stores, lambda store: view(ctx, store), ("zoneid", "protocol", "readonly"))


@command("updateImageStore")
def update(ctx: Context) -> dict[str, Any]:
    """Change name, or whether the store is read-only."""
    store = ctx.record("imagestore")
    name = ctx.get("name")
    if name and any(other["name"] == name and other is not store for other in ctx.store.all("imagestore")):
        raise errors.invalid(f"The image store with name {name} already exists, try with another name")
    store.update(ctx.given("name", "readonly"))
    return {"imagestore": view(ctx, store)}


@command("deleteImageStore")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove an image store that holds no templates, ISOs or snapshots of anyone."""
    store = ctx.record("imagestore")
    for kind, what in (
        ("template", "Templates"),
        ("iso", "Templates"),
        ("snapshot", "Snapshots"),
        ("volume", "Volumes"),
    ):
        if store.get("_templates") or ctx.store.first(kind, _imagestoreid=store["id"]):
            raise errors.invalid(f"Cannot delete image store with active {what} backup!")
    ctx.store.remove("imagestore", store["id"])
    return {"success": True}


def view(ctx: Context, store: Record) -> dict[str, Any]:
    """An image store as the API shows it; its credentials are never shown."""
    zone = ctx.store.get("zone", store.get("zoneid"))
    return {
        **pick(store, "id", "zoneid", "name", "url", "protocol", "providername", "scope", "readonly"),
        **({"zonename": zone["name"]} if zone else {}),
        "hasannotations": False,
    }


def _add(ctx: Context, provider: str, name: str, url: str, protocol: str, zone: Record | None) -> dict[str, Any]:
    store = ctx.store.add(
        "imagestore",
        {
            "name": name,
            "url": url,
            "protocol": protocol,
            "providername": provider,
            "scope": "ZONE" if zone else "REGION",
            "zoneid": zone["id"] if zone else None,
            "readonly": False,
        },
    )
    return view(ctx, store)
