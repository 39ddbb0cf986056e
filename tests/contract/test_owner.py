"""Owner options of what belongs to whoever has the thing it is made in, and things of one name of several owners."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.fleet import converge
from contract.samples import OFFERING, SAMPLES, TEMPLATE, ZONE
from contract.world import Tasks

OWNER = {"domain": "ROOT", "account": "admin"}
NETWORK = {**ZONE, "name": "tier", "network_offering": OFFERING}
INSTANCE = {**ZONE, "template": TEMPLATE, "service_offering": "Small Instance", "networks": ["tier"]}


def test_an_owner_narrows_the_search_and_is_not_sent(tasks: Tasks) -> None:
    options = {**SAMPLES["firewall.ingress"]["create"], **OWNER}
    assert tasks.run("firewall.ingress", options)["changed"]
    calls = [call for call in tasks.simulator.calls if call.command in ("createFirewallRule", "listFirewallRules")]
    sent = {call.command: set(call.params) & {"account", "domainid"} for call in calls}
    assert sent == {"createFirewallRule": set(), "listFirewallRules": {"account", "domainid"}}
    assert tasks.run("firewall.ingress", options)["changed"] is False


def test_things_of_one_name_of_several_owners_are_told_and_made(tasks: Tasks) -> None:
    owners: list[dict[str, Any]] = [{"project": "blue"}, {"project": "green"}, {}]
    resources = {
        "project": [{"name": "blue"}, {"name": "green"}],
        "network": [{**NETWORK, **owner} for owner in owners],
        "instance": [{**INSTANCE, "name": f"{owner.get('project', 'own')}-vm", **owner} for owner in owners],
    }
    told = converge(tasks, resources, check=True)
    assert "failed" not in told, told["msg"]
    done = converge(tasks, resources)
    assert "failed" not in done, done["msg"]
    for result in (told, done):
        assert [(row["changed"], row["diff"]["before"]) for row in result["resources"]] == [(True, {})] * 8
    assert [row["result"].get("project") for row in done["resources"][2:]] == ["blue", "green", None] * 2
    assert not converge(tasks, resources)["changed"]
    assert tasks.writes == 0


@pytest.mark.parametrize("check", [True, False])
@pytest.mark.parametrize("ident", ["", "6bc3b0a4-0000-4000-8000-000000000000"])
def test_nothing_is_made_for_an_id(tasks: Tasks, ident: str, check: bool) -> None:
    with pytest.raises(load("errors").OptionError, match=r"^id"):
        tasks.run("network", {**NETWORK, "name": "web-net", "id": ident}, check=check)
    assert tasks.writes == 0


def test_an_empty_place_is_none(tasks: Tasks) -> None:
    known = [
        ("network", {**NETWORK, "name": "web-net"}),
        ("ip_address", {**ZONE, "network": "web-net", "ip_address": "198.51.100.50"}),
    ]
    for kind, options in known:
        assert not tasks.run(kind, {**options, "vpc": ""})["changed"], kind
        assert tasks.writes == 0
