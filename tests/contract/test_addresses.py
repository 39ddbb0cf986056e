"""Public addresses where they are odd: cut runs, several in one task, addresses kept and quarantined, IPv6 rules."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.fleet import converge
from contract.samples import SAMPLES, ZONE
from contract.tenants import acting_as, refused
from contract.test_contract import prepare, run_as_told
from contract.world import Tasks

NETWORK = {**ZONE, "network": "web-net"}
KEPT = {**ZONE, "ip_address": "198.51.100.94"}


def tagged(use: str) -> dict[str, Any]:
    return {**NETWORK, "tags": [{"key": "use", "value": use}]}


def acquired(tasks: Tasks) -> list[tuple[str, str]]:
    """The addresses of the network besides its source NAT one and those of the test world, each with its use."""
    found = [one for one in tasks.info("ip_address", NETWORK) if not one["is_source_nat"]]
    uses = [(str(one["ip_address"]), "".join(tag["value"] for tag in one["tags"])) for one in found]
    return [one for one in uses if one[1] or one[0] not in ("198.51.100.50", "198.51.100.51", "198.51.100.12")]


def without_addresses(tasks: Tasks) -> None:
    """Release what the network has besides its source NAT address."""
    for address in tasks.info("ip_address", NETWORK):
        if not address["is_source_nat"]:
            tasks.run("ip_address", {**ZONE, "ip_address": address["ip_address"], "state": "absent"})


def test_two_entries_never_adopt_the_same_address(tasks: Tasks) -> None:
    without_addresses(tasks)
    left = tasks.run("ip_address", NETWORK)["ip_address"]
    wanted = [{"ip_address": tagged(use)} for use in ("shop", "mail")]
    told = converge(tasks, wanted, check=True)
    assert [row["changed"] for row in told["resources"]] == [True, True]
    done = converge(tasks, wanted)
    addresses = [row["result"]["ip_address"] for row in done["resources"]]
    assert addresses[0] == left, "the address that a cut run left is taken up"
    assert len(set(addresses)) == 2
    assert sorted(use for _address, use in acquired(tasks)) == ["mail", "shop"]
    assert (converge(tasks, wanted)["changed"], tasks.writes) == (False, 0)


@pytest.mark.parametrize("kind", ["close_before", "close_after"])
@pytest.mark.parametrize("command", ["associateIpAddress", "createTags"])
def test_a_cut_fleet_takes_no_address_too_many(tasks: Tasks, command: str, kind: str) -> None:
    without_addresses(tasks)
    wanted = [{"ip_address": tagged(use)} for use in ("shop", "mail", "wiki")]
    tasks.simulator.faults.add(kind, command, nth=2)
    converge(tasks, wanted)
    converge(tasks, wanted)
    assert sorted(use for _address, use in acquired(tasks)) == ["mail", "shop", "wiki"]
    assert (converge(tasks, wanted)["changed"], tasks.writes) == (False, 0)


def test_an_address_is_kept_used_and_given_back(tasks: Tasks) -> None:
    done = run_as_told(tasks, "ip_address_reservation", KEPT)
    assert (done["state"], done["account"]) == ("Reserved", "admin")
    used = tasks.run("ip_address", {**NETWORK, "ip_address": KEPT["ip_address"]})
    assert (used["changed"], used["state"], used["network"]) == (True, "Allocated", "web-net")
    assert (tasks.run("ip_address_reservation", KEPT)["changed"], tasks.writes) == (False, 0)
    errors = load("errors")
    with pytest.raises(errors.OptionError, match=r"^state: .* is Allocated, and no way leads from there"):
        tasks.run("ip_address_reservation", {**KEPT, "state": "absent"})
    assert tasks.run("ip_address", {**ZONE, "ip_address": KEPT["ip_address"], "state": "absent"})["changed"]
    assert (tasks.run("ip_address_reservation", {**KEPT, "state": "absent"})["changed"], tasks.writes) == (False, 0)
    with pytest.raises(errors.NotFound, match=r"^ip_address: there is no"):
        tasks.run("ip_address_reservation", {**KEPT, "ip_address": "203.0.113.200"})


def test_an_ordinary_user_keeps_an_address(tasks: Tasks) -> None:
    with acting_as(tasks, "erin"):
        done = run_as_told(tasks, "ip_address_reservation", KEPT)
        assert done["account"] == "erin"
        assert tasks.run("ip_address_reservation", {**KEPT, "state": "absent"})["changed"]
        assert refused(tasks) == []
    tasks.run("ip_address_reservation", KEPT)
    with acting_as(tasks, "frank"), pytest.raises(load("errors").CloudError):
        tasks.run("ip_address_reservation", KEPT)


PORTABLE = {
    "region": 1,
    "start_ip": "203.0.113.40",
    "end_ip": "203.0.113.41",
    "gateway": "203.0.113.1",
    "netmask": "255.255.255.0",
    "vlan": "70",
}


def test_a_portable_address_is_another_one_than_the_zones_own(tasks: Tasks) -> None:
    without_addresses(tasks)
    own = tasks.run("ip_address", NETWORK)
    tasks.run("portable_ip_range", PORTABLE)
    wanted = {**NETWORK, "is_portable": True}
    done = run_as_told(tasks, "ip_address", wanted)
    assert (done["ip_address"], done["is_portable"], done["network"]) == ("203.0.113.40", True, "web-net")
    again = tasks.run("ip_address", wanted)
    assert (again["changed"], again["ip_address"], tasks.writes) == (False, done["ip_address"], 0)
    kept = tasks.run("ip_address", {**NETWORK, "is_portable": False})
    assert (kept["changed"], kept["ip_address"], kept["is_portable"]) == (False, own["ip_address"], False)
    errors = load("errors")
    with pytest.raises(errors.FixedField, match=r"^is_portable: "):
        tasks.run("ip_address", {**ZONE, "ip_address": own["ip_address"], "is_portable": True})
    (held,) = tasks.client.list("listPortableIpRanges", {})
    assert [one["state"] for one in held["portableipaddress"]] == ["Allocated", "Free"]
    with pytest.raises(errors.CloudError):
        tasks.run("portable_ip_range", {**PORTABLE, "state": "absent"})
    assert tasks.run("ip_address", {**ZONE, "ip_address": done["ip_address"], "state": "absent"})["changed"]
    assert tasks.run("portable_ip_range", {**PORTABLE, "state": "absent"})["changed"]


@pytest.mark.parametrize("kind", ["close_before", "close_after", "503"])
@pytest.mark.parametrize("command", ["reserveIpAddress", "releaseIpAddress"])
def test_a_cut_reservation_is_taken_up(tasks: Tasks, command: str, kind: str) -> None:
    tasks.simulator.faults.add(kind, command, nth=1)
    for state in ("present", "absent"):
        assert tasks.run("ip_address_reservation", {**KEPT, "state": state})["changed"]
        assert (tasks.run("ip_address_reservation", {**KEPT, "state": state})["changed"], tasks.writes) == (False, 0)
    assert len(tasks.simulator.faults) == 0


def test_a_quarantined_address_is_for_its_former_owner(tasks: Tasks) -> None:
    sample = SAMPLES["ip_quarantine"]
    prepare(tasks, sample)
    address = sample["exists"]["ip_address"]
    errors = load("errors")
    with acting_as(tasks, "erin"):
        network = {**ZONE, "name": "own-net", "network_offering": "DefaultIsolatedNetworkOfferingWithSourceNatService"}
        tasks.run("network", network)
        with pytest.raises(errors.OptionError, match=r"^ip_address: .*ip_quarantine"):
            tasks.run("ip_address", {**ZONE, "network": "own-net", "ip_address": address})
    with pytest.raises(errors.OptionError, match=r"^removal_reason is needed"):
        tasks.run("ip_quarantine", {"ip_address": address, "state": "absent"})
    with pytest.raises(errors.OptionError, match=r"^end_date: .*Give a date to come"):
        tasks.run("ip_quarantine", {"ip_address": address, "end_date": "2020-01-31"})
    with pytest.raises(errors.OptionError, match=r"^ip_address: there is no ip quarantine '198\.51\.100\.50'"):
        tasks.run("ip_quarantine", {"ip_address": "198.51.100.50"})
    gone = {"ip_address": address, "state": "absent", "removal_reason": "not needed"}
    assert tasks.run("ip_quarantine", gone)["changed"]
    assert (tasks.run("ip_quarantine", gone)["changed"], tasks.writes) == (False, 0)
    assert tasks.info("ip_quarantine", {}) == []
    assert tasks.info("ip_quarantine", {"show_removed": True})[0]["removal_reason"] == "not needed"


def test_ipv6_rules_are_for_networks_with_ipv6(tasks: Tasks) -> None:
    errors = load("errors")
    rule = {**ZONE, "port": 22, "cidrs": ["2001:db8:1::/48"]}
    with pytest.raises(errors.OptionError, match=r"^network: .*DualStack"):
        tasks.run("ipv6_firewall", {**rule, "network": "web-net"})
    with pytest.raises(errors.OptionError, match=r"^cidrs: .*no IPv6 network: 192\.0\.2\.0/24"):
        tasks.run("ipv6_firewall", {**rule, "network": "dual-net", "cidrs": ["192.0.2.0/24"]})
    everyone = run_as_told(tasks, "ipv6_firewall", {**ZONE, "network": "dual-net", "port": 22})
    assert (everyone["cidrs"], everyone["dest_cidrs"]) == (["::/0"], ["::/0"])
    pings = {**ZONE, "network": "dual-net", "protocol": "icmp", "traffic_type": "egress"}
    assert run_as_told(tasks, "ipv6_firewall", pings)["icmp_type"] == -1
    assert len(tasks.info("ipv6_firewall", {**ZONE, "network": "dual-net"})) == 2
