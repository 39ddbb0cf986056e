# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Credits that accounts were given. Only read."""

from __future__ import annotations

from ..holders import account_in_domain, holder
from ..spec import Answer, Field, Flag, Ref, Resource
from .references import ACCOUNT_REF

PLACES = (
    *(field for field in holder() if field.name != "account"),
    Ref("account", target=ACCOUNT_REF, resolve=account_in_domain, steers=True),
)

QUOTA_CREDIT = Resource(
    "quota_credit",
    list="quotaCreditsList",
    key=(),
    list_key="",
    list_id="",
    id_option=False,
    filters={
        "domain": "domainid",
        "account": "accountid",
        "project": "projectid",
        "recursive": "isrecursive",
        "start_date": "startdate",
        "end_date": "enddate",
    },
    fields=PLACES,
    answers=(
        Answer("credit", "float"),
        Answer("currency"),
        Answer("creditor", read="creditorusername"),
        Answer("creditor_id", read="creditoruserid"),
        Answer("credited_on"),
    ),
    info=(
        *PLACES,
        Flag("recursive", steers=True),
        Field("start_date", steers=True),
        Field("end_date", steers=True),
    ),
)
