"""Projects, their members and roles, roles of accounts, and limits, where they are odd."""

from __future__ import annotations

import pytest

from contract.catalogue import load
from contract.fleet import converge
from contract.samples import KEY_ONE
from contract.samples.tenants import PERSON, PROJECT, TENANTS
from contract.tenants import acting_as, refused
from contract.test_contract import run_as_told
from contract.world import Tasks
from helpers.tenants import tenant_differences, tenants
from helpers.tenants_trees import PERSON as NAMES
from helpers.trees import empty_cloud

STILL = {
    "name": "still",
    "account": "web",
    "state": "suspended",
    "limits": {"instance": 3},
    "ssh_keys": [{"name": "key", "public_key": KEY_ONE}],
    "roles": [{"name": "observers", "permissions": [{"name": "list*", "permission": "allow"}]}],
    "members": [{"account": "mail", "role_type": "Regular"}],
}
LIMIT = {"resource_type": "instance", "limit": 7}


def test_an_invitation_is_sent_once_and_accepted(tasks: Tasks) -> None:
    tasks.simulator.store.need("configuration", "project.invite.required")["value"] = "true"
    member = {**PROJECT, "account": "web"}
    assert tasks.run("project_member", member)["changed"]
    for check in (True, False):
        assert tasks.run("project_member", member, check=check)["changed"] is False
    accepted = {**member, "state": "accepted"}
    assert run_as_told(tasks, "project_member", accepted)["account"] == "web"
    assert tasks.run("project_member", {**member, "state": "absent"})["changed"]


def test_an_invitation_is_taken_back(tasks: Tasks) -> None:
    tasks.simulator.store.need("configuration", "project.invite.required")["value"] = "true"
    member = {**PROJECT, "account": "web"}
    tasks.run("project_member", member)
    gone = {**member, "state": "absent"}
    assert tasks.run("project_member", gone)["changed"]
    assert tasks.run("project_member", gone)["changed"] is False


def test_a_single_user_is_a_member(tasks: Tasks) -> None:
    user = {**PROJECT, "user": "web"}
    assert run_as_told(tasks, "project_member", user)["user"] == "web"
    assert tasks.run("project_member", {**PROJECT, "account": "web"}, check=True)["changed"], "the account is not one"
    assert tasks.run("project_member", {**user, "state": "absent"})["changed"]


def test_projects_of_one_name_in_two_domains_are_kept_apart(tasks: Tasks) -> None:
    own = run_as_told(tasks, "project", {"name": "infrastructure"})
    assert (own["domain"], own["account"]) == ("ROOT", "admin")
    assert len(tasks.info("project", {"name": "infrastructure"})) == 2
    with pytest.raises(load("errors").Ambiguous, match="project: 2 projects answer to 'infrastructure'"):
        tasks.run("project_role", {"name": "observers", "project": "infrastructure"})


def test_an_ordinary_user_has_a_project(tasks: Tasks) -> None:
    with acting_as(tasks, "bob"):
        assert run_as_told(tasks, "project", {"name": "mine"})["account"] == "bob"
        assert run_as_told(tasks, "project_role", {"name": "readers", "project": "mine"})["changed"]
        member = {"project": "mine", "account": "web", "project_role": "readers"}
        assert run_as_told(tasks, "project_member", member)["changed"]
        assert tasks.run("project_member", {**member, "state": "absent"})["changed"]
        assert tasks.run("project", {"name": "mine", "state": "absent"})["changed"]
        assert refused(tasks) == []


def test_a_suspended_project_is_made_in_one_run_wherever_a_run_before_was_cut() -> None:
    accounts = [{"name": name, "users": [{"username": name, **NAMES}]} for name in ("web", "mail")]
    tree = {"domains": [{"name": "acme", "limits": {"instance": 9}, "accounts": accounts, "projects": [STILL]}]}
    for cut in ("updateResourceLimit", "addAccountToProject", "registerSSHKeyPair", "suspendProject", ""):
        with empty_cloud() as tasks:
            told = converge(tasks, tenants(tree), check=True, on_error="continue")
            if cut:
                tasks.simulator.faults.add("530", cut)
                assert converge(tasks, tenants(tree))["failed"], cut
            done = converge(tasks, tenants(tree))
            assert not done.get("failed"), done.get("msg")
            for side in ("before", "after") if not cut else ():
                shown = [
                    {name: one for name, one in found["diff"][side].items() if "limit" not in name}
                    for found in (told, done)
                ]
                assert shown[0] == shown[1]
            (project,) = tasks.info("project", {"name": "still"})
            assert project["state"] == "Suspended"
            assert tenant_differences(tasks, tree) == []
            assert converge(tasks, tenants(tree))["changed"] is False
            assert tasks.writes == 0, "it is not activated and suspended again"


def test_what_a_suspended_project_does_not_take_is_explained(tasks: Tasks) -> None:
    tasks.run("project", {**TENANTS, "name": "infrastructure", "state": "suspended"})
    with pytest.raises(load("errors").OptionError, match=r"^project: .* have it active first"):
        tasks.run("resource_limit", {**PROJECT, **LIMIT})


def test_a_role_is_made_from_rules(tasks: Tasks) -> None:
    rules = [{"rule": "list*"}, {"rule": "*", "permission": "deny"}]
    options = {"name": "Reader", "role_type": "User", "rules": rules}
    run_as_told(tasks, "role", options)
    held = tasks.info("role_permission", {"role": "Reader"})
    assert [(one["name"], one["permission"]) for one in held] == [("list*", "allow"), ("*", "deny")]


def test_a_role_is_a_copy(tasks: Tasks) -> None:
    tasks.run("role", {"name": "Reader", "role_type": "DomainAdmin", "rules": [{"rule": "list*"}]})
    copy = tasks.run("role", {"name": "Copy", "clone_from": "Reader"})
    assert copy["role_type"] == "DomainAdmin"
    assert [one["name"] for one in tasks.info("role_permission", {"role": "Copy"})] == ["list*"]


def test_a_role_in_use_is_not_removed(tasks: Tasks) -> None:
    tasks.run("account", {**PERSON, **TENANTS, "name": "help", "username": "help", "role": "Support"})
    with pytest.raises(load("errors").OptionError, match="Give the accounts that have it another role first"):
        tasks.run("role", {"name": "Support", "state": "absent"})


@pytest.mark.parametrize(
    "owner",
    [TENANTS, {**TENANTS, "account": "web"}, {**TENANTS, "project": "infrastructure"}],
    ids=["domain", "account", "project"],
)
def test_a_limit_is_set_for_its_owner_alone(tasks: Tasks, owner: dict[str, str]) -> None:
    done = run_as_told(tasks, "resource_limit", {**LIMIT, **owner})
    assert done["limit"] == 7
    others = [one for one in ({**TENANTS}, {**TENANTS, "account": "web"}) if one != owner]
    for other in others:
        assert tasks.info("resource_limit", {"resource_type": "instance", **other})[0]["limit"] != 7


def test_limits_of_those_above_are_not_for_the_caller_to_set(tasks: Tasks) -> None:
    with acting_as(tasks, "chief", "domain_admin"):
        assert tasks.run("resource_limit", {**LIMIT, **TENANTS, "account": "web"})["changed"]
        with pytest.raises(load("errors").OptionError, match="Only those above"):
            tasks.run("resource_limit", {**LIMIT, **TENANTS})
