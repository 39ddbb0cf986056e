"""From a tree of tenants to entries: order, derived values, what is refused, what is too many."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from ansible_collections.cloudstack.cloud.plugins.module_utils.fleet.entries import entries
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.role_rules import CONVERGED
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.tenancy_entries import (
    TreeError,
    tenancy_entries,
    tenancy_files,
)
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.tenancy_surplus import tenancy_surplus
from helpers.collection import ROOT

EXAMPLE: dict[str, Any] = yaml.safe_load((ROOT / "examples" / "tenancy" / "acme.yml").read_text(encoding="utf-8"))
ALICE = {"username": "alice", "first_name": "A", "last_name": "E", "email": "a@example.com"}
ACCOUNT = {"name": "shop", "users": [ALICE]}


def tree(**domain: Any) -> dict[str, Any]:
    return {"domains": [{"name": "acme", **domain}]}


def made(of: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [entry[kind] for entry in tenancy_entries(of, "pw")["all"] if kind in entry]


def test_the_example_is_what_converge_takes() -> None:
    found = tenancy_entries(EXAMPLE["tenancy_tree"], "pw")["all"]
    assert len(entries(found, "present")) == len(found)
    assert {kind for entry in found for kind in entry} <= set(CONVERGED["tenancy"])


def test_domains_have_paths() -> None:
    deep = tree(domains=[{"name": "dev", "domains": [{"name": "web/blue"}]}])
    assert [one["path"] for one in made(deep, "domain")] == ["ROOT/acme", "ROOT/acme/dev", "ROOT/acme/dev/web/blue"]
    assert made({"domains": [{"name": "ROOT", "domains": [{"name": "a"}]}]}, "domain") == [{"path": "ROOT/a"}]
    with pytest.raises(TreeError, match="'ROOT/x' stands in ROOT/acme"):
        tenancy_entries(tree(domains=[{"name": "ROOT/x"}]))


def test_an_account_is_made_with_its_first_user() -> None:
    assert made(tree(accounts=[ACCOUNT]), "account") == [
        {"name": "shop", "domain": "ROOT/acme", "password": "pw", **ALICE}
    ]
    own = {**ACCOUNT, "users": [{**ALICE, "password": "own"}]}
    assert [one["password"] for one in made(tree(accounts=[own]), "user")] == ["own"]
    with pytest.raises(TreeError, match="the account 'shop' in ROOT/acme has no users"):
        tenancy_entries(tree(accounts=[{"name": "shop"}]))
    directory = {"name": "ops", "ldap_domain": "cn=ops", "ldap_type": "GROUP"}
    assert made(tree(accounts=[directory]), "account") == [{**directory, "domain": "ROOT/acme"}]


def test_a_user_has_keys_or_pairs_of_them() -> None:
    pair = {"name": "build server", "rules": [{"rule": "list*"}]}
    own = {**ACCOUNT, "users": [{**ALICE, "key_pairs": [pair, {"name": "backup"}]}]}
    found = made(tree(accounts=[own]), "user_key")
    place = {"user": "alice", "domain": "ROOT/acme", "keys_shown": True}
    assert found == [{**place, **pair}, {**place, "name": "backup"}]
    files = [one["name"] for one in tenancy_files([*found, {"username": "bob", "domain": "ROOT/acme"}])]
    assert files == ["ROOT.acme.alice.build-server.ini", "ROOT.acme.alice.backup.ini", "ROOT.acme.bob.ini"]
    with pytest.raises(TreeError, match=r"would be written into ROOT\.acme\.alice\.build-server\.ini"):
        tenancy_files([*found, {**place, "name": "build/server"}])
    own["users"][0]["keys"] = True
    with pytest.raises(TreeError, match="the user 'alice' in ROOT/acme has keys and key_pairs"):
        tenancy_entries(tree(accounts=[own]))


def test_a_project_is_suspended_after_everything_else() -> None:
    still = {"name": "still", "account": "shop", "state": "suspended", "limits": {"cpu": 1}}
    busy = {"name": "busy", "account": "shop", "state": "active"}
    keyed = {**ACCOUNT, "users": [{**ALICE, "keys": True}]}
    found = tenancy_entries(tree(accounts=[keyed], projects=[still, busy], domains=[{"name": "dev"}]))
    assert [one["project"].get("state") for one in found["tenants"] if "project" in one] == [
        None,
        "active",
        "suspended",
    ]
    assert found["tenants"][-1] == {"project": {"name": "still", "domain": "ROOT/acme", "state": "suspended"}}
    assert found["all"] == [*found["tenants"], *found["keys"]], "the keys are the last ones"


@pytest.mark.parametrize(
    ("twice", "says"),
    [
        (
            {"accounts": [ACCOUNT, {**ACCOUNT, "users": [{**ALICE, "username": "bob"}]}]},
            "the account 'shop' of ROOT/acme",
        ),
        ({"accounts": [{**ACCOUNT, "users": [ALICE, ALICE]}]}, "the user 'alice' of ROOT/acme"),
        ({"accounts": [ACCOUNT, {**ACCOUNT, "name": "other"}]}, "the user 'alice' of ROOT/acme"),
        ({"projects": [{"name": "p", "account": "a"}, {"name": "p", "account": "b"}]}, "the project 'p' of ROOT/acme"),
        ({"domains": [{"name": "dev"}, {"name": "dev"}]}, "the domain 'ROOT/acme/dev'"),
    ],
)
def test_what_stands_twice_is_refused(twice: dict[str, Any], says: str) -> None:
    for account in twice.get("accounts", ()):
        account["users"] = [dict(user) for user in account["users"]]
    with pytest.raises(TreeError, match=f"the tree has {says}.* twice"):
        tenancy_entries(tree(**twice))


def test_the_same_name_in_two_places_is_no_repetition() -> None:
    limits = {"limits": {"cpu": 1}, "tagged_limits": [{"resource_type": "cpu", "tag": "gold", "limit": 1}]}
    both = [{"name": name, "accounts": [{**ACCOUNT, **limits}], **limits} for name in ("a", "b")]
    assert len(made({"domains": both}, "user")) == 2
    assert len(made({"domains": both}, "resource_limit")) == 8


def test_a_role_has_the_rules_of_its_modules_after_its_own() -> None:
    role = {
        "name": "r",
        "permissions": [{"name": "listZones", "permission": "deny"}],
        "modules": ["ssh_key", "zone_info"],
    }
    rules = made({"roles": [role]}, "role_permissions")[0]["rules"]
    assert rules[0] == {"name": "listZones", "permission": "deny"}
    names = [rule["name"] for rule in rules]
    assert len(names) == len(set(names))
    assert {"createSSHKeyPair", "deleteSSHKeyPair", "listSSHKeyPairs"} < set(names)
    assert made({"roles": [{"name": "bare"}]}, "role_permissions") == []


NOTHING: dict[str, Any] = {
    name: [] for name in ("domains", "accounts", "users", "projects", "members", "project_roles")
}
PATHS = [{"path": path} for path in ("ROOT", "ROOT/acme", "ROOT/acme/old", "ROOT/acmeister")]


def test_what_a_domain_has_besides_is_told() -> None:
    wanted = tree(accounts=[ACCOUNT], projects=[{"name": "p", "account": "shop", "members": [{"user": "alice"}]}])
    place = {"project": "p", "domain": "ROOT/acme"}
    found = {
        "domains": PATHS,
        "accounts": [{"item": "ROOT/acme", "accounts": [{"name": "Shop"}, {"name": "gone"},
                                                        {"name": "x", "is_default": True}]},
                     {"item": "ROOT/acme/old", "accounts": [{"name": "shop"}]}],
        "users": [{"item": "ROOT/acme", "users": [{"username": "alice", "account": "shop"},
                  {"username": "eve", "account": "shop"}, {"username": "zoe", "account": "gone"}]}],
        "projects": [{"item": "ROOT/acme", "projects": [{"name": "p"}, {"name": "q"}]}],
        "members": [{"item": place, "project_members": [{"account": "shop"}, {"account": "gone"}, {"user": "alice"},
                    {"user": "eve"}]}],
        "project_roles": [{"item": place, "project_roles": [{"name": "r"}]}],
    }  # fmt: skip
    surplus = tenancy_surplus(wanted, "ROOT/acme", found)
    assert surplus["entries"] == [
        {"domain": {"path": "ROOT/acme/old"}},
        {"account": {"name": "gone", "domain": "ROOT/acme"}},
        {"account": {"name": "shop", "domain": "ROOT/acme/old"}},
        {"user": {"username": "eve", "domain": "ROOT/acme"}},
        {"project": {"name": "q", "domain": "ROOT/acme", "clean_up": True}},
        {"project_role": {**place, "name": "r"}},
        {"project_member": {**place, "account": "gone"}},
        {"project_member": {**place, "user": "eve"}},
    ]
    assert [one.get("account") or one["project"] for one in surplus["holders"]] == ["gone", "shop", "q"]


@pytest.mark.parametrize("domain", ["ROOT", "/root/", "ROOT/other"])
def test_only_a_domain_of_the_tree_is_emptied(domain: str) -> None:
    with pytest.raises(TreeError, match="tenancy_purge_domain"):
        tenancy_surplus(tree(), domain, NOTHING)
