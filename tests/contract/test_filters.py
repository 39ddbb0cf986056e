"""Every parameter of every list command can be given to its info module, and the server is who leaves things out."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from docgen.catalog import catalog
from docgen.infos import left_to_filters

from contract.catalogue import apis, load
from contract.samples import ZONE
from contract.world import Tasks

ERRORS = load("errors")
INFO = load("info")
NO_ID = "7f000000-0000-4000-8000-000000000000"
VALUES = {
    "boolean": True,
    "integer": 1,
    "long": 1,
    "uuid": NO_ID,
    "map": {"a": "b"},
    "list": ["a"],
    "date": "2026-01-01",
    "tzdate": "2026-01-01",
}
"""A value that a parameter of each type takes; a text otherwise."""

NOT_FOR_THE_SERVER = {
    "event": {"id"},  # of every kind the id is the server's
    "instance": {"match_display_name"},  # which name the option name means
    "remote_access_vpn": {"show_preshared_key"},  # what is told of each
    "configurations": {"names"},  # which values of the one result are shown
    "resource_limits": {"resource_types"},  # which numbers of the one result are shown
    "router": {"health_checks", "fresh_health_checks"},  # what is told of each
}
"""Options that leave out nothing that the server could."""


def listed() -> Iterator[tuple[str, Any]]:
    """Every resource that an info module lists, by the module's name; variants by their own."""
    for entry in catalog():
        for at, resource in enumerate(entry.resources):
            yield f"{entry.name}.{at}" if len(entry.resources) > 1 else entry.name, resource


LISTED = dict(listed())


@pytest.mark.parametrize("name", LISTED)
def test_every_parameter_of_the_list_command_can_be_given(name: str, tasks: Tasks) -> None:
    resource = LISTED[name]
    described = apis()[resource.list]["params"]
    given = {param: VALUES.get(described[param]["type"], "a") for param in left_to_filters(resource)}
    with contextlib.suppress(ERRORS.CloudError):
        INFO.read_when(tasks.client, resource, {"filters": given})
    call = next((call for call in tasks.simulator.calls if call.command == resource.list), None)
    assert call, [call.command for call in tasks.simulator.calls]
    sent = {param.split("[", 1)[0] for param in call.params}
    said = set(load("arguments").spoken(resource))
    assert sorted(set(described) - sent - said - set(INFO.UNFIT)) == []


@pytest.mark.parametrize("name", LISTED)
def test_every_option_tells_things_apart(name: str) -> None:
    resource = LISTED[name]
    arguments = load("arguments").info_arguments(resource)["argument_spec"]
    fields = [field for field in load("arguments").info_fields(resource) if field.name not in resource.filters]
    places = {place for ref in resource.scope for place in ref.within}
    told = {
        *NOT_FOR_THE_SERVER.get(name, ()),
        *resource.key,
        *resource.asks_by,
        *(ref.name for ref in resource.scope),
        *resource.list_needs,
        *places,
        *INFO.indirect(resource),
    }
    assert [field.name for field in fields if field.name not in told] == []
    assert {"filters", "wait_for"} <= set(arguments)
    assert ({"domain", "account", "project"} <= set(arguments)) >= resource.owned
    assert ("tags" in arguments) == bool(resource.tags)


def names(tasks: Tasks, kind: str, **options: Any) -> list[str]:
    """What an info module lists with these options."""
    found = [one["name"] for one in tasks.info(kind, options)]
    return sorted(found)


def test_the_server_leaves_out_what_a_filter_does_not_want(tasks: Tasks) -> None:
    tasks.run("zone", {"name": "zone-9", "dns1": "192.0.2.1", "internal_dns1": "10.0.0.1", "network_type": "Basic"})
    zones = {zone["name"]: zone["id"] for zone in tasks.info("zone", {})}
    tasks.simulator.clear_calls()
    assert names(tasks, "zone", filters={"IDs": [zones["zone-1"]]}) == ["zone-1"]
    sent = [(call.command, call.params.get("ids")) for call in tasks.simulator.calls]
    assert sent == [("listApis", None), ("listZones", zones["zone-1"])]
    assert names(tasks, "zone", filters={"keyword": "zone-1"}, available=True) == ["zone-1"]


def test_an_id_does_not_overrule_the_other_options(tasks: Tasks) -> None:
    zone = tasks.info("zone", {"name": "zone-1"})[0]
    mine = {"id": zone["id"]}
    assert names(tasks, "zone", **mine, network_type=zone["network_type"]) == ["zone-1"]
    other = {"Basic": "Advanced", "Advanced": "Basic"}[zone["network_type"]]
    assert names(tasks, "zone", **mine, network_type=other) == []
    assert names(tasks, "zone", **mine, name="zone-1") == ["zone-1"]
    assert names(tasks, "zone", **mine, name="another") == []


def test_what_is_filtered_can_be_waited_for(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    store, looks = tasks.simulator.store, []

    def sleep(seconds: float) -> None:
        looks.append(seconds)
        if len(looks) == 2:
            store.first("zone", name="zone-1")["allocationstate"] = "Disabled"

    monkeypatch.setattr(tasks.client, "sleep", sleep)
    wish = {"where": {"allocation_state": "Disabled"}}
    assert names(tasks, "zone", filters={"keyword": "zone-1"}, wait_for=wish) == ["zone-1"]
    assert [call.command for call in tasks.simulator.calls] == ["listApis", *["listZones"] * 3]


@pytest.mark.parametrize(
    ("kind", "filters", "message"),
    [
        ("zone", {"keywrod": "a"}, "filters.keywrod: listZones has no parameter 'keywrod'. Is 'keyword' meant"),
        ("zone", {"showicon": "maybe"}, "filters.showicon: listZones takes true or false, and not 'maybe'"),
        ("zone", {"networktype": "Basic"}, "filters.networktype: the option network_type stands for it"),
        ("zone", {"Id": NO_ID}, "filters.Id: the option id stands for it"),
        ("network", {"tags[0].key": "a"}, r"filters.tags.0..key: the option tags stands for it"),
        ("network", {"domainid": NO_ID}, "filters.domainid: the option domain stands for it"),
        ("network", {"listall": True}, "filters.listall: the option list_all stands for it"),
        ("network", {"pagesize": 5}, "filters.pagesize: everything that fits is read"),
        ("network", {"retrieveonlyresourcecount": True}, "everything that fits is read"),
    ],
)
def test_a_filter_that_would_do_nothing_is_refused(
    tasks: Tasks, kind: str, filters: dict[str, Any], message: str
) -> None:
    with pytest.raises(ERRORS.OptionError, match=message):
        tasks.info(kind, {"filters": filters})
    assert {call.command for call in tasks.simulator.calls} <= {"listApis"}


SIFTED = {
    f"{name} {place}": (name, place)
    for name, resource in LISTED.items()
    for place, inside in INFO.indirect(resource).items()
    if place in ("zone", "vpc") and not any(ref.name in resource.info_needs for ref in inside)
}
"""The places that no list can be narrowed to, and that an info module takes without what is looked for in them."""
UNTOLD = {"vpn_connection zone"}
"""Where the rows do not tell either."""


def test_rows_tell_where_things_stand_or_what_they_belong_to() -> None:
    told = set()
    for key, (name, place) in SIFTED.items():
        ways = [ref for ref in INFO.indirect(LISTED[name])[place] if INFO.leads(ref, place)]
        rows = apis()[LISTED[name].list]["response"]
        told |= {key} if any(INFO.names_in_rows(ref) in rows for ref in ways) else set()
    assert set(SIFTED) - told == UNTOLD


def test_a_place_that_the_server_cannot_look_in_shows_what_stands_in_it(tasks: Tasks) -> None:
    network = {"networktype": "Advanced", "dns1": "192.0.2.1", "internaldns1": "10.0.0.1"}
    tasks.simulator.request("createZone", name="zone-9", **network)
    rule = {**ZONE, "vm": "web-1", "public_port": 2222, "private_port": 22, "open_firewall": False}
    mine = tasks.run("portforward", {**rule, "ip_address": "198.51.100.50"})["id"]
    tasks.run("firewall.ingress", {**ZONE, "ip_address": "198.51.100.50", "start_port": 22})
    counted = {}
    for name, resource in ((name, LISTED[name]) for name, place in SIFTED.values() if place == "zone"):
        whole = {"list_all": True} if resource.owned and resource.lists_owned else {}
        assert INFO.read_all(tasks.client, resource, {**whole, "zone": "zone-9"}) == [], name
        counted[name] = len(INFO.read_all(tasks.client, resource, {**whole, **ZONE}))
    found = {name: counted[name] for name in ("portforward", "firewall.0", "vpn_gateway", "lb_internal")}
    assert found == {"portforward": 1, "firewall.0": 1, "vpn_gateway": 1, "lb_internal": 2}

    def shown(**options: Any) -> list[str]:
        return [one["id"] for one in tasks.info("portforward", options)]

    assert shown(network="web-net") == shown(**ZONE, network="web-net") == [mine]
    assert shown(network="side-net") == shown(**ZONE, vpc="far-vpc") == []
    assert (names(tasks, "lb_rule", **ZONE), names(tasks, "lb_rule", **ZONE, vpc="far-vpc")) == (["api"], [])
    with pytest.raises(ERRORS.NotFound, match="zone: "):
        shown(zone="nowhere")


def test_a_place_of_which_the_rows_tell_nothing_is_refused(tasks: Tasks) -> None:
    assert tasks.info("vpn_connection", ZONE) == []
    tasks.run("vpn_connection", {**ZONE, "vpc": "far-vpc", "vpn_customer_gateway": "branch", "passive": True})
    with pytest.raises(ERRORS.OptionError, match=r"^zone: .*the list shows no zone\. Give vpc, too"):
        tasks.info("vpn_connection", ZONE)
    assert len(tasks.info("vpn_connection", {**ZONE, "vpc": "far-vpc"})) == 1


def test_the_things_of_projects_are_shown_when_asked_for(tasks: Tasks) -> None:
    tasks.run("ssh_key", {"name": "of-a-project", "project": "infrastructure", "domain": "ROOT/tenants"})

    def names(**more: Any) -> set[str]:
        return {one["name"] for one in tasks.info("ssh_key", {"list_all": True, **more})}

    assert names(all_projects=True) - names() == {"of-a-project"}
    with pytest.raises(ERRORS.OptionError, match="all_projects: it excludes project"):
        names(all_projects=True, project="infrastructure")
