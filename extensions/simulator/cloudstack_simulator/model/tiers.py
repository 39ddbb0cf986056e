"""What a VPC asks of its tiers."""

from __future__ import annotations

from .. import addresses, errors
from ..context import Context


def check_new(ctx: Context, cidr: str | None) -> None:
    """Refuse a tier that does not fit its VPC: outside its CIDR, over another tier, or with another VPC's ACL."""
    vpc = ctx.maybe("vpc", "vpcid")
    if vpc is None:
        if "aclid" in ctx.params:
            raise errors.invalid("Cannot assign a network ACL to a network that is no tier of a VPC")
        return
    if cidr is None or not addresses.holds(vpc["cidr"], cidr):
        raise errors.invalid(f"The tier's CIDR {cidr} is not within the CIDR {vpc['cidr']} of the VPC {vpc['name']}")
    for tier in ctx.store.where("network", vpcid=vpc["id"]):
        if addresses.overlap(tier["cidr"], cidr):
            raise errors.invalid(f"The tier's CIDR {cidr} overlaps that of the tier {tier['name']}, {tier['cidr']}")
    rules = ctx.maybe("networkacllist", "aclid")
    if rules is not None and rules.get("vpcid") not in (None, vpc["id"]):
        raise errors.invalid(f"The network ACL {rules['name']} belongs to another VPC")
