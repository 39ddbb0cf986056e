"""Firewall rules of routed networks."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import ids, marks, networks, owners, routed, rules
from ..registry import Submitted, command, job
from ..shape import pick, tags_of
from ..store import Record

KIND = "routingfirewallrule"
DIRECTIONS = ("Ingress", "Egress")


def _view(ctx: Context, rule: Record) -> dict[str, Any]:
    return {
        **pick(rule, "id", "protocol", "startport", "endport", "networkid", "state"),
        "cidrlist": rules.cidr_text(rule["_cidrs"]),
        **pick(rule, "icmptype", "icmpcode"),
        "tags": tags_of(ctx.store, rule["id"]),
        "fordisplay": rule["fordisplay"],
        "destcidrlist": rules.cidr_text(rule["_destcidrs"]),
        "traffictype": rule["traffictype"],
    }


def _traffic(ctx: Context) -> dict[str, Any]:
    protocol = ctx.params["protocol"].lower()
    if protocol not in rules.PROTOCOLS:
        raise errors.invalid(f"Invalid protocol {ctx.params['protocol']}: {', '.join(rules.PROTOCOLS)}")
    ports = rules.given_ports(ctx, "startport", "endport")
    if ports and protocol not in ("tcp", "udp"):
        raise errors.invalid("Ports fit tcp and udp only")
    if protocol == "icmp":
        return {"protocol": protocol, "icmptype": ctx.get("icmptype", -1), "icmpcode": ctx.get("icmpcode", -1)}
    return {"protocol": protocol, **({"startport": ports[0], "endport": ports[1]} if ports else {})}


@command("createRoutingFirewallRule")
def create(ctx: Context) -> Submitted:
    """Let traffic into or out of a routed network."""
    network = ctx.record("network", "networkid")
    if not routed.is_routed(networks.offering_of(ctx.store, network)):
        raise errors.invalid("Routing firewall rules fit routed networks only")
    direction = ctx.get("traffictype", "Ingress").capitalize()
    if direction not in DIRECTIONS:
        raise errors.invalid(f"Invalid traffictype {ctx.params['traffictype']}: Ingress or Egress")
    sources, targets = (ctx.get(name) or [rules.WHOLE] for name in ("cidrlist", "destcidrlist"))
    rules.check_cidrs([*sources, *targets])
    rule = {
        **_traffic(ctx),
        **rules.base(network, owners.copied(network), ctx.get("fordisplay", True)),
        "traffictype": direction,
        "_cidrs": sources,
        "_destcidrs": targets,
    }
    return Submitted(ctx.store.add(KIND, rule)["id"])


@job("createRoutingFirewallRule")
def created(ctx: Context) -> dict[str, Any]:
    """Put the rule to use."""
    rule = ctx.store.need(KIND, ctx.instance)
    rule["state"] = "Active"
    return {"firewallrule": _view(ctx, rule)}


@job("updateRoutingFirewallRule")
def update(ctx: Context) -> dict[str, Any]:
    """Change whether users see a rule, or its id."""
    rule = ctx.record(KIND)
    rule.update(ctx.given("fordisplay"))
    ids.rename(ctx, rule)
    return {"firewallrule": _view(ctx, rule)}


@job("deleteRoutingFirewallRule")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a rule."""
    rule = ctx.record(KIND)
    marks.forget(ctx.store, rule["id"])
    ctx.store.remove(KIND, rule["id"])
    return {"success": True}


@command("listRoutingFirewallRules")
def list_rules(ctx: Context) -> dict[str, Any]:
    """List the rules of routed networks."""
    found = rules.selected(ctx, ctx.store.all(KIND))
    fields = ("networkid", "traffictype", "fordisplay")
    return ctx.list(found, lambda rule: _view(ctx, rule), fields, key="firewallrule")
