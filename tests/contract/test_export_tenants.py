"""Tenants and what they have, read back: a check run finds nothing to do, and made anew it reads as the same text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings

from contract.catalogue import load
from contract.fleet import converge, hosts
from contract.tenants import PERSON, acting_as, refused
from contract.test_export import Unsafe
from contract.world import Tasks
from helpers.collection import ROOT
from helpers.tenants import build_tenants, filled_in, holdings, read_back, tenant_differences
from helpers.tenants_things import EVERYTHING, KINDS, SECRET
from helpers.tenants_trees import OWNER, PLACE, holdings_of_an_account, tenancy_trees
from helpers.trees import empty_cloud, text_of

BOUNDED = settings(
    max_examples=3,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
NET = {"network": {"name": "net", "network_offering": "DefaultIsolatedNetworkOfferingWithSourceNatService"}}
MACHINE = {
    "name": "m-1",
    "template": "CentOS 5.6 (64-bit) no GUI (Simulator)",
    "service_offering": "Small Instance",
    "networks": ["net"],
}


@pytest.fixture(scope="module", autouse=True)
def _apart(built: tuple[Tasks, Any]) -> Iterator[None]:
    """These tests fill the world of the session themselves; the next file finds it as it was."""
    yield
    built[0].simulator.load(built[1])


def from_text(text: str) -> dict[str, Any]:
    """What Ansible reads in a file that was written."""
    return dict(yaml.load(text, Unsafe))


def assert_tenants_come_back(tree: dict[str, Any]) -> None:
    with empty_cloud() as tasks:
        build_tenants(tasks, tree)
        found = read_back(tasks, "tenancy")
        assert tenant_differences(tasks, tree) == []
        assert tenant_differences(tasks, found["variables"]["tenancy_tree"]) == []
    text = text_of(found)
    with empty_cloud() as tasks:
        build_tenants(tasks, from_text(text)["tenancy_tree"])
        assert text_of(read_back(tasks, "tenancy")) == text


def assert_holdings_come_back(built: tuple[Tasks, Any], variables: dict[str, Any]) -> dict[str, Any]:
    tasks, state = built
    tasks.simulator.load(state)
    holdings(tasks, variables)
    asked = {"zone": "zone-1", **OWNER, "user_data": True}
    found = read_back(tasks, "instances", **asked)
    assert holdings(tasks, found["variables"], check=True) == []
    text = text_of(found)
    tasks.simulator.load(state)
    holdings(tasks, filled_in(from_text(text)))
    assert text_of(read_back(tasks, "instances", **asked)) == text
    assert {one["kind"] for one in holdings(tasks, variables, check=True)} <= {"ssh_key"}, "the server tells no keys"
    return found


def test_the_example_of_tenants_comes_back() -> None:
    path = ROOT / "examples" / "tenancy" / "acme.yml"
    assert_tenants_come_back(yaml.safe_load(path.read_text(encoding="utf-8"))["tenancy_tree"])


@BOUNDED
@given(tenancy_trees())
def test_any_tenants_come_back(tree: dict[str, Any]) -> None:
    assert_tenants_come_back(tree)


def test_what_an_account_has_comes_back(built: tuple[Tasks, Any]) -> None:
    @BOUNDED
    @given(holdings_of_an_account())
    def check(variables: dict[str, Any]) -> None:
        assert_holdings_come_back(built, variables)

    check()


def test_a_domain_is_read_without_the_others(tasks: Tasks) -> None:
    found = read_back(tasks, "tenancy", domain="tenants")
    (domain,) = found["variables"]["tenancy_tree"]["domains"]
    assert domain["name"] == "tenants"
    assert tenant_differences(tasks, found["variables"]["tenancy_tree"]) == []
    with pytest.raises(load("errors").NotFound):
        read_back(tasks, "tenancy", domain="ROOT/nowhere")


def test_the_whole_world_is_read(tasks: Tasks) -> None:
    tenants = read_back(tasks, "tenancy")["variables"]["tenancy_tree"]
    found = read_back(tasks, "instances", zone="zone-1")
    assert {one["name"] for one in found["variables"]["instances_fleet"]} >= {"web-1"}
    assert {call.command for call in tasks.simulator.calls} <= set(load("commands").commands("export"))
    tasks.simulator.clear_calls()
    assert tenant_differences(tasks, tenants) == []
    assert holdings(tasks, found["variables"], check=True) == []


def test_a_user_reads_the_own_things(tasks: Tasks) -> None:
    with acting_as(tasks, "reader"):
        holdings(tasks, {"instances_zone": "zone-1", "instances_before": [NET], "instances_fleet": [MACHINE]})
        tasks.simulator.clear_calls()
        found = read_back(tasks, "instances", zone="zone-1")
        assert refused(tasks) == []
        assert [one["name"] for one in found["variables"]["instances_fleet"]] == ["m-1"]
        assert "instances_account" not in found["variables"]
        assert holdings(tasks, found["variables"], check=True) == []
        tenants = read_back(tasks, "tenancy")
        (domain,) = tenants["variables"]["tenancy_tree"]["domains"]
        assert [one["name"] for one in domain["accounts"]] == ["reader"]
        assert "The caller may not use listRoles, so what it would tell is not here." in text_of(tenants)


def test_a_project_is_an_owner(tasks: Tasks) -> None:
    owner = {"domain": "ROOT/tenants", "project": "infrastructure"}
    place = {"instances_zone": "zone-1", "instances_domain": owner["domain"], "instances_project": owner["project"]}
    holdings(tasks, {**place, "instances_before": [NET], "instances_fleet": [MACHINE]})
    found = read_back(tasks, "instances", zone="zone-1", **owner)["variables"]
    assert [one["name"] for one in found["instances_fleet"]] == ["m-1"]
    assert found["instances_project"] == "infrastructure"
    assert holdings(tasks, found, check=True) == []


def test_user_data_is_only_read_when_that_is_asked_for(tasks: Tasks) -> None:
    machine = {**MACHINE, "user_data": "not-to-be-seen"}
    holdings(tasks, {**PLACE, "instances_before": [NET], "instances_fleet": [machine]})
    tasks.simulator.clear_calls()
    text = text_of(read_back(tasks, "instances", zone="zone-1", **OWNER))
    assert "not-to-be-seen" not in text
    assert "# User data is not here, for it may hold secrets" in text
    assert "getVirtualMachineUserData" not in [call.command for call in tasks.simulator.calls]


def test_what_a_tree_cannot_tell_apart_is_a_note(tasks: Tasks) -> None:
    volume = {"name": "twin", "disk_offering": "Small", "zone": "zone-1", **OWNER}
    tasks.run("volume", volume)
    tasks.run("volume", {**volume, "name": "other"})
    tasks.simulator.store.first("volume", name="other")["name"] = "twin"
    found = read_back(tasks, "instances", zone="zone-1", **OWNER)
    assert "Several volumes are called 'twin': a tree cannot tell them apart, so they are left out." in [
        note["text"] for note in found["notes"]
    ]
    assert "instances_after" not in found["variables"]


def test_an_instance_in_no_state_that_can_be_asked_for_is_a_note(tasks: Tasks) -> None:
    holdings(tasks, {**PLACE, "instances_before": [NET], "instances_fleet": [MACHINE]})
    tasks.simulator.store.first("virtualmachine", name="m-1")["state"] = "Error"
    found = read_back(tasks, "instances", zone="zone-1", **OWNER)
    assert "instances_fleet" not in found["variables"]
    assert "# The instance 'm-1' is left out: its state is Error." in text_of(found)


def test_one_of_everything_comes_back(built: tuple[Tasks, Any]) -> None:
    found = assert_holdings_come_back(built, EVERYTHING)
    told = found["variables"]
    assert {kind for part in ("before", "after") for entry in told[f"instances_{part}"] for kind in entry} >= KINDS
    assert told["instances_fleet"][1]["boot_mode"] == "secure"
    assert told["instances_fleet"][1]["details"] == {"note": "kept"}
    members = [entry["lb_internal_member"] for entry in told["instances_after"] if "lb_internal_member" in entry]
    assert [(one["name"], one.get("vm_ip")) for one in members] == [
        ("first", None),
        ("first", "10.20.1.77"),
        ("second", "10.20.1.77"),
    ]
    text = text_of(found)
    assert SECRET not in text
    assert '      ipsec_psk: "{{ vault_ipsec_psk_south | default(omit) }}"\n' in text
    secrets = [note for note in found["notes"] if "variable" in note]
    assert [note["at"].rpartition(".")[2] for note in secrets] == ["ipsec_psk", "ipsec_psk", "password"]
    assert len({note["variable"] for note in secrets}) == 3


@pytest.mark.parametrize("name", ["shop", "web"])
def test_an_example_comes_back(built: tuple[Tasks, Any], name: str) -> None:
    path = ROOT / "examples" / "instances" / f"{name}.yml"
    variables = yaml.safe_load(path.read_text(encoding="utf-8"))
    tasks, state = built
    tasks.simulator.load(state)
    converge(tasks, hosts(1))
    found = assert_holdings_come_back((tasks, tasks.simulator.dump()), {**variables, **PLACE})["variables"]
    addresses = [one["name"] for one in found.get("instances_public_addresses", ())]
    assert addresses == sorted(one["name"] for one in variables.get("instances_public_addresses", ()))


def test_a_rule_of_a_source_nat_address_keeps_that_address(tasks: Tasks) -> None:
    holdings(tasks, {**PLACE, "instances_before": [NET], "instances_fleet": [MACHINE]})
    own = tasks.info("ip_address", {"zone": "zone-1", **OWNER, "is_source_nat": True})[0]["ip_address"]
    assert own not in text_of(read_back(tasks, "instances", zone="zone-1", **OWNER))
    rule = {"ip_address": own, "vm": "m-1", "public_port": 22, "private_port": 22}
    tasks.run("portforward", {"zone": "zone-1", **OWNER, **rule})
    found = read_back(tasks, "instances", zone="zone-1", **OWNER)["variables"]
    assert found["instances_before"][0]["network"]["source_nat_ip_address"] == own
    assert found["instances_after"] == [{"portforward": {**rule, "protocol": "tcp"}}]
    assert holdings(tasks, found, check=True) == []


def test_a_schedule_that_is_over_is_a_note(tasks: Tasks) -> None:
    holdings(tasks, {**PLACE, "instances_before": [NET], "instances_fleet": [MACHINE]})
    schedule = {"zone": "zone-1", **OWNER, "vm": "m-1", "name": "once", "action": "STOP", "schedule": "0 22 * * *"}
    tasks.run("instance_schedule", {**schedule, "end_date": "2099-01-01"})
    asked = {"zone": "zone-1", **OWNER}
    (told,) = read_back(tasks, "instances", **asked)["variables"]["instances_after"]
    assert "start_date" not in told["instance_schedule"]
    tasks.simulator.store.first("vmschedule")["enddate"] = "2020-01-01T00:00:00+0000"
    found = read_back(tasks, "instances", **asked)
    assert "instances_after" not in found["variables"]
    assert "# The schedule 'once' of 'm-1' is over, so it is left out." in text_of(found)


def test_what_a_disk_needs_before_it_takes_a_policy_is_said(tasks: Tasks) -> None:
    policy = {"volume_snapshot_policy": {"vm": "m-1", "schedule": "30:2"}}
    own = {**PLACE, "instances_before": [NET], "instances_fleet": [MACHINE], "instances_after": [policy]}
    holdings(tasks, own)
    asked = {"zone": "zone-1", **OWNER}
    assert "has been in use" not in text_of(read_back(tasks, "instances", **asked))
    holdings(tasks, {**own, "instances_fleet": [{**MACHINE, "state": "stopped"}]})
    assert "has been in use" in text_of(read_back(tasks, "instances", **asked))


def test_an_account_is_named_with_its_domain(tasks: Tasks) -> None:
    with pytest.raises(load("errors").OptionError) as refusal:
        read_back(tasks, "instances", zone="zone-1", account="web")
    assert refusal.value.failure["option"] == "domain"
    with pytest.raises(load("errors").NotFound):
        read_back(tasks, "instances", zone="nowhere")


def test_an_account_without_users_is_a_note(tasks: Tasks) -> None:
    tasks.run("account", {**PERSON, "name": "empty", "username": "empty", "domain": OWNER["domain"]})
    tasks.run("user", {"username": "empty", "domain": OWNER["domain"], "state": "absent"})
    found = read_back(tasks, "tenancy", domain=OWNER["domain"])
    assert "The account 'empty' in ROOT/tenants has no users, so it is left out." in [
        note["text"] for note in found["notes"]
    ]
