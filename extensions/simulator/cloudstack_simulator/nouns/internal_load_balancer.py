"""Load balancers inside a VPC's tier."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import balancing, guestips, ids, instances, internal_lb, marks, networks, offerings, owners, rules
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


def _address(ctx: Context, source: Record) -> str:
    """The address to balance: a free one, or that of other load balancers on other ports."""
    wanted = ctx.get("sourceipaddress")
    beside = ctx.store.where(KIND, sourceipaddressnetworkid=source["id"], sourceipaddress=wanted) if wanted else []
    if not beside:
        return guestips.pick_address(ctx.store, source, wanted)["ipaddress"]
    port = ctx.params["sourceport"]
    if any(held["sourceport"] == port for held in beside):
        text = f"The port {port} of {wanted} is balanced already"
        raise errors.ApiError(errors.NETWORK_RULE_CONFLICT, text, errors.CS_RULE_CONFLICT)
    return str(wanted)


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
    address = _address(ctx, source)
    record = {
        **ctx.given("name", "description", "algorithm", "sourceport", "instanceport"),
        "sourceipaddress": address,
        "sourceipaddressnetworkid": source["id"],
        **rules.base(network, owners.copied(network), ctx.get("fordisplay", True)),
        **balancing.nobody(),
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
    internal_lb.release(ctx.store, balancer)
    return {"success": True}


@command("listLoadBalancers")
def list_balancers(ctx: Context) -> dict[str, Any]:
    """List the inner load balancers."""
    found = ctx.owned(ctx.store.all(KIND))
    fields = ("networkid", "sourceipaddress", "sourceipaddressnetworkid", "fordisplay")
    return ctx.list(found, lambda balancer: _view(ctx, balancer), fields, key="loadbalancer")
