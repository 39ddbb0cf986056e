"""Details of resources: free keys and values beside their fields."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import Submitted, command, job
from ..shape import as_dict
from ..store import Record

KINDS = {
    "uservm": "virtualmachine",
    "template": "template",
    "iso": "iso",
    "volume": "volume",
    "network": "network",
    "nic": "nic",
    "zone": "zone",
    "host": "host",
    "cluster": "cluster",
    "serviceoffering": "serviceoffering",
    "diskoffering": "diskoffering",
    "vpc": "vpc",
}
IN_VIEW = ("virtualmachine", "template")
OPTIONS: dict[str, list[str]] = {
    "keyboard": ["uk", "us", "jp", "fr", "es-latam"],
    "cpu.corespersocket": [],
    "UEFI": ["LEGACY", "SECURE"],
    "rootdisksize": [],
}


def _kind(ctx: Context) -> str:
    kind = KINDS.get(ctx.params["resourcetype"].lower())
    if kind is None:
        raise errors.invalid(f"Invalid resource type {ctx.params['resourcetype']}")
    return kind


def _held(kind: str, record: Record) -> dict[str, str]:
    return record["details"] if kind in IN_VIEW else record.setdefault("_details", {})


def _resource(ctx: Context, kind: str) -> Record:
    record = ctx.store.get(kind, ctx.params["resourceid"])
    if record is None:
        raise errors.invalid(f"Unable to find {ctx.params['resourcetype']} with the id {ctx.params['resourceid']}")
    return record


@command("addResourceDetail", "removeResourceDetail")
def prepare(ctx: Context) -> Submitted:
    """Find the resource."""
    return Submitted(_resource(ctx, _kind(ctx))["id"])


@job("addResourceDetail")
def add(ctx: Context) -> dict[str, Any]:
    """Note details of a resource."""
    kind = _kind(ctx)
    details = {name: str(value) for name, value in as_dict(ctx.params["details"]).items()}
    _held(kind, _resource(ctx, kind)).update(details)
    return {"success": True}


@job("removeResourceDetail")
def remove(ctx: Context) -> dict[str, Any]:
    """Remove one detail, or all."""
    kind = _kind(ctx)
    held = _held(kind, _resource(ctx, kind))
    if "key" in ctx.params:
        held.pop(ctx.params["key"], None)
    else:
        held.clear()
    return {"success": True}


@command("listResourceDetails")
def list_details(ctx: Context) -> dict[str, Any]:
    """The details of one resource, or of all that have a key and value."""
    kind = _kind(ctx)
    if "resourceid" not in ctx.params and not {"key", "value"} <= ctx.params.keys():
        raise errors.invalid("Insufficient parameters passed for listing by resourceId OR key,value pair. Please check "
                             "your params and try again.")  # fmt: skip
    wanted = [_resource(ctx, kind)] if "resourceid" in ctx.params else ctx.store.all(kind)
    found = [
        {"resourceid": record["id"], "resourcetype": ctx.params["resourcetype"], "key": name, "value": value,
         "fordisplay": True}
        for record in wanted
        for name, value in sorted(_held(kind, record).items(), key=lambda item: item[0].lower())
    ]  # fmt: skip
    return ctx.list(found, lambda detail: detail, ("key", "value"), key="resourcedetail")


@command("listDetailOptions")
def list_options(ctx: Context) -> dict[str, Any]:
    """The details that the server knows to mean something, with their values where there is a choice."""
    details = OPTIONS if _kind(ctx) in IN_VIEW else {}
    return {"detailoptions": {"details": details}}
