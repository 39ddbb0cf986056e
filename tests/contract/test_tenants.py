"""Domains, accounts and users where they are odd: paths, names that repeat, keys, callers with few rights."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.samples.tenants import PERSON, SAMPLES, TENANTS
from contract.tenants import acting_as, refused
from contract.test_contract import run_as_told
from contract.world import Tasks

USER = SAMPLES["user"]["create"]


@pytest.mark.parametrize("path", ["tenants", "/tenants", "ROOT/tenants", "root/Tenants", "ROOT/tenants/"])
def test_a_path_may_be_written_in_several_ways(tasks: Tasks, path: str) -> None:
    done = tasks.run("domain", {"path": path})
    assert (done["changed"], done["path"]) == (False, "ROOT/tenants")
    assert [one["path"] for one in tasks.info("domain", {"path": path})] == ["ROOT/tenants"]


def test_the_root_stands_under_nothing(tasks: Tasks) -> None:
    done = run_as_told(tasks, "domain", {"path": "ROOT", "network_domain": "cloud.example.com"})
    assert "parent_domain" not in done


def test_a_domain_is_renamed_and_moved_by_its_id(tasks: Tasks) -> None:
    tasks.run("domain", {"path": "ROOT/ops"})
    made = tasks.run("domain", {"path": "ROOT/tenants/dev"})
    below = tasks.run("domain", {"path": "ROOT/tenants/dev/a"})
    renamed = run_as_told(tasks, "domain", {"id": made["id"], "path": "tenants/test"})
    assert renamed["diff"]["before"]["path"] == "ROOT/tenants/dev"
    assert renamed["diff"]["after"]["path"] == "ROOT/tenants/test"
    moved = run_as_told(tasks, "domain", {"id": made["id"], "path": "ops/live"})
    assert (moved["name"], moved["parent_domain"], moved["path"]) == ("live", "ops", "ROOT/ops/live")
    assert tasks.info("domain", {"id": below["id"]})[0]["path"] == "ROOT/ops/live/a"


def test_a_domain_below_one_that_is_not_there_is_refused(tasks: Tasks) -> None:
    errors = load("errors")
    for check in (True, False):
        with pytest.raises(errors.NotFound, match="path: there is no domain 'ROOT/ops'"):
            tasks.run("domain", {"path": "ops/dev"}, check=check)
        assert tasks.writes == 0
    assert tasks.run("domain", {"path": "ops/dev", "state": "absent"})["changed"] is False


def test_a_domain_that_holds_something_is_only_removed_on_demand(tasks: Tasks) -> None:
    errors = load("errors")
    gone = {"path": "tenants", "state": "absent"}
    with pytest.raises(errors.OptionError, match=r"clean_up: .* Set clean_up=true"):
        tasks.run("domain", gone)
    assert tasks.run("domain", {**gone, "clean_up": True})["changed"]
    assert tasks.info("account", {"name": "platform"}) == []


def test_a_known_domain_costs_one_call(tasks: Tasks) -> None:
    tasks.run("domain", {"path": "tenants", "network_domain": ""})
    assert tasks.calls == 1


def test_accounts_of_one_name_in_two_domains_are_kept_apart(tasks: Tasks) -> None:
    tasks.run("domain", {"path": "ops"})
    made = run_as_told(tasks, "account", {**PERSON, "name": "web", "username": "web", "domain": "ops"})
    assert made["domain_path"] == "ROOT/ops"
    assert made["id"] != tasks.run("account", {"name": "web", **TENANTS})["id"]
    own = run_as_told(tasks, "account", {**PERSON, "name": "web", "username": "web"})
    assert own["domain_path"] == "ROOT", "without a domain it is the caller's own"
    assert len(tasks.info("account", {"name": "web"})) == 3


def test_an_account_is_renamed_by_its_id(tasks: Tasks) -> None:
    made = tasks.run("account", {"name": "web", **TENANTS})
    done = run_as_told(tasks, "account", {"id": made["id"], "name": "site", **TENANTS})
    assert done["diff"]["after"]["name"] == "site"


def test_the_role_decides_about_the_type_of_an_account(tasks: Tasks) -> None:
    options = {**PERSON, **TENANTS, "name": "chief", "username": "chief", "role": "Domain Admin"}
    assert run_as_told(tasks, "account", options)["account_type"] == "domain_admin"
    changed = run_as_told(tasks, "account", {**options, "role": "User"})
    assert changed["account_type"] == "user"
    assert "account_type" not in changed["diff"]["after"]


def test_an_account_of_a_directory(tasks: Tasks) -> None:
    group = "cn=operators,dc=example,dc=com"
    options = {
        **TENANTS,
        "name": "operators",
        "ldap_domain": group,
        "ldap_type": "GROUP",
        "network_domain": "o.example.com",
    }
    done = run_as_told(tasks, "account", options)
    assert done["network_domain"] == "o.example.com"
    assert "username" not in done
    commands = [call.command for call in tasks.simulator.calls]
    assert "linkAccountToLdap" in commands
    assert "createAccount" not in commands


def test_a_user_is_needed_to_make_an_account(tasks: Tasks) -> None:
    with pytest.raises(load("errors").OptionError, match="username is needed to create the account 'x'"):
        tasks.run("account", {**TENANTS, "name": "x"})
    assert tasks.writes == 0


def test_keys_are_made_once_and_told_each_time(tasks: Tasks) -> None:
    done = run_as_told(tasks, "user", {**USER, "keys_registered": True})
    again = tasks.run("user", {**USER, "keys_registered": True})
    assert {done[key] for key in ("user_api_key", "user_api_secret")} == {
        again["user_api_key"],
        again["user_api_secret"],
    }
    assert "user_api_secret" not in str(done["diff"])
    assert again["user_api_secret"] not in str(tasks.run("user", USER))
    assert again["user_api_secret"] not in str(tasks.info("user", {"username": "alice"}))
    assert tasks.run("user", {**USER, "keys_registered": False})["changed"] is False


def test_the_keys_of_a_pair_are_told_again_on_demand(tasks: Tasks) -> None:
    pair = SAMPLES["user_key"]["create"]
    made = tasks.run("user_key", pair)
    again = tasks.run("user_key", {**pair, "keys_shown": True})
    assert again["changed"] is False
    for key in ("user_api_key", "user_api_secret"):
        assert again[key] == made[key]
        assert made[key] not in str(tasks.run("user_key", pair)) + str(tasks.info("user_key", {"user": "platform"}))


def test_keys_of_a_server_that_makes_them_at_once(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    client = load("client").Client
    call = client.call

    def at_once(self: Any, command: str, params: Any = None) -> Any:
        answer = call(self, command, params)
        return self.wait_for(command, answer["jobid"]) if command == "registerUserKeys" else answer

    monkeypatch.setattr(client, "call", at_once)
    assert run_as_told(tasks, "user", {**USER, "keys_registered": True})["user_api_secret"]


def test_a_password_is_changed_on_demand(tasks: Tasks) -> None:
    tasks.run("user", USER)
    other = {**USER, "password": "another-one"}
    assert tasks.run("user", other)["changed"] is False
    for _ in range(2):
        done = tasks.run("user", {**other, "update_password": "always"})
        assert (done["changed"], tasks.writes) == (True, 1)
        assert "another-one" not in str(done)
    assert tasks.simulator.store.first("user", username="alice")["_password"] == "another-one"


def test_a_second_factor_is_turned_off_and_never_on(tasks: Tasks) -> None:
    tasks.run("user", USER)
    tasks.simulator.store.first("user", username="alice")["_secondfactorworks"] = True
    with pytest.raises(load("errors").OptionError, match="two_factor_enabled: 'True' cannot be had from here"):
        tasks.run("user", {**USER, "two_factor_enabled": True})
    assert run_as_told(tasks, "user", {**USER, "two_factor_enabled": False})["two_factor_enabled"] is False


def test_an_ordinary_user_changes_the_own_user(tasks: Tasks) -> None:
    with acting_as(tasks, "bob"):
        own = {"username": "bob", "email": "bob@example.org"}
        assert run_as_told(tasks, "user", own)["changed"]
        assert run_as_told(tasks, "user", {**own, "timezone": "UTC", "domain": "ROOT/tenants"})["changed"]
        assert tasks.run("account", {"name": "bob"})["changed"] is False
        assert set(refused(tasks)) <= {"listDomains"}
        with pytest.raises(load("errors").ApiError) as caught:
            tasks.run("account", {**PERSON, "name": "more", "username": "more"})
        assert caught.value.code == 432


def test_a_domain_administrator_works_in_the_own_tree(tasks: Tasks) -> None:
    with acting_as(tasks, "chief", "domain_admin"):
        assert run_as_told(tasks, "domain", {"path": "tenants/dev"})["changed"]
        account = {**PERSON, "name": "dev", "username": "dev", "domain": "tenants/dev"}
        assert run_as_told(tasks, "account", account)["changed"]
        user = {**PERSON, "username": "second", "account": "dev", "domain": "tenants/dev", "keys_registered": True}
        assert run_as_told(tasks, "user", user)["user_api_secret"]
        for state in ("locked", "enabled", "absent"):
            assert tasks.run("user", {**user, "state": state})["changed"], state
        assert tasks.run("domain", {"path": "tenants/dev", "clean_up": True, "state": "absent"})["changed"]
        assert refused(tasks) == []
