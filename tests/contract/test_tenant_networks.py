"""An ordinary user, who may list neither domains nor hosts, builds what the area has for tenants and takes it down."""

from __future__ import annotations

from typing import Any

import pytest

from contract.samples import OFFERING, TEMPLATE, ZONE
from contract.samples.balancing import INNER_LB, PEM_ONE, POLICIES
from contract.tenants import acting_as, refused
from contract.test_contract import run_as_told
from contract.world import Tasks

OWN: dict[str, Any] = {**ZONE, "network": "own-net"}
TIER: dict[str, Any] = {**ZONE, "vpc": "own-vpc", "network": "own-tier"}
INSTANCE: dict[str, Any] = {**ZONE, "template": TEMPLATE, "service_offering": "Small Instance"}
Todo = list[tuple[str, dict[str, Any]]]


def balanced(address: str) -> Todo:
    rule: dict[str, Any] = {**ZONE, "ip_address": address, "name": "own-web"}
    ports = {"public_port": 443, "private_port": 8080, "protocol": "ssl", "ssl_cert": "own-site"}
    return [
        ("ssl_cert", {"name": "own-site", "certificate": PEM_ONE, "private_key": "not a real one"}),
        ("lb_rule", {**rule, **ports, "stickiness": {"name": "cookie", "method": "LbCookie"}}),
        ("lb_rule_member", {**rule, "vms": ["own-1"]}),
        ("lb_internal", {**TIER, "name": "own-app", "source_port": 8080, "instance_port": 8080}),
        ("lb_internal_member", {**TIER, "name": "own-app", "vms": ["own-2"]}),
    ]


def connected(address: str) -> Todo:
    far = {"name": "own-branch", "gateway": "192.0.2.41", "cidrs": ["192.168.41.0/24"], "ipsec_psk": "not-a-real-one"}
    return [
        ("vpn_customer_gateway", {**far, **POLICIES}),
        ("vpn_gateway", {**ZONE, "vpc": "own-vpc"}),
        ("vpn_connection", {**ZONE, "vpc": "own-vpc", "vpn_customer_gateway": "own-branch"}),
        ("remote_access_vpn", {**ZONE, "ip_address": address}),
        ("vpn_user", {"username": "own-alice", "password": "not-a-real-one"}),
    ]


def ruled(_address: str) -> Todo:
    group = {"security_group": "own-group", "port": 22}
    return [
        ("security_group", {"name": "own-group", "description": "Own"}),
        ("security_group_rule", {**group, "cidr": "203.0.113.0/24"}),
        ("security_group_rule", {**group, "user_security_group": "own-group"}),
        ("network", {**ZONE, "name": "own-routed", "network_offering": "routed", "cidr_size": 27}),
        ("routing_firewall", {**ZONE, "network": "own-routed", "port": 22, "tags": [{"key": "use", "value": "ssh"}]}),
        ("network", {**ZONE, "name": "own-dual", "network_offering": "dual"}),
        ("ipv6_firewall", {**ZONE, "network": "own-dual", "port": 22, "tags": [{"key": "use", "value": "ssh"}]}),
        ("network_permission", {**OWN, "for_account": "neighbour"}),
    ]


@pytest.mark.parametrize("todo", [balanced, connected, ruled])
def test_an_ordinary_user_builds_and_takes_down(tasks: Tasks, todo: Any) -> None:
    with acting_as(tasks, "neighbour"):
        pass
    with acting_as(tasks, "erin"):
        prepared(tasks)
        gateway = todo is connected
        address = tasks.info("ip_address", {**OWN, "is_source_nat": gateway})[0]["ip_address"]
        tasks.simulator.clear_calls()
        built = todo(str(address))
        for kind, options in built:
            run_as_told(tasks, kind, options)
        for kind, options in reversed(built):
            gone = {**options, "state": "absent"}
            assert tasks.run(kind, gone)["changed"], kind
            assert (tasks.run(kind, gone)["changed"], tasks.writes) == (False, 0), kind
        assert refused(tasks) == []


def prepared(tasks: Tasks) -> None:
    """What the user's things stand in: a network with an address, a VPC with a tier, an instance in each."""
    tier = {"network_offering": INNER_LB, "gateway": "10.70.1.1", "netmask": "255.255.255.0"}
    tasks.run("network", {**ZONE, "name": "own-net", "network_offering": OFFERING})
    tasks.run("instance", {**INSTANCE, "name": "own-1", "networks": ["own-net"]})
    tasks.run("ip_address", {**OWN, "tags": [{"key": "use", "value": "web"}]})
    tasks.run("vpc", {**ZONE, "name": "own-vpc", "cidr": "10.70.0.0/16"})
    tasks.run("network", {**ZONE, "vpc": "own-vpc", "name": "own-tier", **tier})
    tasks.run("instance", {**INSTANCE, "name": "own-2", "networks": ["own-tier"]})
