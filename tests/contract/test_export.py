"""A zone read back is the tree that builds it: a check run finds nothing to do, and building it gives the same text."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.marvin import zone_trees as from_marvin
from contract.catalogue import load
from contract.world import Tasks
from helpers.collection import ROOT
from helpers.marvin import ADVANCED, BASIC
from helpers.trees import build, differences, empty_cloud, exported, text_of, zone_trees
from helpers.zones import EXAMPLES, example

NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yml"))
SPECS = ROOT / "roles" / "zone" / "meta" / "argument_specs.yml"
PLACES = {
    "the zone": "",
    "physical networks": "physical_networks",
    "traffic types": "physical_networks.traffic_types",
    "guest networks": "guest_networks",
    "public address ranges": "public_ip_ranges",
    "guest address ranges": "pods.guest_ip_ranges",
    "pods": "pods",
    "management address ranges": "pods.management_ip_ranges",
    "storage address ranges": "pods.storage_ip_ranges",
    "clusters": "pods.clusters",
    "hosts": "pods.clusters.hosts",
    "primary storage": "primary_storage",
    "secondary storage": "secondary_storage",
}
OTHERWISE = {
    "region",
    "providers",
    "start_ip",
    "end_ip",
    "start_ipv6",
    "end_ipv6",
    "domain",
    "account",
    "project",
    "scope",
}
"""Options of the tree that are not those of the kind at that place, but of another one, or of its owner."""


@pytest.mark.parametrize("name", NAMES)
def test_an_example_comes_back(name: str) -> None:
    tree = example(name)["zone_tree"]
    with empty_cloud() as tasks:
        build(tasks, tree)
        found = exported(tasks, tree["name"])
        assert differences(tasks, found["variables"]["zone_tree"]) == []
    assert_built_again(found)


@settings(max_examples=6, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(zone_trees())
def test_any_zone_comes_back(tree: dict[str, Any]) -> None:
    with empty_cloud() as tasks:
        build(tasks, tree)
        found = exported(tasks, tree["name"])
        assert differences(tasks, tree) == []
        assert differences(tasks, found["variables"]["zone_tree"]) == []
    assert_built_again(found)


def assert_built_again(found: dict[str, Any]) -> None:
    """What was read, built on an empty cloud from its text, reads as the same text."""
    text = text_of(found)
    tree = yaml.load(text, Unsafe)["zone_tree"]
    assert tree == found["variables"]["zone_tree"]
    with empty_cloud() as tasks:
        build(tasks, tree)
        assert text_of(exported(tasks, tree["name"])) == text


class Unsafe(yaml.SafeLoader):
    """Reads what Ansible reads."""


Unsafe.add_constructor("!unsafe", lambda loader, node: loader.construct_scalar(node))


@pytest.mark.parametrize("described", [ADVANCED, BASIC], ids=["advanced", "basic"])
def test_a_data_centre_of_marvins_comes_back(described: dict[str, Any]) -> None:
    (tree,) = from_marvin(described)
    with empty_cloud() as tasks:
        build(tasks, tree)
        found = exported(tasks, tree["name"])
        assert differences(tasks, found["variables"]["zone_tree"]) == []
    with empty_cloud() as tasks:
        build(tasks, found["variables"]["zone_tree"])
        assert differences(tasks, tree) == []
    assert_built_again(found)


def options_at(place: str) -> set[str]:
    """The options of the role's argument specification at a place of the tree."""
    spec = yaml.safe_load(SPECS.read_text(encoding="utf-8"))["argument_specs"]["main"]["options"]["zone_tree"]
    for part in place.split(".") if place else ():
        spec = spec["options"][part]
    return {name for name, option in spec["options"].items() if "options" not in option}


@pytest.mark.parametrize("what", PLACES)
def test_the_tree_has_a_word_for_all_that_is_read_and_all_its_words_are_read(what: str) -> None:
    branch = load("export.zone").BRANCHES[what]
    lifecycle = branch.resource.lifecycle
    states = {lifecycle.option} if lifecycle and lifecycle.read and lifecycle.option not in branch.leaves else set()
    assert {one.name for one in branch.fields} | states | OTHERWISE >= options_at(PLACES[what])
    assert options_at(PLACES[what]) >= {one.name for one in branch.fields} | states


def test_what_cannot_be_read_back_is_said(tasks: Tasks) -> None:
    found = exported(tasks, "zone-1")
    assert [note["text"].partition(": ")[0] for note in found["notes"] if not note["at"]] == [
        "The API does not show these of clusters",
        "The API does not show these of hosts",
        "The API does not show these of secondary storage",
    ]
    assert "# The API does not show these of hosts: password, url, username." in text_of(found)


def test_a_zone_that_is_not_there_is_an_error(tasks: Tasks) -> None:
    with pytest.raises(load("errors").NotFound) as refused:
        exported(tasks, "nowhere")
    assert refused.value.failure["option"] == "zone"


def test_two_hosts_of_one_name_are_an_error(tasks: Tasks) -> None:
    hosts = tasks.simulator.store.all("host")
    hosts[1]["name"] = hosts[0]["name"]
    with pytest.raises(load("errors").CloudError, match="two hosts of the zone are called"):
        exported(tasks, "zone-1")


def test_a_state_that_nobody_can_ask_for_is_a_note(tasks: Tasks) -> None:
    host = tasks.simulator.store.all("host")[0]
    host["resourcestate"] = "ErrorInMaintenance"
    found = exported(tasks, "zone-1")
    (note,) = [note for note in found["notes"] if note["at"]]
    assert note["text"] == "its state is ErrorInMaintenance, which cannot be asked for"
    assert note["at"].endswith(".hosts[0].name")
    lines = text_of(found).splitlines()
    at = next(number for number, line in enumerate(lines) if note["text"] in line)
    assert lines[at + 1].strip() == f"- name: {host['name']}"


def test_secrets_among_details_are_named_and_not_shown(tasks: Tasks) -> None:
    pool = tasks.simulator.store.all("storagepool")[0]
    pool["details"] = {"san.password": "not-to-be-seen", "mode": "fast"}
    found = exported(tasks, "zone-1")
    assert "not-to-be-seen" not in text_of(found)
    assert [note["text"] for note in found["notes"] if note["at"]] == [
        "not shown here, for they are secrets: san.password"
    ]
    assert "mode: fast" in text_of(found)


def test_further_ranges_of_a_shared_network_are_a_note() -> None:
    tree = example("advanced-security-groups")["zone_tree"]
    more = {**tree["guest_networks"][0], "start_ip": "10.77.50.210", "end_ip": "10.77.50.220"}
    with empty_cloud() as tasks:
        build(tasks, tree)
        addresses = {key: more[key] for key in ("start_ip", "end_ip", "gateway", "netmask")}
        tasks.run("vlan_ip_range", {"zone": tree["name"], "network": more["name"], "vlan": "550", **addresses})
        found = exported(tasks, tree["name"])
    assert [note for note in found["notes"] if note["at"]] == [
        {
            "at": "zone_tree.guest_networks[0].name",
            "text": "it has further address ranges, for which a tree has no place: 10.77.50.210 to 10.77.50.220",
        }
    ]
    assert found["variables"]["zone_tree"]["guest_networks"][0]["start_ip"] == "10.77.50.10"
