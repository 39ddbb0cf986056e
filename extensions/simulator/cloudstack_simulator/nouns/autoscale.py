"""Conditions on counters, the policies made of them, and the profiles of the instances that autoscaling makes."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import owners
from ..registry import Submitted, command, job
from ..shape import as_dict, pick, public
from ..store import Record

CONDITION = "condition"
POLICY = "autoscalepolicy"
PROFILE = "autoscalevmprofile"
GROUP = "autoscalevmgroup"
OPERATORS = ("EQ", "GT", "GE", "LT", "LE")
ACTIONS = ("SCALEUP", "SCALEDOWN")
QUIET_SECONDS = 300
GRACE_SECONDS = 120


def _condition_view(ctx: Context, held: Record) -> dict[str, Any]:
    counter = ctx.store.need("counter", held["counterid"])
    return {
        **pick(held, "id", "threshold", "relationaloperator"),
        "counterid": counter["id"],
        "countername": counter["name"],
        "counter": public(counter),
        **owners.of(held),
    }


def _operator(ctx: Context) -> str:
    operator = str(ctx.params["relationaloperator"]).upper()
    if operator not in OPERATORS:
        raise errors.invalid(f"The operator {operator} is not known: {', '.join(OPERATORS)}")
    return operator


@command("createCondition")
def create_condition(ctx: Context) -> Submitted:
    """Compare a counter with a threshold."""
    counter = ctx.record("counter", "counterid")
    record = {"counterid": counter["id"], "relationaloperator": _operator(ctx), **ctx.given("threshold")}
    return Submitted(ctx.store.add(CONDITION, {**record, **owners.stamp(ctx.owner())})["id"])


@job("createCondition")
def condition_created(ctx: Context) -> dict[str, Any]:
    """Show the condition."""
    return {CONDITION: _condition_view(ctx, ctx.store.need(CONDITION, ctx.instance))}


@job("updateCondition")
def update_condition(ctx: Context) -> dict[str, Any]:
    """Change operator and threshold."""
    held = ctx.record(CONDITION)
    held.update(relationaloperator=_operator(ctx), **ctx.given("threshold"))
    return {CONDITION: _condition_view(ctx, held)}


@job("deleteCondition")
def delete_condition(ctx: Context) -> dict[str, Any]:
    """Remove a condition that no policy needs."""
    held = ctx.record(CONDITION)
    if any(held["id"] in policy["_conditions"] for policy in ctx.store.all(POLICY)):
        raise errors.ApiError(errors.RESOURCE_IN_USE, "Cannot delete Condition when it is being used by Policies.")
    ctx.store.remove(CONDITION, held["id"])
    return {"success": True}


@command("listConditions")
def list_conditions(ctx: Context) -> dict[str, Any]:
    """List conditions, newest first."""
    found = list(reversed(ctx.owned(ctx.store.all(CONDITION))))
    return ctx.list(found, lambda held: _condition_view(ctx, held), ("counterid",))


def policy_view(ctx: Context, policy: Record) -> dict[str, Any]:
    """A policy with its conditions, as its own answers and those of groups show it."""
    held = (ctx.store.get(CONDITION, condition) for condition in policy["_conditions"])
    return {
        **pick(policy, "id", "name", "action", "duration", "quiettime"),
        "conditions": [_condition_view(ctx, condition) for condition in held if condition],
        **owners.of(policy),
    }


def _check_policy(ctx: Context) -> dict[str, Any]:
    changes = ctx.given("name", "duration", "quiettime")
    if "conditionids" in ctx.params:
        changes["_conditions"] = [held["id"] for held in ctx.records(CONDITION, "conditionids")]
    for name in ("duration", "quiettime"):
        if changes.get(name, 1) <= 0:
            raise errors.invalid(f"{name} is an invalid value: {changes[name]}")
    return changes


@command("createAutoScalePolicy")
def create_policy(ctx: Context) -> Submitted:
    """Scale up or down when conditions have held for a time."""
    action = ctx.params["action"].upper()
    if action not in ACTIONS:
        raise errors.invalid(f"The action {ctx.params['action']} is not known: ScaleUp or ScaleDown")
    defaults = {"action": action, "quiettime": QUIET_SECONDS}
    return Submitted(ctx.store.add(POLICY, {**defaults, **_check_policy(ctx), **owners.stamp(ctx.owner())})["id"])


@job("createAutoScalePolicy")
def policy_created(ctx: Context) -> dict[str, Any]:
    """Show the policy."""
    return {POLICY: policy_view(ctx, ctx.store.need(POLICY, ctx.instance))}


@job("updateAutoScalePolicy")
def update_policy(ctx: Context) -> dict[str, Any]:
    """Change a policy."""
    policy = ctx.record(POLICY)
    policy.update(_check_policy(ctx))
    return {POLICY: policy_view(ctx, policy)}


@job("deleteAutoScalePolicy")
def delete_policy(ctx: Context) -> dict[str, Any]:
    """Remove a policy that no group follows."""
    policy = ctx.record(POLICY)
    if any(policy["id"] in (*group["_up"], *group["_down"]) for group in ctx.store.all(GROUP)):
        raise errors.ApiError(errors.RESOURCE_IN_USE, "Cannot delete AutoScale Policy when it is in use by a group")
    ctx.store.remove(POLICY, policy["id"])
    return {"success": True}


@command("listAutoScalePolicies")
def list_policies(ctx: Context) -> dict[str, Any]:
    """List policies, newest first."""
    found = list(reversed(ctx.owned(ctx.store.all(POLICY))))
    if "conditionid" in ctx.params:
        found = [policy for policy in found if ctx.params["conditionid"] in policy["_conditions"]]
    if "vmgroupid" in ctx.params:
        group = ctx.record(GROUP, "vmgroupid")
        found = [policy for policy in found if policy["id"] in (*group["_up"], *group["_down"])]
    return ctx.list(found, lambda policy: policy_view(ctx, policy), ("action",), key=POLICY)


def _profile_view(_ctx: Context, profile: Record) -> dict[str, Any]:
    return {
        **pick(profile, "id", "zoneid", "serviceofferingid", "templateid", "otherdeployparams"),
        **pick(profile, "expungevmgraceperiod", "counterparam", "userdata", "userdataid", "autoscaleuserid"),
        **owners.of(profile),
    }


def _deploy_parameters(entries: list[dict[str, str]]) -> dict[str, str]:
    return {entry["name"]: entry.get("value", "") for entry in entries if "name" in entry} or as_dict(entries)


def _check_profile(ctx: Context) -> dict[str, Any]:
    changes = ctx.given("serviceofferingid", "templateid", "expungevmgraceperiod", "userdata", "userdataid",
                        "autoscaleuserid")  # fmt: skip
    if "otherdeployparams" in ctx.params:
        changes["otherdeployparams"] = _deploy_parameters(ctx.params["otherdeployparams"])
    if "counterparam" in ctx.params:
        changes["counterparam"] = _deploy_parameters(ctx.params["counterparam"])
    if changes.get("expungevmgraceperiod", 0) < 0:
        raise errors.invalid("expungevmgraceperiod cannot be less than 0.")
    return changes


@command("createAutoScaleVmProfile")
def create_profile(ctx: Context) -> Submitted:
    """Say how the instances of a group are deployed."""
    zone = ctx.record("zone", "zoneid")
    ctx.record("serviceoffering", "serviceofferingid")
    ctx.record("template", "templateid")
    defaults = {"zoneid": zone["id"], "expungevmgraceperiod": GRACE_SECONDS, "counterparam": {}}
    record = {**defaults, **_check_profile(ctx), **owners.stamp(ctx.owner())}
    return Submitted(ctx.store.add(PROFILE, record)["id"])


@job("createAutoScaleVmProfile")
def profile_created(ctx: Context) -> dict[str, Any]:
    """Show the profile."""
    return {PROFILE: _profile_view(ctx, ctx.store.need(PROFILE, ctx.instance))}


@job("updateAutoScaleVmProfile")
def update_profile(ctx: Context) -> dict[str, Any]:
    """Change a profile."""
    profile = ctx.record(PROFILE)
    profile.update(_check_profile(ctx))
    return {PROFILE: _profile_view(ctx, profile)}


@job("deleteAutoScaleVmProfile")
def delete_profile(ctx: Context) -> dict[str, Any]:
    """Remove a profile that no group uses."""
    profile = ctx.record(PROFILE)
    if ctx.store.first(GROUP, vmprofileid=profile["id"]):
        raise errors.ApiError(errors.RESOURCE_IN_USE, "Cannot delete AutoScale Vm Profile when it is in use by a group")
    ctx.store.remove(PROFILE, profile["id"])
    return {"success": True}


@command("listAutoScaleVmProfiles")
def list_profiles(ctx: Context) -> dict[str, Any]:
    """List profiles, newest first."""
    found = list(reversed(ctx.owned(ctx.store.all(PROFILE))))
    fields = ("zoneid", "serviceofferingid", "templateid")
    return ctx.list(found, lambda profile: _profile_view(ctx, profile), fields, key=PROFILE)
