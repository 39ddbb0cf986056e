"""Instances that are network appliances: how they are deployed, what they show, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import TEMPLATE, ZONE
from contract.test_contract import run_as_told
from contract.world import Tasks

NEW: dict[str, Any] = {
    **ZONE,
    "name": "gate",
    "template": "gateway",
    "service_offering": "Small Instance",
    "networks": ["web-net", "db-net"],
}


@pytest.fixture
def template(tasks: Tasks) -> None:
    tasks.run(
        "vnf_template",
        {
            **ZONE,
            "name": "gateway",
            "display_text": "A gateway",
            "hypervisor": "Simulator",
            "format": "VHD",
            "os_type": "Debian GNU/Linux 12 (64-bit)",
            "url": "http://mirror.example.com/gateway.vhd",
            "vnf_nics": [
                {"device_id": 0, "name": "inside"},
                {"device_id": 1, "name": "outside", "management": False},
            ],
            "vnf_details": {"access_methods": "ssh-key,https", "https_port": "8443"},
        },
    )


def writes(tasks: Tasks) -> list[str]:
    return [call.command for call in tasks.simulator.calls if call.write]


def rules(tasks: Tasks) -> list[tuple[str, int]]:
    found = tasks.client.list("listFirewallRules", {}, "")
    return sorted((rule["cidrlist"], int(rule["startport"])) for rule in found)


@pytest.mark.usefixtures("template")
def test_an_appliance_is_deployed_and_its_management_is_reachable(tasks: Tasks) -> None:
    tasks.simulator.clear_calls()
    before = rules(tasks)
    options = {**NEW, "vnf_configure_management": True, "vnf_cidrs": ["192.0.2.0/24"]}
    made = run_as_told(tasks, "instance", options)
    assert writes(tasks) == ["deployVnfAppliance"]
    assert [(nic["name"], nic["management"]) for nic in made["vnf_nics"]] == [("inside", True), ("outside", False)]
    assert made["vnf_details"]["https_port"] == "8443"
    assert made["public_ip"]
    assert [rule for rule in rules(tasks) if rule not in before] == [("192.0.2.0/24", 22), ("192.0.2.0/24", 8443)]
    run_as_told(tasks, "instance", {**options, "display_name": "Gate"})
    assert not tasks.run("instance", NEW | {"display_name": "Gate"})["changed"]


@pytest.mark.usefixtures("template")
@pytest.mark.parametrize(("more", "command"), [({"vnf_configure_management": False}, "deployVnfAppliance"),
                                               ({}, "deployVirtualMachine")])  # fmt: skip
def test_an_appliance_may_be_closed(tasks: Tasks, more: dict[str, Any], command: str) -> None:
    tasks.simulator.clear_calls()
    made = run_as_told(tasks, "instance", {**NEW, **more})
    assert writes(tasks) == [command]
    assert "public_ip" not in made


@pytest.mark.usefixtures("template")
@pytest.mark.parametrize(
    ("wrong", "option", "advice"),
    [
        ({"networks": ["web-net"]}, "networks", "a network for each NIC"),
        ({"template": TEMPLATE}, "template", "Leave vnf_configure_management"),
        ({"cluster": "cluster-1"}, "cluster", "made with vnf_configure_management or vnf_cidrs cannot have it"),
    ],
)
def test_what_no_appliance_can_be_is_refused(tasks: Tasks, wrong: dict[str, Any], option: str, advice: str) -> None:
    errors = load("errors")
    with pytest.raises(errors.OptionError, match=advice) as caught:
        tasks.run("instance", {**NEW, "vnf_configure_management": True, **wrong})
    assert caught.value.failure["option"] == option
    assert not tasks.info("instance", {**ZONE, "name": "gate"})


@pytest.mark.usefixtures("template")
@pytest.mark.parametrize("kind", ["close_before", "close_after"])
def test_a_lost_answer_makes_one_appliance(tasks: Tasks, kind: str) -> None:
    options = {**NEW, "vnf_configure_management": True}
    tasks.simulator.faults.add(kind, "deployVnfAppliance")
    assert tasks.run("instance", options)["changed"]
    assert not tasks.run("instance", options)["changed"]
    assert len(tasks.info("instance", {**ZONE, "name": "gate"})) == 1
    assert len([rule for rule in rules(tasks) if rule[1] in (22, 8443) and rule[0] == "0.0.0.0/0"]) == 2
