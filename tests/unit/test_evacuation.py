"""Where volumes find room."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.evacuation import evacuation

GIB = 1024**3


def pool(name: str, total: int = 10, given: int = 0, **more: Any) -> dict[str, Any]:
    """A storage; sizes in GiB."""
    sizes = {"disk_size_total": total * GIB, "disk_size_allocated": given * GIB, "overprovision_factor": "1.0"}
    return {"name": name, "cluster": "c1", "state": "Up", "allocation_state": "enabled", **sizes, **more}


def volume(name: str, size: int = 2, **more: Any) -> dict[str, Any]:
    base = {"id": name, "name": name, "zone": "z1", "storage": "old", "state": "Ready", "size": size}
    return {**base, "domain": "ROOT", "account": "ann", **more}


def test_volumes_go_where_most_room_is_the_largest_first():
    pools = [pool("old"), pool("a", 6), pool("b", 10)]
    volumes = [volume("small", 1), volume("large", 8, vm="web", vm_state="Running"), volume("other", storage="a")]
    found = evacuation(volumes, pools, ["old"], ["a", "b"])
    assert found["moves"] == [
        "volume large of web goes from old to b.",
        "volume small goes from old to a.",
    ]
    assert found["resources"] == [
        {"volume": {"id": "large", "name": "large", "zone": "z1", "domain": "ROOT", "account": "ann", "storage": "b",
                    "live_migrate": True}},
        {"volume": {"id": "small", "name": "small", "zone": "z1", "domain": "ROOT", "account": "ann", "storage": "a"}},
    ]  # fmt: skip
    assert (found["problems"], found["running"]) == ([], ["web"])


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (pool("a", 1), "volume v: it has 2 GiB, and a has room for 1."),
        (pool("a", 10, 9), "volume v: it has 2 GiB, and a has room for 1."),
        (pool("a", cluster="c2"), "volume v: it has 2 GiB, and no storage that it reaches takes it."),
        (pool("a", state="Maintenance"), "a: not in service, and takes nothing up."),
        (pool("a", allocation_state="disabled"), "a: not in service, and takes nothing up."),
    ],
)
def test_what_finds_no_room_is_told(target, said):
    found = evacuation([volume("v")], [pool("old"), target], ["old"], ["a"])
    assert said in found["problems"]
    assert found["resources"] == []


def test_storage_of_the_zone_takes_from_every_cluster_and_may_promise_more_than_it_has():
    wide = pool("wide", 1, cluster=None, overprovision_factor="2.0")
    assert evacuation([volume("v")], [pool("old"), wide], ["old"], ["wide"])["problems"] == []


def test_a_volume_that_something_happens_to_stays():
    found = evacuation([volume("v", state="Snapshotting")], [pool("old"), pool("a")], ["old"], ["a"])
    assert found["problems"] == ["volume v: it is Snapshotting, and only what is Ready can be moved."]


def test_what_belongs_to_a_project_is_moved_in_it():
    found = evacuation([volume("v", project="shop")], [pool("old"), pool("a")], ["old"], ["a"])
    assert found["resources"][0]["volume"]["project"] == "shop"
    assert "account" not in found["resources"][0]["volume"]
