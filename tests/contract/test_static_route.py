"""Routes of VPCs: over a private gateway or to an address, and what stands in the way of removing a gateway."""

from __future__ import annotations

import pytest

from contract.catalogue import load
from contract.samples import SAMPLES, ZONE
from contract.test_contract import run_as_told
from contract.world import Tasks

GATEWAY = SAMPLES["vpc_private_gateway"]["create"]
ROUTE = {**ZONE, "vpc": "vpc-1", "cidr": "192.168.30.0/24"}


def test_a_route_leads_over_a_gateway_or_to_an_address(tasks: Tasks) -> None:
    gateway = tasks.run("vpc_private_gateway", GATEWAY)
    over = {**ROUTE, "private_gateway": GATEWAY["ip_address"]}
    made = run_as_told(tasks, "static_route", over)
    assert (made["gateway_ip"], made["vpc_id"]) == (GATEWAY["gateway"], gateway["vpc_id"])
    to = run_as_told(tasks, "static_route", {**ROUTE, "next_hop": "10.50.1.10"})
    assert (to["next_hop"], "gateway_ip" in to, to["id"] == made["id"]) == ("10.50.1.10", False, False)
    assert run_as_told(tasks, "static_route", over)["gateway_ip"] == GATEWAY["gateway"]
    assert len(tasks.info("static_route", {**ZONE, "vpc": "vpc-1"})) == 1


def test_a_route_needs_to_lead_somewhere(tasks: Tasks) -> None:
    with pytest.raises(load("errors").OptionError, match="next_hop or private_gateway is needed"):
        tasks.run("static_route", ROUTE)
    with pytest.raises(load("errors").NotFound, match="private_gateway"):
        tasks.run("static_route", {**ROUTE, "private_gateway": "10.90.0.9"})
    assert tasks.writes == 0


def test_a_gateway_with_routes_is_not_removed(tasks: Tasks) -> None:
    tasks.run("vpc_private_gateway", GATEWAY)
    tasks.run("static_route", {**ROUTE, "private_gateway": GATEWAY["ip_address"]})
    with pytest.raises(load("errors").OptionError, match="Remove the routes that lead through it"):
        tasks.run("vpc_private_gateway", {**GATEWAY, "state": "absent"})


def test_the_same_route_in_two_vpcs(tasks: Tasks) -> None:
    one = tasks.run("static_route", {**ROUTE, "next_hop": "10.50.1.10"})
    two = tasks.run("static_route", {**ROUTE, "vpc": "vpc-2", "next_hop": "10.50.1.10"})
    assert one["id"] != two["id"]
    assert tasks.run("static_route", {**ROUTE, "vpc": "vpc-2", "state": "absent"})["changed"]
    assert tasks.run("static_route", {**ROUTE, "next_hop": "10.50.1.10"})["changed"] is False


def test_a_gateway_in_a_network_takes_its_vlan(tasks: Tasks) -> None:
    wire = {**ZONE, "name": "wire", "network_offering": "DefaultL2NetworkOfferingVlan", "vlan": "2020"}
    tasks.run("network", wire)
    options = {key: value for key, value in GATEWAY.items() if key != "vlan"}
    made = run_as_told(tasks, "vpc_private_gateway", {**options, "network": "wire"})
    assert (made["network"], made["vlan"]) == ("wire", "2020")
