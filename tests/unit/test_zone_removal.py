"""What goes with a zone, and in which order."""

from __future__ import annotations

from typing import Any

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_removal import zone_removal

ZONE = {"id": "z", "name": "zone-1"}
HELD: dict[str, list[dict[str, Any]]] = {
    "host": [{"id": "h2", "name": "b", "state": "Up"}, {"id": "h1", "name": "a", "state": "Disconnected"}],
    "system_vm": [{"id": "s", "name": "v-1-VM"}],
    "instance": [{"id": "i", "name": "web", "account": "shop", "domainid": "d", "domainpath": "ROOT/shop"}],
    "volume": [
        {"id": "v1", "name": "ROOT-1", "type": "ROOT", "virtualmachineid": "i"},
        {"id": "v2", "name": "data", "type": "DATADISK", "project": "p", "projectid": "p-1", "domain": "ROOT"},
    ],
    "network": [
        {"id": "n1", "name": "shared", "type": "Shared", "acltype": "Domain", "domain": "ROOT"},
        {"id": "n2", "name": "own", "type": "Isolated", "account": "shop", "domainid": "d", "domain": "shop"},
    ],
    "template": [{"id": "t1", "name": "SystemVM", "templatetype": "SYSTEM"}, {"id": "t2", "name": "golden"}],
    "storage_pool": [{"id": "p1", "name": "local", "scope": "HOST"}, {"id": "p2", "name": "ps", "scope": "ZONE"}],
    "image_store": [{"id": "x1", "name": "here", "zoneid": "z"}, {"id": "x2", "name": "of the region"}],
    "vlan_ip_range": [
        {"id": "r1", "startip": "10.1.1.1"},
        {"id": "r2", "startip": "10.1.2.1", "forvirtualnetwork": True},
    ],
}


def read(held: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """The results of the module api, as a loop registers them."""
    return [
        {"item": {"kind": kind}, "response": {"count": len(rows), "rows": rows} if rows else {}}
        for kind, rows in (*held.items(), *held.items(), ("cluster", []))
    ]


def resources(found: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {step["name"]: [options for one in step["resources"] for options in one.values()] for step in found["steps"]}


def test_without_leave_only_the_zones_own_things_go() -> None:
    found = zone_removal(ZONE, read(HELD))
    assert [step["name"] for step in found["steps"]] == [
        *("network", "storage pool", "image store", "host", "vlan ip range", "zone"),
    ]
    options = resources(found)
    assert [one["id"] for one in options["network"]] == ["n1"]
    assert [one["name"] for one in options["storage pool"]] == ["ps"]
    assert [one["name"] for one in options["image store"]] == ["here"]
    assert [one["id"] for one in options["vlan ip range"]] == ["r2"]
    assert [(one["name"], one["force"]) for one in options["host"]] == [("a", True), ("b", False)]
    assert {one["state"] for many in options.values() for one in many} == {"absent"}
    assert [step["name"] for step in found["steps"] if step["may_stay"]] == ["image store"]
    assert found["listed"][:2] == ["system vm v-1-VM", "network shared"]
    assert found["tenants"] == [
        *("instance web of shop in ROOT/shop", "volume data of p in ROOT"),
        *("network own of shop in shop", "template golden"),
    ]


def test_with_leave_the_tenants_things_go_first() -> None:
    found = zone_removal(ZONE, read(HELD), tenants=True)
    assert [step["name"] for step in found["steps"]][:4] == ["instance", "volume", "network", "template"]
    options = resources(found)
    assert options["instance"] == [
        {"id": "i", "name": "web", "domain": "d", "account": "shop", "zone": "zone-1", "state": "expunged"}
    ]
    assert [one["project"] for one in options["volume"]] == ["p-1"]
    assert [one["name"] for one in options["template"]] == ["golden"]
    assert all(line in found["listed"] for line in found["tenants"])


def test_an_empty_zone_goes_alone() -> None:
    assert zone_removal(ZONE, [])["listed"] == ["zone zone-1"]
