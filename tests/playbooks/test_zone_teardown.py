"""Zones are taken down again: asked twice, listed before, in the server's order, and completed where a run was cut."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from cloudstack_simulator.jobs import AfterPolls, AtOnce
from cloudstack_simulator.populate import build, plan
from helpers.recording import recorded as exchanges
from helpers.zones import example

pytestmark = pytest.mark.playbook

PLAYBOOK = "cloudstack.cloud.zone_teardown"
OF_A_ZONE = ("zone", "pod", "cluster", "host", "storagepool", "imagestore", "physicalnetwork", "network", "vlaniprange",
             "traffictype", "storagenetworkiprange", "systemvm", "virtualmachine", "volume", "vpc")  # fmt: skip
WAITS = "zone-teardown"
"""The flow whose test waits for what the server clears away by itself; in the others it is gone at once."""


@pytest.fixture(autouse=True)
def _brisk(simulator: Any, request: pytest.FixtureRequest) -> None:
    """Jobs take no longer than a test needs."""
    waits = "flow" in request.fixturenames and request.getfixturevalue("flow") == WAITS
    simulator.jobs.policy = AfterPolls(calls=1) if waits else AtOnce()


def left(simulator: Any) -> dict[str, int]:
    kinds = simulator.dump()["kinds"]
    return {kind: len(kinds.get(kind, [])) for kind in OF_A_ZONE if kinds.get(kind)}


def sure(name: str, **more: Any) -> dict[str, Any]:
    """The variables of a run that means it."""
    return {"zone_name": name, "zone_confirm": name, "zone_wait_interval": 1, "zone_wait_timeout": 40, **more}


def first_times(commands: Iterable[str]) -> list[str]:
    """The commands that change something, in the order in which they came first."""
    looks = ("list", "query", "get")
    return list(dict.fromkeys(one for one in commands if not one.startswith(looks)))


@pytest.mark.parametrize(
    ("name", "flow"), [("advanced-four-networks", "zone-teardown"), ("basic", "zone-teardown-basic")]
)
def test_an_example_goes_again_in_the_recorded_order(name: str, flow: str, simulator: Any, run_playbook: Any) -> None:
    variables = example(name)
    assert run_playbook("cloudstack.cloud.zone", variables).rc == 0
    zone = variables["zone_tree"]["name"]
    simulator.clear_calls()
    told = run_playbook(PLAYBOOK, {"zone_name": zone}, check=True)
    assert (told.rc, simulator.writes) == (0, 0), told.stdout + told.stderr
    listed = told.task("cloudstack.cloud.zone : List everything that goes").msg
    assert f"zone {zone}" in listed
    assert told.changed

    run = run_playbook(PLAYBOOK, sure(zone))
    assert run.rc == 0, run.stdout + run.stderr
    assert left(simulator) == {}
    recorded = first_times(step["command"] for step in exchanges(flow) if step["status"] == 200)
    sent = first_times(call.command for call in simulator.calls)
    common = {*recorded, *sent} - {*recorded}.symmetric_difference(sent)
    assert len(common) >= 8
    assert [one for one in sent if one in common] == [one for one in recorded if one in common]
    simulator.clear_calls()
    again = run_playbook(PLAYBOOK, sure(zone))
    assert (again.rc, again.changed, simulator.writes) == (0, 0, 0), again.stdout + again.stderr


def test_it_asks_twice_and_spares_tenants(simulator: Any, run_playbook: Any) -> None:
    build(simulator, plan("zones=1,hosts=2,networks=2,instances=4"))
    before = left(simulator)
    simulator.clear_calls()
    assert run_playbook(PLAYBOOK).failures[-1].msg.startswith("Give zone_name, or zone_tree")
    asked = run_playbook(PLAYBOOK, {"zone_name": "zone-1"})
    assert "zone_remove_tenants: the zone zone-1 holds things of tenants: instance" in asked.failures[-1].msg
    asked = run_playbook(PLAYBOOK, {"zone_name": "zone-1", "zone_remove_tenants": True, "zone_confirm": "zone-2"})
    assert "set zone_confirm to zone-1" in asked.failures[-1].msg
    told = run_playbook(PLAYBOOK, {"zone_name": "zone-1", "zone_remove_tenants": True}, check=True)
    assert told.rc == 0, told.stdout + told.stderr
    assert (simulator.writes, left(simulator)) == (0, before)

    run = run_playbook(PLAYBOOK, sure("zone-1", zone_remove_tenants=True))
    assert run.rc == 0, run.stdout + run.stderr
    assert left(simulator) == {}


def test_a_refusal_ends_it_and_the_next_run_goes_on(simulator: Any, run_playbook: Any) -> None:
    variables = example("advanced")
    assert run_playbook("cloudstack.cloud.zone", variables).rc == 0
    simulator.store.all("host")[0]["state"] = "Disconnected"
    for command, later in (
        ("deleteStoragePool", "deleteHost"),
        ("deleteHost", "deleteCluster"),
        ("deletePod", "deleteZone"),
    ):
        simulator.faults.add("530", command)
        simulator.clear_calls()
        cut = run_playbook(PLAYBOOK, sure("fl-adv"))
        sent = [call.command for call in simulator.calls]
        assert cut.rc != 0
        assert command in sent, cut.stdout
        assert later not in sent
    done = run_playbook(PLAYBOOK, sure("fl-adv"))
    assert done.rc == 0, done.stdout + done.stderr
    assert left(simulator) == {}
