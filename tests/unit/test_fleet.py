"""A fleet in few words becomes instances, and public addresses become rules and ways in."""

from __future__ import annotations

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet import access, fleet, reach


def test_a_count_numbers_the_names():
    found = fleet([{"name": "web-%02d", "count": 2, "first": 9, "group": "web"}, {"name": "db"}])
    assert list(found) == ["web-09", "web-10", "db"]
    assert found["web-10"] == {"name": "web-10", "group": "web"}


def test_the_more_special_option_wins():
    found = fleet([{"name": "a"}, {"name": "b", "template": "own"}], {"template": "shared"}, {"template": "t", "x": 1})
    assert [one["template"] for one in found.values()] == ["shared", "own"]
    assert found["a"]["x"] == 1


@pytest.mark.parametrize(
    ("given", "ousted"), [("ip_to_networks", "networks"), ("iso", "template"), ("user_data_name", "user_data")]
)
def test_an_alternative_ousts_what_it_stands_for(given, ousted):
    (one,) = fleet([{"name": "a", given: "own"}], {ousted: "shared"}).values()
    assert one == {"name": "a", given: "own"}


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ([{"name": "a"}, {"name": "a"}], "'a' stands there twice"),
        ([{"name": "a", "count": 2}], "needs one %d"),
        ([{"name": "a-%d-%d", "count": 2}], "needs one %d"),
    ],
)
def test_a_fleet_that_makes_no_sense_is_refused(entries, says):
    with pytest.raises(TreeError, match=says):
        fleet(entries)


ADDRESSES = [
    {
        "name": "web",
        "port_forwards": [{"instance": "web-1", "public_port": 2201, "private_port": 22}],
        "firewall": [{"start_port": 2201}],
    },
    {"name": "db", "network": "back", "static_nat": "db-1"},
]


def test_addresses_become_rules():
    found = access(ADDRESSES, ["web-1", "db-1"], "front")
    assert {name: one["network"] for name, one in found["addresses"].items()} == {"web": "front", "db": "back"}
    assert found["static_nats"] == [{"instance": "db-1", "network": "back", "address": "db"}]
    assert found["port_forwards"] == [{"instance": "web-1", "public_port": 2201, "private_port": 22, "address": "web"}]
    assert found["firewall_rules"] == [{"start_port": 2201, "address": "web"}]


@pytest.mark.parametrize(
    ("addresses", "says"),
    [
        ([{"name": "a"}], "needs a network"),
        ([{"name": "a", "network": "n"}, {"name": "a", "network": "n"}], "stands there twice"),
        ([{"name": "a", "network": "n", "static_nat": "nobody"}], "leads to no instance: nobody"),
        ([{"name": "a", "network": "n", "static_nat": "db-1", "port_forwards": [{}]}], "not both"),
    ],
)
def test_addresses_that_make_no_sense_are_refused(addresses, says):
    with pytest.raises(TreeError, match=says):
        access(addresses, ["db-1"], None)


def test_each_instance_is_reached_its_own_way():
    behind = access(ADDRESSES, ["web-1", "db-1"], "front")
    instances = [{"name": name, "default_ip": "10.1.1.9"} for name in ("web-1", "db-1", "solo")]
    found = reach(instances, behind, {"web": "198.51.100.1", "db": "198.51.100.2"})
    assert [(one["host"], one["port"], one["by"]) for one in found] == [
        ("198.51.100.1", 2201, "port_forward"),
        ("198.51.100.2", 22, "static_nat"),
        ("10.1.1.9", 22, "network"),
    ]
