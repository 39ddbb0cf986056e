"""A name or an id finds one thing, or it is an error that lists the candidates."""

from __future__ import annotations

from typing import Any

import pytest
from asked import INSTANCE, ask, idents
from contract.catalogue import load
from contract.samples import OFFERING, TEMPLATE, ZONE
from contract.world import Tasks

from ansible_collections.cloudstack.cloud.plugins.module_utils import fields
from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import Ambiguous, NotFound, OptionError

NOTHING = "6d7ae6a5-3b8f-4a5a-9c2c-6a4f3c9b1d0e"


def second_network(tasks: Tasks, name: str) -> str:
    found = idents(tasks)
    made = ask(
        tasks,
        "createNetwork",
        name=name,
        displaytext=name,
        zoneid=found["zone zone-1"],
        networkofferingid=found[f"networkoffering {OFFERING}"],
    )
    identity: str = made["network"]["id"]
    return identity


def test_an_exact_name_wins_over_one_in_another_case(tasks: Tasks) -> None:
    other = second_network(tasks, "Web-Net")
    mine = idents(tasks)["network web-net"]
    assert tasks.run("network", {**ZONE, "name": "web-net"})["id"] == mine
    assert tasks.run("network", {**ZONE, "name": "Web-Net"})["id"] == other
    made = tasks.run("instance", {**INSTANCE, "name": "n1", "networks": ["Web-Net"]}, check=True)
    assert made["networks"] == ["Web-Net"]
    with pytest.raises(Ambiguous) as caught:
        tasks.run("network", {**ZONE, "name": "WEB-NET"})
    assert {one["id"] for one in caught.value.failure["candidates"]} == {mine, other}


def test_a_name_in_another_case_is_found_where_it_is_the_only_one(tasks: Tasks) -> None:
    assert tasks.run("network", {"zone": "ZONE-1", "name": "WEB-net"})["changed"] is False


def test_two_networks_of_one_name(tasks: Tasks) -> None:
    twins = {second_network(tasks, "twin"), second_network(tasks, "twin")}
    for name, options in (
        ("network", {**ZONE, "name": "twin", "display_text": "x"}),
        ("network", {**ZONE, "name": "twin", "state": "absent"}),
        ("instance", {**INSTANCE, "name": "n1", "networks": ["web-net", "twin"]}),
        ("ip_address", {**ZONE, "network": "twin"}),
    ):
        with pytest.raises(Ambiguous) as caught:
            tasks.run(name, options)
        failure = caught.value.failure
        assert failure["option"] in ("name", "networks", "network")
        assert {one["id"] for one in failure["candidates"]} == twins
        assert all(identity in caught.value.message for identity in twins)
        assert "Give the id of the one that is meant." in caught.value.message
        assert tasks.writes == 0
    for twin in twins:
        assert tasks.run("network", {**ZONE, "name": "twin", "id": twin})["id"] == twin
        assert tasks.run("network", {**ZONE, "name": twin})["id"] == twin
        assert tasks.writes == 0


def test_two_domains_of_one_leaf_name(tasks: Tasks) -> None:
    for parent in ("east", "west"):
        made = ask(tasks, "createDomain", name=parent)["domain"]["id"]
        ask(tasks, "createDomain", name="dev", parentdomainid=made)
    with pytest.raises(Ambiguous) as caught:
        tasks.run("ssh_key", {"name": "k", "domain": "dev", "account": "admin"})
    assert caught.value.option == "domain"
    assert "ROOT/east/dev" in caught.value.message
    assert "ROOT/west/dev" in caught.value.message
    with pytest.raises(NotFound, match="there is no domain 'north/dev'"):
        tasks.run("ssh_key", {"name": "k", "domain": "north/dev", "account": "admin"})
    for path in ("ROOT/west/dev", "west/dev", "/west/dev/", "root/WEST/dev"):
        found = tasks.run("zone", {"name": "z2", "dns1": "192.0.2.53", "domain": path}, check=True)
        assert found["changed"]


def test_an_id_instead_of_a_name_everywhere(tasks: Tasks) -> None:
    found = idents(tasks)
    zone, pod, cluster = found["zone zone-1"], found["pod pod-1"], found["cluster cluster-1"]
    key = {"zone": zone, "template": found[f"template {TEMPLATE}"]}
    host = tasks.info("host", ZONE)[0]
    address = tasks.info("ip_address", {**ZONE, "ip_address": "198.51.100.50"})[0]["id"]
    for name, options in (
        ("zone", {"name": zone}),
        ("pod", {"zone": zone, "name": pod}),
        ("cluster", {"zone": zone, "pod": pod, "name": cluster}),
        ("host", {"zone": zone, "pod": pod, "cluster": cluster, "name": host["id"]}),
        ("network", {"zone": zone, "name": "web-net", "network_offering": found[f"networkoffering {OFFERING}"]}),
        (
            "instance",
            {
                **key,
                "name": found["virtualmachine web-1"],
                "service_offering": found["serviceoffering Small Instance"],
                "networks": [found["network web-net"]],
            },
        ),
        ("ip_address", {"zone": zone, "network": found["network web-net"], "ip_address": "198.51.100.50"}),
    ):
        assert tasks.run(name, options)["changed"] is False, name
        assert tasks.writes == 0
    made = tasks.run(
        "portforward",
        {
            "zone": zone,
            "ip_address": address,
            "public_port": 22,
            "private_port": 22,
            "vm": found["virtualmachine web-1"],
        },
    )
    assert (made["ip_address"], made["vm"]) == ("198.51.100.50", "web-1")


@pytest.mark.parametrize(
    ("name", "options", "option"),
    [
        ("pod", {"zone": NOTHING, "name": "p", "netmask": "255.255.255.0"}, "zone"),
        ("cluster", {**ZONE, "pod": NOTHING, "name": "c", "hypervisor": "KVM"}, "pod"),
        ("network", {**ZONE, "name": "n", "network_offering": NOTHING}, "network_offering"),
        ("instance", {**INSTANCE, "name": "n1", "template": NOTHING}, "template"),
        ("instance", {**INSTANCE, "name": "n1", "networks": [NOTHING]}, "networks"),
        ("instance", {**INSTANCE, "name": "n1", "service_offering": "Smal Instance"}, "service_offering"),
        ("ssh_key", {"name": "k", "project": "nowhere"}, "project"),
        ("ssh_key", {"name": "k", "domain": "nowhere", "account": "x"}, "domain"),
        ("portforward", {**ZONE, "ip_address": "198.51.100.77", "public_port": 1, "private_port": 1}, "ip_address"),
    ],
)
def test_what_is_not_there_is_named_with_its_option(
    tasks: Tasks, name: str, options: dict[str, Any], option: str
) -> None:
    for check in (True, False):
        with pytest.raises(NotFound) as caught:
            tasks.run(name, options, check=check)
        assert caught.value.option == option
        assert caught.value.message.startswith(f"{option}: there is no ")
        assert tasks.writes == 0


def test_an_id_of_nothing_is_not_created(tasks: Tasks) -> None:
    for name, options in (("network", {**ZONE, "name": "x"}), ("zone", {"name": "x"})):
        with pytest.raises(OptionError):
            tasks.run(name, {**options, "id": NOTHING})
        assert tasks.writes == 0
        assert tasks.run(name, {**options, "id": NOTHING, "state": "absent"})["changed"] is False


def test_a_list_that_answers_likenesses_never_gives_its_first_row(tasks: Tasks) -> None:
    zone = idents(tasks)["zone zone-1"]
    longer = ask(tasks, "createPhysicalNetwork", name="net-2", zoneid=zone)["id"]
    shorter = ask(tasks, "createPhysicalNetwork", name="net", zoneid=zone)["id"]
    for _ in range(12):
        ask(tasks, "listRegions")
    traffic = {**ZONE, "traffic_type": "Guest"}
    assert tasks.run("physical_network", {**ZONE, "name": "net"})["id"] == shorter
    assert tasks.run("physical_network", {**ZONE, "name": "net-2"})["id"] == longer
    tasks.run("traffic_type", {**traffic, "physical_network": "net"})
    assert [call.params["physicalnetworkid"] for call in tasks.simulator.calls if call.command == "addTrafficType"] == [
        shorter
    ]
    with pytest.raises(NotFound, match="there is no physical network 'ne'"):
        tasks.run("traffic_type", {**traffic, "physical_network": "ne"})


def test_the_place_of_a_name_is_read_from_the_rows_and_its_filter_is_asked_for(tasks: Tasks) -> None:
    options = {**ZONE, "template": TEMPLATE, "service_offering": "Small Instance", "networks": ["web-net"]}
    told = tasks.run("instance", {**options, "name": "near", "template_filter": "executable"}, check=True)
    assert told["changed"]
    asked = [call.params for call in tasks.simulator.calls if call.command == "listTemplates"]
    assert [(one.get("templatefilter"), "zoneid" in one) for one in asked] == [("executable", False)]


@pytest.mark.parametrize(
    ("params", "option", "label"), [({"name": "a"}, "name", "a"), ({"name": "a", "id": "7"}, "id", "7")]
)
def test_the_option_that_says_which_one_is_meant(tasks: Tasks, params: dict[str, Any], option: str, label: str) -> None:
    find, resolve = load("find"), load("resolve")
    finder = find.Finder(resolve.Resolver(tasks.client), load("resources.zone").ZONE, params)
    assert (finder.key_option(), finder.label()) == (option, label)


def test_an_id_is_asked_for_with_what_the_list_needs_and_not_with_an_owner(tasks: Tasks) -> None:
    network, identity = load("resources.network").NETWORK, idents(tasks)["network web-net"]
    zone = idents(tasks)["zone zone-1"]
    load("resolve").Resolver(tasks.client).resolve(
        "network", network, identity, {"zoneid": zone, "account": "admin", "domainid": "elsewhere"}
    )
    asked = [call.params for call in tasks.simulator.calls if call.command == "listNetworks"]
    assert [(one.get("zoneid"), "account" in one, "domainid" in one) for one in asked] == [(zone, False, False)]


@pytest.mark.parametrize(
    ("params", "value"), [({"start_port": 80}, 80), ({"start_port": 80, "end_port": 90}, 90), ({}, None)]
)
def test_a_key_may_stand_for_another(tasks: Tasks, params: dict[str, Any], value: int | None) -> None:
    rule = load("resources.portforward").PORTFORWARD
    finder = load("find").Finder(load("resolve").Resolver(tasks.client), rule, params)
    field = fields.Number("end_port", falls_back_to="start_port")
    assert finder.wanted_key(field) == value
