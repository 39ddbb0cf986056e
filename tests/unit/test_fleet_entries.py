"""The order in which a fleet is worked on."""

from __future__ import annotations

import random
from typing import Any

import pytest
from contract.catalogue import load
from hypothesis import given
from hypothesis import strategies as st

ZONE = {"zone": "zone-1"}
FLEET: list[dict[str, Any]] = [
    {"instance": {**ZONE, "name": "web-1"}},
    {"network": {**ZONE, "name": "web-net"}},
    {"zone": {"name": "zone-1"}},
    {"instance": {**ZONE, "name": "web-2"}},
    {"pod": {**ZONE, "name": "pod-1"}},
]
ORDER = [["zone zone-1"], ["pod pod-1"], ["network web-net"], ["instance web-1", "instance web-2"]]


def staged(fleet: Any, state: str = "present") -> list[list[str]]:
    """The stages of a fleet, each a sorted list of names."""
    module = load("fleet.entries")
    found = module.stages(module.entries(fleet, state), state == "absent")
    return [sorted(f"{entry.kind} {entry.label}" for entry in stage) for stage in found]


@given(st.integers(0, 2**32))
def test_kinds_stand_in_the_order_of_their_references(seed: int) -> None:
    fleet = list(FLEET)
    random.Random(seed).shuffle(fleet)
    assert staged(fleet) == ORDER
    assert staged(fleet, "absent") == ORDER[::-1]


def test_what_stands_there_already_comes_after_everything_before_it() -> None:
    again = {"zone": {"name": "zone-1", "state": "enabled"}}
    later = {"pod": {**ZONE, "name": "pod-2"}}
    assert staged([*FLEET, again, later]) == [*ORDER, ["zone zone-1"], ["pod pod-2"]]
    assert staged([*FLEET, again], "absent")[-1] == ["zone zone-1", "zone zone-1"]


def test_the_same_name_in_another_place_is_another_thing() -> None:
    assert staged([{"pod": {**ZONE, "name": "pod-1"}}, {"pod": {"zone": "zone-2", "name": "pod-1"}}]) == [
        ["pod pod-1", "pod pod-1"]
    ]


def test_the_same_name_of_another_owner_is_another_thing() -> None:
    limits = [{"resource_limit": {"domain": "acme", "account": name, "type": "cpu", "max": 1}} for name in ("a", "b")]
    keys = [{"ssh_key": {"domain": "acme", "name": "key", **owner}} for owner in ({"account": "a"}, {"project": "b"})]
    assert staged([limits[0], keys[0], limits[1], keys[1]]) == [["resource_limit cpu"] * 2, ["ssh_key key"] * 2]


def test_the_last_word_on_several_things_is_spoken_at_once_and_after_all_else() -> None:
    zone, other = ({"zone": {"name": name}} for name in ("a", "b"))
    pod = {"pod": {"zone": "a", "name": "pod"}}
    again = [{"pod": {**pod["pod"], "end_ip": "192.0.2.9"}}, {"zone": {"name": "a"}}, {"zone": {"name": "b"}}]
    assert staged([zone, other, pod, *again]) == [["zone a", "zone b"], ["pod pod"], ["pod pod"], ["zone a", "zone b"]]


def test_what_has_no_name_is_told_apart_by_whose_it_is() -> None:
    web, ops = ({"account": name, "domain": "acme"} for name in ("web", "ops"))
    fleet = [{"resource_limits": {**owner, "limits": {"instance": 4}}} for owner in (web, ops, web)]
    first, second = load("fleet.entries").stages(load("fleet.entries").entries(fleet, "present"))
    assert [entry.at for entry in first] == [0, 1]
    assert [entry.at for entry in second] == [2]


def test_hosts_of_one_cluster_are_added_one_after_another() -> None:
    hosts = [("a", "c-1"), ("b", "c-1"), ("c", "c-2"), ("d", "c-1")]
    fleet = [{"host": {**ZONE, "name": name, "pod": "pod-1", "cluster": cluster}} for name, cluster in hosts]
    assert staged(fleet) == [["host a", "host c"], ["host b"], ["host d"]]


def test_entries_keep_their_place_and_get_the_options_of_their_module() -> None:
    found = load("fleet.entries").entries({"zone": [{"name": "a"}, {"name": "b", "state": "disabled"}]}, "present")
    assert [(entry.at, entry.label, entry.params["state"]) for entry in found] == [
        (0, "a", "present"),
        (1, "b", "disabled"),
    ]
    assert "api_url" not in found[0].params


def test_absent_is_for_those_that_do_not_say_their_own() -> None:
    fleet = [{"instance": {**ZONE, "name": "a"}}, {"instance": {**ZONE, "name": "b", "state": "expunged"}}]
    found = load("fleet.entries").entries(fleet, "absent")
    assert [entry.params["state"] for entry in found] == ["absent", "expunged"]


@pytest.mark.parametrize("given_value", ["zone", 7, None, [["zone"]], [{}]])
def test_what_is_no_list_of_entries_is_refused(given_value: Any) -> None:
    with pytest.raises(load("errors").OptionError, match=r"^resources"):
        load("fleet.entries").entries(given_value, "present")


def test_in_a_mapping_what_stands_there_already_comes_last() -> None:
    zones = [{"name": "a", "dns1": "192.0.2.53"}, {"name": "a", "state": "enabled"}]
    fleet = {"zone": zones, "pod": {"name": "p", "zone": "a"}}
    assert staged(fleet) == [["zone a"], ["pod p"], ["zone a"]]
