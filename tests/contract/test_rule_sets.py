"""Whole lists of rules in one task: what check mode says, the order of the calls, and how few they are."""

from __future__ import annotations

import copy
import re
from contextlib import suppress
from typing import Any

import pytest

from cloudstack_simulator import jobs
from contract.catalogue import load
from contract.fleet import converge
from contract.samples import OFFERING, TEMPLATE, ZONE
from contract.world import Tasks

ADDRESS = {**ZONE, "ip_address": "198.51.100.50"}
NETWORK = {**ZONE, "network": "web-net"}
OFFICE, MONITORING = "203.0.113.0/24", "192.0.2.7/32"

SETS: dict[str, dict[str, Any]] = {
    "security_group_rules": {
        "security_group": "app",
        "rules": [
            {"port": 443},
            {"port": 5432, "user_security_group": "app"},
            {"protocol": "icmp", "icmp_type": 0, "icmp_code": 0, "cidr": OFFICE},
            {"protocol_number": 47, "cidr": OFFICE},
            {"port": 443, "type": "egress"},
            {"port": 53, "type": "egress", "protocol": "udp", "user_security_group": "default"},
        ],
    },
    "firewall_rules": {
        **ADDRESS,
        "rules": [
            {"port": 80},
            {"port": 443, "tags": [{"key": "use", "value": "web"}]},
            {"port": 22, "cidrs": [OFFICE, MONITORING]},
            {"protocol": "icmp", "icmp_type": 0, "icmp_code": 0},
            {"protocol": "udp", "start_port": 5000, "end_port": 5010, "cidrs": [OFFICE]},
        ],
    },
    "egress_rules": {
        **NETWORK,
        "rules": [
            {"port": 443},
            {"protocol": "udp", "port": 53, "dest_cidrs": ["192.0.2.53/32", "192.0.2.54/32"]},
            {"protocol": "icmp"},
        ],
    },
    "portforwards": {
        **ADDRESS,
        "rules": [
            {"public_port": 80, "private_port": 8080, "vm": "web-1"},
            {"public_port": 2222, "private_port": 22, "vm": "web-2", "tags": [{"key": "use", "value": "ssh"}]},
            {
                "public_port": 6000,
                "public_end_port": 6009,
                "private_port": 7000,
                "private_end_port": 7009,
                "vm": "web-1",
            },
        ],
    },
}
SETS["network_acl_rules"] = {
    **ZONE,
    "vpc": "vpc-1",
    "network_acl": "acl-0",
    "rules": [
        {"port": 443},
        {"port": 22, "cidrs": [OFFICE, MONITORING], "reason": "maintenance"},
        {"protocol": "icmp", "icmp_type": 0, "icmp_code": 0},
        {"protocol_number": 47},
        {"traffic_type": "egress", "protocol": "all", "action_policy": "deny", "tags": [{"key": "use", "value": "x"}]},
    ],
}
SETS["role_permissions"] = {
    "role": "Support",
    "rules": [
        {"name": "listUsers", "permission": "deny", "description": "Nobody's business"},
        {"name": "list*", "permission": "allow"},
        {"name": "rebootVirtualMachine", "permission": "allow"},
        {"name": "*"},
    ],
}
ORDERED = ("network_acl_rules", "role_permissions")
CHANGED: dict[str, Any] = {
    "role_permissions": ({"name": "listUsers", "permission": "allow", "description": "Our business"}, (0, 1, 0)),
    "network_acl_rules": ({"port": 8443}, (1, 0, 1)),
    "security_group_rules": ({"port": 8443}, (1, 0, 1)),
    "firewall_rules": ({"port": 8443}, (1, 0, 1)),
    "egress_rules": ({"port": 8443}, (1, 0, 1)),
    "portforwards": ({"public_port": 80, "private_port": 8081, "vm": "web-2"}, (0, 1, 0)),
}
"""What takes the place of the first rule, and how many are then created, updated, removed."""


def told_and_done(tasks: Tasks, name: str, options: dict[str, Any]) -> dict[str, Any]:
    """Check mode, the run, and the run again."""
    told = tasks.run(name, options, check=True)
    assert tasks.writes == 0, "check mode wrote"
    done = tasks.run(name, options)
    assert told["changed"]
    assert done["changed"]
    assert told["diff"] == done["diff"]
    counts = ("created", "updated", "removed")
    assert [told[count] for count in counts] == [done[count] for count in counts]
    assert len(told["rules"]) == len(done["rules"])
    for foretold, real in zip(told["rules"], done["rules"], strict=True):
        assert foretold.items() <= {"tags": [], **real}.items()
    again = tasks.run(name, options)
    assert not again["changed"]
    assert "diff" not in again
    assert tasks.writes == 0
    assert again["rules"] == done["rules"]
    return done


def commands(tasks: Tasks) -> list[str]:
    """The writes since the calls were cleared, in order."""
    return [call.command for call in tasks.simulator.calls if call.write]


@pytest.mark.parametrize("name", SETS)
def test_the_life_of_a_set(tasks: Tasks, name: str) -> None:
    options = copy.deepcopy(SETS[name])
    done = told_and_done(tasks, name, options)
    assert (done["created"], done["updated"], done["removed"]) == (len(options["rules"]), 0, 0)
    assert all(rule.get("rule_state", "Active") == "Active" and rule["id"] for rule in done["rules"])
    assert all(key not in rule for rule in done["rules"] for key in ("ip_address", "zone", "account"))

    other, counts = CHANGED[name]
    options["rules"][0] = other
    done = told_and_done(tasks, name, {**options, "purge": True})
    assert (done["created"], done["updated"], done["removed"]) == counts
    assert done["diff"]["before"] != done["diff"]["after"]

    fewer = {**options, "rules": options["rules"][:-1]}
    assert tasks.run(name, fewer)["changed"] is False, "what is not listed stays"
    done = told_and_done(tasks, name, {**fewer, "purge": True})
    assert (done["created"], done["updated"], done["removed"]) == (0, 0, 1)

    done = told_and_done(tasks, name, {**fewer, "rules": fewer["rules"][:1], "state": "absent"})
    assert done["removed"] == 1
    done = told_and_done(tasks, name, {**options, "rules": [], "purge": True})
    assert done["rules"] == []
    assert tasks.run(name, {**options, "state": "absent", "purge": True})["changed"] is False


@pytest.mark.parametrize("name", SETS)
def test_the_order_of_the_list_matters_to_what_is_asked_in_turn(tasks: Tasks, name: str) -> None:
    options = copy.deepcopy(SETS[name])
    first = tasks.run(name, options)["rules"]
    options["rules"].reverse()
    again = tasks.run(name, {**options, "purge": True})
    if name in ORDERED:
        moved = 4 if name == "network_acl_rules" else 0
        assert (again["created"], again["updated"], again["removed"]) == (0, moved, 0), "all but one move"
        assert (again["changed"], again.get("reordered", True)) == (True, True)
        assert [rule["id"] for rule in again["rules"]] == [rule["id"] for rule in reversed(first)]
    else:
        assert (again["changed"], again["rules"]) == (False, first)


def test_the_difference_is_a_table(tasks: Tasks) -> None:
    tasks.run("firewall_rules", {**ADDRESS, "rules": [{"port": 80}, {"port": 22, "cidrs": [OFFICE]}]})
    done = tasks.run("firewall_rules", {**ADDRESS, "purge": True, "rules": [{"port": 80}, {"port": 443}]})
    head = "protocol | start_port | end_port | cidrs\n"
    assert done["diff"]["before"] == (
        head + "tcp      | 22         | 22       | 203.0.113.0/24\n" + "tcp      | 80         | 80       | 0.0.0.0/0\n"
    )
    assert done["diff"]["after"] == (
        head + "tcp      | 80         | 80       | 0.0.0.0/0\n" + "tcp      | 443        | 443      | 0.0.0.0/0\n"
    )


def test_new_rules_come_before_former_ones_go(tasks: Tasks) -> None:
    tasks.run("firewall_rules", {**ADDRESS, "rules": [{"port": 80}, {"port": 81}]})
    tasks.simulator.clear_calls()
    told_and_done(tasks, "firewall_rules", {**ADDRESS, "rules": [{"port": 90}, {"port": 91}], "purge": True})
    assert commands(tasks) == ["createFirewallRule"] * 2 + ["deleteFirewallRule"] * 2


def test_only_what_stands_in_the_way_goes_first(tasks: Tasks) -> None:
    before = [{"port": 22, "cidrs": [OFFICE]}, {"port": 80}, {"port": 81}]
    tasks.run("firewall_rules", {**ADDRESS, "rules": before})
    tasks.simulator.clear_calls()
    after = [{"port": 90}, {"port": 22, "cidrs": ["203.0.113.0/25"]}, {"start_port": 80, "end_port": 81}]
    done = told_and_done(tasks, "firewall_rules", {**ADDRESS, "rules": after, "purge": True})
    assert (done["created"], done["removed"]) == (3, 3)
    writes = [call for call in tasks.simulator.calls if call.write]
    assert [call.command for call in writes] == (
        ["createFirewallRule"] + ["deleteFirewallRule"] * 3 + ["createFirewallRule"] * 2
    )
    assert writes[0].params["startport"] == "90"


def test_a_rule_that_cannot_be_changed_is_replaced_alone(tasks: Tasks) -> None:
    options = copy.deepcopy(SETS["portforwards"])
    tasks.run("portforwards", options)
    tasks.simulator.clear_calls()
    options["rules"][2].update(public_end_port=6010, private_end_port=7010)
    done = told_and_done(tasks, "portforwards", options)
    assert (done["created"], done["updated"], done["removed"]) == (0, 1, 0)
    assert commands(tasks) == ["deletePortForwardingRule", "createPortForwardingRule"]


def test_a_rule_listed_twice_is_an_error_that_names_both(tasks: Tasks) -> None:
    errors = load("errors")
    rules = [{"port": 80}, {"port": 443}, {"start_port": 80, "end_port": 80, "protocol": "tcp"}]
    with pytest.raises(errors.OptionError, match=r"rules\[0\] and rules\[2\] are the same rule \(tcp 80 80"):
        tasks.run("firewall_rules", {**ADDRESS, "rules": rules})
    assert tasks.writes == 0


@pytest.mark.parametrize(
    ("name", "rule", "message"),
    [
        ("firewall_rules", {"port": 70000}, r"rules[1].start_port: '70000' is not a port"),
        ("firewall_rules", {"port": 81, "cidrs": ["10.0.0"]}, r"rules[1].cidrs: '['10.0.0']' holds what is no CIDR"),
        ("portforwards", {"public_port": 81, "vm": "web-1"}, r"rules[1].private_port is needed to create"),
        ("portforwards", {"public_port": 81, "private_port": 81, "vm": "x"}, r"rules[1].vm: there is no instance 'x'"),
    ],
)
def test_a_wrong_rule_is_named(tasks: Tasks, name: str, rule: dict[str, Any], message: str) -> None:
    errors = load("errors")
    options = {**SETS[name], "rules": [SETS[name]["rules"][0], rule]}
    for check in (True, False):
        with pytest.raises(errors.OptionError, match=re.escape(message)) as caught:
            tasks.run(name, options, check=check)
        assert tasks.writes == 0, "nothing is sent when a rule is wrong"
        assert caught.value.failure["option"].startswith("rules[1].")


def test_a_missing_place_is_a_clear_error_and_has_no_rules(tasks: Tasks) -> None:
    errors = load("errors")
    options = {**ZONE, "ip_address": "198.51.100.77", "rules": [{"port": 80}]}
    with pytest.raises(errors.NotFound, match=r"^ip_address: there is no ip address '198.51.100.77'"):
        tasks.run("firewall_rules", options)
    assert tasks.run("firewall_rules", {**options, "state": "absent"})["changed"] is False


@pytest.mark.parametrize("kind", ["close_before", "close_after", "503"])
@pytest.mark.parametrize("name", SETS)
def test_a_cut_run_is_taken_up(tasks: Tasks, name: str, kind: str) -> None:
    options = SETS[name]
    base = tasks.simulator.dump()
    whole = unlabelled(tasks.run(name, options)["rules"])
    sent = commands(tasks)
    for index, command in enumerate(sent):
        tasks.simulator.load(base)
        tasks.simulator.faults.add(kind, command, nth=sent[: index + 1].count(command))
        with suppress(load("errors").CloudError):
            tasks.run(name, options)
        assert len(tasks.simulator.faults) == 0, f"{command} was not struck"
        again = tasks.run(name, options)
        assert unlabelled(again["rules"]) == whole, f"after {kind} at {command}"
        assert tasks.run(name, options)["changed"] is False


def unlabelled(rules: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rules without what each cloud gives anew."""
    return [{key: value for key, value in rule.items() if key != "id"} for rule in rules]


def test_a_refusal_names_the_rule_and_removes_nothing(tasks: Tasks) -> None:
    errors = load("errors")
    tasks.run("firewall_rules", {**ADDRESS, "rules": [{"port": 80}]})
    tasks.simulator.faults.add("431", "createFirewallRule", nth=2)
    options = {**ADDRESS, "rules": [{"port": 81}, {"port": 82}, {"port": 83}], "purge": True}
    with pytest.raises(errors.CloudError, match=r"^rules\[1\]"):
        tasks.run("firewall_rules", options)
    left = {rule["start_port"] for rule in tasks.info("firewall.ingress", {**ADDRESS})}
    assert left == {80, 81}
    done = told_and_done(tasks, "firewall_rules", options)
    assert [rule["start_port"] for rule in done["rules"]] == [81, 82, 83]


@pytest.mark.parametrize("count", [2, 6])
def test_a_job_that_fails_names_the_rule_and_nothing_is_cut_off(tasks: Tasks, count: int) -> None:
    """Few jobs are asked one by one; of many, only the one whose rule is not there afterwards."""
    errors = load("errors")
    tasks.run("firewall_rules", {**ADDRESS, "rules": [{"port": 80}]})
    tasks.simulator.jobs.policy = jobs.Fail("the router does not answer", "createFirewallRule", nth=2)
    options = {**ADDRESS, "rules": [{"port": 100 + number} for number in range(count)], "purge": True}
    try:
        with pytest.raises(errors.CloudError, match=r"^rules\[1\].*the router does not answer") as caught:
            tasks.run("firewall_rules", options)
    finally:
        tasks.simulator.jobs.policy = jobs.AfterPolls(1)
    assert caught.value.failure["command"] == "createFirewallRule"
    ports = {rule["start_port"] for rule in tasks.info("firewall.ingress", {**ADDRESS})}
    assert 80 in ports, "the former rule stays while not all new ones are there"
    assert 101 not in ports
    assert told_and_done(tasks, "firewall_rules", options)["removed"] == 1


def test_five_hundred_rules_take_few_calls(tasks: Tasks) -> None:
    options = {**ADDRESS, "purge": True, "rules": [{"port": 1000 + number} for number in range(500)]}
    done = tasks.run("firewall_rules", options)
    assert (done["created"], tasks.writes) == (500, 500)
    assert tasks.calls <= 500 + 20, "one call a rule, and few to see them through"
    assert tasks.run("firewall_rules", options)["changed"] is False
    assert tasks.calls == 2, "the address and the list"
    options["rules"][250] = {"port": 9999}
    assert tasks.run("firewall_rules", options, check=True)["changed"]
    assert tasks.calls == 2
    tasks.run("firewall_rules", options)
    assert (tasks.writes, tasks.calls) == (2, 9)


def test_instances_named_by_many_rules_are_looked_for_together(tasks: Tasks) -> None:
    extra = {**ZONE, "template": TEMPLATE}
    for number in range(3):
        node = {**extra, "name": f"node-{number}", "service_offering": "Small Instance", "networks": ["web-net"]}
        tasks.run("instance", node)
    names = ["web-1", "web-2", "node-0", "node-1", "node-2"]
    rules = [{"public_port": 2200 + at, "private_port": 22, "vm": name} for at, name in enumerate(names)]
    tasks.simulator.clear_calls()
    assert tasks.run("portforwards", {**ADDRESS, "rules": rules})["created"] == 5
    assert sum(call.command == "listVirtualMachines" for call in tasks.simulator.calls) == 2


def test_sets_stand_in_a_fleet(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks.simulator.jobs, "policy", jobs.AfterPolls(calls=1))
    fleet: list[dict[str, Any]] = [
        {"firewall_rules": SETS["firewall_rules"]},
        {"network": {**ZONE, "name": "new-net", "network_offering": OFFERING}},
        {"egress_rules": {**ZONE, "network": "new-net", "rules": SETS["egress_rules"]["rules"]}},
        {"portforwards": SETS["portforwards"]},
    ]
    told = converge(tasks, fleet, check=True)
    assert tasks.writes == 0
    assert [row["changed"] for row in told["resources"]] == [True] * 4
    done = converge(tasks, fleet)
    assert "failed" not in done, done.get("msg")
    assert [row["result"]["created"] for row in done["resources"] if "rules" in row["result"]] == [5, 3, 3]
    titles = [title for title in done["diff"]["after"] if title.startswith("firewall_rules")]
    assert titles == ["firewall_rules 198.51.100.50"]
    assert done["diff"]["after"][titles[0]].startswith("protocol | start_port")
    again = converge(tasks, fleet)
    assert again["changed"] is False
    assert tasks.writes == 0
    gone = [entry for entry in fleet if "network" not in entry]
    removed = converge(tasks, gone, state="absent")
    assert [row["result"]["removed"] for row in removed["resources"]] == [5, 3, 3]
    assert converge(tasks, gone, state="absent")["changed"] is False


def test_a_wrong_declaration_fails_when_it_is_built() -> None:
    spec, rule_set = load("spec"), load("rulesets.spec").RuleSet
    place = spec.Field("place")
    loose = spec.Resource("rule", list="listRules", fields=(place, spec.Field("name")))
    with pytest.raises(spec.SpecError, match="narrows the list"):
        rule_set("rules", loose, ("place",))
    odd = spec.Resource(
        "rule", list="listRules", list_needs=("place",), fields=(place, spec.Field("name", compare="subset"))
    )
    with pytest.raises(spec.SpecError, match="cannot be told apart by 'subset'"):
        rule_set("rules", odd, ("place",))
