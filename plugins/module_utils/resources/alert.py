# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Alerts that the management server raised: put away, or removed, as many as fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Mapping

from ..lifecycle import GONE, Lifecycle, Move
from ..resolve import Row
from ..spec import Answer, Field, Listing, Resource

if TYPE_CHECKING:
    from ..find import Finder

DATE = re.compile(r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?$")
BY_IDS = {"ids": "(ids)"}


def _moment(value: Any) -> str:
    return "" if DATE.match(str(value)) else "is no moment; write it like 2026-11-22 or 2026-11-22T14:30:00."


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """All alerts that fit, as one record; none where none fits."""
    narrowed = {key: params[key] for key in ("name", "type") if params.get(key) is not None}
    rows = finder.rows({**asked, **narrowed})
    ids, before = params.get("ids"), params.get("sent_before")
    fitting = [
        str(row["id"])
        for row in rows
        if (ids is None or str(row["id"]) in ids) and (not before or str(row.get("sent")) < before)
    ]
    return [{"(ids)": sorted(fitting), "(state)": "Present"}] if fitting else []


def _by_state(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """Both ways lead out of the list; the state says which one is taken."""
    return {**params, "(archive)": params.get("state") == "archived", "(delete)": params.get("state") == "absent"}


ALERT = Resource(
    "alert",
    list="listAlerts",
    key=(),
    list_key="",
    find=_find,
    normalize=_by_state,
    filters={"name": "name", "type": "type"},
    default_state="archived",
    one_of=(("ids", "type", "name", "sent_before"),),
    id_option=False,
    fields=(
        Listing("ids", steers=True),
        Field("type", steers=True),
        Field("name", steers=True),
        Field("sent_before", steers=True, check=_moment),
    ),
    answers=(
        Answer("alerts", "list", read="(ids)"),
        Answer("alert_type", "int", read="type"),
        Answer("alert_name", read="name"),
        Answer("description"),
        Answer("sent"),
    ),
    lifecycle=Lifecycle(
        read="(state)",
        shows="state",
        words={"Present": "present"},
        initial="Present",
        goals={"archived": (GONE,), "absent": (GONE,)},
        moves=(
            Move("Present", GONE, "archiveAlerts", by=BY_IDS, when="(archive)"),
            Move("Present", GONE, "deleteAlerts", by=BY_IDS, when="(delete)"),
        ),
    ),
    info=(Field("type", steers=True), Field("name", steers=True)),
)
