"""What an export of tenants decides without a cloud: limits that need not be said, twins, refusals, owners, places."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import ApiError
from ansible_collections.cloudstack.cloud.plugins.module_utils.export.defaults import ENDS, left_at
from ansible_collections.cloudstack.cloud.plugins.module_utils.export.reader import Reader, by_key, told_apart
from ansible_collections.cloudstack.cloud.plugins.module_utils.export.words import lifted, with_secret
from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.resource_limit import NUMBERS
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet_others import fleet_others
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.tenancy_entries import tenancy_owners

SETTINGS = {"max.account.user.vms": "20", "max.domain.projects": "50"}


@pytest.mark.parametrize(
    ("scope", "kind", "most", "settings", "left"),
    [
        ("account", "instance", 20, SETTINGS, True),
        ("account", "instance", 21, SETTINGS, False),
        ("account", "instance", 20, {}, False),
        ("project", "project", -1, SETTINGS, True),
        ("domain", "instance", -1, {}, True),
        ("domain", "project", -1, SETTINGS, False),
        ("domain", "project", 50, SETTINGS, True),
    ],
)
def test_a_limit_that_new_owners_have_need_not_be_said(scope, kind, most, settings, left):
    assert left_at(scope, kind, most, settings) is left


def test_every_kind_of_limit_has_its_settings():
    assert set(ENDS) == set(NUMBERS)


def test_what_has_one_name_in_another_case_cannot_be_told_apart():
    rows, notes = told_apart("disks", [{"name": "a"}, {"name": "B"}, {"name": "b"}])
    assert rows == [{"name": "a"}]
    assert notes == ["Several disks are called 'B': a tree cannot tell them apart, so they are left out."]


def test_rows_stand_in_groups():
    rows = [{"a": 1, "b": 2}, {"a": 1, "b": 3}]
    assert by_key(rows, "a") == {("1",): rows}
    assert by_key(rows, "a", "b") == {("1", "2"): rows[:1], ("1", "3"): rows[1:]}


def test_each_secret_has_a_variable_of_its_own_whatever_the_name_is():
    names = ["south", "South", "so uth", "so-uth", "süd", "''}}{{ x", "東"]
    entries = [with_secret({"name": name}, "key", "vpn", name) for name in names]
    tree, notes = lifted({"a": entries})
    assert tree == {"a": [{"name": name} for name in names]}
    assert [note["at"] for note in notes] == [f"a[{number}].key" for number in range(len(names))]
    variables = [note["variable"] for note in notes]
    assert variables[0] == "vault_vpn_south"
    assert len(set(variables)) == len(names)
    assert all(re.fullmatch("vault_vpn_[a-z0-9_]+", one) for one in variables)
    assert all(note["variable"] in note["text"] for note in notes)


class Refusing:
    """A connection on which every list is refused, and how often one was asked for."""

    def __init__(self, code: int) -> None:
        self.code, self.asked = code, 0

    def list(self, command: str, params: Any) -> list[Any]:
        self.asked += 1
        raise ApiError(command, self.code, "no")


def test_what_is_refused_is_a_note_and_not_asked_for_again():
    client = Refusing(432)
    reader = Reader(client)  # type: ignore[arg-type]
    assert [reader.listed("listRoles"), reader.listed("listRoles")] == [[], []]
    assert client.asked == 1
    assert reader.untold() == ["The caller may not use listRoles, so what it would tell is not here."]


def test_another_error_is_an_error():
    with pytest.raises(ApiError):
        Reader(Refusing(430)).listed("listRoles")  # type: ignore[arg-type]


def test_owners_are_accounts_and_projects_with_their_domains():
    inner = {"name": "web", "accounts": [{"name": "b"}]}
    tree = {"domains": [{"name": "acme", "accounts": [{"name": "a"}], "projects": [{"name": "p"}], "domains": [inner]}]}
    assert tenancy_owners(tree) == [
        {"domain": "ROOT/acme", "account": "a"},
        {"domain": "ROOT/acme", "project": "p"},
        {"domain": "ROOT/acme/web", "account": "b"},
    ]


PLACE = {"zone": "z", "domain": "ROOT/acme", "account": "a", "project": ""}


@pytest.mark.parametrize(
    ("entry", "options"),
    [
        ({"network": {"name": "n"}}, {"zone": "z", "domain": "ROOT/acme", "account": "a", "name": "n"}),
        ({"network": {"name": "n", "zone": "y"}}, {"zone": "y", "domain": "ROOT/acme", "account": "a", "name": "n"}),
        ({"ssh_key": {"name": "k"}}, {"domain": "ROOT/acme", "account": "a", "name": "k"}),
        ({"zone": {"name": "k"}}, {"domain": "ROOT/acme", "name": "k"}),
    ],
)
def test_an_entry_stands_in_the_place_of_the_fleet(entry, options):
    assert fleet_others("before", [entry], PLACE) == [{next(iter(entry)): options}]


def test_disks_can_be_left_out():
    entries = [{"volume": {"name": "v"}}, {"ssh_key": {"name": "k"}}]
    assert fleet_others("before", entries, {}, data=False) == entries[1:]


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("network", r"before\[0\]: give one kind with its options"),
        ({"network": {}, "vpc": {}}, r"before\[0\]: give one kind with its options"),
        ({"volcano": {}}, r"before\[0\]: there is no kind 'volcano'"),
    ],
)
def test_what_is_no_entry_is_named(entry, says):
    with pytest.raises(TreeError, match=says):
        fleet_others("before", [entry])
