"""What the server accepts as a value: a word of a choice, a network domain, a guest network, the size of a disk."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable

from .. import errors
from ..context import Context
from ..store import Store
from .settings import is_on, setting

_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_PRIVATE = tuple(map(ipaddress.IPv4Network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")))
NOT_PRIVATE_ALLOWED = "allow.non.rfc1918.compliant.ips"


def word(ctx: Context, param: str, words: Iterable[str], default: str | None = None) -> str | None:
    """The word of a choice that a parameter gives, spelt as the server does, or the default; ApiError for any other."""
    given = ctx.get(param)
    if given is None or given == "":
        return default
    known = {one.lower(): one for one in words}
    if given.lower() not in known:
        raise errors.invalid(f"Invalid {param} {given}. Valid values are: {', '.join(known.values())}")
    return known[given.lower()]


def refuse_allocation_state(ctx: Context) -> None:
    """Refuse an allocation state that is none."""
    state = ctx.get("allocationstate")
    if state and state not in ("Enabled", "Disabled"):
        raise errors.invalid(f"Unable to resolve Allocation State '{state}' to a supported state")


def refuse_network_domain(name: str | None) -> None:
    """Refuse a text that is no network domain; nothing and the empty text are let through."""
    if not name:
        return
    labels = name.lower().split(".")
    if len(name) > 190 or not all(_LABEL.fullmatch(label) for label in labels):
        raise errors.invalid(
            "Invalid network domain. Total length shouldn't exceed 190 chars. Each domain label must be between 1 and "
            "63 characters long, can contain ASCII letters 'a' through 'z', the digits '0' through '9', and the hyphen "
            "('-'); can't start or end with \"-\""
        )


def is_guest_cidr(store: Store, cidr: str) -> bool:
    """Whether guests may have an IPv4 network: a private one, unless a setting allows all."""
    network = ipaddress.ip_network(cidr, strict=False)
    if network.version == 6 or is_on(store, NOT_PRIVATE_ALLOWED):
        return True
    return any(network.subnet_of(private) for private in _PRIVATE)


def refuse_disk_size(store: Store, gigabytes: int) -> None:
    """Refuse a size that no volume may have."""
    largest = int(setting(store, "storage.max.volume.size") or 2000)
    if gigabytes < 1:
        raise errors.invalid("Please specify a size of at least 1 GB.")
    if gigabytes > largest:
        raise errors.invalid(f"Requested volume size is {gigabytes} GB, but the maximum size allowed is {largest} GB.")


def refuse_custom_size(store: Store, gigabytes: int) -> None:
    """Refuse a size that no disk of a custom offering may have."""
    smallest = int(setting(store, "custom.diskoffering.size.min") or 1)
    largest = int(setting(store, "custom.diskoffering.size.max") or 1024)
    refuse_disk_size(store, gigabytes)
    if not smallest <= gigabytes <= largest:
        raise errors.invalid(f"Volume size: {gigabytes}GB is out of allowed range. Min: {smallest}. Max: {largest}")


def refuse_icmp(ctx: Context) -> None:
    """Refuse an ICMP type or code that is none; -1 stands for all."""
    for param, largest in (("icmptype", 255), ("icmpcode", 16)):
        if not -1 <= ctx.get(param, -1) <= largest:
            raise errors.invalid(f"Invalid icmp {param[4:]}; should belong to [0-{largest}] range")
