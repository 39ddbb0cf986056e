"""Lists of rules whose order counts: rules of ACL lists, permissions of roles."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import apis, load
from contract.fleet import converge
from contract.samples import ZONE
from contract.test_rule_sets import commands, told_and_done
from contract.world import Tasks

ACL = {**ZONE, "vpc": "vpc-1", "network_acl": "acl-0"}


def numbers(result: dict[str, Any]) -> list[tuple[int, int]]:
    """Number and port of each rule."""
    return [(rule["rule_position"], rule["start_port"]) for rule in result["rules"]]


def test_the_place_in_the_list_is_the_number(tasks: Tasks) -> None:
    rules = [{"port": port} for port in (80, 443, 22)]
    done = told_and_done(tasks, "network_acl_rules", {**ACL, "rules": rules})
    assert numbers(done) == [(10, 80), (20, 443), (30, 22)]
    rules.insert(1, {"port": 81})
    done = told_and_done(tasks, "network_acl_rules", {**ACL, "rules": rules, "purge": True})
    assert numbers(done) == [(10, 80), (15, 81), (20, 443), (30, 22)]
    assert (done["created"], done["updated"]) == (1, 0), "who is there keeps the number"
    rules.append(rules.pop(0))
    tasks.simulator.clear_calls()
    done = told_and_done(tasks, "network_acl_rules", {**ACL, "rules": rules, "purge": True})
    assert numbers(done) == [(15, 81), (20, 443), (30, 22), (40, 80)]
    assert commands(tasks) == ["updateNetworkACLItem"], "moving a rule is one call"


def test_numbers_may_be_given_to_all_rules_or_to_none(tasks: Tasks) -> None:
    errors = load("errors")
    rules = [{"port": 80, "rule_position": 5}, {"port": 443, "number": 3}]
    assert numbers(told_and_done(tasks, "network_acl_rules", {**ACL, "rules": rules})) == [(3, 443), (5, 80)]
    with pytest.raises(errors.OptionError, match=r"rules\[1\].rule_position: give it to all"):
        tasks.run("network_acl_rules", {**ACL, "rules": [rules[0], {"port": 22}]})


def test_without_room_all_rules_go_behind(tasks: Tasks) -> None:
    rules: list[dict[str, Any]] = [{"port": 80, "rule_position": 1}, {"port": 443, "rule_position": 2}]
    tasks.run("network_acl_rules", {**ACL, "rules": rules})
    done = told_and_done(tasks, "network_acl_rules", {**ACL, "rules": [{"port": port} for port in (80, 81, 443)]})
    assert numbers(done) == [(10, 80), (20, 81), (30, 443)]
    assert (done["created"], done["updated"], done["removed"]) == (1, 2, 0)


def names(result: dict[str, Any]) -> list[str]:
    """The names of the rules of a role, in their order."""
    return [rule["name"] for rule in result["rules"]]


def permissions(*listed: str, **more: Any) -> dict[str, Any]:
    """A task that lists permissions: a name, after a minus one to deny."""
    rules = [{"name": one.lstrip("-"), "permission": "deny" if one[0] == "-" else "allow"} for one in listed]
    return {"role": "Support", "rules": rules, **more}


def test_the_rules_of_a_role_are_put_in_order_with_one_call(tasks: Tasks) -> None:
    tasks.run("role_permissions", permissions("list*", "startVirtualMachine", "-*"))
    tasks.simulator.clear_calls()
    done = told_and_done(tasks, "role_permissions", permissions("startVirtualMachine", "list*", "-*"))
    assert names(done) == ["startVirtualMachine", "list*", "*"]
    assert commands(tasks) == ["updateRolePermission"]
    assert (done["created"], done["updated"], done["removed"], done["reordered"]) == (0, 0, 0, True)
    before, after = done["diff"]["before"].splitlines(), done["diff"]["after"].splitlines()
    assert [line.split(" | ")[0].strip() for line in before] == ["name", "list*", "startVirtualMachine", "*"]
    assert [line.split(" | ")[0].strip() for line in after] == ["name", "startVirtualMachine", "list*", "*"]


def test_a_new_rule_of_a_role_takes_its_place_and_the_last_one_needs_no_order(tasks: Tasks) -> None:
    tasks.run("role_permissions", permissions("list*", "-*"))
    tasks.simulator.clear_calls()
    done = told_and_done(tasks, "role_permissions", permissions("-listUsers", "list*", "-*"))
    assert names(done) == ["listUsers", "list*", "*"]
    assert commands(tasks) == ["createRolePermission", "updateRolePermission"]
    tasks.simulator.clear_calls()
    done = told_and_done(tasks, "role_permissions", permissions("-listUsers", "list*", "-*", "queryAsyncJobResult"))
    assert commands(tasks) == ["createRolePermission"]
    assert done["reordered"] is False


def test_what_a_role_has_besides_is_asked_after_what_is_listed(tasks: Tasks) -> None:
    tasks.run("role_permissions", permissions("-*", "startVirtualMachine"))
    done = told_and_done(tasks, "role_permissions", permissions("list*"))
    assert names(done) == ["list*", "*", "startVirtualMachine"]
    gone = told_and_done(tasks, "role_permissions", permissions("*", state="absent"))
    assert names(gone) == ["list*", "startVirtualMachine"]
    tasks.simulator.clear_calls()
    last = told_and_done(tasks, "role_permissions", permissions("-stopVirtualMachine", "list*", purge=True))
    assert names(last) == ["stopVirtualMachine", "list*"]
    assert commands(tasks) == ["createRolePermission", "deleteRolePermission", "updateRolePermission"]


def test_an_unchanged_role_costs_two_calls(tasks: Tasks) -> None:
    options = permissions(*(f"list{number}" for number in range(40)), "-*", purge=True)
    tasks.run("role_permissions", options)
    assert tasks.writes == 41, "the order they come in is the one that is wanted"
    assert tasks.run("role_permissions", options)["changed"] is False
    assert tasks.calls == 2


def test_the_permissions_of_a_role_stand_in_a_fleet(tasks: Tasks) -> None:
    fleet = [{"role": {"name": "Watch"}}, {"role_permissions": {**permissions("list*", "-*"), "role": "Watch"}}]
    assert [row["changed"] for row in converge(tasks, fleet, check=True)["resources"]] == [True] * 2
    assert converge(tasks, fleet)["changed"]
    fleet[1]["role_permissions"]["rules"].reverse()
    told = converge(tasks, fleet, check=True)
    assert tasks.writes == 0
    done = converge(tasks, fleet)
    assert told["diff"] == done["diff"]
    assert tasks.writes == 1
    assert names(done["resources"][1]["result"]) == ["*", "list*"]
    assert converge(tasks, fleet)["changed"] is False


def test_the_rules_of_a_role_of_the_clouds_own_stay(tasks: Tasks) -> None:
    errors = load("errors")
    held = tasks.info("role_permission", {"role": "User"})
    with pytest.raises(errors.OptionError, match=r"^role: .*clone one and change the copy"):
        tasks.run("role_permissions", {**permissions("list*"), "role": "User"})
    assert tasks.info("role_permission", {"role": "User"}) == held


def test_what_settles_an_order_exists() -> None:
    kinds = load("registry").KINDS.values()
    orders = [kind.order for kind in kinds if isinstance(kind, load("rulesets.spec").RuleSet) and kind.order]
    assert [order.command for order in orders] == ["updateRolePermission"]
    for order in orders:
        assert {order.param, *order.of} <= set(apis()[order.command]["params"])
