"""Ids by names, former results in their new shape, and data centres described for Marvin."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from docgen import former

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.former_results import CHANGES, renewed
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.listed import ids_by_name
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.marvin import zone_trees
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_entries import zone_entries
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_layout import zone_layout
from helpers.marvin import ADVANCED, BASIC

ROOT = Path(__file__).resolve().parents[2]
ZONES = [{"id": "1", "name": "zone-1"}, {"id": "2", "name": "zone-2"}]


@pytest.mark.parametrize(
    ("listed", "key", "found"),
    [
        (ZONES, None, {"zone-1": "1", "zone-2": "2"}),
        ({"changed": False, "zones": ZONES, "warnings": ["x"]}, None, {"zone-1": "1", "zone-2": "2"}),
        ({"changed": False, "zones": []}, None, {}),
        ([{"id": "1", "name": "a", "ip": "192.0.2.1"}], "ip", {"192.0.2.1": "1"}),
        ([{"id": "1", "display_name": "a"}], None, {"a": "1"}),
        ([ZONES[0], ZONES[0]], None, {"zone-1": "1"}),
    ],
)
def test_ids_by_name(listed: Any, key: str | None, found: dict[str, str]) -> None:
    assert ids_by_name(listed, key) == found


@pytest.mark.parametrize(
    ("listed", "message"),
    [
        ([{"id": "1", "name": "a"}, {"id": "2", "name": "a"}], "'a' is the name of several"),
        ([{"id": "1"}], "has no name or no id"),
        ([{"name": "a"}], "has no name or no id"),
        ("zone-1", "neither a list nor the result"),
        ({"changed": False}, "neither a list nor the result"),
        (["zone-1"], "an item that is not a dictionary"),
    ],
)
def test_what_has_no_ids_is_refused(listed: Any, message: str) -> None:
    with pytest.raises(TreeError, match=message):
        ids_by_name(listed)


@pytest.mark.parametrize(
    ("module", "old", "new"),
    [
        ("ip_address", {"id": "1", "tags": {"b": 2, "a": "1"}},
         {"id": "1", "tags": [{"key": "a", "value": "1"}, {"key": "b", "value": "2"}]}),
        ("host", {"host_tags": "a,b", "management_server_id": 7},
         {"host_tags": ["a", "b"], "management_server_id": "7"}),
        ("user", {"fist_name": "Ann"}, {"first_name": "Ann"}),
        ("service_offering", {"domain": "ROOT"}, {"domains": ["ROOT"]}),
        ("configuration", {"Domain": None}, {"domain": None}),
        ("zone", {"name": "zone-1"}, {"name": "zone-1"}),
    ],
)  # fmt: skip
def test_a_former_result_gets_its_new_shape(module: str, old: dict[str, Any], new: dict[str, Any]) -> None:
    assert renewed(old, module) == new
    assert renewed(new, module) == new


@pytest.mark.parametrize("module", sorted(CHANGES))
def test_every_change_of_a_result_is_on_the_list_of_differences(module: str) -> None:
    listed = {place.split()[1].split(".")[0] for place in former.reasons()[module] if place.startswith("result ")}
    assert set(CHANGES[module]) <= listed


def known_options() -> dict[str, Any]:
    specs = yaml.safe_load((ROOT / "roles" / "zone" / "meta" / "argument_specs.yml").read_text(encoding="utf-8"))
    return specs["argument_specs"]["main"]["options"]["zone_tree"]["options"]


def unknown(tree: Any, options: dict[str, Any], where: str = "zone_tree") -> list[str]:
    """The places of a tree that the role has no word for."""
    found = []
    for key, value in tree.items():
        if key not in options:
            found.append(f"{where}.{key}")
            continue
        inner = options[key].get("options")
        for one in value if isinstance(value, list) else [value]:
            if inner and isinstance(one, dict):
                found += unknown(one, inner, f"{where}.{key}")
    return found


@pytest.mark.parametrize("described", [ADVANCED, BASIC])
def test_a_data_centre_of_marvins_is_a_tree_that_the_role_takes(described: dict[str, Any]) -> None:
    text = "# a comment\n#another\n" + json.dumps(described, indent=4)
    (tree,) = zone_trees(text)
    assert zone_trees(described) == [tree]
    assert unknown(tree, known_options()) == []
    entries = zone_entries(zone_layout(tree))
    assert len(entries["all"]) > 5
    assert "not-a-real-one" not in json.dumps(tree)


def test_what_marvin_describes_has_the_words_of_the_role() -> None:
    (tree,) = zone_trees(ADVANCED)
    assert (tree["name"], tree["network_type"], tree["local_storage_enabled"]) == ("lab", "Advanced", True)
    assert tree["physical_networks"][0]["traffic_types"][0] == {
        "traffic_type": "Guest",
        "kvm_networklabel": "cloudbr1",
    }
    assert tree["public_ip_ranges"][0]["start_ip"] == "198.51.100.2"
    cluster = tree["pods"][0]["clusters"][0]
    assert (cluster["name"], cluster["hypervisor"]) == ("C0", "Simulator")
    assert [host["name"] for host in cluster["hosts"]] == ["sim-c0-h0", "sim-c0-h1"]
    assert cluster["hosts"][1]["host_tags"] == ["a", "b"]
    assert cluster["primary_storage"] == [
        {"name": "PS0", "storage_url": "nfs://10.0.2.5/export/p0", "storage_tags": ["fast"]}
    ]
    assert tree["secondary_storage"] == [
        {"name": "lab-secondary-1", "url": "nfs://10.0.2.5/export/s0", "provider": "NFS"}
    ]
    (flat,) = zone_trees(BASIC)
    assert flat["securitygroups_enabled"] is True
    assert flat["pods"][0]["guest_ip_ranges"][0]["start_ip"] == "10.9.1.2"


@pytest.mark.parametrize(
    ("described", "message"),
    [("{", "is no JSON"), ("[]", "no list of zones"), ({"zones": [{}]}, "no list of zones"), (7, "no list of zones")],
)
def test_what_marvin_did_not_write_is_refused(described: Any, message: str) -> None:
    with pytest.raises(TreeError, match=message):
        zone_trees(described)
