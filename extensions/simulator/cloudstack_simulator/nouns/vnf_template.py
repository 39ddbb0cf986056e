"""Templates of network appliances."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .. import errors
from ..context import Context
from ..model import images
from ..registry import command, job
from ..shape import as_dict
from ..store import Record
from . import image

TYPE = "VNF"


def _nics(ctx: Context) -> list[dict[str, Any]]:
    found = []
    for entry in ctx.get("vnfnics", ()):
        device = entry.get("deviceid", "")
        if not device.isdigit() or not entry.get("name"):
            raise errors.invalid("Each of vnfnics needs deviceid, a number, and name")
        flags = {name: entry.get(name, "true").lower() == "true" for name in ("required", "management")}
        texts = {name: entry[name] for name in ("description",) if name in entry}
        found.append({"deviceid": int(device), "name": entry["name"], **flags, **texts})
    return sorted(found, key=lambda nic: nic["deviceid"])


def _appliance(ctx: Context) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if "vnfnics" in ctx.params:
        fields["vnfnics"] = _nics(ctx)
    if "vnfdetails" in ctx.params:
        fields["vnfdetails"] = as_dict(ctx.params["vnfdetails"])
    return fields


@command("registerVnfTemplate")
def register(ctx: Context) -> dict[str, Any]:
    """Have an appliance's template downloaded."""
    fields = _appliance(ctx)
    made = image.register_template(ctx)
    template = ctx.store.need(images.TEMPLATE, made["template"][0]["id"])
    template.update(templatetype=TYPE, **fields)
    return {"count": made["count"], "template": image.show(ctx, template)}


@command("updateVnfTemplate")
def update(ctx: Context) -> dict[str, Any]:
    """Change an appliance's template."""
    fields = _appliance(ctx)
    template = _found(ctx)
    for name in ("vnfnics", "vnfdetails"):
        if ctx.get(f"cleanup{name}"):
            template.pop(name, None)
    template.update(fields)
    return image.update(ctx)


def _found(ctx: Context) -> Record:
    template = ctx.record(images.TEMPLATE)
    if template["templatetype"] != TYPE:
        raise errors.invalid(f"The template {template['name']} is of no network appliance")
    return template


@job("deleteVnfTemplate")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove an appliance's template."""
    _found(ctx)
    return image.delete(ctx)


@command("listVnfTemplates")
def list_templates(ctx: Context) -> dict[str, Any]:
    """The templates of appliances that fit a filter."""
    only = replace(ctx, params={**ctx.params, "templatetype": TYPE})
    return image.listed(only, images.TEMPLATE, ctx.params["templatefilter"])
