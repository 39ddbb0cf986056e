"""Kubernetes: the versions that clusters could run. Clusters themselves are not made, as on the recorded server."""

from __future__ import annotations

import re
from typing import Any

from .. import errors
from ..context import Context
from ..model import images, owners
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

KIND = "kubernetessupportedversion"
STATES = ("Enabled", "Disabled")
OLDEST = (1, 11, 0)


def _parts(text: str) -> tuple[int, ...]:
    if not re.fullmatch(r"\d+\.\d+\.\d+", text):
        raise errors.invalid(f"Invalid version format: {text}; it is to be MAJOR.MINOR.PATCH")
    return tuple(int(part) for part in text.split("."))


def _view(ctx: Context, version: Record) -> dict[str, Any]:
    iso, zone = ctx.store.get(images.ISO, version["_isoid"]), ctx.store.get("zone", version.get("zoneid"))
    return {
        **pick(version, "id", "name", "semanticversion"),
        **({"isoid": iso["id"], "isoname": iso["name"], "isourl": iso["url"], "isostate": "Ready"} if iso else {}),
        "arch": version["arch"],
        **({"zoneid": zone["id"], "zonename": zone["name"]} if zone else {}),
        "supportsha": _parts(version["semanticversion"]) >= (1, 16, 0),
        "supportsautoscaling": _parts(version["semanticversion"]) >= (1, 15, 0),
        **pick(version, "state", "mincpunumber", "minmemory", "created", "directdownload"),
    }


def _iso(ctx: Context, name: str) -> Record:
    """The ISO of the version's binaries, which the server has downloaded."""
    system = ctx.store.first("ostype", name="Other Linux (64-bit)") or ctx.store.all("ostype")[0]
    return ctx.store.add(
        images.ISO,
        {
            "ostypeid": system["id"],
            "ostypename": system["name"],
            "name": f"{name}-Kubernetes-Binaries-ISO",
            "displaytext": f"{name}-Kubernetes-Binaries-ISO",
            "ispublic": True,
            "created": ctx.now(),
            "isready": True,
            "passwordenabled": False,
            "format": "ISO",
            "isfeatured": False,
            "bootable": False,
            "crossZones": "zoneid" not in ctx.params,
            "zoneid": ctx.get("zoneid"),
            **owners.stamp(ctx.owner()),
            "status": "Successfully Installed",
            "size": 5242880,
            "physicalsize": 5242880,
            "isextractable": False,
            "arch": ctx.get("arch", "x86_64"),
            "bits": 64,
            "isdynamicallyscalable": False,
            "directdownload": ctx.get("directdownload", False),
            "url": ctx.params["url"],
        },
    )


@command("addKubernetesSupportedVersion")
def add(ctx: Context) -> dict[str, Any]:
    """Note a version, with the ISO of its binaries."""
    semantic = ctx.params["semanticversion"]
    if _parts(semantic) < OLDEST:
        raise errors.invalid(f"New supported Kubernetes version cannot be added as {semantic} is too old")
    if ctx.params["mincpunumber"] < 2 or ctx.params["minmemory"] < 2048:
        raise errors.invalid("mincpunumber must be at least 2, minmemory at least 2048")
    if "url" not in ctx.params:
        raise errors.invalid("The URL of the version's ISO is needed")
    name = ctx.get("name") or f"v{semantic}"
    record = {
        "name": name,
        "semanticversion": semantic,
        "_isoid": _iso(ctx, name)["id"],
        "arch": ctx.get("arch", "x86_64"),
        **ctx.given("zoneid", "mincpunumber", "minmemory"),
        "state": "Enabled",
        "created": ctx.now(),
        "directdownload": ctx.get("directdownload", False),
    }
    return {KIND: _view(ctx, ctx.store.add(KIND, record))}


@command("listKubernetesSupportedVersions")
def list_versions(ctx: Context) -> dict[str, Any]:
    """List the versions; with a zone those of that zone and of all zones."""
    found = ctx.store.all(KIND)
    if "zoneid" in ctx.params:
        found = [version for version in found if version.get("zoneid") in (None, ctx.params["zoneid"])]
    if "minimumsemanticversion" in ctx.params:
        least = _parts(ctx.params["minimumsemanticversion"])
        found = [version for version in found if _parts(version["semanticversion"]) >= least]
    return ctx.list(found, lambda version: _view(ctx, version), ("arch",), key=KIND)


@command("updateKubernetesSupportedVersion")
def update(ctx: Context) -> dict[str, Any]:
    """Enable or disable a version."""
    version, state = ctx.record(KIND), ctx.params["state"].capitalize()
    if state not in STATES:
        raise errors.invalid(f"Invalid value for state: {ctx.params['state']}")
    version["state"] = state
    return {KIND: _view(ctx, version)}


@command("deleteKubernetesSupportedVersion")
def prepare_delete(ctx: Context) -> Submitted:
    """Find the version."""
    return Submitted(ctx.record(KIND)["id"])


@job("deleteKubernetesSupportedVersion")
def delete(ctx: Context) -> dict[str, Any]:
    """Forget a version, with its ISO."""
    version = ctx.record(KIND)
    ctx.store.remove(images.ISO, version["_isoid"])
    ctx.store.remove(KIND, version["id"])
    return {"success": True}


@command("createKubernetesCluster")
def create_cluster(ctx: Context) -> dict[str, Any]:
    """Refused as the recorded server refused it: its simulated hypervisor carries no cluster."""
    ctx.record("zone", "zoneid")
    ctx.record("serviceoffering", "serviceofferingid")
    ctx.maybe(KIND, "kubernetesversionid")
    raise errors.internal("Unable to complete this operation. Contact your cloud admin.")
