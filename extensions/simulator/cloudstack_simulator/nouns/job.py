"""Asynchronous jobs as the API shows them."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..jobs import PENDING, job_view
from ..registry import command
from ..store import Record
from ..surface import surface


@command("queryAsyncJobResult")
def query_async_job_result(ctx: Context) -> dict[str, Any]:
    """The job's state; asking is what makes it progress under the default policy."""
    job = ctx.record("job", "jobid")
    if job["_internal"]:
        raise errors.bad_value(ctx.command.word, "jobid", job["id"])
    ctx.jobs.poll(job)
    return _view(ctx, job)


@command("listAsyncJobs")
def list_async_jobs(ctx: Context) -> dict[str, Any]:
    """The jobs that have not ended."""
    jobs = [job for job in ctx.store.where("job", jobstatus=PENDING) if not job["_internal"]]
    return ctx.list(jobs, lambda job: _view(ctx, job))


def _view(ctx: Context, job: Record) -> dict[str, Any]:
    caller = ctx.simulator.caller_by_id(job["_caller"])
    spec = surface().commands[job["_command"]]
    owner = {
        "accountid": caller.account["id"],
        "account": caller.account["name"],
        "domainid": caller.domain["id"],
        "domainpath": caller.domain["path"],
        "userid": caller.user["id"],
    }
    return job_view(job, owner, spec.job_class, spec.instance_type, spec.has_instance_id)
