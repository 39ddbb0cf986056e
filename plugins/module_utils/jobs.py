# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Waiting for asynchronous jobs, with a deadline and pauses that grow."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any, Iterator

from .errors import ApiError, JobTimeout

if TYPE_CHECKING:
    from .client import Client

PENDING, DONE, FAILED = 0, 1, 2
"""Values of C(jobstatus)."""

RENAMED = {"enableStorageMaintenance": "PreparePrimaryStorage"}
"""Commands whose jobs do not even share their verb, and how those of theirs begin."""

FEW = 2
"""Up to so many jobs are asked for one by one; of more, a list tells which still run."""


def pauses(first: float = 0.1, longest: float = 5.0, growth: float = 1.5) -> Iterator[float]:
    """Yield the seconds to wait between two looks: short at first, then longer and longer."""
    pause = first
    while True:
        yield pause
        pause = min(pause * growth, longest)


def wait(client: Client, command: str, jobid: str) -> Any:
    """Wait for a job's end and return its result.

    :raises ApiError: the job failed.
    :raises JobTimeout: it did not end within C(api_job_timeout) seconds; it goes on at the server.
    """
    deadline = time.monotonic() + client.settings.job_timeout
    for pause in pauses():
        job = client.call("queryAsyncJobResult", {"jobid": jobid})
        status = int(job.get("jobstatus", PENDING))
        if status == DONE:
            return job.get("jobresult")
        if status != PENDING:
            raise failure(command, jobid, job)
        if time.monotonic() + pause > deadline:
            raise overdue(command, jobid, client.settings.job_timeout)
        client.sleep(pause)
    raise AssertionError("unreachable")


def running(client: Client) -> set[str]:
    """The ids of all jobs of the user that have not ended.

    :raises ApiError: the user may not list jobs.
    """
    rows = client.list("listAsyncJobs")
    return {str(row.get("jobid")) for row in rows if int(row.get("jobstatus", PENDING)) == PENDING}


def settle(client: Client, command: str) -> None:
    """Wait for the jobs that a command whose answer was lost may have started; how they end will be seen.

    Jobs are named after the server's classes, which abbreviate (C(AddNicToVMCmd)) or rename what the command is about;
    they share its verb. A job too many costs time, and one too few would do the work twice.

    :raises JobTimeout: one does not end within C(api_job_timeout) seconds.
    """
    work = work_of(command)
    try:
        rows = client.list("listAsyncJobs")
    except ApiError:
        return
    for row in rows:
        if int(row.get("jobstatus", PENDING)) == PENDING and _class_of(row).startswith(work):
            try:
                wait(client, command, str(row.get("jobid")))
            except ApiError:
                continue


def work_of(command: str) -> str:
    """How the class of the jobs of a command begins, as far as it is known for certain."""
    verb = re.match("[a-z]*", command)
    return RENAMED.get(command) or (verb.group().capitalize() if verb else "")


def _class_of(row: dict[str, Any]) -> str:
    return str(row.get("cmd")).rpartition(".")[2]


def overdue(command: str, jobid: str, seconds: int) -> JobTimeout:
    """The error of a job that does not end in time."""
    return JobTimeout(
        f"the job of {command} did not end within {seconds} seconds (api_job_timeout); it goes on at the server. "
        "Run the task again later: it takes up what is there by then.",
        command=command,
        jobid=jobid,
    )


def failure(command: str, jobid: str, job: dict[str, Any]) -> ApiError:
    """The error that a failed job stands for."""
    result = job.get("jobresult")
    if not isinstance(result, dict):
        return ApiError(command, job.get("jobresultcode"), str(result or "no reason given"), jobid=jobid)
    text = str(result.get("errortext") or "no reason given")
    return ApiError(command, result.get("errorcode"), text, result.get("cserrorcode"), jobid)
