"""Arithmetic on IPv4 addresses, MAC addresses and VLAN ranges. Pure: nothing here knows the store."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Iterator


def network_of(gateway: str, netmask: str) -> ipaddress.IPv4Network:
    """The network that holds a gateway. Raises ValueError for an address or netmask that is none."""
    return ipaddress.IPv4Network(f"{gateway}/{netmask}", strict=False)


def span(start: str, end: str | None) -> Iterator[str]:
    """Every address from start to end, both included."""
    first = ipaddress.IPv4Address(start)
    last = ipaddress.IPv4Address(end) if end else first
    for number in range(int(first), int(last) + 1):
        yield str(ipaddress.IPv4Address(number))


def inside(address: str, cidr: str) -> bool:
    """Whether the address lies in the CIDR. An address that is none lies nowhere."""
    try:
        return ipaddress.ip_address(address) in ipaddress.ip_network(cidr, strict=False)
    except ValueError:
        return False


def is_ipv4(text: str) -> bool:
    """Whether the text is an IPv4 address."""
    try:
        ipaddress.IPv4Address(text)
    except ValueError:
        return False
    return True


def is_cidr(text: str) -> bool:
    """Whether the text is an IPv4 or IPv6 network in CIDR notation with a prefix length."""
    if "/" not in text:
        return False
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def guest_hosts(cidr: str, gateway: str | None) -> Iterator[str]:
    """The addresses of a guest network that an instance may get: all hosts but the gateway, highest first."""
    network = ipaddress.IPv4Network(cidr)
    for number in range(int(network.broadcast_address) - 1, int(network.network_address), -1):
        address = str(ipaddress.IPv4Address(number))
        if address != gateway:
            yield address


def first_free(candidates: Iterable[str], used: set[str]) -> str | None:
    """The first candidate that is not used, or None when all are."""
    return next((candidate for candidate in candidates if candidate not in used), None)


def vlans(ranges: str | None) -> Iterator[int]:
    """The VLAN ids of a text such as ``300-400,500``."""
    for part in (ranges or "").split(","):
        first, _dash, last = part.strip().partition("-")
        if first.isdigit():
            yield from range(int(first), int(last or first) + 1)


def mac(prefix: int, number: int) -> str:
    """A locally administered unicast MAC address made of a two byte prefix and a number."""
    raw = (0x02 << 40) | ((prefix & 0xFFFFFF) << 16) | (number & 0xFFFF)
    text = f"{raw:012x}"
    return ":".join(text[index : index + 2] for index in range(0, 12, 2))


def ports_overlap(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two inclusive port ranges share a port."""
    return first[0] <= second[1] and second[0] <= first[1]


def default_subnet(cidr: str) -> dict[str, str]:
    """Gateway, netmask and CIDR of a network that takes a whole CIDR: its first host is the gateway."""
    subnet = ipaddress.IPv4Network(cidr, strict=False)
    return {"gateway": str(subnet.network_address + 1), "netmask": str(subnet.netmask), "cidr": str(subnet)}


def holds(outer: str, inner: str) -> bool:
    """Whether one IPv4 CIDR lies wholly within another."""
    return ipaddress.IPv4Network(inner, strict=False).subnet_of(ipaddress.IPv4Network(outer, strict=False))


def overlap(first: str, second: str) -> bool:
    """Whether two CIDRs of one IP version share an address."""
    one, two = ipaddress.ip_network(first, strict=False), ipaddress.ip_network(second, strict=False)
    return one.version == two.version and one.overlaps(two)


def outside(whole: str, part: str) -> str:
    """The address ranges of a CIDR that a part of it leaves over: `10.1.1.128-10.1.1.255`."""
    rest = ipaddress.IPv4Network(whole).address_exclude(ipaddress.IPv4Network(part))
    merged: list[tuple[int, int]] = []
    for piece in sorted(rest):
        first, last = int(piece.network_address), int(piece.broadcast_address)
        if merged and merged[-1][1] + 1 == first:
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    return ",".join(f"{ipaddress.IPv4Address(first)}-{ipaddress.IPv4Address(last)}" for first, last in merged)


def between(address: str, start: str, end: str) -> bool:
    """Whether an IPv4 address lies from start to end, both included."""
    return ipaddress.IPv4Address(start) <= ipaddress.IPv4Address(address) <= ipaddress.IPv4Address(end)


def ordered(start: str, end: str) -> bool:
    """Whether one IPv4 address is not above another."""
    return ipaddress.IPv4Address(start) <= ipaddress.IPv4Address(end)


def spans_overlap(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Whether two inclusive ranges of IPv4 addresses share an address."""
    return ordered(first[0], second[1]) and ordered(second[0], first[1])
