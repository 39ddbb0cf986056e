# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Which rules a server cannot hold side by side. Pure."""

from __future__ import annotations

import ipaddress
from typing import Any, Sequence

from .spec import Rule

EVERY_PORT = (0, 65535)


def same_traffic(one: Rule, other: Rule) -> bool:
    """Tell whether two firewall rules speak of the same protocol, of a common port or ICMP type, and common sources."""
    if one.get("protocol") != other.get("protocol"):
        return False
    icmp = [(rule.get("icmp_type"), rule.get("icmp_code")) for rule in (one, other)]
    if icmp[0] != icmp[1] or not _meet(_ports(one, "start_port", "end_port"), _ports(other, "start_port", "end_port")):
        return False
    if not _share(one.get("cidrs"), other.get("cidrs")):
        return False
    return not (one.get("dest_cidrs") and other.get("dest_cidrs")) or _share(one["dest_cidrs"], other["dest_cidrs"])


def same_public_port(one: Rule, other: Rule) -> bool:
    """Tell whether two port forwarding rules of one address take a common port."""
    ports = [_ports(rule, "public_port", "public_end_port") for rule in (one, other)]
    return one.get("protocol") == other.get("protocol") and _meet(*ports)


def _ports(rule: Rule, first: str, last: str) -> tuple[int, int]:
    start = rule.get(first)
    if start is None:
        return EVERY_PORT
    end = rule.get(last)
    return int(start), int(start if end is None else end)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _share(one: Sequence[Any] | None, other: Sequence[Any] | None) -> bool:
    """Tell whether two lists of networks have an address in common; no list stands for all of them."""
    if not one or not other:
        return True
    pairs = ((ipaddress.ip_network(a, strict=False), ipaddress.ip_network(b, strict=False)) for a in one for b in other)
    return any(a.version == b.version and a.overlaps(b) for a, b in pairs)
