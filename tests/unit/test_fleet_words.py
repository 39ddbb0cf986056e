"""What an instance of a fleet says in words of the role."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet import fleet, fleet_entries
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet_words import affinity_groups, guest_disks

DISK = {"name": "data", "disk_offering": "Large", "size": 10, "filesystem": "xfs", "mount": "/srv/data/"}
VOLUME = {"id": "5b19cdd7-e682-4f1d-89fe-02fc00000001", "name": "web-1-data", "vm": "web-1"}


def test_words_become_options_of_the_module() -> None:
    found = fleet([{"name": "web-%d", "count": 2}], {"affinity": "apart", "data_disks": [DISK]}, name="shop")
    tag = {"key": "fleet", "value": "shop"}
    one, other = fleet_entries(found, {"zone": "z", "project": ""}, None, "shop", tag, {"web-1": "#!/bin/sh"})
    assert one == {
        "name": "web-1",
        "zone": "z",
        "data_disks": [{"name": "web-1-data", "disk_offering": "Large", "size": 10}],
        "affinity_groups": ["shop-apart"],
        "tags": [tag],
        "user_data": "#!/bin/sh",
    }
    assert (other["data_disks"][0]["name"], "user_data" in other) == ("web-2-data", False)


def test_own_tags_and_groups_stay() -> None:
    mine = {"key": "stage", "value": "test"}
    found = fleet([{"name": "a", "affinity": "together", "affinity_groups": ["quiet"], "tags": [mine]}], name="shop")
    (entry,) = fleet_entries(found, fleet_name="shop", tag={"key": "fleet", "value": "shop"})
    assert entry["affinity_groups"] == ["quiet", "shop-together"]
    assert entry["tags"] == [mine, {"key": "fleet", "value": "shop"}]
    assert fleet_entries(fleet([{"name": "a"}])) == [{"name": "a"}]


def test_only_some_instances_count() -> None:
    found = fleet([{"name": "web-%d", "count": 3}])
    assert [one["name"] for one in fleet_entries(found, only=["web-3", "web-1"])] == ["web-1", "web-3"]


def test_each_word_that_is_used_has_a_group() -> None:
    found = {"a": {"affinity": "apart"}, "b": {"affinity": "apart"}, "c": {}}
    apart = {"name": "shop-apart", "affinity_type": "host anti-affinity", "project": "p"}
    assert affinity_groups(found, "shop", {"project": "p", "domain": ""}) == [apart]
    assert affinity_groups({"a": {}}, None) == []


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"affinity": "apart"}, "give instances_fleet_name"),
        ({"affinity": "near"}, "has the affinity 'near'; it can be together or apart"),
        ({"data_disks": [DISK, {**DISK, "mount": "/b"}]}, "two data_disks with the name 'data'"),
        ({"data_disks": [DISK, {**DISK, "name": "b"}]}, "two data_disks with the mount '/srv/data/'"),
        ({"data_disks": [{"size": 1}]}, "each data disk needs a name"),
        ({"data_disks": [{"name": "a", "mount": "/a"}]}, "give filesystem and mount, or neither"),
        ({"data_disks": [{"name": "a", "filesystem": "xfs"}]}, "give filesystem and mount, or neither"),
        ({"data_disks": [{**DISK, "mount": "srv"}]}, "write it like /srv/data"),
        ({"data_disks": [{**DISK, "mount": "/my data"}]}, "cannot hold spaces"),
        ({"user_data": "a", "user_data_template": "b"}, "takes user_data or user_data_template, not both"),
    ],
)
def test_words_that_make_no_sense_are_refused(entry: dict[str, Any], says: str) -> None:
    with pytest.raises(TreeError, match=f"^instances_fleet: 'web'.*{says}"):
        fleet([{"name": "web", **entry}])


def test_guests_find_their_disks_by_serial_number_or_path() -> None:
    found = fleet([{"name": "web-%d", "count": 2}], {"data_disks": [DISK, {"name": "raw"}]})
    there = {
        "instance": "web-1",
        "disk": "data",
        "device": "/dev/disk/by-id/*5b19cdd7e6824f1d89fe",
        "filesystem": "xfs",
        "mount": "/srv/data",
        "mount_options": "defaults",
    }
    assert guest_disks(found, [VOLUME, {**VOLUME, "vm": "web-9"}])["there"] == [there]
    assert [one["instance"] for one in guest_disks(found, [VOLUME])["missing"]] == ["web-2"]
    own = fleet([{"name": "web-1", "data_disks": [{**DISK, "device": "/dev/xvdb", "mount_options": "noatime"}]}])
    assert guest_disks(own, [VOLUME])["there"] == [{**there, "device": "/dev/xvdb", "mount_options": "noatime"}]
