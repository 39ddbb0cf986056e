"""Load balancing on public addresses: rules, their instances, stickiness."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import ids, instances, marks, networks, offerings, owners, rules
from ..registry import Submitted, command, job
from ..shape import as_dict, compact, pick, tags_of
from ..store import Record
from . import firewall

KIND = "loadbalancerrule"
POLICY = "stickinesspolicy"
ALGORITHMS = ("roundrobin", "leastconn", "source")
METHODS = ("LbCookie", "AppCookie", "SourceBased")
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
        "_instances": [],
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
    for policy in ctx.store.where(POLICY, lbruleid=rule["id"]):
        ctx.store.remove(POLICY, policy["id"])
    ctx.store.remove(firewall.KIND, rule.get("_firewallid"))
    marks.forget(ctx.store, rule["id"])
    ctx.store.remove(KIND, rule["id"])
    return {"success": True}


def _named(ctx: Context) -> list[Record]:
    found = ctx.records(instances.KIND, "virtualmachineids")
    for entry in ctx.get("vmidipmap", ()):
        instance = ctx.store.get(instances.KIND, entry.get("vmid"))
        if instance is None:
            raise errors.internal(f"Failed to find the instance {entry.get('vmid')} of vmidipmap")
        found.append(instance)
    if not found:
        raise errors.internal(
            "Failed to assign load balancer rule due to: Both instanceids and vmidipmap  can't be null"
        )
    return found


@job("assignToLoadBalancerRule")
def assign(ctx: Context) -> dict[str, Any]:
    """Put instances behind a rule."""
    rule = ctx.record(KIND)
    network = ctx.store.need("network", rule["networkid"])
    chosen = _named(ctx)
    for instance in chosen:
        rules.nic_in(ctx.store, instance, network)
        if instance["id"] in rule["_instances"]:
            raise errors.invalid(f"VM {instance['id']} is already mapped to load balancer.")
    rule["_instances"] += [instance["id"] for instance in chosen]
    return {"success": True}


@job("removeFromLoadBalancerRule")
def remove(ctx: Context) -> dict[str, Any]:
    """Take instances from behind a rule."""
    rule = ctx.record(KIND)
    gone = {instance["id"] for instance in _named(ctx)}
    if not gone <= set(rule["_instances"]):
        raise errors.invalid(f"Not all of the instances are assigned to the rule {rule['name']}")
    rule["_instances"] = [held for held in rule["_instances"] if held not in gone]
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


@command("listLoadBalancerRuleInstances")
def list_instances(ctx: Context) -> dict[str, Any]:
    """The instances behind one rule, or with `applied=false` those of its network that are not."""
    rule = ctx.record(KIND)
    held = set(rule["_instances"])
    if not ctx.get("applied", True):
        nics = ctx.store.where("nic", networkid=rule["networkid"])
        held = {nic["virtualmachineid"] for nic in nics} - held
    found = [instance for instance in ctx.store.all(instances.KIND) if instance["id"] in held]
    del ctx.params["id"]
    return ctx.list(found, lambda instance: instances.view(ctx, instance, restricted=True))


def _policies(ctx: Context, rule: Record) -> dict[str, Any]:
    shown = [
        {**pick(held, "id", "name", "methodname", "description", "fordisplay"), "params": held["_params"]}
        for held in ctx.store.where(POLICY, lbruleid=rule["id"])
    ]
    return {"lbruleid": rule["id"], **owners.of(rule, path=False), "stickinesspolicy": shown}


@command("createLBStickinessPolicy")
def create_policy(ctx: Context) -> Submitted:
    """Make a rule sticky; one policy a rule."""
    rule = ctx.record(KIND, "lbruleid")
    if ctx.params["methodname"] not in METHODS:
        raise errors.invalid(f"Failed to create Stickiness policy: no method {ctx.params['methodname']}")
    for held in ctx.store.where(POLICY, lbruleid=rule["id"]):
        ctx.store.remove(POLICY, held["id"])
    fields = ctx.given("name", "methodname", "description")
    options = as_dict(ctx.get("param"))
    policy = {**fields, "lbruleid": rule["id"], "fordisplay": ctx.get("fordisplay", True), "_params": options}
    return Submitted(ctx.store.add(POLICY, policy)["id"])


@job("createLBStickinessPolicy")
def policy_created(ctx: Context) -> dict[str, Any]:
    """Show the rule's policies."""
    policy = ctx.store.need(POLICY, ctx.instance)
    return {"stickinesspolicies": _policies(ctx, ctx.store.need(KIND, policy["lbruleid"]))}


@job("deleteLBStickinessPolicy")
def delete_policy(ctx: Context) -> dict[str, Any]:
    """Remove a stickiness policy."""
    ctx.store.remove(POLICY, ctx.record(POLICY)["id"])
    return {"success": True}


@command("listLBStickinessPolicies")
def list_policies(ctx: Context) -> dict[str, Any]:
    """The stickiness policies of one rule."""
    policy = ctx.maybe(POLICY)
    rule = ctx.store.need(KIND, policy["lbruleid"]) if policy else ctx.record(KIND, "lbruleid")
    return {"count": 1, "stickinesspolicies": [_policies(ctx, rule)]}


@command("createLBHealthCheckPolicy")
def create_health_check(ctx: Context) -> Submitted:
    """Refused: the virtual router checks no health."""
    rule = ctx.record(KIND, "lbruleid")
    raise errors.ApiError(
        errors.MALFORMED,
        "Failed to create HealthCheck policy: Validation Failed (HealthCheck Policy is not supported by LB Provider "
        f'for the LB rule:LoadBalancer {{"name":"{rule["name"]}","id":{rule["_number"]},"purpose":"LoadBalancing",'
        f'"state":"{rule["state"]}","uuid":"{rule["id"]}"}})',
    )
