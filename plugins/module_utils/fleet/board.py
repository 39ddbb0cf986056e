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

GATHER = 0.1
"""Seconds in which further new jobs may come before the next look."""


class Board:
    """Polls every job that waits on it from one thread over one connection."""

    def __init__(self, settings: Settings) -> None:
        self._client = Client(settings)
        self._waiting: dict[str, _Waiting] = {}
        self._changed = threading.Condition()
        self._fresh = False
        self._ended = False
        self._may_list = True
        self._thread = threading.Thread(target=self._watch, name="job board", daemon=True)
        self._thread.start()

    def wait(self, command: str, jobid: str) -> Any:
        """Wait for a job's end and return its result; errors as C(jobs.wait)."""
        seconds = self._client.settings.job_timeout
        waiting = _Waiting(jobs.Watch(command, jobid))
        with self._changed:
            self._waiting[jobid] = waiting
            self._fresh = True
            self._changed.notify_all()
        if not waiting.done.wait(seconds):
            with self._changed:
                self._waiting.pop(jobid, None)
            raise waiting.watch.overdue(seconds)
        if isinstance(waiting.outcome, Exception):
            raise waiting.outcome
        return waiting.watch.result(waiting.outcome)

    def close(self) -> None:
        """End the board. Who still waits is told that the job was left alone."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        self._thread.join(timeout=self._client.settings.timeout)
        left = CloudError("the task was ended while this job was running; it goes on at the server.")
        self._finish(dict.fromkeys(list(self._waiting), left))

    def _watch(self) -> None:
        pauses = jobs.pauses()
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._ended)
                if self._ended:
                    return
                if self._fresh:
                    self._fresh, pauses = False, jobs.pauses()
                asked = dict(self._waiting)
            ended = self._looked(asked)
            self._finish(ended)
            if ended:
                pauses = jobs.pauses()
            self._rest(next(pauses))

    def _rest(self, seconds: float) -> None:
        """Pause until the next look; a new job hastens it."""
        with self._changed:
            self._changed.wait_for(lambda: self._fresh or self._ended, seconds)
            hastened = self._fresh and not self._ended
        if hastened:
            time.sleep(GATHER)

    def _finish(self, ended: dict[str, Any]) -> None:
        with self._changed:
            for jobid, outcome in ended.items():
                waiting = self._waiting.pop(jobid, None)
                if waiting:
                    waiting.finish(outcome)

    def _looked(self, asked: dict[str, _Waiting]) -> dict[str, Any]:
        """The jobs that have ended, each with its answer or with the error that asking for it met."""
        try:
            running = self._running() if self._may_list and len(asked) > jobs.FEW else set()
        except Exception as error:
            return dict.fromkeys(asked, error)
        if running is None:
            return {}
        answers = {jobid: self._end_of(waiting) for jobid, waiting in asked.items() if jobid not in running}
        return {jobid: answer for jobid, answer in answers.items() if answer is not None}

    def _end_of(self, waiting: _Waiting) -> Any:
        try:
            return waiting.watch.ended(self._client)
        except Exception as error:
            return error

    def _running(self) -> set[str] | None:
        try:
            return jobs.running(self._client)
        except ApiError as error:
            if not error.says_not_allowed:
                raise
            self._may_list = False
            return set()


class _Waiting:
    def __init__(self, watch: jobs.Watch) -> None:
        self.watch = watch
        self.done = threading.Event()
        self.outcome: Any = None

    def finish(self, outcome: Any) -> None:
        self.outcome = outcome
        self.done.set()
