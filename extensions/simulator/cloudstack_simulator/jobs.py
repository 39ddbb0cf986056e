"""Asynchronous jobs: they progress by a policy, never by sleeping."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from .shape import compact, date
from .store import Record, Store

PENDING, SUCCEEDED, FAILED = 0, 1, 2
MANAGEMENT_SERVER = {
    "managementserverid": "993f61c7-4eb3-4080-87cc-2d8d86ef8fe4",
    "managementservername": "localhost",
}


class Policy(Protocol):
    """Decides when a pending job ends."""

    def submitted(self, job: Record) -> None:
        """Called once when the job is submitted; may set job["_fail"] to a text."""

    def due(self, job: Record, now: float) -> bool:
        """Whether the job ends now. The job counts `_polls` of its own and other API `_calls` since its submission."""


@dataclass
class AtOnce:
    """The job has ended before anyone can ask."""

    def submitted(self, job: Record) -> None:
        """Nothing to mark."""

    def due(self, job: Record, now: float) -> bool:
        """Always."""
        return True


@dataclass
class AfterPolls:
    """Pending for `polls` polls; a job that nobody polls ends after `calls` other API calls."""

    polls: int = 1
    calls: int = 10

    def submitted(self, job: Record) -> None:
        """Nothing to mark."""

    def due(self, job: Record, now: float) -> bool:
        """Polled or left alone often enough; work that takes longer needs as many times more of both."""
        looks, patience = job.get("_looks", 1), job.get("_patience", 1)
        return job["_polls"] > self.polls * looks or job["_calls"] >= self.calls * patience


@dataclass
class AfterSeconds:
    """Pending until `seconds` of the simulator's clock have passed."""

    seconds: float

    def submitted(self, job: Record) -> None:
        """Nothing to mark."""

    def due(self, job: Record, now: float) -> bool:
        """Old enough."""
        return now - job["_submitted"] >= self.seconds


@dataclass
class Fail:
    """The nth job (of one command, when given) fails with this text; all end as `then` says."""

    text: str
    command: str | None = None
    nth: int = 1
    then: Policy = field(default_factory=AfterPolls)
    _seen: int = field(default=0, init=False)

    def submitted(self, job: Record) -> None:
        """Mark the job that shall fail."""
        self.then.submitted(job)
        if self.command in (None, job["_command"]):
            self._seen += 1
            if self._seen == self.nth:
                job["_fail"] = self.text

    def due(self, job: Record, now: float) -> bool:
        """As the other policy decides."""
        return self.then.due(job, now)


@dataclass
class Never:
    """No job ever ends."""

    def submitted(self, job: Record) -> None:
        """Nothing to mark."""

    def due(self, job: Record, now: float) -> bool:
        """Never."""
        return False


Finish = Callable[[Record], "tuple[int, dict[str, Any]]"]


class Jobs:
    """The jobs of one cloud. `policy` may be changed at any time and rules the jobs that are pending then.

    `changes` counts beginnings and ends: it tells whether a call that only reads has moved the cloud on.
    """

    def __init__(self, store: Store, clock: Callable[[], float], finish: Finish) -> None:
        self.policy: Policy = AfterPolls(1)
        self._store = store
        self._clock = clock
        self._finish = finish
        self.changes = 0
        self._open: dict[str, Record] = {}
        self._generation = -1

    def submit(
        self,
        command: str,
        caller_id: str,
        params: dict[str, Any],
        instance: str | None,
        data: dict[str, Any],
        internal: bool = False,
        **longer: int,
    ) -> Record:
        """Add a pending job and return it; a policy may end it at once."""
        now = self._clock()
        record = self._store.add(
            "job",
            {
                "_command": command,
                "_caller": caller_id,
                "_params": params,
                "_instance": instance,
                "_data": data,
                "_internal": internal,
                "_submitted": now,
                "_polls": 0,
                "_calls": 0,
                **{f"_{name}": times for name, times in longer.items()},
                "created": date(now),
                "jobstatus": PENDING,
                "jobresultcode": 0,
            },
        )
        self.pending()
        self._open[record["id"]] = record
        self.changes += 1
        if not internal:
            self.policy.submitted(record)
        self.advance()
        return record

    def start_background(self, name: str, instance: str, looks: int = 1, patience: int = 1) -> None:
        """Begin work of the cloud's own on a record; a `registry.background` function of this name ends it.

        looks, patience: how many times more polls, and other calls, it takes than a job where the policy counts them.
        """
        self.submit(name, "", {}, instance, {}, internal=True, looks=looks, patience=patience)

    def poll(self, record: Record) -> None:
        """Count a poll of one job (a call like any other for the rest) and let what is due end."""
        for other in self.pending():
            other["_polls" if other is record else "_calls"] += 1
        self.advance()

    def poll_background(self, name: str) -> None:
        """Count a look at things under background work: it counts as a poll of that work."""
        for record in self.pending():
            if record["_internal"] and record["_command"] == name:
                record["_polls"] += 1
        self.advance()

    def called(self) -> None:
        """Count an API call that polls no job, and let what is due end."""
        for record in self.pending():
            record["_calls"] += 1
        self.advance()

    def advance(self) -> None:
        """End every job that is due; commands' jobs on one thing end in the order they came."""
        busy: set[str] = set()
        for record in self.pending():
            instance = None if record["_internal"] else record["_instance"]
            if instance in busy or not self.policy.due(record, self._clock()):
                busy.add(instance or "")
                busy.discard("")
                continue
            if record["id"] in self._open:
                self._end(record)

    def pending(self) -> list[Record]:
        """The jobs that have not ended, oldest first."""
        if self._generation != self._store.generation:
            self._generation = self._store.generation
            self._open = {job["id"]: job for job in self._store.where("job", jobstatus=PENDING)}
        return list(self._open.values())

    def _end(self, record: Record) -> None:
        self.changes += 1
        self._open.pop(record["id"])
        code, result = self._finish(record)
        record["jobresultcode"] = code
        record["jobresult"] = result
        record["jobstatus"] = FAILED if code else SUCCEEDED
        record["completed"] = date(self._clock())
        record["_params"] = {}
        record["_data"] = {}


def job_view(
    record: Record, caller: dict[str, Any], job_class: str, instance_type: str | None, show_instance: bool
) -> dict[str, Any]:
    """A job as queryAsyncJobResult and listAsyncJobs show it; `caller` holds the five owner fields."""
    answer = {
        **caller,
        "cmd": job_class,
        "jobprocstatus": 0,
        "jobresultcode": record["jobresultcode"],
        **compact(jobinstancetype=instance_type, jobinstanceid=record["_instance"] if show_instance else None),
        "created": record["created"],
        "jobid": record["id"],
        "jobstatus": record["jobstatus"],
    }
    if record["jobstatus"] == PENDING:
        return {**answer, **MANAGEMENT_SERVER}
    return {**answer, "jobresulttype": "object", "jobresult": record["jobresult"], "completed": record["completed"]}
