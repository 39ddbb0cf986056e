"""Whatever write is struck by a fault, the task or the next run ends where an undisturbed one does."""

from __future__ import annotations

import time
from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest
from clouds import differences, likeness
from contract.samples import POD, SAMPLES, ZONE
from contract.world import Tasks

from ansible_collections.cloudstack.cloud.plugins.module_utils import jobs as waiting
from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import CloudError, JobTimeout
from ansible_collections.cloudstack.cloud.plugins.module_utils.registry import KINDS
from cloudstack_simulator import jobs
from cloudstack_simulator.surface import surface

CREATIONS: dict[str, dict[str, Any]] = {
    "zone": {**SAMPLES["zone"]["create"], "details": {"purpose": "test"}},
    "physical_network": {**SAMPLES["physical_network"]["create"], "state": "enabled"},
    "pod": {**SAMPLES["pod"]["create"], "state": "disabled"},
    "cluster": {**POD, "name": "cluster-2", "hypervisor": "Simulator", "managed_state": "Unmanaged"},
    "host": {**SAMPLES["host"]["create"], "annotation": "rack 7", "allocation_state": "disabled"},
    "storage_pool": {**SAMPLES["storage_pool"]["create"], "allocation_state": "disabled"},
    "network": SAMPLES["network"]["create"],
    "instance": {**SAMPLES["instance"]["create"], "ha_enabled": True, "state": "stopped"},
    "ip_address": {**SAMPLES["ip_address"]["create"], "ip_address": "198.51.100.60"},
    "ssh_key": SAMPLES["ssh_key"]["create"],
    "vlan_ip_range": SAMPLES["vlan_ip_range"]["create"],
    "firewall": {**SAMPLES["firewall.ingress"]["create"], "tags": [{"key": "rule", "value": "api"}]},
    "portforward": {**SAMPLES["portforward"]["create"], "tags": [{"key": "rule", "value": "ssh"}]},
    "vpc_offering": {**SAMPLES["vpc_offering"]["create"], "state": "enabled"},
    "vpc": SAMPLES["vpc"]["create"],
    "network_acl": SAMPLES["network_acl"]["create"],
    "network_acl_rule": SAMPLES["network_acl_rule"]["create"],
    "network_offering": SAMPLES["network_offering"]["create"],
    "vpc_private_gateway": SAMPLES["vpc_private_gateway"]["create"],
    "static_route": SAMPLES["static_route"]["create"],
    "volume": {**SAMPLES["volume"]["create"], "vm": "web-1", "state": "attached"},
    "instance_import": SAMPLES["instance_import"]["create"],
    **{
        name: SAMPLES[name]["create"]
        for name in (
            "affinity_group",
            "annotation",
            "backup",
            "backup_offering",
            "backup_repository",
            "backup_schedule",
            "instance_group",
            "instance_schedule",
            "instance_snapshot",
            "iso",
            "tag",
            "template",
            "user_data",
            "volume_snapshot",
            "volume_snapshot_policy",
        )
    },
    "static_nat": {**ZONE, "ip_address": "198.51.100.51", "vm": "web-1"},
    "lb_rule": SAMPLES["lb_rule"]["create"],
    "lb_rule_member": SAMPLES["lb_rule_member"]["create"],
    "lb_internal": SAMPLES["lb_internal"]["create"],
    "lb_internal_member": SAMPLES["lb_internal_member"]["create"],
    "vpn_customer_gateway": SAMPLES["vpn_customer_gateway"]["create"],
    "vpn_gateway": SAMPLES["vpn_gateway"]["create"],
    "vpn_connection": SAMPLES["vpn_connection"]["create"],
    "remote_access_vpn": SAMPLES["remote_access_vpn"]["create"],
    "vpn_user": SAMPLES["vpn_user"]["create"],
    "security_group": SAMPLES["security_group"]["create"],
    "security_group_rule": SAMPLES["security_group_rule.ingress"]["create"],
    "routing_firewall": SAMPLES["routing_firewall"]["create"],
    "ipv6_firewall": SAMPLES["ipv6_firewall"]["create"],
    "instance_nic": {**SAMPLES["instance_nic"]["create"], "is_default": True},
}
WRITES = {"zone": 2, "physical_network": 2, "host": 3, "instance": 3, "ip_address": 2, "network": 2, "lb_rule": 2}
"""How many writes some creations take at least: fewer, and this test would try less than it says."""


def writes_of(tasks: Tasks) -> list[str]:
    return [call.command for call in tasks.simulator.calls if call.write]


@pytest.mark.parametrize("kind", ["close_before", "close_after", "503"])
@pytest.mark.parametrize("name", CREATIONS)
def test_every_write_of_a_creation_may_be_struck(tasks: Tasks, name: str, kind: str) -> None:
    simulator, options = tasks.simulator, CREATIONS[name]
    base = simulator.dump()
    tasks.run(name, options)
    commands = writes_of(tasks)
    assert len(commands) >= WRITES.get(name, 1)
    undisturbed = at_rest(tasks, base)
    assert differences(likeness(base, base), undisturbed), "the creation created nothing"

    for index, command in enumerate(commands):
        simulator.load(base)
        simulator.clear_calls()
        simulator.faults.add(kind, command, nth=commands[: index + 1].count(command))
        error = run_struck(tasks, name, options)
        assert len(simulator.faults) == 0, f"{command} was not struck"
        assert error is None or error.failure["command"] == command
        again = tasks.run(name, options)
        assert again["changed"] is (error is not None), "what the first run did well needs nothing more"
        assert differences(undisturbed, at_rest(tasks, base)) == [], f"after {kind} at {command}"
        assert tasks.run(name, options)["changed"] is False


def at_rest(tasks: Tasks, base: dict[str, Any]) -> dict[str, list[str]]:
    """What the cloud is like when the jobs that nobody waits for any more have ended, too."""
    tasks.simulator.jobs.policy, policy = jobs.AtOnce(), tasks.simulator.jobs.policy
    tasks.simulator.request("listRegions")
    tasks.simulator.jobs.policy = policy
    return likeness(tasks.simulator.dump(), base)


def run_struck(tasks: Tasks, name: str, options: dict[str, Any]) -> CloudError | None:
    """Run a task that a fault strikes; None when it ended well all the same."""
    try:
        tasks.run(name, options)
    except CloudError as error:
        return error
    return None


@pytest.mark.parametrize("kind", ["close_after", "truncate"])
def test_a_key_pair_whose_private_key_got_lost_is_made_anew(tasks: Tasks, kind: str) -> None:
    tasks.simulator.faults.add(kind, "createSSHKeyPair", nth=1)
    made = tasks.run("ssh_key", {"name": "fresh"})
    assert made["private_key"].startswith("-----BEGIN")
    assert writes_of(tasks) == ["createSSHKeyPair", "deleteSSHKeyPair", "createSSHKeyPair"]
    assert tasks.info("ssh_key", {"name": "fresh"})[0]["fingerprint"] == made["fingerprint"]


@pytest.mark.parametrize("kind", ["close_before", "close_after"])
def test_what_a_lost_command_did_is_not_undone(tasks: Tasks, kind: str) -> None:
    """The state in which a disk was before is none to come back to, unless the task left it for a while."""
    disk = {**ZONE, "name": "spare", "disk_offering": "Small"}
    tasks.run("volume", disk)
    tasks.simulator.faults.add(kind, "attachVolume", nth=1)
    assert tasks.run("volume", {**disk, "vm": "web-1", "state": "attached"})["vm"] == "web-1"
    assert "detachVolume" not in writes_of(tasks)


def test_the_jobs_of_every_command_are_known_by_their_class() -> None:
    recorded = {name: one.job_class for name, one in surface().commands.items() if one.is_async and one.job_class}
    assert len(recorded) > 140
    unknown = {
        name: job_class
        for name, job_class in recorded.items()
        if not job_class.rpartition(".")[2].startswith(waiting.work_of(name))
    }
    assert unknown == {}


def test_maintenance_whose_answer_was_lost_is_waited_for(tasks: Tasks) -> None:
    pool = {**ZONE, "name": SAMPLES["storage_pool"]["create"]["name"]}
    tasks.run("storage_pool", SAMPLES["storage_pool"]["create"])
    tasks.simulator.jobs.policy = jobs.AfterPolls(polls=3, calls=1000)
    tasks.simulator.clear_calls()
    tasks.simulator.faults.add("close_after", "enableStorageMaintenance")
    done = tasks.run("storage_pool", {**pool, "allocation_state": "maintenance"})
    tasks.simulator.jobs.policy = jobs.AfterPolls(1)
    assert done["allocation_state"] == "maintenance"
    assert writes_of(tasks) == ["enableStorageMaintenance"]


def creator(name: str) -> str:
    """The command that makes one of a kind."""
    kind = KINDS[name]
    return str((kind.choose(CREATIONS[name]) if hasattr(kind, "choose") else kind).create)


SLOW = sorted(name for name in CREATIONS if surface().commands[creator(name)].is_async)
"""Creations that a job ends."""


@pytest.mark.parametrize("name", SLOW)
def test_a_later_run_takes_up_what_a_job_still_makes(tasks: Tasks, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run gives up waiting; the next one finds what the job makes, and makes no second."""
    simulator, options = tasks.simulator, CREATIONS[name]
    base = simulator.dump()
    tasks.run(name, options)
    undisturbed = at_rest(tasks, base)
    creations = writes_of(tasks)
    simulator.load(base)
    simulator.clear_calls()
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setattr(tasks.client, "sleep", lambda seconds: now.__setitem__(0, now[0] + seconds))
    with monkeypatch.context() as patch:
        patch.setattr(simulator.jobs, "policy", jobs.Never())
        error = run_struck(tasks, name, options)
    assert isinstance(error, JobTimeout)
    assert error.failure["jobid"]
    tasks.run(name, options)
    assert Counter(writes_of(tasks)) - Counter(creations) == Counter(), "something was made twice"
    assert differences(undisturbed, at_rest(tasks, base)) == []
    assert tasks.run(name, options)["changed"] is False


@pytest.mark.parametrize(
    ("command", "instance", "joined"),
    [("createBackup", "vm-1", True), ("createBackup", "vm-2", False), ("deleteBackup", "vm-1", False)],
)
def test_only_a_job_about_the_same_thing_is_joined(command: str, instance: str, joined: bool) -> None:
    kind = f"org.example.{command[:1].upper()}{command[1:]}Cmd"
    row = {"jobid": "j", "cmd": kind, "jobinstanceid": instance, "jobstatus": 0}
    asked: list[str] = []

    def call(_command: str, params: dict[str, str]) -> dict[str, object]:
        asked.append(params["jobid"])
        return {"jobstatus": 1, "jobresult": {}}

    client: Any = SimpleNamespace(list=lambda _command: [row], call=call, settings=SimpleNamespace(job_timeout=9))
    assert waiting.join(client, "createBackup", {"virtualmachineid": "vm-1"}) is joined
    assert asked == ["j"] * joined
