"""Instances: what is asked for shows in the lists, and what must not be is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from places import KEY, USER_DATA, Site, shows

from cloudstack_simulator import AfterPolls, AtOnce, Fail, Simulator


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    assert site.simulator.defects == []


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
    registered = site.ok(
        "registerIso", name="cd", displaytext="cd", url="http://192.0.2.1/x.iso", zoneid=site.zone, bootable="false"
    )
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


def test_affinity_keeps_instances_together(site: Site) -> None:
    network = site.network()
    site.ok("createAffinityGroup", name="together", type="host affinity")
    hosts = [site.instance(network, name, affinitygroupnames="together")["hostid"] for name in ("a", "b", "c")]
    assert len(set(hosts)) == 1
    assert site.instance(network, "d")["hostid"] not in hosts, "the other host has more room"


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
