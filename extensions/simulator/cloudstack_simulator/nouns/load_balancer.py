"""Load balancing on public addresses: the rules."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import accepted, balancing, ids, marks, networks, offerings, owners, rules
from ..registry import Submitted, command, job
from ..shape import compact, pick, tags_of
from ..store import Record
from . import firewall

KIND = "loadbalancerrule"
PROTOCOLS = ("tcp", "udp", "tcp-proxy", "ssl")
ALGORITHMS = ("roundrobin", "leastconn", "source")
NO_PROTOCOL = (
    'Cannot invoke "String.equals(Object)" because the return value of '
    '"com.cloud.network.dao.LoadBalancerVO.getLbProtocol()" is null'
)


def view(ctx: Context, rule: Record) -> dict[str, Any]:
    """A rule as the API shows it: ports are texts."""
    zone = ctx.store.need("zone", rule["zoneid"])
    return {
        **pick(rule, "id", "name", "description"),
        "publicipid": rule["ipaddressid"],
        "publicip": rule["ipaddress"],
        **pick(rule, "publicport", "privateport", "algorithm", "networkid"),
        **compact(cidrlist=rules.cidr_text(rule["_cidrs"]) or None),
        **owners.of(rule),
        "state": rule["state"],
        **compact(protocol=rule.get("_protocol")),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        "tags": tags_of(ctx.store, rule["id"]),
        "fordisplay": rule["fordisplay"],
    }


def _check_algorithm(ctx: Context) -> None:
    accepted.word(ctx, "protocol", PROTOCOLS)
    if "algorithm" in ctx.params and ctx.params["algorithm"] not in ALGORITHMS:
        raise errors.invalid(f"Invalid algorithm: {ctx.params['algorithm']}")


@command("createLoadBalancerRule")
def create(ctx: Context) -> Submitted:
    """Balance a port of an address over instances to be assigned."""
    address = ctx.record("publicipaddress", "publicipid")
    network = rules.network_of(ctx, address)
    if not offerings.has(networks.offering_of(ctx.store, network), "Lb"):
        raise errors.invalid(f"The network {network['name']} has no load balancing")
    _check_algorithm(ctx)
    if address["isstaticnat"]:
        raise errors.ApiError(
            errors.NETWORK_RULE_CONFLICT, f"The address {address['ipaddress']} has static NAT", errors.CS_RULE_CONFLICT
        )
    port = rules.given_ports(ctx, "publicport", "publicport")
    rules.given_ports(ctx, "privateport", "privateport")
    rules.check_cidrs(ctx.get("cidrlist", []))
    asked = port or (0, 0)
    rules.refuse_translation_conflict(ctx.store, address, network, "tcp", asked)
    rule = {
        **ctx.given("name", "description", "algorithm"),
        "protocol": "udp" if ctx.get("protocol", "").lower() == "udp" else "tcp",
        "_protocol": ctx.get("protocol"),
        "publicport": str(asked[0]),
        "privateport": str(ctx.params["privateport"]),
        "ipaddressid": address["id"],
        "ipaddress": address["ipaddress"],
        "zoneid": address["zoneid"],
        **rules.base(network, owners.copied(address), ctx.get("fordisplay", True)),
        "_cidrs": ctx.get("cidrlist", []),
        **balancing.nobody(),
    }
    _open_firewall(ctx, address, network, rule, asked)
    return Submitted(ctx.store.add(KIND, rule)["id"])


def _open_firewall(ctx: Context, address: Record, network: Record, rule: Record, port: tuple[int, int]) -> None:
    has_firewall = offerings.has(networks.offering_of(ctx.store, network), "Firewall")
    if has_firewall and ctx.get("openfirewall", True) and not network.get("vpcid"):
        opened = {"protocol": rule["protocol"], "startport": port[0], "endport": port[1]}
        rule["_firewallid"] = firewall.add_ingress(ctx, address, network, opened, rule["_cidrs"] or [rules.WHOLE])["id"]


@job("createLoadBalancerRule")
def created(ctx: Context) -> dict[str, Any]:
    """Show the rule, which is put to use a moment later."""
    rule = ctx.store.need(KIND, ctx.instance)
    shown = view(ctx, rule)
    for used in (rule, ctx.store.get(firewall.KIND, rule.get("_firewallid"))):
        if used is not None:
            used["state"] = "Active"
    return {"loadbalancer": shown}


@job("updateLoadBalancerRule")
def update(ctx: Context) -> dict[str, Any]:
    """Change a rule; the recorded server cannot change one that was made without a protocol."""
    rule = ctx.record(KIND)
    _check_algorithm(ctx)
    if rule.get("_protocol") is None and "protocol" not in ctx.params:
        raise errors.internal(NO_PROTOCOL)
    rule.update(ctx.given("name", "description", "algorithm", "fordisplay"))
    if "protocol" in ctx.params:
        rule["_protocol"] = ctx.params["protocol"]
    if "cidrlist" in ctx.params:
        rule["_cidrs"] = ctx.params["cidrlist"]
    ids.rename(ctx, rule)
    return {"loadbalancer": view(ctx, rule)}


@job("deleteLoadBalancerRule")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a rule with its stickiness and the firewall rule that came with it."""
    rule = ctx.record(KIND)
    ctx.store.remove(firewall.KIND, rule.get("_firewallid"))
    marks.forget(ctx.store, rule["id"])
    ctx.store.remove(KIND, rule["id"])
    return {"success": True}


@command("listLoadBalancerRules")
def list_rules(ctx: Context) -> dict[str, Any]:
    """List rules."""
    found = ctx.owned(ctx.store.all(KIND))
    if "publicipid" in ctx.params:
        found = [rule for rule in found if rule["ipaddressid"] == ctx.params["publicipid"]]
    if "virtualmachineid" in ctx.params:
        found = [rule for rule in found if ctx.params["virtualmachineid"] in rule["_instances"]]
    if "tags" in ctx.params:
        found = [rule for rule in found if marks.has_tags(ctx.store, rule["id"], ctx.params["tags"])]
    return ctx.list(found, lambda rule: view(ctx, rule), ("networkid", "zoneid", "fordisplay"))
