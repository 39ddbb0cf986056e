# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Tariffs of the quota service: what a use of the cloud costs. A change makes another tariff of the same name."""

from __future__ import annotations

from .. import checks
from ..lifecycle import Record
from ..parts.quota import REFUSALS, named
from ..spec import Answer, Field, Flag, Number, Ref, Resource
from ..values import moment
from .references import USAGE_TYPE


def _starts(record: Record) -> str:
    return moment(record.get("effectiveDate"))


def _ends(record: Record) -> str:
    return moment(record.get("endDate"))


QUOTA_TARIFF = Resource(
    "quota_tariff",
    list="quotaTariffList",
    create="quotaTariffCreate",
    update="quotaTariffUpdate",
    update_by={"name": "name"},
    delete="quotaTariffDelete",
    list_id="",
    id_option=False,
    filters={"usage_type": "usagetype", "show_removed": "listall"},
    fields=(
        Field("name", required=True, fixed=True, check=named),
        Ref(
            "usage_type",
            target=USAGE_TYPE,
            api="usagetype",
            read="usageType",
            shows="usageName",
            needed_to_create=True,
            fixed=True,
        ),
        Field("value", type="float", read="tariffValue", needed_to_create=True),
        Field("description"),
        Field("activation_rule", read="activationRule"),
        Number("position"),
        Field("start_date", read=_starts, fixed=True, compare="moment", shown=moment, wire=moment, check=checks.moment),
        Field("end_date", read=_ends, compare="moment", shown=moment, wire=moment, check=checks.moment),
    ),
    answers=(
        Answer("unit", read="usageUnit"),
        Answer("currency"),
        Answer("removed"),
    ),
    info=(
        Ref("usage_type", target=USAGE_TYPE, api="usagetype", read="usageType", shows="usageName"),
        Flag("show_removed", steers=True),
    ),
    refusals=REFUSALS,
)
