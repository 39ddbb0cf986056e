"""What lies about in a cloud and nobody uses."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.housekeeping import housekeeping

NOW = "2026-11-22T12:00:00+0000"
OLD, NEW = "2026-10-01T12:00:00+0000", "2026-11-20T12:00:00+0000"
OWNER = {"zone": "z1", "account": "ann", "domain": "ROOT"}


def volume(**more: Any) -> dict[str, Any]:
    return {"id": "v", "name": "data", "type": "DATADISK", "state": "Ready", "created": OLD, **OWNER, **more}


def address(**more: Any) -> dict[str, Any]:
    return {"id": "a", "ip_address": "198.51.100.7", "state": "Allocated", "allocated": OLD, **OWNER, **more}


def snapshot(**more: Any) -> dict[str, Any]:
    return {"id": "s", "name": "snap", "state": "BackedUp", "volume": "data", "created": OLD, **OWNER, **more}


def found(days: float = 30, **read: list[dict[str, Any]]) -> list[str]:
    return [one["text"] for one in housekeeping(read, NOW, days, "keep")]


def test_what_nobody_uses_is_told_with_its_owner_and_how_to_remove_it():
    (one,) = housekeeping({"volumes": [volume()]}, NOW, 30, "keep")
    assert one == {
        "kind": "volume",
        "name": "data",
        "text": "volume data of ann in z1: it is attached to nothing, since 2026-10-01.",
        "resource": {
            "volume": {"id": "v", "name": "data", "zone": "z1", "domain": "ROOT", "account": "ann", "state": "absent"}
        },
    }
    assert found(ip_addresses=[address()]) == [
        "ip address 198.51.100.7 of ann in z1: nothing uses it, since 2026-10-01."
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"vm": "web-1"},
        {"type": "ROOT"},
        {"state": "Creating"},
        {"created": NEW},
        {"created": None},
        {"tags": [{"key": "keep", "value": "until spring"}]},
    ],
)
def test_a_volume_that_is_left_alone(more):
    assert found(volumes=[volume(**more)]) == []


@pytest.mark.parametrize(
    "more",
    [
        {"is_source_nat": True},
        {"is_static_nat": True},
        {"has_rules": True},
        {"purpose": "Vpn"},
        {"state": "Reserved"},
        {"allocated": NEW},
    ],
)
def test_an_address_that_is_left_alone(more):
    assert found(ip_addresses=[address(**more)]) == []


def test_a_snapshot_is_an_orphan_when_its_volume_is_gone():
    assert len(found(volume_snapshots=[snapshot()])) == 1
    assert found(volume_snapshots=[snapshot()], volumes=[volume(vm="web-1")]) == []
    assert len(found(volume_snapshots=[snapshot()], volumes=[volume(vm="web-1", account="bob")])) == 1


@pytest.mark.parametrize(("days", "count"), [(0, 2), (2, 1), (2.1, 1), (1, 2)])
def test_things_count_from_an_age_on(days, count):
    assert len(found(days, volumes=[volume(created="2026-11-20T14:00:00+0200"), volume(created=OLD)])) == count


def test_what_belongs_to_a_project_is_removed_from_it():
    (one,) = housekeeping({"volumes": [volume(project="shop", account=None)]}, NOW, 30, "keep")
    assert one["resource"]["volume"]["project"] == "shop"
    assert "account" not in one["resource"]["volume"]


def test_old_events_are_told_together_for_each_owner():
    old, young = "2026-05-01T12:00:00+0000", "2026-06-01T12:00:00+0000"
    ann, team = {"account": "ann", "domain": "ROOT"}, {"project": "team", "domain": "ROOT"}
    events = [{"created": at, **owner} for at in (old, old, young) for owner in (ann, team)]
    for state in ("archived", "absent"):
        first, second = housekeeping({"events": events}, NOW, 30, "keep", 180, state)
        assert first["text"] == "2 events of ann in ROOT: they are from before 2026-05-26."
        assert first["resource"] == {"event": {"created_before": "2026-05-26", **ann, "state": state}}
        assert second["resource"]["event"] == {"created_before": "2026-05-26", "project": "team", "state": state}
    assert housekeeping({"events": events}, NOW, 30, "keep", 365) == []


def test_the_addresses_of_system_vms_are_left_alone():
    assert found(ip_addresses=[address(account="system")]) == []
