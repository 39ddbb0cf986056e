"""What a catalogue of templates asks for, and which old versions go."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.template_catalogue import catalogue_entries, retirement

OPTIONS = {"url": "http://example.com/a", "checksum": "{MD5}0"}


def rows(*days: int, **more: Any) -> list[dict[str, Any]]:
    """Templates of days of one month, ready unless it is said otherwise."""
    return [
        {
            "id": f"id-{day}",
            "name": f"deb-{day}",
            "created": f"2027-01-{day:02}T00:00:00+0000",
            "is_ready": True,
            **more,
        }
        for day in days
    ]


def gone(found: dict[str, Any]) -> list[str]:
    return [one["name"] for one in found["retired"]]


@pytest.mark.parametrize(
    ("entry", "kind", "options"),
    [
        ({}, "template", {"cross_zones": True}),
        ({"zones": ["b", "a"]}, "template", {"zones": ["b", "a"]}),
        ({"zone": "a"}, "template", {"zone": "a"}),
        ({"kind": "iso"}, "iso", {"cross_zones": True}),
        ({"kind": "iso", "zones": ["b", "a"]}, "iso", {"zone": "b", "zones": ["b", "a"]}),
    ],
)
def test_what_is_listed_is_wanted_in_all_zones_or_in_those_that_are_named(entry, kind, options):
    assert catalogue_entries([{"name": "a", **OPTIONS, **entry}]) == [{kind: {"name": "a", **OPTIONS, **options}}]


@pytest.mark.parametrize(
    ("catalogue", "says"),
    [
        ([{"url": "x"}], r"templates_catalogue\[0\]: give its name"),
        ([{"name": "a"}], "'a' has no checksum"),
        ([{"name": "a", **OPTIONS}] * 2, "the template 'a' stands there twice"),
        ([{"name": "a", "kind": "disk"}], r"templates_catalogue\[0\]: there is no kind 'disk'; it can be template or"),
    ],
)
def test_a_bad_catalogue_says_what_is_wrong(catalogue, says):
    with pytest.raises(TreeError, match=says):
        catalogue_entries(catalogue)


def test_a_checksum_need_not_be_there_where_that_is_said():
    assert catalogue_entries([{"name": "a"}], need_checksum=False) == [{"template": {"name": "a", "cross_zones": True}}]


def test_all_but_the_newest_go():
    found = retirement({"templates": rows(2, 9, 5)}, [], [{"pattern": "deb-*", "keep": 2}])
    assert gone(found) == ["deb-2"]
    (one,) = found["retired"]
    assert one["text"] == "template deb-2 of 2027-01-02 is retired: deb-* has 2 newer ones."
    assert one["resource"] == {"template": {"id": "id-2", "name": "deb-2", "state": "absent"}}


def test_what_no_rule_names_stays():
    read = {"templates": rows(1, 2), "isos": rows(3, 4)}
    found = retirement(read, [], [{"pattern": "Deb-*", "keep": 1}])
    assert found == {"retired": [], "spared": [], "kept": []}


def test_the_first_rule_that_fits_counts():
    rules = [{"pattern": "deb-2", "keep": 1}, {"pattern": "deb-*", "keep": 1}]
    assert gone(retirement({"templates": rows(2, 5, 9)}, [], rules)) == ["deb-5"]


def test_what_the_catalogue_lists_stays_and_counts_before_it_is_there():
    rule = [{"pattern": "deb-*", "keep": 2}]
    assert gone(retirement({"templates": rows(2, 5, 9)}, [], rule, [{"name": "deb-2"}])) == []
    assert gone(retirement({"templates": rows(5, 9)}, [], rule, [{"name": "deb-10"}])) == ["deb-5"]


def test_what_is_not_ready_neither_goes_nor_counts():
    read = {"templates": [*rows(2, 5), *rows(9, is_ready=False)]}
    assert gone(retirement(read, [], [{"pattern": "deb-*", "keep": 1}])) == ["deb-2"]


@pytest.mark.parametrize(
    ("machine", "kind", "used_too", "retired", "spared"),
    [
        ({"templateid": "id-2"}, "template", False, [], ["deb-2"]),
        ({"templateid": "id-2"}, "template", True, ["deb-2"], []),
        ({"isoid": "id-2"}, "iso", True, [], ["deb-2"]),
        ({"isos": [{"id": "id-2"}]}, "iso", False, [], ["deb-2"]),
    ],
)
def test_what_instances_use_is_spared(machine, kind, used_too, retired, spared):
    read = {f"{kind}s": rows(2, 5)}
    rule = [{"pattern": "deb-*", "keep": 1, "kind": kind}]
    found = retirement(read, [{"name": "web-1", **machine}], rule, used_too=used_too)
    assert (gone(found), [one["name"] for one in found["spared"]]) == (retired, spared)
    if spared:
        assert found["spared"][0]["text"].endswith("is spared: in use by web-1.")
    else:
        assert found["retired"][0]["resource"]["template"]["force"] is True


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ({"keep": 1}, r"templates_keep\[0\]: give the pattern"),
        ({"pattern": "a", "keep": 0}, "keep is 0; give how many versions are kept, from 1"),
        ({"pattern": "a"}, "keep is None"),
        ({"pattern": "a", "keep": 1, "kind": "disk"}, "there is no kind 'disk'"),
        ({"pattern": "a", "keep": 1, "age": 3}, "there is no age; a rule has pattern, keep, kind"),
    ],
)
def test_a_bad_rule_says_what_is_wrong(rule, says):
    with pytest.raises(TreeError, match=says):
        retirement({}, [], [rule])
