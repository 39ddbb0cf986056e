"""The HTTP side: faults, the control plane, many clients at once, state files, the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests

from cloudstack_simulator import Simulator
from cloudstack_simulator.auth import sign
from cloudstack_simulator.registry import simulated
from cloudstack_simulator.server import Server

PACKAGE = Path(__file__).resolve().parents[2] / "extensions" / "simulator"
ZONE = {"dns1": "192.0.2.1", "internaldns1": "192.0.2.2", "networktype": "Advanced"}


@pytest.fixture
def server() -> Iterator[Server]:
    with Simulator(api_key="key", secret_key="secret", strict=True).serve() as running:
        yield running


def call(url: str, command: str, **params: Any) -> requests.Response:
    query = {"command": command, "apikey": "key", "response": "json", **params}
    return requests.post(url, data={**query, "signature": sign(query, "secret")}, timeout=10)


def zones(server: Server) -> int:
    return server.simulator.store.count("zone")


def test_a_connection_dropped_before_the_work(server: Server) -> None:
    server.simulator.faults.add(command="createZone", kind="close_before")
    with pytest.raises(requests.ConnectionError):
        call(server.url, "createZone", name="z", **ZONE)
    assert zones(server) == 0
    assert call(server.url, "createZone", name="z", **ZONE).status_code == 200


def test_a_connection_dropped_after_the_work(server: Server) -> None:
    server.simulator.faults.add(command="createZone", kind="close_after")
    with pytest.raises(requests.ConnectionError):
        call(server.url, "createZone", name="z", **ZONE)
    assert zones(server) == 1
    assert call(server.url, "createZone", name="z", **ZONE).status_code == 431


def test_half_an_answer(server: Server) -> None:
    server.simulator.faults.add(command="createZone", kind="truncate")
    with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        call(server.url, "createZone", name="z", **ZONE)
    assert zones(server) == 1


@pytest.mark.parametrize("status", [503, 530, 431])
def test_a_status_instead_of_the_work(server: Server, status: int) -> None:
    server.simulator.faults.add(kind=str(status), nth=2)
    answers = [call(server.url, "createZone", name=f"z{n}", **ZONE).status_code for n in range(3)]
    assert answers == [200, status, 200]
    assert zones(server) == 2


def test_a_slow_answer_holds_up_nobody_else(server: Server) -> None:
    server.simulator.faults.add(command="listRegions", kind="slow", seconds=0.5)
    with ThreadPoolExecutor(1) as pool:
        begun = time.monotonic()
        slow = pool.submit(call, server.url, "listRegions")
        while server.simulator.faults:
            time.sleep(0.005)
        call(server.url, "listZones")
        assert time.monotonic() - begun < 0.4
        assert slow.result().status_code == 200
        assert time.monotonic() - begun >= 0.5


def test_an_unknown_fault_is_refused(server: Server) -> None:
    with pytest.raises(ValueError, match="no such fault"):
        server.simulator.faults.add(kind="earthquake")


def test_sixteen_clients_at_once(server: Server) -> None:
    def make(number: int) -> int:
        with requests.Session() as session:
            for turn in range(5):
                query = {"command": "createZone", "apikey": "key", "response": "json", "name": f"z{turn}", **ZONE}
                session.post(server.url, data={**query, "signature": sign(query, "secret")}, timeout=10)
                call(server.url, "createZone", name=f"z{number}-{turn}", **ZONE)
        return number

    with ThreadPoolExecutor(16) as pool:
        assert sorted(pool.map(make, range(16))) == list(range(16))
    names = [zone["name"] for zone in server.simulator.store.all("zone")]
    assert len(names) == len(set(names)) == 5 + 16 * 5
    assert server.simulator.writes == 160
    assert server.simulator.defects == []


def test_another_path_is_not_found(server: Server) -> None:
    assert requests.get(server.url.replace("/client/api", "/"), timeout=10).status_code == 404


def test_a_call_costs_less_than_three_milliseconds_in_the_server() -> None:
    simulator = Simulator(api_key="k", secret_key="s")
    for number in range(50):
        simulator.request("createZone", name=f"z{number}", **ZONE)
    times = []
    for _ in range(100):
        begun = time.perf_counter()
        simulator.request("listZones", name="z25")
        times.append(time.perf_counter() - begun)
    assert sorted(times)[50] < 0.003


def test_state_survives(tmp_path: Path) -> None:
    kept = tmp_path / "cloud.json"
    first = Simulator(api_key="k", secret_key="s", state_file=kept)
    first.request("createZone", name="z", **ZONE)
    zone = first.store.all("zone")[0]["id"]
    job = first.request("createPhysicalNetwork", zoneid=zone, name="pn")[1]["createphysicalnetworkresponse"]["jobid"]
    second = Simulator(api_key="k", secret_key="s", state_file=kept)
    assert second.dump() == first.dump()
    second.request("queryAsyncJobResult", jobid=job)
    end = second.request("queryAsyncJobResult", jobid=job)[1]["queryasyncjobresultresponse"]
    assert end["jobresult"]["physicalnetwork"]["name"] == "pn", "even a pending job goes on"
    third = Simulator(api_key="k", secret_key="s", state_file=kept)
    assert third.store.get("job", job)["jobstatus"] == 1, "a poll that ends a job is saved too"
    assert [path.name for path in tmp_path.iterdir()] == ["cloud.json"]


def test_a_state_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="format 1"):
        Simulator(api_key="k", secret_key="s").load({"kinds": {}})


def command_line(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "cloudstack_simulator", *arguments]


def test_the_command_line(tmp_path: Path) -> None:
    simulator = Simulator(api_key="key", secret_key="secret")
    simulator.request("createZone", name="seeded", **ZONE)
    seed = tmp_path / "seed.json"
    seed.write_text(json.dumps(simulator.dump()), encoding="utf-8")
    arguments = ["--port", "0", "--api-key", "key", "--secret-key", "secret", "--strict", "--seed", str(seed)]
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE)}
    with subprocess.Popen(command_line(*arguments), env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            assert call(url, "listZones").json()["listzonesresponse"]["zone"][0]["name"] == "seeded"
            assert call(url, "listZones", nmae="x").status_code == 431
        finally:
            process.terminate()
    assert process.returncode == 0


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.com"])
def test_other_machines_are_not_served_unasked(host: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE)}
    run = subprocess.run(command_line("--host", host), env=environment, capture_output=True, text=True, timeout=30)
    assert run.returncode == 2
    assert "--allow-remote" in run.stderr


def test_the_simulated_commands_are_listed() -> None:
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE)}
    run = subprocess.run(command_line("--commands"), env=environment, capture_output=True, text=True, timeout=30)
    assert run.stdout.split() == simulated()


def test_a_port_in_use_is_one_clear_line(server: Server) -> None:
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE)}
    taken = command_line("--port", str(server.port))
    run = subprocess.run(taken, env=environment, capture_output=True, text=True, timeout=30)
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "cannot bind" in run.stderr
