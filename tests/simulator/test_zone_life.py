"""A zone's things: what can be changed shows in the lists, what is refused, and the way back to nothing."""

from __future__ import annotations

import copy
from functools import lru_cache
from typing import Any

import pytest
from replay import Replay

from cloudstack_simulator import AtOnce, Simulator


class Cloud:
    """A simulator with shorthands; jobs end at once."""

    def __init__(self, simulator: Simulator) -> None:
        self.simulator = simulator
        simulator.jobs.policy = AtOnce()

    def ok(self, command: str, **params: Any) -> Any:
        """The content of a good answer; for a job, its result."""
        status, body = self.simulator.request(command, **params)
        content = next(iter(body.values()))
        assert status == 200, content
        if "jobid" in content and command != "queryAsyncJobResult":
            end = self.ok("queryAsyncJobResult", jobid=content["jobid"])
            assert end["jobstatus"] == 1, end["jobresult"]
            return end["jobresult"]
        return content

    def no(self, command: str, **params: Any) -> str:
        """The text of a refusal, at once or by the job."""
        status, body = self.simulator.request(command, **params)
        content = next(iter(body.values()))
        if status == 200 and "jobid" in content:
            content = self.ok("queryAsyncJobResult", jobid=content["jobid"])
            assert content["jobstatus"] == 2, content
            content = content["jobresult"]
        assert content["errorcode"] in (431, 530, 531, 533), content
        return content["errortext"]

    def one(self, command: str, **params: Any) -> Any:
        """The only item of a list."""
        content = self.ok(command, **params)
        assert content["count"] == 1, content
        return next(value for key, value in content.items() if key != "count")[0]

    def none(self, command: str, **params: Any) -> bool:
        """Whether a list is empty."""
        return self.ok(command, **params) == {}

    def system_vms(self, **params: Any) -> list[dict[str, Any]]:
        """The system VMs, after some looks."""
        for _ in range(3):
            content = self.ok("listSystemVms", **params)
        return content.get("systemvm", [])


@lru_cache(maxsize=1)
def recorded_zone() -> dict[str, Any]:
    simulator = Simulator(api_key="k", secret_key="s", strict=True)
    assert Replay(simulator).run("zone-advanced").mismatches == []
    return simulator.dump()


@pytest.fixture
def cloud() -> Cloud:
    """The cloud that the flow zone-advanced leaves: one zone, enabled."""
    simulator = Simulator(api_key="k", secret_key="s", strict=True)
    simulator.load(copy.deepcopy(recorded_zone()))
    return Cloud(simulator)


def test_system_vms_come_up_when_the_zone_can_run_them(cloud: Cloud) -> None:
    machines = cloud.system_vms()
    assert {m["systemvmtype"]: m["state"] for m in machines} == {
        "secondarystoragevm": "Running",
        "consoleproxy": "Running",
    }
    assert len({m["publicip"] for m in machines} | {m["privateip"] for m in machines}) == 4
    assert all(m["hostid"] for m in machines)


def test_a_system_vm_that_is_destroyed_comes_back_under_another_name(cloud: Cloud) -> None:
    before = {m["id"]: m["name"] for m in cloud.system_vms()}
    cloud.ok("destroySystemVm", id=next(iter(before)))
    after = {m["id"]: m["name"] for m in cloud.system_vms()}
    assert len(after) == 2
    assert len(before.keys() & after.keys()) == 1
    assert len(set(before.values()) | set(after.values())) == 3


def test_system_vms_stop_and_start(cloud: Cloud) -> None:
    machine = cloud.system_vms()[0]["id"]
    stopped = cloud.ok("stopSystemVm", id=machine)["systemvm"]
    assert (stopped["state"], "hostid" in stopped) == ("Stopped", False)
    assert "is Stopped" in cloud.no("rebootSystemVm", id=machine)
    assert cloud.ok("startSystemVm", id=machine)["systemvm"]["state"] == "Running"


def test_an_edge_zone_has_no_system_vms() -> None:
    simulator = Simulator(api_key="k", secret_key="s")
    assert Replay(simulator).run("zone-edge").mismatches == []
    assert Cloud(simulator).system_vms() == []


UPDATES = [
    ("zone", "listZones", "updateZone", {"name": "z2", "dns1": "192.0.2.9", "localstorageenabled": "true"}),
    ("zone", "listZones", "updateZone", {"guestcidraddress": "10.9.0.0/16", "domain": "example.com"}),
    ("pod", "listPods", "updatePod", {"name": "p2", "allocationstate": "Disabled"}),
    ("cluster", "listClusters", "updateCluster", {"clustername": "c2", "allocationstate": "Disabled"}),
    ("host", "listHosts", "updateHost", {"name": "h2", "hosttags": "a,b"}),
    ("storagepool", "listStoragePools", "updateStoragePool", {"name": "s2", "tags": "x,y", "capacitybytes": "1024"}),
    ("imagestore", "listImageStores", "updateImageStore", {"name": "i2", "readonly": "true"}),
    ("physicalnetwork", "listPhysicalNetworks", "updatePhysicalNetwork", {"vlan": "500-600", "tags": "t"}),
    ("traffictype", "listTrafficTypes", "updateTrafficType", {"kvmnetworklabel": "br9", "xennetworklabel": "xen9"}),
    ("networkserviceprovider", "listNetworkServiceProviders", "updateNetworkServiceProvider", {"state": "Disabled"}),
    ("vlaniprange", "listVlanIpRanges", "updateVlanIpRange", {"startip": "192.168.71.10", "endip": "192.168.71.99"}),
    ("storagenetworkiprange", "listStorageNetworkIpRange", "updateStorageNetworkIpRange", {"vlan": "41"}),
]
SHOWN_AS = {"clustername": "name"}


@pytest.mark.parametrize(("kind", "list_command", "update", "changes"), UPDATES)
def test_a_change_shows_in_the_list(
    cloud: Cloud, kind: str, list_command: str, update: str, changes: dict[str, str]
) -> None:
    thing = cloud.simulator.store.all(kind)[0]["id"]
    cloud.ok(update, id=thing, **changes)
    scope = (
        {"physicalnetworkid": cloud.simulator.store.all("physicalnetwork")[0]["id"]} if kind == "traffictype" else {}
    )
    items = next(value for key, value in cloud.ok(list_command, **scope).items() if key != "count")
    shown = next(item for item in items if item["id"] == thing)
    for name, value in changes.items():
        held = shown[SHOWN_AS.get(name, name)]
        assert (str(held).lower() if isinstance(held, bool) else str(held)) == value


def test_empty_values_clear(cloud: Cloud) -> None:
    network = cloud.simulator.store.all("physicalnetwork")[0]["id"]
    cloud.ok("updatePhysicalNetwork", id=network, tags="t")
    assert "tags" not in cloud.ok("updatePhysicalNetwork", id=network, tags="")["physicalnetwork"]


REFUSALS = [
    ("createPhysicalNetwork", {"name": "x", "vlan": "0-99999"}, "valid vlan range"),
    ("createPhysicalNetwork", {"name": "x", "broadcastdomainrange": "RACK"}, "broadcastDomainRange"),
    ("createPod", {"name": "p", "gateway": "x", "netmask": "255.255.255.0", "startip": "172.71.15.140"}, "gateway"),
    (
        "createPod",
        {"name": "p", "gateway": "172.71.15.1", "netmask": "255.255.255.0", "startip": "172.71.15.90"},
        "overlaps",
    ),
    ("addImageStore", {"name": "i", "provider": "Floppy", "url": "nfs://192.0.2.1/x"}, "Floppy"),
    ("createStoragePool", {"name": "s", "scope": "ZONE", "url": "nfs://192.0.2.1/x"}, "hypervisor"),
    ("createStoragePool", {"name": "s", "scope": "ZONE", "url": "nfs://", "hypervisor": "KVM"}, "scheme://hostname"),
    ("createVlanIpRange", {"forvirtualnetwork": "true", "startip": "1.2.3.4", "gateway": "x"}, "gateway"),
    (
        "createVlanIpRange",
        {
            "forvirtualnetwork": "true",
            "startip": "192.0.2.200",
            "endip": "192.0.2.100",
            "gateway": "192.0.2.1",
            "netmask": "255.255.255.0",
        },
        "lower value",
    ),
]


@pytest.mark.parametrize(("command", "params", "text"), REFUSALS)
def test_bad_input_is_refused_and_leaves_nothing(cloud: Cloud, command: str, params: dict[str, str], text: str) -> None:
    cloud.system_vms()
    before = cloud.simulator.dump()["kinds"]
    zone = cloud.simulator.store.all("zone")[0]["id"]
    assert text in cloud.no(command, zoneid=zone, **params)
    after = cloud.simulator.dump()["kinds"]
    kept = before.keys() - {"job", "event"}
    assert {kind: before[kind] for kind in kept} == {kind: after[kind] for kind in kept}


def test_a_zone_is_not_enabled_before_its_traffic_is_known() -> None:
    cloud = Cloud(Simulator(api_key="k", secret_key="s"))
    place = {"dns1": "192.0.2.1", "internaldns1": "192.0.2.2", "networktype": "Advanced"}
    zone = cloud.ok("createZone", name="z", **place)["zone"]["id"]
    assert "traffic=Management" in cloud.no("updateZone", id=zone, allocationstate="Enabled")
    network = cloud.ok("createPhysicalNetwork", zoneid=zone, name="pn")["physicalnetwork"]["id"]
    for kind in ("Management", "Public"):
        cloud.ok("addTrafficType", physicalnetworkid=network, traffictype=kind, kvmnetworklabel="br0")
    cloud.ok("updateZone", id=zone, allocationstate="Enabled")
    kinds = {t["traffictype"]: t["kvmnetworklabel"] for t in cloud.simulator.store.all("traffictype")}
    assert kinds == {"Management": "br0", "Public": "br0", "Storage": "br0"}, "Storage joined Management"


def test_a_provider_needs_its_element(cloud: Cloud) -> None:
    store = cloud.simulator.store
    router = store.first("networkserviceprovider", name="VirtualRouter")
    element = store.first("virtualrouterelement", nspid=router["id"])
    cloud.ok("updateNetworkServiceProvider", id=router["id"], state="Disabled")
    cloud.ok("configureVirtualRouterElement", id=element["id"], enabled="false")
    assert "not ready" in cloud.no("updateNetworkServiceProvider", id=router["id"], state="Enabled")


def test_hosts_have_the_servers_name_until_they_are_given_one(cloud: Cloud) -> None:
    host = cloud.simulator.store.all("host")[0]
    assert host["name"].startswith("SimulatedAgent.")
    cloud.ok("updateHost", id=host["id"], name="h0.example.com")
    assert cloud.one("listHosts", name="H0.example.com")["id"] == host["id"]


def test_the_same_host_added_again_is_another_host(cloud: Cloud) -> None:
    held = cloud.simulator.store.all("host")[0]
    place = {name: held[name] for name in ("zoneid", "podid", "clusterid", "hypervisor")}
    cloud.ok("addHost", url="http://sim/fl/fl-adv/h0", username="root", password="x", **place)
    assert cloud.simulator.store.count("host") == 3


def test_maintenance_of_a_host_takes_some_looks(cloud: Cloud) -> None:
    cloud.simulator.jobs.policy = type(Simulator("k", "s").jobs.policy)(1)
    host = cloud.simulator.store.all("host")[0]["id"]
    job = cloud.simulator.request("prepareHostForMaintenance", id=host)[1]["preparehostformaintenanceresponse"]
    for _ in range(2):
        end = cloud.ok("queryAsyncJobResult", jobid=job["jobid"])
    assert end["jobresult"]["host"]["resourcestate"] == "PrepareForMaintenance"
    seen = [cloud.one("listHosts", id=host)["resourcestate"] for _ in range(3)]
    assert seen == ["PrepareForMaintenance", "Maintenance", "Maintenance"]


def test_a_disabled_pool_changes_its_scope(cloud: Cloud) -> None:
    store = cloud.simulator.store
    pool, cluster = store.first("storagepool", scope="ZONE")["id"], store.all("cluster")[0]["id"]
    assert "Disabled state" in cloud.no("changeStoragePoolScope", id=pool, scope="CLUSTER", clusterid=cluster)
    cloud.ok("updateStoragePool", id=pool, enabled="false")
    cloud.ok("changeStoragePoolScope", id=pool, scope="CLUSTER", clusterid=cluster)
    shown = cloud.one("listStoragePools", id=pool)
    assert (shown["scope"], shown["clusterid"], shown["state"]) == ("CLUSTER", cluster, "Disabled")
    cloud.ok("changeStoragePoolScope", id=pool, scope="ZONE")
    assert "clusterid" not in cloud.one("listStoragePools", id=pool)


def test_settings_have_scopes_and_types(cloud: Cloud) -> None:
    pool = cloud.simulator.store.all("storagepool")[0]["id"]
    name = "storage.overprovisioning.factor"
    cloud.ok("updateConfiguration", name=name, value="3.0", storageid=pool)
    assert cloud.one("listConfigurations", name=name, storageid=pool)["value"] == "3.0"
    assert cloud.one("listConfigurations", name=name)["value"] == "2"
    zone = cloud.simulator.store.all("zone")[0]["id"]
    assert cloud.no("updateConfiguration", name=name, value="1", zoneid=zone).startswith("Invalid scope id provided")
    assert "java.lang.Integer" in cloud.no("updateConfiguration", name="expunge.delay", value="abc")


def test_regions(cloud: Cloud) -> None:
    cloud.ok("addRegion", id=2, name="north", endpoint="https://north.example.com/client/")
    assert "already exists" in cloud.no("addRegion", id=2, name="x", endpoint="https://x.example.com/")
    cloud.ok("updateRegion", id=2, name="south")
    assert cloud.one("listRegions", name="SOUTH")["id"] == 2
    cloud.ok("removeRegion", id=2)
    assert cloud.none("listRegions", id=2)


def test_a_zone_is_kept_for_a_domain_and_given_back(cloud: Cloud) -> None:
    zone, domain = cloud.simulator.store.all("zone")[0]["id"], cloud.simulator.store.all("domain")[0]["id"]
    held = cloud.ok("dedicateZone", zoneid=zone, domainid=domain)["null"]["responses"][0]
    assert cloud.one("listDedicatedZones", zoneid=zone) == held
    cloud.ok("releaseDedicatedZone", zoneid=zone)
    assert cloud.no("releaseDedicatedZone", zoneid=zone) == "No Dedicated Resource available to release"


def test_management_ranges_come_and_go(cloud: Cloud) -> None:
    pod = cloud.simulator.store.all("pod")[0]["id"]
    ends = {"podid": pod, "startip": "172.71.15.120", "endip": "172.71.15.130"}
    cloud.ok("updatePodManagementNetworkIpRange", podid=pod, currentstartip=ends["startip"],
             currentendip=ends["endip"], newendip="172.71.15.140")  # fmt: skip
    assert cloud.one("listPods")["endip"] == ["172.71.15.100", "172.71.15.140"]
    assert "does not exist" in cloud.no("deleteManagementNetworkIpRange", vlan="untagged", **ends)
    cloud.ok("deleteManagementNetworkIpRange", vlan="untagged", **{**ends, "endip": "172.71.15.140"})
    first = {"startip": "172.71.15.10", "endip": "172.71.15.100"}
    assert "in use" in cloud.no("deleteManagementNetworkIpRange", podid=pod, vlan="untagged", **first)


def test_the_way_back_to_nothing(cloud: Cloud) -> None:
    store = cloud.simulator.store
    zone, pod, cluster = (store.all(kind)[0]["id"] for kind in ("zone", "pod", "cluster"))
    assert "there are servers in this zone" in cloud.no("deleteZone", id=zone)
    cloud.ok("updateZone", id=zone, allocationstate="Disabled")
    for machine in cloud.system_vms():
        cloud.ok("destroySystemVm", id=machine["id"])
    assert cloud.system_vms() == [], "a disabled zone makes no new ones"
    assert "private IP addresses allocated" in cloud.no("deletePod", id=pod)
    assert "Cluster still has hosts" in cloud.no("deleteCluster", id=cluster)
    for pool in store.all("storagepool"):
        assert "not in Maintenance state" in cloud.no("deleteStoragePool", id=pool["id"])
        cloud.ok("enableStorageMaintenance", id=pool["id"])
        cloud.ok("deleteStoragePool", id=pool["id"])
    for image_store in store.all("imagestore"):
        assert "active Templates backup" in cloud.no("deleteImageStore", id=image_store["id"])
    for host in store.all("host"):
        assert "is not in maintenance mode" in cloud.no("deleteHost", id=host["id"])
        cloud.ok("prepareHostForMaintenance", id=host["id"])
        assert cloud.one("listHosts", id=host["id"])["resourcestate"] == "Maintenance"
        cloud.ok("deleteHost", id=host["id"])
    assert "there are clusters in this pod" in cloud.no("deletePod", id=pod)
    cloud.ok("deleteCluster", id=cluster)
    cloud.ok("deletePod", id=pod)
    for network in store.all("physicalnetwork"):
        assert "VLAN IP ranges" in cloud.no("deletePhysicalNetwork", id=network["id"])
        for held in store.all("vlaniprange"):
            cloud.ok("deleteVlanIpRange", id=held["id"])
        assert "physical networks in this zone" in cloud.no("deleteZone", id=zone)
        cloud.ok("deletePhysicalNetwork", id=network["id"])
    cloud.ok("deleteZone", id=zone)
    assert cloud.none("listZones")
    left = {kind: store.count(kind) for kind in ("traffictype", "networkserviceprovider", "virtualrouterelement",
            "internalloadbalancerelement", "storagenetworkiprange", "publicipaddress", "systemvm")}  # fmt: skip
    assert set(left.values()) == {0}, left
    assert cloud.simulator.defects == []
