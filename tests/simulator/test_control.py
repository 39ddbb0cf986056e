"""The control plane: off unless asked for, on loopback, and everything that it steers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from callers import ZONE, call

from cloudstack_simulator import Simulator
from cloudstack_simulator.control import ControlServer
from cloudstack_simulator.registry import simulated
from cloudstack_simulator.server import Server
from cloudstack_simulator.web import is_loopback


class Plane:
    """A cloud with its API and its control plane."""

    def __init__(self, server: Server, control: ControlServer) -> None:
        self.simulator: Simulator = server.simulator
        self.api = server.url
        self.url = control.url

    def get(self, path: str, **headers: str) -> requests.Response:
        return requests.get(self.url + path, headers=headers, timeout=10)

    def post(self, path: str, **body: Any) -> requests.Response:
        return requests.post(self.url + path, data=json.dumps(body), timeout=10)


@pytest.fixture
def plane() -> Iterator[Plane]:
    simulator = Simulator(api_key="key", secret_key="secret", strict=True)
    with simulator.serve() as server, simulator.serve_control() as control:
        yield Plane(server, control)


def zones(plane: Plane) -> list[str]:
    return [zone["name"] for zone in plane.simulator.store.all("zone")]


def job_of(answer: requests.Response) -> str:
    return next(iter(answer.json().values()))["jobid"]


def job_status(plane: Plane, job: str) -> int:
    return call(plane.api, "queryAsyncJobResult", jobid=job).json()["queryasyncjobresultresponse"]["jobstatus"]


def begin(plane: Plane) -> str:
    """Start an asynchronous job in a zone; return its id."""
    if not zones(plane):
        call(plane.api, "createZone", name="z", **ZONE)
    zone = plane.simulator.store.all("zone")[0]["id"]
    name = f"pn{plane.simulator.store.count('job')}"
    return job_of(call(plane.api, "createPhysicalNetwork", zoneid=zone, name=name))


def test_the_api_port_has_no_control_plane(plane: Plane) -> None:
    base = plane.api.replace("/client/api", "")
    for path in ("/", "/simulator/calls", "/simulator/state", "/simulator/status"):
        assert requests.get(base + path, timeout=10).status_code == 404
    assert requests.post(base + "/simulator/reset", timeout=10).status_code == 404


def test_the_control_port_has_no_api(plane: Plane) -> None:
    assert call(plane.url.replace("/simulator/", "/client/api"), "listZones").status_code == 404


def test_calls_are_recorded_counted_and_forgotten(plane: Plane) -> None:
    call(plane.api, "createZone", name="z", **ZONE)
    call(plane.api, "listZones", nmae="x")
    seen = plane.get("calls").json()
    assert seen["writes"] == 1
    assert [(c["command"], c["status"], c["write"]) for c in seen["calls"]] == [
        ("createZone", 200, True),
        ("listZones", 431, False),
    ]
    assert seen["calls"][0]["params"] == {"name": "z", **ZONE}
    assert plane.get("counters").json() == {
        "calls": 2,
        "writes": 1,
        "commands": {"createZone": 1, "listZones": 1},
        "statuses": {"200": 1, "431": 1},
    }
    assert plane.post("calls/clear").status_code == 200
    assert plane.get("counters").json()["calls"] == 0


def test_reset_and_the_state_in_a_file(plane: Plane, tmp_path: Path) -> None:
    call(plane.api, "createZone", name="kept", **ZONE)
    kept = tmp_path / "cloud.json"
    kept.write_bytes(plane.get("state").content)
    assert plane.post("reset").status_code == 200
    assert zones(plane) == []
    assert requests.post(plane.url + "state", data=kept.read_bytes(), timeout=10).status_code == 200
    assert zones(plane) == ["kept"]


@pytest.mark.parametrize("kind", ["close_before", "close_after", "truncate"])
def test_a_cut_connection(plane: Plane, kind: str) -> None:
    assert plane.post("faults", kind=kind, command="createZone", nth=2).status_code == 200
    assert plane.get("faults").json() == {"faults": [{"kind": kind, "command": "createZone", "nth": 2, "seconds": 1.0}]}
    call(plane.api, "createZone", name="first", **ZONE)
    with pytest.raises(requests.RequestException):
        call(plane.api, "createZone", name="second", **ZONE)
    assert zones(plane) == (["first"] if kind == "close_before" else ["first", "second"])
    assert plane.get("faults").json() == {"faults": []}


@pytest.mark.parametrize("status", [503, 530, 431])
def test_a_status_in_place_of_the_work(plane: Plane, status: int) -> None:
    plane.post("faults", kind=str(status), command="createZone")
    assert call(plane.api, "createZone", name="z", **ZONE).status_code == status
    assert zones(plane) == []


def test_a_slow_answer(plane: Plane) -> None:
    plane.post("faults", kind="slow", command="listZones", seconds=0.3)
    assert call(plane.api, "listZones").elapsed.total_seconds() >= 0.3


def test_faults_are_called_off(plane: Plane) -> None:
    plane.post("faults", kind="503")
    plane.post("faults/clear")
    assert call(plane.api, "listZones").status_code == 200


def test_jobs_go_by_the_policy(plane: Plane) -> None:
    plane.post("policy", name="at_once")
    assert job_status(plane, begin(plane)) == 1
    plane.post("policy", name="after_polls", polls=2)
    job = begin(plane)
    assert [job_status(plane, job) for _ in range(3)] == [0, 0, 1]
    plane.post("policy", name="fail", text="out of luck")
    job = begin(plane)
    assert [job_status(plane, job) for _ in range(2)] == [0, 2]
    plane.post("policy", name="never")
    job = begin(plane)
    assert {job_status(plane, job) for _ in range(20)} == {0}


def test_the_clock_ends_jobs_and_leaves_signatures_valid(plane: Plane) -> None:
    plane.post("policy", name="after_seconds", seconds=3600)
    job = begin(plane)
    assert job_status(plane, job) == 0
    before = plane.get("clock").json()["now"]
    assert plane.post("clock", advance=3600).json()["now"] >= before + 3600
    assert job_status(plane, job) == 1
    assert call(plane.api, "listZones", signatureversion="3", expires_in=60).status_code == 200


def test_what_is_simulated(plane: Plane) -> None:
    assert plane.get("commands").json()["commands"] == simulated()


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("policy", b'{"name": "soon"}'),
        ("policy", b'{"name": "after_polls", "polls": "x"}'),
        ("policy", b"{}"),
        ("faults", b'{"kind": "earthquake"}'),
        ("faults", b'{"kind": "503", "nth": "x"}'),
        ("faults", b"[]"),
        ("clock", b"{}"),
        ("clock", b'{"advance": "x"}'),
        ("state", b"{}"),
        ("state", b'{"format": 1}'),
        ("state", b"\xff"),
        ("reset", b"{"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(plane: Plane, path: str, body: bytes) -> None:
    call(plane.api, "createZone", name="z", **ZONE)
    answer = requests.post(plane.url + path, data=body, timeout=10)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert zones(plane) == ["z"]
    assert call(plane.api, "listZones").status_code == 200
    assert plane.simulator.defects == []


def test_an_unknown_route_lists_the_known_ones(plane: Plane) -> None:
    answer = plane.get("nothing")
    assert answer.status_code == 404
    assert "POST faults" in answer.json()["error"]


def test_other_sites_are_refused(plane: Plane) -> None:
    assert plane.get("state", Host="evil.example.com").status_code == 403
    assert plane.get("state", Origin="http://evil.example.com").status_code == 403
    answer = requests.post(plane.url + "reset", headers={"Origin": "http://evil.example.com"}, timeout=10)
    assert answer.status_code == 403


def test_only_this_machine_reaches_it(plane: Plane) -> None:
    assert is_loopback("127.0.0.1")
    assert is_loopback("::1")
    assert not is_loopback("0.0.0.0")
    assert plane.url.startswith("http://127.0.0.1:")


def test_the_integration_port_asks_for_no_signature() -> None:
    simulator = Simulator(api_key="key", secret_key="secret")
    with simulator.serve() as signed, simulator.serve(signed=False) as unsigned:
        query = {"command": "listZones", "response": "json"}
        assert requests.get(signed.url, params=query, timeout=10).status_code == 401
        assert requests.get(unsigned.url, params=query, timeout=10).json() == {"listzonesresponse": {}}
