"""Service offerings: what an instance may have."""

from __future__ import annotations

import uuid
from typing import Any

from .. import errors
from ..context import Context
from ..model import accepted, marks, offering_scope
from ..registry import command
from ..shape import as_dict, compact, public
from ..store import Record

KIND = "serviceoffering"
FILTERS = ("cpunumber", "cpuspeed", "memory", "storagetype", "encryptroot", "systemvmtype")
LIMITS = ("mincpunumber", "maxcpunumber", "minmemory", "maxmemory")
SIZE = ("cpunumber", "cpuspeed", "memory")
LEAST_MEMORY = 32
CACHE_MODES = ("none", "writeback", "writethrough", "hypervisor_default")
SYSTEM_VM_TYPES = ("domainrouter", "consoleproxy", "secondarystoragevm", "internalloadbalancervm")
KEPT = ("networkrate", "deploymentplanner", "hypervisorsnapshotreserve", "leaseduration", "leaseexpiryaction")
RATES = {
    f"{what}{way}rate{end}": f"disk{what.capitalize()}{way.capitalize()}Rate{shown}"
    for what in ("bytes", "iops")
    for way in ("read", "write")
    for end, shown in (("", ""), ("max", "Max"), ("maxlength", "MaxLength"))
}


def rates(ctx: Context) -> dict[str, Any]:
    """The given limits of reading and writing, by the names that answers use."""
    held = {shown: ctx.params[param] for param, shown in RATES.items() if param in ctx.params}
    return {**held, **compact(cacheMode=accepted.word(ctx, "cachemode", CACHE_MODES))}


def disk_words(ctx: Context) -> dict[str, Any]:
    """Where the disks of an offering lie and how they take their room."""
    return {
        "storagetype": accepted.word(ctx, "storagetype", ("local", "shared"), "shared"),
        "provisioningtype": accepted.word(ctx, "provisioningtype", ("thin", "sparse", "fat"), "thin"),
    }


def given_iops(ctx: Context) -> dict[str, Any]:
    """The least and most of IOPS; an offering keeps them only with `customizediops=false`, else volumes choose."""
    if ctx.get("customizediops", True):
        return {}
    least, most = ctx.get("miniops", 0), ctx.get("maxiops", 0)
    if most and least < 1:
        raise errors.invalid("The min IOPS must be greater than 0.")
    if least > most:
        raise errors.invalid("The min IOPS must be less than or equal to the max IOPS.")
    return ctx.given("miniops", "maxiops")


def named(ctx: Context) -> dict[str, Any]:
    """The fields that every offering begins with."""
    name = ctx.params["name"]
    return {"name": name, "state": "Active", "displaytext": ctx.get("displaytext") or name, "created": ctx.now()}


def active(ctx: Context, kind: str) -> list[Record]:
    """The offerings of a kind in the state that was asked for, or those in use, that the caller may see."""
    state = ctx.get("state", "Active").lower()
    found = [held for held in ctx.store.all(kind) if state in ("all", held["state"].lower())]
    return [held for held in found if offering_scope.visible(ctx, held) and offering_scope.in_zone(ctx, held)]


def _refuse_ranges(ctx: Context) -> None:
    """Refuse a half said or contradictory size of a customized offering."""
    if "cpunumber" in ctx.params or "memory" in ctx.params:
        raise errors.invalid("For creating a custom compute offering cpu and memory all should be null")
    given = [name in ctx.params for name in (*LIMITS, "cpuspeed")]
    if any(given) and not all(given):
        raise errors.invalid(
            "For creating a custom compute offering min/max cpu and min/max memory/cpu speed should all be null or "
            "all specified"
        )
    for what in ("cpunumber", "memory"):
        if ctx.get(f"min{what}", 1) > ctx.get(f"max{what}", 1):
            raise errors.invalid(f"min{what} must not be above max{what}")


def _refuse_what_fits_no_offering(ctx: Context) -> None:
    name = ctx.params["name"]
    if ctx.get("networkrate", 0) < 0:
        raise errors.invalid(f"Failed to create service offering {name}: specify the network rate value more than 0")
    if ctx.get("rootdisksize", 1) < 1:
        raise errors.invalid(f"The Root disk size is of {ctx.params['rootdisksize']} GB but it must be greater than 0.")
    if ctx.get("issystem"):
        accepted.word(ctx, "systemvmtype", SYSTEM_VM_TYPES)


def _size(ctx: Context, customized: bool) -> dict[str, Any]:
    if customized:
        _refuse_ranges(ctx)
    for name in SIZE:
        if ctx.get(name, 1) < 1:
            raise errors.invalid(f"Failed to create service offering {ctx.params['name']}: {name} must be positive")
    if ctx.get("memory", LEAST_MEMORY) < LEAST_MEMORY:
        raise errors.invalid(
            f"Failed to create service offering {ctx.params['name']}: specify the memory value between "
            f"{LEAST_MEMORY} and 2147483647 MB"
        )
    lacking = [name for name in SIZE if name not in ctx.params]
    if lacking and not customized:
        raise errors.invalid(
            f"Failed to create service offering {ctx.params['name']}: specify {', '.join(lacking)}, or customized"
        )
    return ctx.given(*SIZE)


def _disk(ctx: Context, name: str, text: str) -> dict[str, Any]:
    disk = ctx.maybe("diskoffering", "diskofferingid")
    if disk is None:
        disk = {"id": str(uuid.uuid4()), "name": name, "displaytext": text}
    return {
        "rootdisksize": ctx.get("rootdisksize", 0),
        "dynamicscalingenabled": ctx.get("dynamicscalingenabled", True),
        "diskofferingstrictness": ctx.get("diskofferingstrictness", False),
        "diskofferingid": disk["id"],
        "diskofferingname": disk["name"],
        "diskofferingdisplaytext": disk["displaytext"],
        "encryptroot": ctx.get("encryptroot", False),
    }


def _iops(ctx: Context) -> dict[str, Any]:
    if ctx.get("issystem"):
        return {
            "iscustomizediops": ctx.get("customizediops", False),
            "miniops": 0,
            "maxiops": 0,
            **ctx.given("miniops"),
        }
    return {**compact(iscustomizediops=ctx.get("customizediops")), **given_iops(ctx)}


@command("createServiceOffering")
def create(ctx: Context) -> dict[str, Any]:
    """Make a service offering; one that is not customized needs its whole size."""
    details = as_dict(ctx.get("serviceofferingdetails"))
    ranges = {name: str(ctx.params[name]) for name in LIMITS if name in ctx.params}
    customized = ctx.get("customized", bool(ranges))
    _refuse_what_fits_no_offering(ctx)
    common = named(ctx)
    record = {
        **common,
        **_size(ctx, customized),
        **disk_words(ctx),
        "offerha": ctx.get("offerha", False),
        "limitcpuuse": ctx.get("limitcpuuse", False),
        "isvolatile": ctx.get("isvolatile", False),
        **compact(storagetags=ctx.get("tags") or None, hosttags=ctx.get("hosttags") or None),
        "issystem": ctx.get("issystem", False),
        "defaultuse": False,
        **(ctx.given("systemvmtype") if ctx.get("issystem") else {}),
        **_iops(ctx),
        **ctx.given(*KEPT),
        **rates(ctx),
        **compact(serviceofferingdetails={**details, **ranges} or None),
        "iscustomized": customized,
        **_disk(ctx, common["name"], common["displaytext"]),
        **ctx.given("gpucount", "purgeresources"),
        "gpudisplay": ctx.get("gpudisplay", False),
        **offering_scope.fields(ctx),
    }
    return {KIND: _view(ctx, ctx.store.add(KIND, record))}


@command("updateServiceOffering")
def update(ctx: Context) -> dict[str, Any]:
    """Change an offering's texts, tags, state or place."""
    offering = ctx.record(KIND)
    offering.update({name: value for name, value in ctx.given("name", "displaytext").items() if value})
    offering.update(ctx.given("purgeresources"))
    for name in ("hosttags", "storagetags"):
        if name in ctx.params:
            offering[name] = ctx.params[name] or None
    if "state" in ctx.params:
        offering["state"] = ctx.params["state"].capitalize()
    offering_scope.change(ctx, offering)
    return {KIND: _view(ctx, offering)}


@command("deleteServiceOffering")
def delete(ctx: Context) -> dict[str, Any]:
    """Take an offering out of use; instances that have it keep it."""
    offering = ctx.record(KIND)
    if offering.get("defaultuse"):
        raise errors.invalid(f"The service offering {offering['name']} is one of the system's and can't be deleted")
    offering["state"] = "Inactive"
    return {"success": True}


def _view(ctx: Context, offering: Record) -> dict[str, Any]:
    held = compact(**public(offering))
    return {**held, "hasannotations": marks.annotated(ctx.store, offering["id"])}


@command("listServiceOfferings")
def list_service_offerings(ctx: Context) -> dict[str, Any]:
    """The service offerings in use; those that an instance has not yet, with `virtualmachineid`."""
    found = [o for o in active(ctx, KIND) if o.get("issystem", False) == ctx.get("issystem", False)]
    instance = ctx.maybe("virtualmachine", "virtualmachineid")
    if instance is not None:
        found = [o for o in found if o["id"] != instance["serviceofferingid"]]
    return ctx.list(found, lambda offering: _view(ctx, offering), FILTERS)
