"""Permissions of networks: one for each account and project, and only where a network has one owner."""

from __future__ import annotations

import pytest

from contract.catalogue import load
from contract.samples import OFFERING, SHARED, ZONE
from contract.samples.tenants import TENANTS
from contract.tenants import acting_as
from contract.test_contract import run_as_told
from contract.world import Tasks

NETWORK = {**ZONE, "network": "web-net"}
ALL = {**SHARED, "name": "all"}


def test_a_project_and_an_account_are_apart(tasks: Tasks) -> None:
    status, _ = tasks.simulator.request("createProject", name="shop", displaytext="shop")
    assert status == 200
    tasks.simulator.request("listProjects")
    run_as_told(tasks, "network_permission", {**NETWORK, "for_account": "deputy"})
    made = run_as_told(tasks, "network_permission", {**NETWORK, "for_project": "shop"})
    assert (made["for_project"], "for_account" in made) == ("shop", False)
    assert len(tasks.info("network_permission", NETWORK)) == 2
    assert tasks.run("network_permission", {**NETWORK, "for_project": "shop", "state": "absent"})["changed"]
    assert tasks.run("network_permission", {**NETWORK, "for_account": "deputy"})["changed"] is False


def test_the_network_of_another_owner_is_found(tasks: Tasks) -> None:
    team = {"domain": TENANTS["domain"], "project": "infrastructure"}
    for owner, name in (({**TENANTS, "account": "web"}, "of-web"), (team, "of-team")):
        tasks.run("network", {**ZONE, **owner, "name": name, "network_offering": OFFERING})
        mine = {**ZONE, **owner, "network": name}
        made = run_as_told(tasks, "network_permission", {**mine, "for_account": "platform"})
        assert (made["for_account"], "account" in made, "project" in made) == ("platform", False, False)
        assert [one["for_account"] for one in tasks.info("network_permission", mine)] == ["platform"]
        assert tasks.run("network_permission", {**mine, "for_account": "platform", "state": "absent"})["changed"]


def test_an_ordinary_user_names_the_own_network_by_its_owner(tasks: Tasks) -> None:
    with acting_as(tasks, "bob"):
        tasks.run("network", {**ZONE, "name": "mine", "network_offering": OFFERING})
        mine = {**ZONE, **TENANTS, "account": "bob", "network": "mine"}
        run_as_told(tasks, "network_permission", {**mine, "for_account": "web"})
        assert [one["for_account"] for one in tasks.info("network_permission", mine)] == ["web"]


def test_refusals_say_what_to_do(tasks: Tasks) -> None:
    errors = load("errors")
    tasks.run("network", ALL)
    with pytest.raises(errors.OptionError, match="Shared networks say with their scope"):
        tasks.run("network_permission", {**ZONE, "network": "all", "for_account": "deputy"})
    with pytest.raises(errors.OptionError, match="Name an account of the domain"):
        tasks.run("network_permission", {**NETWORK, "for_account": "nobody"})
