"""What an administrator settles, where it is odd: values in places, secrets, machines that the cloud makes itself."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import POD, ZONE
from contract.world import Tasks

FACTOR = "storage.overprovisioning.factor"
POOL = {**ZONE, "storage": "primary-1"}
HOST = {**ZONE, "host": "host-1"}


def setting(tasks: Tasks, name: str, **place: Any) -> dict[str, Any]:
    return tasks.info("configuration", {"name": name, **place})[0]


def test_a_value_in_a_place_is_not_the_value_everywhere(tasks: Tasks) -> None:
    done = tasks.run("configuration", {"name": FACTOR, "value": "3", **POOL})
    assert (done["changed"], done["value"], done["storage"]) == (True, "3", "primary-1")
    assert (setting(tasks, FACTOR)["value"], setting(tasks, FACTOR, **POOL)["value"]) == ("2", "3")
    assert tasks.run("configuration", {"name": FACTOR, "value": "3.0", **POOL})["changed"] is False


@pytest.mark.parametrize(
    "place",
    [
        ZONE,
        {**ZONE, "cluster": "cluster-1"},
        POOL,
        {**ZONE, "image_store": "secondary-1"},
        {"domain": "ROOT/tenants"},
        {"domain": "ROOT/tenants", "account": "web"},
        {"management_server": "localhost"},
    ],
    ids=lambda place: list(place)[-1],
)
def test_every_place_has_values_of_its_own(tasks: Tasks, place: dict[str, Any]) -> None:
    scopes = "zone,cluster,storagepool,imagestore,domain,account,managementserver"
    tasks.simulator.store.need("configuration", "expunge.delay")["scope"] = scopes
    wish = {"name": "expunge.delay", **place}
    told = tasks.run("configuration", {**wish, "value": "75"}, check=True)
    done = tasks.run("configuration", {**wish, "value": "75"})
    assert (done["changed"], done["diff"]) == (True, told["diff"])
    assert (setting(tasks, **wish)["value"], setting(tasks, "expunge.delay")["value"]) == ("75", "60")
    assert tasks.run("configuration", {**wish, "value": "75"})["changed"] is False
    assert tasks.run("configuration", {**wish, "state": "default"})["value"] == "60"


def test_a_place_goes_back_to_the_value_above(tasks: Tasks) -> None:
    tasks.run("configuration", {"name": FACTOR, "value": "4"})
    tasks.run("configuration", {"name": FACTOR, "value": "3", **POOL})
    told = tasks.run("configuration", {"name": FACTOR, "state": "default", **POOL}, check=True)
    done = tasks.run("configuration", {"name": FACTOR, "state": "default", **POOL})
    assert told["diff"] == done["diff"]
    assert done["diff"]["after"]["value"] == setting(tasks, FACTOR, **POOL)["value"] == "4"
    assert tasks.run("configuration", {"name": FACTOR, "state": "default", **POOL})["changed"] is False


@pytest.mark.parametrize(
    ("options", "option", "text"),
    [
        ({"name": "no.such", "value": "1"}, "name", "there is no configuration 'no.such'"),
        ({"name": "expunge.delay", "value": "soon"}, "value", "a value of the setting's type"),
        ({"name": "expunge.delay", "value": "9", **ZONE}, "zone", "no value of its own there; its scopes are: global"),
        ({"name": "expunge.delay", "value": "9", "state": "default"}, "value", "Leave one of them out"),
        ({"name": "expunge.delay"}, "value", "value is missing"),
        ({"name": FACTOR, "value": "2", **ZONE, "domain": "ROOT"}, "domain", "in one place"),
    ],
)
def test_what_cannot_be_set_is_refused(tasks: Tasks, options: dict[str, Any], option: str, text: str) -> None:
    with pytest.raises(load("errors").OptionError, match=text) as caught:
        tasks.run("configuration", options)
    assert caught.value.failure.get("option", option) == option
    assert setting(tasks, "expunge.delay")["value"] == "60"


def test_a_secret_is_set_but_never_shown(tasks: Tasks) -> None:
    options = {"name": "ldap.bind.password", "value": "hard-to-guess"}
    done = tasks.run("configuration", options)
    assert done["changed"]
    assert "hard-to-guess" not in str(done)
    assert tasks.run("configuration", options)["changed"] is False
    assert "value" not in setting(tasks, "ldap.bind.password")
    everything = tasks.info("configurations", {})[0]["settings"]
    assert "ldap.bind.password" not in everything
    assert len(everything) > 900
    with pytest.raises(load("errors").OptionError, match="holds a secret"):
        tasks.run("configurations", {"settings": {"ldap.bind.password": "x"}})


def test_whether_a_restart_is_needed_is_told(tasks: Tasks) -> None:
    assert tasks.run("configuration", {"name": "expunge.delay", "value": "61"})["restart_required"] is True
    assert tasks.run("configuration", {"name": "agent.load.threshold", "value": "0.9"})["restart_required"] is False
    done = tasks.run("configurations", {"settings": {"expunge.delay": 62, "agent.load.threshold": 0.7}})
    assert done["restart_required"] == ["expunge.delay"]


def test_many_settings_take_one_list_and_a_write_for_each_that_differs(tasks: Tasks) -> None:
    done = tasks.run("configurations", {"settings": {"expunge.delay": 62, "log.hide.password": True}})
    assert tasks.writes == 1
    assert done["diff"]["before"]["settings"] == {"expunge.delay": "60", "log.hide.password": "true"}
    again = tasks.run("configurations", {"settings": {"expunge.delay": 62, "log.hide.password": True}})
    assert (again["changed"], tasks.calls) == (False, 2), "968 settings are two pages"
    with pytest.raises(load("errors").OptionError, match=r"no setting called no.such, nor.this"):
        tasks.run("configurations", {"settings": {"no.such": 1, "nor.this": 2}})


def test_a_configuration_of_power_needs_the_password(tasks: Tasks) -> None:
    whole = {"driver": "ipmitool", "address": "192.0.2.31", "port": 623, "username": "u", "password": "p"}
    tasks.run("out_of_band_management", {**HOST, **whole})
    with pytest.raises(load("errors").OptionError, match=r"^password: .*only as a whole"):
        tasks.run("out_of_band_management", {**HOST, "address": "192.0.2.32"})


def test_power_is_not_switched_where_nothing_answers(tasks: Tasks) -> None:
    whole = {"driver": "ipmitool", "address": "10.0.0.9", "port": 623, "username": "u", "password": "p"}
    tasks.run("out_of_band_management", {**HOST, **whole, "state": "enabled"})
    with pytest.raises(load("errors").OptionError, match="Check that address, port"):
        tasks.run("out_of_band_management", {**HOST, "state": "power_on"})


def test_the_last_management_server_keeps_working(tasks: Tasks) -> None:
    with pytest.raises(load("errors").OptionError, match="Another management server must be up"):
        tasks.run("management_server", {"name": "localhost", "state": "maintenance"})


def test_a_management_server_is_maintained_ended_and_forgotten(tasks: Tasks) -> None:
    store = tasks.simulator.store
    first = store.all("managementserver") or [tasks.info("management_server", {})[0]]
    store.add("managementserver", {"name": "second", "state": "Up", "version": "4.23.0.0", "serviceip": "10.0.0.2"})
    assert len(tasks.info("management_server", {})) == len(first) + 1
    second = {"name": "second"}
    for state in ("maintenance", "up", "ready_to_shut_down", "shut_down"):
        assert tasks.run("management_server", {**second, "state": state}, check=True)["changed"]
        done = tasks.run("management_server", {**second, "state": state})
        assert (done["changed"], done["state"], tasks.writes) == (True, state, 1)
        assert tasks.run("management_server", {**second, "state": state})["changed"] is False
    store.first("managementserver", name="second")["state"] = "Down"
    assert tasks.run("management_server", {**second, "state": "absent"})["changed"]
    assert [one["name"] for one in tasks.info("management_server", {})] == ["localhost"]


def test_a_system_vm_is_moved_and_built_anew(tasks: Tasks) -> None:
    more = {**POD, "cluster": "cluster-1", "name": "host-2", "url": "http://sim/zone-1/h2", "hypervisor": "Simulator"}
    tasks.run("host", more)
    proxy = {**ZONE, "type": "consoleproxy"}
    here = tasks.run("system_vm", proxy)
    target = "host-2" if here["host"] == "host-1" else "host-1"
    moved = tasks.run("system_vm", {**proxy, "host": target})
    assert (moved["host"], moved["state"]) == (target, "Running")
    assert tasks.run("system_vm", {**proxy, "host": target})["changed"] is False
    assert tasks.run("system_vm", {**proxy, "state": "recreated"})["changed"]
    assert tasks.info("system_vm", {**ZONE, "type": "consoleproxy"})[0]["name"] != here["name"]


def test_a_system_vm_runs_again_after_it_was_scaled(tasks: Tasks) -> None:
    offering = {"name": "Proxy 2", "issystem": True, "systemvmtype": "consoleproxy", "cpunumber": 1, "memory": 1024}
    tasks.simulator.store.add(
        "serviceoffering", {**offering, "displaytext": "Proxy 2", "cpuspeed": 500, "state": "Active"}
    )
    options = {**ZONE, "type": "consoleproxy", "service_offering": "Proxy 2"}
    with pytest.raises(load("errors").OptionError, match="Set force=true"):
        tasks.run("system_vm", options)
    done = tasks.run("system_vm", {**options, "force": True})
    assert (done["service_offering"], done["state"]) == ("Proxy 2", "Running")
    assert tasks.run("system_vm", options)["changed"] is False


def test_a_system_vm_is_patched_where_its_hypervisor_can(tasks: Tasks) -> None:
    """The recorded server's simulated hypervisor cannot, and its job fails; the task says so in its words."""
    options = {**ZONE, "type": "consoleproxy", "state": "patched", "force": True}
    assert tasks.run("system_vm", options, check=True)["changed"]
    assert tasks.writes == 0
    with pytest.raises(load("errors").ApiError, match=r"the job of patchSystemVm failed: .*PatchSystemVmAnswer"):
        tasks.run("system_vm", options)
    sent = next(call for call in tasks.simulator.calls if call.command == "patchSystemVm")
    assert sent.params["forced"] == "true"
    tasks.run("system_vm", {**options, "state": "stopped"})
    assert tasks.run("system_vm", options, check=True)["changed"] is False, "one that is stopped is not patched"


def test_a_mapping_of_the_clouds_own_is_left(tasks: Tasks) -> None:
    category = tasks.run("os_category", {"name": "Appliances"})
    tasks.run("guest_os", {"display_name": "Appliance 1", "os_category": "Appliances"})
    with pytest.raises(load("errors").CloudError, match="guest OSes belong to it"):
        tasks.run("os_category", {"name": "Appliances", "state": "absent"})
    assert category["name"] in {one["name"] for one in tasks.info("os_category", {})}


@pytest.mark.parametrize(("before", "after"), [("zone", "cluster"), ("cluster", "zone")])
def test_a_pool_gets_another_scope_while_it_is_disabled(tasks: Tasks, before: str, after: str) -> None:
    pool = {**ZONE, "name": "primary-9", "storage_url": "nfs://10.0.0.20/export/primary-9", "hypervisor": "Simulator"}
    places: dict[str, Any] = {"zone": {"scope": "zone"}, "cluster": {"scope": "cluster", **POD, "cluster": "cluster-1"}}
    made = tasks.run("storage_pool", {**pool, **places[before]})
    told = tasks.run("storage_pool", {**pool, **places[after]}, check=True)
    done = tasks.run("storage_pool", {**pool, **places[after]})
    assert done["diff"] == told["diff"]
    assert (done["id"], done["scope"], done["allocation_state"]) == (made["id"], after, "enabled")
    assert tasks.run("storage_pool", {**pool, **places[after]})["changed"] is False


def test_only_the_events_that_are_named_are_put_away(tasks: Tasks) -> None:
    one, other = tasks.info("event", {})[:2]
    tasks.run("event", {"ids": [one["id"]], "state": "archived"})
    left = {event["id"] for event in tasks.info("event", {})}
    assert one["id"] not in left
    assert other["id"] in left


@pytest.mark.parametrize(
    ("kind", "held", "value", "spelt"),
    [
        ("Boolean", "true", True, "true"),
        ("Boolean", "true", None, None),
        ("String", "true", True, True),
        ("Integer", "2", 2.0, "2"),
        ("Integer", "2", 3, 3),
        ("Integer", None, 3, 3),
    ],
)
def test_a_setting_is_spelt_as_the_server_holds_it(kind: str, held: str | None, value: Any, spelt: Any) -> None:
    assert load("config_places").spelled({"type": kind, "value": held}, value) == spelt
