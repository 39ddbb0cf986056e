"""Tags on resources."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import owners
from ..registry import Submitted, command, job
from ..shape import TAG_FIELDS, as_dict, pick
from ..store import Record

KIND = "tag"
KINDS = {
    "uservm": "virtualmachine",
    "network": "network",
    "volume": "volume",
    "template": "template",
    "iso": "iso",
    "snapshot": "snapshot",
    "securitygroup": "securitygroup",
    "publicipaddress": "publicipaddress",
    "project": "project",
    "account": "account",
    "vpc": "vpc",
    "networkacl": "networkacl",
    "networkacllist": "networkacllist",
    "staticroute": "staticroute",
    "vmsnapshot": "vmsnapshot",
    "firewallrule": "firewallrule",
    "portforwardingrule": "portforwardingrule",
    "loadbalancer": "loadbalancerrule",
    "zone": "zone",
    "host": "host",
    "storage": "storagepool",
    "user": "user",
    "domain": "domain",
    "snapshotpolicy": "snapshotpolicy",
    "vpngateway": "vpngateway",
    "autoscalevmgroup": "autoscalevmgroup",
    "lbstickinesspolicy": "stickinesspolicy",
    "internallbvm": "internalloadbalancervm",
}
ALSO = {"loadbalancerrule": ("applicationloadbalancer",), "firewallrule": ("routingfirewallrule", "ipv6firewallrule")}
"""Kinds that the API takes for another one."""


def _resources(ctx: Context) -> list[Record]:
    kind = KINDS.get(ctx.params["resourcetype"].lower())
    if kind is None:
        raise errors.invalid(f"Invalid resource type: {ctx.params['resourcetype']}")
    found = []
    for resource_id in ctx.params["resourceids"]:
        kinds = (kind, *ALSO.get(kind, ()))
        record = next((held for held in (ctx.store.get(one, resource_id) for one in kinds) if held), None)
        if record is None:
            raise errors.invalid(f"Unable to find resource by id {resource_id} and type {ctx.params['resourcetype']}")
        found.append(record)
    return found


def _owner(ctx: Context, resource: Record) -> dict[str, Any]:
    if resource.get("_accountid"):
        return owners.of(resource)
    return ctx.owner().fields()


@command("createTags")
def prepare_create(ctx: Context) -> Submitted:
    """Check that the resources are there."""
    _resources(ctx)
    return Submitted()


@job("createTags")
def create(ctx: Context) -> dict[str, Any]:
    """Put tags on resources; a key that a resource has already is refused."""
    resources, tags = _resources(ctx), as_dict(ctx.params["tags"])
    for resource in resources:
        for key in tags:
            if ctx.store.first(KIND, resourceid=resource["id"], key=key):
                raise errors.invalid(f"tag {key} already on {ctx.params['resourcetype']} with id {resource['id']}")
    for resource in resources:
        for key, value in tags.items():
            fields = {"key": key, "value": value, "resourcetype": ctx.params["resourcetype"]}
            ctx.store.add(KIND, {**fields, "resourceid": resource["id"], **_owner(ctx, resource)})
    return {"success": True}


@command("deleteTags")
def prepare_delete(ctx: Context) -> Submitted:
    """Check that the resources are there."""
    _resources(ctx)
    return Submitted()


@job("deleteTags")
def delete(ctx: Context) -> dict[str, Any]:
    """Take tags off resources: those named (with their value, when one is given), or all."""
    doomed = []
    for resource in _resources(ctx):
        for tag in ctx.store.where(KIND, resourceid=resource["id"]):
            wanted = [pair for pair in ctx.get("tags", ()) if pair.get("key") == tag["key"]]
            if "tags" not in ctx.params or any(pair.get("value", tag["value"]) == tag["value"] for pair in wanted):
                doomed.append(tag)
    if not doomed:
        raise errors.invalid("Unable to find any tags which conform to specified delete parameters.")
    for tag in doomed:
        ctx.store.remove(KIND, tag["id"])
    return {"success": True}


@command("listTags")
def list_tags(ctx: Context) -> dict[str, Any]:
    """List tags."""
    tags = ctx.owned(ctx.store.all(KIND))
    return ctx.list(
        tags,
        lambda tag: pick(tag, *TAG_FIELDS, "domainpath"),
        ("key", "value", "resourceid", "resourcetype", "customer"),
    )
