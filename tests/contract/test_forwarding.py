"""Port forwarding and static NAT where they are odd: ranges, further addresses, other NICs than the default, tiers."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import OFFERING, TEMPLATE, ZONE
from contract.samples.vpcs import TIER
from contract.tenants import acting_as, refused
from contract.test_contract import run_as_told
from contract.world import Tasks

FORWARD = {**ZONE, "ip_address": "198.51.100.50", "public_port": 2222, "private_port": 22, "vm": "web-1"}
NAT = {**ZONE, "ip_address": "198.51.100.51", "vm": "web-1"}
EXTRA = "10.1.1.77"
SIDE_ADDRESS = "198.51.100.90"


def extra_address(tasks: Tasks) -> None:
    tasks.run("instance_nic_secondaryip", {**ZONE, "vm": "web-1", "network": "web-net", "vm_guest_ip": EXTRA})


def second_nic(tasks: Tasks) -> dict[str, Any]:
    """Put an instance into a second network that has an address of its own; returns the NIC."""
    nic = tasks.run("instance_nic", {**ZONE, "vm": "web-1", "network": "side-net", "ip_address": "10.9.9.10"})
    tasks.run("ip_address", {**ZONE, "network": "side-net", "ip_address": SIDE_ADDRESS})
    assert nic["is_default"] is False
    return nic


def own_address(tasks: Tasks) -> str:
    nics = tasks.info("instance_nic", {**ZONE, "vm": "web-1"})
    return next(str(nic["ip_address"]) for nic in nics if nic["is_default"])


def test_a_range_of_ports(tasks: Tasks) -> None:
    ports = {"public_port": 6000, "public_end_port": 6009, "private_port": 7000, "private_end_port": 7009}
    done = run_as_told(tasks, "portforward", {**FORWARD, **ports})
    assert {name: done[name] for name in ports} == ports
    moved = {**ports, "private_port": 7100, "private_end_port": 7109}
    done = run_as_told(tasks, "portforward", {**FORWARD, **moved})
    assert done["diff"]["before"]["private_end_port"] == 7009
    assert {name: done[name] for name in ports} == moved
    errors = load("errors")
    with pytest.raises(errors.FixedField, match=r"^public_end_port: "):
        tasks.run("portforward", {**FORWARD, **moved, "public_end_port": 6010})
    assert tasks.run("portforward", {**FORWARD, **moved, "state": "absent"})["changed"]


def test_a_range_without_an_end_is_one_port(tasks: Tasks) -> None:
    done = run_as_told(tasks, "portforward", FORWARD)
    assert (done["public_end_port"], done["private_end_port"]) == (2222, 22)
    again = tasks.run("portforward", {**FORWARD, "public_end_port": 2222, "private_end_port": 22})
    assert (again["changed"], tasks.writes) == (False, 0)


def test_ports_that_another_rule_has_name_the_option(tasks: Tasks) -> None:
    tasks.run("portforward", {**FORWARD, "public_port": 6000, "public_end_port": 6009, "private_end_port": 31})
    with pytest.raises(load("errors").OptionError, match=r"^public_port: .*choose others"):
        tasks.run("portforward", {**FORWARD, "public_port": 6005})
    assert tasks.run("portforward", {**FORWARD, "public_port": 6005, "protocol": "udp"})["changed"]


def test_a_secondary_address_is_forwarded_to(tasks: Tasks) -> None:
    extra_address(tasks)
    done = run_as_told(tasks, "portforward", {**FORWARD, "vm_guest_ip": EXTRA})
    assert done["vm_guest_ip"] == EXTRA
    assert tasks.run("portforward", FORWARD)["changed"] is False, "an address that is not given is left alone"
    back = run_as_told(tasks, "portforward", {**FORWARD, "vm_guest_ip": own_address(tasks)})
    assert back["diff"]["before"]["vm_guest_ip"] == EXTRA
    run_as_told(tasks, "portforward", {**FORWARD, "vm_guest_ip": EXTRA})
    moved = run_as_told(tasks, "portforward", {**FORWARD, "vm": "web-2"})
    assert moved["vm_guest_ip"] not in (EXTRA, own_address(tasks))
    assert "vm_guest_ip" not in moved["diff"]["after"], "what the server chooses is not foretold"


def test_an_address_that_the_instance_lacks_says_what_to_do(tasks: Tasks) -> None:
    errors = load("errors")
    for kind, options in (("portforward", FORWARD), ("static_nat", NAT)):
        with pytest.raises(errors.OptionError, match=r"^vm_guest_ip: .*instance_nic_secondaryip"):
            tasks.run(kind, {**options, "vm_guest_ip": "10.1.1.200"})


def test_another_nic_than_the_default_one_is_forwarded_to(tasks: Tasks) -> None:
    nic = second_nic(tasks)
    rule = {**FORWARD, "ip_address": SIDE_ADDRESS}
    done = run_as_told(tasks, "portforward", rule)
    assert (done["vm_guest_ip"], done["network"]) == (nic["ip_address"], "side-net")
    with pytest.raises(load("errors").OptionError, match=r"^state: .*Remove the port forwarding rules"):
        tasks.run("instance_nic", {**ZONE, "vm": "web-1", "network": "side-net", "state": "absent"})
    assert tasks.run("portforward", {**rule, "state": "absent"})["changed"]
    assert tasks.run("instance_nic", {**ZONE, "vm": "web-1", "network": "side-net", "state": "absent"})["changed"]


def test_an_address_belongs_to_another_nic_than_the_default_one(tasks: Tasks) -> None:
    nic = second_nic(tasks)
    options = {**NAT, "ip_address": SIDE_ADDRESS}
    done = run_as_told(tasks, "static_nat", options)
    assert (done["vm_guest_ip"], done["network"]) == (nic["ip_address"], "side-net")
    more = {**ZONE, "vm": "web-1", "network": "side-net", "vm_guest_ip": "10.9.9.77"}
    tasks.run("instance_nic_secondaryip", more)
    done = run_as_told(tasks, "static_nat", {**options, "vm_guest_ip": "10.9.9.77"})
    assert done["vm_guest_ip"] == "10.9.9.77"
    assert tasks.run("static_nat", {**options, "state": "absent"})["changed"]
    assert (tasks.run("static_nat", {**options, "state": "absent"})["changed"], tasks.writes) == (False, 0)


def test_static_nat_moves_to_a_secondary_address_and_to_another_instance(tasks: Tasks) -> None:
    extra_address(tasks)
    run_as_told(tasks, "static_nat", NAT)
    done = run_as_told(tasks, "static_nat", {**NAT, "vm_guest_ip": EXTRA})
    assert (done["vm_guest_ip"], done["diff"]["before"]["vm"], done["diff"]["after"]["vm"]) == (EXTRA, "web-1", "web-1")
    assert tasks.run("static_nat", NAT)["changed"] is False, "an address that is not given is left alone"
    done = run_as_told(tasks, "static_nat", {**NAT, "vm": "web-2"})
    assert (done["vm_name"], done["vm_guest_ip"] != EXTRA) == ("web-2", True)
    assert [one["vm_name"] for one in tasks.info("static_nat", ZONE)] == ["web-2"]


def test_an_address_with_rules_takes_no_static_nat(tasks: Tasks) -> None:
    errors = load("errors")
    tasks.run("portforward", FORWARD)
    with pytest.raises(errors.OptionError, match=r"^ip_address: .*Remove these rules first"):
        tasks.run("static_nat", {**NAT, "ip_address": FORWARD["ip_address"]})
    tasks.run("static_nat", NAT)
    with pytest.raises(errors.OptionError, match=r"^ip_address: .*static NAT"):
        tasks.run("portforward", {**FORWARD, "ip_address": NAT["ip_address"]})


def in_two_vpcs(tasks: Tasks) -> None:
    """Tiers of one name in two VPCs, each with an instance and an address."""
    for vpc, address in (("vpc-1", "198.51.100.91"), ("vpc-2", "198.51.100.92")):
        place = {**ZONE, "vpc": vpc}
        for name, third in (("front", 5), ("back", 6)):
            tier = {"name": name, "network_offering": TIER, "gateway": f"10.50.{third}.1", "netmask": "255.255.255.0"}
            tasks.run("network", {**place, **tier})
        networks = [str(tasks.run("network", {**place, "name": name})["id"]) for name in ("front", "back")]
        made = {"template": TEMPLATE, "service_offering": "Small Instance", "networks": networks}
        tasks.run("instance", {**ZONE, "name": f"host-of-{vpc}", **made})
        tasks.run("ip_address", {**place, "ip_address": address})


@pytest.mark.parametrize("kind", ["portforward", "static_nat"])
def test_the_tier_is_that_of_the_vpc_named(tasks: Tasks, kind: str) -> None:
    in_two_vpcs(tasks)
    ports = {"public_port": 443, "private_port": 8443} if kind == "portforward" else {}
    place = {**ZONE, "vpc": "vpc-2", "network": "back", "ip_address": "198.51.100.92"}
    done = run_as_told(tasks, kind, {**place, **ports, "vm": "host-of-vpc-2"})
    assert (done["network"], done["vm_guest_ip"].rpartition(".")[0]) == ("back", "10.50.6")
    with pytest.raises(load("errors").Ambiguous, match=r"^network: "):
        tasks.run(kind, {**place, **ports, "vpc": None, "ip_address": "198.51.100.91", "vm": "host-of-vpc-1"})
    gone = {**place, **ports, "state": "absent"}
    assert tasks.run(kind, gone)["changed"]
    assert (tasks.run(kind, gone)["changed"], tasks.writes) == (False, 0)


def test_an_ordinary_user_forwards_and_translates(tasks: Tasks) -> None:
    with acting_as(tasks, "erin"):
        tasks.run("network", {**ZONE, "name": "own-net", "network_offering": OFFERING})
        made = {"template": TEMPLATE, "service_offering": "Small Instance", "networks": ["own-net"]}
        tasks.run("instance", {**ZONE, "name": "own-1", **made})
        own = {**ZONE, "network": "own-net"}
        first = tasks.run("ip_address", {**own, "tags": [{"key": "use", "value": "ssh"}]})["ip_address"]
        second = tasks.run("ip_address", {**own, "tags": [{"key": "use", "value": "nat"}]})["ip_address"]
        tasks.simulator.clear_calls()
        run_as_told(tasks, "portforward", {**FORWARD, "ip_address": first, "vm": "own-1"})
        run_as_told(tasks, "static_nat", {**ZONE, "ip_address": second, "vm": "own-1"})
        assert tasks.info("portforward", {"ip_address": first})
        assert tasks.info("static_nat", ZONE)
        assert refused(tasks) == []


@pytest.mark.parametrize("kind", ["close_before", "close_after", "503"])
@pytest.mark.parametrize(
    ("name", "command"), [("portforward", "updatePortForwardingRule"), ("static_nat", "disableStaticNat")]
)
def test_a_cut_move_is_taken_up(tasks: Tasks, name: str, command: str, kind: str) -> None:
    options = FORWARD if name == "portforward" else NAT
    tasks.run(name, options)
    tasks.simulator.faults.add(kind, command, nth=1)
    done = tasks.run(name, {**options, "vm": "web-2"})
    assert done["vm_name"] == "web-2"
    assert len(tasks.simulator.faults) == 0
    assert (tasks.run(name, {**options, "vm": "web-2"})["changed"], tasks.writes) == (False, 0)
