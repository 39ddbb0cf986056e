"""Machines that a hypervisor runs without the cloud: what a host brings along, and how they come and go."""

from __future__ import annotations

import pytest
from places import Site, shows


@pytest.fixture
def site() -> Site:
    return Site()


def kvm(site: Site, hypervisor: str = "KVM") -> str:
    """A cluster with one host: its id."""
    pod = site.one("listPods")["id"]
    place = {"zoneid": site.zone, "podid": pod}
    made = site.ok("addCluster", **place, clustername="c", clustertype="CloudManaged", hypervisor=hypervisor)
    cluster = made["cluster"][0]["id"]
    site.ok("addHost", **place, clusterid=cluster, hypervisor=hypervisor, url="http://kvm-1.example.com", username="r",
            password="-")  # fmt: skip
    return str(cluster)


def names(site: Site, cluster: str) -> list[str]:
    found = site.ok("listUnmanagedInstances", clusterid=cluster).get("unmanagedinstance", [])
    return [machine["name"] for machine in found]


def wanted(site: Site, cluster: str, **params: str) -> dict[str, str]:
    network = site.network()["id"]
    return {
        "clusterid": cluster, "name": "kvm-1-vm-1", "serviceofferingid": site.service(),
        "nicnetworklist[0].nic": "net0", "nicnetworklist[0].network": network,
        "nicipaddresslist[0].nic": "net0", "nicipaddresslist[0].ip4Address": "auto", **params,
    }  # fmt: skip


def test_a_host_of_kvm_brings_machines_along_and_takes_them_away(site: Site) -> None:
    cluster = kvm(site)
    assert names(site, cluster) == ["kvm-1-vm-1", "kvm-1-vm-2"]
    assert site.ok("listUnmanagedInstances", clusterid=cluster, name="kvm-1-vm-2")["count"] == 1
    host = site.one("listHosts", clusterid=cluster)["id"]
    site.ok("deleteHost", id=host, forced="true")
    assert names(site, cluster) == []


def test_the_simulated_hypervisor_refuses(site: Site) -> None:
    cluster = site.one("listClusters")["id"]
    assert "not supported for hypervisor [Simulator]" in site.no("listUnmanagedInstances", clusterid=cluster)
    instance = site.instance(site.network())["id"]
    assert "not allowed for hypervisor Simulator" in site.no("unmanageVirtualMachine", id=instance)


def test_a_machine_becomes_an_instance_and_a_machine_again(site: Site) -> None:
    cluster = kvm(site)
    made = site.ok("importUnmanagedInstance", **wanted(site, cluster, hostname="shop"))["virtualmachine"]
    shows(made, name="shop", instancename="kvm-1-vm-1", state="Running", hypervisor="KVM", cpunumber=1)
    assert names(site, cluster) == ["kvm-1-vm-2"]
    assert site.one("listVolumes", virtualmachineid=made["id"])["type"] == "ROOT"
    site.ok("unmanageVirtualMachine", id=made["id"])
    assert site.none("listVirtualMachines", id=made["id"])
    assert site.none("listVolumes")
    assert sorted(names(site, cluster)) == ["kvm-1-vm-1", "kvm-1-vm-2"]


def test_an_import_that_is_refused_leaves_nothing(site: Site) -> None:
    cluster = kvm(site)
    asked = wanted(site, cluster)
    bare = {name: value for name, value in asked.items() if not name.startswith("nicip")}
    assert "needs a valid IP address" in site.no("importUnmanagedInstance", **bare)
    assert "Suitable network" in site.no("importUnmanagedInstance", **{**asked, "nicnetworklist[0].nic": "eth9"})
    medium = site.service("Medium Instance")
    assert "does not match" in site.no("importUnmanagedInstance", **{**asked, "serviceofferingid": medium})
    assert "no unmanaged instance" in site.no("importUnmanagedInstance", **{**asked, "name": "nobody"})
    assert "host name" in site.no("importUnmanagedInstance", **asked, hostname="-no-")
    assert site.none("listVirtualMachines")
    assert names(site, cluster) == ["kvm-1-vm-1", "kvm-1-vm-2"]


def test_a_snapshot_or_an_iso_holds_an_instance(site: Site) -> None:
    cluster = kvm(site)
    made = site.ok("importUnmanagedInstance", **wanted(site, cluster))["virtualmachine"]
    snapshot = site.ok("createVMSnapshot", virtualmachineid=made["id"])["vmsnapshot"]["id"]
    assert "VM snapshots" in site.no("unmanageVirtualMachine", id=made["id"])
    site.ok("deleteVMSnapshot", vmsnapshotid=snapshot)
    site.ok("destroyVirtualMachine", id=made["id"])
    assert "must be Running or Stopped" in site.no("unmanageVirtualMachine", id=made["id"])
