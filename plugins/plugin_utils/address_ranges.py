# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""IPv4 address ranges of a variable tree: each must make sense, and none may overlap another of its network."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Interface
from typing import Any, Iterable, Mapping


class TreeError(ValueError):
    """A tree of variables that no cloud can be built from; the message names the place in the tree."""


@dataclass(frozen=True)
class AddressRange:
    """A range of addresses, and where in the tree it stands."""

    place: str
    start: IPv4Address
    end: IPv4Address

    def overlaps(self, other: AddressRange) -> bool:
        """Tell whether the two have an address in common."""
        return self.start <= other.end and other.start <= self.end

    def __str__(self) -> str:
        return f"{self.place} ({self.start} to {self.end})"


def read_range(place: str, source: Mapping[str, Any]) -> AddressRange | None:
    """Read ``start_ip``, ``end_ip``, ``gateway`` and ``netmask`` of one entry; None when it has no ``start_ip``.

    :raises TreeError: an address is none, the end stands before the start, or the range leaves its network.
    """
    if not source.get("start_ip"):
        return None
    start = _address(f"{place}.start_ip", source["start_ip"])
    end = _address(f"{place}.end_ip", source.get("end_ip") or source["start_ip"])
    if end < start:
        raise TreeError(f"{place}: end_ip {end} stands before start_ip {start}.")
    if source.get("gateway") and source.get("netmask"):
        _check_network(place, source, start, end)
    return AddressRange(place, start, end)


def _check_network(place: str, source: Mapping[str, Any], start: IPv4Address, end: IPv4Address) -> None:
    gateway = _address(f"{place}.gateway", source["gateway"])
    try:
        network = IPv4Interface(f"{gateway}/{source['netmask']}").network
    except ValueError:
        raise TreeError(f"{place}.netmask: '{source['netmask']}' is no netmask such as 255.255.255.0.") from None
    for option, address in (("start_ip", start), ("end_ip", end)):
        if address not in network:
            raise TreeError(f"{place}.{option}: {address} is outside of {network}, the network of gateway {gateway}.")
    if start <= gateway <= end:
        raise TreeError(f"{place}: the gateway {gateway} is one of the addresses {start} to {end}.")


def _address(place: str, value: Any) -> IPv4Address:
    try:
        return IPv4Address(str(value))
    except ValueError:
        raise TreeError(f"{place}: '{value}' is no IPv4 address.") from None


def refuse_overlaps(ranges: Iterable[AddressRange | None]) -> None:
    """Compare the ranges of one network with each other.

    :raises TreeError: two of them overlap.
    """
    ordered = sorted((one for one in ranges if one), key=lambda one: (one.start, one.end))
    for first, second in zip(ordered, ordered[1:]):
        if first.overlaps(second):
            raise TreeError(f"{first} overlaps {second}.")
