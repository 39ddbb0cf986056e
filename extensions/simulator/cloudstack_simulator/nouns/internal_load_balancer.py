"""Load balancers inside a VPC's tier. The simulated cloud keeps them; the machine that would do it is not simulated."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import guestips, ids, instances, marks, networks, offerings, owners, rules
from ..registry import Submitted, command, job
from ..shape import pick, tags_of
from ..store import Record

KIND = "applicationloadbalancer"
SCHEME = "internal"


def _members(ctx: Context, balancer: Record) -> list[dict[str, Any]]:
    held = (ctx.store.get(instances.KIND, instance) for instance in balancer["_instances"])
    return [
        {
            "id": instance["id"],
            "name": instance["instancename"],
            **pick(ctx.store.first("nic", virtualmachineid=instance["id"]) or {}, "ipaddress"),
        }
        for instance in held
        if instance
    ]


def _view(ctx: Context, balancer: Record) -> dict[str, Any]:
    rule = pick(balancer, "sourceport", "instanceport", "state")
    return {
        **pick(balancer, "id", "name", "description", "algorithm", "networkid"),
        **pick(balancer, "sourceipaddress", "sourceipaddressnetworkid"),
        **owners.of(balancer),
        "loadbalancerrule": [rule],
        "loadbalancerinstance": _members(ctx, balancer),
        "tags": tags_of(ctx.store, balancer["id"]),
        "fordisplay": balancer["fordisplay"],
    }


@command("createLoadBalancer")
def create(ctx: Context) -> Submitted:
    """Balance a port of an inner address of a tier."""
    network, source = ctx.record("network", "networkid"), ctx.record("network", "sourceipaddressnetworkid")
    if ctx.params["scheme"].lower() != SCHEME:
        raise errors.invalid(f"Invalid value for scheme. Supported value is {SCHEME.capitalize()}")
    if offerings.provider(networks.offering_of(ctx.store, network), "Lb") != "InternalLbVm":
        raise errors.invalid(f"The network {network['name']} has no internal load balancing")
    for name in ("sourceport", "instanceport"):
        rules.given_ports(ctx, name, name)
    if not source.get("cidr"):
        raise errors.invalid(f"The network {source['name']} has no addresses")
    address = guestips.pick_address(ctx.store, source, ctx.get("sourceipaddress"))["ipaddress"]
    record = {
        **ctx.given("name", "description", "algorithm", "sourceport", "instanceport"),
        "sourceipaddress": address,
        "sourceipaddressnetworkid": source["id"],
        **rules.base(network, owners.copied(network), ctx.get("fordisplay", True)),
        "_instances": [],
    }
    return Submitted(ctx.store.add(KIND, record)["id"])


@job("createLoadBalancer")
def created(ctx: Context) -> dict[str, Any]:
    """Show it; it is put to use when it gets instances."""
    return {"loadbalancer": _view(ctx, ctx.store.need(KIND, ctx.instance))}


@job("updateLoadBalancer")
def update(ctx: Context) -> dict[str, Any]:
    """Change whether users see it, or its id."""
    balancer = ctx.record(KIND)
    balancer.update(ctx.given("fordisplay"))
    ids.rename(ctx, balancer)
    return {"loadbalancer": _view(ctx, balancer)}


@job("deleteLoadBalancer")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove it."""
    balancer = ctx.record(KIND)
    marks.forget(ctx.store, balancer["id"])
    ctx.store.remove(KIND, balancer["id"])
    return {"success": True}


@command("listLoadBalancers")
def list_balancers(ctx: Context) -> dict[str, Any]:
    """List the inner load balancers."""
    found = ctx.owned(ctx.store.all(KIND))
    fields = ("networkid", "sourceipaddress", "sourceipaddressnetworkid", "fordisplay")
    return ctx.list(found, lambda balancer: _view(ctx, balancer), fields, key="loadbalancer")
