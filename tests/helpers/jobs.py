"""Jobs as AWX runs them: ansible-runner, a survey's answers as extra variables, a credential's environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ansible_runner
from playbook_run import ansible_environment

from helpers.collection import ROOT
from helpers.patterns import questions, template

PATIENCE = 300  # seconds


@dataclass
class Job:
    """A finished job: what it printed, how it ended, what it hands on, and which tasks failed with what."""

    rc: int
    stdout: str
    stats: dict[str, Any]
    changed: int
    failures: list[str]


def launched(name: str, answers: Mapping[str, Any], environment: Mapping[str, str], folder: Path) -> Job:
    """Launch the job template of a pattern with answers; those with a default need not be given.

    :param environment: what the credential injects.
    """
    defaults = {one["variable"]: one["default"] for one in questions(name) if "default" in one}
    closed = ansible_environment(folder, environment)
    closed.pop("ANSIBLE_CALLBACKS_ENABLED")
    closed["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{closed['PATH']}"
    done = ansible_runner.run(
        private_data_dir=str(folder),
        project_dir=str(ROOT),
        playbook=f"extensions/patterns/{name}/playbooks/{template(name)['playbook']}",
        envvars={**closed, "ANSIBLE_NOCOLOR": "1"},
        extravars={**defaults, **answers},
        settings={"job_timeout": PATIENCE, "suppress_env_files": False},
        quiet=True,
    )
    return _told(done)


def _told(done: ansible_runner.Runner) -> Job:
    stats: dict[str, Any] = {}
    failures = []
    for event in done.events:
        data = event.get("event_data", {})
        stats.update(data.get("artifact_data", {}))
        if event["event"] == "runner_on_failed" and not data.get("ignore_errors"):
            failures.append(str(data["res"].get("msg", "")))
    changed = sum((done.stats or {}).get("changed", {}).values())
    return Job(done.rc, done.stdout.read(), stats, changed, failures)
