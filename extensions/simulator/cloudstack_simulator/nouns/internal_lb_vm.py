"""The machines of inner load balancers, as administrators see and steer them."""

from __future__ import annotations

from typing import Any

from ..context import Context
from ..model import internal_lb
from ..model.internal_lb import KIND
from ..registry import Submitted, command, job

FIELDS = ("zoneid", "podid", "hostid", "state", "vpcid")


@command("startInternalLoadBalancerVM", "stopInternalLoadBalancerVM")
def prepare(ctx: Context) -> Submitted:
    """Find the machine."""
    return Submitted(ctx.record(KIND)["id"])


@job("startInternalLoadBalancerVM")
def start(ctx: Context) -> dict[str, Any]:
    """Start a stopped machine."""
    machine = ctx.record(KIND)
    if machine["state"] != "Running":
        internal_lb.place(ctx.store, machine)
    return {KIND: internal_lb.view(ctx.store, machine)}


@job("stopInternalLoadBalancerVM")
def stop(ctx: Context) -> dict[str, Any]:
    """Stop a machine."""
    machine = ctx.record(KIND)
    internal_lb.stop(machine)
    return {KIND: internal_lb.view(ctx.store, machine)}


@command("listInternalLoadBalancerVMs")
def list_machines(ctx: Context) -> dict[str, Any]:
    """List the machines; without `listall` those of the caller's account."""
    found = ctx.owned(ctx.store.all(KIND))
    if "networkid" in ctx.params:
        found = [machine for machine in found if machine["_networkid"] == ctx.params["networkid"]]
    if "forvpc" in ctx.params:
        found = [machine for machine in found if bool(machine.get("vpcid")) == ctx.params["forvpc"]]
    return ctx.list(found, lambda machine: internal_lb.view(ctx.store, machine), FIELDS)
