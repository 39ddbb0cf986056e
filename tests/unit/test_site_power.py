"""How a zone is shut down and started again."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.site_power import (
    PARTS,
    SiteError,
    remembered,
    shutdown_steps,
    startup_steps,
)

ZONE = {"id": "z", "name": "z1", "allocation_state": "Enabled"}
OPTIONS = {"force": False, "storage": True, "hosts": True}
OWNER = {"domain": "ROOT", "account": "ann"}


def instance(name: str, place: str = "", **more: Any) -> dict[str, Any]:
    tags = [{"key": "start_order", "value": place}] if place else []
    return {"id": f"id-{name}", "name": name, "state": "Running", "tags": tags, **OWNER, **more}


def read(**more: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    machine = {"id": "m", "name": "m-1", "state": "Running"}
    pools = [
        {"id": "p", "name": "p1", "allocation_state": "enabled", "scope": "CLUSTER", "state": "Up"},
        {"id": "l", "name": "local", "allocation_state": "enabled", "scope": "HOST", "state": "Up"},
        {"id": "o", "name": "old", "allocation_state": "disabled", "scope": "ZONE", "state": "Disabled"},
    ]
    hosts = [
        {"id": "h", "name": "h1", "resource_state": "Enabled", "state": "Up"},
        {"id": "g", "name": "h2", "resource_state": "Maintenance", "state": "Up"},
    ]
    base = {key: [] for key in PARTS}
    return {**base, "routers": [machine], "system_vms": [machine], "storage_pools": pools, "hosts": hosts, **more}


def memory(before: dict[str, Any] | None = None, **more: list[dict[str, Any]]) -> dict[str, Any]:
    return remembered(ZONE, read(**more), before or {}, "start_order", 100)


def told(steps: list[dict[str, Any]]) -> list[str]:
    return [f"{step['name']}: {', '.join(step['names'])}" for step in steps]


def test_only_what_is_in_service_is_remembered():
    found = memory(instances=[instance("a"), instance("b", state="Stopped"), instance("c", project="team")])
    assert [one["name"] for one in found["instances"]] == ["a", "c"]
    assert found["instances"][0] == {"id": "id-a", "name": "a", **OWNER, "order": 100}
    assert found["instances"][1] == {"id": "id-c", "name": "c", "project": "team", "order": 100}
    assert [one["name"] for one in (*found["storage_pools"], *found["hosts"])] == ["p1", "h1"]


def test_the_order_goes_there_and_back():
    seen = read(instances=[instance("web", "30"), instance("db", "5"), instance("app"), instance("odd", "soon")])
    kept = remembered(ZONE, seen, {}, "start_order", 20)
    assert told(shutdown_steps(kept, seen, OPTIONS)) == [
        "The zone takes nothing new up: z1",
        "Instances of place 30 are stopped: web",
        "Instances of place 20 are stopped: app, odd",
        "Instances of place 5 are stopped: db",
        "Routers are stopped: m-1",
        "System VMs are stopped: m-1",
        "Primary storages are in maintenance: p1",
        "Hosts are in maintenance: h1",
    ]
    back = startup_steps(kept, seen)
    assert told(back["base"]) == [
        "Hosts are in service: h1",
        "Primary storages are in service: p1",
        "The zone is in service: z1",
        "System VMs run: m-1",
    ]
    assert told(back["rest"]) == [
        "Routers run: m-1",
        "Instances of place 5 run: db",
        "Instances of place 20 run: app, odd",
        "Instances of place 30 run: web",
    ]
    assert back["gone"] == []


def test_what_may_stay_stays_and_what_may_be_forced_is():
    seen = read(instances=[instance("a")])
    kept = remembered(ZONE, seen, {}, "start_order", 100)
    steps = shutdown_steps(kept, seen, {"force": True, "storage": False, "hosts": False})
    assert [step["name"] for step in steps][-1] == "System VMs are stopped"
    assert steps[1]["resources"] == [
        {"instance": {"id": "id-a", "name": "a", "zone": "z1", **OWNER, "state": "stopped", "force_stop": True}}
    ]


def test_what_a_cut_run_has_stopped_is_not_forgotten():
    first = memory(instances=[instance("a"), instance("b")])
    closed = {**ZONE, "allocation_state": "Disabled"}
    later = read(instances=[instance("a", state="Stopped"), instance("b")], hosts=[], routers=[])
    second = remembered(closed, later, first, "start_order", 100)
    assert second == first
    fresh = remembered(closed, later, {**first, "phase": "up"}, "start_order", 100)
    assert ([one["name"] for one in fresh["instances"]], fresh["zone_state"]) == (["b"], "Disabled")
    assert "The zone is in service" not in str(startup_steps(fresh, later))


def test_what_is_no_longer_there_is_told():
    kept = memory(instances=[instance("a"), instance("b")])
    back = startup_steps(kept, read(instances=[instance("a"), instance("b", state="Expunging")], routers=[]))
    assert back["gone"] == ["instance b: it is no longer there.", "router m-1: it is no longer there."]
    assert told(back["rest"]) == ["Instances of place 100 run: a"]


def test_nothing_is_started_twice():
    assert startup_steps({**memory(), "phase": "up"}, read()) == {"base": [], "rest": [], "gone": []}


def test_memories_of_others_are_refused():
    with pytest.raises(SiteError, match=r"it remembers the zone z1 .z., and this is z2"):
        remembered({"id": "y", "name": "z2"}, read(), memory(), "start_order", 100)
    with pytest.raises(SiteError, match="it lacks phase, zone, zone_state, instances"):
        startup_steps({}, read())
