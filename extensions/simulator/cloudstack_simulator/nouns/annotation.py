"""Annotations: comments on things."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import command
from ..shape import pick
from ..store import Record

KIND = "annotation"
KINDS = {
    "VM": ("virtualmachine", "instancename"),
    "VOLUME": ("volume", "name"),
    "SNAPSHOT": ("snapshot", "name"),
    "VM_SNAPSHOT": ("vmsnapshot", "name"),
    "INSTANCE_GROUP": ("instancegroup", "name"),
    "SSH_KEYPAIR": ("sshkeypair", "name"),
    "USER_DATA": ("userdata", "name"),
    "NETWORK": ("network", "name"),
    "VPC": ("vpc", "name"),
    "PUBLIC_IP_ADDRESS": ("publicipaddress", "ipaddress"),
    "VPN_CUSTOMER_GATEWAY": ("vpncustomergateway", "name"),
    "TEMPLATE": ("template", "name"),
    "ISO": ("iso", "name"),
    "SERVICE_OFFERING": ("serviceoffering", "name"),
    "DISK_OFFERING": ("diskoffering", "name"),
    "NETWORK_OFFERING": ("networkoffering", "name"),
    "ZONE": ("zone", "name"),
    "POD": ("pod", "name"),
    "CLUSTER": ("cluster", "name"),
    "HOST": ("host", "name"),
    "DOMAIN": ("domain", "name"),
    "PRIMARY_STORAGE": ("storagepool", "name"),
    "SECONDARY_STORAGE": ("imagestore", "name"),
    "VR": ("router", "name"),
    "SYSTEM_VM": ("systemvm", "name"),
}


def _view(held: Record) -> dict[str, Any]:
    return pick(held, "id", "entitytype", "entityid", "entityname", "annotation", "userid", "username", "adminsonly",
                "created")  # fmt: skip


@command("addAnnotation")
def add(ctx: Context) -> dict[str, Any]:
    """Leave a comment on a thing."""
    word = ctx.get("entitytype", "").upper()
    if word not in KINDS:
        raise errors.invalid(f"Invalid entity type {ctx.get('entitytype')}")
    if "entityid" not in ctx.params:
        raise errors.internal("I need to have an entity to set an annotation on!")
    kind, name = KINDS[word]
    entity = ctx.store.get(kind, ctx.get("entityid"))
    if entity is None:
        raise errors.invalid(f"Invalid entity: {word} {ctx.get('entityid')}")
    user = ctx.caller.user
    held = ctx.store.add(
        KIND,
        {
            "entitytype": word,
            "entityid": entity["id"],
            "entityname": entity[name],
            "annotation": ctx.get("annotation", ""),
            "userid": user["id"],
            "username": user["username"],
            "adminsonly": ctx.get("adminsonly", False),
            "created": ctx.now(),
        },
    )
    return {"annotation": _view(held)}


@command("removeAnnotation")
def remove(ctx: Context) -> dict[str, Any]:
    """Remove a comment."""
    held = ctx.store.remove(KIND, ctx.params["id"])
    if held is None:
        raise errors.invalid(f"Annotation with id {ctx.params['id']} does not exist")
    return {"annotation": _view(held)}


@command("updateAnnotationVisibility")
def update_visibility(ctx: Context) -> dict[str, Any]:
    """Show a comment to administrators only, or to all."""
    held = ctx.store.get(KIND, ctx.params["id"])
    if held is None:
        raise errors.invalid(f"Annotation with id {ctx.params['id']} does not exist")
    held["adminsonly"] = ctx.params["adminsonly"]
    return {"annotation": _view(held)}


@command("listAnnotations")
def list_annotations(ctx: Context) -> dict[str, Any]:
    """List comments; those for administrators only to administrators."""
    found = [held for held in ctx.store.all(KIND) if ctx.caller.is_admin or not held["adminsonly"]]
    if ctx.get("annotationfilter", "all").lower() == "self":
        found = [held for held in found if held["userid"] == ctx.caller.user["id"]]
    return ctx.list(found, _view, ("entitytype", "entityid", "userid"), name="annotation")
