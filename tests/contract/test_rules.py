"""Rules, security groups and NICs where they are odd."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import ZONE
from contract.test_contract import run_as_told
from contract.world import Tasks

NIC = {**ZONE, "vm": "web-1"}


def commands(tasks: Tasks) -> list[str]:
    return [call.command for call in tasks.simulator.calls if call.write]


def test_a_secondary_address_that_the_server_chooses_is_not_chosen_twice(tasks: Tasks) -> None:
    told = tasks.run("instance_nic_secondaryip", NIC, check=True)
    assert (told["changed"], tasks.writes) == (True, 0)
    done = tasks.run("instance_nic_secondaryip", NIC)
    again = tasks.run("instance_nic_secondaryip", NIC)
    assert (again["changed"], tasks.writes, again["vm_guest_ip"]) == (False, 0, done["vm_guest_ip"])
    assert done["vm_guest_ip"] != done["ip_address"]


def test_several_secondary_addresses_need_to_be_named(tasks: Tasks) -> None:
    errors = load("errors")
    for address in ("10.1.1.77", "10.1.1.78"):
        tasks.run("instance_nic_secondaryip", {**NIC, "vm_guest_ip": address})
    with pytest.raises(errors.Ambiguous):
        tasks.run("instance_nic_secondaryip", NIC)
    with pytest.raises(errors.OptionError, match=r"^vm_guest_ip: give the address"):
        tasks.run("instance_nic_secondaryip", {**NIC, "state": "absent"})
    assert tasks.run("instance_nic_secondaryip", {**NIC, "vm_guest_ip": "10.1.1.77", "state": "absent"})["changed"]
    assert [one["vm_guest_ip"] for one in tasks.info("instance_nic_secondaryip", NIC)] == ["10.1.1.78"]


def test_a_secondary_address_goes_to_the_nic_in_the_network(tasks: Tasks) -> None:
    errors = load("errors")
    side = {**ZONE, "vm": "nic-1", "network": "side-net"}
    with pytest.raises(errors.OptionError, match=r"^network: the instance 'nic-1' has no NIC there"):
        tasks.run("instance_nic_secondaryip", side)
    nic = tasks.run("instance_nic", side)
    done = tasks.run("instance_nic_secondaryip", side)
    assert (done["nic_id"], done["network"]) == (nic["id"], "side-net")
    assert tasks.run("instance_nic_secondaryip", {**side, "network": "nic-net"})["changed"]


def test_the_default_nic_stays(tasks: Tasks) -> None:
    errors = load("errors")
    with pytest.raises(errors.OptionError, match=r"^network: .* needs another default NIC"):
        tasks.run("instance_nic", {**NIC, "network": "web-net", "state": "absent"})


def test_another_nic_becomes_the_default_one(tasks: Tasks) -> None:
    side = {**ZONE, "vm": "nic-1", "network": "side-net"}
    made = run_as_told(tasks, "instance_nic", {**side, "is_default": False})
    assert (made["is_default"], commands(tasks)) == (False, ["addNicToVirtualMachine"])
    done = run_as_told(tasks, "instance_nic", {**side, "is_default": True})
    assert done["diff"] == {
        "before": {**done["diff"]["after"], "is_default": False},
        "after": {**done["diff"]["before"], "is_default": True},
    }
    assert tasks.run("instance", {**ZONE, "name": "nic-1"})["networks"] == ["side-net", "nic-net"]
    with pytest.raises(load("errors").OptionError, match=r"^is_default: .*Set is_default=true for another one"):
        tasks.run("instance_nic", {**side, "is_default": False})
    run_as_told(tasks, "instance_nic", {**side, "network": "nic-net", "is_default": True})
    assert tasks.run("instance_nic", {**side, "state": "absent"})["changed"]


def test_a_new_nic_may_be_the_default_one_at_once(tasks: Tasks) -> None:
    options = {**ZONE, "vm": "nic-1", "network": "side-net", "is_default": True}
    for command in ("addNicToVirtualMachine", "updateDefaultNicForVirtualMachine"):
        tasks.simulator.faults.add("close_after", command, nth=1)
    assert tasks.run("instance_nic", options)["is_default"] is True
    assert (tasks.run("instance_nic", options)["changed"], tasks.writes) == (False, 0)
    assert len(tasks.info("instance_nic", {**ZONE, "vm": "nic-1"})) == 2


def test_a_rule_for_a_group_and_one_for_a_network_are_two(tasks: Tasks) -> None:
    rule: dict[str, Any] = {"security_group": "app", "port": 22}
    first = tasks.run("security_group_rule", rule)
    second = tasks.run("security_group_rule", {**rule, "user_security_group": "app"})
    assert first["id"] != second["id"]
    assert (second["user_security_group"], second.get("cidr")) == ("app", None)
    assert tasks.run("security_group_rule", {**rule, "user_security_group": "app"})["changed"] is False
    assert tasks.run("security_group_rule", {**rule, "type": "egress"})["changed"], "another direction, another rule"
    assert len(tasks.info("security_group_rule", {"security_group": "app"})) == 2


def test_a_protocol_may_be_a_number(tasks: Tasks) -> None:
    rule = {"security_group": "app", "protocol_number": 47}
    done = tasks.run("security_group_rule", rule)
    assert (done["protocol"], done["protocol_number"]) == ("by_number", 47)
    assert tasks.run("security_group_rule", rule)["changed"] is False


def test_a_source_group_has_a_name(tasks: Tasks) -> None:
    errors = load("errors")
    group = tasks.run("security_group", {"name": "app"})["id"]
    with pytest.raises(errors.OptionError, match=r"^user_security_group: .* is an id"):
        tasks.run("security_group_rule", {"security_group": "app", "port": 22, "user_security_group": group})
    with pytest.raises(errors.NotFound, match=r"^user_security_group: there is no security group 'nobody'"):
        tasks.run("security_group_rule", {"security_group": "app", "port": 22, "user_security_group": "nobody"})


def test_a_group_is_renamed_by_its_id(tasks: Tasks) -> None:
    group = tasks.run("security_group", {"name": "app"})["id"]
    done = tasks.run("security_group", {"id": group, "name": "shop"})
    assert (done["id"], done["name"], tasks.writes) == (group, "shop", 1)


def test_a_reserved_group_stays(tasks: Tasks) -> None:
    errors = load("errors")
    with pytest.raises(errors.OptionError, match="Every account has this group"):
        tasks.run("security_group", {"name": "default", "state": "absent"})
