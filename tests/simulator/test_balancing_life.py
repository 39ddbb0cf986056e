"""How load is balanced: who stands behind rules, the machines inside tiers, certificates and stickiness."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from places import Site, shows

INNER_LB = "DefaultIsolatedNetworkOfferingForVpcNetworksWithInternalLB"
PEM = f"-----BEGIN CERTIFICATE-----\n{base64.b64encode(b'certificate').decode()}\n-----END CERTIFICATE-----\n"


@pytest.fixture
def site() -> Site:
    return Site()


def tier(site: Site) -> dict[str, Any]:
    """A tier that balances load inside."""
    offering = site.one("listVPCOfferings", name="Default VPC offering")["id"]
    vpc = site.ok("createVPC", name="v", zoneid=site.zone, vpcofferingid=offering, cidr="10.8.0.0/16")["vpc"]
    more = {"gateway": "10.8.1.1", "netmask": "255.255.255.0", "vpcid": vpc["id"]}
    return site.network("tier", INNER_LB, **more)


def inner(site: Site, network: dict[str, Any], port: str = "80") -> dict[str, Any]:
    """A load balancer inside a tier."""
    made = site.ok("createLoadBalancer", name=f"lb-{port}", networkid=network["id"], algorithm="roundrobin",
                   instanceport="8080", scheme="Internal", sourceipaddress="10.8.1.200", sourceport=port,
                   sourceipaddressnetworkid=network["id"])["loadbalancer"]  # fmt: skip
    return dict(made)


def rule(site: Site, **params: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A rule on a public address, and its network."""
    network = site.network()
    site.instance(network, "one")
    made = site.ok("createLoadBalancerRule", name="lb", algorithm="roundrobin", publicport="80", privateport="80",
                   publicipid=site.address(network)["id"], **params)["loadbalancer"]  # fmt: skip
    return made, network


def test_the_machine_of_a_tier_comes_with_its_first_instance_and_goes_with_its_last_rule(site: Site) -> None:
    network = tier(site)
    first, second = inner(site, network), inner(site, network, "81")
    shows(first["loadbalancerrule"][0], state="Add", sourceport=80)
    shows(second, sourceipaddress=first["sourceipaddress"])
    assert site.none("listInternalLoadBalancerVMs", listall="true")
    instance = site.instance(network)
    site.ok("assignToLoadBalancerRule", id=first["id"], virtualmachineids=instance["id"])
    machine = site.one("listInternalLoadBalancerVMs", networkid=network["id"], listall="true")
    shows(machine, state="Running", guestipaddress="10.8.1.200", role="INTERNAL_LB_VM", vpcid=network["vpcid"])
    shows(machine, serviceofferingname="System Offering For Internal LB Instance", redundantstate="UNKNOWN")
    balancer = site.one("listLoadBalancers", id=first["id"])
    assert [held["id"] for held in balancer["loadbalancerinstance"]] == [instance["id"]]
    shows(balancer["loadbalancerrule"][0], state="Active")
    site.ok("deleteLoadBalancer", id=first["id"])
    assert site.one("listInternalLoadBalancerVMs", listall="true")["id"] == machine["id"]
    site.ok("deleteLoadBalancer", id=second["id"])
    assert site.none("listInternalLoadBalancerVMs", listall="true")


def test_the_machine_of_a_tier_is_stopped_and_started(site: Site) -> None:
    network = tier(site)
    site.ok("assignToLoadBalancerRule", id=inner(site, network)["id"], virtualmachineids=site.instance(network)["id"])
    machine = site.one("listInternalLoadBalancerVMs", listall="true")
    stopped = site.ok("stopInternalLoadBalancerVM", id=machine["id"], forced="false")["internalloadbalancervm"]
    shows(stopped, state="Stopped", hostid=None, linklocalip=None, guestipaddress="10.8.1.200")
    assert stopped == site.one("listInternalLoadBalancerVMs", id=machine["id"])
    started = site.ok("startInternalLoadBalancerVM", id=machine["id"])["internalloadbalancervm"]
    shows(started, state="Running", hostid=machine["hostid"], name=machine["name"])
    assert started["scriptsversion"] != machine["scriptsversion"]


def test_a_secondary_address_is_balanced_apart(site: Site) -> None:
    made, _network = rule(site)
    instance = site.one("listVirtualMachines", name="one")
    nic = instance["nic"][0]
    extra = site.ok("addIpToNic", nicid=nic["id"])["nicsecondaryip"]["ipaddress"]
    entry = {"vmidipmap[0].vmid": instance["id"], "vmidipmap[0].vmip": extra}
    site.ok("assignToLoadBalancerRule", id=made["id"], **entry)
    assert "already mapped" in site.no("assignToLoadBalancerRule", id=made["id"], **entry)
    site.ok("assignToLoadBalancerRule", id=made["id"], virtualmachineids=instance["id"])
    held = site.ok("listLoadBalancerRuleInstances", id=made["id"], lbvmips="true")["lbrulevmidip"][0]
    assert held["lbvmipaddresses"] == [extra, nic["ipaddress"]]
    assert held["loadbalancerruleinstance"]["id"] == instance["id"]
    site.ok("removeFromLoadBalancerRule", id=made["id"], **entry)
    assert "Not all" in site.no("removeFromLoadBalancerRule", id=made["id"], **entry)
    assert site.one("listLoadBalancerRuleInstances", id=made["id"])["id"] == instance["id"]
    site.ok("destroyVirtualMachine", id=instance["id"], expunge="true")
    assert site.none("listLoadBalancerRuleInstances", id=made["id"])


def test_a_certificate_is_for_rules_of_the_protocol_ssl(site: Site) -> None:
    made, _network = rule(site, protocol="tcp")
    first, second = (site.ok("uploadSslCert", name=name, certificate=PEM, privatekey="-")["sslcert"] for name in "ab")
    both = {"lbruleid": made["id"], "certid": first["id"]}
    assert "Expected ssl" in site.no("assignCertToLoadBalancer", **both)
    site.ok("updateLoadBalancerRule", id=made["id"], protocol="ssl")
    site.ok("assignCertToLoadBalancer", **both)
    assert site.one("listSslCerts", lbruleid=made["id"])["loadbalancerrulelist"] == [made["id"]]
    assert "in use" in site.no("deleteSslCert", id=first["id"])
    other = {"lbruleid": made["id"], "certid": second["id"]}
    assert "already bound" in site.no("assignCertToLoadBalancer", **other)
    site.ok("assignCertToLoadBalancer", **other, forced="true")
    site.ok("deleteSslCert", id=first["id"])
    site.ok("removeCertFromLoadBalancer", lbruleid=made["id"])
    assert "No certificate" in site.no("removeCertFromLoadBalancer", lbruleid=made["id"])
    assert site.none("listSslCerts", lbruleid=made["id"])


def test_stickiness_goes_with_its_rule_and_health_checks_are_refused(site: Site) -> None:
    made, _network = rule(site)
    site.ok("createLBStickinessPolicy", lbruleid=made["id"], name="s", methodname="LbCookie")
    policy = site.one("listLBStickinessPolicies", lbruleid=made["id"])["stickinesspolicy"][0]
    changed = site.ok("updateLBStickinessPolicy", id=policy["id"], fordisplay="false")
    shows(changed["stickinesspolicies"]["stickinesspolicy"][0], fordisplay=False)
    status, answer = site.simulator.request("createLBHealthCheckPolicy", lbruleid=made["id"])
    assert status == 430
    assert "not supported by LB Provider" in answer["createlbhealthcheckpolicyresponse"]["errortext"]
    assert site.none("listLBHealthCheckPolicies", lbruleid=made["id"])
    site.ok("deleteLoadBalancerRule", id=made["id"])
    assert site.simulator.store.get("stickinesspolicy", policy["id"]) is None


def test_a_stopped_router_gets_another_system_offering(site: Site) -> None:
    rule(site)
    router = site.one("listRouters", listall="true")
    size = {"cpunumber": "1", "cpuspeed": "500", "memory": "512"}
    big = site.ok("createServiceOffering", name="big router", displaytext="b", issystem="true",
                  systemvmtype="domainrouter", **size)["serviceoffering"]["id"]  # fmt: skip
    wanted = {"id": router["id"], "serviceofferingid": big}
    assert "make sure the router is stopped" in site.no("changeServiceForRouter", **wanted)
    site.ok("stopRouter", id=router["id"])
    assert "non system" in site.no("changeServiceForRouter", id=router["id"], serviceofferingid=site.service())
    changed = site.ok("changeServiceForRouter", **wanted)["router"]
    shows(changed, serviceofferingid=big, serviceofferingname="big router", state="Stopped")


def test_whether_users_see_a_vpn_gateway_can_be_changed(site: Site) -> None:
    gateway = site.ok("createVpnGateway", vpcid=tier(site)["vpcid"])["vpngateway"]
    site.ok("updateVpnGateway", id=gateway["id"], fordisplay="false")
    shows(site.one("listVpnGateways", id=gateway["id"]), fordisplay=False)
