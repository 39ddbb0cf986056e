"""What a load balancer rule does besides: stickiness, and the health checks that the virtual router does not do."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import ids, owners
from ..model.balancing import RULE
from ..registry import Submitted, command, job
from ..shape import as_dict, pick
from ..store import Record

POLICY, CHECK = "stickinesspolicy", "healthcheckpolicy"
METHODS = ("LbCookie", "AppCookie", "SourceBased")


def _policies(ctx: Context, rule: Record) -> dict[str, Any]:
    shown = [
        {**pick(held, "id", "name", "methodname", "description", "fordisplay"), "params": held["_params"]}
        for held in ctx.store.where(POLICY, lbruleid=rule["id"])
    ]
    return {"lbruleid": rule["id"], **owners.of(rule, path=False), "stickinesspolicy": shown}


@command("createLBStickinessPolicy")
def create(ctx: Context) -> Submitted:
    """Make a rule sticky; one policy a rule."""
    rule = ctx.record(RULE, "lbruleid")
    if ctx.params["methodname"] not in METHODS:
        raise errors.invalid(f"Failed to create Stickiness policy: no method {ctx.params['methodname']}")
    for held in ctx.store.where(POLICY, lbruleid=rule["id"]):
        ctx.store.remove(POLICY, held["id"])
    fields = ctx.given("name", "methodname", "description")
    options = as_dict(ctx.get("param"))
    policy = {**fields, "lbruleid": rule["id"], "fordisplay": ctx.get("fordisplay", True), "_params": options}
    return Submitted(ctx.store.add(POLICY, policy)["id"])


@job("createLBStickinessPolicy")
def created(ctx: Context) -> dict[str, Any]:
    """Show the rule's policies."""
    policy = ctx.store.need(POLICY, ctx.instance)
    return {"stickinesspolicies": _policies(ctx, ctx.store.need(RULE, policy["lbruleid"]))}


@job("updateLBStickinessPolicy")
def update(ctx: Context) -> dict[str, Any]:
    """Change whether users see a policy, or its id."""
    policy = ctx.record(POLICY)
    policy.update(ctx.given("fordisplay"))
    ids.rename(ctx, policy)
    return {"stickinesspolicies": _policies(ctx, ctx.store.need(RULE, policy["lbruleid"]))}


@job("deleteLBStickinessPolicy")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a stickiness policy."""
    ctx.store.remove(POLICY, ctx.record(POLICY)["id"])
    return {"success": True}


@command("listLBStickinessPolicies")
def list_policies(ctx: Context) -> dict[str, Any]:
    """The stickiness policies of one rule."""
    policy = ctx.maybe(POLICY)
    rule = ctx.store.need(RULE, policy["lbruleid"]) if policy else ctx.record(RULE, "lbruleid")
    return {"count": 1, "stickinesspolicies": [_policies(ctx, rule)]}


@command("createLBHealthCheckPolicy")
def create_health_check(ctx: Context) -> Submitted:
    """Refused: the virtual router checks no health."""
    rule = ctx.record(RULE, "lbruleid")
    raise errors.ApiError(
        errors.MALFORMED,
        "Failed to create HealthCheck policy: Validation Failed (HealthCheck Policy is not supported by LB Provider "
        f'for the LB rule:LoadBalancer {{"name":"{rule["name"]}","id":{rule["_number"]},"purpose":"LoadBalancing",'
        f'"state":"{rule["state"]}","uuid":"{rule["id"]}"}})',
    )


@job("deleteLBHealthCheckPolicy", "updateLBHealthCheckPolicy")
def touch_health_check(ctx: Context) -> dict[str, Any]:
    """Refused: no health check can be made."""
    raise errors.bad_value(ctx.command.word, "id", ctx.params["id"])


@command("listLBHealthCheckPolicies")
def list_health_checks(ctx: Context) -> dict[str, Any]:
    """Nothing: no health check can be made."""
    ctx.maybe(RULE, "lbruleid")
    return {}
