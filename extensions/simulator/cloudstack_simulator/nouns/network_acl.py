"""Network ACLs of VPCs: lists and the rules in them."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import accepted, acls, ids, marks, rules
from ..registry import Submitted, command, job
from ..shape import compact, pick, tags_of
from ..store import Record

LIST = "networkacllist"
RULE = "networkacl"


def _list_view(ctx: Context, held: Record) -> dict[str, Any]:
    vpc = ctx.store.get("vpc", held.get("vpcid"))
    shown = pick(held, "id", "name", "description")
    return {**shown, **compact(vpcid=vpc and vpc["id"], vpcname=vpc and vpc["name"]), "fordisplay": held["fordisplay"]}


@command("createNetworkACLList")
def create_list(ctx: Context) -> Submitted:
    """Make a list for a VPC, or for all of them."""
    record = {**ctx.given("name", "description", "vpcid"), "fordisplay": ctx.get("fordisplay", True)}
    return Submitted(ctx.store.add(LIST, record)["id"])


@job("createNetworkACLList")
def list_created(ctx: Context) -> dict[str, Any]:
    """Show the list."""
    return {"networkacllist": _list_view(ctx, ctx.store.need(LIST, ctx.instance))}


@job("updateNetworkACLList")
def update_list(ctx: Context) -> dict[str, Any]:
    """Change a list's texts and visibility."""
    held = ctx.record(LIST)
    held.update(ctx.given("name", "description", "fordisplay"))
    ids.rename(ctx, held)
    return {"success": True}


@job("deleteNetworkACLList")
def delete_list(ctx: Context) -> dict[str, Any]:
    """Remove a list that no tier uses, with its rules."""
    held = ctx.record(LIST)
    if acls.is_default(held):
        raise errors.invalid("Default ACL cannot be removed")
    if ctx.store.first("network", aclid=held["id"]):
        raise errors.failed(f"The network ACL {held['name']} is in use by a tier")
    for rule in ctx.store.where(RULE, aclid=held["id"]):
        ctx.store.remove(RULE, rule["id"])
    ctx.store.remove(LIST, held["id"])
    return {"success": True}


@job("replaceNetworkACLList")
def replace_list(ctx: Context) -> dict[str, Any]:
    """Put another list on a tier, or on a private gateway."""
    held, gateway = ctx.record(LIST, "aclid"), ctx.maybe("privategateway", "gatewayid")
    if gateway is not None:
        gateway["aclid"] = held["id"]
        return {"success": True}
    network = ctx.record("network", "networkid")
    if not network.get("vpcid"):
        raise errors.invalid(f"The network {network['name']} is no tier of a VPC")
    network["aclid"] = held["id"]
    return {"success": True}


@command("listNetworkACLLists")
def list_lists(ctx: Context) -> dict[str, Any]:
    """List the lists; those that belong to no VPC are among those of each."""
    found = acls.visible(ctx)
    if "vpcid" in ctx.params:
        found = [held for held in found if held.get("vpcid") in (None, ctx.params["vpcid"])]
    network = ctx.maybe("network", "networkid")
    if network is not None:
        found = [held for held in found if held["id"] == network.get("aclid")]
    return ctx.list(found, lambda held: _list_view(ctx, held), ("fordisplay",))


def _rule_view(ctx: Context, rule: Record) -> dict[str, Any]:
    held = ctx.store.need(LIST, rule["aclid"])
    return {
        **pick(rule, "id", "protocol", "startport", "endport", "traffictype", "state"),
        "cidrlist": rules.cidr_text(rule["_cidrs"]),
        **pick(rule, "icmptype", "icmpcode", "reason"),
        "tags": tags_of(ctx.store, rule["id"]),
        "aclid": held["id"],
        "aclname": held["name"],
        **pick(rule, "number", "action", "fordisplay"),
    }


def _refuse_protocol(ctx: Context) -> None:
    """Refuse a protocol that is none, and what does not go with it."""
    protocol = ctx.get("protocol", "tcp").lower()
    if protocol not in rules.PROTOCOLS and not (protocol.isdigit() and int(protocol) <= 255):
        raise errors.invalid(f"Invalid protocol: {ctx.params['protocol']}")
    has_ports, has_icmp = "startport" in ctx.params, "icmptype" in ctx.params or "icmpcode" in ctx.params
    if "protocol" not in ctx.params:
        return
    if has_ports and protocol in ("icmp", "all"):
        raise errors.invalid(
            "Can't specify start/end port when protocol is ICMP"
            if protocol == "icmp"
            else "start port and end port must be null if protocol = 'all'"
        )
    if has_icmp and protocol != "icmp":
        raise errors.invalid("Can specify icmpCode and icmpType for ICMP protocol only")


def _refuse_words(ctx: Context) -> None:
    """Refuse an action, direction or number that is none."""
    if ctx.get("action", "allow").lower() not in ("allow", "deny"):
        raise errors.invalid(f"Invalid action [{ctx.params['action']}]. Permitted actions are Allow and Deny")
    if ctx.get("traffictype", "ingress").lower() not in ("ingress", "egress"):
        raise errors.invalid(f"Invalid traffic type '{ctx.params['traffictype']}'")
    if ctx.get("number", 1) < 1:
        raise errors.invalid(f"Invalid number: {ctx.params['number']}. Number cannot be < 1")


def _fields(ctx: Context) -> dict[str, Any]:
    """The given fields of a rule, in the words of its answer."""
    _refuse_protocol(ctx)
    _refuse_words(ctx)
    accepted.refuse_icmp(ctx)
    ports = rules.given_ports(ctx, "startport", "endport")
    fields: dict[str, Any] = ctx.given("icmptype", "icmpcode", "reason", "number", "fordisplay")
    if ports:
        fields.update(startport=str(ports[0]), endport=str(ports[1]))
    for name in ("traffictype", "action"):
        if name in ctx.params:
            fields[name] = ctx.params[name].capitalize()
    if "protocol" in ctx.params:
        fields["protocol"] = ctx.params["protocol"].lower()
    if "cidrlist" in ctx.params:
        rules.check_cidrs(ctx.params["cidrlist"])
        fields["_cidrs"] = ctx.params["cidrlist"]
    return fields


def _refuse_taken(ctx: Context, list_id: str, number: int | None, but: Record | None = None) -> None:
    held = ctx.store.first(RULE, aclid=list_id, number=number)
    if number is not None and held is not None and held is not but:
        raise errors.invalid(f"ACL item with number {number} already exists in the network ACL")


@command("createNetworkACL")
def create_rule(ctx: Context) -> Submitted:
    """Add a rule to a list (a tier's, when a network is named)."""
    network = ctx.maybe("network", "networkid")
    held = ctx.maybe(LIST, "aclid")
    list_id: str | None = held["id"] if held else network.get("aclid") if network else None
    if list_id is None:
        raise errors.invalid("Cannot create Network ACL Item. ACL ID or network Id is required")
    _refuse_taken(ctx, list_id, ctx.get("number"))
    last = max((rule["number"] for rule in ctx.store.where(RULE, aclid=list_id)), default=0)
    rule = {"aclid": list_id, "traffictype": "Ingress", "action": "Allow", "number": last + 1, "fordisplay": True,
            "state": "Active", "_cidrs": [rules.WHOLE]}  # fmt: skip
    return Submitted(ctx.store.add(RULE, {**rule, **_fields(ctx)})["id"])


@job("createNetworkACL")
def rule_created(ctx: Context) -> dict[str, Any]:
    """Show the rule."""
    return {"networkacl": _rule_view(ctx, ctx.store.need(RULE, ctx.instance))}


@job("updateNetworkACLItem")
def update_rule(ctx: Context) -> dict[str, Any]:
    """Change a rule; the answer shows it before it is put to use."""
    rule = ctx.record(RULE)
    _refuse_taken(ctx, rule["aclid"], ctx.get("number"), rule)
    rule.update(_fields(ctx))
    if rule["protocol"] not in ("tcp", "udp"):
        rule.pop("startport", None)
        rule.pop("endport", None)
    if rule["protocol"] != "icmp":
        rule.pop("icmptype", None)
        rule.pop("icmpcode", None)
    ids.rename(ctx, rule)
    return {"networkacl": {**_rule_view(ctx, rule), "state": "Add"}}


@job("deleteNetworkACL")
def delete_rule(ctx: Context) -> dict[str, Any]:
    """Remove a rule."""
    rule = ctx.record(RULE)
    marks.forget(ctx.store, rule["id"])
    ctx.store.remove(RULE, rule["id"])
    return {"success": True}


@command("listNetworkACLs")
def list_rules(ctx: Context) -> dict[str, Any]:
    """List rules."""
    lists = {held["id"] for held in acls.visible(ctx)}
    found = [rule for rule in ctx.store.all(RULE) if rule["aclid"] in lists]
    network = ctx.maybe("network", "networkid")
    if network is not None:
        found = [rule for rule in found if rule["aclid"] == network.get("aclid")]
    fields = ("aclid", "traffictype", "protocol", "action", "fordisplay")
    return ctx.list(found, lambda rule: _rule_view(ctx, rule), fields)
