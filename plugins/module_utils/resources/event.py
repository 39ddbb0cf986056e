# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Events: what was done, and by whom. Only read."""

from __future__ import annotations

from ..spec import Answer, Choice, Field, Flag, Resource

EVENT = Resource(
    "event",
    list="listEvents",
    key=(),
    list_key="",
    owned=True,
    filters={
        "type": "type",
        "level": "level",
        "event_state": "state",
        "resource_id": "resourceid",
        "resource_type": "resourcetype",
        "start_date": "startdate",
        "end_date": "enddate",
        "start_id": "startid",
        "archived": "archived",
    },
    answers=(
        Answer("type"),
        Answer("level"),
        Answer("state"),
        Answer("description"),
        Answer("username"),
        Answer("resource_id"),
        Answer("resource_name"),
        Answer("resource_type"),
        Answer("parent_id"),
        Answer("archived", "bool"),
        Answer("created"),
    ),
    info=(
        Field("type", steers=True),
        Choice("level", ("INFO", "WARN", "ERROR"), steers=True),
        Choice("event_state", ("Created", "Scheduled", "Started", "Completed"), steers=True),
        Field("resource_id", steers=True),
        Field("resource_type", steers=True),
        Field("start_date", steers=True),
        Field("end_date", steers=True),
        Field("start_id", steers=True),
        Flag("archived", steers=True),
    ),
)
