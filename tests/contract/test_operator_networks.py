"""What an operator sets aside, where it is odd: joined ranges, either of two addresses, whom a thing is kept for."""

from __future__ import annotations

from contextlib import suppress

import pytest

from contract.catalogue import load
from contract.samples import SAMPLES, ZONE
from contract.world import Tasks

RANGE = {**ZONE, "physical_network": "physical-1"}
ROOT = {"domain": "ROOT", "account": "admin"}


def test_a_range_within_a_larger_one_is_there_but_is_not_released(tasks: Tasks) -> None:
    tasks.run("guest_vlan_range", {**RANGE, "vlan_range": "380-389", **ROOT})
    assert tasks.run("guest_vlan_range", {**RANGE, "vlan_range": "382-384", **ROOT})["changed"] is False
    assert tasks.run("guest_vlan_range", {**RANGE, "vlan_range": "382-384", "state": "absent"})["changed"] is False
    assert [one["vlan_range"] for one in tasks.info("guest_vlan_range", {})] == ["380-389"]


@pytest.mark.parametrize("value", ["all", "310-", "-5", "390-380"])
def test_what_is_no_range_of_vlans_is_refused(tasks: Tasks, value: str) -> None:
    with pytest.raises(load("errors").OptionError, match=r"^vlan_range: .*write it like") as caught:
        tasks.run("guest_vlan_range", {**RANGE, "vlan_range": value, **ROOT})
    assert (tasks.writes, caught.value.failure["option"]) == (0, "vlan_range")


def test_vlans_that_the_network_lacks_are_the_fault_of_the_range(tasks: Tasks) -> None:
    with pytest.raises(load("errors").OptionError, match="Give VLANs that the physical network has") as caught:
        tasks.run("guest_vlan_range", {**RANGE, "vlan_range": "3000-3001", **ROOT})
    assert caught.value.failure["option"] == "vlan_range"


def test_a_peer_is_found_by_the_address_that_the_task_gives(tasks: Tasks) -> None:
    made = tasks.run("bgp_peer", {**ZONE, "ip6_address": "2001:db8::7", "as_number": 65007})
    again = tasks.run("bgp_peer", {**ZONE, "ip6_address": "2001:db8::7", "as_number": 65008})
    assert (again["id"], again["changed"], tasks.writes) == (made["id"], True, 1)
    other = tasks.run("bgp_peer", {**ZONE, "ip_address": "192.0.2.7", "as_number": 65007})
    assert other["id"] != made["id"]


@pytest.mark.parametrize("name", ["guest_vlan_range", "ipv4_subnet", "bgp_peer", "dedication.host"])
def test_an_account_needs_its_domain(tasks: Tasks, name: str) -> None:
    options = {key: value for key, value in SAMPLES[name]["create"].items() if key != "domain"}
    with pytest.raises(load("errors").OptionError, match=r"^domain is missing") as caught:
        tasks.run(name, {**options, "account": "admin"})
    assert (tasks.calls, caught.value.failure["option"]) == (0, "domain")


def test_what_is_kept_must_be_named(tasks: Tasks) -> None:
    with pytest.raises(load("errors").OptionError, match=r"^pod is missing: with type=pod"):
        tasks.run("dedication", {"type": "pod", "domain": "ROOT"})
    assert tasks.calls == 0


def test_pods_of_one_name_are_told_apart_by_their_zone(tasks: Tasks) -> None:
    zone = {"name": "zone-2", "network_type": "Advanced", "dns1": "192.0.2.53", "internal_dns1": "10.0.0.53"}
    tasks.run("zone", zone)
    tasks.run("pod", {**SAMPLES["pod"]["create"], "zone": "zone-2", "name": "pod-1"})
    with pytest.raises(load("errors").Ambiguous) as caught:
        tasks.run("dedication", {"type": "pod", "pod": "pod-1", "domain": "ROOT"})
    assert caught.value.failure["option"] == "pod"
    made = tasks.run("dedication", {"type": "pod", "zone": "zone-2", "pod": "pod-1", "domain": "ROOT"})
    assert made["domain"] == "ROOT"
    assert tasks.info("dedication", {"type": "pod", "zone": "zone-1", "pod": "pod-1"}) == []
    assert len(tasks.info("dedication", {"type": "pod", "zone": "zone-2", "pod": "pod-1"})) == 1


@pytest.mark.parametrize("kind", ["close_before", "close_after", "503"])
def test_a_new_holder_is_reached_though_answers_get_lost(tasks: Tasks, kind: str) -> None:
    host = {"type": "host", **ZONE, "host": "host-1"}
    tasks.run("dedication", {**host, "domain": "ROOT"})
    tasks.simulator.faults.add(kind, "releaseDedicatedHost", nth=1)
    tasks.simulator.faults.add(kind, "dedicateHost", nth=1)
    for _ in range(3):
        with suppress(load("errors").CloudError):
            tasks.run("dedication", {**host, **ROOT})
    assert tasks.run("dedication", {**host, **ROOT})["changed"] is False
    assert [one["account"] for one in tasks.info("dedication", host)] == ["admin"]
