# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""One place where all running jobs are looked after together, instead of a poller for each."""

from __future__ import annotations

import threading
import time
from typing import Any

from .. import jobs
from ..client import Client
from ..errors import ApiError, CloudError
from ..settings import Settings

FEW = 2
"""Up to so many jobs are asked for one by one; of more, a list tells which still run."""


class Board:
    """Polls every job that waits on it from one thread over one connection."""

    def __init__(self, settings: Settings) -> None:
        self._client = Client(settings)
        self._waiting: dict[str, _Waiting] = {}
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._watch, name="job board", daemon=True)
        self._ended = False
        self._thread.start()

    def wait(self, command: str, jobid: str) -> Any:
        """Wait for a job's end and return its result; errors as C(jobs.wait)."""
        deadline = time.monotonic() + self._client.settings.job_timeout
        waiting = _Waiting(deadline)
        with self._changed:
            self._waiting[jobid] = waiting
            self._changed.notify_all()
        if not waiting.done.wait(max(0.0, deadline - time.monotonic()) + self._client.settings.timeout):
            raise jobs.overdue(command, jobid, self._client.settings.job_timeout)
        if isinstance(waiting.outcome, CloudError):
            raise waiting.outcome
        job: dict[str, Any] = waiting.outcome
        if int(job.get("jobstatus", jobs.PENDING)) == jobs.DONE:
            return job.get("jobresult")
        raise jobs.failure(command, jobid, job)

    def close(self) -> None:
        """End the board; nothing waits on it any more."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        self._thread.join(timeout=self._client.settings.timeout)

    def _watch(self) -> None:
        pauses = jobs.pauses()
        while True:
            with self._changed:
                while not self._waiting and not self._ended:
                    self._changed.wait()
                    pauses = jobs.pauses()
                if self._ended:
                    return
                asked = list(self._waiting)
            try:
                ended = self._sweep(asked)
            except CloudError as error:
                ended = dict.fromkeys(asked, error)
            for jobid, outcome in ended.items():
                with self._changed:
                    self._waiting.pop(jobid).finish(outcome)
            if ended:
                pauses = jobs.pauses()
            with self._changed:
                self._changed.wait(0 if self._ended else next(pauses))

    def _sweep(self, asked: list[str]) -> dict[str, Any]:
        """The jobs that have ended. Where many run, one list tells which of them still do."""
        running = self._running() if len(asked) > FEW else set()
        jobs_now = {
            jobid: self._client.call("queryAsyncJobResult", {"jobid": jobid}) for jobid in asked if jobid not in running
        }
        return {
            jobid: job for jobid, job in jobs_now.items() if int(job.get("jobstatus", jobs.PENDING)) != jobs.PENDING
        }

    def _running(self) -> set[str]:
        try:
            return {str(row.get("jobid")) for row in self._client.list("listAsyncJobs")}
        except ApiError as error:
            if not error.says_not_allowed:
                raise
            return set()


class _Waiting:
    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self.done = threading.Event()
        self.outcome: Any = None

    def finish(self, outcome: Any) -> None:
        self.outcome = outcome
        self.done.set()


class BoardClient(Client):
    """A client whose jobs are looked after by a board."""

    def __init__(self, settings: Settings, board: Board) -> None:
        super().__init__(settings)
        self._board = board

    def wait_for(self, command: str, jobid: str) -> Any:
        """Wait on the board."""
        return self._board.wait(command, jobid)
