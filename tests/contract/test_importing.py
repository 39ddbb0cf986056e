"""What is odd about machines that run without CloudStack's doing: what is refused, and what comes back."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import SAMPLES, ZONE
from contract.test_contract import run_as_told
from contract.world import Tasks

SHOP = SAMPLES["instance_import"]["create"]
RUNNING: dict[str, Any] = {
    **ZONE,
    "cluster": "cluster-kvm",
    "name": "kvm-1-vm-1",
    "service_offering": "Small Instance",
    "nics": [{"nic": "net0", "network": "web-net", "ip": "auto"}],
}


def machines(tasks: Tasks) -> dict[str, dict[str, Any]]:
    found = tasks.info("unmanaged_instance", {**ZONE, "cluster": "cluster-kvm"})
    return {one["name"]: one for one in found}


def test_what_runs_by_itself_is_listed(tasks: Tasks) -> None:
    found = machines(tasks)
    assert sorted(found) == ["kvm-1-vm-1", "kvm-1-vm-2"]
    shop = found["kvm-1-vm-2"]
    assert (shop["power_state"], shop["cluster"], shop["host"]) == ("PowerOff", "cluster-kvm", "kvm-1.example.com")
    assert [nic["id"] for nic in shop["nics"]] == ["net0", "net1"]
    assert [disk["size"] for disk in shop["disks"]] == [20 * 2**30, 50 * 2**30]
    (alone,) = tasks.info("unmanaged_instance", {**ZONE, "cluster": "cluster-kvm", "name": "kvm-1-vm-1"})
    assert alone == found["kvm-1-vm-1"]


def test_a_machine_comes_and_goes_and_keeps_running(tasks: Tasks) -> None:
    mac = machines(tasks)["kvm-1-vm-1"]["nics"][0]["mac_address"]
    by_mac = {**RUNNING, "nics": [{"nic": mac.upper(), "network": "web-net", "ip": "auto"}]}
    made = run_as_told(tasks, "instance_import", by_mac)
    assert (made["state"], made["host_name"]) == ("Running", "kvm-1-vm-1")
    assert made["nic"][0]["macaddress"] == mac
    assert sorted(machines(tasks)) == ["kvm-1-vm-2"]
    known = tasks.run("instance", {**ZONE, "name": "kvm-1-vm-1"}, check=True)
    assert (known["changed"], known["instance_name"]) == (False, "kvm-1-vm-1")

    tasks.run("instance", {**ZONE, "name": "kvm-1-vm-1", "display_name": "Shop"})
    told = tasks.run("instance_import", {**ZONE, "name": "kvm-1-vm-1", "state": "absent"}, check=True)
    assert told["changed"]
    assert machines(tasks).keys() == {"kvm-1-vm-2"}
    tasks.run("instance_import", {**ZONE, "name": "kvm-1-vm-1", "state": "absent"})
    assert machines(tasks)["kvm-1-vm-1"]["power_state"] == "PowerOn"
    assert tasks.client.list("listVirtualMachines", {"keyword": "kvm-1-vm-1"}, "") == []
    run_as_told(tasks, "instance_import", RUNNING)


def test_the_data_disk_becomes_a_volume(tasks: Tasks) -> None:
    made = tasks.run("instance_import", SHOP)
    assert made["state"] == "Stopped"
    volumes = tasks.client.list("listVolumes", {"virtualmachineid": made["id"]}, "")
    assert {one["type"]: one["size"] for one in volumes} == {"ROOT": 20 * 2**30, "DATADISK": 50 * 2**30}
    assert {nic["networkname"]: nic["ipaddress"] for nic in made["nic"]}["db-net"] == "10.8.8.40"


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"name": "kvm-1-vm-9"}, "name", "no unmanaged instance 'kvm-1-vm-9'.*unmanaged_instance_info"),
    ({"name": "KVM-1-VM-1"}, "name", "no unmanaged instance"),
    ({"cluster": None}, "cluster", "cluster is needed"),
    ({"nics": [{"nic": "eth7", "network": "web-net"}]}, "nics", "has no 'eth7'. It has: net0 "),
    ({"nics": [{"nic": "net0", "network": "gone"}]}, "nics", "there is no network 'gone'"),
    ({"data_disks": [{"disk": "d", "disk_offering": "Custom"}]}, "data_disks", "has no 'd'. It has: kvm-1-vm-1-disk0"),
    ({"service_offering": None}, "service_offering", "service_offering is needed"),
]


@pytest.mark.parametrize(("wrong", "option", "reason"), REFUSED)
def test_what_can_be_seen_to_be_wrong_is_refused_in_check_mode_too(
    tasks: Tasks, wrong: dict[str, Any], option: str, reason: str
) -> None:
    errors = load("errors")
    options = {key: value for key, value in {**RUNNING, **wrong}.items() if value is not None}
    for check in (True, False):
        with pytest.raises(errors.OptionError, match=reason) as caught:
            tasks.run("instance_import", options, check=check)
        assert caught.value.failure["option"] == option
        assert tasks.writes == 0


@pytest.mark.parametrize(
    ("wrong", "option", "advice"),
    [
        ({"service_offering": "Medium Instance"}, "service_offering", "the processors and the memory"),
        ({"nics": [{"nic": "net0", "network": "web-net"}]}, "nics", "auto to let CloudStack choose"),
        ({"nics": []}, "nics", "which network it is in"),
    ],
)
def test_what_the_server_refuses_says_what_to_do(tasks: Tasks, wrong: dict[str, Any], option: str, advice: str) -> None:
    errors = load("errors")
    with pytest.raises(errors.OptionError, match=advice) as caught:
        tasks.run("instance_import", {**RUNNING, **wrong})
    assert caught.value.failure["option"] == option
    assert machines(tasks).keys() == {"kvm-1-vm-1", "kvm-1-vm-2"}


def test_an_instance_with_snapshots_is_not_let_go(tasks: Tasks) -> None:
    errors = load("errors")
    made = tasks.run("instance_import", RUNNING)
    tasks.run("instance_snapshot", {**ZONE, "vm": "kvm-1-vm-1", "name": "before"})
    with pytest.raises(errors.OptionError, match="Remove the snapshots") as caught:
        tasks.run("instance_import", {**ZONE, "name": "kvm-1-vm-1", "state": "absent"})
    assert caught.value.failure["option"] == "state"
    assert tasks.run("instance", {**ZONE, "name": "kvm-1-vm-1"})["id"] == made["id"]


def test_what_the_hypervisor_cannot_do_is_said(tasks: Tasks) -> None:
    """On the recorded hypervisor both are refused."""
    errors = load("errors")
    name = tasks.run("instance", {**ZONE, "name": "web-1"})["instance_name"]
    with pytest.raises(errors.OptionError, match="Machines of KVM and VMware"):
        tasks.run("instance_import", {**ZONE, "name": name, "state": "absent"})
    with pytest.raises(errors.CloudError, match=r"not supported for hypervisor \[Simulator\]"):
        tasks.run("instance_import", {**RUNNING, "cluster": "cluster-1"}, check=True)


@pytest.mark.parametrize("command", ["importUnmanagedInstance", "unmanageVirtualMachine"])
@pytest.mark.parametrize("kind", ["close_before", "close_after"])
def test_a_lost_answer_is_taken_up(tasks: Tasks, command: str, kind: str) -> None:
    gone = {**ZONE, "name": "kvm-1-vm-1", "state": "absent"}
    if command == "unmanageVirtualMachine":
        tasks.run("instance_import", RUNNING)
    wanted = RUNNING if command == "importUnmanagedInstance" else gone
    tasks.simulator.faults.add(kind, command)
    assert tasks.run("instance_import", wanted)["changed"]
    assert not tasks.run("instance_import", wanted)["changed"]
    assert len(machines(tasks)) == (1 if command == "importUnmanagedInstance" else 2)


LEDGER: dict[str, Any] = {**ZONE, "cluster": "cluster-kvm", "name": "ledger", "service_offering": "Small Instance"}
NIC = [{"nic": "vnet0", "network": "web-net", "ip": "auto"}]
ACCESS = {"source_username": "root", "source_password": "tell-nobody"}
SOURCES: list[tuple[dict[str, Any], dict[str, str]]] = [
    (
        {"source": "external", "source_host": "192.0.2.70", "nics": NIC, "temp_path": "/var/tmp", **ACCESS},
        {"importsource": "EXTERNAL", "host": "192.0.2.70", "username": "root", "temppath": "/var/tmp"},
    ),
    (
        {
            "source": "vmware",
            "vcenter": "vcenter.example.com",
            "datacenter": "dc-1",
            "source_cluster": "esx",
            "source_host": "esx-1.example.com",
            "source_host_ip": "192.0.2.71",
            "nics": NIC,
            "host_name": "ledger-2",
            "convert_host": "kvm-1.example.com",
            "import_host": "kvm-1.example.com",
            "convert_storage": "primary-kvm",
            "force_convert_to_storage": True,
            "extra_params": "--parallel 2",
            "management_server_exports": False,
            "use_vddk": True,
            **ACCESS,
        },
        {"importsource": "VMWARE", "clustername": "esx", "hostip": "192.0.2.71", "usevddk": "true"},
    ),
    (
        {"source": "shared", "storage": "primary-kvm", "disk_path": "ledger.qcow2", "network": "web-net"},
        {"importsource": "SHARED", "diskpath": "ledger.qcow2"},
    ),
    (
        {
            "source": "local",
            "disk_host": "kvm-1.example.com",
            "disk_path": "ledger.qcow2",
            "network": "web-net",
            "os_type": "Other (64-bit)",
        },
        {"importsource": "LOCAL"},
    ),
]


@pytest.mark.parametrize(("options", "sent"), SOURCES, ids=[options["source"] for options, _ in SOURCES])
def test_a_machine_is_brought_from_elsewhere(tasks: Tasks, options: dict[str, Any], sent: dict[str, str]) -> None:
    made = run_as_told(tasks, "instance_import", {**LEDGER, **options})
    assert (made["name"], made["host_name"]) == ("ledger", options.get("host_name", "ledger"))
    assert "tell-nobody" not in str(made)
    (call,) = [one for one in tasks.simulator.calls if one.command == "importVm"]
    told = {name.lower(): str(value) for name, value in call.params.items()}
    assert {name: told.get(name) for name in sent} == sent
    assert (told["hypervisor"], "zoneid" in told) == ("KVM", True)
    run_as_told(tasks, "instance_import", {**LEDGER, **options, "state": "absent"})


def test_an_import_from_elsewhere_whose_answer_was_lost_is_not_done_twice(tasks: Tasks) -> None:
    tasks.simulator.faults.add("close_after", "importVm")
    assert tasks.run("instance_import", {**LEDGER, **SOURCES[0][0]})["changed"]
    assert [call.command for call in tasks.simulator.calls if call.write] == ["importVm"]


@pytest.mark.parametrize(
    ("options", "option", "reason"),
    [
        ({"source": "external"}, "source_host", "source_host is needed with source=external"),
        ({"source": "shared", "disk_path": "x", "network": "web-net"}, "storage", "storage is needed"),
        ({"source": "vmware"}, "vcenter", "vcenter or existing_vcenter is needed with source=vmware"),
        ({"temp_path": "/var/tmp", "name": "kvm-1-vm-1", "nics": []}, "temp_path", "cannot have it. Leave it out"),
    ],
)
def test_what_a_source_lacks_is_named(tasks: Tasks, options: dict[str, Any], option: str, reason: str) -> None:
    errors = load("errors")
    for check in (True, False):
        with pytest.raises(errors.OptionError, match=reason) as caught:
            tasks.run("instance_import", {**LEDGER, **options}, check=check)
        assert (caught.value.failure["option"], tasks.writes) == (option, 0)
