"""Affinity groups."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import owners
from ..registry import Submitted, command, job
from ..seed import static_answers
from ..shape import pick
from ..store import Record

KIND = "affinitygroup"


def view(ctx: Context, group: Record) -> dict[str, Any]:
    """A group as the API shows it; the instances only when there are any."""
    members = [i["id"] for i in ctx.store.all("virtualmachine") if group["id"] in i["_affinity"]]
    shown = {**pick(group, "id", "name", "description"), **owners.of(group), "type": group["type"]}
    return {**shown, "virtualmachineIds": members} if members else shown


@command("createAffinityGroup")
def create(ctx: Context) -> Submitted:
    """Make a group of a known type, with a name of its own in the account."""
    owner = ctx.owner()
    known = [entry["type"] for entry in static_answers()["listAffinityGroupTypes"]["affinityGroupType"]]
    if ctx.params["type"] not in known:
        raise errors.invalid(f"Unable to create affinity group, invalid affinity group type {ctx.params['type']}")
    if ctx.store.first(KIND, name=ctx.params["name"], _accountid=owner.account["id"]):
        raise errors.invalid(f"Unable to create affinity group, a group with name {ctx.params['name']} already exists.")
    group = ctx.store.add(KIND, {**ctx.given("name", "type", "description"), **owners.stamp(owner)})
    return Submitted(group["id"])


@job("createAffinityGroup")
def created(ctx: Context) -> dict[str, Any]:
    """Show the group."""
    return {"affinitygroup": view(ctx, ctx.store.need(KIND, ctx.instance))}


@command("deleteAffinityGroup")
def prepare_delete(ctx: Context) -> Submitted:
    """Find the group by id, or by name in the owner's account."""
    if "id" in ctx.params:
        return Submitted(ctx.record(KIND)["id"])
    owner = ctx.owner()
    group = ctx.store.first(KIND, name=ctx.get("name"), _accountid=owner.account["id"])
    if group is None:
        raise errors.invalid(f"Unable to find affinity group by name {ctx.get('name')}")
    return Submitted(group["id"])


@job("deleteAffinityGroup")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove the group; its instances leave it."""
    for instance in ctx.store.all("virtualmachine"):
        instance["_affinity"] = [group_id for group_id in instance["_affinity"] if group_id != ctx.instance]
    ctx.store.remove(KIND, ctx.instance)
    return {"success": True}


@command("listAffinityGroups")
def list_groups(ctx: Context) -> dict[str, Any]:
    """List affinity groups."""
    groups = ctx.owned(ctx.store.all(KIND))
    instance = ctx.maybe("virtualmachine", "virtualmachineid")
    if instance is not None:
        groups = [group for group in groups if group["id"] in instance["_affinity"]]
    return ctx.list(groups, lambda group: view(ctx, group), ("type",))
