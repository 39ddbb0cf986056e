"""Several entries of one task about the same thing: each is told, and done, on what the ones before it leave."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import declared, load
from contract.fleet import converge
from contract.samples import SAMPLES, ZONE
from contract.samples.balancing import ADDRESS, TIER
from contract.test_contract import begun, prepare
from contract.test_rule_sets import SETS
from contract.world import Tasks

UNTOLD = "what a creation leaves out may be the server's choice, and is not taken for a difference before it is seen"
ODD = {
    "configuration": "the default comes back with a command, and not with a value that could be compared",
    **{f"dedication.{kind}": UNTOLD for kind in ("zone", "pod", "cluster", "host", "public_ip_range")},
    "project_member": UNTOLD,
    "instance_schedule": "with the time zone the server changes the start date",
    "resource_limits": "a limit for a tag may follow the one without, and only the server tells what it is then",
    "physical_network": "which providers are off is known only when the network is there",
    "volume": "which storage the server chooses is known only when the volume is there",
}
"""Kinds whose sample cannot be told as a chain, with the reason; they are done as wanted all the same."""

RULE = {**ZONE, "ip_address": ADDRESS, "name": "fresh"}
PORTS = {"public_port": 90, "private_port": 90}
MEMBERS: dict[str, list[dict[str, Any]]] = {
    "rule that is there": [{"lb_rule_member": {**RULE, "name": "api", "vms": [vm]}} for vm in ("web-1", "web-2")],
    "rule that comes": [
        {"lb_rule": {**RULE, **PORTS}},
        *({"lb_rule_member": {**RULE, "vms": [vm]}} for vm in ("web-1", "web-2")),
    ],
    "balancer inside": [
        {"lb_internal_member": {**TIER, "name": "empty", "vms": [vm]}} for vm in ("inner-1", "inner-2")
    ],
}


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody pauses between two looks at jobs: the simulator's end by being looked at."""
    monkeypatch.setattr(load("fleet.connections").FleetClient, "_sleep", lambda self, seconds: None)


def as_told(tasks: Tasks, resources: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell, then do: the same differences row by row, and nothing written before."""
    told = converge(tasks, resources, check=True)
    assert tasks.writes == 0
    done = converge(tasks, resources)
    assert "failed" not in done, done["msg"]
    for at, (row, foretold) in enumerate(zip(done["resources"], told["resources"], strict=True)):
        assert row.get("diff") == foretold.get("diff"), (at, resources[at])
    return list(done["resources"])


def chain(name: str) -> list[dict[str, Any]]:
    """A kind's sample as entries of one task: what it is made with, then one change after the other."""
    sample = SAMPLES[name]
    found = [begun(sample)]
    for change in sample["changes"]:
        found.append({**found[-1], **change})
    return [{name.split(".", 1)[0]: one} for one in found]


def chained() -> list[str]:
    """The kinds that a converge task knows and whose sample changes something."""
    able = load("fleet.entries")._has_states
    known = [name for name in SAMPLES if name.split(".", 1)[0] in load("registry").KINDS and name not in ODD]
    return sorted(name for name in known if SAMPLES[name]["changes"] and able(name.split(".", 1)[0]))


def test_what_is_odd_is_there() -> None:
    assert set(ODD) <= set(declared())


@pytest.mark.parametrize("name", chained())
def test_one_change_after_the_other_in_one_task(tasks: Tasks, name: str) -> None:
    prepare(tasks, SAMPLES[name])
    rows = as_told(tasks, chain(name))
    assert all(row["changed"] for row in rows[1:]), "a change that was made before its turn"


@pytest.mark.parametrize("name", sorted(ODD))
def test_what_cannot_be_told_is_done(tasks: Tasks, name: str) -> None:
    prepare(tasks, SAMPLES[name])
    done = converge(tasks, chain(name))
    assert all(row["changed"] for row in done["resources"][1:]), done.get("msg")
    assert not tasks.run(name, chain(name)[-1][name.split(".", 1)[0]])["changed"]


@pytest.mark.parametrize("name", MEMBERS)
def test_members_that_two_entries_add(tasks: Tasks, name: str) -> None:
    first, second = as_told(tasks, MEMBERS[name])[-2:]
    assert first["diff"]["after"]["vms"] == second["diff"]["before"]["vms"]
    assert len(second["diff"]["after"]["vms"]) == 2
    assert not converge(tasks, MEMBERS[name])["changed"]


def test_members_that_one_entry_takes_and_another_adds(tasks: Tasks) -> None:
    inner = {**TIER, "name": "inner"}
    taken = {"lb_internal_member": {**inner, "vms": ["inner-1"], "state": "absent"}}
    rows = as_told(tasks, [taken, {"lb_internal_member": {**inner, "vms": ["inner-2"]}}])
    assert rows[0]["diff"]["after"] == rows[1]["diff"]["before"] == {}
    assert rows[1]["diff"]["after"]["vms"] == ["inner-2"]


def test_members_that_two_entries_take(tasks: Tasks) -> None:
    """The second finds what the first leaves of those that were there before the task."""
    assert converge(tasks, MEMBERS["rule that is there"])["changed"]
    first, second = as_told(
        tasks,
        [{"lb_rule_member": {**RULE, "name": "api", "vms": [vm], "state": "absent"}} for vm in ("web-1", "web-2")],
    )
    assert first["diff"]["after"]["vms"] == second["diff"]["before"]["vms"] == ["web-2"]
    assert second["diff"]["after"] == {}


def test_members_at_one_address_are_not_those_at_another(tasks: Tasks) -> None:
    instance = tasks.client.list("listVirtualMachines", {"name": "web-1"})[0]
    extra = tasks.client.run("addIpToNic", {"nicid": instance["nic"][0]["id"]})["ipaddress"]
    member = {**RULE, "name": "api", "vms": ["web-1"]}
    addresses = (instance["nic"][0]["ipaddress"], extra)
    rows = as_told(tasks, [{"lb_rule_member": {**member, "vm_ip": address}} for address in addresses])
    assert [row["diff"]["before"] for row in rows] == [{}, {}]


def test_what_two_entries_want_alike_is_done_once(tasks: Tasks) -> None:
    one = {"instance": {**ZONE, "name": "web-1", "display_name": "The first", "tags": [{"key": "use", "value": "x"}]}}
    rows = as_told(tasks, [one, one])
    assert [row["changed"] for row in rows] == [True, False]
    networks = {"instance": {**ZONE, "name": "web-1", "networks": ["web-net", "db-net"]}}
    rows = as_told(tasks, [networks, networks, {"instance": {**ZONE, "name": "web-1", "group": "apps"}}])
    assert [row["changed"] for row in rows] == [True, False, True]
    assert rows[2]["diff"]["before"]["networks"] == ["web-net", "db-net"]


@pytest.mark.parametrize("name", sorted(set(SETS) - {"role_permissions"}))
def test_rules_that_two_entries_list(tasks: Tasks, name: str) -> None:
    """Not those of a role: what an entry does not list is asked last, so two entries never agree on the order."""
    place = {key: value for key, value in SETS[name].items() if key != "rules"}
    rules = SETS[name]["rules"]
    parts = [{name: {**place, "rules": part}} for part in (rules[:1], rules[1:])]
    first, second = as_told(tasks, parts)
    before, after = second["diff"]["before"].splitlines(), first["diff"]["after"].splitlines()
    assert len(before) == len(after), "the second finds what the first made"
    assert not converge(tasks, parts)["changed"]
    rows = as_told(tasks, [{name: {**place, "rules": rules[:1], "purge": True}}, {name: {**place, "rules": rules}}])
    assert [row["changed"] for row in rows] == [True, True]


def test_a_list_of_rules_knows_the_single_ones_before_it(tasks: Tasks) -> None:
    place = {**ZONE, "ip_address": "198.51.100.50"}
    single = {"firewall": {**place, "protocol": "tcp", "port": 8080}}
    rows = as_told(tasks, [single, {"firewall_rules": {**place, "rules": [{"port": 80}], "purge": True}}])
    assert "8080" in rows[1]["diff"]["before"]
    assert "8080" not in rows[1]["diff"]["after"]
