"""How a zone differs from its tree: what a check run tells, and what is there besides."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.drift import drift_page, drift_report, drift_text

TREE: dict[str, Any] = {
    "name": "z",
    "physical_networks": [{"name": "net", "providers": {"enabled": ["VirtualRouter"]}}],
    "public_ip_ranges": [{"start_ip": "198.51.100.10"}],
    "pods": [{"name": "p", "clusters": [{"name": "c", "hypervisor": "KVM", "hosts": [{"name": "h1"}]}]}],
    "secondary_storage": [{"name": "ss", "url": "nfs://10.0.2.5/ss"}],
}


def row(kind: str, name: str, before: Any = None, after: Any = None, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "name": name, "changed": True, "diff": {"before": before or {}, "after": after or {}}, **more}


def test_what_is_as_it_shall_be_is_no_drift() -> None:
    report = drift_report([{"kind": "pod", "name": "p", "changed": False}], TREE, TREE)
    assert report == {"zone": "z", "drifted": False, "counts": dict.fromkeys(report["counts"], 0), "things": []}
    assert drift_text(report) == "The zone z is as its tree says.\n"
    assert "It is as its tree says." in drift_page([report])


@pytest.mark.parametrize(
    ("branch", "more", "told"),
    [
        ("pods", {"name": "q"}, ("pod", "q")),
        ("public_ip_ranges", {"start_ip": "198.51.100.50"}, ("public_ip_range", "198.51.100.50")),
        ("secondary_storage", {"name": "s2", "url": "nfs://10.0.2.5/s2"}, ("image_store", "s2")),
        ("guest_networks", {"name": "g"}, ("network", "g")),
    ],
)
def test_what_the_tree_does_not_have_is_surplus(branch: str, more: dict[str, Any], told: tuple[str, str]) -> None:
    live = copy.deepcopy(TREE)
    live.setdefault(branch, []).append(more)
    (thing,) = drift_report([], TREE, live)["things"]
    assert (thing["how"], thing["kind"], thing["name"]) == ("surplus", *told)
    assert drift_report([], live, TREE)["things"] == []


def test_providers_and_hosts_in_the_zone_are_surplus_too() -> None:
    live = copy.deepcopy(TREE)
    live["physical_networks"][0]["providers"]["enabled"].append("ConfigDrive")
    live["pods"][0]["clusters"][0]["hosts"].append({"name": "h2"})
    things = drift_report([], TREE, live)["things"]
    assert {(one["kind"], one["name"]) for one in things} == {
        ("network_service_provider", "net/ConfigDrive"),
        ("host", "h2"),
    }


def test_each_sort_of_difference_is_told_once_and_in_order() -> None:
    checked = [
        row("zone", "z", {"dns1": "a", "dns2": "same"}, {"dns1": "b", "dns2": "same"}),
        row("host", "h1", {}, {"name": "h1"}),
        {"kind": "pod", "name": "p", "changed": False, "failed": True, "msg": "gateway: is fixed"},
        row("zone", "z", {"allocation_state": "Disabled"}, {"allocation_state": "Enabled"}),
    ]
    report = drift_report(checked, TREE, None)
    assert report["counts"] == {"differs": 1, "fixed": 1, "missing": 1, "surplus": 0}
    assert drift_text(report).splitlines() == [
        "The zone z differs from its tree:",
        "",
        "1 differ from the tree",
        "  zone z",
        "      dns1: a -> b",
        "      allocation_state: Disabled -> Enabled",
        "",
        "1 differ from the tree and can only be made anew",
        "  pod p",
        "      gateway: is fixed",
        "",
        "1 stand in the tree and are not there",
        "  host h1",
    ]


def test_what_is_made_and_then_enabled_is_missing() -> None:
    checked = [row("zone", "z", {}, {"name": "z"}), row("zone", "z", {"allocation_state": "Disabled"}, {})]
    (thing,) = drift_report(checked, TREE, None)["things"]
    assert (thing["how"], thing["fields"]) == ("missing", [])


def test_the_page_escapes_what_comes_from_the_cloud() -> None:
    report = drift_report([row("pod", "<b>", {"x": None}, {"x": ["<i>"]})], TREE, None)
    found = drift_page([report], title="<t>")
    assert "<b>" not in found.replace("<b></b>", "")
    assert "&lt;b&gt;" in found
    assert "[&quot;&lt;i&gt;&quot;]" in found
    assert "(nothing)" in found
