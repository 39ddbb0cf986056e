# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Many resources in one task: everything is planned before anything is sent, then done side by side."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from typing import Any, Callable, Mapping, Sequence

from ..client import Client
from ..engine import Engine, Look, Outcome
from ..errors import CloudError, NotFound
from ..plan import UNSEEN
from ..settings import CONNECTION_OPTIONS
from .board import Board, BoardClient
from .entries import Entry, entries, stages
from .memory import PROMISED, Memory

ARGUMENTS: dict[str, dict[str, Any]] = {
    "resources": {"type": "raw", "required": True},
    "state": {"type": "str", "choices": ["present", "absent"], "default": "present"},
    "on_error": {"type": "str", "choices": ["stop", "continue"], "default": "stop"},
    "max_parallel": {"type": "int", "default": 16},
}
MANY = 3
"""From so many entries of a kind on, the kind is listed whole instead of asked for one by one."""

Report = Callable[["Progress"], None]


@dataclass
class Progress:
    """How far a converge task has come."""

    total: int = 0
    done: int = 0
    failed: int = 0
    running: set[str] = field(default_factory=set)


@dataclass
class Job:
    """An entry on its way: what was planned and what became of it.

    :ivar promised: the plan refers to what is not there yet.
    :ivar deferred: no plan can be made before what stands before it in the order is there.
    """

    entry: Entry
    look: Look | None = None
    outcome: Outcome | None = None
    error: CloudError | None = None
    promised: bool = False
    deferred: bool = False

    @property
    def wants(self) -> bool:
        """True when there is something to be done."""
        return self.deferred or (self.error is None and self.outcome is not None and self.outcome.changed)

    @property
    def name(self) -> str:
        """What progress and results call it."""
        return f"{self.entry.kind} {self.entry.label}"


def converge_work(
    client: Client, params: Mapping[str, Any], check_mode: bool, report: Report | None = None
) -> dict[str, Any]:
    """Do the work of the converge module and return its result."""
    fleet = Fleet(client, params, check_mode, report or (lambda progress: None))
    return fleet.run()


class Fleet:
    """One converge task."""

    def __init__(self, client: Client, params: Mapping[str, Any], check_mode: bool, report: Report) -> None:
        self.client = client
        self.check_mode = check_mode
        self.stops = params["on_error"] == "stop"
        self.parallel = max(1, params["max_parallel"])
        given = entries(params["resources"], params["state"])
        self.stages = stages(given, params["state"] == "absent")
        lists = Counter(entry.resource.list for entry in given)
        self.bulk = [command for command, count in lists.items() if count >= MANY]
        self.memory = Memory(client, self.bulk)
        self.report = report
        self.progress = Progress()
        self.pending = False

    def run(self) -> dict[str, Any]:
        """Plan everything, then do what is to be done; nothing is sent when a plan fails and errors stop the task."""
        jobs = [self._planned(stage) for stage in self.stages]
        flat = [job for stage in jobs for job in stage]
        if not (self.check_mode or (self.stops and any(job.error for job in flat))):
            self._carry_out(jobs)
        return _result(flat, self.check_mode)

    def _planned(self, stage: Sequence[Entry]) -> list[Job]:
        engine = Engine(self.client, True, self.memory)
        jobs = [self._plan(engine, entry) for entry in stage]
        for job in jobs:
            if job.deferred:
                self.memory.promise(job.entry, {})
            elif job.look and job.look.current is None and job.look.plan.changed:
                self.memory.promise(job.entry, job.look.task.wanted)
        self.pending = self.pending or any(job.wants for job in jobs)
        return jobs

    def _plan(self, engine: Engine, entry: Entry) -> Job:
        job = Job(entry)
        try:
            job.look = engine.look(entry.resource, entry.params)
            job.outcome = engine.carry_out(job.look)
            job.promised = refers_to_promises(job.look)
        except NotFound as error:
            job.deferred = self.pending
            job.error = None if self.pending else error
        except CloudError as error:
            job.error = error
        return job

    def _carry_out(self, stages: Sequence[Sequence[Job]]) -> None:
        todo = [[job for job in stage if job.wants] for stage in stages]
        self.progress.total = sum(len(stage) for stage in todo)
        if not self.progress.total:
            return
        board = Board(self.client.settings)
        local = threading.local()

        def work(job: Job) -> None:
            if not hasattr(local, "client"):
                local.client = BoardClient(self.client.settings, board)
            self._do(job, local.client)

        try:
            with ThreadPoolExecutor(max_workers=self.parallel) as pool:
                for stage in todo:
                    if not self._stage(pool, work, stage):
                        return
        finally:
            board.close()

    def _stage(self, pool: ThreadPoolExecutor, work: Callable[[Job], None], stage: Sequence[Job]) -> bool:
        """Do one stage; tell whether the next one may begin."""
        running: dict[Future[None], Job] = {}
        waiting = list(stage)
        while waiting or running:
            while waiting and len(running) < self.parallel and not self._stopped():
                job = waiting.pop(0)
                self.progress.running.add(job.name)
                running[pool.submit(work, job)] = job
            if not running:
                return False
            future = next(as_completed(running))
            job = running.pop(future)
            future.result()
            self._note(job)
        return not self._stopped()

    def _stopped(self) -> bool:
        return self.stops and self.progress.failed > 0

    def _note(self, job: Job) -> None:
        self.progress.running.discard(job.name)
        if job.error:
            self.progress.failed += 1
        else:
            self.progress.done += 1
        self.report(self.progress)

    def _do(self, job: Job, client: Client) -> None:
        """Do what was planned; look again first where the plan refers to what was only promised then."""
        engine = Engine(client)
        try:
            if job.promised or job.look is None or job.entry.resource.children:
                job.outcome = engine.converge(job.entry.resource, job.entry.params)
            else:
                job.outcome = engine.carry_out(engine.adopt(job.look))
            job.look, job.deferred = None, False
        except CloudError as error:
            job.error = error


def refers_to_promises(look: Look) -> bool:
    """Tell whether a plan speaks of something that is not there yet, so that it must be made anew when it is."""
    unseen = look.current is not None and UNSEEN in look.current
    return unseen or any(PROMISED in repr(step.params) for step in look.plan.steps)


def _result(jobs: Sequence[Job], check_mode: bool) -> dict[str, Any]:
    told = sorted((job for job in jobs), key=lambda job: job.entry.at)
    rows = [_row(job, check_mode) for job in told]
    changed = [row for row in rows if row["changed"]]
    failed = [row for row in rows if row.get("failed")]
    result: dict[str, Any] = {"changed": bool(changed), "resources": rows}
    if changed:
        sides: dict[str, dict[str, Any]] = {"before": {}, "after": {}}
        for row, side in ((row, side) for row in changed if "diff" in row for side in sides):
            sides[side].setdefault(f"{row['kind']} {row['name']}", {}).update(row["diff"][side])
        result["diff"] = sides
    if failed:
        result["failed"] = True
        result["msg"] = f"{len(failed)} of {len(rows)} resources failed. " + " ".join(
            f"{row['kind']} {row['name']}: {row['msg']}" for row in failed
        )
        result["failure"] = failed[0]["failure"]
    return result


def _row(job: Job, check_mode: bool) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": job.entry.kind, "name": job.entry.label, "changed": False}
    if job.error:
        return {**row, "failed": True, "msg": job.error.message, "failure": job.error.failure}
    outcome = job.outcome
    if outcome is None or (job.look is not None and outcome.changed and not check_mode):
        return {**row, "skipped": not check_mode, "changed": check_mode}
    row.update(changed=outcome.changed, result=outcome.result)
    if outcome.changed:
        row["diff"] = {"before": outcome.before, "after": outcome.after}
    return row


def converge_arguments() -> dict[str, Any]:
    """Keyword arguments for the AnsibleModule of converge."""
    return {"argument_spec": {**ARGUMENTS, **CONNECTION_OPTIONS}, "supports_check_mode": True}
