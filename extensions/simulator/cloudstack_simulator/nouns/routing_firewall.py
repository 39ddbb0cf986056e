"""Firewall rules of routed networks, and IPv6 firewall rules of isolated networks with both protocols."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..model import ids, marks, networks, owners, routed, rules
from ..registry import Submitted, command, job
from ..store import Record

KIND, KIND6 = "routingfirewallrule", "ipv6firewallrule"
WHOLE6 = "::/0"
DIRECTIONS = ("Ingress", "Egress")


def _is_ipv6(ctx: Context) -> bool:
    return "Ipv6" in ctx.command.name


def _kind(ctx: Context) -> str:
    return KIND6 if _is_ipv6(ctx) else KIND


def _view(ctx: Context, rule: Record) -> dict[str, Any]:
    return rules.packet_view(ctx, rule)


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


def _check_network(ctx: Context, network: Record) -> None:
    offering = networks.offering_of(ctx.store, network)
    if not _is_ipv6(ctx) and not routed.is_routed(offering):
        raise errors.invalid("Routing firewall rules fit routed networks only")
    if _is_ipv6(ctx) and (offering.get("internetprotocol") != "DualStack" or network.get("vpcid")):
        raise errors.invalid(f"The network {network['name']} has no IPv6 firewall")


def _ends(ctx: Context) -> tuple[list[str], list[str]]:
    """Sources and destinations of the traffic."""
    whole = WHOLE6 if _is_ipv6(ctx) else rules.WHOLE
    sources, targets = (ctx.get(name) or [whole] for name in ("cidrlist", "destcidrlist"))
    if not _is_ipv6(ctx):
        rules.check_cidrs([*sources, *targets])
    for word, cidrs in (("source", sources), ("destination", targets)) if _is_ipv6(ctx) else ():
        for cidr in cidrs:
            if ":" not in cidr or not addresses.is_cidr(cidr):
                raise errors.invalid(f"Invalid {word} IPv6 CIDR: {cidr}")
    return sources, targets


@command("createRoutingFirewallRule", "createIpv6FirewallRule")
def create(ctx: Context) -> Submitted:
    """Let traffic into or out of a network whose instances are reached at their own addresses."""
    network = ctx.record("network", "networkid")
    _check_network(ctx, network)
    direction = ctx.get("traffictype", "Ingress").capitalize()
    if direction not in DIRECTIONS:
        raise errors.invalid(f"Invalid traffictype {ctx.params['traffictype']}: Ingress or Egress")
    sources, targets = _ends(ctx)
    rule = {
        **_traffic(ctx),
        **rules.base(network, owners.copied(network), ctx.get("fordisplay", True)),
        "traffictype": direction,
        "_cidrs": sources,
        "_destcidrs": targets,
    }
    return Submitted(ctx.store.add(_kind(ctx), rule)["id"])


@job("createRoutingFirewallRule", "createIpv6FirewallRule")
def created(ctx: Context) -> dict[str, Any]:
    """Put the rule to use."""
    rule = ctx.store.need(_kind(ctx), ctx.instance)
    rule["state"] = "Active"
    return {"firewallrule": _view(ctx, rule)}


@job("updateRoutingFirewallRule", "updateIpv6FirewallRule")
def update(ctx: Context) -> dict[str, Any]:
    """Change whether users see a rule, or its id."""
    rule = ctx.record(_kind(ctx))
    rule.update(ctx.given("fordisplay"))
    ids.rename(ctx, rule)
    return {"firewallrule": _view(ctx, rule)}


@job("deleteRoutingFirewallRule", "deleteIpv6FirewallRule")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a rule."""
    rule = ctx.record(_kind(ctx))
    marks.forget(ctx.store, rule["id"])
    ctx.store.remove(_kind(ctx), rule["id"])
    return {"success": True}


@command("listRoutingFirewallRules", "listIpv6FirewallRules")
def list_rules(ctx: Context) -> dict[str, Any]:
    """List the rules of networks."""
    found = rules.selected(ctx, ctx.store.all(_kind(ctx)))
    if "tags" in ctx.params:
        found = [rule for rule in found if marks.has_tags(ctx.store, rule["id"], ctx.params["tags"])]
    fields = ("networkid", "traffictype", "fordisplay")
    return ctx.list(found, lambda rule: _view(ctx, rule), fields, key="firewallrule")
