"""Limits where they are odd: for tags, many at once, and those that an owner cannot have."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import apis, load
from contract.samples.tenants import TENANTS
from contract.tenants import acting_as
from contract.test_contract import run_as_told
from contract.world import Tasks

WEB = {**TENANTS, "account": "web"}
PROJECT = {**TENANTS, "project": "infrastructure"}


@pytest.fixture(autouse=True)
def _tags(tasks: Tasks) -> None:
    """The cloud keeps limits for tags."""
    tasks.run("configuration", {"name": "resource.limit.host.tags", "value": "fast,slow"})
    tasks.run("configuration", {"name": "resource.limit.storage.tags", "value": "local"})


def limit(tasks: Tasks, owner: dict[str, str], kind: str, tag: str = "") -> int:
    """What an owner may have of something."""
    found = tasks.info("resource_limit", {**owner, "resource_type": kind})
    return next(int(one["limit"]) for one in found if one.get("tag", "") == tag)


@pytest.mark.parametrize("owner", [TENANTS, WEB, PROJECT], ids=["domain", "account", "project"])
def test_a_limit_for_a_tag_stands_beside_the_one_without(tasks: Tasks, owner: dict[str, str]) -> None:
    plain = {**owner, "resource_type": "instance", "limit": 9}
    run_as_told(tasks, "resource_limit", plain)
    done = run_as_told(tasks, "resource_limit", {**plain, "tag": "fast", "limit": 3})
    assert done["tag"] == "fast"
    assert [limit(tasks, owner, "instance", tag) for tag in ("", "fast")] == [9, 3]
    run_as_told(tasks, "resource_limit", {**plain, "limit": 12})
    assert [limit(tasks, owner, "instance", tag) for tag in ("", "fast")] == [12, 3]
    assert len(tasks.info("resource_limit", {**owner, "tag": "fast"})) == 4, "what is counted for tags of hosts"


def test_a_limit_for_a_tag_that_was_never_set_is_the_one_without(tasks: Tasks) -> None:
    run_as_told(tasks, "resource_limit", {**WEB, "resource_type": "cpu", "limit": 6})
    assert limit(tasks, WEB, "cpu", "slow") == 6


@pytest.mark.parametrize(
    "options",
    [{"resource_type": "instance", "tag": "none", "limit": 3}, {"resource_type": "network", "tag": "fast", "limit": 3}],
    ids=["unknown", "no tags"],
)
def test_a_tag_that_is_not_counted_is_refused(tasks: Tasks, options: dict[str, Any]) -> None:
    errors = load("errors")
    many = {"tagged_limits": {options["tag"]: {options["resource_type"]: 3}}}
    for name, given in (("resource_limit", options), ("resource_limits", many)):
        with pytest.raises(errors.OptionError, match=r"resource\.limit\.host\.tags"):
            tasks.run(name, {**WEB, **given})
        assert tasks.writes == 0
    assert tasks.info("resource_limit", {**WEB, "tag": "none"}) == []


def test_only_the_limits_that_differ_are_sent(tasks: Tasks) -> None:
    options = {
        **PROJECT,
        "limits": {"instance": 20, "network": 4, "volume": "7"},
        "tagged_limits": {"fast": {"cpu": 3}},
    }
    done = run_as_told(tasks, "resource_limits", options)
    assert done["limits"] == {"instance": 20, "network": 4, "volume": 7}
    assert done["diff"]["before"] == {
        "limits": {"instance": 20, "network": 20, "volume": 20}, "tagged_limits": {"fast": {"cpu": 40}}
    }  # fmt: skip
    assert tasks.run("resource_limits", options)["changed"] is False
    assert tasks.calls == 3, "the domain, the project and one list"
    tasks.run("resource_limits", {**options, "tagged_limits": {"fast": {"cpu": 2}}})
    assert tasks.writes == 1


def test_a_limit_for_a_tag_does_not_follow_when_both_are_named(tasks: Tasks) -> None:
    options = {**WEB, "limits": {"instance": 30}, "tagged_limits": {"fast": {"instance": 20}}}
    run_as_told(tasks, "resource_limits", options)
    assert [limit(tasks, WEB, "instance", tag) for tag in ("", "fast", "slow")] == [30, 20, 30]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"limits": {"instances": 3}}, "limits: there is no limit called 'instances'. There are instance,"),
        ({"limits": {"cpu": "many"}}, "limits: .* says 'many' for cpu; give a number"),
        ({"limits": {"cpu": -2}}, "limits: .* says '-2' for cpu"),
        ({"tagged_limits": {"fast": {"cpus": 3}}}, "tagged_limits: there is no limit called 'cpus'"),
        ({"tagged_limits": {"fast": 3}}, "tagged_limits: .* is no mapping"),
    ],
)
def test_bad_limits_are_refused(tasks: Tasks, options: dict[str, Any], message: str) -> None:
    with pytest.raises(load("errors").OptionError, match=message):
        tasks.run("resource_limits", {**WEB, **options})
    assert tasks.writes == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"resource_type": "instance", "limit": 3}, "account: .*Root administrators have no limits"),
        ({"domain": "ROOT", "resource_type": "instance", "limit": 3}, "domain: .*The root domain has no limits"),
        ({**WEB, "resource_type": "cpu", "tag": "fast", "limit": 99}, "tag: .*Raise the limit without a tag first"),
        ({"domain": "ROOT/tenants/a", "resource_type": "cpu", "limit": 9}, "domain: .*Raise the limit of the domain"),
    ],
)
def test_limits_that_an_owner_cannot_have(tasks: Tasks, options: dict[str, Any], message: str) -> None:
    tasks.run("domain", {"path": "ROOT/tenants/a"})
    tasks.run("resource_limit", {**TENANTS, "resource_type": "cpu", "limit": 8})
    with pytest.raises(load("errors").OptionError, match=message):
        tasks.run("resource_limit", options)


def test_who_stands_above_sets_many_limits(tasks: Tasks) -> None:
    with acting_as(tasks, "chief", "domain_admin"):
        run_as_told(tasks, "resource_limits", {**WEB, "limits": {"instance": 3, "cpu": 5}})
        with pytest.raises(load("errors").OptionError, match="Only those above"):
            tasks.run("resource_limits", {**TENANTS, "limits": {"instance": 3}})
    with acting_as(tasks, "worker"):
        assert tasks.run("resource_limits", {"limits": {"instance": 20}})["changed"] is False, "one's own can be read"


def test_a_cut_run_sets_the_rest(tasks: Tasks) -> None:
    options = {**WEB, "limits": {"instance": 3, "cpu": 5, "network": 2}}
    for kind in ("close_before", "close_after", "503"):
        tasks.simulator.faults.add(kind, "updateResourceLimit", nth=2)
        tasks.run("resource_limits", options)
        assert tasks.run("resource_limits", options)["changed"] is False, kind
        options["limits"] = {name: number + 1 for name, number in options["limits"].items()}


def test_what_sets_an_entry_exists() -> None:
    module = load("resources.resource_limits")
    (sent,) = module._tagged_commands("fast", {"cpu": 3}, None)
    assert {*sent, *module.BY_OWNER} <= set(apis()["updateResourceLimit"]["params"])
