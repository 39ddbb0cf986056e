# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Alerts that the management server raised: put away, or removed, as many as fit."""

from __future__ import annotations

from ..parts.past import by_state, find_fitting, moment, put_away
from ..spec import Answer, Field, Listing, Resource

ALERT = Resource(
    "alert",
    list="listAlerts",
    key=(),
    list_key="",
    find=find_fitting(("name", "type"), "sent", "sent_before"),
    normalize=by_state,
    filters={"name": "name", "type": "type"},
    default_state="archived",
    one_of=(("ids", "type", "name", "sent_before"),),
    id_option=False,
    fields=(
        Listing("ids", steers=True),
        Field("type", steers=True),
        Field("name", steers=True),
        Field("sent_before", steers=True, check=moment),
    ),
    answers=(
        Answer("alerts", "list", read="(ids)"),
        Answer("alert_type", "int", read="type"),
        Answer("alert_name", read="name"),
        Answer("description"),
        Answer("sent"),
    ),
    lifecycle=put_away("archiveAlerts", "deleteAlerts"),
    info=(Field("type", steers=True), Field("name", steers=True)),
)
