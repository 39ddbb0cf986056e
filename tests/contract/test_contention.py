"""Two at once, and many at once while a third of the answers fail: one of everything in the end."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from cloudstack_simulator.jobs import AfterPolls
from contract.catalogue import declared, load
from contract.fleet import converge, hosts, instances
from contract.samples import OFFERING, SAMPLES, ZONE
from contract.test_contract import begun, prepare
from contract.turns import Turns, in_order
from contract.world import Tasks

TREE: list[dict[str, Any]] = [
    {"domain": {"path": "ROOT/both"}},
    {"affinity_group": {"name": "apart", "affinity_type": "host anti-affinity"}},
    {"security_group": {"name": "both"}},
    {"network": {**ZONE, "name": "both-net", "network_offering": OFFERING}},
    {"vpc": {**ZONE, "name": "both-vpc", "cidr": "10.77.0.0/16"}},
    {"network_acl": {**ZONE, "vpc": "both-vpc", "name": "both-acl"}},
    {"volume": {**ZONE, "name": "both-disk", "disk_offering": "Small"}},
    {"firewall": {**ZONE, "ip_address": "198.51.100.50", "port": 8088}},
    {"portforward": {**ZONE, "ip_address": "198.51.100.50", "public_port": 8088, "private_port": 80, "vm": "web-1"}},
    *instances(2, networks=["both-net"]),
]
LISTS = {
    "listDomains": "name",
    "listAffinityGroups": "name",
    "listSecurityGroups": "name",
    "listNetworks": "name",
    "listVPCs": "name",
    "listNetworkACLLists": "name",
    "listVirtualMachines": "name",
    "listVolumes": "name",
    "listFirewallRules": "startport",
    "listPortForwardingRules": "publicport",
}
"""What lists the kinds of the tree, and what tells those of a kind apart."""


@pytest.fixture(autouse=True)
def _as_before(tasks: Tasks) -> Iterator[None]:
    yield
    tasks.simulator.jobs.policy = AfterPolls(1)
    tasks.simulator.faults.clear()


def held(tasks: Tasks) -> Counter[tuple[str, str]]:
    """How many there are of everything that the tree has kinds for."""
    found: Counter[tuple[str, str]] = Counter()
    for command, key in LISTS.items():
        rows = {row["id"]: row for row in tasks.client.list(command, {"listall": True})}
        found.update((command, str(row.get(key))) for row in rows.values())
    return found


def second(tasks: Tasks) -> Tasks:
    """Another run of the same user's, over connections of its own."""
    return Tasks(tasks.simulator, tasks.client.settings.url)


def test_a_run_that_was_planned_before_another_one_makes_no_second(
    tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    fleet = load("fleet.converge").Fleet
    carry_out = fleet._carry_out
    before, results = held(tasks), []

    def late(self: Any, todo: Any) -> None:
        monkeypatch.setattr(fleet, "_carry_out", carry_out)
        results.append(converge(second(tasks), TREE))
        carry_out(self, todo)

    monkeypatch.setattr(fleet, "_carry_out", late)
    done = converge(tasks, TREE)
    assert "failed" not in done, done["msg"]
    assert "failed" not in results[0], results[0]["msg"]
    more = held(tasks) - before
    assert set(more.values()) == {1}
    assert len(more) >= len(TREE)
    assert not converge(tasks, TREE)["changed"]


def with_a_faster_one(tasks: Tasks, monkeypatch: pytest.MonkeyPatch, name: str, options: dict[str, Any]) -> Any:
    """Run a task; when it has looked and found nothing, another run does the same. What the task told, or its error."""
    engine = load("engine").Engine
    look, faster = engine.look, []

    def looked(self: Any, *args: Any) -> Any:
        found = look(self, *args)
        if not faster and found.current is None:
            faster.append(True)
            second(tasks).run(name, options)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(engine, "look", looked)
        try:
            return tasks.run(name, options)
        except load("errors").CloudError as error:
            return error


def test_a_refusal_without_anybody_else_is_told(tasks: Tasks) -> None:
    pod = {**ZONE, "name": "other", "gateway": "10.0.1.1", "netmask": "255.255.255.0", "start_ip": "10.0.1.10"}
    with pytest.raises(load("errors").CloudError):
        tasks.run("pod", pod)
    assert sum(call.command == "createPod" for call in tasks.simulator.calls) == 1


def test_two_threads_end_with_one_of_everything(tasks: Tasks) -> None:
    before = held(tasks)
    runs = [second(tasks), second(tasks)]
    results: dict[int, dict[str, Any]] = {}
    gate = threading.Barrier(2)

    def run(number: int) -> None:
        gate.wait()
        results[number] = converge(runs[number], TREE)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(results) == [0, 1]
    assert ["failed" in one for one in results.values()] == [False, False], [one.get("msg") for one in results.values()]
    assert set((held(tasks) - before).values()) == {1}
    assert not converge(tasks, TREE)["changed"]


TAGGED = {**ZONE, "network": "web-net", "tags": [{"key": "name", "value": "shop"}]}
DOUBLED: dict[str, tuple[dict[str, Any], str]] = {
    "disk_offering": ({"name": "both", "disk_size": 5}, "listDiskOfferings"),
    "volume": ({**ZONE, "name": "both", "disk_offering": "Small", "vm": "web-1", "state": "attached"}, "listVolumes"),
    "ip_address": (TAGGED, "listPublicIpAddresses"),
    "role_permission": ({"name": "listZ*", "role": "both"}, "listRolePermissions"),
}
"""Of which the server takes a second one: made at once, with steps after that, without a name, without an id."""

EVERY_BEGINNING = [tuple((number >> turn) & 1 for turn in range(6)) for number in range(64)]


def raced(
    tasks: Tasks, name: str, options: dict[str, Any], runs: int, choose: Any, patient: bool = False
) -> dict[int, Any]:
    """What came of the same task in several runs whose calls come in an order."""
    works = {who: (second(tasks), lambda own: own.run(name, options)) for who in range(runs)}
    return Turns(choose, patient).run(works)


def of_task(tasks: Tasks, name: str, options: dict[str, Any]) -> list[str]:
    """The ids of all that answer to the options of a task."""
    kind = load("registry").KINDS[name]
    return [row["id"] for row in load("find").Finder(load("resolve").Resolver(tasks.client), kind, options).standing()]


@pytest.mark.parametrize("order", EVERY_BEGINNING, ids=lambda order: "".join(map(str, order)))
def test_of_two_runs_one_thing_stays_whatever_comes_between_their_calls(
    built: tuple[Tasks, object], order: tuple[int, ...]
) -> None:
    tasks, options = built[0], {"name": f"both-{order}", "disk_size": 5}
    results = raced(tasks, "disk_offering", options, 2, in_order(order))
    assert [error for error in results.values() if isinstance(error, Exception)] == []
    assert len(of_task(tasks, "disk_offering", options)) == 1


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", DOUBLED)
def test_of_three_runs_one_thing_stays(tasks: Tasks, name: str, seed: int) -> None:
    if name == "role_permission":
        tasks.run("role", {"name": "both", "role_type": "User"})
    options = DOUBLED[name][0]
    before = set(of_task(tasks, name, options))
    results = raced(tasks, name, options, 3, random.Random(seed).choice, patient=True)
    assert [error for error in results.values() if isinstance(error, Exception)] == []
    stays = set(of_task(tasks, name, options)) - before
    assert len(stays) == 1
    assert "diff" not in tasks.run(name, options)


def test_runs_in_step_agree_and_tell(tasks: Tasks) -> None:
    results = raced(tasks, "network", {**ZONE, "name": "both", "network_offering": OFFERING}, 2, in_order(()))
    networks = [row for row in tasks.client.list("listNetworks") if row["name"] == "both"]
    assert {one["id"] for one in results.values()} == {networks[0]["id"]}
    assert len(networks) == 1
    told = [one["warnings"] for one in results.values() if "warnings" in one]
    assert len(told) == 1
    assert "another run made the network 'both' at the same time" in told[0][0]


def test_what_others_use_by_then_is_not_removed(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both stay, and the task says which they are."""
    engine, errors = load("engine"), load("errors")

    def refused(self: Any, finder: Any, made: Any) -> None:
        raise errors.ApiError("deleteVolume", 431, "it is in use")

    monkeypatch.setattr(engine.Engine, "_take_back", refused)
    results = raced(tasks, "volume", {**ZONE, "name": "both", "disk_offering": "Small"}, 2, in_order(()))
    failed = [str(one) for one in results.values() if isinstance(one, errors.CloudError)]
    ids = of_task(tasks, "volume", {**ZONE, "name": "both"})
    assert len(ids) == 2
    assert failed
    assert all(ident in failed[0] for ident in ids)
    assert "could not be removed again: deleteVolume failed: it is in use" in failed[0]


def test_a_twin_that_is_about_to_go_ends_no_run(tasks: Tasks) -> None:
    """A task that speaks of a name while two answer to it waits for one of them to go."""
    disk = {**ZONE, "name": "both", "disk_offering": "Small"}
    for _number in range(2):
        ids = {"zoneid": of_task(tasks, "zone", {"name": "zone-1"})[0]}
        ids["diskofferingid"] = of_task(tasks, "disk_offering", {"name": "Small"})[0]
        tasks.client.run("createVolume", {"name": "both", **ids})
    pauses: list[float] = []

    def goes(seconds: float) -> None:
        pauses.append(seconds)
        tasks.client.run("deleteVolume", {"id": of_task(tasks, "volume", disk)[0]})

    tasks.client.sleep, sleep = goes, tasks.client.sleep
    try:
        assert tasks.run("volume", disk)["changed"] is False
    finally:
        tasks.client.sleep = sleep
    assert len(pauses) == 1


def with_another_look(tasks: Tasks, name: str, options: dict[str, Any]) -> Any:
    """Whether a task finds anything to be done, or the error that it meets."""
    try:
        return tasks.run(name, options, check=True)["changed"]
    except load("errors").CloudError as error:
        return error


ALONE = {
    "backup": "its creation does not answer the id of what was made",
    "host": "a host is refused by the agent that is its machine's; only the simulated hypervisor takes two of a name",
    "resource_limit": "it is there from the beginning",
}


def test_what_the_server_takes_twice_is_declared(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have looked, and there is nothing; then both create. Of every kind there is one in the end."""
    state, several = tasks.simulator.dump(), {}
    for name, sample in SAMPLES.items():
        if not declared()[name].create or "create" not in sample or name in ALONE:
            continue
        tasks.simulator.load(state)
        prepare(tasks, sample)
        done = with_a_faster_one(tasks, monkeypatch, name, begun(sample))
        failed = isinstance(done, Exception) or not done["changed"]
        several[name] = done if failed else with_another_look(tasks, name, begun(sample))
    assert {name: what for name, what in several.items() if what} == {}
    assert len(several) > 80


def test_with_32_workers_nothing_is_lost_when_a_third_of_the_answers_fail(tasks: Tasks) -> None:
    assert "failed" not in converge(tasks, hosts(2)), "the instances need room"
    chance = random.Random(32)
    fleet = instances(32)
    for nth in range(1, 1200):
        if nth % 3 == 0:
            kind = chance.choice(["429", "503", "close_before", "close_after", "truncate"])
            tasks.simulator.faults.add(kind, nth=nth)
    ordered = len(tasks.simulator.faults)
    done = converge(tasks, fleet, max_parallel=32)
    struck = ordered - len(tasks.simulator.faults)
    tasks.simulator.faults.clear()
    assert "failed" not in done, done["msg"]
    assert struck >= len(tasks.simulator.calls) / 5
    names = Counter(row["name"] for row in tasks.client.list("listVirtualMachines") if row["name"].startswith("node-"))
    assert names == Counter(f"node-{number:03}" for number in range(32))
    assert not converge(tasks, fleet)["changed"]
