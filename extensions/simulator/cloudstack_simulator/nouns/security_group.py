"""Security groups and their rules."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import ids, marks, owners, rules, securitygroups
from ..registry import Submitted, command, job
from ..store import Record

KIND, RULE = securitygroups.KIND, securitygroups.RULE
SAME = securitygroups.RULE_FIELDS
"""What two rules of a group and a direction have in common when they are one."""


def _refuse_taken(ctx: Context, account_id: str, but: Record | None = None) -> None:
    held = ctx.store.first(KIND, name=ctx.params["name"], _accountid=account_id)
    if held is not None and held is not but:
        raise errors.invalid(f"Unable to create security group, a group with name {ctx.params['name']} already exists.")


@command("createSecurityGroup")
def create(ctx: Context) -> dict[str, Any]:
    """Make a group."""
    owner = ctx.owner()
    _refuse_taken(ctx, owner.account["id"])
    group = ctx.store.add(KIND, {**ctx.given("name", "description"), **owners.stamp(owner)})
    return {"securitygroup": securitygroups.view(ctx.store, group)}


@command("updateSecurityGroup")
def update(ctx: Context) -> dict[str, Any]:
    """Rename a group; the default one keeps its name."""
    group = ctx.record(KIND)
    if "name" in ctx.params and ctx.params["name"] != group["name"]:
        if group["name"] == "default":
            raise errors.invalid("The default security group cannot be renamed")
        _refuse_taken(ctx, group["_accountid"], group)
        group["name"] = ctx.params["name"]
    ids.rename(ctx, group)
    return {"securitygroup": securitygroups.view(ctx.store, group)}


def _find(ctx: Context, id_param: str, name_param: str) -> Record:
    if id_param in ctx.params:
        return ctx.record(KIND, id_param)
    owner = ctx.owner()
    group = ctx.store.first(KIND, name=ctx.get(name_param), _accountid=owner.account["id"])
    if group is None and ctx.get(name_param) == "default":
        return securitygroups.default_of(ctx.store, owner.account)
    if group is None:
        raise errors.invalid(f"Unable to find security group by name {ctx.get(name_param)}")
    return group


@command("deleteSecurityGroup")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a group that no instance is in."""
    group = _find(ctx, "id", "name")
    if group["name"] == "default":
        raise errors.invalid("The network group default is reserved")
    if any(group["id"] in instance["_securitygroups"] for instance in ctx.store.all("virtualmachine")):
        raise errors.ApiError(errors.RESOURCE_IN_USE, "Cannot delete group when it's in use by virtual machines")
    for rule in ctx.store.where(RULE, _groupid=group["id"]):
        ctx.store.remove(RULE, rule["id"])
    marks.forget(ctx.store, group["id"])
    ctx.store.remove(KIND, group["id"])
    return {"success": True}


def _sources(ctx: Context) -> list[dict[str, Any]]:
    """Where the traffic of a rule comes from or goes to: CIDRs, or groups."""
    rules.check_cidrs(ctx.get("cidrlist", []))
    found: list[dict[str, Any]] = [{"cidr": cidr} for cidr in ctx.get("cidrlist", [])]
    for entry in ctx.get("usersecuritygrouplist", ()):
        account = ctx.store.first("account", name=entry.get("account"))
        if account is None or not ctx.store.first(KIND, name=entry.get("group"), _accountid=account["id"]):
            raise errors.invalid(f"Unable to find group {entry.get('group')} of account {entry.get('account')}")
        found.append({"securitygroupname": entry["group"], "account": account["name"]})
    if not found:
        raise errors.invalid("At least one cidr or at least one security group needs to be specified")
    return found


def _protocol(ctx: Context) -> dict[str, Any]:
    protocol = ctx.get("protocol", "all").lower()
    if protocol == "icmp":
        return {"protocol": protocol, "icmptype": ctx.get("icmptype", -1), "icmpcode": ctx.get("icmpcode", -1)}
    ports = rules.given_ports(ctx, "startport", "endport")
    if protocol in ("tcp", "udp") and ports is None:
        raise errors.invalid("Invalid port range specified, startPort = null, endPort = null")
    return {"protocol": protocol, **({"startport": ports[0], "endport": ports[1]} if ports else {})}


def _is_there(ctx: Context, rule: dict[str, Any]) -> bool:
    held = ctx.store.where(RULE, _groupid=rule["_groupid"], _direction=rule["_direction"])
    return any({key: one.get(key) for key in SAME} == {key: rule.get(key) for key in SAME} for one in held)


@command("authorizeSecurityGroupIngress", "authorizeSecurityGroupEgress")
def prepare_rule(ctx: Context) -> Submitted:
    """Check the rule."""
    group = _find(ctx, "securitygroupid", "securitygroupname")
    _sources(ctx)
    _protocol(ctx)
    return Submitted(group["id"])


@job("authorizeSecurityGroupIngress", "authorizeSecurityGroupEgress")
def add_rule(ctx: Context) -> dict[str, Any]:
    """Add rules to a group, one a source; the answer shows the new ones. What is there already is passed over."""
    group = ctx.store.need(KIND, ctx.instance)
    direction = "ingress" if ctx.command.name.endswith("Ingress") else "egress"
    fields = {"_groupid": group["id"], "_direction": direction, **_protocol(ctx)}
    fresh = [source for source in _sources(ctx) if not _is_there(ctx, {**fields, **source})]
    added = [ctx.store.add(RULE, {**fields, **source}) for source in fresh]
    shown = securitygroups.view(ctx.store, group)
    new = [{k: v for k, v in securitygroups.rule_view(ctx.store, rule).items() if k != "tags"} for rule in added]
    answer = {**shown, "ingressrule": [], "egressrule": [], f"{direction}rule": new, "virtualmachineids": []}
    answer.pop("virtualmachinecount")
    return {"securitygroup": answer}


@job("revokeSecurityGroupIngress", "revokeSecurityGroupEgress")
def revoke(ctx: Context) -> dict[str, Any]:
    """Remove a rule."""
    rule = ctx.record(RULE)
    direction = "ingress" if ctx.command.name.endswith("Ingress") else "egress"
    if rule["_direction"] != direction:
        raise errors.invalid(f"Unable to find {direction} rule with id {rule['id']}")
    ctx.store.remove(RULE, rule["id"])
    return {"success": True}


@command("listSecurityGroups")
def list_groups(ctx: Context) -> dict[str, Any]:
    """List groups; an account's default one is always there."""
    securitygroups.default_of(ctx.store, ctx.owner().account)
    found = ctx.owned(ctx.store.all(KIND))
    instance = ctx.maybe("virtualmachine", "virtualmachineid")
    if instance is not None:
        found = [group for group in found if group["id"] in instance["_securitygroups"]]
    if "securitygroupname" in ctx.params:
        found = [group for group in found if group["name"] == ctx.params["securitygroupname"]]
    return ctx.list(found, lambda group: securitygroups.view(ctx.store, group))
