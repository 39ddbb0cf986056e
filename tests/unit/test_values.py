"""How values of the API and of the user are read, compared and sent."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ansible_collections.cloudstack.cloud.plugins.module_utils import values

READ = [
    (None, "str", None),
    ("", "str", None),
    (5, "str", "5"),
    ("true", "bool", True),
    ("True ", "bool", True),
    ("false", "bool", False),
    ("no", "bool", False),
    (True, "bool", True),
    (0, "bool", False),
    ("5", "int", 5),
    ("5.0", "int", 5),
    (5, "int", 5),
    (0, "int", 0),
    ("many", "int", "many"),
    ("1.5", "float", 1.5),
    ("a,b , c", "list", ["a", "b", "c"]),
    (["a"], "list", ["a"]),
    ([], "list", None),
    (",", "list", None),
    (7, "list", [7]),
    ({"a": 1}, "dict", {"a": 1}),
    ({}, "dict", None),
    ([{"a": 1}], "raw", [{"a": 1}]),
    (False, "raw", False),
]

SAME = [
    ("moment", "2027-01-31T08:00:00+0000", "2027-01-31 08:00", True),
    ("moment", "2027-01-31T00:00:00Z", "2027-01-31", True),
    ("moment", None, "", True),
    ("moment", "2027-01-31T00:00:00+0000", "2027-01-31 08:00:00", False),
    ("flag", None, False, True),
    ("flag", None, True, False),
    ("flag", True, False, False),
    ("limit", None, 0, True),
    ("limit", 0, 0, True),
    ("limit", "5", 5, True),
    ("limit", None, 5, False),
    ("limit", 5, 0, False),
    ("exact", None, "", True),
    ("exact", "", "", True),
    ("exact", "a", "a", True),
    ("exact", "a", "A", False),
    ("exact", "a", "", False),
    ("exact", False, False, True),
    ("exact", None, False, False),
    ("exact", True, False, False),
    ("folded", "KVM", "kvm", True),
    ("folded", None, "", True),
    ("folded", "KVM", "Xen", False),
    ("set", ["b", "a"], ["a", "b"], True),
    ("set", "b, a", ["a", "b"], True),
    ("set", None, [], True),
    ("set", ["a"], [], False),
    ("set", ["A"], ["a"], False),
    ("set", ["a", "b"], ["a"], False),
    ("set", [1], ["1"], True),
    ("address", "2001:db8::1", "2001:DB8:0:0::0001", True),
    ("address", "2001:db8::/64", "2001:DB8:0::/64", True),
    ("address", "2001:db8::/64", "2001:db8::/60", False),
    ("address", "192.0.2.1", "192.0.2.10", False),
    ("address", "2001:db8::1", None, False),
    ("address", None, "", True),
    ("address", "nonsense", "Nonsense", True),
    ("folded_set", ["Dhcp"], ["DHCP"], True),
    ("folded_set", ["Dhcp"], ["DNS"], False),
    ("list", "a,b", ["a", "b"], True),
    ("list", "b,a", ["a", "b"], False),
    ("asked", None, True, False),
    ("asked", True, False, True),
    ("contains", ["a", "b"], ["a"], True),
    ("contains", ["a"], ["a", "b"], False),
    ("number", "100", 100, True),
    ("number", "1.50", 1.5, True),
    ("number", None, 0, False),
    ("number", None, "", True),
    ("number", 0, "", False),
    ("number", "101", 100, False),
    ("subset", {"a": "1", "b": "2"}, {"a": 1}, True),
    ("subset", {"a": "true"}, {"a": True}, True),
    ("subset", {"a": "1"}, {"a": "2"}, False),
    ("subset", {"a": "1"}, {"b": "1"}, False),
    ("subset", {"a": "1"}, {}, False),
    ("subset", {"a": {"x": "1", "y": "true"}}, {"a": {"y": True, "x": 1}}, True),
    ("subset", {"a": {"x": "1", "y": "2"}}, {"a": {"x": "1"}}, False),
    ("subset", {"a": "x"}, {"a": {"x": "1"}}, False),
    ("lines", "-----BEGIN\nab\n", " -----BEGIN\r\nab", True),
    ("lines", "-----BEGIN\nab\n", "-----BEGIN\nac", False),
    ("subset", None, {}, True),
    ("subset", None, {"a": "1"}, False),
    ("url", "nfs://192.0.2.20/export/a", "nfs://192.0.2.20:/export/a", True),
    ("url", "NFS://192.0.2.20//export/a/", "nfs://192.0.2.20/export/a", True),
    ("url", "rbd://192.0.2.20/pool", "rbd://user:pass@192.0.2.20/pool", True),
    ("url", "nfs://192.0.2.20/export/A", "nfs://192.0.2.20/export/a", False),
    ("url", "nfs://192.0.2.20/export", "nfs://192.0.2.21/export", False),
    ("url", None, "", True),
]


@pytest.mark.parametrize(("value", "kind", "wanted"), READ)
def test_an_answer_is_read_as_the_option_s_type(value: Any, kind: str, wanted: Any) -> None:
    found = values.read(value, kind)
    assert found == wanted
    assert type(found) is type(wanted)


@pytest.mark.parametrize(("how", "current", "wanted", "equal"), SAME)
def test_comparison(how: str, current: Any, wanted: Any, equal: bool) -> None:
    assert values.same(current, wanted, how) is equal


def test_every_comparison_is_tried_both_ways() -> None:
    tried = {(how, equal) for how, _, _, equal in SAME} | {("fingerprint", True), ("fingerprint", False)}
    assert tried == {(how, equal) for how in values.COMPARISONS for equal in (True, False)}


@pytest.mark.parametrize(
    ("params", "wire"),
    [
        ({"a": None}, {}),
        ({"a": ""}, {"a": ""}),
        ({"a": []}, {"a": ""}),
        ({"a": ["x", 2, True]}, {"a": "x,2,true"}),
        ({"a": True, "b": False}, {"a": "true", "b": "false"}),
        ({"a": 10}, {"a": "10"}),
        ({"a": 0}, {"a": "0"}),
        ({"details": {"k.1": "v", "n": None}}, {"details[0].k.1": "v"}),
        (
            {"tags": [{"key": "a", "value": "1"}, {"key": "b", "value": "x,y\n{{ z }}"}]},
            {"tags[0].key": "a", "tags[0].value": "1", "tags[1].key": "b", "tags[1].value": "x,y\n{{ z }}"},
        ),
    ],
)
def test_parameters_on_the_wire(params: dict[str, Any], wire: dict[str, str]) -> None:
    assert values.encode(params) == wire


@pytest.mark.parametrize(
    ("value", "yes"),
    [
        ("6d7ae6a5-3b8f-4a5a-9c2c-6a4f3c9b1d0e", True),
        ("6D7AE6A5-3B8F-4A5A-9C2C-6A4F3C9B1D0E", True),
        ("6d7ae6a5-3b8f-4a5a-9c2c-6a4f3c9b1d0", False),
        ("zone-1", False),
        ("", False),
        (5, False),
        (None, False),
    ],
)
def test_what_looks_like_an_id(value: Any, yes: bool) -> None:
    assert values.looks_like_id(value) is yes


WORDS = some.text(some.characters(whitelist_categories=("L", "N")), min_size=1, max_size=8)
SCALARS = some.one_of(some.booleans(), some.integers(), WORDS)


@given(some.lists(WORDS, max_size=6))
def test_a_list_survives_the_wire(items: list[str]) -> None:
    sent = values.encode({"a": items})["a"]
    assert (values.read(sent, "list") or []) == items
    assert values.same(sent, items, "list")
    assert values.same(sent, list(reversed(items)), "set")


@given(some.booleans())
def test_a_boolean_survives_the_wire(flag: bool) -> None:
    assert values.read(values.encode({"a": flag})["a"], "bool") is flag


@given(some.integers())
def test_a_number_survives_the_wire(number: int) -> None:
    assert values.read(values.encode({"a": number})["a"], "int") == number


@given(some.dictionaries(WORDS, SCALARS, min_size=1, max_size=5))
def test_a_mapping_survives_the_wire_and_is_a_subset_of_itself(held: dict[str, Any]) -> None:
    wire = values.encode({"details": held})
    back = {name[len("details[0].") :]: value for name, value in wire.items()}
    assert values.same(back, held, "subset")
    assert values.same({**back, "an extra-key": "x"}, held, "subset")


@given(some.one_of(some.none(), WORDS, some.lists(WORDS, max_size=4)))
def test_what_is_read_is_the_same_as_itself(value: Any) -> None:
    for how in ("set", "folded_set", "list", "contains"):
        assert values.same(value, values.read(value, "list"), how)
