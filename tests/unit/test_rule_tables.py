"""Tables of rules, and which rules cannot stand side by side."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.rulesets.conflicts import same_public_port, same_traffic
from ansible_collections.cloudstack.cloud.plugins.module_utils.rulesets.table import ordered, tables

WEB = {"protocol": "tcp", "start_port": 80, "end_port": 80, "cidrs": ["0.0.0.0/0"]}
PING = {"protocol": "icmp", "icmp_type": 8, "icmp_code": 0}


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (WEB, True),
        ({**WEB, "protocol": "udp"}, False),
        ({**WEB, "start_port": 81, "end_port": 90}, False),
        ({**WEB, "start_port": 70, "end_port": 90, "cidrs": ["10.0.0.0/8"]}, True),
        ({**WEB, "start_port": None, "end_port": None}, True),
        ({**WEB, "cidrs": ["2001:db8::/64"]}, False),
        (PING, False),
    ],
)
def test_firewall_rules_conflict_over_common_traffic(other: dict[str, Any], meets: bool) -> None:
    assert same_traffic(WEB, other) is meets
    assert same_traffic(other, WEB) is meets


def test_sources_destinations_and_icmp_types_keep_rules_apart() -> None:
    assert same_traffic(PING, PING)
    assert not same_traffic(PING, {**PING, "icmp_type": 0})
    office, home = {**WEB, "cidrs": ["10.0.0.0/24"]}, {**WEB, "cidrs": ["10.0.1.0/24"]}
    assert not same_traffic(office, home)
    out = {**WEB, "dest_cidrs": ["192.0.2.0/25"]}
    assert not same_traffic(out, {**WEB, "dest_cidrs": ["192.0.2.128/25"]})
    assert same_traffic(out, WEB), "no destination stands for all of them"


@pytest.mark.parametrize(
    ("first", "last", "protocol", "meets"),
    [(80, None, "tcp", True), (81, 90, "tcp", False), (70, 80, "tcp", True), (80, 80, "udp", False)],
)
def test_port_forwarding_rules_conflict_over_public_ports(first: int, last: Any, protocol: str, meets: bool) -> None:
    held = {"protocol": "tcp", "public_port": 80, "public_end_port": 80}
    assert same_public_port(held, {"protocol": protocol, "public_port": first, "public_end_port": last}) is meets


def test_rules_stand_in_the_order_of_their_values() -> None:
    rules = [{"port": 443}, {"port": 80}, {"port": None}, {"port": "any"}]
    assert [rule["port"] for rule in ordered(rules, ["port"])] == [None, 80, 443, "any"]


def test_both_sides_have_the_same_columns() -> None:
    one = {"protocol": "tcp", "port": 80, "cidrs": ["b", "a"], "shown": True, "tags": [{"key": "k", "value": "a\nb"}]}
    before, after = tables([one], [], ["protocol", "port", "cidrs", "none", "shown", "tags"])
    assert before == "protocol | port | cidrs | shown | tags\ntcp      | 80   | a,b   | yes   | k=a b\n"
    assert after == "protocol | port | cidrs | shown | tags\n"
    assert tables([], [], ["protocol"]) == ("", "")
