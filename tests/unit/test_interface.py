"""What users of ngine_io.cloudstack know is here, or stands on the list of what differs, with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from docgen import former

HERE = {name: (options, keys) for name, options, keys in former.interfaces()}


@pytest.mark.parametrize("module", sorted(former.interface()))
def test_only_what_is_listed_differs(module: str) -> None:
    found = list(former.differences(former.interface()[module], *HERE[module]))
    assert found == list(dict.fromkeys(found))
    assert sorted(found) == sorted(former.reasons().get(module, {}))


def test_every_listed_module_exists_in_both() -> None:
    assert set(former.reasons()) <= set(former.interface()) <= set(HERE)


def test_every_reason_is_a_sentence() -> None:
    for listed in former.reasons().values():
        assert all(reason[0].isupper() and reason.endswith(".") for reason in listed.values())


KNOWN: Mapping[str, Any] = {
    "options": {
        "name": {"type": "str", "required": True, "aliases": ["title"]},
        "kind": {"type": "str", "choices": ["a", "b"], "default": "a"},
        "gone": {"type": "str"},
    },
    "returns": {"id": {"type": "str"}, "sizes": {"type": "complex", "contains": {"one": {"type": "int"}}}},
}
SAME = {
    "name": {"type": "str", "required": True, "aliases": ["title", "label"]},
    "kind": {"type": "str", "choices": ["a", "b", "c"], "default": "a"},
    "gone": {"type": "str"},
}
KEYS = {"id": {"type": "str"}, "sizes": {"type": "list", "contains": {"one": {"type": "int"}}}}


@pytest.mark.parametrize(
    ("options", "keys", "found"),
    [
        (SAME, KEYS, []),
        ({**SAME, "title": {"type": "str"}, "name": {"type": "str", "required": True}}, KEYS, ["option name.aliases"]),
        ({**SAME, "name": {"type": "raw", "aliases": ["title"]}}, KEYS, ["option name.type", "option name.required"]),
        ({**SAME, "kind": {"type": "str", "choices": ["a"]}}, KEYS, ["option kind.default", "option kind.choices"]),
        ({name: SAME[name] for name in ("name", "kind")}, KEYS, ["option gone"]),
        (SAME, {"id": {"type": "int"}, "sizes": {"type": "list"}}, ["result id.type", "result sizes.one"]),
        (SAME, {"sizes": KEYS["sizes"]}, ["result id"]),
    ],
)
def test_a_difference_is_found(options: Mapping[str, Any], keys: Mapping[str, Any], found: list[str]) -> None:
    assert list(former.differences(KNOWN, options, keys)) == found
