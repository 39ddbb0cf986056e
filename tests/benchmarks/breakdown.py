"""Measures where the milliseconds of one task go that changes nothing: Ansible, settings, connection, calls, engine."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / name) for name in ("tests", "tools", "extensions/simulator")]

import playbook_run  # noqa: E402

from benchmarks.bench import TASKS, Bench, cloud  # noqa: E402
from cloudstack_simulator.populate import build, plan  # noqa: E402
from helpers.authority import Authority  # noqa: E402

TIMES = 50
ZONE = {"name": "zone-1"}


def milliseconds(work: Callable[[], Any]) -> float:
    """The median of many runs."""

    def once() -> float:
        started = time.perf_counter()
        work()
        return (time.perf_counter() - started) * 1000

    once()
    return median(once() for _ in range(TIMES))


def inside(verify: str) -> dict[str, float]:
    """What the steps of the engine take in this process, which reaches the cloud by its environment."""
    from ansible.plugins.loader import init_plugin_loader

    init_plugin_loader()
    from ansible_collections.cloudstack.cloud.plugins.module_utils import run
    from ansible_collections.cloudstack.cloud.plugins.module_utils.client import Client
    from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.zone import ZONE as KIND
    from ansible_collections.cloudstack.cloud.plugins.module_utils.settings import settings

    connection = settings({"api_verify_ssl_cert": verify or None})
    client, task = Client(connection), {**ZONE, "api_verify_ssl_cert": verify or None}
    return {
        "settings": milliseconds(lambda: settings({})),
        "first": milliseconds(lambda: Client(connection).page("listZones", ZONE)),
        "further": milliseconds(lambda: client.page("listZones", ZONE)),
        "whole": milliseconds(lambda: run.execute(run.info_work_of(KIND), task, False)),
    }


def seen_from_outside(bench: Bench, url: str, verify: str = "") -> dict[str, float]:
    """The same, measured in a process of its own, so that the simulator does not stand in its way."""
    environment = playbook_run.ansible_environment(
        bench.scratch, {**bench.cloud.environment, "CLOUDSTACK_ENDPOINT": url}
    )
    command = [sys.executable, str(Path(__file__)), "inside", verify]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, cloud() as own:
        bench = Bench(own, Path(folder))
        build(own.simulator, plan("zones=1"))
        debug, task = (
            bench.seconds([{"name": str(number), **work} for number in range(TASKS)]) / TASKS * 1000
            for work in ({"ansible.builtin.debug": {"msg": "x"}}, {"cloudstack.cloud.zone_info": ZONE})
        )
        plain = seen_from_outside(bench, own.environment["CLOUDSTACK_ENDPOINT"])
        authority = Authority(Path(folder), "own")
        with own.simulator.serve(tls=authority.context("127.0.0.1")) as server:
            tls = seen_from_outside(bench, server.url, str(authority.path))
    rows = {
        "the whole task": task,
        "Ansible, as it takes for `debug`": debug,
        "Ansible's worker on its way to the engine": task - debug - plain["whole"],
        "settings": plain["settings"],
        "connection, without TLS": plain["first"] - plain["further"],
        "one call on it, the simulator's work included": plain["further"],
        "the engine: arguments, planning, result": plain["whole"] - plain["settings"] - plain["first"],
        "connection, with TLS": tls["first"] - tls["further"],
    }
    print("| of a task that lists one zone | ms |\n|---|---|")
    for what, took in rows.items():
        print(f"| {what} | {took:.1f} |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["inside"]:
        print(json.dumps(inside(sys.argv[2])))
    else:
        main()
