"""Static NAT: a public address for one instance."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import instances, networks, offerings, rules
from ..registry import Submitted, command, job
from ..store import Record

WORDS = {"portforwardingrule": "PortForwarding", "loadbalancerrule": "LoadBalancing"}


def _taken(text: str) -> errors.ApiError:
    return errors.ApiError(errors.NETWORK_RULE_CONFLICT, text)


def _check(ctx: Context, address: Record, instance: Record) -> None:
    zone = ctx.store.need("zone", address["zoneid"])
    for kind, word in WORDS.items():
        if ctx.store.first(kind, ipaddressid=address["id"]):
            raise _taken(
                "Failed to enable static nat for the ip address "
                f"{rules.described_address(address, zone)} as it already has {word} rules assigned"
            )
    if address["issourcenat"]:
        raise errors.invalid(f"The address {address['ipaddress']} is the source NAT address")
    if address["isstaticnat"] and address.get("virtualmachineid") != instance["id"]:
        raise _taken(f"The address {address['ipaddress']} has static NAT with another instance")
    other = ctx.store.first("publicipaddress", virtualmachineid=instance["id"], isstaticnat=True)
    if other is not None and other is not address and ctx.get("vmguestip") in (None, other["vmipaddress"]):
        raise _taken(f"The instance {instance['name']} has static NAT with the address {other['ipaddress']}")


@command("enableStaticNat")
def enable(ctx: Context) -> dict[str, Any]:
    """Give an address to an instance; again for the same instance changes nothing."""
    address = ctx.record("publicipaddress", "ipaddressid")
    instance = ctx.record("virtualmachine", "virtualmachineid")
    network = rules.network_of(ctx, address)
    if not offerings.has(networks.offering_of(ctx.store, network), "StaticNat"):
        raise errors.invalid(f"The network {network['name']} has no static NAT")
    _check(ctx, address, instance)
    nic = rules.nic_in(ctx.store, instance, network)
    address.update(
        isstaticnat=True,
        virtualmachineid=instance["id"],
        vmipaddress=rules.guest_address(nic, ctx.get("vmguestip")),
        _nicid=nic["id"],
    )
    if not address.get("associatednetworkid"):
        address["associatednetworkid"] = network["id"]
    return {"success": True}


@command("disableStaticNat")
def prepare_disable(ctx: Context) -> Submitted:
    """Find the address."""
    return Submitted(ctx.record("publicipaddress", "ipaddressid")["id"])


@job("disableStaticNat")
def disable(ctx: Context) -> dict[str, Any]:
    """Take the address from its instance, with the firewall rules on it."""
    address = ctx.record("publicipaddress", "ipaddressid")
    if not address["isstaticnat"]:
        raise errors.invalid(f"The address {address['ipaddress']} has no static NAT")
    for rule in ctx.store.where("firewallrule", ipaddressid=address["id"]):
        ctx.store.remove("firewallrule", rule["id"])
    instances.clear_static_nat(address)
    return {"success": True}
