# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What accounts have to spend, as the quota service counts it. Only read."""

from __future__ import annotations

from ..holders import holder
from ..spec import Answer, Flag, Resource

OWNER = holder()

QUOTA_SUMMARY = Resource(
    "quota_summary",
    list="quotaSummary",
    plural="quota_summaries",
    key=(),
    list_key="",
    list_id="",
    id_option=False,
    filters={"domain": "domainid", "account": "account", "project": "projectid", "list_all": "listall"},
    fields=OWNER,
    answers=(
        Answer("account_id"),
        Answer("balance", "float"),
        Answer("spent", "float", read="quota"),
        Answer("currency"),
        Answer("start_date"),
        Answer("end_date"),
        Answer("account_state", read="state"),
        Answer("quota_enabled", "bool"),
    ),
    info=(*OWNER, Flag("list_all", steers=True, default=False)),
)
