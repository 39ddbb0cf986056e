"""Instances, networks and addresses: what is asked for shows in the lists, and what must not be is refused."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
from replay import Replay
from test_zone_life import Cloud

from cloudstack_simulator import AfterPolls, AtOnce, Fail, Simulator

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO5tz3yQkBqsDw0C3Wbx1zS1Ahg3oUXqDnJ4Y1yUQv0n user@example.com"
ISOLATED = "DefaultIsolatedNetworkOfferingWithSourceNatService"
USER_DATA = "I2Nsb3VkLWNvbmZpZwo="


@lru_cache(maxsize=3)
def built(flow: str) -> dict[str, Any]:
    """The state that a zone flow leaves."""
    simulator = Simulator(api_key="k", secret_key="s", strict=True)
    Replay(simulator).run(flow)
    return simulator.dump()


class Site(Cloud):
    """A cloud with one zone, and shorthands for what tests need in it."""

    def __init__(self, flow: str = "zone-advanced") -> None:
        super().__init__(Simulator(api_key="k", secret_key="s", strict=True))
        self.simulator.load(copy.deepcopy(built(flow)))
        self.zone = self.one("listZones")["id"]

    def offering(self, name: str) -> str:
        """The id of a network offering."""
        return self.one("listNetworkOfferings", name=name)["id"]

    def service(self, name: str = "Small Instance") -> str:
        """The id of a service offering."""
        return self.one("listServiceOfferings", name=name)["id"]

    def template(self) -> str:
        """The id of the built-in template."""
        return self.one("listTemplates", templatefilter="executable", zoneid=self.zone)["id"]

    def network(self, name: str = "net", offering: str = ISOLATED, **params: Any) -> dict[str, Any]:
        """A new network."""
        params = {"name": name, "zoneid": self.zone, "networkofferingid": self.offering(offering), **params}
        return self.ok("createNetwork", **params)["network"]

    def instance(self, network: dict[str, Any], name: str = "vm", **params: Any) -> dict[str, Any]:
        """A new instance."""
        params = {"templateid": self.template(), "serviceofferingid": self.service(), **params}
        deployed = self.ok("deployVirtualMachine", name=name, zoneid=self.zone, networkids=network["id"], **params)
        return deployed["virtualmachine"]

    def address(self, network: dict[str, Any], **params: Any) -> dict[str, Any]:
        """A new public address."""
        taken = self.ok("associateIpAddress", networkid=network["id"], **params)["ipaddress"]
        return self.one("listPublicIpAddresses", id=taken["id"])


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    assert site.simulator.defects == []


def shows(item: dict[str, Any], **expected: Any) -> None:
    """An item holds these values."""
    assert {name: item.get(name) for name in expected} == expected


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


def test_everything_that_an_instance_is_made_with_shows(site: Site) -> None:
    network = site.network()
    site.ok("registerSSHKeyPair", name="pair", publickey=KEY)
    group = site.ok("createAffinityGroup", name="apart", type="host anti-affinity")["affinitygroup"]
    disk = site.one("listDiskOfferings", name="Medium")["id"]
    vm = site.instance(
        network, "web-1", displayname="Web 1", keypairs="pair", userdata=USER_DATA, group="fleet",
        affinitygroupids=group["id"], diskofferingid=disk, rootdisksize=9, keyboard="de", displayvm=False,
        ipaddress="10.1.1.50", macaddress="02:00:00:00:00:99",
        **{"details[0].cpuOvercommitRatio": "2.0", "details[1].key": "note", "details[1].value": "x"},
    )  # fmt: skip
    listed = site.one("listVirtualMachines", id=vm["id"])
    shows(listed, name="web-1", displayname="Web 1", keypairs="pair", group="fleet", ipaddress="10.1.1.50",
          displayvm=False, state="Running", diskofferingname="Medium")  # fmt: skip
    shows(listed["nic"][0], macaddress="02:00:00:00:00:99", ipaddress="10.1.1.50", isdefault=True)
    assert [held["name"] for held in listed["affinitygroup"]] == ["apart"]
    shows(listed["details"], rootdisksize="9", keyboard="de", note="x", cpuOvercommitRatio="2.0")
    volumes = site.ok("listVolumes", virtualmachineid=vm["id"])["volume"]
    assert [(v["type"], v["size"] // 2**30, v["state"]) for v in volumes] == [
        ("ROOT", 9, "Ready"), ("DATADISK", 20, "Ready"),
    ]  # fmt: skip
    assert site.one("listVirtualMachines", id=vm["id"], userdata=True)["userdata"] == USER_DATA
    held = site.ok("getVirtualMachineUserData", virtualmachineid=vm["id"])["virtualmachineuserdata"]
    assert held["userdata"] == USER_DATA
    assert site.one("listInstanceGroups")["name"] == "fleet"


def test_an_instance_without_a_name_is_named_after_its_id(site: Site) -> None:
    network = site.network()
    params = {"templateid": site.template(), "serviceofferingid": site.service(), "networkids": network["id"]}
    vm = site.ok("deployVirtualMachine", zoneid=site.zone, **params)["virtualmachine"]
    shows(vm, name=f"VM-{vm['id']}", displayname=f"VM-{vm['id']}")


def test_an_instance_may_stay_stopped(site: Site) -> None:
    network = site.network()
    vm = site.instance(network, startvm=False)
    shows(vm, state="Stopped", details={"deployvm": "true"})
    assert "hostid" not in vm
    assert "lastupdated" not in vm
    assert site.one("listNetworks", id=network["id"])["state"] == "Allocated"
    shows(site.ok("startVirtualMachine", id=vm["id"])["virtualmachine"], state="Running")


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        ({"displayname": "Other"}, {"displayname": "Other"}),
        ({"name": "other"}, {"name": "other"}),
        ({"group": "g2"}, {"group": "g2"}),
        ({"haenable": True}, {"haenable": True}),
        ({"deleteprotection": True}, {"deleteprotection": True}),
        ({"displayvm": False}, {"displayvm": False}),
        ({"isdynamicallyscalable": True}, {"isdynamicallyscalable": True}),
        ({"instancename": "i-x"}, {"instancename": "i-x"}),
        ({"details[0].a": "1"}, {"details": {"a": "1"}}),
        ({"cleanupdetails": True}, {"details": {}}),
        ({"customid": "9d0b32d3-6f5c-4bd1-a9b0-0f44f0a1a0ff"}, {"id": "9d0b32d3-6f5c-4bd1-a9b0-0f44f0a1a0ff"}),
    ],
)
def test_a_changed_instance_shows_the_change(site: Site, changed: dict[str, Any], shown: dict[str, Any]) -> None:
    vm = site.instance(site.network())
    shows(site.ok("updateVirtualMachine", id=vm["id"], **changed)["virtualmachine"], **shown)
    listed = site.one("listVirtualMachines", id=shown.get("id", vm["id"]))
    shows(listed, **shown)
    assert len(listed["nic"]) == 1


def test_an_instance_changes_os_type_and_user_data(site: Site) -> None:
    vm = site.instance(site.network())
    system = site.one("listOsTypes", description="AlmaLinux 9")
    kept = site.ok("registerUserData", name="ud", userdata=USER_DATA)["userdata"]
    changed = site.ok("updateVirtualMachine", id=vm["id"], ostypeid=system["id"], userdataid=kept["id"])
    shows(changed["virtualmachine"], ostypeid=system["id"], osdisplayname="AlmaLinux 9", userdataname="ud")
    assert "linked" in site.no("deleteUserData", id=kept["id"])


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"name": "vm"}, "already exists in the network domain"),
        ({"name": "-bad"}, "host name"),
        ({"name": "x", "keypairs": "none"}, "Not all specified keypairs exist"),
        ({"name": "x", "userdata": "!"}, "base64"),
        ({"name": "x", "affinitygroupnames": "none"}, "affinitygroup none"),
        ({"name": "x", "securitygroupnames": "default"}, "no security groups"),
        ({"name": "x", "ipaddress": "10.1.1.254"}, "not free"),
        ({"name": "x", "ipaddress": "10.9.9.9"}, "not free"),
    ],
)
def test_an_instance_that_cannot_be_is_refused(site: Site, params: dict[str, str], why: str) -> None:
    network = site.network()
    site.instance(network)
    place = {"zoneid": site.zone, "templateid": site.template(), "serviceofferingid": site.service()}
    text = site.no("deployVirtualMachine", networkids=network["id"], **place, **params)
    assert why in text
    assert site.ok("listVirtualMachines")["count"] == 1


def test_an_instance_without_room_is_left_in_error(site: Site) -> None:
    for host in site.ok("listHosts", type="Routing")["host"]:
        site.ok("updateHost", id=host["id"], allocationstate="Disable")
    network = site.network()
    place = {"zoneid": site.zone, "templateid": site.template(), "serviceofferingid": site.service()}
    assert "deployment" in site.no("deployVirtualMachine", name="vm", networkids=network["id"], **place)
    vm = site.one("listVirtualMachines")
    assert vm["state"] == "Error"
    site.ok("expungeVirtualMachine", id=vm["id"])


def test_states_on_the_way_are_seen_while_jobs_run(site: Site) -> None:
    vm = site.instance(site.network())
    site.simulator.jobs.policy = AfterPolls(2)
    for command, on_the_way, end in (("stop", "Stopping", "Stopped"), ("start", "Starting", "Running")):
        _, body = site.simulator.request(f"{command}VirtualMachine", id=vm["id"])
        job = body[f"{command}virtualmachineresponse"]["jobid"]
        assert site.one("listVirtualMachines", id=vm["id"])["state"] == on_the_way
        for _ in range(3):
            site.simulator.request("queryAsyncJobResult", jobid=job)
        assert site.one("listVirtualMachines", id=vm["id"])["state"] == end


def test_a_destroyed_instance_can_come_back_until_it_is_expunged(site: Site) -> None:
    vm = site.instance(site.network())
    assert "destroy vm" in site.no("expungeVirtualMachine", id=vm["id"])
    shows(site.ok("destroyVirtualMachine", id=vm["id"])["virtualmachine"], state="Destroyed")
    assert site.one("listVirtualMachines", id=vm["id"])["state"] == "Destroyed"
    shows(site.ok("recoverVirtualMachine", id=vm["id"])["virtualmachine"], state="Stopped")
    site.ok("destroyVirtualMachine", id=vm["id"], expunge=True)
    assert site.none("listVirtualMachines")
    assert site.none("listVolumes")


def test_a_restored_instance_has_a_new_root_disk(site: Site) -> None:
    vm = site.instance(site.network())
    old = site.one("listVolumes", virtualmachineid=vm["id"])
    shows(
        site.ok("restoreVirtualMachine", virtualmachineid=vm["id"], rootdisksize=12)["virtualmachine"], state="Running"
    )
    new = site.one("listVolumes", virtualmachineid=vm["id"])
    assert new["id"] != old["id"]
    shows(new, name=old["name"], size=12 * 2**30, state="Ready")


def test_size_and_keys_change_only_while_stopped(site: Site) -> None:
    vm = site.instance(site.network())
    medium = site.service("Medium Instance")
    site.ok("registerSSHKeyPair", name="pair", publickey=KEY)
    running = {"id": vm["id"]}
    assert "stopped" in site.no("changeServiceForVirtualMachine", serviceofferingid=medium, **running)
    assert "stopped" in site.no("resetSSHKeyForVirtualMachine", keypairs="pair", **running)
    assert "stopped" in site.no("resetUserDataForVirtualMachine", userdata=USER_DATA, **running)
    assert "stopped" in site.no("updateVMAffinityGroup", affinitygroupnames="", **running)
    site.ok("stopVirtualMachine", **running)
    changed = site.ok("scaleVirtualMachine", serviceofferingid=medium, **running)["virtualmachine"]
    shows(changed, serviceofferingname="Medium Instance", cpuspeed=1000, memory=1024)
    shows(site.ok("resetSSHKeyForVirtualMachine", keypairs="pair", **running)["virtualmachine"], keypairs="pair")
    assert site.ok("listVirtualMachines", keypair="pair")["count"] == 1


def test_lists_of_instances_are_chosen_by_their_fields(site: Site) -> None:
    one, two = site.network("one"), site.network("two")
    first, second = site.instance(one, "alpha"), site.instance(two, "beta")
    site.ok("stopVirtualMachine", id=second["id"])
    site.ok("createTags", resourceids=first["id"], resourcetype="UserVm", **{"tags[0].key": "k", "tags[0].value": "v"})
    for params, names in (
        ({"name": "ALPHA"}, ["alpha"]), ({"keyword": "alph"}, ["alpha"]), ({"name": "alph"}, []),
        ({"networkid": two["id"]}, ["beta"]), ({"state": "stopped"}, ["beta"]),
        ({"hostid": first["hostid"]}, ["alpha"]),
        ({"tags[0].key": "k", "tags[0].value": "v"}, ["alpha"]), ({"zoneid": site.zone}, ["alpha", "beta"]),
        ({"ids": f"{second['id']}"}, ["beta"]), ({"page": 2, "pagesize": 1}, ["beta"]),
    ):  # fmt: skip
        found = site.ok("listVirtualMachines", **params).get("virtualmachine", [])
        assert [vm["name"] for vm in found] == names, params


def test_an_iso_goes_in_and_out(site: Site) -> None:
    vm = site.instance(site.network())
    registered = site.ok("registerIso", name="cd", displaytext="cd", url="http://192.0.2.1/x.iso", zoneid=site.zone)
    iso = registered["iso"][0]
    shows(site.ok("attachIso", id=iso["id"], virtualmachineid=vm["id"])["virtualmachine"], isoname="cd")
    assert "already" in site.no("attachIso", id=iso["id"], virtualmachineid=vm["id"])
    assert site.ok("listVirtualMachines", isoid=iso["id"])["count"] == 1
    assert site.ok("detachIso", virtualmachineid=vm["id"])["virtualmachine"]["isos"] == []


def test_anti_affinity_keeps_instances_apart(site: Site) -> None:
    network = site.network()
    site.ok("createAffinityGroup", name="apart", type="host anti-affinity")
    hosts = [site.instance(network, name, affinitygroupnames="apart")["hostid"] for name in ("a", "b")]
    assert len(set(hosts)) == 2
    place = {"zoneid": site.zone, "templateid": site.template(), "serviceofferingid": site.service()}
    site.no("deployVirtualMachine", name="c", networkids=network["id"], affinitygroupnames="apart", **place)


def test_the_security_group_zone_puts_instances_into_groups() -> None:
    site = Site("zone-advanced-security-groups")
    network = site.one("listNetworks")
    site.ok("createSecurityGroup", name="web", description="d")
    vm = site.instance(network, securitygroupnames="web")
    assert [group["name"] for group in vm["securitygroup"]] == ["web"]
    assert [g["name"] for g in site.instance(network, "other")["securitygroup"]] == ["default"]
    assert "stopped" in site.no("updateVirtualMachine", id=vm["id"], securitygroupnames="default")
    site.ok("stopVirtualMachine", id=vm["id"])
    changed = site.ok("updateVirtualMachine", id=vm["id"], securitygroupnames="default")["virtualmachine"]
    assert [group["name"] for group in changed["securitygroup"]] == ["default"]
    group = site.ok("listSecurityGroups", securitygroupname="default")["securitygroup"][0]
    added = site.ok("authorizeSecurityGroupIngress", securitygroupid=group["id"], protocol="tcp", startport=22,
                    endport=22, cidrlist="0.0.0.0/0")["securitygroup"]["ingressrule"]  # fmt: skip
    site.ok("revokeSecurityGroupIngress", id=added[0]["ruleid"])
    assert site.ok("listSecurityGroups", id=group["id"])["securitygroup"][0]["ingressrule"] == []


def test_a_saved_cloud_is_the_same_cloud(site: Site) -> None:
    network = site.network()
    site.instance(network, userdata=USER_DATA, **{"details[0].a": "b"})
    other = Simulator(api_key="k", secret_key="s", strict=True)
    other.load(json.loads(json.dumps(site.simulator.dump())))
    for command in ("listVirtualMachines", "listNetworks", "listVolumes", "listRouters", "listPublicIpAddresses"):
        assert other.request(command) == site.simulator.request(command), command


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


def test_a_failed_start_leaves_the_instance_stopped(site: Site) -> None:
    vm = site.instance(site.network(), startvm=False)
    site.simulator.jobs.policy = Fail("agent lost", command="startVirtualMachine", then=AtOnce())
    assert site.no("startVirtualMachine", id=vm["id"]) == "agent lost"
    assert site.one("listVirtualMachines", id=vm["id"])["state"] == "Stopped"
    site.simulator.jobs.policy = Fail("agent lost", command="deployVirtualMachine", then=AtOnce())
    place = {"zoneid": site.zone, "templateid": site.template(), "serviceofferingid": site.service()}
    assert site.no("deployVirtualMachine", name="bad", **place) == "agent lost"
    assert site.one("listVirtualMachines", name="bad")["state"] == "Error"


def test_nics_come_and_go(site: Site) -> None:
    one, two = site.network("one"), site.network("two", gateway="10.2.2.1", netmask="255.255.255.0")
    vm = site.instance(one)
    added = site.ok("addNicToVirtualMachine", virtualmachineid=vm["id"], networkid=two["id"], ipaddress="10.2.2.9")
    first, second = added["virtualmachine"]["nic"]
    shows(second, ipaddress="10.2.2.9", isdefault=False, deviceid="1", networkname="two")
    assert "already in" in site.no("addNicToVirtualMachine", virtualmachineid=vm["id"], networkid=two["id"])
    assert "default NIC" in site.no("removeNicFromVirtualMachine", virtualmachineid=vm["id"], nicid=first["id"])
    held = site.ok("addIpToNic", nicid=second["id"], ipaddress="10.2.2.10")["nicsecondaryip"]
    listed = site.ok("listNics", virtualmachineid=vm["id"])["nic"][1]
    assert listed["secondaryip"] == [{"id": held["id"], "ipaddress": "10.2.2.10"}]
    assert "not free" in site.no("addIpToNic", nicid=second["id"], ipaddress="10.2.2.10")
    site.ok("removeIpFromNic", id=held["id"])
    site.ok("stopVirtualMachine", id=vm["id"])
    moved = site.ok("updateVmNicIp", nicid=second["id"], ipaddress="10.2.2.44")["virtualmachine"]
    assert moved["nic"][1]["ipaddress"] == "10.2.2.44"
    left = site.ok("removeNicFromVirtualMachine", virtualmachineid=vm["id"], nicid=second["id"])["virtualmachine"]
    assert [nic["networkname"] for nic in left["nic"]] == ["one"]
