"""The parts of the inventory plugin that need no cloud: addresses, names, pages."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Mapping
from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils import client as api
from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import ApiError
from ansible_collections.cloudstack.cloud.plugins.module_utils.pages import Question, distinct, read_lists
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.inventory_addresses import endpoint, forwarded
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.inventory_names import (
    distinct_names,
    host_name,
    place_groups,
)

SECOND: Mapping[str, Any] = {"ipaddress": "198.51.100.7", "ip6address": "2001:db8::7", "secondaryip": []}
DEFAULT: Mapping[str, Any] = {
    "ipaddress": "10.1.1.5",
    "isdefault": True,
    "secondaryip": [{"ipaddress": "10.1.1.6"}],
    "publicip": "203.0.113.4",
}
INSTANCE: Mapping[str, Any] = {"id": "a", "nic": [SECOND, DEFAULT], "publicip": "203.0.113.4"}


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (["private"], ("10.1.1.5", None)),
        (["public", "private"], ("198.51.100.7", None)),
        (["static_nat"], ("203.0.113.4", None)),
        (["secondary"], ("10.1.1.6", None)),
        (["ipv6"], ("2001:db8::7", None)),
        (["port_forward", "private"], ("203.0.113.9", 2222)),
        ([], None),
    ],
)
def test_the_first_way_of_the_order_counts(order: list[str], found: Any) -> None:
    assert endpoint("instances", INSTANCE, order, {"a": ("203.0.113.9", 2222)}) == found


def test_a_way_that_is_not_there_is_passed_over() -> None:
    bare = {"id": "b", "nic": [{"ipaddress": "10.1.1.8", "isdefault": True}]}
    assert endpoint("instances", bare, ["public", "static_nat", "port_forward", "secondary", "ipv6"], {}) is None
    assert endpoint("instances", bare, ["port_forward", "private"], {"a": ("203.0.113.9", 1)}) == ("10.1.1.8", None)
    assert endpoint("instances", {"id": "c"}, ["public", "secondary", "private"], {}) is None


@pytest.mark.parametrize(
    ("source", "row", "order", "address"),
    [
        ("hosts", {"ipaddress": "10.0.1.2"}, ["public", "private"], "10.0.1.2"),
        ("routers", {"publicip": "203.0.113.2", "guestipaddress": "10.1.1.1"}, ["public", "private"], "203.0.113.2"),
        ("routers", {"guestipaddress": "10.1.1.1"}, ["public", "private"], "10.1.1.1"),
        ("system_vms", {"publicip": "203.0.113.2", "privateip": "10.0.1.9"}, ["private"], "10.0.1.9"),
    ],
)
def test_other_sources_have_addresses_of_their_own(source: str, row: Any, order: list[str], address: str) -> None:
    assert endpoint(source, row, order, {}) == (address, None)


def rule(**given: Any) -> dict[str, Any]:
    return {
        "protocol": "tcp",
        "ipaddress": "203.0.113.1",
        "virtualmachineid": "a",
        "privateport": "22",
        "publicport": "2222",
        **given,
    }


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        ([rule()], {"a": ("203.0.113.1", 2222)}),
        (
            [rule(privateport="20", privateendport="30", publicport="120", publicendport="130")],
            {"a": ("203.0.113.1", 122)},
        ),
        ([rule(protocol="udp")], {}),
        ([rule(privateport="80")], {}),
        ([rule(privateport="x")], {}),
        ([rule(privateport=None)], {}),
        ([rule(ipaddress=None)], {}),
        ([rule(publicport="2200"), rule(publicport="2022"), rule(virtualmachineid="b")],
         {"a": ("203.0.113.1", 2022), "b": ("203.0.113.1", 2222)}),
    ],
)  # fmt: skip
def test_a_forwarded_port_leads_to_the_instance(rules: list[dict[str, Any]], found: Any) -> None:
    assert forwarded(rules, 22) == found


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("web-1", "web-1"),
        ("web 1\n", "web_1"),
        ("{{ x }}", "___x___"),
        ("-i", "i"),
        ("...", ""),
        ("_", "_"),
        ("größe", "größe"),
        ("2001:db8::1", "2001:db8::1"),
        ("", ""),
        (None, ""),
        (True, ""),
        (7, "7"),
        (["a"], ""),
    ],
)
def test_a_hosts_name_has_no_character_that_means_something(value: Any, name: str) -> None:
    assert host_name(value) == name


ONE, TWO, LIKE_ONE = "11111111-aaaa", "22222222-bbbb", "11111111-cccc"


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ([("web", ONE), ("db", TWO)], ["web", "db"]),
        ([("web", ONE), ("web", TWO)], ["web", "web-22222222"]),
        ([("web", TWO), ("web", ONE), ("web", LIKE_ONE)], ["web", "web-11111111", f"web-{LIKE_ONE}"]),
        ([("web", ONE), ("web", TWO), ("web-22222222", LIKE_ONE)], ["web", f"web-{TWO}", "web-22222222"]),
        ([("localhost", ONE), ("Taken", TWO)], ["localhost-11111111", "Taken-22222222"]),
    ],
)
def test_no_two_hosts_have_one_name(wanted: list[tuple[str, str]], names: list[str]) -> None:
    assert distinct_names(wanted, {"taken"}) == names


def test_places_go_from_the_outer_to_the_inner() -> None:
    assert list(place_groups("hosts", {"zone": "z", "pod": "p", "cluster": None})) == [
        "cloudstack_hosts_zone_z",
        "cloudstack_hosts_pod_z_p",
    ]
    assert list(place_groups("hosts", {"zone": None, "pod": "p"})) == []


class Pages:
    """A connection to a list of so many things; it counts how many requests are under way."""

    def __init__(self, count: int, gone_after: int | None = None) -> None:
        self.rows = [{"id": str(number)} for number in range(count)]
        self.asked: list[tuple[str, int]] = []
        self.running, self.most = 0, 0
        self.gone_after = gone_after
        self._lock = threading.Lock()
        self.meet = threading.Event()
        self.page_size = api.PAGE_SIZE

    def page(self, command: str, params: Any, number: int, items: str) -> tuple[list[dict[str, Any]], int]:
        with self._lock:
            self.running += 1
            self.most = max(self.most, self.running)
            self.asked.append((command, number))
            if self.gone_after is not None and len(self.asked) == self.gone_after + 1:
                self.rows = self.rows[1:]
        self.meet.wait(0.05)
        start = (number - 1) * api.PAGE_SIZE
        with self._lock:
            self.running -= 1
            return self.rows[start : start + api.PAGE_SIZE], len(self.rows)


def test_pages_are_read_side_by_side_and_bounded() -> None:
    cloud = Pages(api.PAGE_SIZE * 7 + 3)
    found = read_lists(lambda: cloud, [Question("listThings"), Question("listOthers")], 3)
    assert [len(rows) for rows in found] == [len(cloud.rows)] * 2
    assert [row["id"] for row in found[0]] == [row["id"] for row in cloud.rows]
    assert sorted(cloud.asked) == sorted(itertools.product(("listThings", "listOthers"), range(1, 9)))
    assert cloud.most == 3


@pytest.mark.parametrize("count", [0, 1, api.PAGE_SIZE, api.PAGE_SIZE + 1])
def test_no_page_is_asked_for_in_vain(count: int) -> None:
    cloud = Pages(count)
    assert len(read_lists(lambda: cloud, [Question("listThings")], 4)[0]) == count
    assert len(cloud.asked) == max(1, -(-count // api.PAGE_SIZE))


def test_what_slips_to_a_page_that_was_read_is_found_again() -> None:
    cloud = Pages(api.PAGE_SIZE * 2 + 10, gone_after=1)
    left = {row["id"] for row in cloud.rows[1:]}
    found = read_lists(lambda: cloud, [Question("listThings")], 1)[0]
    assert {row["id"] for row in found} >= left
    assert len({row["id"] for row in found}) == len(found)


def test_what_either_of_two_readings_lacks_is_found() -> None:
    class Moving(Pages):
        shown = [("a", "c"), ("b", "c")]

        def page(self, command: str, params: Any, number: int, items: str) -> tuple[list[dict[str, Any]], int]:
            return [{"id": one} for one in self.shown.pop(0)], 3

    found = read_lists(lambda: Moving(0), [Question("listThings")], 1)[0]
    assert [row["id"] for row in found] == ["a", "c", "b"]


def test_a_list_without_pages_is_asked_once() -> None:
    cloud = Pages(api.PAGE_SIZE)
    cloud.rows *= 2
    assert len(read_lists(lambda: cloud, [Question(next(iter(api.UNPAGED)))], 2)) == 1
    assert {number for _command, number in cloud.asked} == {1}


def test_the_error_of_a_page_is_the_error_of_all() -> None:
    class Refusing(Pages):
        def page(self, command: str, params: Any, number: int, items: str) -> tuple[list[dict[str, Any]], int]:
            if number == 2:
                raise ApiError(command, 432, "not allowed")
            return super().page(command, params, number, items)

    cloud = Refusing(api.PAGE_SIZE * 3)
    with pytest.raises(ApiError, match="not allowed"):
        read_lists(lambda: cloud, [Question("listThings")], 2)


def test_each_thing_once_where_it_stands_first() -> None:
    rows = [{"id": "a", "n": 1}, {"id": "b"}, {"id": "a", "n": 2}, {"name": "x"}, {"name": "x"}]
    assert distinct(rows) == [{"id": "a", "n": 1}, {"id": "b"}, {"name": "x"}, {"name": "x"}]
