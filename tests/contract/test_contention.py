"""Two at once, and many at once while a third of the answers fail: one of everything in the end."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from cloudstack_simulator.jobs import AfterPolls
from contract.catalogue import load
from contract.fleet import converge, hosts, instances
from contract.samples import OFFERING, ZONE
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

UNIQUE = {"domain", "affinity_group", "security_group", "firewall", "portforward"}
"""Of which the server itself takes no second."""


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


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("ssh_key", {"name": "fast", "public_key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJq1WkDLKP6JcPbkpC4LFD9T9vFb"}),
        ("domain", {"path": "ROOT/fast"}),
        ("affinity_group", {"name": "fast", "affinity_type": "host anti-affinity"}),
        ("security_group", {"name": "fast"}),
        ("firewall", {**ZONE, "ip_address": "198.51.100.50", "port": 8089}),
        ("portforward", {**ZONE, "ip_address": "198.51.100.50", "public_port": 89, "private_port": 80, "vm": "web-1"}),
        ("pod", {**ZONE, "name": "fast", "gateway": "10.9.0.1", "netmask": "255.255.255.0", "start_ip": "10.9.0.10"}),
    ],
)
def test_who_comes_second_takes_what_the_first_made(
    tasks: Tasks, name: str, options: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both have looked, and there is nothing; then one creates, and then the other is refused."""
    engine = load("engine").Engine
    look, faster = engine.look, []

    def looked(self: Any, *args: Any) -> Any:
        found = look(self, *args)
        if not faster and not self.check_mode:
            faster.append(True)
            second(tasks).run(name, options)
        return found

    monkeypatch.setattr(engine, "look", looked)
    assert tasks.run(name, options)["changed"]
    assert faster
    assert tasks.run(name, options)["changed"] is False


def test_a_refusal_without_anybody_else_is_told(tasks: Tasks) -> None:
    pod = {**ZONE, "name": "other", "gateway": "10.0.1.1", "netmask": "255.255.255.0", "start_ip": "10.0.1.10"}
    with pytest.raises(load("errors").CloudError):
        tasks.run("pod", pod)
    assert sum(call.command == "createPod" for call in tasks.simulator.calls) == 1


def test_two_threads_end_with_one_of_what_the_server_keeps_unique(tasks: Tasks) -> None:
    tree = [entry for entry in TREE if {*entry} & UNIQUE]
    before = held(tasks)
    runs = [second(tasks), second(tasks)]
    results: dict[int, dict[str, Any]] = {}
    gate = threading.Barrier(2)

    def run(number: int) -> None:
        gate.wait()
        results[number] = converge(runs[number], tree)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(results) == [0, 1]
    assert ["failed" in one for one in results.values()] == [False, False], [one.get("msg") for one in results.values()]
    assert set((held(tasks) - before).values()) == {1}
    assert not converge(tasks, tree)["changed"]


def test_with_32_workers_nothing_is_lost_when_a_third_of_the_answers_fail(tasks: Tasks) -> None:
    assert "failed" not in converge(tasks, hosts(2)), "the instances need room"
    chance = random.Random(32)
    fleet = instances(32)
    for nth in range(1, 1200):
        if chance.random() < 1 / 3:
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
