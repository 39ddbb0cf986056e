"""Which machines outside of the cloud answer: those of the names and addresses that are kept for documentation."""

from __future__ import annotations

import ipaddress

DOCUMENTED = tuple(ipaddress.ip_network(text) for text in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"))
DOMAINS = ("example.com", "example.net", "example.org")


def answers(host: str) -> bool:
    """Tell whether something answers at a host.

    There is nothing outside of a simulated cloud. So that what needs a directory or a power controller can be tried all
    the same, the hosts that examples speak of answer, and no others.
    """
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return any(host.lower() == name or host.lower().endswith(f".{name}") for name in DOMAINS)
    return any(address in network for network in DOCUMENTED if network.version == address.version)
