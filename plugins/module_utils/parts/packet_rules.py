# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What the rules of firewalls have in common: which packets they are about, and what tells one rule from another."""

from __future__ import annotations

from typing import Any, Callable, Mapping, Sequence

from .. import checks
from ..lifecycle import Record
from ..spec import Choice, Field, Listing, Number, Tags

EVERYWHERE = ["0.0.0.0/0"]
PACKETS = ("protocol", "start_port", "end_port", "icmp_type", "icmp_code", "cidrs")
"""The options that make one rule of an address; what differs is another rule."""


BY_NUMBER = "by_number"
"""What users write for a protocol that has no name, but a number."""

OF_TENANTS: dict[str, Any] = {
    "list_key": "",
    "owned": True,
    "inherits_owner": True,
    "asynchronous": True,
}
"""How the API handles a rule: it has no name, its owner is that of its address or network, and a job makes it."""
FILTERING: dict[str, Any] = {**OF_TENANTS, "tags": Tags("FirewallRule")}


def rule_fields(*scope: Field, **cidrs: Any) -> tuple[Field, ...]:
    """The options of a rule.

    :param scope: what the rule belongs to.
    :param cidrs: what is special of its sources.
    """
    sources = {"default": EVERYWHERE, "fixed": True, "check": checks.cidrs, **cidrs}
    return (
        *scope,
        Choice("protocol", ("tcp", "udp", "icmp", "all"), default="tcp", fixed=True),
        Number("start_port", aliases=("port",), fixed=True, absence=True, check=checks.port),
        Number("end_port", falls_back_to="start_port", fixed=True, absence=True, check=checks.port),
        Number("icmp_type", fixed=True, absence=True),
        Number("icmp_code", fixed=True, absence=True),
        Listing("cidrs", api="cidrlist", aliases=("cidr",), **sources),
    )


def any_icmp(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """ICMP without type and code means all of them, which the API writes as -1."""
    if params.get("protocol") != "icmp":
        return params
    kept = {name: params[name] for name in ("icmp_type", "icmp_code") if params.get(name) is not None}
    return {**params, "icmp_type": -1, "icmp_code": -1, **kept}


def protocol_among(names: Sequence[str]) -> Callable[[Record], str]:
    """A function that reads the protocol of a rule.

    :param names: the protocols that the API knows by name; any other is one C(by_number).
    """

    def read(record: Record) -> str:
        held = str(record.get("protocol") or "").lower()
        return held if held in names or not held else BY_NUMBER

    return read


def protocol_number(record: Record) -> Any:
    """The number of a rule's protocol, where it has no name."""
    return record.get("protocol") if str(record.get("protocol")).isdigit() else None


def protocol_sent(value: Any) -> Any:
    """The name of a protocol as the API takes it: a number is sent in its place."""
    return None if value == BY_NUMBER else value
