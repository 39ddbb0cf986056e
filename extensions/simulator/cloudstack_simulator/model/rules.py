"""Rules on addresses and networks: ports, conflicts, and what an address is used for."""

from __future__ import annotations

import json
from typing import Any

from .. import addresses, errors
from ..context import Context
from ..shape import pick, tags_of
from ..store import Record, Store

PURPOSES = {"firewallrule": "Firewall", "portforwardingrule": "PortForwarding", "loadbalancerrule": "LoadBalancing"}
TRANSLATING = ("portforwardingrule", "loadbalancerrule")
PROTOCOLS = ("tcp", "udp", "icmp", "all")
WHOLE = "0.0.0.0/0"


def described(kind: str, rule: Record, network: Record) -> str:
    """A rule as error texts quote it."""
    fields = {
        "id": rule["_number"],
        "networkId": network["_number"],
        "purpose": PURPOSES[kind],
        "state": rule["state"],
        "uuid": rule["id"],
    }
    return f"{PURPOSES[kind]}Rule {json.dumps(fields, separators=(',', ':'))}"


def ports(rule: Record) -> tuple[int, int]:
    """A rule's inclusive public port range; a rule without ports covers all."""
    start = rule.get("startport", rule.get("publicport"))
    if start is None:
        return 0, 65535
    end = rule.get("endport", rule.get("publicendport"))
    return int(start), int(end if end is not None else start)


def given_ports(ctx: Context, first: str, last: str) -> tuple[int, int] | None:
    """The port range of a request, or None; ApiError for ports that are none."""
    start = ctx.get(first)
    if start is None:
        return None
    end = ctx.get(last, start)
    for port in (start, end):
        if not 1 <= port <= 65535:
            raise errors.invalid(f"{port} is not a port: 1 to 65535")
    if start > end:
        raise errors.invalid(f"Invalid port range: {start} is above {end}")
    return start, end


def conflict(kind: str, rule: Record, network: Record, asked: tuple[int, int]) -> errors.ApiError:
    """The recorded refusal of a range that another rule has."""
    held = ports(rule)
    return errors.ApiError(
        errors.NETWORK_RULE_CONFLICT,
        f"The range specified, {asked[0]}-{asked[1]}, conflicts with rule {described(kind, rule, network)} which has "
        f"{held[0]}-{held[1]}",
        errors.CS_RULE_CONFLICT,
    )


def refuse_translation_conflict(
    store: Store, address: Record, network: Record, protocol: str, asked: tuple[int, int], but: str | None = None
) -> None:
    """Refuse ports of an address that port forwarding or load balancing uses already."""
    for kind in TRANSLATING:
        for rule in store.where(kind, ipaddressid=address["id"]):
            same = rule["protocol"].lower() == protocol.lower()
            if rule["id"] != but and same and addresses.ports_overlap(ports(rule), asked):
                raise conflict(kind, rule, network, asked)


def check_cidrs(cidrs: list[str]) -> None:
    """Refuse a list with something that is no CIDR."""
    for cidr in cidrs:
        if not addresses.is_cidr(cidr):
            raise errors.invalid(f"Source cidrs formatting error {cidr}")


def described_address(address: Record, zone: Record) -> str:
    """A public address as error texts quote it."""
    fields = {
        "address": address["ipaddress"],
        "dataCenterId": zone["_number"],
        "id": address["_number"],
        "uuid": address["id"],
    }
    return f"IPAddress {json.dumps(fields, separators=(',', ':'))}"


def network_of(ctx: Context, address: Record) -> Record:
    """The network whose instances an address serves: its own, or for a VPC's address the one of `networkid`."""
    network = ctx.store.get("network", address.get("associatednetworkid")) or ctx.maybe("network", "networkid")
    if network is None:
        raise errors.invalid(f"The IP address {address['ipaddress']} is not associated with any network")
    return network


def nic_in(store: Store, instance: Record, network: Record) -> Record:
    """An instance's NIC in a network; ApiError when it has none."""
    nic = store.first("nic", virtualmachineid=instance["id"], networkid=network["id"])
    if nic is None:
        raise errors.invalid(f"The instance {instance['name']} has no NIC in the network {network['name']}")
    return nic


def guest_address(nic: Record, wanted: str | None) -> str:
    """The wanted address of a NIC (its own or a secondary one), or its own."""
    held = [nic.get("ipaddress"), *(entry["ipaddress"] for entry in nic["_secondary"])]
    if wanted is not None and wanted not in held:
        raise errors.invalid(f"{wanted} is not an address of the instance's NIC in the network")
    return wanted or nic["ipaddress"]


def selected(ctx: Context, records: list[Record]) -> list[Record]:
    """Rules after the tests that all rule lists share: owner, newest first."""
    return list(reversed(ctx.owned(records)))


def cidr_text(cidrs: list[str] | None) -> str:
    """A list of CIDRs as answers show it."""
    return ",".join(cidrs or [])


def packet_view(ctx: Context, rule: Record) -> dict[str, Any]:
    """What answers show of every rule that lets packets through."""
    return {
        **pick(rule, "id", "protocol", "startport", "endport", "networkid", "state", "icmptype", "icmpcode"),
        "cidrlist": cidr_text(rule["_cidrs"]),
        "tags": tags_of(ctx.store, rule["id"]),
        "fordisplay": rule["fordisplay"],
        "destcidrlist": cidr_text(rule["_destcidrs"]),
        "traffictype": rule["traffictype"],
    }


def base(network: Record, owner: dict[str, Any], fordisplay: bool) -> dict[str, Any]:
    """The fields that every rule has; it is Active when its job has put it to use."""
    return {**owner, "networkid": network["id"], "state": "Add", "fordisplay": fordisplay}
