# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Records of usage: what was used, by whom, for how long. Only read."""

from __future__ import annotations

from ..holders import holder
from ..spec import Answer, Field, Flag, Number, Resource

OWNER = holder()

USAGE = Resource(
    "usage",
    list="listUsageRecords",
    plural="usage_records",
    key=(),
    list_key="",
    list_id="",
    id_option=False,
    filters={
        "start_date": "startdate",
        "end_date": "enddate",
        "type": "type",
        "usage_id": "usageid",
        "recursive": "isrecursive",
        "domain": "domainid",
        "account": "account",
        "project": "projectid",
    },
    info_needs=("start_date", "end_date"),
    fields=OWNER,
    answers=(
        Answer("description"),
        Answer("usage"),
        Answer("raw_usage"),
        Answer("usage_type", "int"),
        Answer("usage_id"),
        Answer("start_date", read="startdate"),
        Answer("end_date", read="enddate"),
        Answer("name"),
        Answer("virtual_machine_id"),
        Answer("zone_id"),
        Answer("offering_id"),
        Answer("template_id"),
        Answer("size", "int"),
        Answer("tags", "list"),
    ),
    info=(
        Field("start_date", steers=True),
        Field("end_date", steers=True),
        Number("type", steers=True),
        Field("usage_id", steers=True),
        Flag("recursive", steers=True),
        *OWNER,
    ),
)
