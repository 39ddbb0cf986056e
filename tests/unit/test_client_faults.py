"""Faults that pass: reads are repeated, writes only where nothing can have been done."""

from __future__ import annotations

from typing import Any

import pytest
from test_client import answering

from ansible_collections.cloudstack.cloud.plugins.module_utils import client as api
from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import ApiError, OutcomeUnknown
from ansible_collections.cloudstack.cloud.plugins.module_utils.settings import Settings

ZONE = {"name": "z", "networktype": "Advanced", "dns1": "192.0.2.53", "internaldns1": "192.0.2.53"}
POD = {
    "name": "p",
    "startip": "10.0.1.10",
    "endip": "10.0.1.20",
    "netmask": "255.255.255.0",
    "gateway": "10.0.1.1",
}
LOST = ("close_before", "close_after", "truncate")


@pytest.fixture
def client(cloud: Any) -> api.Client:
    pauses: list[float] = []
    made = api.Client(Settings(cloud.url, "test-api-key", "test-secret-key"), sleep=pauses.append)
    made.pauses = pauses
    return made


def calls(simulator: Any, command: str) -> int:
    return sum(1 for call in simulator.calls if call.command == command)


@pytest.mark.parametrize("kind", [*LOST, "503"])
def test_a_read_is_repeated(simulator: Any, client: api.Client, kind: str) -> None:
    client.call("createZone", ZONE)
    for nth in (1, 2, 3):
        simulator.faults.add(kind, "listZones", nth=nth)
    assert [zone["name"] for zone in client.list("listZones")] == ["z"]
    assert len(simulator.faults) == 0
    assert len(client.pauses) == 3
    assert client.pauses == sorted(set(client.pauses)), "the pauses grow"


@pytest.mark.parametrize("kind", [*LOST, "503"])
def test_a_read_is_not_repeated_for_ever(simulator: Any, client: api.Client, kind: str) -> None:
    for nth in range(1, 100):
        simulator.faults.add(kind, "listZones", nth=nth)
    with pytest.raises(OutcomeUnknown if kind in LOST else ApiError) as caught:
        client.list("listZones")
    assert caught.value.failure["command"] == "listZones"
    assert len(simulator.faults) == 99 - (api.RETRIES + 1)
    assert sum(client.pauses) <= 30


@pytest.mark.parametrize("kind", LOST)
def test_a_write_is_not_repeated_blindly(simulator: Any, client: api.Client, kind: str) -> None:
    zone = client.run("createZone", ZONE)
    simulator.faults.add(kind, "createPod")
    with pytest.raises(OutcomeUnknown) as caught:
        client.run("createPod", {**POD, "zoneid": zone["id"]})
    assert client.pauses == []
    assert caught.value.failure["command"] == "createPod"
    done = kind != "close_before"
    assert calls(simulator, "createPod") == done
    assert simulator.store.count("pod") == done


def test_a_busy_server_has_done_nothing_so_the_write_is_sent_again(simulator: Any, client: api.Client) -> None:
    zone = client.run("createZone", ZONE)
    simulator.faults.add("503", "createPod")
    made = client.run("createPod", {**POD, "zoneid": zone["id"]})
    assert made["name"] == "p"
    assert [call.status for call in simulator.calls if call.command == "createPod"] == [503, 200]
    assert simulator.store.count("pod") == 1


@pytest.mark.parametrize("kind", ["530", "431"])
@pytest.mark.parametrize("command", ["listZones", "createZone"])
def test_a_refusal_is_final(simulator: Any, client: api.Client, kind: str, command: str) -> None:
    simulator.faults.add(kind, command)
    with pytest.raises(ApiError) as caught:
        client.call(command, ZONE if command == "createZone" else {})
    assert caught.value.code == int(kind)
    assert calls(simulator, command) == 1


@pytest.mark.parametrize("kind", [*LOST, "503"])
def test_a_lost_look_at_a_job_is_repeated(simulator: Any, client: api.Client, kind: str) -> None:
    zone = client.run("createZone", ZONE)
    simulator.faults.add(kind, "queryAsyncJobResult")
    made = client.run("createPhysicalNetwork", {"zoneid": zone["id"], "name": "net"})
    assert made["name"] == "net"
    assert calls(simulator, "createPhysicalNetwork") == 1


def slow_client(cloud: Any) -> api.Client:
    return api.Client(Settings(cloud.url, "test-api-key", "test-secret-key", timeout=1), sleep=lambda seconds: None)


def test_a_slow_read_is_cut_off_and_repeated(cloud: Any, simulator: Any) -> None:
    simulator.faults.add("slow", "listZones", seconds=1.3)
    assert slow_client(cloud).list("listZones") == []
    assert calls(simulator, "listZones") == 2


def test_a_slow_write_has_an_unknown_outcome(cloud: Any, simulator: Any) -> None:
    simulator.faults.add("slow", "createRole", seconds=1.3)
    with pytest.raises(OutcomeUnknown):
        slow_client(cloud).call("createRole", {"name": "r", "type": "User"})
    assert calls(simulator, "createRole") == 1


def test_commands_that_take_long_get_more_time(cloud: Any, simulator: Any) -> None:
    client = slow_client(cloud)
    zone = client.run("createZone", ZONE)
    simulator.faults.add("slow", "createPod", seconds=1.3)
    assert client.run("createPod", {**POD, "zoneid": zone["id"]})["name"] == "p"


@pytest.mark.parametrize("command", ["listZones", "createZone"])
def test_a_limit_of_calls_is_waited_out(simulator: Any, client: api.Client, command: str) -> None:
    for nth in range(1, 13):
        simulator.faults.add("429", command, nth=nth)
    assert client.run(command, ZONE if command == "createZone" else {}) is not None
    assert len(client.pauses) == 12
    assert calls(simulator, command) == 13
    assert simulator.store.count("zone") == (command == "createZone")


def test_a_limit_of_calls_is_not_waited_for_without_end(simulator: Any, client: api.Client) -> None:
    for nth in range(1, 100):
        simulator.faults.add("429", "listZones", nth=nth)
    with pytest.raises(ApiError, match="account api limit") as caught:
        client.list("listZones")
    assert caught.value.code == 429
    assert calls(simulator, "listZones") == api.LIMITED_RETRIES + 1


@pytest.mark.parametrize(
    ("told", "body", "least"),
    [
        ({"Retry-After": "7"}, b"slow down", 7.0),
        ({}, b'{"errorresponse": {"errorcode": 429, "errortext": "please retry after 9000 ms."}}', 9.0),
        ({"Retry-After": "999999"}, b"slow down", api.LONGEST_WAIT),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}, b"slow down", 0.0),
    ],
)
def test_a_limit_that_says_how_long_is_believed(told: dict[str, str], body: bytes, least: float) -> None:
    pauses: list[float] = []
    with answering(429, body, "application/json", told) as (url, seen):
        made = api.Client(Settings(url, "key", "secret"), sleep=pauses.append)
        with pytest.raises(ApiError):
            made.call("createZone", {"name": "z"})
    assert len(seen) == api.LIMITED_RETRIES + 1
    assert least <= pauses[0] <= max(least, api.FIRST_PAUSE)
    assert max(pauses) <= max(api.LONGEST_WAIT, api.LONGEST_PAUSE)
