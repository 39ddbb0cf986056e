"""Asynchronous jobs: policies, order, failures, and what shows of them."""

from __future__ import annotations

from typing import Any

import pytest

from cloudstack_simulator import AfterPolls, AfterSeconds, AtOnce, Fail, Never, Simulator


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cloud(clock: Clock) -> Simulator:
    simulator = Simulator(api_key="k", secret_key="s", strict=True, clock=clock)
    simulator.request("createZone", name="z", dns1="192.0.2.1", internaldns1="192.0.2.2", networktype="Advanced")
    return simulator


def start(cloud: Simulator, name: str = "pn") -> dict[str, str]:
    """Begin to create a physical network: {"id", "jobid"}."""
    zone = cloud.store.all("zone")[0]["id"]
    status, body = cloud.request("createPhysicalNetwork", zoneid=zone, name=name)
    assert status == 200, body
    return body["createphysicalnetworkresponse"]


def poll(cloud: Simulator, job: dict[str, str]) -> dict[str, Any]:
    return cloud.request("queryAsyncJobResult", jobid=job["jobid"])[1]["queryasyncjobresultresponse"]


def test_by_default_the_first_poll_is_too_early(cloud: Simulator) -> None:
    job = start(cloud)
    early, late = poll(cloud, job), poll(cloud, job)
    assert (early["jobstatus"], late["jobstatus"]) == (0, 1)
    assert "jobresult" not in early
    assert early["managementservername"] == "localhost"
    assert late["jobresult"]["physicalnetwork"]["id"] == job["id"] == late["jobinstanceid"]
    assert late["created"] == late["completed"] == "2027-01-15T08:00:00+0000"


def test_at_once(cloud: Simulator) -> None:
    cloud.jobs.policy = AtOnce()
    assert poll(cloud, start(cloud))["jobstatus"] == 1


def test_a_job_that_nobody_polls_ends_all_the_same(cloud: Simulator) -> None:
    cloud.jobs.policy = AfterPolls(polls=5, calls=3)
    start(cloud)
    counts = [cloud.request("listAsyncJobs")[1]["listasyncjobsresponse"].get("count", 0) for _ in range(4)]
    assert counts == [1, 1, 0, 0]


def test_after_seconds_of_the_injected_clock(cloud: Simulator, clock: Clock) -> None:
    cloud.jobs.policy = AfterSeconds(30)
    job = start(cloud)
    assert [poll(cloud, job)["jobstatus"] for _ in range(5)] == [0] * 5
    clock.now += 30
    assert poll(cloud, job)["completed"] == "2027-01-15T08:00:30+0000"


def test_never(cloud: Simulator) -> None:
    cloud.jobs.policy = Never()
    job = start(cloud)
    assert {poll(cloud, job)["jobstatus"] for _ in range(30)} == {0}
    cloud.jobs.policy = AtOnce()
    assert poll(cloud, job)["jobstatus"] == 1, "a policy rules the jobs that are pending"


def test_the_nth_job_of_a_command_fails(cloud: Simulator) -> None:
    cloud.jobs.policy = Fail("out of luck", command="createPhysicalNetwork", nth=2, then=AtOnce())
    ends = [poll(cloud, start(cloud, f"pn{n}")) for n in range(3)]
    assert [end["jobstatus"] for end in ends] == [1, 2, 1]
    assert ends[1]["jobresultcode"] == 530
    assert ends[1]["jobresult"] == {"errorcode": 530, "errortext": "out of luck"}


def test_a_job_that_fails_changes_nothing(cloud: Simulator) -> None:
    cloud.jobs.policy = AtOnce()
    network = start(cloud)["id"]
    cloud.jobs.policy = Fail("no", then=AtOnce())
    cloud.request("deletePhysicalNetwork", id=network)
    assert cloud.request("listPhysicalNetworks")[1]["listphysicalnetworksresponse"]["count"] == 1


def test_jobs_on_one_thing_end_in_order(cloud: Simulator) -> None:
    cloud.jobs.policy = AtOnce()
    network = start(cloud)["id"]
    cloud.jobs.policy = AfterPolls(1, calls=100)
    first = cloud.request("updatePhysicalNetwork", id=network, state="Enabled")[1]["updatephysicalnetworkresponse"]
    second = cloud.request("updatePhysicalNetwork", id=network, state="Disabled")[1]["updatephysicalnetworkresponse"]
    assert [poll(cloud, second)["jobstatus"] for _ in range(4)] == [0] * 4, "it waits for the first"
    assert [poll(cloud, first)["jobstatus"] for _ in range(2)] == [0, 1]
    assert poll(cloud, second)["jobresult"]["physicalnetwork"]["state"] == "Disabled"


def test_polls_are_no_writes(cloud: Simulator) -> None:
    cloud.clear_calls()
    poll(cloud, start(cloud))
    assert [(call.command, call.write) for call in cloud.calls] == [
        ("createPhysicalNetwork", True),
        ("queryAsyncJobResult", False),
    ]
    assert cloud.writes == 1
