"""The instances behind load balancers, those of public addresses and those inside tiers alike."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import balancing, instances, internal_lb, rules
from ..registry import command, job
from ..store import Record

PLAIN, MAPPED = "loadbalancerruleinstance", "lbrulevmidip"
NOBODY = "Failed to assign load balancer rule due to: Both instanceids and vmidipmap  can't be null"
Place = tuple[Record, "str | None"]


def _rule(ctx: Context) -> tuple[Record, bool]:
    """The rule that C(id) names, and whether it is inside a tier."""
    inner = ctx.store.get(balancing.INNER, ctx.params["id"])
    return (inner, True) if inner else (ctx.record(balancing.RULE), False)


def _named(ctx: Context) -> list[Place]:
    """The instances of a request, each with the address that is meant, where one is given."""
    found: list[Place] = [(instance, None) for instance in ctx.records(instances.KIND, "virtualmachineids")]
    for entry in ctx.get("vmidipmap", ()):
        instance = ctx.store.get(instances.KIND, entry.get("vmid"))
        if instance is None:
            raise errors.internal(f"Failed to find the instance {entry.get('vmid')} of vmidipmap")
        found.append((instance, entry.get("vmip")))
    if not found:
        raise errors.internal(NOBODY)
    return found


@job("assignToLoadBalancerRule")
def assign(ctx: Context) -> dict[str, Any]:
    """Put instances behind a rule. A rule inside a tier gets its machine now, when it has none."""
    rule, inside = _rule(ctx)
    network = ctx.store.need("network", rule["networkid"])
    chosen = [
        (instance["id"], rules.guest_address(rules.nic_in(ctx.store, instance, network), address))
        for instance, address in _named(ctx)
    ]
    for instance_id, address in chosen:
        if address in rule["_addresses"].get(instance_id, ()):
            raise errors.invalid(f"VM {instance_id} is already mapped to load balancer.")
    if inside:
        internal_lb.ensure(ctx, rule, network)
        rule["state"] = "Active"
    for instance_id, address in chosen:
        balancing.put(rule, instance_id, address)
    return {"success": True}


@job("removeFromLoadBalancerRule")
def remove(ctx: Context) -> dict[str, Any]:
    """Take instances from behind a rule."""
    rule, _inside = _rule(ctx)
    gone = [(instance["id"], address) for instance, address in _named(ctx)]
    for instance_id, address in gone:
        held = rule["_addresses"].get(instance_id, ())
        if not held or address not in (None, *held):
            raise errors.invalid(f"Not all of the instances are assigned to the rule {rule['name']}")
    for instance_id, address in gone:
        balancing.take(rule, instance_id, address)
    return {"success": True}


@command("listLoadBalancerRuleInstances")
def list_instances(ctx: Context) -> dict[str, Any]:
    """The instances behind one rule, or with `applied=false` those of its network that are not.

    With `lbvmips` each stands with the addresses that are served; its own address, for one that is not applied.
    """
    rule, _inside = _rule(ctx)
    held = set(rule["_instances"])
    if not ctx.get("applied", True):
        nics = ctx.store.where("nic", networkid=rule["networkid"])
        held = {nic["virtualmachineid"] for nic in nics} - held
    found = [instance for instance in ctx.store.all(instances.KIND) if instance["id"] in held]
    del ctx.params["id"]

    def view(instance: Record) -> dict[str, Any]:
        return instances.view(ctx, instance, restricted=True)

    if not ctx.get("lbvmips"):
        return ctx.list(found, view)

    def mapped(instance: Record) -> dict[str, Any]:
        served = rule["_addresses"].get(instance["id"], [])
        return {"lbvmipaddresses": served, "loadbalancerruleinstance": view(instance)}

    return {MAPPED if key == PLAIN else key: held for key, held in ctx.list(found, mapped).items()}
