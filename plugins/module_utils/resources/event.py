# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Events: what was done, and by whom; put away, or removed, as many as fit."""

from __future__ import annotations

from ..parts.past import by_state, find_fitting, moment, put_away
from ..spec import Answer, Choice, Field, Flag, Listing, Resource

LEVELS = ("INFO", "WARN", "ERROR")

EVENT = Resource(
    "event",
    list="listEvents",
    key=(),
    list_key="",
    id_option=False,
    owned=True,
    find=find_fitting(("type", "level"), "created", "created_before"),
    normalize=by_state,
    default_state="archived",
    one_of=(("ids", "type", "level", "created_before"),),
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
    fields=(
        Listing("ids", steers=True),
        Field("type", steers=True),
        Choice("level", LEVELS, steers=True),
        Field("created_before", steers=True, check=moment),
    ),
    answers=(
        Answer("events", "list", read="(ids)"),
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
    lifecycle=put_away("archiveEvents", "deleteEvents"),
    info=(
        Field("type", steers=True),
        Choice("level", LEVELS, steers=True),
        Choice("event_state", ("Created", "Scheduled", "Started", "Completed"), steers=True),
        Field("resource_id", steers=True),
        Field("resource_type", steers=True),
        Field("start_date", steers=True),
        Field("end_date", steers=True),
        Field("start_id", steers=True),
        Field("id", steers=True),
        Flag("archived", steers=True),
    ),
)
