"""Guest operating systems that users add, and what hypervisors call them."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record
from .administration import recorded

KIND = "ostype"
MAPPING = "guestosmapping"


def _category(ctx: Context, name: str) -> Record:
    found = ctx.store.first("oscategory", name=name)
    assert found is not None
    return found


def _view(ctx: Context, system: Record) -> dict[str, Any]:
    category = _category(ctx, system["oscategoryname"])
    shown = {"id": system["id"], "oscategoryid": category["id"], "oscategoryname": category["name"]}
    return {**shown, **pick(system, "name", "description", "isuserdefined"), "fordisplay": system.get("_display", True)}


def _mine(ctx: Context, kind: str) -> Record:
    """The record, when a user made it: the server's own are not to be touched."""
    record = ctx.record(kind)
    if not record.get("isuserdefined") or record.get("isuserdefined") == "false":
        raise errors.invalid(f"Unable to change what the system defined: {record['id']}")
    return record


def _refuse_taken(ctx: Context, text: str, but: Record | None = None) -> None:
    held = ctx.store.first(KIND, description=text)
    if held is not None and held is not but:
        raise errors.invalid(f"The specified Guest OS name : {text} already exists. Please specify a unique name")


@command("addGuestOs")
def add(ctx: Context) -> Submitted:
    """Make an operating system known."""
    category, text = ctx.record("oscategory", "oscategoryid"), ctx.params["osdisplayname"]
    _refuse_taken(ctx, text)
    record = {"oscategoryname": category["name"], "description": text, "isuserdefined": True, **ctx.given("name")}
    record["_display"] = ctx.get("fordisplay", True)
    return Submitted(ctx.store.add(KIND, record)["id"])


@job("addGuestOs")
def added(ctx: Context) -> dict[str, Any]:
    """Show the system."""
    return {"guestos": _view(ctx, ctx.store.need(KIND, ctx.instance))}


@job("updateGuestOs")
def update(ctx: Context) -> dict[str, Any]:
    """Change the name or the category of a system that a user added."""
    system = _mine(ctx, KIND)
    if "osdisplayname" in ctx.params:
        _refuse_taken(ctx, ctx.params["osdisplayname"], system)
        system["description"] = ctx.params["osdisplayname"]
    system["_display"] = ctx.get("fordisplay", system.get("_display", True))
    if "oscategoryid" in ctx.params:
        system["oscategoryname"] = ctx.record("oscategory", "oscategoryid")["name"]
    return {"guestos": _view(ctx, system)}


@job("removeGuestOs")
def remove(ctx: Context) -> dict[str, Any]:
    """Forget a system that a user added."""
    ctx.store.remove(KIND, _mine(ctx, KIND)["id"])
    return {"success": True}


def _mappings(ctx: Context) -> list[Record]:
    """The mappings that are known: of the server's own those that were recorded, and all that were added."""
    return [*recorded()[MAPPING], *ctx.store.all(MAPPING)]


def _mapping_view(mapping: Record) -> dict[str, Any]:
    return pick(mapping, "id", "hypervisor", "hypervisorversion", "ostypeid", "osdisplayname", "osnameforhypervisor",
                "isuserdefined")  # fmt: skip


@command("addGuestOsMapping")
def add_mapping(ctx: Context) -> Submitted:
    """Say what a hypervisor calls an operating system."""
    system = ctx.maybe(KIND, "ostypeid") or ctx.store.first(KIND, description=ctx.get("osdisplayname", ""))
    if system is None:
        raise errors.invalid("Please specify either a guest OS name or UUID")
    place = {"hypervisor": ctx.params["hypervisor"], "hypervisorversion": ctx.params["hypervisorversion"]}
    same = [m for m in _mappings(ctx) if m["ostypeid"] == system["id"] and place.items() <= m.items()]
    if same and not ctx.get("forced"):
        raise errors.invalid("The specified hypervisor has already a mapping of the guest OS")
    for held in same:
        ctx.store.remove(MAPPING, held["id"])
    record = {
        **place,
        "ostypeid": system["id"],
        "osdisplayname": system["description"],
        **ctx.given("osnameforhypervisor"),
        "isuserdefined": "true",
    }
    return Submitted(ctx.store.add(MAPPING, record)["id"])


@job("addGuestOsMapping")
def added_mapping(ctx: Context) -> dict[str, Any]:
    """Show the mapping."""
    return {MAPPING: _mapping_view(ctx.store.need(MAPPING, ctx.instance))}


@job("updateGuestOsMapping")
def update_mapping(ctx: Context) -> dict[str, Any]:
    """Change the hypervisor's name of a system in a mapping that a user added."""
    mapping = _mine(ctx, MAPPING)
    mapping.update(ctx.given("osnameforhypervisor"))
    return {MAPPING: _mapping_view(mapping)}


@job("removeGuestOsMapping")
def remove_mapping(ctx: Context) -> dict[str, Any]:
    """Forget a mapping that a user added."""
    ctx.store.remove(MAPPING, _mine(ctx, MAPPING)["id"])
    return {"success": True}


@command("listGuestOsMapping")
def list_mappings(ctx: Context) -> dict[str, Any]:
    """The mappings that the simulator knows."""
    fields = ("hypervisor", "hypervisorversion", "ostypeid", "osdisplayname", "osnameforhypervisor")
    return ctx.list(_mappings(ctx), _mapping_view, fields, key=MAPPING, name="osdisplayname")
