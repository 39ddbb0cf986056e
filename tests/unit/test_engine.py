"""The engine over HTTP: check mode, waiting, states that pass, and what is told only once."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from clouds import differences, likeness
from contract.samples import OFFERING, SAMPLES, TEMPLATE, ZONE
from contract.world import Tasks

from ansible_collections.cloudstack.cloud.plugins.module_utils.engine import Engine
from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import CloudError, JobTimeout
from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.network import NETWORK
from cloudstack_simulator import jobs

INSTANCE = {
    **ZONE,
    "name": "app-1",
    "template": TEMPLATE,
    "service_offering": "Small Instance",
    "networks": ["web-net"],
}
CREATED = ["zone", "pod", "host", "network", "instance", "ip_address", "portforward", "storage_pool", "ssh_key"]


@pytest.fixture(autouse=True)
def policy(tasks: Tasks) -> Any:
    """Put the simulator's ways back after each test: the cloud is shared."""
    yield
    tasks.simulator.jobs.policy = jobs.AfterPolls(1)
    tasks.simulator.faults.clear()


def count_looks(tasks: Tasks, command: str) -> int:
    return sum(1 for call in tasks.simulator.calls if call.command == command)


@pytest.mark.parametrize("kind", ["close_after", "503"])
@pytest.mark.parametrize("name", CREATED)
def test_check_mode_writes_nothing_whatever_happens(tasks: Tasks, name: str, kind: str) -> None:
    options = SAMPLES[name]["create"]
    plain = tasks.run(name, options, check=True)
    for nth in range(1, 40, 3):
        tasks.simulator.faults.add(kind, nth=nth)
    base = tasks.simulator.dump()
    state = likeness(base, base)
    told = tasks.run(name, options, check=True)
    assert tasks.writes == 0
    assert told == plain
    assert differences(state, likeness(tasks.simulator.dump(), base)) == []
    assert len(tasks.simulator.faults) < 13, "the faults struck"


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("instance", {**INSTANCE, "name": "web-1", "state": "absent"}),
        ("instance", {**INSTANCE, "name": "web-1", "state": "restarted"}),
        ("instance", {**INSTANCE, "name": "web-1", "service_offering": "Medium Instance", "force": True}),
        ("zone", {"name": "zone-1", "dns2": "192.0.2.54", "state": "disabled"}),
        ("physical_network", {**ZONE, "name": "physical-2", "nsps_enabled": ["VirtualRouter"]}),
        ("storage_pool", {**ZONE, "pod": "pod-1", "cluster": "cluster-1", "name": "primary-1", "state": "absent"}),
    ],
)
def test_check_mode_of_a_change_writes_nothing(tasks: Tasks, name: str, options: dict[str, Any]) -> None:
    assert tasks.run(name, options, check=True)["changed"]
    assert tasks.writes == 0


def test_nobody_waits_when_poll_async_is_false(tasks: Tasks) -> None:
    tasks.simulator.jobs.policy = jobs.Never()
    made = tasks.run("instance", {**INSTANCE, "poll_async": False})
    assert made["changed"]
    assert made["id"]
    assert count_looks(tasks, "queryAsyncJobResult") == 0
    assert tasks.simulator.store.get("virtualmachine", made["id"])["state"] == "Starting"


def test_a_last_move_is_not_waited_for_when_poll_async_is_false(tasks: Tasks) -> None:
    tasks.simulator.jobs.policy = jobs.Never()
    stopped = tasks.run("instance", {**INSTANCE, "name": "web-1", "state": "stopped", "poll_async": False})
    assert stopped["changed"]
    assert count_looks(tasks, "queryAsyncJobResult") == 0
    assert tasks.simulator.store.get("virtualmachine", stopped["id"])["state"] == "Stopping"


def test_all_but_the_last_step_are_waited_for(tasks: Tasks) -> None:
    options = {**INSTANCE, "name": "web-1", "service_offering": "Medium Instance", "force": True, "state": "started"}
    done = tasks.run("instance", {**options, "poll_async": False})
    assert done["changed"]
    writes = [call.command for call in tasks.simulator.calls if call.write]
    assert writes == ["stopVirtualMachine", "changeServiceForVirtualMachine", "startVirtualMachine"]
    tasks.simulator.jobs.policy = jobs.AtOnce()
    assert tasks.run("instance", options)["changed"] is False


@pytest.mark.parametrize(
    ("start", "options", "writes", "final"),
    [
        ("startVirtualMachine", {"state": "started"}, [], "Running"),
        ("startVirtualMachine", {"state": "stopped"}, ["stopVirtualMachine"], "Stopped"),
        ("startVirtualMachine", {"state": "absent"}, ["destroyVirtualMachine"], "Destroyed"),
    ],
)
def test_a_state_that_passes_is_waited_for(
    tasks: Tasks, start: str, options: dict[str, Any], writes: list[str], final: str
) -> None:
    base = {**INSTANCE, "name": "web-1"}
    identity = tasks.run("instance", {**base, "state": "stopped"})["id"]
    tasks.simulator.jobs.policy = jobs.AfterPolls(3, calls=6)
    status, _ = tasks.simulator.request(start, id=identity)
    assert status == 200
    assert tasks.simulator.store.get("virtualmachine", identity)["state"] == "Starting"
    tasks.simulator.clear_calls()
    done = tasks.run("instance", {**base, **options})
    assert [call.command for call in tasks.simulator.calls if call.write] == writes
    assert done.get("state", final) == final
    assert tasks.simulator.store.get("virtualmachine", identity)["state"] == final


def test_a_state_that_does_not_pass_is_not_waited_for_without_end(tasks: Tasks, clock: Callable[[float], None]) -> None:
    base = {**INSTANCE, "name": "web-1"}
    identity = tasks.run("instance", {**base, "state": "stopped"})["id"]
    tasks.simulator.jobs.policy = jobs.Never()
    tasks.simulator.request("startVirtualMachine", id=identity)
    with pytest.raises(JobTimeout, match="'web-1' stays Starting"):
        tasks.run("instance", {**base, "state": "stopped"})
    assert tasks.writes == 0


@pytest.fixture
def clock(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Time passes by sleeping only."""
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setattr(tasks.client, "sleep", sleep)
    return sleep


def test_a_job_without_end_is_told_with_its_option(tasks: Tasks, clock: Callable[[float], None]) -> None:
    tasks.simulator.jobs.policy = jobs.Never()
    with pytest.raises(JobTimeout, match=r"deployVirtualMachine did not end within 3600 seconds \(api_job_timeout\)"):
        tasks.run("instance", INSTANCE)
    tasks.simulator.jobs.policy = jobs.AfterPolls(1)
    tasks.run("instance", INSTANCE)
    assert tasks.writes == 0, "the next run takes up what the first one began"
    assert [one["name"] for one in tasks.info("instance", ZONE)].count("app-1") == 1


def test_a_host_goes_through_maintenance_however_long_it_takes(tasks: Tasks) -> None:
    host = {**ZONE, "pod": "pod-1", "cluster": "cluster-1", "name": "host-2", "hypervisor": "Simulator"}
    tasks.run("host", {**host, "url": "http://sim/zone-1/h2"})
    tasks.simulator.jobs.policy = jobs.AfterPolls(3)
    gone = tasks.run("host", {**host, "state": "absent"})
    assert gone["changed"]
    writes = [call.command for call in tasks.simulator.calls if call.write][-2:]
    assert writes == ["prepareHostForMaintenance", "deleteHost"]
    assert tasks.info("host", {**ZONE, "name": "host-2"}) == []


def test_a_private_key_is_told_once(tasks: Tasks) -> None:
    made = tasks.run("ssh_key", {"name": "fresh"})
    assert "PRIVATE KEY" in made["private_key"]
    assert "private_key" not in made["diff"]["after"]
    assert "private_key" not in tasks.run("ssh_key", {"name": "fresh"})
    assert "private_key" not in tasks.run("ssh_key", {"name": "fresh"}, check=True)


def test_what_becomes_of_a_failed_job_is_taken_up(tasks: Tasks) -> None:
    tasks.simulator.jobs.policy = jobs.Fail("no capacity", "deployVirtualMachine")
    with pytest.raises(CloudError, match="the job of deployVirtualMachine failed: no capacity") as caught:
        tasks.run("instance", INSTANCE)
    assert caught.value.failure["jobid"]
    tasks.run("instance", {**INSTANCE, "state": "started"})
    found = [one for one in tasks.info("instance", ZONE) if one["name"] == "app-1"]
    assert [one["state"] for one in found] == ["Running"]


def test_what_was_looked_up_is_forgotten_after_a_change(tasks: Tasks) -> None:
    network = Engine(tasks.client)
    options = {**ZONE, "name": "one-run", "network_offering": OFFERING}
    assert network.converge(NETWORK, options).changed
    assert not network.converge(NETWORK, options).changed
    assert network.converge(NETWORK, {**options, "state": "absent"}).changed
    assert not network.converge(NETWORK, {**options, "state": "absent"}).changed
