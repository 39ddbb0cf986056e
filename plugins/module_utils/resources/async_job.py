# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Asynchronous jobs that have not ended. Only read."""

from __future__ import annotations

from ..spec import Answer, Field, Resource

ASYNC_JOB = Resource(
    "async_job",
    list="listAsyncJobs",
    list_with={"listall": True},
    key=(),
    list_key="",
    list_id="",
    id_option=False,
    filters={"start_date": "startdate", "resource_id": "resourceid", "resource_type": "resourcetype"},
    answers=(
        Answer("job_id"),
        Answer("command", read="cmd"),
        Answer("job_status", "int"),
        Answer("process_status", "int", read="jobprocstatus"),
        Answer("result_code", "int", read="jobresultcode"),
        Answer("instance_type", read="jobinstancetype"),
        Answer("instance_id", read="jobinstanceid"),
        Answer("account"),
        Answer("domain_path"),
        Answer("user_id"),
        Answer("management_server", read="managementservername"),
        Answer("created"),
        Answer("completed"),
    ),
    info=(
        Field("start_date", steers=True),
        Field("resource_id", steers=True),
        Field("resource_type", steers=True),
    ),
)
