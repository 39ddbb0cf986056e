"""Instance groups: names that instances of one account share."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context, Owner
from ..model import owners
from ..registry import command
from ..shape import pick
from ..store import Record

KIND = "instancegroup"


def ensure(ctx: Context, owner: Owner, name: str) -> Record:
    """An owner's group by name, made when it is not there."""
    return ctx.store.first(KIND, name=name, _accountid=owner.account["id"]) or ctx.store.add(
        KIND, {"name": name, "created": ctx.now(), **owners.stamp(owner)}
    )


def view(group: Record) -> dict[str, Any]:
    """A group as the API shows it."""
    return {**pick(group, "id", "name", "created"), **owners.of(group), "hasannotations": False}


def _refuse_taken(ctx: Context, account_id: str, but: Record | None = None) -> None:
    held = ctx.store.first(KIND, name=ctx.params["name"], _accountid=account_id)
    if held is not None and held is not but:
        raise errors.invalid(f"Unable to create vm group, a group with name {ctx.params['name']} already exists")


@command("createInstanceGroup")
def create(ctx: Context) -> dict[str, Any]:
    """Make a group."""
    owner = ctx.owner()
    _refuse_taken(ctx, owner.account["id"])
    return {"instancegroup": view(ensure(ctx, owner, ctx.params["name"]))}


@command("updateInstanceGroup")
def update(ctx: Context) -> dict[str, Any]:
    """Rename a group."""
    group = ctx.record(KIND)
    if "name" in ctx.params:
        _refuse_taken(ctx, group["_accountid"], group)
        group["name"] = ctx.params["name"]
    return {"instancegroup": view(group)}


@command("deleteInstanceGroup")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a group; its instances stay."""
    group = ctx.record(KIND)
    for instance in ctx.store.where("virtualmachine", groupid=group["id"]):
        del instance["groupid"]
    ctx.store.remove(KIND, group["id"])
    return {"success": True}


@command("listInstanceGroups")
def list_groups(ctx: Context) -> dict[str, Any]:
    """List instance groups."""
    return ctx.list(ctx.owned(ctx.store.all(KIND)), view)
