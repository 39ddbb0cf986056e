"""Port forwarding: ports of a public address to ports of an instance."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import ids, marks, networks, offerings, owners, rules
from ..registry import Submitted, command, job
from ..shape import pick, tags_of
from ..store import Record
from . import firewall

KIND = "portforwardingrule"


def view(ctx: Context, rule: Record) -> dict[str, Any]:
    """A rule as the API shows it: ports are texts."""
    instance = ctx.store.need("virtualmachine", rule["virtualmachineid"])
    network = ctx.store.need("network", rule["networkid"])
    return {
        **pick(rule, "id", "privateport", "privateendport", "protocol", "publicport", "publicendport"),
        "virtualmachineid": instance["id"],
        "virtualmachinename": instance["name"],
        "virtualmachinedisplayname": instance["displayname"],
        **pick(rule, "ipaddressid", "ipaddress", "state"),
        "cidrlist": rules.cidr_text(rule["_cidrs"]),
        "tags": tags_of(ctx.store, rule["id"]),
        "vmguestip": rule["vmguestip"],
        "networkid": network["id"],
        "networkname": network["name"],
        "fordisplay": rule["fordisplay"],
    }


def _refuse_use(ctx: Context, address: Record) -> None:
    if address["isstaticnat"]:
        raise errors.ApiError(
            errors.NETWORK_RULE_CONFLICT,
            f"The IP address {address['ipaddress']} has static NAT and cannot forward single ports",
            errors.CS_RULE_CONFLICT,
        )


def _ports(ctx: Context) -> tuple[tuple[int, int], tuple[int, int]]:
    public = rules.given_ports(ctx, "publicport", "publicendport")
    private = rules.given_ports(ctx, "privateport", "privateendport")
    if public is None or private is None:
        raise errors.invalid("publicport and privateport must be given")
    if private[1] != private[0] and public[1] - public[0] != private[1] - private[0]:
        raise errors.invalid("Source port and destination port ranges should be of equal sizes.")
    return public, private


@command("createPortForwardingRule")
def create(ctx: Context) -> Submitted:
    """Forward ports of an address to an instance; the firewall is opened too unless it shall not."""
    address = ctx.record("publicipaddress", "ipaddressid")
    instance = ctx.record("virtualmachine", "virtualmachineid")
    network = rules.network_of(ctx, address)
    offering = networks.offering_of(ctx.store, network)
    if not offerings.has(offering, "PortForwarding"):
        raise errors.invalid(f"The network {network['name']} has no port forwarding")
    protocol = ctx.params["protocol"].lower()
    if protocol not in ("tcp", "udp"):
        raise errors.invalid(f"Port forwarding takes the protocols tcp and udp, not {ctx.params['protocol']}")
    _refuse_use(ctx, address)
    public, private = _ports(ctx)
    guest = rules.guest_address(rules.nic_in(ctx.store, instance, network), ctx.get("vmguestip"))
    rules.check_cidrs(ctx.get("cidrlist", []))
    rules.refuse_translation_conflict(ctx.store, address, network, protocol, public)
    rule = ctx.store.add(
        KIND,
        {
            "protocol": protocol,
            "publicport": str(public[0]),
            "publicendport": str(public[1]),
            "privateport": str(private[0]),
            "privateendport": str(private[1]),
            "virtualmachineid": instance["id"],
            "vmguestip": guest,
            "ipaddressid": address["id"],
            "ipaddress": address["ipaddress"],
            **rules.base(network, owners.copied(address), ctx.get("fordisplay", True)),
            "_cidrs": ctx.get("cidrlist", []),
        },
    )
    if not network.get("vpcid") and offerings.has(offering, "Firewall") and ctx.get("openfirewall", True):
        opened = {"protocol": protocol, "startport": public[0], "endport": public[1]}
        try:
            rule["_firewallid"] = firewall.add_ingress(ctx, address, network, opened, [rules.WHOLE])["id"]
        except errors.ApiError:
            ctx.store.remove(KIND, rule["id"])
            raise
    address.setdefault("associatednetworkid", network["id"])
    return Submitted(rule["id"])


@job("createPortForwardingRule")
def created(ctx: Context) -> dict[str, Any]:
    """Put the rule to use, with the firewall rule that came with it."""
    rule = ctx.store.need(KIND, ctx.instance)
    for used in (rule, ctx.store.get(firewall.KIND, rule.get("_firewallid"))):
        if used is not None:
            used["state"] = "Active"
    return {"portforwardingrule": view(ctx, rule)}


@command("updatePortForwardingRule")
def prepare_update(ctx: Context) -> Submitted:
    """Check the new target."""
    rule = ctx.record(KIND)
    rules.given_ports(ctx, "privateport", "privateendport")
    rules.check_cidrs(ctx.get("cidrlist", []))
    _target(ctx, rule)
    return Submitted(rule["id"])


def _target(ctx: Context, rule: Record) -> dict[str, str]:
    if "virtualmachineid" not in ctx.params and "vmguestip" not in ctx.params:
        return {}
    instance = ctx.maybe("virtualmachine", "virtualmachineid") or ctx.store.need(
        "virtualmachine", rule["virtualmachineid"]
    )
    nic = rules.nic_in(ctx.store, instance, ctx.store.need("network", rule["networkid"]))
    return {"virtualmachineid": instance["id"], "vmguestip": rules.guest_address(nic, ctx.get("vmguestip"))}


@job("updatePortForwardingRule")
def update(ctx: Context) -> dict[str, Any]:
    """Change private ports, instance, sources or whether users see the rule."""
    rule = ctx.record(KIND)
    rule.update(_target(ctx, rule))
    if "privateport" in ctx.params:
        width = int(rule["publicendport"]) - int(rule["publicport"])
        rule["privateport"] = str(ctx.params["privateport"])
        rule["privateendport"] = str(ctx.get("privateendport", ctx.params["privateport"] + width))
    elif "privateendport" in ctx.params:
        rule["privateendport"] = str(ctx.params["privateendport"])
    if "cidrlist" in ctx.params:
        rule["_cidrs"] = ctx.params["cidrlist"]
    rule.update(ctx.given("fordisplay"))
    ids.rename(ctx, rule)
    return {"portforwardingrule": view(ctx, rule)}


@job("deletePortForwardingRule")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove the rule, with the firewall rule that came with it."""
    rule = ctx.record(KIND)
    ctx.store.remove(KIND, rule["id"])
    ctx.store.remove(firewall.KIND, rule.get("_firewallid"))
    marks.forget(ctx.store, rule["id"])
    return {"success": True}


@command("listPortForwardingRules")
def list_rules(ctx: Context) -> dict[str, Any]:
    """List port forwarding rules."""
    found = rules.selected(ctx, ctx.store.all(KIND))
    if "tags" in ctx.params:
        found = [rule for rule in found if marks.has_tags(ctx.store, rule["id"], ctx.params["tags"])]
    return ctx.list(found, lambda rule: view(ctx, rule), ("ipaddressid", "networkid", "fordisplay"))
