"""The playbooks `site_shutdown` and `site_startup` shut a zone down in order, and start again what ran."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cloudstack_simulator.jobs import AtOnce
from cloudstack_simulator.populate import build, plan
from helpers.owners import of_a_project
from helpers.runs import well

pytestmark = pytest.mark.playbook
DOWN, UP = "cloudstack.cloud.site_shutdown", "cloudstack.cloud.site_startup"
KINDS = {"virtualmachine": "state", "router": "state", "systemvm": "state", "storagepool": "state"}


@pytest.fixture
def machines(simulator: Any) -> list[dict[str, Any]]:
    """The instances of a zone, most of them of a project: a database, a service that needs it, one that is stopped."""
    build(simulator, plan("zones=1,hosts=2,networks=1,instances=4"))
    simulator.jobs.policy = AtOnce()
    machines = simulator.store.all("virtualmachine")
    of_a_project(simulator, machines[1:])
    for machine, name in zip(machines, ("web", "service", "database", "idle"), strict=True):
        machine["name"] = machine["displayname"] = name
    machines[3]["state"] = "Stopped"
    machines[3].pop("hostid")
    for machine, place in ((machines[1], "20"), (machines[2], "10")):
        status, _body = simulator.request("createTags", resourcetype="UserVm", resourceids=machine["id"],
                                          **{"tags[0].key": "start_order", "tags[0].value": place})  # fmt: skip
        assert status == 200
    simulator.clear_calls()
    return machines


@pytest.fixture
def wanted() -> dict[str, Any]:
    return {"site_zone": "zone-1", "site_file": "zone-1.json"}


def states(simulator: Any) -> dict[str, set[str]]:
    """The states that things have, by their kinds."""
    found = {kind: {one[field] for one in simulator.store.all(kind)} for kind, field in KINDS.items()}
    hosts = {one["resourcestate"] for one in simulator.store.where("host", type="Routing")}
    return {**found, "host": hosts, "zone": {one["allocationstate"] for one in simulator.store.all("zone")}}


def changes(simulator: Any, machines: list[dict[str, Any]]) -> list[str]:
    """What was sent that changes something, in order; of instances their names."""
    names = {machine["id"]: machine["name"] for machine in machines}
    return [names.get(call.params.get("id"), call.command) for call in simulator.calls if call.command.startswith(
        ("start", "stop", "update", "prepare", "cancel", "enable"))]  # fmt: skip


def test_a_zone_goes_down_and_comes_back_as_it_was(machines, wanted, simulator, run_playbook, tmp_path):
    before = states(simulator)
    told = well(run_playbook(DOWN, wanted, check=True, diff=True))
    assert (simulator.writes, (tmp_path / "zone-1.json").exists()) == (0, False)
    shown = told.task("What will be done is shown").result["msg"]
    assert [line for line in shown if line.startswith("Instances")] == [
        "Instances of place 100 are stopped: web",
        "Instances of place 20 are stopped: service",
        "Instances of place 10 are stopped: database",
    ]
    refused = run_playbook(DOWN, {**wanted, "site_confirm": "zone-2"})
    assert (refused.rc, simulator.writes) == (2, 0)
    assert "this stops 3 instances of the zone zone-1" in refused.failures[-1].msg

    sure = {**wanted, "site_confirm": "zone-1"}
    well(run_playbook(DOWN, sure))
    assert changes(simulator, machines)[:4] == ["updateZone", "web", "service", "database"]
    assert states(simulator) == {
        "virtualmachine": {"Stopped"},
        "router": {"Stopped"},
        "systemvm": {"Stopped"},
        "storagepool": {"Maintenance"},
        "host": {"Maintenance"},
        "zone": {"Disabled"},
    }
    simulator.clear_calls()
    again = well(run_playbook(DOWN, sure))
    assert (again.changed, simulator.writes) == (0, 0)
    memory = json.loads((tmp_path / "zone-1.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in memory["instances"]] == ["database", "service", "web"]

    coming = well(run_playbook(UP, wanted, check=True))
    assert (coming.changed > 0, simulator.writes) == (True, 0)
    well(run_playbook(UP, wanted))
    assert changes(simulator, machines)[-3:] == ["database", "service", "web"]
    assert states(simulator) == before
    assert machines[3]["state"] == "Stopped"
    simulator.clear_calls()
    again = well(run_playbook(UP, wanted))
    assert (again.changed, simulator.writes) == (0, 0)


def test_a_file_that_is_not_there_or_of_another_zone_is_named(wanted, run_playbook, tmp_path):
    file = tmp_path / "other.json"
    asked = {"site_zone": "zone-1", "site_file": str(file)}
    assert f"site_file is '{file}', which is not there." in run_playbook(UP, asked).failures[-1].msg
    file.write_text('{"zone": "zone-2"}', encoding="utf-8")
    assert f"site_file is '{file}', which is of another zone." in run_playbook(UP, asked).failures[-1].msg


def test_a_shutdown_that_was_cut_is_completed_and_forgets_nothing(machines, wanted, simulator, run_playbook, tmp_path):
    sure = {**wanted, "site_confirm": "zone-1", "site_hosts": False, "site_storage": False}
    simulator.faults.add("431", "stopVirtualMachine", nth=2)
    cut = run_playbook(DOWN, sure)
    assert cut.rc == 2
    assert "service" in cut.failures[-1].msg
    assert (machines[0]["state"], machines[2]["state"]) == ("Stopped", "Running")
    well(run_playbook(DOWN, sure))
    assert states(simulator)["virtualmachine"] == {"Stopped"}
    assert (states(simulator)["host"], states(simulator)["storagepool"]) == ({"Enabled"}, {"Up"})
    simulator.store.remove("virtualmachine", machines[1]["id"])
    well(run_playbook(UP, wanted))
    assert {machine["name"]: machine["state"] for machine in simulator.store.all("virtualmachine")} == {
        "web": "Running",
        "database": "Running",
        "idle": "Stopped",
    }
    other = run_playbook(UP, {**wanted, "site_zone": "zone-2"})
    assert "the file that site_shutdown has written for this zone" in other.failures[-1].msg
