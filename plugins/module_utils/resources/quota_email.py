# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The mail that the quota service sends: a text of each type, which CloudStack makes itself."""

from __future__ import annotations

from ..parts.quota import REFUSALS
from ..spec import Answer, Field, Resource

LATER = ("last_updated",)

QUOTA_EMAIL = Resource(
    "quota_email",
    list="quotaEmailTemplateList",
    update="quotaEmailTemplateUpdate",
    update_by={"templatetype": "templatetype"},
    update_whole={},
    key=("type",),
    list_key="templatetype",
    list_id="",
    id_option=False,
    fields=(
        Field("type", api="templatetype", required=True, compare="folded"),
        Field("subject", api="templatesubject", entails=LATER),
        Field("body", api="templatebody", compare="lines", entails=LATER),
        Field("locale", entails=LATER),
    ),
    answers=(Answer("last_updated", read="last_updated"),),
    refusals=REFUSALS,
)
