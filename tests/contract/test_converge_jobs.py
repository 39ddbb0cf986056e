"""Many jobs at the same time: together, each once, whatever happens to the answers."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from typing import Any

import pytest

from cloudstack_simulator.jobs import AfterPolls, AfterSeconds, Fail, Never, Policy
from contract.catalogue import load
from contract.fleet import converge, hosts, instances
from contract.samples import ZONE
from contract.world import Tasks


@pytest.fixture
def policy(tasks: Tasks) -> Any:
    """Sets how jobs progress, for this test."""

    def set_policy(wanted: Policy) -> None:
        tasks.simulator.jobs.policy = wanted

    yield set_policy
    tasks.simulator.jobs.policy = AfterPolls(1)
    tasks.simulator.faults.clear()


def names(tasks: Tasks) -> Counter[str]:
    """How many instances of each name there are."""
    return Counter(row["name"] for row in tasks.client.list("listVirtualMachines") if row["name"].startswith("node-"))


def networks(count: int) -> list[dict[str, Any]]:
    return [{"physical_network": {**ZONE, "name": f"more-{number:02}"}} for number in range(count)]


def test_a_fleet_takes_no_longer_than_its_jobs(tasks: Tasks, policy: Any) -> None:
    seconds = 4.0
    assert "failed" not in converge(tasks, hosts(8))
    tasks.simulator.clear_calls()
    policy(AfterSeconds(seconds))
    started = time.monotonic()
    done = converge(tasks, instances(100))
    took = time.monotonic() - started
    assert [row["changed"] for row in done["resources"]] == [True] * 100, done.get("msg")
    assert names(tasks) == Counter(f"node-{number:03}" for number in range(100))
    assert took < 100 * seconds / 8
    polls = Counter(call.command for call in tasks.simulator.calls)
    assert polls["deployVirtualMachine"] == 100
    assert polls["queryAsyncJobResult"] < 200
    assert polls["listAsyncJobs"] < 100
    assert not converge(tasks, instances(100))["changed"]
    assert tasks.calls <= 10


@pytest.mark.parametrize("seed", range(3))
def test_faults_lose_nothing_and_double_nothing(tasks: Tasks, policy: Any, seed: int) -> None:
    chance = random.Random(seed)
    assert "failed" not in converge(tasks, hosts(1)), "the instances need room"
    fleet = instances(12)
    for call in range(3, 90, 3):
        kind = chance.choice(["503", "close_before", "close_after", "truncate"])
        tasks.simulator.faults.add(kind, nth=call)
    done = converge(tasks, fleet)
    tasks.simulator.faults.clear()
    assert "failed" not in done, done["msg"]
    assert names(tasks) == Counter(f"node-{number:03}" for number in range(12))
    assert not converge(tasks, fleet)["changed"]


def test_a_failing_job_stops_what_comes_after(tasks: Tasks, policy: Any) -> None:
    policy(Fail("no capacity", "createPhysicalNetwork", nth=2))
    done = converge(tasks, [*networks(4), *instances(2)], max_parallel=1)
    failed = [row for row in done["resources"] if row.get("failed")]
    assert [row["failure"]["errortext"] for row in failed] == ["no capacity"]
    assert [row.get("skipped") for row in done["resources"][4:]] == [True, True]
    assert names(tasks) == Counter()
    policy(AfterPolls(1))
    again = converge(tasks, [*networks(4), *instances(2)])
    assert "failed" not in again, again["msg"]
    assert [row["changed"] for row in again["resources"][4:]] == [True, True]


def test_a_failing_job_may_leave_the_others_to_go_on(tasks: Tasks, policy: Any) -> None:
    policy(Fail("no capacity", "createPhysicalNetwork", nth=2))
    done = converge(tasks, [*networks(4), *instances(2)], on_error="continue")
    assert Counter((row["changed"], bool(row.get("failed"))) for row in done["resources"]) == {
        (True, False): 5,
        (False, True): 1,
    }
    assert len(names(tasks)) == 2


def test_a_refusal_at_once_begins_nothing_more(tasks: Tasks, policy: Any) -> None:
    tasks.simulator.faults.add("431", "createPhysicalNetwork", nth=2)
    done = converge(tasks, networks(6), max_parallel=1)
    assert sum(call.command == "createPhysicalNetwork" for call in tasks.simulator.calls) == 2
    assert Counter(bool(row.get("skipped")) for row in done["resources"])[True] == 4


def test_jobs_that_do_not_end_are_given_up_in_time(tasks: Tasks, policy: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    policy(Never())
    client, settings = load("client"), load("settings")
    own = tasks.client.settings
    short = settings.Settings(own.url, own.key, own.secret, job_timeout=1)
    monkeypatch.setattr(tasks, "client", client.Client(short))
    done = converge(tasks, networks(5))
    assert [row["msg"].split(";")[0] for row in done["resources"]] == [
        "the job of createPhysicalNetwork did not end within 1 seconds (api_job_timeout)"
    ] * 5
    assert len({row["failure"]["jobid"] for row in done["resources"]}) == 5


def test_a_caller_who_may_not_list_jobs_asks_for_each(
    tasks: Tasks, policy: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, errors = load("client"), load("errors")
    listing, refused = client.Client.list, []

    def refuse(self: Any, command: str, *rest: Any) -> Any:
        if command == "listAsyncJobs":
            refused.append(command)
            raise errors.ApiError(command, 432, "The user is not allowed to request the API command")
        return listing(self, command, *rest)

    monkeypatch.setattr(client.Client, "list", refuse)
    policy(AfterSeconds(0.5))
    done = converge(tasks, networks(6))
    assert [row["changed"] for row in done["resources"]] == [True] * 6, done.get("msg")
    assert len(refused) == 1


def test_progress_is_told_while_jobs_run(tasks: Tasks, policy: Any) -> None:
    policy(AfterSeconds(1.5))
    told: list[tuple[int, int, int, bool]] = []
    converge(
        tasks,
        networks(5),
        report=lambda progress: told.append((progress.done, len(progress.running), progress.failed, progress.over)),
    )
    assert (0, 5, 0, False) in told
    assert told[-1] == (5, 0, 0, True)
    assert [done for done, *rest in told] == sorted(done for done, *rest in told)


def test_nothing_to_do_tells_no_progress(tasks: Tasks) -> None:
    told: list[Any] = []
    converge(tasks, [{"pod": {**ZONE, "name": "pod-1"}}], report=told.append)
    assert told == []


def test_a_board_that_is_closed_lets_nobody_wait(tasks: Tasks, policy: Any) -> None:
    policy(Never())
    board = load("fleet.board").Board(tasks.client.settings)
    job = tasks.simulator.request("createPhysicalNetwork", name="left", zoneid=_zone(tasks))[1]
    caught: list[Exception] = []

    def wait() -> None:
        try:
            board.wait("createPhysicalNetwork", job["createphysicalnetworkresponse"]["jobid"])
        except load("errors").CloudError as error:
            caught.append(error)

    waiter = threading.Thread(target=wait)
    waiter.start()
    time.sleep(0.3)
    board.close()
    waiter.join(timeout=5)
    assert not waiter.is_alive()
    assert "goes on at the server" in str(caught[0])


def _zone(tasks: Tasks) -> str:
    return str(tasks.client.list("listZones")[0]["id"])
