"""Networks of every sort: tiers of one name, shared ones for accounts and domains, routed ones, layer 2, offerings."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import OFFERING, SHARED, ZONE
from contract.test_contract import run_as_told
from contract.world import Tasks

TIER = {
    **ZONE,
    "name": "web",
    "network_offering": "DefaultIsolatedNetworkOfferingForVpcNetworks",
    "gateway": "10.50.1.1",
    "netmask": "255.255.255.0",
}


def created(tasks: Tasks) -> dict[str, Any]:
    """What the last createNetwork sent."""
    return [dict(call.params) for call in tasks.simulator.calls if call.command == "createNetwork"][-1]


def test_a_tier_is_found_in_the_vpc_that_is_named(tasks: Tasks) -> None:
    made = {vpc: run_as_told(tasks, "network", {**TIER, "vpc": vpc}) for vpc in ("vpc-1", "vpc-2")}
    assert made["vpc-1"]["id"] != made["vpc-2"]["id"]
    for vpc, tier in made.items():
        again = tasks.run("network", {**ZONE, "name": "web", "vpc": vpc})
        assert (again["id"], again["changed"], again["vpc"]) == (tier["id"], False, vpc)
        assert [one["id"] for one in tasks.info("network", {**ZONE, "vpc": vpc})] == [tier["id"]]
    with pytest.raises(load("errors").Ambiguous) as caught:
        tasks.run("network", {**ZONE, "name": "web"})
    assert {one["vpcname"] for one in caught.value.failure["candidates"]} == {"vpc-1", "vpc-2"}
    assert tasks.run("network", {**TIER, "vpc": "vpc-2", "state": "absent"})["changed"]
    assert tasks.run("network", {**TIER, "vpc": "vpc-1"})["changed"] is False


def test_the_acl_list_of_a_tier_is_replaced(tasks: Tasks) -> None:
    options = {**TIER, "vpc": "vpc-1", "acl": "acl-0"}
    assert run_as_told(tasks, "network", options)["acl"] == "acl-0"
    for acl in ("default_allow", "default_deny", "acl-0"):
        assert run_as_told(tasks, "network", {**options, "acl": acl})["acl"] == acl
    assert "updateNetwork" not in {call.command for call in tasks.simulator.calls}


def test_an_acl_list_of_another_vpc_is_not_taken(tasks: Tasks) -> None:
    with pytest.raises(load("errors").NotFound, match="acl"):
        tasks.run("network", {**TIER, "vpc": "vpc-2", "acl": "acl-0"})
    assert tasks.writes == 0


def test_a_shared_network_for_a_domain(tasks: Tasks) -> None:
    options = {**SHARED, "name": "all", "acl_type": "domain", "domain": "ROOT", "subdomain_access": True}
    made = run_as_told(tasks, "network", options)
    assert (made["acl_type"], made["subdomain_access"], made["type"]) == ("domain", True, "Shared")
    with pytest.raises(load("errors").FixedField, match=r"^subdomain_access: "):
        tasks.run("network", {**options, "subdomain_access": False})


def test_a_shared_network_for_an_account(tasks: Tasks) -> None:
    options = {**SHARED, "name": "mine", "acl_type": "account", "domain": "ROOT", "account": "admin"}
    made = run_as_told(tasks, "network", options)
    assert (made["acl_type"], made["account"], made["domain"]) == ("account", "admin", "ROOT")
    with pytest.raises(load("errors").FixedField, match=r"^acl_type: "):
        tasks.run("network", {**options, "acl_type": "domain"})


IPV6 = {
    "gateway_ipv6": "2001:db8:77::1",
    "cidr_ipv6": "2001:db8:77::/64",
    "start_ipv6": "2001:db8:77::10",
    "end_ipv6": "2001:db8:77::ff",
}


def test_a_shared_network_of_both_address_families(tasks: Tasks) -> None:
    options = {**SHARED, "name": "both-net", **IPV6}
    done = run_as_told(tasks, "network", options)
    assert (done["gateway_ipv6"], done["cidr_ipv6"]) == (IPV6["gateway_ipv6"], IPV6["cidr_ipv6"])
    assert {name.replace("_", ""): created(tasks)[name.replace("_", "")] for name in ("start_ipv6", "end_ipv6")} == {
        "startipv6": IPV6["start_ipv6"],
        "endipv6": IPV6["end_ipv6"],
    }
    spelt = {**options, "gateway_ipv6": "2001:DB8:77:0:0:0:0:1", "cidr_ipv6": "2001:DB8:77:0::/64"}
    assert (tasks.run("network", spelt)["changed"], tasks.writes) == (False, 0)
    with pytest.raises(load("errors").FixedField, match=r"^cidr_ipv6: "):
        tasks.run("network", {**options, "cidr_ipv6": "2001:db8:78::/64"})
    with pytest.raises(load("errors").OptionError, match=r"^gateway_ipv6: "):
        tasks.run("network", {**options, "gateway_ipv6": "10.77.0.1"})


def test_a_layer_2_network_with_a_private_vlan(tasks: Tasks) -> None:
    options = {**ZONE, "name": "wire", "network_offering": "DefaultL2NetworkOfferingVlan", "vlan": "900"}
    pvlan = {"isolated_pvlan": "901", "isolated_pvlan_type": "isolated", "bypass_vlan_overlap_check": True}
    run_as_told(tasks, "network", {**options, **pvlan})
    assert {"isolatedpvlan": "901", "isolatedpvlantype": "isolated"}.items() <= created(tasks).items()
    with pytest.raises(load("errors").FixedField, match=r"^vlan: "):
        tasks.run("network", {**options, "vlan": "902"})


def test_settings_of_a_network_change(tasks: Tasks) -> None:
    options: dict[str, Any] = {
        **ZONE,
        "name": "full",
        "network_offering": OFFERING,
        "gateway": "10.9.9.1",
        "netmask": "255.255.255.0",
        "dns1": "192.0.2.60",
        "dns2": "192.0.2.61",
        "dns1_ipv6": "2001:db8::60",
        "dns2_ipv6": "2001:db8::61",
        "private_mtu": 1400,
        "public_mtu": 1450,
        "external_id": "net-9",
        "source_nat_ip_address": "198.51.100.90",
        "display_network": True,
        "hide_ip_address_usage": True,
        "keep_mac_address_on_public_nic": True,
        "cidr_size": 24,
    }
    run_as_told(tasks, "network", options)
    for change in (
        {"dns1": "192.0.2.62"},
        {"dns2": "192.0.2.63"},
        {"dns1_ipv6": "2001:db8::62"},
        {"dns2_ipv6": "2001:db8::63"},
        {"private_mtu": 1300},
        {"public_mtu": 1350},
        {"source_nat_ip_address": "198.51.100.91"},
        {"display_network": False},
        {"hide_ip_address_usage": False},
        {"keep_mac_address_on_public_nic": False},
        {"guest_vm_cidr": "10.9.9.0/26"},
    ):
        options = {**options, **change}
        done = run_as_told(tasks, "network", options)
        assert change.items() <= done.items()
    for fixed in ({"external_id": "net-8"}, {"cidr_size": 25}, {"netmask": "255.255.0.0"}):
        with pytest.raises(load("errors").FixedField):
            tasks.run("network", {**options, **fixed})


def test_another_offering(tasks: Tasks) -> None:
    options = {**ZONE, "name": "plain", "network_offering": "DefaultIsolatedNetworkOffering"}
    tasks.run("network", options)
    change = {**options, "network_offering": OFFERING, "change_cidr": False, "update_in_sequence": True, "force": True}
    done = run_as_told(tasks, "network", change)
    assert done["network_offering"] == OFFERING
    sent = [dict(call.params) for call in tasks.simulator.calls if call.command == "updateNetwork"]
    assert {"changecidr": "false", "updateinsequence": "true", "forced": "true"}.items() <= sent[-1].items()


def test_a_network_restarted_with_a_new_router(tasks: Tasks) -> None:
    options = {**ZONE, "name": "web-net", "state": "restarted", "clean_up": True}
    assert tasks.run("network", options, check=True)["changed"]
    assert tasks.writes == 0
    assert tasks.run("network", options)["changed"]
    sent = [dict(call.params) for call in tasks.simulator.calls if call.command == "restartNetwork"]
    assert sent[0]["cleanup"] == "true"


def test_refusals_say_what_to_do(tasks: Tasks) -> None:
    errors = load("errors")
    with pytest.raises(errors.OptionError, match="Name the VPC"):
        tasks.run("network", TIER)
    with pytest.raises(errors.OptionError, match="Choose an offering for tiers"):
        tasks.run("network", {**TIER, "vpc": "vpc-1", "network_offering": OFFERING})
    with pytest.raises(errors.OptionError, match="Remove the instances in it"):
        tasks.run("network", {**ZONE, "name": "web-net", "state": "absent"})
    tasks.run("network", {**ZONE, "name": "idle", "network_offering": OFFERING})
    with pytest.raises(errors.OptionError, match="come into use with their first instance"):
        tasks.run("network", {**ZONE, "name": "idle", "state": "restarted"})
