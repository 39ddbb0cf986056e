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
