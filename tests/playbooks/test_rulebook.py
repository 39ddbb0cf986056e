"""The event source and the example of it, in ansible-rulebook itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers import rulebook

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "extensions" / "eda" / "rulebooks" / "host_down.yml"
PATIENCE = 60.0  # seconds

pytestmark = pytest.mark.playbook


def awaited(what: Callable[[], bool], printed: Path) -> None:
    """Wait until something is so; what the rulebook printed is the error when it is not in time."""
    deadline = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < deadline, printed.read_text(encoding="utf-8")
        time.sleep(0.05)


def alert(cloud: Any, **facts: Any) -> None:
    """Let the cloud send an alert."""
    job = next(iter(cloud.simulator.request("generateAlert", **facts)[1].values()))
    for _look in range(2):
        cloud.simulator.request("queryAsyncJobResult", jobid=job["jobid"])


def calls(cloud: Any, command: str) -> int:
    return sum(call.command == command for call in cloud.simulator.calls)


def test_the_example_reads_the_hosts_when_one_is_down(cloud: Any, cloud_env: dict[str, str], tmp_path: Path) -> None:
    book = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    source = book[0]["sources"][0]["cloudstack.cloud.events"]
    assert source["interval"] == 10
    source["interval"] = 0.2
    path = tmp_path / "host_down.yml"
    path.write_text(yaml.safe_dump(book), encoding="utf-8")
    alert(cloud, type=7, name="ALERT.COMPUTE.HOST", description="what was down before")
    with rulebook.running(str(path), cloud_env, tmp_path) as printed:
        awaited(lambda: calls(cloud, "listAlerts") > 1, printed)
        alert(cloud, type=10, name="ALERT.SERVICE.CONSOLEPROXY", description="another matter")
        awaited(lambda: "another matter" in printed.read_text(encoding="utf-8"), printed)
        alert(cloud, type=7, name="ALERT.COMPUTE.HOST", description="Host is down, name: host-1")
        awaited(lambda: "PLAY RECAP" in printed.read_text(encoding="utf-8"), printed)
    told = printed.read_text(encoding="utf-8")
    assert told.count("[received event]") == 2
    assert "what was down before" not in told
    assert (told.count("PLAY RECAP"), calls(cloud, "listHosts")) == (1, 1)
    assert cloud.environment["CLOUDSTACK_SECRET"] not in told


def test_the_example_is_found_by_its_name(cloud: Any, cloud_env: dict[str, str], tmp_path: Path) -> None:
    with rulebook.running("cloudstack.cloud.host_down", cloud_env, tmp_path) as printed:
        awaited(lambda: calls(cloud, "listAlerts") > 0, printed)
    assert f"Loading rulebook from {cloud_env['ANSIBLE_COLLECTIONS_PATH']}" in printed.read_text(encoding="utf-8")
