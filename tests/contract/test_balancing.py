"""What is odd about load balancing and VPNs: addresses, names in two places, secrets, ordinary users, cut runs."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import SAMPLES
from contract.samples.balancing import ADDRESS, POLICIES
from contract.samples.common import ZONE
from contract.world import Tasks

RULE = {**ZONE, "ip_address": ADDRESS, "name": "api"}


def test_members_come_and_go_one_by_one(tasks: Tasks) -> None:
    tasks.run("lb_rule_member", {**RULE, "vms": ["web-1", "web-2"]})
    done = tasks.run("lb_rule_member", {**RULE, "vms": ["web-1"], "state": "absent"})
    assert done["diff"]["before"]["vms"] == ["web-1", "web-2"]
    assert done["diff"]["after"]["vms"] == ["web-2"]
    assert done["vms"] == ["web-2"]
    assert tasks.writes == 1
    assert tasks.run("lb_rule_member", {**RULE, "vms": ["web-1", "nobody"], "state": "absent"})["changed"] is False


def test_members_of_no_rule_are_an_error(tasks: Tasks) -> None:
    with pytest.raises(load("errors").NotFound, match="name: there is no lb rule 'apy'"):
        tasks.run("lb_rule_member", {**RULE, "name": "apy", "vms": ["web-1"]})
    with pytest.raises(load("errors").OptionError, match=r"vm_ip: .* name that one in vms"):
        tasks.run("lb_rule_member", {**RULE, "vms": ["web-1", "web-2"], "vm_ip": "10.1.1.9"})


def test_a_secondary_address_is_another_member(tasks: Tasks) -> None:
    instance = tasks.client.list("listVirtualMachines", {"name": "web-1"})[0]
    extra = tasks.client.run("addIpToNic", {"nicid": instance["nic"][0]["id"]})["ipaddress"]
    options = {**RULE, "vms": ["web-1"]}
    assert tasks.run("lb_rule_member", {**options, "vm_ip": extra}, check=True)["changed"]
    assert tasks.run("lb_rule_member", {**options, "vm_ip": extra})["changed"]
    assert tasks.run("lb_rule_member", {**options, "vm_ip": extra})["changed"] is False
    own = {**options, "vm_ip": instance["nic"][0]["ipaddress"]}
    assert tasks.run("lb_rule_member", own)["changed"]
    tasks.run("lb_rule_member", {**options, "vm_ip": extra, "state": "absent"})
    assert tasks.run("lb_rule_member", own)["changed"] is False


def test_a_health_check_that_the_router_does_not_do_names_its_option(tasks: Tasks) -> None:
    with pytest.raises(load("errors").OptionError, match=r"^health_check: .*leave it out") as caught:
        tasks.run("lb_rule", {**RULE, "health_check": {"ping_path": "/"}})
    assert caught.value.failure["option"] == "health_check"
    assert tasks.run("lb_rule", {**RULE, "health_check": {}})["changed"] is False


def test_a_rule_without_a_protocol_is_not_changed(tasks: Tasks) -> None:
    address = tasks.client.list("listPublicIpAddresses", {"ipaddress": ADDRESS})[0]
    made = {"publicipid": address["id"], "name": "old", "algorithm": "source", "publicport": 90, "privateport": 90}
    tasks.client.run("createLoadBalancerRule", made)
    with pytest.raises(load("errors").OptionError, match=r"^protocol: .*make it again"):
        tasks.run("lb_rule", {**RULE, "name": "old", "algorithm": "leastconn"})


def test_a_key_that_differs_is_changed_and_never_shown(tasks: Tasks) -> None:
    options: dict[str, Any] = {"name": "branch", "ipsec_psk": "another-one"}
    for check in (True, False):
        done = tasks.run("vpn_customer_gateway", options, check=check)
        assert done["changed"]
        assert "another-one" not in str(done)
    assert tasks.run("vpn_customer_gateway", options)["changed"] is False
    held = tasks.client.list("listVpnCustomerGateways")[0]
    assert (held["ipsecpsk"], held["ikepolicy"]) == ("another-one", POLICIES["ike_policy"])


def test_the_preshared_key_is_for_who_asks(tasks: Tasks) -> None:
    options = SAMPLES["remote_access_vpn"]["create"]
    assert "preshared_key" not in tasks.run("remote_access_vpn", options)
    done = tasks.run("remote_access_vpn", {**options, "show_preshared_key": True})
    assert done["changed"] is False
    assert done["preshared_key"]


def test_a_router_is_restarted_only_where_it_needs_it_and_gets_another_size(tasks: Tasks) -> None:
    options = {**ZONE, "name": "r-4-VM"}
    assert tasks.run("router", {**options, "state": "restarted", "only_if_required": True})["changed"] is False
    size = {"cpunumber": 1, "cpuspeed": 500, "memory": 512, "issystem": True, "systemvmtype": "domainrouter"}
    tasks.client.run("createServiceOffering", {"name": "big", "displaytext": "big", **size})
    told = tasks.run("router", {**options, "service_offering": "big"}, check=True)
    done = tasks.run("router", {**options, "service_offering": "big"})
    assert done["diff"] == told["diff"]
    assert (done["service_offering"], done["state"], tasks.writes) == ("big", "Running", 3)
    assert tasks.run("router", {**options, "service_offering": "big"})["changed"] is False
    assert tasks.run("router", {**options, "health_checks": True})["health_check_results"]


def test_a_vpn_pair_between_two_vpcs(tasks: Tasks) -> None:
    ends = {"edge-vpc": ("far", "198.51.100.82", "10.61.0.0/16"), "far-vpc": ("near", "198.51.100.81", "10.60.0.0/16")}
    todo: list[tuple[str, dict[str, Any]]] = []
    for vpc, (name, address, cidr) in ends.items():
        todo += [
            ("vpn_gateway", {**ZONE, "vpc": vpc}),
            (
                "vpn_customer_gateway",
                {"name": name, "gateway": address, "cidrs": [cidr], "ipsec_psk": "shared", **POLICIES},
            ),
            ("vpn_connection", {**ZONE, "vpc": vpc, "vpn_customer_gateway": name, "passive": vpc == "far-vpc"}),
        ]
    for kind, options in todo:
        told = tasks.run(kind, options, check=True)
        assert tasks.run(kind, options).get("diff") == told.get("diff")
    for kind, options in todo:
        assert tasks.run(kind, options)["changed"] is False
        assert tasks.writes == 0
    for kind, options in reversed(todo):
        assert tasks.run(kind, {**options, "state": "absent"})["changed"]
    assert tasks.client.list("listVpnConnections") == []
