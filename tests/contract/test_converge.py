"""Many resources in one task: the same cloud as one by one, planned as a whole, asked for together."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cloudstack_simulator import Simulator
from cloudstack_simulator.jobs import AtOnce
from contract.catalogue import load
from contract.fleet import WORLD, converge, entries, instances, likeness
from contract.samples import KEY_ONE, KEY_TWO, ZONE
from contract.world import KEY, SECRET, Tasks

ENABLED = next(at for at, (kind, options) in enumerate(WORLD) if options.get("state") == "enabled" and kind == "zone")
MOST_CALLS = 2 * len({kind for kind, options in WORLD})
"""Calls of a run that finds everything in order: a list of each kind, and the places that names are looked for in."""

SSH = {**ZONE, "public_port": 22, "private_port": 22}


@pytest.fixture
def empty() -> Iterator[Tasks]:
    """Tasks in an empty cloud."""
    simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
    simulator.jobs.policy = AtOnce()
    with simulator.serve() as server:
        yield Tasks(simulator, server.url)
    assert simulator.defects == []


def test_the_world_in_one_task_is_the_world_of_many(empty: Tasks, tasks: Tasks) -> None:
    told = converge(empty, entries(WORLD), check=True)
    assert empty.writes == 0
    assert told["changed"]
    assert [(row["kind"], row["changed"]) for row in told["resources"]] == [(kind, True) for kind, options in WORLD]

    done = converge(empty, entries(WORLD))
    assert [row["changed"] for row in done["resources"]] == [True] * len(WORLD), done.get("msg")
    assert likeness(empty) == likeness(tasks)
    assert all(row["result"]["id"] for row in done["resources"] if row["kind"] not in ("ssh_key", "configuration"))

    again = converge(empty, entries(WORLD))
    assert not again["changed"]
    assert "diff" not in again
    assert empty.writes == 0
    assert empty.calls <= MOST_CALLS


def test_check_mode_tells_what_the_run_does(tasks: Tasks) -> None:
    fleet = [
        {
            "network": {
                **ZONE,
                "name": "app-net",
                "network_offering": "DefaultIsolatedNetworkOfferingWithSourceNatService",
            }
        },
        *instances(4, networks=["app-net"], state="stopped"),
        {"pod": {**ZONE, "name": "pod-1", "end_ip": "10.0.1.110"}},
        {"ssh_key": {"name": "deploy"}},
        {"ip_address": {**ZONE, "network": "app-net", "ip_address": "198.51.100.60"}},
        {
            "portforward": {
                **ZONE,
                "ip_address": "198.51.100.60",
                "public_port": 22,
                "private_port": 22,
                "vm": "node-000",
            }
        },
    ]
    told = converge(tasks, fleet, check=True)
    assert tasks.writes == 0
    done = converge(tasks, fleet)
    assert done["diff"] == told["diff"], done.get("msg")
    for foretold, row in zip(told["resources"], done["resources"], strict=True):
        assert (foretold["kind"], foretold["name"], foretold["changed"]) == (row["kind"], row["name"], row["changed"])
    assert done["resources"][5]["diff"] == {
        "before": {**done["resources"][5]["diff"]["after"], "end_ip": "10.0.1.100"},
        "after": {**done["resources"][5]["diff"]["before"], "end_ip": "10.0.1.110"},
    }
    assert done["resources"][6]["changed"] is False
    assert not converge(tasks, fleet)["changed"]


def test_a_mapping_by_kind_is_the_same_as_a_list(tasks: Tasks) -> None:
    keys = [{"name": "one", "public_key": KEY_ONE}, {"name": "two", "public_key": KEY_TWO}]
    done = converge(tasks, {"ssh_key": keys, "pod": {**ZONE, "name": "pod-1"}})
    assert [(row["kind"], row["name"], row["changed"]) for row in done["resources"]] == [
        ("ssh_key", "one", True),
        ("ssh_key", "two", True),
        ("pod", "pod-1", False),
    ]
    assert not converge(tasks, [*({"ssh_key": key} for key in keys)])["changed"]


@settings(
    max_examples=4,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32))
def test_the_order_of_entries_does_not_matter(empty: Tasks, tasks: Tasks, seed: int) -> None:
    chance = random.Random(seed)
    before, after = entries(WORLD)[:ENABLED], entries(WORLD)[ENABLED:]
    shuffled = [*chance.sample(before, len(before)), after[0], *chance.sample(after[1:], len(after) - 1)]
    empty.simulator.reset()
    told = converge(empty, shuffled, check=True)
    assert all(row["changed"] for row in told["resources"]), told.get("msg")
    done = converge(empty, shuffled)
    assert all(row["changed"] for row in done["resources"]), done.get("msg")
    assert likeness(empty) == likeness(tasks)


def test_absent_takes_down_in_reverse_order(tasks: Tasks) -> None:
    fleet: list[dict[str, Any]] = [
        {"network": {**ZONE, "name": "web-net"}},
        {"instance": {**ZONE, "name": "web-1", "state": "expunged"}},
        {"ip_address": {**ZONE, "ip_address": "198.51.100.50"}},
        {"instance": {**ZONE, "name": "web-2", "state": "expunged"}},
        {"ip_address": {**ZONE, "ip_address": "198.51.100.51"}},
        {"ssh_key": {"name": "deploy"}},
        {"network": {**ZONE, "name": "web-net"}},
    ]
    told = converge(tasks, fleet, check=True, state="absent")
    assert tasks.writes == 0
    done = converge(tasks, fleet, state="absent")
    assert [row["changed"] for row in done["resources"]] == [True] * 6 + [False], done.get("msg")
    assert done["diff"] == told["diff"]
    writes = [call.command for call in tasks.simulator.calls if call.write]
    assert writes.index("deleteNetwork") > max(at for at, one in enumerate(writes) if one == "destroyVirtualMachine")
    assert not converge(tasks, fleet, state="absent")["changed"]
    assert tasks.writes == 0


def test_nothing_is_sent_when_a_plan_fails(tasks: Tasks) -> None:
    fleet = [{"ssh_key": {"name": "one"}}, {"pod": {**ZONE, "name": "pod-1", "gateway": "10.0.1"}}, *instances(2)]
    wrong = [*fleet, *instances(1, template="no such template")]
    done = converge(tasks, wrong)
    assert tasks.writes == 0
    assert done["failed"]
    assert not done["changed"]
    assert [row.get("failed", False) for row in done["resources"]] == [False, True, False, False, True]
    assert [row.get("skipped", False) for row in done["resources"]] == [True, False, True, True, False]
    assert "2 of 5 resources failed" in done["msg"]
    assert "no such template" in done["msg"]
    assert done["failure"]["option"] == "gateway"


def test_errors_may_leave_the_others_to_go_on(tasks: Tasks) -> None:
    fleet = [{"ssh_key": {"name": "one"}}, {"pod": {**ZONE, "name": "pod-1", "gateway": "10.0.1"}}, *instances(2)]
    done = converge(tasks, fleet, on_error="continue")
    assert [row["changed"] for row in done["resources"]] == [True, False, True, True]
    assert done["failed"]
    assert done["changed"]
    assert not converge(tasks, [fleet[0], *fleet[2:]])["changed"]


@pytest.mark.parametrize(
    ("resources", "message"),
    [
        ([{"volcano": {}}], r"resources\[0\]: there is no kind 'volcano'. The kinds are .*zone, "),
        ([{"system_vm": {}}], "there is no kind 'system_vm'"),
        ([{"ssh_key": {"name": "a"}}, {"zone": {"name": "a", "nmae": "a"}}], r"resources\[1\], a zone: .*nmae"),
        ([{"zone": {"name": "a", "state": "on"}}], r"resources\[0\], a zone: value of state must be one of"),
        ([{"zone": {"name": "a", "api_key": "b"}}], "api_key"),
        ([{"zone": "a"}], "the options of a zone are a mapping"),
        ([{"zone": {}, "pod": {}}], r"resources\[0\]: an entry is a mapping of one kind"),
        (["zone"], r"resources\[0\]: an entry is a mapping of one kind"),
        ("zone", "resources"),
        (7, "resources"),
        ({"zone": ["a"]}, "the options of a zone are a mapping"),
    ],
)
def test_what_is_no_fleet_is_a_clear_error(tasks: Tasks, resources: Any, message: str) -> None:
    with pytest.raises(load("errors").OptionError, match=message):
        converge(tasks, resources)
    assert tasks.calls == 0


def test_nobody_working_is_an_error(tasks: Tasks) -> None:
    with pytest.raises(load("errors").OptionError, match="max_parallel: 0 "):
        converge(tasks, [], max_parallel=0)


def test_an_empty_fleet_costs_nothing(tasks: Tasks) -> None:
    assert converge(tasks, []) == {"changed": False, "resources": []}
    assert tasks.calls == 0


def test_a_disk_that_is_to_be_made_is_none_of_an_instance(tasks: Tasks) -> None:
    converge(tasks, instances(1))
    policy = {**ZONE, "vm": "node-000", "interval_type": "hourly", "schedule": "15", "max_snaps": 2}
    resources = [
        {"volume": {**ZONE, "name": "spare", "disk_offering": "Small"}},
        {"volume_snapshot_policy": policy},
    ]
    told = converge(tasks, resources, check=True)
    assert not told.get("failed"), told["msg"]
    done = converge(tasks, resources)
    for run in (told, done):
        assert [one["changed"] for one in run["resources"]] == [True, True]
    assert not converge(tasks, resources)["changed"]


def test_domains_in_domains_and_their_first_users_are_foretold(tasks: Tasks) -> None:
    person = {"first_name": "A", "last_name": "Example", "email": "a@example.com", "password": "not-a-real-one"}
    wish: list[dict[str, Any]] = [
        {"domain": {"path": path}} for path in ("ROOT/a/dev/web", "ROOT/b/dev", "ROOT/a/dev", "ROOT/b", "ROOT/a")
    ]
    for path in ("ROOT/a/dev", "ROOT/b/dev"):
        wish += [
            {"account": {**person, "name": "shop", "username": "shop", "domain": path}},
            {"user": {**person, "username": "shop", "account": "shop", "domain": path}},
        ]
    told = converge(tasks, wish, check=True)["resources"]
    done = converge(tasks, wish)["resources"]
    assert [row["changed"] for row in told] == [row["changed"] for row in done]
    assert [row.get("diff") for row in told] == [row.get("diff") for row in done]
    assert [row["name"] for row in done if not row["changed"]] == ["shop", "shop"], "an account brings its first user"
    assert converge(tasks, wish)["changed"] is False
    gone = [entry for entry in wish if "user" not in entry]
    assert converge(tasks, gone, state="absent")["changed"]
    assert tasks.info("domain", {"path": "ROOT/a"}) == []
