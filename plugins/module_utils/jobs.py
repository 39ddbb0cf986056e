# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Waiting for asynchronous jobs, with a deadline and pauses that grow."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Iterator, Mapping

from .errors import ApiError, CloudError, JobTimeout, OutcomeUnknown, Unreachable

if TYPE_CHECKING:
    from .client import Client

PENDING, DONE, FAILED = 0, 1, 2
"""Values of C(jobstatus)."""

RENAMED = {"enableStorageMaintenance": "PreparePrimaryStorage"}
"""Commands whose jobs do not even share their verb, and how those of theirs begin."""

FEW = 2
"""Up to so many jobs are asked for one by one; of more, a list tells which still run."""

FORGOTTEN = 60
"""Seconds for which a server may not know a job that it has begun."""

TOLD = ("jobinstancetype", "jobinstanceid", "jobprocstatus", "created")
"""What is told of a job that does not end."""


def pauses(first: float = 0.1, longest: float = 5.0, growth: float = 1.5) -> Iterator[float]:
    """Yield the seconds to wait between two looks: short at first, then longer and longer."""
    pause = first
    while True:
        yield pause
        pause = min(pause * growth, longest)


class Watch:
    """One job, looked at again and again.

    A server that cannot be asked, or that does not know the job just now, is starting anew: the job is not known to
    have ended.
    """

    def __init__(self, command: str, jobid: str) -> None:
        self.command = command
        self.jobid = jobid
        self.last: dict[str, Any] = {}
        self._unknown_since: float | None = None

    def ended(self, client: Client) -> dict[str, Any] | None:
        """Look at the job once: how it ended, or None while that is not known.

        :raises ApiError: the server does not let it be seen, or has not known it for C(FORGOTTEN) seconds.
        """
        try:
            job = client.call("queryAsyncJobResult", {"jobid": self.jobid})
        except CloudError as error:
            if not passes(error) and not self._may_come_back(error):
                raise
            return None
        self._unknown_since = None
        self.last = job
        return None if int(job.get("jobstatus", PENDING)) == PENDING else job

    def _may_come_back(self, error: CloudError) -> bool:
        if not isinstance(error, ApiError) or not error.says_no_such_entity:
            return False
        now = time.monotonic()
        self._unknown_since = now if self._unknown_since is None else self._unknown_since
        return now - self._unknown_since < FORGOTTEN

    def result(self, job: dict[str, Any]) -> Any:
        """What an ended job did.

        :raises ApiError: it failed.
        """
        if int(job.get("jobstatus", PENDING)) != DONE:
            raise failure(self.command, self.jobid, job)
        return job.get("jobresult")

    def overdue(self, seconds: int) -> JobTimeout:
        """The error of a job that does not end in time, with what was last known of it."""
        known = {key: self.last[key] for key in TOLD if self.last.get(key) not in (None, "")}
        seen = f"It was last seen running ({', '.join(f'{key} {text}' for key, text in known.items())})."
        return JobTimeout(
            f"the job of {self.command} did not end within {seconds} seconds (api_job_timeout); it goes on at the "
            f"server as job {self.jobid}. {seen if known else 'The server could not be asked about it.'} "
            "Run the task again later: it takes up what is there by then.",
            command=self.command,
            jobid=self.jobid,
            job=known or None,
        )


def passes(error: CloudError) -> bool:
    """Tell whether an error only means that the server cannot be asked for now."""
    if isinstance(error, ApiError):
        return error.code in (429, 500, 502, 503, 504)
    return isinstance(error, (Unreachable, OutcomeUnknown))


def wait(client: Client, command: str, jobid: str) -> Any:
    """Wait for a job's end and return its result.

    :raises ApiError: the job failed.
    :raises JobTimeout: it did not end within C(api_job_timeout) seconds; it goes on at the server.
    """
    watch = Watch(command, jobid)
    deadline = time.monotonic() + client.settings.job_timeout
    for pause in pauses():
        job = watch.ended(client)
        if job is not None:
            return watch.result(job)
        if time.monotonic() + pause > deadline:
            raise watch.overdue(client.settings.job_timeout)
        client.sleep(pause)
    raise AssertionError("unreachable")


def running(client: Client) -> set[str] | None:
    """The ids of all jobs of the user that have not ended; None where the server cannot be asked for now.

    :raises ApiError: the user may not list jobs.
    """
    try:
        rows = client.list("listAsyncJobs")
    except CloudError as error:
        if passes(error):
            return None
        raise
    return {str(row.get("jobid")) for row in rows if int(row.get("jobstatus", PENDING)) == PENDING}


def settle(client: Client, command: str) -> None:
    """Wait for the jobs that a command whose answer was lost may have started; how they end will be seen.

    Jobs are named after the server's classes, which abbreviate (C(AddNicToVMCmd)) or rename what the command is about;
    they share its verb. A job too many costs time, and one too few would do the work twice.

    :raises JobTimeout: one does not end within C(api_job_timeout) seconds.
    """
    work = work_of(command)
    begun = [row for row in _seen(client) if int(row.get("jobstatus", PENDING)) == PENDING]
    _outlast(client, command, [row for row in begun if _class_of(row).startswith(work)])


def join(client: Client, command: str, params: Mapping[str, Any]) -> bool:
    """Wait for a job of the same command about the same thing, which another run began; tell whether there was one.

    One that ended by now counts, too: what was known before is to be looked up anew.

    :param params: what would be sent; a job is told by the id of what it is about.
    :raises JobTimeout: it does not end within C(api_job_timeout) seconds.
    """
    work = f"{command[:1].upper()}{command[1:]}Cmd"
    about = [str(value) for value in params.values()]
    same = [row for row in _seen(client) if _class_of(row) == work and str(row.get("jobinstanceid")) in about]
    _outlast(client, command, same)
    return bool(same)


def _seen(client: Client) -> list[dict[str, Any]]:
    """The jobs that the user may see; none where they may not be listed."""
    try:
        return client.list("listAsyncJobs")
    except ApiError:
        return []


def _outlast(client: Client, command: str, rows: list[dict[str, Any]]) -> None:
    """Wait until jobs have ended, in whatever way."""
    for row in rows:
        with suppress(ApiError):
            wait(client, command, str(row.get("jobid")))


def work_of(command: str) -> str:
    """How the class of the jobs of a command begins, as far as it is known for certain."""
    verb = re.match("[a-z]*", command)
    return RENAMED.get(command) or (verb.group().capitalize() if verb else "")


def _class_of(row: dict[str, Any]) -> str:
    return str(row.get("cmd")).rpartition(".")[2]


def failure(command: str, jobid: str, job: dict[str, Any]) -> ApiError:
    """The error that a failed job stands for."""
    result = job.get("jobresult")
    if not isinstance(result, dict):
        return ApiError(command, job.get("jobresultcode"), str(result or "no reason given"), jobid=jobid)
    text = str(result.get("errortext") or "no reason given")
    return ApiError(command, result.get("errorcode"), text, result.get("cserrorcode"), jobid)
