"""Firewall rules: ingress on public addresses, egress of networks."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..model import accepted, ids, marks, networks, offerings, owners, rules
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

KIND = "firewallrule"


def view(ctx: Context, rule: Record) -> dict[str, Any]:
    """A rule as the API shows it."""
    return {**rules.packet_view(ctx, rule), **pick(rule, "ipaddressid", "ipaddress")}


def _protocol(ctx: Context) -> dict[str, Any]:
    """Protocol with its ports or its ICMP type and code."""
    protocol = ctx.params["protocol"].lower()
    if protocol not in rules.PROTOCOLS and not (protocol.isdigit() and int(protocol) <= 255):
        raise errors.invalid(f"Invalid protocol {ctx.params['protocol']}: tcp, udp, icmp, all or a number")
    ports = rules.given_ports(ctx, "startport", "endport")
    if protocol != "icmp":
        if "icmptype" in ctx.params or "icmpcode" in ctx.params:
            raise errors.invalid("Can specify icmpCode and icmpType for ICMP protocol only")
        if ports and protocol not in ("tcp", "udp"):
            raise errors.invalid("Start port or end port should not be specified for a protocol without ports")
        return {"protocol": protocol, **({"startport": ports[0], "endport": ports[1]} if ports else {})}
    if ports:
        raise errors.invalid("Can't specify start/end port when protocol is ICMP")
    accepted.refuse_icmp(ctx)
    return {"protocol": protocol, "icmptype": ctx.get("icmptype", -1), "icmpcode": ctx.get("icmpcode", -1)}


def _same_icmp(held: Record, wanted: Record) -> bool:
    return (held.get("icmptype"), held.get("icmpcode")) == (wanted.get("icmptype"), wanted.get("icmpcode"))


def _cidrs_overlap(held: Record, wanted: Record) -> bool:
    sources = any(addresses.overlap(one, two) for one in held["_cidrs"] for two in wanted["_cidrs"])
    if not sources or not (held["_destcidrs"] and wanted["_destcidrs"]):
        return sources
    return any(addresses.overlap(one, two) for one in held["_destcidrs"] for two in wanted["_destcidrs"])


def _refuse_conflict(ctx: Context, wanted: Record, network: Record, peers: list[Record]) -> None:
    for held in peers:
        if held["protocol"] != wanted["protocol"] or not _cidrs_overlap(held, wanted):
            continue
        if wanted["protocol"] == "icmp":
            if _same_icmp(held, wanted):
                raise errors.ApiError(
                    errors.NETWORK_RULE_CONFLICT,
                    f"New rule conflicts with existing rule id={held['_number']}",
                    errors.CS_RULE_CONFLICT,
                )
        elif addresses.ports_overlap(rules.ports(held), rules.ports(wanted)):
            raise rules.conflict(KIND, held, network, rules.ports(wanted))


def add_ingress(ctx: Context, address: Record, network: Record, fields: dict[str, Any], cidrs: list[str]) -> Record:
    """Keep an ingress rule for an address."""
    rule = {
        **fields,
        "ipaddressid": address["id"],
        "ipaddress": address["ipaddress"],
        **rules.base(network, owners.copied(address), ctx.get("fordisplay", True)),
        "traffictype": "Ingress",
        "_cidrs": cidrs,
        "_destcidrs": [],
    }
    peers = ctx.store.where(KIND, ipaddressid=address["id"])
    _refuse_conflict(ctx, rule, network, peers)
    return ctx.store.add(KIND, rule)


@command("createFirewallRule")
def create(ctx: Context) -> Submitted:
    """Open an address for a protocol, its ports and sources."""
    address = ctx.record("publicipaddress", "ipaddressid")
    network = rules.network_of(ctx, address)
    if not offerings.has(networks.offering_of(ctx.store, network), "Firewall"):
        raise errors.invalid(f"The network {network['name']} has no firewall")
    cidrs = ctx.get("cidrlist") or [rules.WHOLE]
    rules.check_cidrs(cidrs)
    return Submitted(add_ingress(ctx, address, network, _protocol(ctx), cidrs)["id"])


@command("createEgressFirewallRule")
def create_egress(ctx: Context) -> Submitted:
    """Let (or, where the default is to allow, keep) traffic out of a network."""
    network = ctx.record("network", "networkid")
    if not offerings.has(networks.offering_of(ctx.store, network), "Firewall"):
        raise errors.invalid(f"The network {network['name']} has no firewall")
    whole = network.get("networkcidr") or network["cidr"]
    cidrs = [whole if cidr == rules.WHOLE else cidr for cidr in ctx.get("cidrlist") or [whole]]
    rules.check_cidrs([*cidrs, *ctx.get("destcidrlist", [])])
    if not all(addresses.holds(whole, cidr) for cidr in cidrs):
        raise errors.invalid(f"{','.join(cidrs)} is not within the network's CIDR {whole}")
    rule = {
        **_protocol(ctx),
        **rules.base(network, owners.copied(network), ctx.get("fordisplay", True)),
        "traffictype": "Egress",
        "_cidrs": cidrs,
        "_destcidrs": ctx.get("destcidrlist", []),
    }
    peers = ctx.store.where(KIND, networkid=network["id"], traffictype="Egress")
    _refuse_conflict(ctx, rule, network, peers)
    return Submitted(ctx.store.add(KIND, rule)["id"])


@job("createFirewallRule", "createEgressFirewallRule")
def created(ctx: Context) -> dict[str, Any]:
    """Put the rule to use."""
    rule = ctx.store.need(KIND, ctx.instance)
    rule["state"] = "Active"
    return {"firewallrule": view(ctx, rule)}


@job("updateFirewallRule", "updateEgressFirewallRule")
def update(ctx: Context) -> dict[str, Any]:
    """Change whether users see a rule, or its id."""
    rule = ctx.record(KIND)
    rule.update(ctx.given("fordisplay"))
    ids.rename(ctx, rule)
    return {"firewallrule": view(ctx, rule)}


@command("deleteFirewallRule", "deleteEgressFirewallRule")
def prepare_delete(ctx: Context) -> Submitted:
    """Find the rule, of the direction that the command is for."""
    rule = ctx.record(KIND)
    if (rule["traffictype"] == "Egress") != ("Egress" in ctx.command.name):
        raise errors.invalid(f"Unable to find a rule of this direction with the id {rule['id']}")
    return Submitted(rule["id"])


@job("deleteFirewallRule", "deleteEgressFirewallRule")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove the rule."""
    ctx.store.remove(KIND, ctx.instance)
    marks.forget(ctx.store, str(ctx.instance))
    return {"success": True}


@command("listFirewallRules", "listEgressFirewallRules")
def list_rules(ctx: Context) -> dict[str, Any]:
    """List the rules of one direction."""
    direction = "Egress" if "Egress" in ctx.command.name else "Ingress"
    found = rules.selected(ctx, ctx.store.where(KIND, traffictype=direction))
    if "tags" in ctx.params:
        found = [rule for rule in found if marks.has_tags(ctx.store, rule["id"], ctx.params["tags"])]
    return ctx.list(found, lambda rule: view(ctx, rule), ("ipaddressid", "networkid", "fordisplay"))
