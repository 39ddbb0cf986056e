"""Measures what tasks and fleets cost and prints a table of ratios; ratios of one run hardly depend on the machine."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / name) for name in ("tests", "tools", "extensions/simulator")]

import playbook_run  # noqa: E402

from benchmarks import clouds  # noqa: E402
from benchmarks.clouds import API_KEY, SECRET_KEY, Cloud  # noqa: E402
from cloudstack_simulator import Simulator  # noqa: E402
from cloudstack_simulator.jobs import AfterSeconds, AtOnce  # noqa: E402

TASKS = 30
ROUNDS = 3
JOB_SECONDS = 2.0
CONVERGE = "cloudstack.cloud.converge"


@contextmanager
def cloud() -> Iterator[Cloud]:
    """A fresh cloud whose jobs end at once."""
    simulator = Simulator(api_key=API_KEY, secret_key=SECRET_KEY, strict=True)
    simulator.jobs.policy = AtOnce()
    with simulator.serve() as server:
        yield Cloud(simulator, server.url)


class Bench:
    """Runs plays against one cloud and times them without the start of Ansible itself, and as users do: the callback
    with which the tests read results is off.
    """

    def __init__(self, cloud: Cloud, scratch: Path) -> None:
        self.cloud = cloud
        self.scratch = scratch

    def seconds(self, tasks: list[dict[str, Any]], in_process: bool = True, rounds: int = ROUNDS) -> float:
        """The median of the wall time of a play of these tasks, less that of a play without any just before."""
        nothing = [{"name": "nothing", "ansible.builtin.meta": "noop"}]
        return median(-self._once(nothing, in_process) + self._once(tasks, in_process) for _ in range(rounds))

    def _once(self, tasks: list[dict[str, Any]], in_process: bool) -> float:
        playbook = self.scratch / "play.json"
        play = {"hosts": "localhost", "gather_facts": False, "tasks": tasks}
        playbook.write_text(json.dumps([play]), encoding="utf-8")
        switch = {"CLOUDSTACK_IN_PROCESS": str(in_process)}
        environment = playbook_run.ansible_environment(self.scratch, {**self.cloud.environment, **switch})
        del environment["ANSIBLE_CALLBACKS_ENABLED"]
        self.cloud.simulator.clear_calls()
        started = time.monotonic()
        run = playbook_run.run_playbook(str(playbook), environment, self.scratch)
        took = time.monotonic() - started
        if run.rc:
            raise RuntimeError(run.stdout + run.stderr)
        return took

    @property
    def cost(self) -> str:
        """The calls and writes of the last play."""
        return f"{len(self.cloud.simulator.calls)} calls, {self.cloud.simulator.writes} writes"


def row(label: str, figure: str, aim: str, detail: str) -> None:
    print(f"| {label} | {figure} | {aim} | {detail} |", flush=True)


def single_task(bench: Bench) -> None:
    """(a) A task that changes nothing against debug."""

    def many(module: str, options: dict[str, Any]) -> list[dict[str, Any]]:
        return [{"name": f"task {number}", module: options} for number in range(TASKS)]

    debug = bench.seconds(many("ansible.builtin.debug", {"msg": "x"})) / TASKS
    here = bench.seconds(many("cloudstack.cloud.zone_info", {"name": "zone-1"})) / TASKS
    module = bench.seconds(many("cloudstack.cloud.zone_info", {"name": "zone-1"}), False, 1) / TASKS
    detail = f"{here:.3f} s a task, `debug` {debug:.3f} s, as a module {module:.3f} s ({module / debug:.1f} times)"
    row("(a) a task that changes nothing, against `debug`", f"{here / debug:.1f} times", "≤ 2.5 times", detail)


def bring_up(bench: Bench) -> None:
    """(b), (c) The bring-up of 19 tasks, run again."""
    tasks = clouds.bring_up_tasks()
    entries = {"name": "all", CONVERGE: {"resources": clouds.bring_up_entries()}}
    bench.seconds(tasks, rounds=1)
    module = bench.seconds(tasks, False, 1)
    here = bench.seconds(tasks)
    cost = bench.cost
    row("(b) 19 tasks again, in process, against modules", f"{module / here:.1f} times faster", "≥ 5 times",
        f"{here:.2f} s against {module:.2f} s; {cost}")  # fmt: skip
    together = bench.seconds([entries])
    row("(c) the same as one `converge`, against modules", f"{module / together:.1f} times faster", "≥ 15 times",
        f"{together:.2f} s; {bench.cost}")  # fmt: skip


def fleet(bench: Bench) -> None:
    """(d) A hundred instances with slow jobs, against a server whose jobs take no time."""
    clouds.add_hosts(bench.cloud.simulator, 14)
    jobs, seconds = bench.cloud.simulator.jobs, {}
    for name, policy in (("quick", AtOnce()), ("slow", AfterSeconds(JOB_SECONDS))):
        jobs.policy = policy
        task = {"name": name, CONVERGE: {"resources": clouds.instances(f"{name}-", 100)}}
        seconds[name] = bench.seconds([task], rounds=1)
    jobs.policy = AtOnce()
    label = f"(d) 100 instances whose jobs take {JOB_SECONDS:.0f} s, less the handling of 100 whose jobs end at once"
    figure = f"{(seconds['slow'] - seconds['quick']) / JOB_SECONDS:.1f} jobs long"
    row(label, figure, "≤ 2 jobs", f"{seconds['slow']:.1f} s, handling {seconds['quick']:.1f} s; {bench.cost}")


def recheck(bench: Bench) -> None:
    """(e), (f) A thousand existing instances checked again."""
    entries = clouds.thousand(bench.cloud.simulator)
    peak = bench.scratch / "peak"
    task = {"name": "again", CONVERGE: {"resources": entries}}
    took = bench.seconds([task])
    row("(e) 1,000 existing instances checked again", f"{took:.1f} s", "≤ 3 s, ≤ 10 calls", bench.cost)
    memory, work = clouds.memory_of_check(bench.cloud, entries, peak)
    row("(f) memory of (e)", f"{memory} MB", "< 200 MB", f"peak of a process that does the same work in {work:.1f} s")


def main() -> None:
    print("| what | measured | aim | in detail |\n|---|---|---|---|", flush=True)
    parts: tuple[Callable[[Bench], None], ...] = (single_task, bring_up, fleet, recheck)
    with tempfile.TemporaryDirectory() as folder, cloud() as own:
        bench = Bench(own, Path(folder))
        bench.seconds(clouds.bring_up_tasks(), rounds=1)
        for part in parts:
            part(bench)


if __name__ == "__main__":
    main()
