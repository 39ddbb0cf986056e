# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Where a host of the inventory is reached: the first way of a stated order that it has. Pure functions."""

from __future__ import annotations

import ipaddress
from typing import Any, Callable, Iterable, Mapping, Sequence

Row = Mapping[str, Any]

INSIDE = tuple(
    ipaddress.ip_network(network)
    for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8")
)
"""Addresses of these networks cannot be reached from elsewhere."""

FORMER_ORDERS: Mapping[str, tuple[str, ...]] = {
    "v4_default_ip": ("private",),
    "v4_public_ip": ("static_nat", "public"),
    "hostname": (),
}
"""What the choices of the option C(hostname) stand for."""

OTHERS: Mapping[str, Mapping[str, str]] = {
    "hosts": {"private": "ipaddress"},
    "routers": {"public": "publicip", "private": "guestipaddress"},
    "system_vms": {"public": "publicip", "private": "privateip"},
}
"""The addresses of what is no instance, by the way to them."""


def nics(row: Row) -> list[Row]:
    """The NICs of an instance, the default one first."""
    return sorted(row.get("nic") or (), key=lambda nic: not nic.get("isdefault"))


def _first(values: Iterable[Any]) -> str | None:
    return next((str(value) for value in values if value), None)


def is_public(address: Any) -> bool:
    """Tell whether an IPv4 address can be reached from elsewhere."""
    try:
        parsed = ipaddress.ip_address(str(address))
    except ValueError:
        return False
    return parsed.version == 4 and not any(parsed in network for network in INSIDE)


def _secondary(row: Row) -> str | None:
    return _first(one.get("ipaddress") for nic in nics(row) for one in nic.get("secondaryip") or ())


WAYS: Mapping[str, Callable[[Row], str | None]] = {
    "public": lambda row: _first(nic.get("ipaddress") for nic in nics(row) if is_public(nic.get("ipaddress"))),
    "static_nat": lambda row: _first([row.get("publicip"), *(nic.get("publicip") for nic in nics(row))]),
    "port_forward": lambda row: None,
    "secondary": _secondary,
    "ipv6": lambda row: _first(nic.get("ip6address") for nic in nics(row)),
    "private": lambda row: _first(nic.get("ipaddress") for nic in nics(row)),
}
"""How the address of an instance is read from its record; what forwards a port stands in records of its own."""


def forwarded(rules: Iterable[Row], port: int) -> dict[str, tuple[str, int]]:
    """The public address and port that lead to a port of each instance, by its id.

    Of several rules, the one with the lowest address and port counts.
    """
    found: dict[str, tuple[str, int]] = {}
    for rule in rules:
        first, last = _range(rule, "private")
        if str(rule.get("protocol")).lower() != "tcp" or not first <= port <= last or not rule.get("ipaddress"):
            continue
        instance = str(rule.get("virtualmachineid"))
        endpoint = (str(rule["ipaddress"]), _range(rule, "public")[0] + port - first)
        found[instance] = min(found.get(instance, endpoint), endpoint)
    return found


def _range(rule: Row, side: str) -> tuple[int, int]:
    try:
        first = int(rule[f"{side}port"])
        return first, int(rule.get(f"{side}endport") or first)
    except (KeyError, TypeError, ValueError):
        return 0, -1


def endpoint(
    source: str, row: Row, order: Sequence[str], forwards: Mapping[str, tuple[str, int]]
) -> tuple[str, int | None] | None:
    """The first address of the order that a thing has, with the port where it is forwarded; None when it has none.

    :param source: C(instances), or one of C(OTHERS).
    """
    for way in order:
        if source != "instances":
            address = _first([row.get(OTHERS[source].get(way, ""))])
        elif way == "port_forward":
            if str(row.get("id")) in forwards:
                return forwards[str(row["id"])]
            continue
        else:
            address = WAYS[way](row)
        if address:
            return address, None
    return None
