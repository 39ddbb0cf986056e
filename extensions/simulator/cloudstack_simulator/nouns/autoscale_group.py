"""Groups of instances behind a load balancer rule. The simulated cloud keeps them and scales nothing."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import marks, networks, offerings, owners
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record
from .autoscale import GROUP, POLICY, PROFILE, policy_view

RULE = "loadbalancerrule"
INTERVAL_SECONDS = 30


def _policies(ctx: Context, ids: list[str]) -> list[dict[str, Any]]:
    held = (ctx.store.get(POLICY, policy) for policy in ids)
    return [policy_view(ctx, policy) for policy in held if policy]


def _view(ctx: Context, group: Record) -> dict[str, Any]:
    rule = ctx.store.need(RULE, group["lbruleid"])
    network = ctx.store.need("network", rule["networkid"])
    return {
        "id": group["id"],
        "name": group["name"],
        "lbruleid": rule["id"],
        "associatednetworkname": network["name"],
        "associatednetworkid": network["id"],
        "lbprovider": offerings.provider(networks.offering_of(ctx.store, network), "Lb"),
        "publicipid": rule["ipaddressid"],
        "publicip": rule["ipaddress"],
        **pick(rule, "publicport", "privateport"),
        **pick(group, "vmprofileid", "minmembers", "maxmembers"),
        "availablevirtualmachinecount": 0,
        **pick(group, "interval", "state"),
        "scaleuppolicies": _policies(ctx, group["_up"]),
        "scaledownpolicies": _policies(ctx, group["_down"]),
        **owners.of(group),
        **pick(group, "fordisplay", "created"),
        "hasannotations": marks.annotated(ctx.store, group["id"]),
    }


def _chosen(ctx: Context, param: str, action: str) -> list[str]:
    found = ctx.records(POLICY, param)
    for policy in found:
        if policy["action"] != action:
            raise errors.invalid(f"The policy {policy['id']} of {param} has the action {policy['action']}")
    return [policy["id"] for policy in found]


def _changes(ctx: Context) -> dict[str, Any]:
    changes = ctx.given("name", "minmembers", "maxmembers", "interval", "fordisplay")
    if "scaleuppolicyids" in ctx.params:
        changes["_up"] = _chosen(ctx, "scaleuppolicyids", "SCALEUP")
    if "scaledownpolicyids" in ctx.params:
        changes["_down"] = _chosen(ctx, "scaledownpolicyids", "SCALEDOWN")
    return changes


def _check(group: Record) -> None:
    if group["minmembers"] < 0 or group["maxmembers"] < 0:
        raise errors.invalid("minmembers and maxmembers cannot be negative")
    if group["minmembers"] > group["maxmembers"]:
        raise errors.invalid("minmembers cannot be greater than maxmembers")
    if group["interval"] <= 0:
        raise errors.invalid(f"interval is an invalid value: {group['interval']}")


@command("createAutoScaleVmGroup")
def create(ctx: Context) -> Submitted:
    """Scale the instances of a rule by policies."""
    rule, profile = ctx.record(RULE, "lbruleid"), ctx.record(PROFILE, "vmprofileid")
    if ctx.store.first(GROUP, lbruleid=rule["id"]):
        raise errors.invalid("There is already an AutoScale VM Group for the load balancer rule")
    if rule["_instances"]:
        raise errors.invalid("there are Vms already bound to the specified LoadBalancing Rule. User must remove them")
    record = {
        "name": f"as-{rule['name']}",
        "interval": INTERVAL_SECONDS,
        "fordisplay": True,
        **_changes(ctx),
        "lbruleid": rule["id"],
        "vmprofileid": profile["id"],
        "state": "NEW",
        "created": ctx.now(),
        **owners.copied(rule),
    }
    _check(record)
    return Submitted(ctx.store.add(GROUP, record)["id"])


@job("createAutoScaleVmGroup")
def created(ctx: Context) -> dict[str, Any]:
    """Put the group to work."""
    group = ctx.store.need(GROUP, ctx.instance)
    group["state"] = "ENABLED"
    return {GROUP: _view(ctx, group)}


@job("enableAutoScaleVmGroup", "disableAutoScaleVmGroup")
def switch(ctx: Context) -> dict[str, Any]:
    """Let the group scale, or not."""
    group = ctx.record(GROUP)
    group["state"] = "ENABLED" if ctx.command.name.startswith("enable") else "DISABLED"
    return {GROUP: _view(ctx, group)}


@job("updateAutoScaleVmGroup")
def update(ctx: Context) -> dict[str, Any]:
    """Change a group; its members and policies only while it is disabled."""
    group, changes = ctx.record(GROUP), _changes(ctx)
    if changes.keys() - {"name", "fordisplay"} and group["state"] not in ("DISABLED", "NEW"):
        raise errors.invalid("An AutoScale Vm Group can be updated with minMembers/maxMembers/Interval/policies only "
                             "when it is in disabled state")  # fmt: skip
    _check({**group, **changes})
    group.update(changes)
    return {GROUP: _view(ctx, group)}


@job("deleteAutoScaleVmGroup")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a group; its policies and profile stay."""
    ctx.store.remove(GROUP, ctx.record(GROUP)["id"])
    return {"success": True}


@command("listAutoScaleVmGroups")
def list_groups(ctx: Context) -> dict[str, Any]:
    """List groups, newest first."""
    found = list(reversed(ctx.owned(ctx.store.all(GROUP))))
    if "zoneid" in ctx.params:
        found = [g for g in found if ctx.store.need(RULE, g["lbruleid"])["zoneid"] == ctx.params["zoneid"]]
    if "policyid" in ctx.params:
        found = [g for g in found if ctx.params["policyid"] in (*g["_up"], *g["_down"])]
    return ctx.list(found, lambda group: _view(ctx, group), ("lbruleid", "vmprofileid"), key=GROUP)
