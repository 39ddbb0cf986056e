"""The role `zone` in a real ansible-playbook that is killed while it sends a call, and run again."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from cloudstack_simulator import jobs
from cloudstack_simulator.simulator import Dropped
from faults.portrait import Portrait, differences, portrait
from helpers.zones import example

pytestmark = pytest.mark.playbook

PLAYBOOK = "cloudstack.cloud.zone"
KILLS = 2
SEED = 13
TIMEOUT = 300.0


def at_rest(simulator: Any) -> Portrait:
    simulator.jobs.policy, policy = jobs.AtOnce(), simulator.jobs.policy
    simulator.request("listRegions")
    simulator.jobs.policy = policy
    return portrait(simulator.dump())


def family(pid: int) -> list[int]:
    """A process and all that came of it.

    Ansible's workers have sessions of their own, so that no signal to a group ends them.
    """
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(path.parent.name)] = int(path.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def end(pid: int) -> None:
    """Kill a process and all that came of it."""
    for one in family(pid):
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


def killed(simulator: Any, environment: dict[str, str], scratch: Path, at: int) -> int:
    """Run the role and kill all of its processes before the call with this number is answered; its exit code."""
    ordinary, sent = simulator.call, 0
    command = [sys.executable, "-m", "ansible", "playbook", "--extra-vars", json.dumps(example("advanced")), PLAYBOOK]
    with subprocess.Popen(
        command,
        cwd=scratch,
        env={**environment, "TASK_RESULTS_FILE": str(scratch / "killed.jsonl")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:

        def deadly(*call: Any) -> Any:
            nonlocal sent
            sent += 1
            if sent == at:
                end(process.pid)
            if sent >= at:
                raise Dropped("nobody is there any more")
            return ordinary(*call)

        simulator.call = deadly
        try:
            return process.wait(TIMEOUT)
        finally:
            if process.poll() is None:
                end(process.pid)
            simulator.call = ordinary


def test_a_killed_playbook_is_completed_by_the_next(
    simulator: Any, run_playbook: Callable[..., Any], cloud_env: dict[str, str], tmp_path: Path
) -> None:
    run = run_playbook(PLAYBOOK, example("advanced"))
    assert run.rc == 0, run.stdout + run.stderr
    undisturbed, calls = at_rest(simulator), len(simulator.calls)
    for number in random.Random(SEED).sample(range(2, calls * 2 // 3), KILLS):
        simulator.reset()
        assert killed(simulator, cloud_env, tmp_path, number) == -signal.SIGKILL
        assert differences(undisturbed, at_rest(simulator)), "it was killed too late to leave anything undone"
        run = run_playbook(PLAYBOOK, example("advanced"))
        assert run.rc == 0, run.stdout + run.stderr
        assert differences(undisturbed, at_rest(simulator)) == [], f"killed at call {number}"
