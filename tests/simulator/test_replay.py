"""The recorded flows, replayed step by step."""

from __future__ import annotations

from typing import Any

import pytest
from replay import PORTABLE_RANGE, Replay

from cloudstack_simulator import Simulator

# Providers that the recorded server listed as enabled without a command that enabled them.
FLIPPED_PROVIDER = 'networkserviceprovider[].state: "Disabled", recorded "Enabled"'

FLOWS = {
    "zone-advanced": (56, []),
    "zone-advanced-four-networks": (74, [f"listnetworkserviceprovidersresponse.{FLIPPED_PROVIDER}"]),
    "zone-basic": (46, []),
    "zone-advanced-security-groups": (47, []),
    "zone-local-storage": (53, [f"listnetworkserviceprovidersresponse.{FLIPPED_PROVIDER}"]),
    "zone-edge": (54, []),
}


def prepare(simulator: Simulator, flow: str) -> None:
    """Bring a fresh cloud to what the recorded server held before the flow."""
    if flow == "zone-basic":
        status, body = simulator.request("createPortableIpRange", **PORTABLE_RANGE)
        assert status == 200, body
        job = body["createportableiprangeresponse"]["jobid"]
        for _ in range(3):
            status, body = simulator.request("queryAsyncJobResult", jobid=job)
        assert body["queryasyncjobresultresponse"]["jobstatus"] == 1


@pytest.mark.parametrize(("flow", "total", "values"), [(name, *rest) for name, rest in FLOWS.items()])
def test_zone_flow(flow: str, total: int, values: list[str], capsys: Any) -> None:
    simulator = Simulator(api_key="k", secret_key="s")
    prepare(simulator, flow)
    result = Replay(simulator).run(flow)
    with capsys.disabled():
        print(f"\n{result.report()}", end="")
    assert (result.matched, result.total) == (total, total)
    assert [mismatch.what for mismatch in result.values] == values
    assert simulator.defects == []


def test_the_six_zones_fit_into_one_cloud() -> None:
    simulator = Simulator(api_key="k", secret_key="s")
    replay = Replay(simulator)
    for flow, (total, _) in FLOWS.items():
        prepare(simulator, flow)
        assert replay.run(flow).matched == total
    assert simulator.store.count("zone") == len(FLOWS)
    assert simulator.defects == []


def test_a_basic_zone_is_taken_down() -> None:
    """As recorded, but for the console proxy: in the recorded zone it never came, here it must be destroyed too."""
    simulator = Simulator(api_key="k", secret_key="s")
    prepare(simulator, "zone-basic")
    replay = Replay(simulator)
    assert replay.run("zone-basic").matched == 46
    result = replay.run("zone-teardown-basic")
    assert {m.step.number: m.what for m in result.mismatches if m.step.number < 63} == {
        3: "systemvm[] has besides activeviewersessions"
    }
    assert {m.step.number for m in result.mismatches} == {3, 63, 64}
    proxy = simulator.store.first("systemvm", systemvmtype="consoleproxy")
    zone = simulator.store.all("zone")[0]["id"]
    assert simulator.request("destroySystemVm", id=proxy["id"])[0] == 200
    for _ in range(11):
        simulator.request("listZones")
    assert simulator.request("deleteZone", id=zone) == (200, {"deletezoneresponse": {"success": True}})


def test_the_comparison_sees_what_is_wrong() -> None:
    """The harness itself: a simulator that forgets a field, or answers another code, must not match."""
    simulator = Simulator(api_key="k", secret_key="s")
    simulator.faults.add(command="listTrafficTypes", kind="530")
    simulator.faults.add(command="listPhysicalNetworks", kind="431")
    result = Replay(simulator).run("zone-advanced")
    assert {mismatch.step.command for mismatch in result.mismatches} == {"listTrafficTypes", "listPhysicalNetworks"}
