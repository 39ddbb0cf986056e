"""Whether what runs on hosts finds room elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.draining import draining

GIB = 1024**3


def host(name: str, given: int = 0, total: int = 8, **more: Any) -> dict[str, Any]:
    """A host of four cores of 2 GHz; memory in GiB."""
    return {
        "name": name,
        "cluster": "c1",
        "state": "Up",
        "resource_state": "Enabled",
        "memory_total": total * GIB,
        "memory_allocated": given * GIB,
        "cpu_with_overprovisioning": "8000",
        "cpu_allocated": "0%",
        **more,
    }


def instance(name: str, on: str, memory: int = 2, cpu: int = 1, **more: Any) -> dict[str, Any]:
    """An instance; memory in GiB."""
    more = {"state": "Running", **more}
    return {"name": name, "host": on, "memory": memory * 1024, "cpu": cpu, "cpu_speed": 1000, **more}


def test_what_finds_room_is_told():
    hosts = [host("h1", 4), host("h2")]
    found = draining(hosts, [instance("b", "h1"), instance("a", "h1"), instance("c", "h2")], ["h1"])
    assert found == {"hosts": ["h1"], "moves": ["a", "b"], "problems": []}


@pytest.mark.parametrize(
    "others",
    [
        [host("h2", 7)],
        [host("h2", cpu_allocated="95%")],
        [host("h2", resource_state="Disabled")],
        [host("h2", resource_state="Maintenance")],
        [host("h2", state="Disconnected")],
        [host("h2", cluster="c2")],
        [],
    ],
)
def test_what_finds_no_room_is_named(others):
    found = draining([host("h1", 2), *others], [instance("a", "h1")], ["h1"])
    assert len(found["problems"]) == 1
    assert found["problems"][0].startswith("cluster c1: no room for a (2048 MiB, 1000 MHz) on ")


def test_hosts_that_go_together_are_no_room_for_each_other():
    hosts, runs = [host("h1", 2), host("h2", 2)], [instance("a", "h1"), instance("b", "h2")]
    assert draining(hosts, runs, ["h1"])["problems"] == []
    assert len(draining(hosts, runs, ["h1", "h2"])["problems"]) == 1


def test_room_in_pieces_is_no_room_for_what_is_large():
    hosts = [host("h1", 4), host("h2", 6), host("h3", 6)]
    assert draining(hosts, [instance("a", "h1", 2), instance("b", "h1", 2)], ["h1"])["problems"] == []
    assert "no room for a (4096 MiB" in draining(hosts, [instance("a", "h1", 4)], ["h1"])["problems"][0]


def test_system_vms_need_room_too():
    found = draining([host("h1", 4), host("h2", 6)], [instance("a", "h1", 1)], ["h1"])
    assert found["problems"] == ["cluster c1: 3072 MiB of system VMs and routers find 1024 MiB free elsewhere."]


def test_a_host_in_maintenance_already_asks_for_nothing():
    hosts = [host("h1", resource_state="Maintenance"), host("h2")]
    assert draining(hosts, [instance("a", "h1")], ["h1"]) == {"hosts": [], "moves": [], "problems": []}


def test_stopped_instances_stay_where_they_are():
    assert draining([host("h1"), host("h2", 8)], [instance("a", "h1", state="Stopped")], ["h1"])["problems"] == []
