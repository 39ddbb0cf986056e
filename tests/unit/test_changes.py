"""What the callback prints of results."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.changes import (
    Change,
    answer,
    changes_of,
    listing,
    nothing_in,
    records_in,
    shown,
    table,
)


def one(before: Any, after: Any, **more: Any) -> dict[str, Any]:
    return {"changed": True, "diff": {"before": before, "after": after}, **more}


@pytest.mark.parametrize(
    ("result", "change"),
    [
        (one({}, {"name": "a", "mtu": 1500}), Change("created", "network", "a")),
        (one({"name": "a"}, {}), Change("removed", "network", "a")),
        (
            one({"name": "a", "mtu": 1450, "zone": "z"}, {"name": "a", "mtu": 1500, "zone": "z"}),
            Change("changed", "network", "a", ("mtu: 1450 → 1500",)),
        ),
        (one({"name": "a"}, {"name": "b"}), Change("changed", "network", "a", ("name: a → b",))),
        (one({"mtu": 1}, {"mtu": 1, "tags": ["x"]}), Change("changed", "network", "", ("tags: (nothing) → x",))),
        ({"changed": True}, Change("changed", "network", "")),
        ({"changed": False, "name": "a"}, Change("unchanged", "network", "")),
        ({"failed": True, "msg": "no\nway"}, Change("failed", "network", "", ("no", "way"))),
        ({"skipped": True}, Change("not begun", "network", "")),
    ],
)
def test_a_result_is_one_change(result, change):
    assert changes_of("network", result) == [change]


def test_tables_of_rules_are_compared_line_by_line():
    found = changes_of("firewall_rules", one("tcp 22\ntcp 80", "tcp 80\ntcp 443"), "198.51.100.7")
    assert found == [Change("changed", "firewall_rules", "198.51.100.7", ("- tcp 22", "+ tcp 443"))]


def test_a_converge_is_a_line_for_each_change_and_a_count_of_the_rest():
    rows = [
        {"kind": "zone", "name": "z1", **one({"dns1": "a", "dns2": "b"}, {"dns1": "c", "dns2": "d"})},
        {"kind": "instance", "name": "web-1", **one({}, {"name": "web-1"})},
        {"kind": "zone", "name": "z2", "changed": False},
        {"kind": "zone", "name": "z3", "changed": False, "skipped": True},
        {"kind": "pod", "name": "p", "changed": False, "failed": True, "msg": "full"},
        {"kind": "pod", "name": "q", "changed": False},
    ]
    assert table(changes_of("converge", {"changed": True, "resources": rows})) == [
        "  changed    zone z1         dns1: a → c",
        "                             dns2: b → d",
        "  created    instance web-1",
        "  not begun  zone z3",
        "  failed     pod p           full",
        "  unchanged  2",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "(nothing)"),
        ([], "(nothing)"),
        (0, "0"),
        (False, "false"),
        ("two\n lines", "two lines"),
        (["a", 1], "a, 1"),
        ({"b": 1, "a": "ü"}, '{"a": "ü", "b": 1}'),
        ([{"a": 1}], '[{"a": 1}]'),
        ("x" * 61, "x" * 59 + "…"),
        ("x" * 60, "x" * 60),
    ],
)
def test_a_value_is_one_short_line(value, text):
    assert shown(value) == text


def test_things_are_listed_in_columns_that_any_of_them_has():
    records = [
        {"id": "1", "name": "web-1", "state": "Running", "zone": "zone-1", "tags": []},
        {"id": "22", "name": "db", "state": None, "zone": "z"},
    ]
    assert listing(records) == ["  web-1  Running  zone-1  1", "  db              z       22"]
    assert listing([]) == []


def test_what_a_result_lists_is_its_one_list_of_things():
    assert records_in({"changed": False, "zones": [{"id": "1"}], "warnings": []}) == [{"id": "1"}]
    assert records_in({"changed": False, "zones": []}) == []
    assert records_in({"a": [{}], "b": [{}]}) == []
    assert records_in({"names": ["a"]}) == []


def test_numbers_of_kinds_are_left_out_and_values_are_shown():
    capacities = [{"name": "CPU", "type": 1, "percent_used": 12.5, "zone": "z"}]
    assert listing(capacities) == ["  CPU  12.5  z"]
    assert listing([{"name": "host", "type": "String", "value": "192.0.2.1"}]) == ["  host  192.0.2.1  String"]


@pytest.mark.parametrize(
    ("response", "lines"),
    [
        (
            {"count": 2, "zone": [{"name": "a", "allocationstate": "Enabled", "id": "1"}, {"name": "bc", "id": "2"}]},
            ["  a   Enabled  1", "  bc           2"],
        ),
        ({"capability": {"version": "4.23", "elb": False}}, ["  elb      false", "  version  4.23"]),
        ({"success": "true", "displaytext": "done"}, ["  displaytext  done", "  success      true"]),
        ({"success": True}, ["  success  true"]),
        ({"count": 0}, []),
        ({}, []),
        (None, []),
    ],
)
def test_any_answer_of_the_api_is_lines(response, lines):
    assert answer(response) == lines


@pytest.mark.parametrize(
    ("result", "empty"),
    [({"zones": []}, True), ({"zones": [{"id": "1"}]}, False), ({"changed": False, "warnings": []}, False)],
)
def test_a_list_without_anything_is_told_from_no_list(result, empty):
    assert nothing_in(result) is empty
