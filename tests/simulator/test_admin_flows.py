"""The recorded sessions of an administrator: tenants and administration in a zone, and how zones are taken down."""

from __future__ import annotations

from typing import Any

import pytest
from replay import PORTABLE_RANGE, Replay, Result

from cloudstack_simulator import Simulator
from cloudstack_simulator.model import system_vms

ZONES = ("zone-basic", "zone-advanced-security-groups", "zone-advanced-four-networks")
TENANCY, TEARDOWN, TEARDOWN_BASIC = "tenancy-and-admin", "zone-teardown", "zone-teardown-basic"

# What the recorded server held already, and what the sessions meet of it.
HELD: dict[str, list[dict[str, str]]] = {
    "addObjectStoragePool": [{"name": "os-a2", "provider": "Simulator", "url": "http://10.147.28.7/os"}],
    "createServiceOffering": [
        {
            "name": "so-c1",
            "cpunumber": "1",
            "cpuspeed": "500",
            "memory": "512",
            "hosttags": "a",
            "serviceofferingdetails[0].key": "k",
            "serviceofferingdetails[0].value": "v",
        },
        {
            "name": "cso-c1",
            "customized": "true",
            "mincpunumber": "1",
            "maxcpunumber": "4",
            "minmemory": "256",
            "maxmemory": "4096",
            "cpuspeed": "500",
        },
    ],
    "createZone": [
        {
            "name": "another",
            "dns1": "192.0.2.53",
            "internaldns1": "10.0.0.53",
            "internaldns2": "10.0.0.54",
            "networktype": "Advanced",
        }
    ],
    "generateAlert": [
        {"type": "10", "name": "ALERT.SERVICE.CONSOLEPROXY", "description": "Console proxy creation failure"}
    ],
}

# Steps that no other cloud could answer alike, with the reason.
ABRIDGED = dict.fromkeys((24, 215), "the recording says `see apis.json` in the place of the commands")
# The recorded server made no console proxies in these zones: one that it could not make in an earlier zone, which had
# no templates, kept it from going on. The same is told to the simulator.
NOT_MADE = "consoleproxy"
# flow: its steps (the polls of one job counted once) without those above, and the steps that differ, with the reason
EXPECTED: dict[str, tuple[int, dict[int, str]]] = {
    TENANCY: (209, {}),
    TEARDOWN: (89, {}),
    TEARDOWN_BASIC: (61, {}),
}


def prepare(simulator: Simulator) -> None:
    """Bring the zones' cloud to what the recorded server held besides; of some hosts it knew the GPUs already."""
    for command, requests in HELD.items():
        for params in requests:
            status, body = simulator.request(command, **params)
            assert status == 200, body
    elsewhere = simulator.store.first("zone", name="fl-advsg")
    assert elsewhere is not None
    simulator.request("reconnectHost", id=simulator.store.where("host", zoneid=elsewhere["id"])[0]["id"])
    for _ in range(20):
        simulator.request("listHosts")
    assert {host["state"] for host in simulator.store.all("host")} == {"Up"}


@pytest.fixture(scope="module")
def replayed() -> tuple[Simulator, dict[str, Result]]:
    """The cloud after all of it, and the results of the sessions."""
    simulator = Simulator(api_key="k", secret_key="s", strict=False)
    replay = Replay(simulator)
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(system_vms.KINDS, NOT_MADE)
        status, body = simulator.request("createPortableIpRange", **PORTABLE_RANGE)
        assert status == 200, body
        for zone in ZONES:
            assert replay.run(zone).mismatches == []
        prepare(simulator)
        results = {TENANCY: replay.run(TENANCY, skip=ABRIDGED)}
        results |= {flow: replay.run(flow) for flow in (TEARDOWN, TEARDOWN_BASIC)}
    return simulator, results


@pytest.mark.parametrize("flow", EXPECTED)
def test_every_step_answers_as_recorded(replayed: tuple[Simulator, dict[str, Result]], flow: str, capsys: Any) -> None:
    simulator, results = replayed
    result, (total, reasons) = results[flow], EXPECTED[flow]
    with capsys.disabled():
        print(f"\n{result.report()}", end="")
    assert {mismatch.step.number for mismatch in result.mismatches} == set(reasons)
    assert (result.total, result.matched) == (total, total - len(reasons))
    assert simulator.defects == []
