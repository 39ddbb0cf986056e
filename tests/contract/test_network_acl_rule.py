"""Rules of ACL lists: what belongs to which protocol, what comes unasked, and the same place in two lists."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import ZONE
from contract.test_contract import run_as_told
from contract.world import Tasks

RULE = {**ZONE, "vpc": "vpc-1", "network_acl": "acl-0", "rule_position": 10}
PORTS = {"start_port": 80, "end_port": 90}

WAYS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"protocol": "udp", **PORTS}, {"protocol": "udp", **PORTS}),
    ({"protocol": "icmp"}, {"protocol": "icmp", "icmp_type": -1, "icmp_code": -1}),
    ({"protocol": "icmp", "icmp_type": 0, "icmp_code": 0}, {"protocol": "icmp", "icmp_type": 0, "icmp_code": 0}),
    ({"protocol_number": 47}, {"protocol": "by_number", "protocol_number": 47}),
    ({"protocol": "by_number", "protocol_number": 50}, {"protocol": "by_number", "protocol_number": 50}),
    ({"protocol": "all"}, {"protocol": "all"}),
    ({"protocol": "tcp", "port": 22}, {"protocol": "tcp", "start_port": 22, "end_port": 22}),
    ({"protocol": "tcp", "start_port": 22, "end_port": 23}, {"protocol": "tcp", "start_port": 22, "end_port": 23}),
]
DETAILS = ("protocol", "protocol_number", "start_port", "end_port", "icmp_type", "icmp_code")


def test_a_rule_goes_from_any_protocol_to_any_other(tasks: Tasks) -> None:
    tasks.run("network_acl_rule", {**RULE, "protocol": "all", "reason": "kept", "traffic_type": "egress"})
    for given, shown in [*WAYS, *reversed(WAYS[:-1])]:
        done = run_as_told(tasks, "network_acl_rule", {**RULE, **given})
        assert {name: done[name] for name in DETAILS if name in done} == shown
        assert (done["reason"], done["traffic_type"], done["cidrs"]) == ("kept", "egress", ["0.0.0.0/0"])


@pytest.mark.parametrize(
    ("given", "option"),
    [
        ({"protocol": "icmp", "start_port": 80}, "end_port"),
        ({"protocol": "tcp", "icmp_type": 8}, "icmp_type"),
        ({"protocol": "all", "protocol_number": 47}, "protocol_number"),
        ({"protocol": "by_number"}, "protocol_number"),
        ({"protocol": "tcp", "start_port": 0}, "start_port"),
        ({"cidrs": ["10.0.0"]}, "cidrs"),
    ],
)
def test_what_does_not_go_together_is_refused(tasks: Tasks, given: dict[str, Any], option: str) -> None:
    with pytest.raises(load("errors").OptionError) as caught:
        tasks.run("network_acl_rule", {**RULE, **given})
    assert caught.value.failure["option"] == option
    assert tasks.writes == 0


def test_the_order_of_networks_is_no_difference(tasks: Tasks) -> None:
    options = {**RULE, "start_port": 80, "cidrs": ["192.0.2.0/24", "198.51.100.0/24"]}
    tasks.run("network_acl_rule", options)
    assert tasks.run("network_acl_rule", {**options, "cidrs": options["cidrs"][::-1]})["changed"] is False


def test_the_same_place_in_two_lists(tasks: Tasks) -> None:
    tasks.run("network_acl", {**ZONE, "vpc": "vpc-2", "name": "acl-0"})
    one = tasks.run("network_acl_rule", {**RULE, "start_port": 80})
    two = tasks.run("network_acl_rule", {**RULE, "vpc": "vpc-2", "start_port": 443})
    assert one["id"] != two["id"]
    assert tasks.run("network_acl_rule", {**RULE, "vpc": "vpc-2", "state": "absent"})["changed"]
    assert tasks.run("network_acl_rule", {**RULE, "start_port": 80})["changed"] is False
    with pytest.raises(load("errors").Ambiguous):
        tasks.run("network_acl_rule", {"network_acl": "acl-0", "rule_position": 10})


def test_a_vpc_of_another_zone_is_not_taken(tasks: Tasks) -> None:
    tasks.run(
        "zone", {"name": "zone-2", "dns1": "192.0.2.53", "internal_dns1": "10.0.0.53", "network_type": "Advanced"}
    )
    with pytest.raises(load("errors").NotFound):
        tasks.run("network_acl_rule", {**RULE, "zone": "zone-2", "start_port": 80})
    assert tasks.writes == 0


def test_a_rule_is_moved_by_its_id(tasks: Tasks) -> None:
    made = tasks.run("network_acl_rule", {**RULE, "start_port": 80})
    moved = run_as_told(tasks, "network_acl_rule", {**RULE, "id": made["id"], "rule_position": 15})
    assert (moved["id"], moved["rule_position"], moved["start_port"]) == (made["id"], 15, 80)
    tasks.run("network_acl_rule", {**RULE, "start_port": 90})
    with pytest.raises(load("errors").OptionError, match="Choose a number"):
        tasks.run("network_acl_rule", {**RULE, "id": made["id"], "rule_position": 10})
