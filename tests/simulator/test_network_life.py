"""Guest networks: what is asked for shows in the lists, what cannot be is refused, what comes and goes with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from places import ISOLATED, Site, shows


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    assert site.simulator.defects == []


def test_everything_that_a_network_is_made_with_shows(site: Site) -> None:
    asked = {
        "displaytext": "text", "gateway": "10.9.0.1", "netmask": "255.255.252.0", "networkdomain": "a.example.com",
        "dns1": "192.0.2.1", "dns2": "192.0.2.2", "externalid": "x1",
    }  # fmt: skip
    made = site.network(**asked, publicmtu=1400, privatemtu=1300, displaynetwork=False, hideipaddressusage=True,
                        keepmacaddressonpublicnic=False, sourcenatipaddress="192.168.71.77")  # fmt: skip
    listed = site.one("listNetworks", id=made["id"])
    assert listed == made
    shows(listed, **asked, cidr="10.9.0.0/22", publicmtu=1400, privatemtu=1300, displaynetwork=False, type="Isolated",
          keepmacaddressonpublicnic=False, details={"hideIpAddressUsage": "true"}, state="Allocated")  # fmt: skip
    source = site.one("listPublicIpAddresses", associatednetworkid=made["id"])
    shows(source, ipaddress="192.168.71.77", issourcenat=True)


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        ({"name": "other"}, {"name": "other"}),
        ({"displaytext": "other"}, {"displaytext": "other"}),
        ({"networkdomain": "b.example.com"}, {"networkdomain": "b.example.com"}),
        ({"displaynetwork": False}, {"displaynetwork": False}),
        ({"dns1": "192.0.2.9"}, {"dns1": "192.0.2.9"}),
        ({"dns2": "192.0.2.8"}, {"dns2": "192.0.2.8"}),
        ({"publicmtu": 1450}, {"publicmtu": 1450}),
        ({"privatemtu": 1250}, {"privatemtu": 1250}),
        ({"keepmacaddressonpublicnic": False}, {"keepmacaddressonpublicnic": False}),
        ({"hideipaddressusage": True}, {"details": {"hideIpAddressUsage": "true"}}),
        ({"guestvmcidr": "10.1.1.0/25"}, {"cidr": "10.1.1.0/25", "networkcidr": "10.1.1.0/24",
                                          "reservediprange": "10.1.1.128-10.1.1.255"}),
        ({"customid": "9d0b32d3-6f5c-4bd1-a9b0-0f44f0a1a0ff"}, {"id": "9d0b32d3-6f5c-4bd1-a9b0-0f44f0a1a0ff"}),
    ],
)  # fmt: skip
def test_a_changed_network_shows_the_change(site: Site, changed: dict[str, Any], shown: dict[str, Any]) -> None:
    made = site.network()
    shows(site.ok("updateNetwork", id=made["id"], **changed)["network"], **shown)
    shows(site.one("listNetworks", id=shown.get("id", made["id"])), **shown)


def test_two_networks_may_have_one_name(site: Site) -> None:
    site.network("twin")
    site.network("TWIN")
    assert site.ok("listNetworks", name="twin")["count"] == 2


@pytest.mark.parametrize(
    ("offering", "params", "why"),
    [
        (ISOLATED, {"gateway": "10.9.0.1"}, "netmask"),
        (ISOLATED, {"gateway": "10.9.0.1", "netmask": "255.0.255.0"}, "No network has"),
        (ISOLATED, {"vlan": "77"}, "VLAN"),
        ("DefaultIsolatedNetworkOfferingForVpcNetworks", {}, "VPC networks only"),
        ("DefaultSharedNetworkOffering", {"gateway": "10.9.0.1", "netmask": "255.255.255.0"}, "VLAN"),
        ("DefaultSharedNetworkOffering", {"vlan": "77"}, "gateway and netmask"),
        ("DefaultL2NetworkOffering", {"gateway": "10.9.0.1", "netmask": "255.255.255.0"}, "layer 2"),
    ],
)
def test_a_network_that_cannot_be_is_refused(site: Site, offering: str, params: dict[str, str], why: str) -> None:
    text = site.no("createNetwork", name="n", zoneid=site.zone, networkofferingid=site.offering(offering), **params)
    assert why in text
    assert site.none("listNetworks")


def test_a_shared_network_gives_addresses_of_its_range(site: Site) -> None:
    shared = {"gateway": "10.77.0.1", "netmask": "255.255.255.0", "startip": "10.77.0.10", "endip": "10.77.0.12"}
    network = site.network("shared", "DefaultSharedNetworkOffering", vlan="1077", **shared)
    shows(network, state="Setup", vlan="1077", broadcasturi="vlan://1077", acltype="Domain", subdomainaccess=True)
    shows(site.one("listVlanIpRanges", networkid=network["id"]), startip="10.77.0.10", endip="10.77.0.12")
    first, second = site.instance(network, "one"), site.instance(network, "two")
    assert [vm["ipaddress"] for vm in (first, second)] == ["10.77.0.10", "10.77.0.12"]
    assert site.one("listRouters", networkid=network["id"], listall=True)["guestipaddress"] == "10.77.0.11"
    params = {"templateid": site.template(), "serviceofferingid": site.service(), "networkids": network["id"]}
    assert "no free address" in site.no("deployVirtualMachine", name="three", zoneid=site.zone, **params)


def test_a_layer_2_network_gives_no_addresses(site: Site) -> None:
    vm = site.instance(site.network("l2", "DefaultL2NetworkOffering"))
    assert "ipaddress" not in vm
    assert vm["nic"][0]["type"] == "L2"
    assert site.none("listRouters", listall=True)


def test_the_first_instance_brings_vlan_source_nat_and_router(site: Site) -> None:
    network = site.network()
    assert site.none("listPublicIpAddresses", associatednetworkid=network["id"])
    vm = site.instance(network)
    shows(site.one("listNetworks", id=network["id"]), state="Implemented", vlan="300", broadcasturi="vlan://300")
    address = site.one("listPublicIpAddresses", associatednetworkid=network["id"])
    router = site.one("listRouters", networkid=network["id"])
    shows(router, publicip=address["ipaddress"], guestipaddress="10.1.1.1", state="Running")
    assert vm["nic"][0]["isolationuri"] == "vlan://300"


def test_a_network_with_instances_stays(site: Site) -> None:
    network = site.network()
    vm = site.instance(network)
    assert site.no("deleteNetwork", id=network["id"]) == "Failed to delete network"
    site.ok("destroyVirtualMachine", id=vm["id"])
    assert site.no("deleteNetwork", id=network["id"]) == "Failed to delete network"
    site.ok("expungeVirtualMachine", id=vm["id"])
    assert site.ok("deleteNetwork", id=network["id"]) == {"success": True}
    assert site.none("listRouters")
    assert site.none("listPublicIpAddresses")


def test_a_restart_needs_a_network_in_use(site: Site) -> None:
    network = site.network()
    assert "Allocated" in site.no("restartNetwork", id=network["id"])
    site.instance(network)
    before = site.one("listRouters", networkid=network["id"])["name"]
    assert site.ok("restartNetwork", id=network["id"]) == {"success": True}
    assert site.one("listRouters", networkid=network["id"])["name"] == before
    site.ok("restartNetwork", id=network["id"], cleanup=True)
    assert site.one("listRouters", networkid=network["id"])["name"] != before


def test_an_offering_of_another_kind_does_not_fit(site: Site) -> None:
    network = site.network()
    layer2 = site.offering("DefaultL2NetworkOffering")
    assert "L2" in site.no("updateNetwork", id=network["id"], networkofferingid=layer2)
    plain = site.offering("DefaultIsolatedNetworkOffering")
    changed = site.ok("updateNetwork", id=network["id"], networkofferingid=plain)["network"]
    assert changed["networkofferingname"] == "DefaultIsolatedNetworkOffering"


def test_an_account_without_a_network_gets_one_with_its_first_instance(site: Site) -> None:
    place = {"zoneid": site.zone, "templateid": site.template(), "serviceofferingid": site.service()}
    vm = site.ok("deployVirtualMachine", name="vm", **place)["virtualmachine"]
    assert vm["nic"][0]["networkname"] == "admin-network"
    again = site.ok("deployVirtualMachine", name="vm2", **place)["virtualmachine"]
    assert again["nic"][0]["networkid"] == vm["nic"][0]["networkid"]
    site.network("second")
    assert "More than 1 default" in site.no("deployVirtualMachine", name="vm3", **place)
