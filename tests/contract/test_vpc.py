"""VPCs: names that stand in several places, defaults, what ordinary users may do."""

from __future__ import annotations

import pytest

from contract.catalogue import load
from contract.samples import ZONE
from contract.world import Tasks


def test_a_vpc_without_an_offering_gets_the_default_one(tasks: Tasks) -> None:
    options = {**ZONE, "name": "vpc-9", "cidr": "10.59.0.0/16"}
    told = tasks.run("vpc", options, check=True)
    made = tasks.run("vpc", options)
    assert told["vpc_offering"] == made["vpc_offering"] == "Default VPC offering"
    assert tasks.run("vpc", options)["changed"] is False


def test_a_vpc_needs_a_network_or_its_size(tasks: Tasks) -> None:
    with pytest.raises(load("errors").OptionError, match="cidr or cidr_size is needed to create the vpc 'vpc-9'"):
        tasks.run("vpc", {**ZONE, "name": "vpc-9"})
    assert tasks.writes == 0


def test_a_stopped_vpc_has_no_router_yet(tasks: Tasks) -> None:
    options = {**ZONE, "name": "vpc-9", "cidr": "10.59.0.0/16", "state": "stopped"}
    made = tasks.run("vpc", options)
    assert tasks.simulator.store.where("router", vpcid=made["id"]) == []
    assert tasks.run("vpc", options)["changed"] is False


def test_the_same_acl_list_in_two_vpcs(tasks: Tasks) -> None:
    made = {
        vpc: tasks.run("network_acl", {**ZONE, "vpc": vpc, "name": "twin", "description": vpc})
        for vpc in ("vpc-1", "vpc-2")
    }
    assert made["vpc-1"]["id"] != made["vpc-2"]["id"]
    for vpc, one in made.items():
        again = tasks.run("network_acl", {**ZONE, "vpc": vpc, "name": "twin"})
        assert (again["id"], again["changed"]) == (one["id"], False)
    assert tasks.run("network_acl", {"name": "twin", "state": "absent"})["changed"] is False
    everywhere = tasks.run("network_acl", {"name": "twin"})
    assert everywhere["changed"]
    assert "vpc" not in everywhere
    assert tasks.run("network_acl", {"name": "twin", "state": "absent"})["changed"]
    assert tasks.run("network_acl", {**ZONE, "vpc": "vpc-1", "name": "twin"})["changed"] is False


def test_an_acl_list_in_use_says_what_to_do(tasks: Tasks) -> None:
    acl = {**ZONE, "vpc": "vpc-1", "name": "acl-9"}
    tasks.run("network_acl", acl)
    tier = {**ZONE, "vpc": "vpc-1", "name": "tier-9", "gateway": "10.50.9.1", "netmask": "255.255.255.0"}
    offering = "DefaultIsolatedNetworkOfferingForVpcNetworks"
    tasks.run("network", {**tier, "network_offering": offering, "acl": "acl-9"})
    with pytest.raises(load("errors").OptionError, match="Give the tiers another ACL list"):
        tasks.run("network_acl", {**acl, "state": "absent"})
    with pytest.raises(load("errors").OptionError, match="Remove its tiers first"):
        tasks.run("vpc", {**ZONE, "name": "vpc-1", "state": "absent"})


def test_a_vpc_offering_in_use_is_not_removed(tasks: Tasks) -> None:
    options = {"name": "few", "supported_services": ["Dns"], "state": "enabled"}
    tasks.run("vpc_offering", options)
    tasks.run("vpc", {**ZONE, "name": "vpc-9", "cidr": "10.59.0.0/16", "vpc_offering": "few"})
    with pytest.raises(load("errors").OptionError, match="or disable it"):
        tasks.run("vpc_offering", {**options, "state": "absent"})


def test_what_every_vpc_has_is_no_difference(tasks: Tasks) -> None:
    tasks.run("vpc_offering", {"name": "few", "supported_services": ["dns", "sourcenat"]})
    for services in (["Dns", "SourceNat", "NetworkACL"], ["Dns", "NetworkACL"], ["SOURCENAT", "dns"]):
        assert tasks.run("vpc_offering", {"name": "few", "supported_services": services})["changed"] is False
    with pytest.raises(load("errors").FixedField, match=r"^supported_services: "):
        tasks.run("vpc_offering", {"name": "few", "supported_services": ["Dns", "Dhcp"]})


def test_the_router_of_a_vpc_has_two_names(tasks: Tasks) -> None:
    options = {
        "name": "few",
        "supported_services": ["Dns"],
        "service_providers": [{"service": "dns", "provider": "virtualrouter"}],
    }
    tasks.run("vpc_offering", options)
    assert tasks.run("vpc_offering", options)["changed"] is False
    options["service_providers"] = [{"service": "Dns", "provider": "VpcVirtualRouter"}]
    assert tasks.run("vpc_offering", options)["changed"] is False
