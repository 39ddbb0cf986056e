"""The order in which a fleet changes, the snapshots before, and what is too many."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet_change import (
    fleet_change,
    fleet_snapshots,
    fleet_surplus,
)

NAMES = [f"web-{number}" for number in range(1, 7)]
ZONE = {"zone": "zone-1", "project": ""}


def row(name: str, before: dict[str, Any] | None = None, changed: bool = True) -> dict[str, Any]:
    diff = {"before": {"group": "a", **before} if before is not None else {}, "after": {"group": "b"}}
    return {"kind": "instance", "name": name, "changed": changed, **({"diff": diff} if changed else {})}


CHANGED = [row(name, {}) for name in NAMES]


@pytest.mark.parametrize(
    ("serial", "sizes"),
    [
        (None, [6]),
        ("", [6]),
        (4, [4, 2]),
        ("4", [4, 2]),
        ("34%", [2, 2, 2]),
        ("1%", [1] * 6),
        ([1, "50%"], [1, 3, 2]),
        ([5, 9], [5, 1]),
    ],
)
def test_changes_are_put_into_batches(serial: Any, sizes: list[int]) -> None:
    found = fleet_change(CHANGED, NAMES, serial)["batches"]
    assert [len(batch) for batch in found] == sizes
    assert [name for batch in found for name in batch] == NAMES


@pytest.mark.parametrize("serial", [0, -1, "0%", "101%", "many", True, [], [1, None], 1.5])
def test_what_is_no_number_of_instances_is_refused(serial: Any) -> None:
    with pytest.raises(TreeError, match=r"^instances_serial: '.*give a number above 0"):
        fleet_change([], NAMES, serial)


def test_new_ones_and_those_that_stay_are_in_no_batch() -> None:
    group = {"kind": "affinity_group", "name": "shop-apart", "changed": True}
    rows = [group, row("web-3"), row("web-2", {}), row("web-1", changed=False)]
    assert fleet_change(rows, NAMES[:4]) == {
        "new": ["web-3"],
        "batches": [["web-2"]],
        "others": ["web-1", "web-4"],
        "groups": True,
    }
    later = {"kind": "instance", "name": "web-1", "changed": True}
    assert fleet_change([later], NAMES[:1])["new"] == ["web-1"], "what cannot be planned yet is not there yet"


def held(name: str, number: int, volume_type: str = "ROOT") -> dict[str, Any]:
    return {"id": f"id-{name}-{number}", "name": f"{name}-before-{number}", "volume_type": volume_type}


def snapshots(keep: int, there: list[dict[str, Any]], rows: list[dict[str, Any]]) -> tuple[Any, Any]:
    fleet = {"web-1": {"data_disks": [{"name": "data"}, {"name": "log"}]}, "web-2": {}}
    change = fleet_change(rows, list(fleet))
    found = fleet_snapshots(rows, change, fleet, {"name": "before", "keep": keep}, there, ZONE)
    taken = {name: [one["name"] for one in many] for name, many in found["taken"].items()}
    return taken, [one.get("id", one["name"]) for one in found["gone"]]


def test_only_what_changes_is_kept_and_only_disks_that_are_there() -> None:
    rows = [row("web-1", {"data_disks": [{"name": "web-1-data"}]}), row("web-2", changed=False)]
    there = [held("web-1", 2), held("web-1", 10), held("web-1", 3, "DATADISK"), held("web-1-data", 1, "DATADISK")]
    assert snapshots(2, there, rows) == ({"web-1": ["web-1-before-11", "web-1-data-before-2"]}, ["id-web-1-2"])


def test_so_many_snapshots_stay_as_are_wanted() -> None:
    there = [held("web-2", number) for number in (1, 2, 3)]
    still, changing = [row("web-2", changed=False)], [row("web-2", {})]
    assert snapshots(2, there, still) == ({}, ["id-web-2-1"])
    assert snapshots(1, there, changing) == ({"web-2": ["web-2-before-4"]}, ["id-web-2-1", "id-web-2-2", "id-web-2-3"])
    assert snapshots(0, there[:1], changing)[1] == ["id-web-2-1", "web-2-before-2"]
    with pytest.raises(TreeError, match=r"^instances_snapshot: keep is -1"):
        snapshots(-1, [], still)


def test_a_snapshot_names_its_disk() -> None:
    rows = [row("web-1", {"data_disks": [{"name": "web-1-data"}]})]
    fleet = {"web-1": {"data_disks": [{"name": "data"}]}}
    found = fleet_snapshots(rows, fleet_change(rows, ["web-1"]), fleet, {}, [], ZONE)
    root = {"name": "web-1-before-change-1", "vm": "web-1", "volume_type": "ROOT", "zone": "zone-1"}
    data = {"name": "web-1-data-before-change-1", "volume": "web-1-data", "vm": "web-1", "volume_type": "DATADISK"}
    assert found == {"taken": {"web-1": [root, {**data, "zone": "zone-1"}]}, "gone": []}


def test_what_carries_the_name_of_the_fleet_and_is_no_part_of_it_is_too_much() -> None:
    tag = {"key": "fleet", "value": "shop"}
    there = [
        {"name": "web-1", "tags": [tag]},
        {"name": "web-9", "tags": [{"key": "a", "value": "b"}, tag]},
        {"name": "other", "tags": [{"key": "fleet", "value": "bar"}]},
        {"name": "bare"},
    ]
    assert fleet_surplus(there, NAMES, tag, 1) == ["web-9"]
    with pytest.raises(TreeError, match=r"^instances_purge_limit: 1 instances .*\(web-9\), and one run removes 0"):
        fleet_surplus(there, NAMES, tag, 0)
