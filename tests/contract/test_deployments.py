"""Every way to deploy an instance, and every option that a deployment takes, reaches the instance and stays there."""

from __future__ import annotations

from typing import Any

import pytest

from contract.samples import KEY_TWO, SAMPLES, TEMPLATE, ZONE
from contract.test_contract import run_as_told
from contract.world import Tasks

BARE: dict[str, Any] = {**ZONE, "name": "app-9", "service_offering": "Small Instance", "networks": ["web-net"]}
NEW = {**BARE, "template": TEMPLATE}
WEB = {**ZONE, "name": "web-1"}

OPTIONS: list[tuple[dict[str, Any], dict[str, str]]] = [
    ({"boot_type": "uefi", "boot_mode": "secure"}, {"boottype": "uefi", "bootmode": "secure"}),
    ({"boot_into_setup": True}, {"bootintosetup": "true"}),
    ({"lease_duration": 9, "lease_expiry_action": "DESTROY"}, {"leaseduration": "9", "leaseexpiryaction": "DESTROY"}),
    ({"io_driver_policy": "io_uring", "io_threads_enabled": True}, {"iodriverpolicy": "io_uring"}),
    ({"extra_config": "<memoryBacking/>"}, {"extraconfig": "<memoryBacking/>"}),
    ({"nic_multiqueue_number": 4, "nic_packed_virtqueues_enabled": True}, {"nicmultiqueuenumber": "4"}),
    ({"keyboard": "de", "display_vm": False}, {"keyboard": "de", "displayvm": "false"}),
    ({"deployment_planner": "FirstFitPlanner"}, {"deploymentplanner": "FirstFitPlanner"}),
    ({"root_disk_size": 30}, {"rootdisksize": "30"}),
    ({"disk_offering": "Custom", "disk_size": 7}, {"size": "7"}),
    ({"copy_image_tags": True}, {"copyimagetags": "true"}),
    ({"dynamic_scaling_enabled": False}, {"dynamicscalingenabled": "false"}),
    ({"user_data_name": "motd", "user_data_details": {"role": "web"}}, {"userdatadetails[0].role": "web"}),
    ({"state": "stopped"}, {"startvm": "false"}),
    ({"host": "host-1"}, {}),
    ({"cluster": "cluster-1"}, {}),
    ({"pod": "pod-1"}, {}),
    ({"ip_address": "10.1.1.88", "mac_address": "02:01:00:00:00:58"}, {"ipaddress": "10.1.1.88"}),
    ({"password": "only-once-told"}, {"password": "only-once-told"}),
]


def deployed(tasks: Tasks) -> dict[str, Any]:
    """What the last deployment was sent, all as text."""
    call = [one for one in tasks.simulator.calls if one.command == "deployVirtualMachine"][-1]
    return {name.lower(): str(value) for name, value in call.params.items()}


@pytest.mark.parametrize(("options", "sent"), OPTIONS, ids=[next(iter(options)) for options, _ in OPTIONS])
def test_an_option_is_sent_and_a_second_run_finds_it_done(
    tasks: Tasks, options: dict[str, Any], sent: dict[str, str]
) -> None:
    made = run_as_told(tasks, "instance", {**NEW, **options})
    told = deployed(tasks)
    assert "only-once-told" not in str(made["diff"])
    if "password" not in options:
        assert {name: told.get(name) for name in sent} == sent


def test_dhcp_options_are_those_of_their_network(tasks: Tasks) -> None:
    options = [{"network": "web-net", "options": {"dhcp:114": "url"}}]
    run_as_told(tasks, "instance", {**NEW, "dhcp_options": options})
    (nic,) = tasks.client.list("listNics", {"virtualmachineid": tasks.run("instance", NEW)["id"]}, "")
    assert nic["extradhcpoption"]


def test_an_instance_is_deployed_from_an_iso(tasks: Tasks) -> None:
    tasks.run("iso", SAMPLES["iso"]["create"])
    options = {**BARE, "iso": "new-iso", "hypervisor": "Simulator", "disk_offering": "Custom", "disk_size": 6}
    made = run_as_told(tasks, "instance", options)
    assert made["iso"] == "new-iso"
    assert run_as_told(tasks, "instance", {**BARE, "iso": ""})["diff"]["before"]["iso"] == "new-iso"


def test_an_instance_is_deployed_from_a_snapshot_or_a_volume(tasks: Tasks) -> None:
    root = {**ZONE, "vm": "web-1", "volume_type": "ROOT"}
    tasks.run("volume_snapshot", {**root, "name": "web-1-root"})
    made = run_as_told(tasks, "instance", {**BARE, "snapshot": "web-1-root"})
    assert made["template"] == TEMPLATE
    assert deployed(tasks)["snapshotid"]
    assert not tasks.run("instance", {**BARE, "snapshot": "gone-by-now"})["changed"]

    volume = next(one for one in tasks.client.list("listVolumes", {"type": "ROOT"}, "") if one["vmname"] == "app-9")
    tasks.simulator.store.need("volume", volume["id"]).pop("virtualmachineid")
    by_volume = {**BARE, "name": "app-10", "volume": volume["id"]}
    second = run_as_told(tasks, "instance", by_volume)
    disks = tasks.client.list("listVolumes", {"virtualmachineid": second["id"]}, "")
    assert [disk["id"] for disk in disks] == [volume["id"]]
    assert "templateid" not in deployed(tasks)


CHANGES: list[dict[str, Any]] = [
    {"os_type": "Debian GNU/Linux 12 (64-bit)"},
    {"user_data_name": "motd"},
    {"ssh_keys": ["other"], "restart": "allowed"},
    {"lease_duration": 12},
    {"dynamic_scaling_enabled": True},
    {"display_vm": False},
    {"name": "web-one", "id": "(id)"},
    {"backup_offering": "gold"},
]


@pytest.mark.parametrize("change", CHANGES, ids=[next(iter(change)) for change in CHANGES])
def test_what_exists_follows_the_task(tasks: Tasks, change: dict[str, Any]) -> None:
    tasks.run("ssh_key", {"name": "other", "public_key": KEY_TWO})
    known = tasks.run("instance", WEB)["id"]
    options = {**WEB, **{name: known if value == "(id)" else value for name, value in change.items()}}
    assert run_as_told(tasks, "instance", options)["id"] == known


def test_a_restored_instance_takes_another_template(tasks: Tasks) -> None:
    tasks.run("instance", {**WEB, "state": "stopped"})
    tasks.run("template", {**ZONE, "name": "golden", "vm": "web-1", "os_type": "Other (64-bit)"})
    told = tasks.run("instance", {**WEB, "state": "restored", "template": "golden"}, check=True)
    assert told["changed"]
    done = tasks.run("instance", {**WEB, "state": "restored", "template": "golden"})
    assert (done["changed"], done["template"], done["state"]) == (True, "golden", "Stopped")
    assert told["diff"] == done["diff"]
