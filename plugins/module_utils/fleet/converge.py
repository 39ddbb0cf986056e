# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Many resources in one task: everything is planned before anything is sent, then done side by side."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from functools import partial
from typing import Any, Mapping, Sequence

from ..arguments import Surface
from ..client import Client
from ..engine import Look, Outcome
from ..errors import CloudError, NotFound, OptionError
from ..lifecycle import AHEAD
from ..resolve import ADOPTED, UNSEEN
from ..rulesets.engine import RuleEngine
from ..rulesets.look import SetLook
from ..rulesets.plan import REMOVED
from ..settings import CONNECTION_OPTIONS
from .board import Board
from .connections import FleetClient
from .entries import Entry, entries, stages
from .memory import MANY, PROMISED, Memory, StageMemory
from .progress import Progress, Report
from .results import Job, result_of

ARGUMENTS: dict[str, dict[str, Any]] = {
    "resources": {"type": "raw", "required": True},
    "state": {"type": "str", "choices": ["present", "absent"], "default": "present"},
    "on_error": {"type": "str", "choices": ["stop", "continue"], "default": "stop"},
    "max_parallel": {"type": "int", "default": 16},
    "reveal": {"type": "bool", "default": True},
}
IN_FLIGHT = 256
"""The most resources that are under way at the same time; nearly all of them wait for jobs of the server."""

BEAT = 1.0
"""Seconds between two reports while nothing ends."""


def converge_work(
    client: Client, params: Mapping[str, Any], check_mode: bool, report: Report | None = None
) -> dict[str, Any]:
    """Do the work of the converge module and return its result.

    :param report: is told how far it has come while it works.
    """
    return Fleet(client, params, check_mode, report or (lambda progress: None)).run()


def converge_arguments() -> dict[str, Any]:
    """Keyword arguments for the AnsibleModule of converge. Entries may hold secrets, so the syslog gets none."""
    return {"argument_spec": {**ARGUMENTS, **CONNECTION_OPTIONS}, "supports_check_mode": True, "no_log": True}


class Fleet:
    """One converge task."""

    def __init__(self, client: Client, params: Mapping[str, Any], check_mode: bool, report: Report) -> None:
        self.client = client
        self.check_mode = check_mode
        self.stops = params["on_error"] == "stop"
        self.reveals = params["reveal"]
        self.parallel = params["max_parallel"]
        if self.parallel < 1:
            raise OptionError("max_parallel", f"max_parallel: {self.parallel} is not a number above 0.")
        given = entries(params["resources"], params["state"])
        self.stages = stages(given, params["state"] == "absent")
        lists = Counter(entry.resource.list for entry in given)
        self.memory = Memory(client, {command: count for command, count in lists.items() if count >= MANY})
        self.report = report
        self.progress = Progress()
        self._changing: set[tuple[str, str, str]] = set()
        self._halt = threading.Event()

    def run(self) -> dict[str, Any]:
        """Plan everything, then do what is to be done; nothing is sent when a plan fails and errors stop the task."""
        jobs = [self._planned(stage) for stage in self.stages]
        flat = [job for stage in jobs for job in stage]
        if not (self.check_mode or (self.stops and any(job.error for job in flat))):
            self._carry_out([[job for job in stage if job.wants] for stage in jobs])
        return result_of(flat, self.check_mode, self.reveals)

    def _planned(self, stage: Sequence[Entry]) -> list[Job]:
        engine = RuleEngine(self.client, True, self.memory)
        jobs = [self._plan(engine, entry) for entry in stage]
        for job in jobs:
            if job.deferred:
                self.memory.doubt(job.entry)
            elif job.look and job.look.plan.changed:
                self._expect(job.entry, job.look)
        self._changing.update(job.entry.identity for job in jobs if job.wants)
        return jobs

    def _expect(self, entry: Entry, look: Look) -> None:
        """Let what comes later know what an entry is going to make, or to make of something."""
        if isinstance(look, SetLook):
            for deed in (one for one in look.plan.deeds if one.look.plan.changed):
                self._expect_one(deed.look, f"{entry.label} {deed.at}", deed.look.finder.params)
                if deed.what == REMOVED:
                    self.memory.bury(deed.look.finder.resource, deed.look.current)
        else:
            self._expect_one(look, entry.label, entry.params)

    def _expect_one(self, look: Look, label: str, params: Mapping[str, Any]) -> None:
        record = look.current
        if record is None or ADOPTED in record:
            owner = look.finder.owner_of(look.finder.resource)
            record = self.memory.promise(look.finder.resource, label, params, look.task.wanted, owner)
        if not takes_away(look):
            self.memory.expect(look, record)

    def _plan(self, engine: RuleEngine, entry: Entry) -> Job:
        job = Job(entry, repeated=entry.identity in self._changing)
        self.memory.unsure = False
        try:
            job.look = engine.look(entry.resource, entry.params)
            job.outcome = engine.carry_out(job.look)
            job.promised = job.repeated or refers_to_promises(job.look)
            if job.look.current is not None and takes_away(job.look):
                self.memory.bury(entry.resource, job.look.current)
        except NotFound as error:
            job.deferred = self.memory.unsure
            job.error = None if job.deferred else error
        except CloudError as error:
            job.error = error
        return job

    def _carry_out(self, todo: Sequence[Sequence[Job]]) -> None:
        self.progress.total = sum(len(stage) for stage in todo)
        if not self.progress.total:
            return
        board = Board(self.client.settings)
        client = FleetClient(self.client.settings, board, self.parallel)
        with ThreadPoolExecutor(min(IN_FLIGHT, max(len(stage) for stage in todo))) as pool:
            try:
                for stage in todo:
                    self._stage(pool, client, stage)
            except BaseException:
                self._halt.set()
                raise
            finally:
                board.close()
        self.progress.over = True
        self.report(self.progress)

    def _stage(self, pool: ThreadPoolExecutor, client: FleetClient, stage: Sequence[Job]) -> None:
        """Do what need not wait for one another; it has ended when this returns."""
        self._find_again(stage)
        resolver = StageMemory(client, [job.entry.resource for job in stage])
        running = {pool.submit(partial(self._do, job, client, RuleEngine(client, False, resolver))) for job in stage}
        while running:
            ended, running = wait(running, timeout=BEAT, return_when=FIRST_COMPLETED)
            for future in ended:
                future.result()
            self.report(self.progress)

    def _find_again(self, stage: Sequence[Job]) -> None:
        """Look once more for what is to be made: since it was planned, somebody else may have made it."""
        alone = [job for job in stage if job.is_new]
        lists = Counter(job.entry.resource.list for job in alone)
        fresh = Memory(self.client, {command: count for command, count in lists.items() if count >= MANY})
        for job in alone:
            if job.look is None:
                continue
            try:
                job.promised = job.look.finder.over(fresh).find() is not None
            except CloudError:
                job.promised = True

    def _do(self, job: Job, client: FleetClient, engine: RuleEngine) -> None:
        with client.slot:
            if self._halt.is_set():
                return
            job.carried_out = True
            self.progress.begin(job.name)
            try:
                self._attempt(job, engine)
            finally:
                if job.error and self.stops:
                    self._halt.set()
                self.progress.end(job.name, job.error is not None)

    def _attempt(self, job: Job, engine: RuleEngine) -> None:
        """Do what was planned; look again first where the plan refers to what was only promised then."""
        try:
            if job.promised or job.look is None or job.entry.resource.children:
                told, job.outcome = job.outcome, engine.converge(job.entry.resource, job.entry.params)
                if told is not None and told.before:
                    leave_out_untold(job.outcome, told)
            else:
                job.outcome = engine.carry_out(engine.adopt(job.look))
        except CloudError as error:
            job.error = error


def refers_to_promises(look: Look) -> bool:
    """Tell whether a plan speaks of something that is not there yet, so that it must be made anew when it is."""
    looks = [deed.look for deed in look.plan.deeds] if isinstance(look, SetLook) else [look]
    if any(mark in (one.current or {}) for one in looks for mark in (UNSEEN, AHEAD)):
        return True
    return any(PROMISED in repr((step.params, step.by)) for step in look.plan.steps)


def leave_out_untold(done: Outcome, told: Outcome) -> None:
    """Leave out of a difference what a new thing had by the server's choice, which could not be told before."""
    for name in set(done.before) - set(told.before):
        if name in told.after or done.before[name] == done.after.get(name):
            del done.before[name]
    for name in set(done.after) - set(told.after) - set(done.before):
        del done.after[name]


def takes_away(look: Look) -> bool:
    """Tell whether what a plan found is no longer there for others, for it goes or is given another name."""
    if look.finder.resource.membership:
        return False
    return look.plan.changed and (ADOPTED in (look.current or {}) or not look.plan.after)


CONVERGE = Surface(converge_work, converge_arguments)
"""The module converge."""
