"""What is odd about instances and what belongs to them."""

from __future__ import annotations

from typing import Any

import pytest

from contract import fleet
from contract.catalogue import load
from contract.samples import OFFERING, POD, TEMPLATE, ZONE
from contract.tenants import acting_as, refused
from contract.test_contract import run_as_told
from contract.world import Tasks

WEB = {**ZONE, "name": "web-1"}
NEW = {**ZONE, "name": "app-1", "template": TEMPLATE, "service_offering": "Small Instance"}
VM = {**ZONE, "vm": "web-2"}
SCHEDULE = {**VM, "name": "Opening", "action": "START", "schedule": "0 6 * * *", "timezone": "Europe/Vienna"}


def test_a_schedule_counts_in_its_time_zone(tasks: Tasks) -> None:
    made = tasks.run("instance_schedule", {**SCHEDULE, "start_date": "2099-07-01 06:00"})
    assert made["start_date"] == "2099-07-01 06:00:00"
    (listed,) = tasks.client.list("listVMSchedule", {"virtualmachineid": made_for(tasks, "web-2")}, "")
    assert listed["startdate"].startswith("2099-07-01T04:00:00")
    moved = tasks.run("instance_schedule", {**SCHEDULE, "timezone": "UTC", "start_date": "2099-07-01 06:00"})
    assert moved["changed"]
    assert moved["start_date"] == "2099-07-01 06:00:00"
    assert not tasks.run("instance_schedule", {**SCHEDULE, "timezone": "UTC"})["changed"]


def made_for(tasks: Tasks, name: str) -> str:
    return str(tasks.run("instance", {**ZONE, "name": name})["id"])


def test_a_snapshot_of_another_instance_is_another_one(tasks: Tasks) -> None:
    first = tasks.run("instance_snapshot", {**ZONE, "vm": "web-1", "name": "before"})
    second = tasks.run("instance_snapshot", {**ZONE, "vm": "web-2", "name": "before"})
    assert first["changed"]
    assert second["changed"]
    assert first["id"] != second["id"]
    assert tasks.run("instance_snapshot", {**ZONE, "vm": "web-1", "name": "before", "state": "absent"})["changed"]
    assert not tasks.run("instance_snapshot", {**ZONE, "vm": "web-2", "name": "before"})["changed"]


def test_going_back_without_memory_says_what_to_do(tasks: Tasks) -> None:
    errors = load("errors")
    tasks.run("instance_snapshot", {**VM, "name": "before"})
    with pytest.raises(errors.OptionError, match="Stop the instance first") as caught:
        tasks.run("instance_snapshot", {**VM, "name": "before", "state": "revert"})
    assert caught.value.failure["option"] == "state"
    tasks.run("instance", {**ZONE, "name": "web-2", "state": "stopped"})
    assert tasks.run("instance_snapshot", {**VM, "name": "before", "state": "revert"})["changed"]


BAD: list[tuple[dict[str, Any], str]] = [
    ({"start_date": "tomorrow"}, "start_date"),
    ({"schedule": "at noon"}, "schedule"),
]


@pytest.mark.parametrize(("wrong", "option"), BAD)
def test_a_bad_schedule_is_refused_before_anything_is_sent(tasks: Tasks, wrong: dict[str, Any], option: str) -> None:
    errors = load("errors")
    with pytest.raises(errors.OptionError, match=f"^{option}: .*write it like") as caught:
        tasks.run("instance_schedule", {**SCHEDULE, **wrong})
    assert caught.value.failure["option"] == option
    assert tasks.calls == 0


def test_user_data_in_use_stays(tasks: Tasks) -> None:
    errors = load("errors")
    data = {"name": "web", "user_data": "#cloud-config\nusers: []\n"}
    tasks.run("user_data", data)
    tasks.run("instance", {**ZONE, "name": "web-1", "user_data_name": "web"})
    with pytest.raises(errors.OptionError, match="other user data first"):
        tasks.run("user_data", {**data, "user_data": "#cloud-config\nruncmd: []\n"})
    with pytest.raises(errors.OptionError, match="Use the registered user data"):
        tasks.run("user_data", {**data, "name": "other"})


def test_user_data_that_holds_secrets_is_not_shown(tasks: Tasks) -> None:
    secret = {**NEW, "networks": ["web-net"], "user_data": "#cloud-config\npassword: s3cret\n", "hide_user_data": True}
    made = run_as_told(tasks, "instance", secret)
    changed = run_as_told(tasks, "instance", {**secret, "user_data": "#cloud-config\npassword: n3w\n"})
    assert changed["changed"]
    assert "cloud-config" not in str((made, changed))
    assert run_as_told(tasks, "instance", {**NEW, "user_data": "#!/bin/sh\n"})["user_data"] == "#!/bin/sh\n"


def commands(tasks: Tasks) -> list[str]:
    """The writes of the last task."""
    return [call.command for call in tasks.simulator.calls[-tasks.calls :] if call.write]


def addresses(result: dict[str, Any]) -> dict[str, str]:
    return {nic["networkname"]: nic["ipaddress"] for nic in result["nic"]}


def test_nics_with_addresses_are_made_changed_and_taken_away(tasks: Tasks) -> None:
    nics = [{"network": "web-net", "ip": "10.1.1.77"}, {"network": "db-net", "mac": "02:01:00:00:00:0A"}]
    made = run_as_told(tasks, "instance", {**NEW, "ip_to_networks": nics})
    assert addresses(made)["web-net"] == "10.1.1.77"
    assert made["ip_to_networks"][1] == {"network": "db-net", "mac": "02:01:00:00:00:0a"}

    moved = [{"network": "web-net", "ip": "10.1.1.78"}, {"network": "db-net", "ip": "10.8.8.90"}]
    changed = run_as_told(tasks, "instance", {**NEW, "ip_to_networks": moved, "restart": "allowed"})
    assert addresses(changed) == {"web-net": "10.1.1.78", "db-net": "10.8.8.90"}
    assert changed["restart_required_for"] == ["ip_to_networks"]
    assert changed["state"] == "Running"

    alone = run_as_told(tasks, "instance", {**NEW, "ip_to_networks": moved[:1], "purge_nics": True})
    assert alone["networks"] == ["web-net"]
    more = run_as_told(tasks, "instance", {**NEW, "ip_to_networks": [moved[1], moved[0]]})
    assert more["default_ip"] == "10.8.8.90"
    assert more["networks"] == ["db-net", "web-net"]


@pytest.mark.parametrize(
    ("nics", "reason"),
    [
        ([{"network": "web-net", "mac": "02:01:00:00:00:0a"}], "mac of this NIC is .* CloudStack cannot change it"),
        ([{"network": "web-net"}, {"network": "db-net", "ip6": "2001:db8::5"}], "nobody choose ipv6"),
        ([{"network": "other-net"}], "there is no network 'other-net'"),
    ],
)
def test_what_no_nic_can_have_is_refused(tasks: Tasks, nics: list[dict[str, Any]], reason: str) -> None:
    errors = load("errors")
    for check in (True, False):
        with pytest.raises(errors.OptionError, match=reason) as caught:
            tasks.run("instance", {**WEB, "ip_to_networks": nics}, check=check)
        assert caught.value.failure["option"] == "ip_to_networks"
        assert tasks.writes == 0


def test_other_nics_stay_unless_they_are_purged(tasks: Tasks) -> None:
    tasks.run("instance", {**WEB, "networks": ["web-net", "db-net"]})
    assert not tasks.run("instance", {**WEB, "networks": ["web-net"]})["changed"]
    told = tasks.run("instance", {**WEB, "networks": ["web-net"], "purge_nics": True}, check=True)
    assert told["diff"]["before"]["networks"] == ["web-net", "db-net"]
    assert told["diff"]["after"]["networks"] == ["web-net"]
    assert told["networks"] == ["web-net"]


def test_a_stop_is_refused_allowed_or_welcome(tasks: Tasks) -> None:
    errors = load("errors")
    change = {**WEB, "service_offering": "Medium Instance", "details": {"purpose": "trial"}}
    with pytest.raises(errors.OptionError, match="Set restart=allowed") as caught:
        tasks.run("instance", change, check=True)
    assert caught.value.failure["restart_required_for"] == ["service_offering"]
    told = tasks.run("instance", {**change, "restart": "allowed"}, check=True)
    assert told["restart_required_for"] == ["service_offering"]
    run_as_told(tasks, "instance", {**change, "restart": "allowed"})


def test_what_takes_effect_at_the_next_start_is_named_or_restarts(tasks: Tasks) -> None:
    quiet = run_as_told(tasks, "instance", {**WEB, "details": {"purpose": "trial"}})
    assert quiet["restart_required_for"] == ["details"]
    loud = tasks.run("instance", {**WEB, "details": {"purpose": "test"}, "restart": "auto"})
    assert commands(tasks) == ["stopVirtualMachine", "updateVirtualMachine", "startVirtualMachine"]
    assert loud["restart_required_for"] == ["details"]
    assert loud["state"] == "Running"
    tasks.run("instance", {**WEB, "state": "stopped"})
    assert "restart_required_for" not in tasks.run("instance", {**WEB, "details": {"purpose": "x"}, "restart": "auto"})
    assert commands(tasks) == ["updateVirtualMachine"]


def test_a_running_instance_grows_without_a_stop_where_it_can(tasks: Tasks) -> None:
    errors = load("errors")
    tasks.run("instance", {**WEB, "dynamic_scaling_enabled": True})
    run_as_told(tasks, "instance", {**WEB, "service_offering": "Medium Instance"})
    with pytest.raises(errors.OptionError, match="Set restart=allowed"):
        tasks.run("instance", {**WEB, "service_offering": "Small Instance"})
    grown = tasks.run("instance", {**WEB, "service_offering": "Small Instance", "restart": "allowed"})
    assert grown["state"] == "Running"
    assert "changeServiceForVirtualMachine" in commands(tasks)


def test_an_instance_moves_to_another_host(tasks: Tasks) -> None:
    host = {**POD, "cluster": "cluster-1", "name": "host-9", "url": "http://sim/zone-1/h9", "hypervisor": "Simulator"}
    tasks.run("host", host)
    moved = run_as_told(tasks, "instance", {**WEB, "host": "host-9"})
    assert moved["host"] == "host-9"
    tasks.run("instance", {**WEB, "state": "stopped"})
    assert not tasks.run("instance", {**WEB, "host": "host-1"})["changed"]
    assert tasks.run("instance", {**WEB, "host": "host-1", "state": "started"})["host"] == "host-1"


def test_affinity_groups_change_with_a_stop(tasks: Tasks) -> None:
    tasks.run("affinity_group", {"name": "apart"})
    tasks.run("affinity_group", {"name": "together", "affinity_type": "host affinity"})
    run_as_told(tasks, "instance", {**WEB, "affinity_groups": ["apart"], "restart": "allowed"})
    run_as_told(tasks, "instance", {**WEB, "affinity_groups": ["together"], "restart": "allowed"})
    run_as_told(tasks, "instance", {**WEB, "affinity_groups": [], "restart": "allowed"})


@pytest.mark.parametrize("command", ["stopVirtualMachine", "changeServiceForVirtualMachine", "startVirtualMachine"])
def test_a_lost_answer_on_a_detour_leaves_it_running(tasks: Tasks, command: str) -> None:
    tasks.simulator.faults.add("close_after", command)
    grown = tasks.run("instance", {**WEB, "service_offering": "Medium Instance", "restart": "allowed"})
    assert len(tasks.simulator.faults) == 0
    assert (grown["state"], grown["service_offering"]) == ("Running", "Medium Instance")


def with_passwords(tasks: Tasks) -> None:
    """Let the template of the world set passwords, as one that is registered so does."""
    state = tasks.simulator.dump()
    held = state["kinds"]["template"]
    for template in held if isinstance(held, list) else held.values():
        template["passwordenabled"] = True
    tasks.simulator.load(state)


def test_a_new_password_is_told_once(tasks: Tasks) -> None:
    errors = load("errors")
    with pytest.raises(errors.OptionError, match="Set restart=allowed") as caught:
        tasks.run("instance_password_reset", VM)
    assert caught.value.failure["restart_required_for"] == ["vm"]
    allowed = {**VM, "restart": "allowed"}
    with pytest.raises(errors.OptionError, match="sets passwords") as caught:
        tasks.run("instance_password_reset", allowed)
    assert caught.value.failure["option"] == "vm"

    with_passwords(tasks)
    tasks.run("instance", {**ZONE, "name": "web-2", "state": "started"})
    told = tasks.run("instance_password_reset", allowed, check=True)
    assert told["changed"]
    assert tasks.writes == 0
    assert "password" not in told
    done = tasks.run("instance_password_reset", allowed)
    assert commands(tasks) == ["stopVirtualMachine", "resetPasswordForVirtualMachine", "startVirtualMachine"]
    assert done["password"]
    assert done["state"] == "Running"
    assert done["password"] != tasks.run("instance_password_reset", allowed)["password"]
    assert "password" not in tasks.run("instance", {**ZONE, "name": "web-2"})
    with pytest.raises(errors.NotFound, match="there is no instance 'web-9'"):
        tasks.run("instance_password_reset", {**ZONE, "vm": "web-9"})


def test_converge_hides_what_is_told_once_when_asked(tasks: Tasks) -> None:
    with_passwords(tasks)
    made = [{"ssh_key": {"name": "made-here"}}, *fleet.instances(1)]
    key, machine = fleet.converge(tasks, made, reveal=False)["resources"]
    assert key["result"]["private_key"], "its pair would be lost without it"
    assert (machine["changed"], "password" in machine["result"]) == (True, False)
    (shown,) = fleet.converge(tasks, fleet.instances(2)[1:])["resources"]
    assert shown["result"]["password"]


def test_a_console_is_ready_after_a_while(tasks: Tasks) -> None:
    errors = load("errors")
    assert tasks.run("console_endpoint", VM, check=True)["changed"]
    assert tasks.writes == 0
    with pytest.raises(errors.OptionError, match="Repeat the task"):
        tasks.run("console_endpoint", VM)
    found = tasks.run("console_endpoint", VM)
    assert found["url"].startswith("http://")
    assert found["websocket"]["path"] == "websockify"
    assert "url" not in str(found["diff"])


DISKS = [{"name": "data", "disk_offering": "Custom", "size": 5}, {"name": "logs", "disk_offering": "Small"}]


def test_data_disks_are_made_attached_enlarged_and_detached(tasks: Tasks) -> None:
    made = run_as_told(tasks, "instance", {**NEW, "networks": ["web-net"], "data_disks": DISKS})
    assert made["diff"]["after"]["data_disks"] == DISKS
    grown = run_as_told(tasks, "instance", {**NEW, "data_disks": [{**DISKS[0], "size": 9}]})
    assert grown["diff"]["before"]["data_disks"][0]["size"] == 5
    assert commands(tasks) == []
    alone = {**NEW, "data_disks": [{"name": "logs"}]}
    assert not tasks.run("instance", alone)["changed"]
    run_as_told(tasks, "instance", {**alone, "purge_data_disks": True})

    volumes = tasks.client.list("listVolumes", {"name": "data"}, "")
    tasks.run("instance", {**WEB, "data_disks": [{"name": "data", "size": 9}]})
    assert commands(tasks) == ["attachVolume"]
    assert [one["id"] for one in tasks.client.list("listVolumes", {"name": "data"}, "")] == [volumes[0]["id"]]


def test_a_destroyed_disk_is_no_disk_to_be_had(tasks: Tasks) -> None:
    lost = tasks.run("volume", {**ZONE, "name": "logs", "disk_offering": "Small"})
    tasks.run("volume", {**ZONE, "name": "logs", "state": "destroyed"})
    run_as_told(tasks, "instance", {**WEB, "data_disks": DISKS[1:]})
    (attached,) = [one for one in tasks.client.list("listVolumes", {"name": "logs"}) if one.get("virtualmachineid")]
    assert attached["id"] != lost["id"]


@pytest.mark.parametrize("command", ["createVolume", "attachVolume"])
def test_a_lost_answer_makes_no_second_disk(tasks: Tasks, command: str) -> None:
    tasks.simulator.faults.add("close_after", command)
    tasks.run("instance", {**WEB, "data_disks": DISKS[:1]})
    assert len(tasks.simulator.faults) == 0
    assert len(tasks.client.list("listVolumes", {"name": "data"}, "")) == 1
    assert not tasks.run("instance", {**WEB, "data_disks": DISKS[:1]})["changed"]


def test_two_disks_of_one_name_are_an_error(tasks: Tasks) -> None:
    errors = load("errors")
    instance = tasks.run("instance", WEB)
    for _ in range(2):
        offering = tasks.client.list("listDiskOfferings", {"name": "Small"}, "")[0]["id"]
        zone = tasks.run("zone", {"name": "zone-1"})["id"]
        tasks.client.run("createVolume", {"name": "data", "zoneid": zone, "diskofferingid": offering})
    with pytest.raises(errors.Ambiguous) as caught:
        tasks.run("instance", {**WEB, "id": instance["id"], "data_disks": [{"name": "data"}]})
    assert caught.value.failure["option"] == "data_disks"
    assert len(caught.value.failure["candidates"]) == 2
    tasks.run("instance", {**WEB, "data_disks": [{"name": "new", "disk_offering": "Small"}]})


def test_a_data_disk_gets_another_offering(tasks: Tasks) -> None:
    tasks.run("instance", {**WEB, "data_disks": [{"name": "new", "disk_offering": "Small"}]})
    larger = run_as_told(tasks, "instance", {**WEB, "data_disks": [{"name": "new", "disk_offering": "medium"}]})
    assert larger["diff"]["before"]["data_disks"] == [{"name": "new", "disk_offering": "Small"}]
    assert larger["data_disks"] == [{"name": "new", "disk_offering": "Medium"}]
    custom = {"name": "new", "disk_offering": "Custom", "size": 200}
    run_as_told(tasks, "instance", {**WEB, "data_disks": [custom]})
    resized = [one.params for one in tasks.simulator.calls if one.command == "resizeVolume"]
    assert [(set(one) & {"size", "diskofferingid"}, one.get("size")) for one in resized] == [
        ({"diskofferingid"}, None),
        ({"diskofferingid", "size"}, "200"),
    ]


def test_who_does_not_see_destroyed_instances_destroys_one(tasks: Tasks) -> None:
    mine = {**ZONE, "name": "mine"}
    made = {"template": TEMPLATE, "service_offering": "Small Instance", "networks": ["own-net"]}
    with acting_as(tasks, "worker"):
        tasks.run("network", {**ZONE, "name": "own-net", "network_offering": OFFERING})
        tasks.run("instance", {**mine, **made})
        told = tasks.run("instance", {**mine, "state": "absent"}, check=True)
        done = tasks.run("instance", {**mine, "state": "absent"})
        assert told["diff"] == done["diff"]
        assert (told["state"], done["state"]) == ("Destroyed", "Destroyed")
        assert tasks.run("instance", {**mine, "state": "absent"})["changed"] is False
        assert tasks.writes == 0
        assert refused(tasks) == []
