"""Jobs while the management server is busy, lost or starting anew, and what is told of those that do not end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from cloudstack_simulator import Simulator
from cloudstack_simulator.jobs import AfterPolls, Never
from contract.catalogue import load
from contract.fleet import converge
from contract.samples import SAMPLES, ZONE
from contract.world import KEY, SECRET, Tasks

NETWORK = {**ZONE, "name": "slow-net"}
POLL = "queryAsyncJobResult"
GONE = {"name": "z", "network_type": "Advanced", "dns1": "192.0.2.53", "internal_dns1": "192.0.2.53"}
RULES = {**ZONE, "ip_address": "198.51.100.50", "rules": [{"port": 8000 + number} for number in range(5)]}


@pytest.fixture(autouse=True)
def _as_before(tasks: Tasks) -> Iterator[None]:
    yield
    tasks.simulator.jobs.policy = AfterPolls(1)
    tasks.simulator.faults.clear()


@pytest.mark.parametrize("kind", ["429", "503", "close_before", "close_after", "truncate"])
def test_a_poll_may_fail_more_often_than_a_call_is_repeated(tasks: Tasks, kind: str) -> None:
    for nth in range(1, 31):
        tasks.simulator.faults.add(kind, POLL, nth=nth)
    assert tasks.run("physical_network", NETWORK)["changed"]
    assert len(tasks.simulator.faults) == 0
    assert tasks.run("physical_network", NETWORK)["changed"] is False
    assert [one["name"] for one in tasks.info("physical_network", ZONE)].count("slow-net") == 1


@pytest.mark.parametrize("kind", ["503", "close_before", "close_after", "truncate"])
def test_the_list_of_jobs_may_fail_as_often(tasks: Tasks, kind: str) -> None:
    for nth in range(1, 16):
        tasks.simulator.faults.add(kind, "listAsyncJobs", nth=nth)
    assert tasks.run("firewall_rules", RULES)["created"] == 5
    assert tasks.run("firewall_rules", RULES)["changed"] is False


def test_the_server_starts_anew_while_a_job_runs() -> None:
    simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
    server = simulator.serve().start()
    tasks = Tasks(simulator, server.url)
    zone = tasks.run("zone", GONE)["id"]
    looks: list[float] = []

    def sleep(seconds: float) -> None:
        nonlocal server
        looks.append(seconds)
        if len(looks) == 2:
            server.stop()
            tasks.client._http.close()
        elif len(looks) == 25:
            server = simulator.serve(port=server.port).start()

    tasks.client.sleep = sleep
    simulator.jobs.policy = AfterPolls(4)
    try:
        made = tasks.run("physical_network", {"name": "net", "zone": zone})
        assert made["changed"]
        assert len(looks) > 25, "the server was away while the job ran"
        assert len(tasks.client.list("listPhysicalNetworks")) == 1
    finally:
        server.stop()


@pytest.mark.parametrize("resource", ["physical_network", "firewall_rules", "converge"])
def test_jobs_that_nobody_knows_for_a_while_come_back(
    tasks: Tasks, resource: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, errors = load("client").Client, load("errors")
    call, unknown = client.call, dict.fromkeys([POLL, "listAsyncJobs"], 4)
    text = "Invalid parameter jobid value=1 due to incorrect long value format, or entity does not exist"

    def forgetful(self: Any, command: str, params: Any = None) -> dict[str, Any]:
        if unknown.get(command, 0) > 0:
            unknown[command] -= 1
            if command == POLL:
                raise errors.ApiError(command, 431, text)
            return {}
        answer: dict[str, Any] = call(self, command, params)
        return answer

    monkeypatch.setattr(client, "call", forgetful)
    if resource == "converge":
        wish = [{"physical_network": {**ZONE, "name": f"net-{number}"}} for number in range(4)]
        done = converge(tasks, wish)
        assert [row["changed"] for row in done["resources"]] == [True] * 4, done.get("msg")
        assert not converge(tasks, wish)["changed"]
    else:
        options = RULES if resource == "firewall_rules" else NETWORK
        assert tasks.run(resource, options)["changed"]
        assert tasks.run(resource, options)["changed"] is False
    assert unknown["listAsyncJobs" if resource == "firewall_rules" else POLL] < 4, "the server was asked meanwhile"


@pytest.fixture
def clock(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Time passes by sleeping only."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setattr(tasks.client, "sleep", lambda seconds: now.__setitem__(0, now[0] + seconds))
    return now


def test_a_job_that_stays_unknown_is_an_error_in_time(
    tasks: Tasks, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks.simulator.jobs.policy = Never()
    client = load("client").Client
    call = client.call
    nobody = "11111111-1111-1111-1111-111111111111"

    def other(self: Any, command: str, params: Any = None) -> Any:
        return call(self, command, {"jobid": nobody} if command == POLL else params)

    monkeypatch.setattr(client, "call", other)
    with pytest.raises(load("errors").ApiError, match="entity does not exist"):
        tasks.run("physical_network", NETWORK)
    assert load("jobs").FORGOTTEN <= clock[0] < 2 * load("jobs").FORGOTTEN


def test_a_deadline_tells_the_job_and_what_was_known(tasks: Tasks, clock: list[float]) -> None:
    tasks.simulator.jobs.policy = Never()
    options = SAMPLES["instance"]["create"]
    with pytest.raises(load("errors").JobTimeout) as caught:
        tasks.run("instance", options)
    job = tasks.simulator.store.all("job")[-1]
    failure = caught.value.failure
    assert (failure["command"], failure["jobid"]) == ("deployVirtualMachine", job["id"])
    assert (
        failure["job"]["jobinstanceid"] == tasks.client.list("listVirtualMachines", {"name": options["name"]})[0]["id"]
    )
    assert failure["job"]["created"] == job["created"]
    assert job["id"] in caught.value.message
    assert f"jobinstanceid {failure['job']['jobinstanceid']}" in caught.value.message


def test_a_deadline_without_an_answer_says_so(tasks: Tasks, clock: list[float]) -> None:
    for nth in range(1, 6000):
        tasks.simulator.faults.add("503", POLL, nth=nth)
    with pytest.raises(load("errors").JobTimeout, match="The server could not be asked about it"):
        tasks.run("physical_network", NETWORK)
