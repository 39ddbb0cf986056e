"""Registered user data."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from .. import errors
from ..context import Context
from ..model import marks, owners
from ..registry import command
from ..shape import pick
from ..store import Record

KIND = "userdata"


def _view(ctx: Context, held: Record) -> dict[str, Any]:
    return {
        **pick(held, "id", "name"),
        **owners.of(held),
        **pick(held, "userdata", "params"),
        "hasannotations": marks.annotated(ctx.store, held["id"]),
    }


@command("registerUserData")
def register(ctx: Context) -> dict[str, Any]:
    """Keep user data under a name; neither name nor content may be there twice in an account."""
    owner = ctx.owner()
    try:
        base64.b64decode(ctx.params["userdata"], validate=True)
    except (binascii.Error, ValueError):
        raise errors.invalid("User data needs to be base64 encoded") from None
    for held in owners.owned_by(ctx, KIND, owner):
        if held["name"] == ctx.params["name"]:
            raise errors.invalid(f"A userdata with name {held['name']} already exists for this account.")
        if held["userdata"] == ctx.params["userdata"]:
            raise errors.invalid(f"Userdata {held['name']} with same content already exists for this account.")
    held = ctx.store.add(KIND, {**ctx.given("name", "userdata", "params"), **owners.stamp(owner)})
    return {"userdata": _view(ctx, held)}


@command("deleteUserData")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove user data that no instance refers to."""
    held = ctx.record(KIND)
    if ctx.store.first("virtualmachine", userdataid=held["id"]):
        raise errors.failed(f"Userdata {held['name']} cannot be removed as it is linked to active instances")
    ctx.store.remove(KIND, held["id"])
    return {"success": True}


@command("listUserData")
def list_user_data(ctx: Context) -> dict[str, Any]:
    """List user data."""
    return ctx.list(ctx.owned(ctx.store.all(KIND)), lambda held: _view(ctx, held))
