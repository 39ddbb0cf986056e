"""Public addresses and the rules on them, key pairs, tags and tenants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from places import ISOLATED, KEY, Site, shows

from cloudstack_simulator import Fail
from cloudstack_simulator.sshkeys import fingerprint


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    assert site.simulator.defects == []


@pytest.fixture
def network(site: Site) -> dict[str, Any]:
    return site.network()


@pytest.fixture
def vm(site: Site, network: dict[str, Any]) -> dict[str, Any]:
    return site.instance(network)


def refused(site: Site, code: int, command: str, **params: Any) -> str:
    """The text of a refusal with this code."""
    status, body = site.simulator.request(command, **params)
    content = next(iter(body.values()))
    assert (status, content["errorcode"]) == (code, code)
    return content["errortext"]


def test_a_key_pair_is_made_once_and_found_by_name_and_fingerprint(site: Site) -> None:
    made = site.ok("createSSHKeyPair", name="one")["keypair"]
    assert made["privatekey"].startswith("-----BEGIN RSA PRIVATE KEY-----\n")
    site.ok("registerSSHKeyPair", name="two", publickey=KEY)
    assert site.one("listSSHKeyPairs", name="TWO")["fingerprint"] == fingerprint(KEY)
    assert site.one("listSSHKeyPairs", fingerprint=made["fingerprint"])["name"] == "one"
    assert "privatekey" not in site.one("listSSHKeyPairs", name="one")
    assert "already exists" in site.no("registerSSHKeyPair", name="three", publickey=KEY)
    assert "already exists" in site.no("registerSSHKeyPair", name="one", publickey=KEY)
    assert site.ok("deleteSSHKeyPair", name="one") == {"success": True}
    assert site.ok("listSSHKeyPairs")["count"] == 1


@pytest.mark.parametrize("key", ["", "ssh-rsa", "ssh-rsa !!!", "ssh-rsa AAAA", "ssh-dss " + KEY.split()[1]])
def test_what_is_no_public_key_has_no_fingerprint(key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        fingerprint(key)


def test_an_address_is_taken_changed_and_given_back(site: Site, network: dict[str, Any]) -> None:
    first = site.address(network)
    shows(first, state="Allocated", associatednetworkid=network["id"], issourcenat=False, fordisplay=True)
    wanted = site.address(network, ipaddress="192.168.71.150", fordisplay=False)
    shows(wanted, ipaddress="192.168.71.150", fordisplay=False)
    assert "not a free" in site.no("associateIpAddress", networkid=network["id"], ipaddress="192.168.71.150")
    assert "not a free" in site.no("associateIpAddress", networkid=network["id"], ipaddress="192.0.2.1")
    shows(site.ok("updateIpAddress", id=first["id"], fordisplay=False)["ipaddress"], fordisplay=False)
    for params, found in (
        ({"ipaddress": "192.168.71.150"}, 1),
        ({"associatednetworkid": network["id"]}, 2),
        ({"issourcenat": True}, 0),
        ({"zoneid": site.zone, "fordisplay": False}, 2),
        ({"state": "Free", "ipaddress": "192.168.71.150"}, 0),
        ({"allocatedonly": False, "ipaddress": "192.168.71.151"}, 1),
    ):
        assert site.ok("listPublicIpAddresses", **params).get("count", 0) == found, params
    assert site.ok("disassociateIpAddress", id=first["id"]) == {"success": True}
    assert site.ok("listPublicIpAddresses", associatednetworkid=network["id"])["count"] == 1


def test_the_source_nat_address_stays(site: Site, network: dict[str, Any], vm: dict[str, Any]) -> None:
    address = site.one("listPublicIpAddresses", associatednetworkid=network["id"], issourcenat=True)
    assert "source NAT" in site.no("disassociateIpAddress", id=address["id"])
    assert "source NAT" in site.no("enableStaticNat", ipaddressid=address["id"], virtualmachineid=vm["id"])


def test_a_free_address_can_be_reserved(site: Site, network: dict[str, Any]) -> None:
    free = site.one("listPublicIpAddresses", state="Free", ipaddress="192.168.71.99")
    shows(site.ok("reserveIpAddress", id=free["id"])["ipaddress"], state="Reserved", account="admin")
    taken = site.address(network, ipaddress="192.168.71.99")
    assert taken["id"] == free["id"]
    assert "not reserved" in site.no("releaseIpAddress", id=free["id"])


def test_a_released_address_is_kept_for_its_former_owner(site: Site, network: dict[str, Any]) -> None:
    setting = {"name": "public.ip.address.quarantine.duration"}
    site.ok("disassociateIpAddress", id=site.address(network, ipaddress="192.168.71.97")["id"])
    assert site.none("listQuarantinedIps"), "the setting is 0 at first"
    site.ok("updateConfiguration", **setting, value="60")
    site.ok("disassociateIpAddress", id=site.address(network, ipaddress="192.168.71.98")["id"])
    shows(site.one("listQuarantinedIps"), ipaddress="192.168.71.98", previousownername="admin")
    domain = site.ok("createDomain", name="others")["domain"]["id"]
    site.ok("createAccount", username="o", password="p", firstname="f", lastname="l", email="o@example.com",
            accounttype=0, account="other", domainid=domain)  # fmt: skip
    free = site.one("listPublicIpAddresses", state="Free", ipaddress="192.168.71.98")["id"]
    assert "in quarantine" in site.no("reserveIpAddress", id=free, account="other", domainid=domain)
    assert "before the current date" in site.no("updateQuarantinedIp", ipaddress="192.168.71.98", enddate="2020-01-31")
    site.ok("updateQuarantinedIp", ipaddress="192.168.71.98", enddate="2037-01-31 08:00:00")
    shows(site.one("listQuarantinedIps"), enddate="2037-01-31T08:00:00+0000")
    site.ok("removeQuarantinedIp", ipaddress="192.168.71.98", removalreason="not needed")
    assert site.none("listQuarantinedIps")
    assert site.one("listQuarantinedIps", showremoved=True)["removalreason"] == "not needed"
    site.ok("reserveIpAddress", id=free, account="other", domainid=domain)
    site.ok("releaseIpAddress", id=free)
    site.ok("disassociateIpAddress", id=site.address(network, ipaddress="192.168.71.98")["id"])
    site.simulator.advance(3601)
    assert site.none("listQuarantinedIps")
    assert site.one("listQuarantinedIps", showinactive=True)["ipaddress"] == "192.168.71.98"
    assert "no longer active" in site.no("removeQuarantinedIp", ipaddress="192.168.71.98", removalreason="late")


FIREWALL = (
    {"protocol": "tcp", "startport": 80, "endport": 90, "cidrlist": "192.0.2.0/24"},
    {"protocol": "udp", "startport": 53, "endport": 53, "cidrlist": "0.0.0.0/0"},
    {"protocol": "icmp", "icmptype": 8, "icmpcode": 0, "cidrlist": "0.0.0.0/0"},
)


@pytest.mark.parametrize("rule", FIREWALL, ids=lambda rule: rule["protocol"])
def test_a_firewall_rule_shows_what_it_was_made_with(site: Site, network: dict[str, Any], rule: dict[str, Any]) -> None:
    address = site.address(network)
    made = site.ok("createFirewallRule", ipaddressid=address["id"], **rule)["firewallrule"]
    listed = site.one("listFirewallRules", ipaddressid=address["id"])
    assert listed == made
    shows(listed, **rule, state="Active", traffictype="Ingress", networkid=network["id"], fordisplay=True)
    assert site.one("listPublicIpAddresses", id=address["id"])["hasrules"] is True
    site.ok("updateFirewallRule", id=made["id"], fordisplay=False)
    assert site.one("listFirewallRules", id=made["id"])["fordisplay"] is False
    assert "conflicts" in refused(site, 537, "createFirewallRule", ipaddressid=address["id"], **rule)
    assert site.ok("deleteFirewallRule", id=made["id"]) == {"success": True}
    assert site.none("listFirewallRules", ipaddressid=address["id"])


def test_firewall_rules_for_other_sources_or_ports_live_side_by_side(site: Site, network: dict[str, Any]) -> None:
    address = site.address(network)
    base = {"ipaddressid": address["id"], "protocol": "tcp"}
    site.ok("createFirewallRule", startport=80, endport=90, cidrlist="192.0.2.0/25", **base)
    site.ok("createFirewallRule", startport=80, endport=90, cidrlist="192.0.2.128/25", **base)
    site.ok("createFirewallRule", startport=91, endport=91, cidrlist="192.0.2.0/25", **base)
    refused(site, 537, "createFirewallRule", startport=85, endport=95, cidrlist="192.0.2.0/24", **base)
    assert site.ok("listFirewallRules")["count"] == 3


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ({"protocol": "tcp", "startport": 90, "endport": 80}, "range"),
        ({"protocol": "tcp", "startport": 0}, "not a port"),
        ({"protocol": "tcp", "startport": 80, "cidrlist": "nope"}, "cidr"),
        ({"protocol": "icmp", "startport": 80}, "ICMP"),
        ({"protocol": "tcp", "icmptype": 8}, "ICMP"),
        ({"protocol": "xyz"}, "protocol"),
    ],
)
def test_a_firewall_rule_that_makes_no_sense_is_refused(
    site: Site, network: dict[str, Any], rule: dict[str, Any], why: str
) -> None:
    assert why in site.no("createFirewallRule", ipaddressid=site.address(network)["id"], **rule)
    assert site.none("listFirewallRules")


def test_egress_rules_speak_of_the_network(site: Site, network: dict[str, Any]) -> None:
    made = site.ok("createEgressFirewallRule", networkid=network["id"], protocol="all", cidrlist="0.0.0.0/0")
    shows(made["firewallrule"], cidrlist="10.1.1.0/24", traffictype="Egress", destcidrlist="")
    rule = {"protocol": "tcp", "startport": 443, "endport": 443, "destcidrlist": "203.0.113.0/24"}
    made = site.ok("createEgressFirewallRule", networkid=network["id"], cidrlist="10.1.1.0/25", **rule)
    listed = site.one("listEgressFirewallRules", id=made["firewallrule"]["id"])
    shows(listed, **rule, cidrlist="10.1.1.0/25")
    assert "not within" in site.no(
        "createEgressFirewallRule", networkid=network["id"], protocol="udp", cidrlist="192.0.2.0/24"
    )
    refused(site, 537, "createEgressFirewallRule", networkid=network["id"], cidrlist="10.1.1.0/25", **rule)
    assert site.none("listFirewallRules")
    assert "direction" in site.no("deleteFirewallRule", id=listed["id"])
    site.ok("deleteEgressFirewallRule", id=listed["id"])
    assert site.ok("listEgressFirewallRules", networkid=network["id"])["count"] == 1


def test_port_forwarding_goes_where_it_is_told(site: Site, network: dict[str, Any], vm: dict[str, Any]) -> None:
    address = site.address(network)
    base = {"ipaddressid": address["id"], "protocol": "tcp", "virtualmachineid": vm["id"]}
    made = site.ok("createPortForwardingRule", publicport=8000, publicendport=8010, privateport=80, privateendport=90,
                   openfirewall=False, cidrlist="192.0.2.0/24", **base)["portforwardingrule"]  # fmt: skip
    assert site.one("listPortForwardingRules", ipaddressid=address["id"]) == made
    shows(made, publicport="8000", publicendport="8010", privateport="80", privateendport="90", state="Active",
          virtualmachinename="vm", vmguestip=vm["ipaddress"], cidrlist="192.0.2.0/24")  # fmt: skip
    assert site.none("listFirewallRules")
    other = site.instance(network, "other")
    site.ok("updatePortForwardingRule", id=made["id"], virtualmachineid=other["id"], privateport=180)
    shows(site.one("listPortForwardingRules"), virtualmachinename="other", vmguestip=other["ipaddress"],
          privateport="180", privateendport="190")  # fmt: skip
    conflict = {"publicport": 8005, "privateport": 22}
    assert "conflicts" in refused(site, 537, "createPortForwardingRule", **conflict, **base)
    site.ok("createPortForwardingRule", **conflict, **{**base, "protocol": "udp"})
    assert site.ok("listFirewallRules")["count"] == 1
    for rule in site.ok("listPortForwardingRules")["portforwardingrule"]:
        site.ok("deletePortForwardingRule", id=rule["id"])
    assert site.none("listFirewallRules")


def test_a_load_balancer_and_port_forwarding_do_not_share_a_port(
    site: Site, network: dict[str, Any], vm: dict[str, Any]
) -> None:
    address = site.address(network)
    site.ok("createLoadBalancerRule", name="lb", algorithm="source", publicport=80, privateport=8080,
            publicipid=address["id"])  # fmt: skip
    base = {"ipaddressid": address["id"], "protocol": "tcp", "virtualmachineid": vm["id"], "privateport": 80}
    refused(site, 537, "createPortForwardingRule", publicport=80, **base)
    assert site.ok("listPortForwardingRules") == {}
    assert site.one("listLoadBalancerRules", publicipid=address["id"])["algorithm"] == "source"


def test_an_address_serves_one_purpose(site: Site, network: dict[str, Any], vm: dict[str, Any]) -> None:
    address = site.address(network)
    nat = {"ipaddressid": address["id"], "virtualmachineid": vm["id"]}
    assert site.ok("enableStaticNat", **nat) == {"success": True}
    assert site.ok("enableStaticNat", **nat) == {"success": True}
    listed = site.one("listPublicIpAddresses", isstaticnat=True)
    shows(listed, virtualmachineid=vm["id"], vmipaddress=vm["ipaddress"], virtualmachinename="vm")
    assert site.one("listVirtualMachines", id=vm["id"])["publicip"] == address["ipaddress"]
    other = site.instance(network, "other")
    refused(site, 537, "enableStaticNat", ipaddressid=address["id"], virtualmachineid=other["id"])
    refused(site, 537, "enableStaticNat", ipaddressid=site.address(network)["id"], virtualmachineid=vm["id"])
    forward = {"protocol": "tcp", "publicport": 1, "privateport": 1}
    refused(site, 537, "createPortForwardingRule", **forward, **nat)
    site.ok("createFirewallRule", ipaddressid=address["id"], protocol="tcp", startport=22, endport=22)
    assert site.ok("disableStaticNat", ipaddressid=address["id"]) == {"success": True}
    assert site.none("listFirewallRules", ipaddressid=address["id"])
    assert site.one("listPublicIpAddresses", id=address["id"])["isstaticnat"] is False
    assert "no static NAT" in site.no("disableStaticNat", ipaddressid=address["id"])


def test_expunging_an_instance_frees_what_pointed_at_it(
    site: Site, network: dict[str, Any], vm: dict[str, Any]
) -> None:
    nat, forward = site.address(network), site.address(network)
    site.ok("enableStaticNat", ipaddressid=nat["id"], virtualmachineid=vm["id"])
    site.ok("createPortForwardingRule", ipaddressid=forward["id"], virtualmachineid=vm["id"], protocol="tcp",
            publicport=22, privateport=22)  # fmt: skip
    site.ok("destroyVirtualMachine", id=vm["id"], expunge=True)
    assert site.none("listPortForwardingRules")
    assert site.none("listPublicIpAddresses", isstaticnat=True)
    assert site.ok("listPublicIpAddresses", associatednetworkid=network["id"])["count"] == 3


def test_a_rule_whose_job_fails_is_not_there(site: Site, network: dict[str, Any]) -> None:
    address = site.address(network)
    site.simulator.jobs.policy = Fail("agent lost", command="createFirewallRule")
    rule = {"ipaddressid": address["id"], "protocol": "tcp", "startport": 22, "endport": 22}
    _, body = site.simulator.request("createFirewallRule", **rule)
    for _ in range(2):
        _, answer = site.simulator.request("queryAsyncJobResult", jobid=body["createfirewallruleresponse"]["jobid"])
    assert answer["queryasyncjobresultresponse"]["jobresult"]["errortext"] == "agent lost"
    assert site.none("listFirewallRules")


def test_tags_are_kept_as_they_are(site: Site, vm: dict[str, Any]) -> None:
    value = "a: 1\n{{ b }}"
    tag = {"tags[0].key": "k", "tags[0].value": value}
    site.ok("createTags", resourceids=vm["id"], resourcetype="UserVm", **tag)
    assert site.one("listTags", resourceid=vm["id"])["value"] == value
    assert "already" in site.no("createTags", resourceids=vm["id"], resourcetype="UserVm", **tag)
    assert site.one("listVirtualMachines", **tag)["tags"][0]["value"] == value
    wrong = {"tags[0].key": "k", "tags[0].value": "x"}
    assert "Unable" in site.no("deleteTags", resourceids=vm["id"], resourcetype="UserVm", **wrong)
    site.ok("deleteTags", resourceids=vm["id"], resourcetype="UserVm", **{"tags[0].key": "k"})
    assert site.none("listTags", resourceid=vm["id"])


def test_a_tenant_sees_what_is_his(site: Site) -> None:
    domain = site.ok("createDomain", name="tenants")["domain"]
    account = site.ok("createAccount", username="u", password="p", firstname="f", lastname="l", email="u@example.com",
                      accounttype=0, account="acme", domainid=domain["id"])["account"]  # fmt: skip
    owner = {"account": "acme", "domainid": domain["id"]}
    his = site.network("his", **owner)
    shows(his, account="acme", domain="tenants", domainpath="ROOT/tenants")
    site.network("mine")
    assert [n["name"] for n in site.ok("listNetworks")["network"]] == ["mine"]
    assert [n["name"] for n in site.ok("listNetworks", **owner)["network"]] == ["his"]
    assert site.ok("listNetworks", listall=True)["count"] == 2
    caller = site.simulator.caller_of(site.simulator.store.need("user", account["user"][0]["id"]))
    status, body = site.simulator.call("listNetworks", {"listall": "true"}, caller)
    assert status == 200
    seen = body["listnetworksresponse"]["network"]
    assert [n["name"] for n in seen] == ["his"]
    assert "broadcasturi" not in seen[0]
    assert "details" not in seen[0]
    status, _ = site.simulator.call("listDomains", {}, caller)
    assert status == 432
    assert site.one("listAccounts", name="acme", domainid=domain["id"])["networktotal"] == 1


def test_a_project_owns_what_is_in_it(site: Site) -> None:
    project = site.ok("createProject", name="prj", displaytext="p")["project"]
    inside = site.network("inside", projectid=project["id"])
    shows(inside, project="prj", projectid=project["id"])
    assert "account" not in inside
    vm = site.instance(inside, "pvm", projectid=project["id"])
    shows(vm, project="prj", projectid=project["id"])
    assert site.none("listVirtualMachines")
    assert site.one("listVirtualMachines", projectid=project["id"])["name"] == "pvm"
    assert site.one("listVirtualMachines", projectid="-1")["name"] == "pvm"
    assert site.ok("deleteProject", id=project["id"]) == {"success": True}
    assert site.none("listNetworks", listall=True)


def test_a_tenant_cannot_touch_what_is_not_his(site: Site, vm: dict[str, Any]) -> None:
    account = site.ok("createAccount", username="u", password="p", firstname="f", lastname="l", email="u@example.com",
                      accounttype=0, account="acme")["account"]  # fmt: skip
    caller = site.simulator.caller_of(site.simulator.store.need("user", account["user"][0]["id"]))
    for command, params in (
        ("stopVirtualMachine", {"id": vm["id"]}),
        ("createNetwork", {"name": "n", "zoneid": site.zone, "networkofferingid": site.offering(ISOLATED),
                           "account": "admin", "domainid": account["domainid"]}),
    ):  # fmt: skip
        status, body = site.simulator.call(command, params, caller)
        content = next(iter(body.values()))
        assert (status, content["cserrorcode"]) == (531, 4365), content
    status, body = site.simulator.call("listVirtualMachines", {"listall": "true"}, caller)
    assert (status, body) == (200, {"listvirtualmachinesresponse": {}})
    assert site.one("listVirtualMachines", id=vm["id"])["state"] == "Running"
