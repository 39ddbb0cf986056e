"""Runs ansible-playbook in a closed environment and tells what every task did."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
STANDS_ALONE = ROOT.parents[1].name == "ansible_collections"
"""The clone stands where Ansible looks for it, as in a stage of ansible-test; no link is needed then."""
COLLECTIONS = ROOT.parents[2] if STANDS_ALONE else ROOT / ".ansible" / "collections"
PATIENCE = 5.0  # seconds
FOREIGN = ("ANSIBLE_", "CLOUDSTACK_", "PYTHON", "TASK_RESULTS_")


@dataclass(frozen=True)
class TaskResult:
    """What one task (or one item of a loop, outcome ``item_*``) reported on one host."""

    outcome: str
    task: str
    action: str
    host: str
    result: dict[str, Any]

    @property
    def changed(self) -> bool:
        return bool(self.result.get("changed"))

    @property
    def failed(self) -> bool:
        return self.outcome in ("failed", "unreachable", "item_failed")

    @property
    def msg(self) -> str:
        return str(self.result.get("msg", ""))

    @property
    def diff(self) -> Any:
        return self.result.get("diff")


@dataclass
class PlaybookRun:
    """A finished run: exit status, what it printed, every task result in order, and the recap by host."""

    rc: int
    stdout: str
    stderr: str
    tasks: list[TaskResult] = field(default_factory=list)
    stats: dict[str, dict[str, int]] = field(default_factory=dict)

    def total(self, counter: str) -> int:
        """Sum of one recap counter (``ok``, ``changed``, ``failures``, ``skipped``, …) over all hosts."""
        return sum(host[counter] for host in self.stats.values())

    @property
    def changed(self) -> int:
        return self.total("changed")

    @property
    def failures(self) -> list[TaskResult]:
        return [task for task in self.tasks if task.failed]

    def named(self, name: str) -> list[TaskResult]:
        """Results of the tasks called ``name`` (``role : name`` for a role's task), loop items left out."""
        return [task for task in self.tasks if task.task == name and not task.outcome.startswith("item_")]

    def task(self, name: str) -> TaskResult:
        """The one result of the task called ``name``; LookupError lists the names when it is not exactly one."""
        found = self.named(name)
        if len(found) != 1:
            raise LookupError(f"{len(found)} results for task {name!r}; tasks: {[task.task for task in self.tasks]}")
        return found[0]


def ansible_environment(scratch: Path, cloud: Mapping[str, str] | None = None) -> dict[str, str]:
    """Environment in which Ansible sees this clone, ``cloud`` and nothing of the machine's own configuration.

    ``scratch`` is an existing directory for what Ansible writes; ``cloud`` holds the CLOUDSTACK_* variables.
    """
    config = scratch / "ansible.cfg"
    config.touch()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    environment.update(
        ANSIBLE_CALLBACKS_ENABLED="task_results",
        ANSIBLE_CALLBACK_PLUGINS=str(ROOT / "tools" / "callback"),
        ANSIBLE_COLLECTIONS_PATH=str(COLLECTIONS),
        ANSIBLE_CONFIG=str(config),
        ANSIBLE_HOME=str(scratch / "home"),
        ANSIBLE_INVENTORY_UNPARSED_WARNING="false",
        ANSIBLE_LOCALHOST_WARNING="false",
        ANSIBLE_NOCOWS="1",
        ANSIBLE_REMOTE_TMP=str(scratch / "tmp"),
        HOME=str(scratch),
        LC_ALL="C.UTF-8",
        NO_PROXY="127.0.0.1",
        no_proxy="127.0.0.1",
        PYTHONDONTWRITEBYTECODE="1",
    )
    environment.update(cloud or {})
    return environment


def end(process: subprocess.Popen[str]) -> None:
    """Ask Ansible to end, so that it ends its workers too, and insist when it does not."""
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()


def run_playbook(
    playbook: str,
    environment: Mapping[str, str],
    scratch: Path,
    options: Sequence[str] = (),
    capture: bool = True,
    timeout: float | None = None,
    inside: Sequence[str] = (),
) -> PlaybookRun:
    """Run a playbook file or FQCN with ``options`` of ansible-playbook and return what happened.

    ``timeout`` is in seconds (subprocess.TimeoutExpired when it passes). Without ``capture`` the output goes where
    this process' output goes. Results of earlier runs in the same ``scratch`` are replaced. ``inside`` stands before
    the command, to run it in another place that sees the same ``scratch``.
    """
    results = scratch / "task_results.jsonl"
    results.write_text("", encoding="utf-8")
    command = [*inside, sys.executable, "-m", "ansible", "playbook", *options, playbook]
    pipe = subprocess.PIPE if capture else None
    with subprocess.Popen(
        command,
        cwd=scratch,
        env={**environment, "TASK_RESULTS_FILE": str(results)},
        stdin=subprocess.DEVNULL,
        stdout=pipe,
        stderr=pipe,
        encoding="utf-8",
    ) as process:
        try:
            stdout, stderr = process.communicate(timeout=timeout)
        except BaseException:
            end(process)
            raise
    run = PlaybookRun(process.returncode, stdout or "", stderr or "")
    for line in results.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if "stats" in record:
            run.stats = record["stats"]
        else:
            run.tasks.append(TaskResult(**record))
    return run
