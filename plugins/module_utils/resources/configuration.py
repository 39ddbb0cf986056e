# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""One setting, everywhere or in one place. Settings are CloudStack's own; their values are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from ..config_places import (
    PARAMS,
    PLACES,
    RESET_BY,
    UPDATE_BY,
    asked_of,
    completed,
    is_secret,
    needs_restart,
    refuse_wrong_place,
    spelled,
)
from ..errors import OptionError
from ..lifecycle import Lifecycle, Move
from ..resolve import Given, Row
from ..spec import Answer, Field, Refusal, Resource

if TYPE_CHECKING:
    from ..find import Finder


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    name = params.get("name")
    place = asked_of(finder)
    listed = [row for row in finder.rows(asked) if name is None or row.get("name") == name]
    rows = [completed({**row, **place}) for row in listed]
    if name and not rows and not finder.loose:
        refuse_wrong_place(finder, [name])
    if len(rows) == 1 and params.get("state") == "default" and _has_place(rows[0]):
        above = [row for row in finder.rows({"name": name}) if row.get("name") == name]
        rows = [completed({**rows[0], "(default)": above[0].get("value")})] if above else rows
    return rows


def _has_place(row: Row) -> bool:
    return any(row.get(param) for param in UPDATE_BY.values() if param != "name")


def _value(finder: Finder, value: Any) -> Given:
    rows = _find(finder, finder.resource, finder.params, finder.list_params())
    wanted = spelled(rows[0], value) if rows else value
    return Given(wanted, wanted)


def _value_or_default(params: Mapping[str, Any]) -> Mapping[str, Any]:
    if params.get("state") == "default" and params.get("value") is not None:
        raise OptionError("value", "value: with state=default the setting has its default. Leave one of them out.")
    if params.get("state") != "default" and params.get("value") is None:
        raise OptionError("value", "value is missing: give the value, or state=default for the one that is shipped.")
    return params


CONFIGURATION = Resource(
    "configuration",
    list="listConfigurations",
    update="updateConfiguration",
    update_by=UPDATE_BY,
    list_id="",
    id_option=False,
    asks=asked_of,
    asks_by=PARAMS,
    find=_find,
    normalize=_value_or_default,
    filters={"category": "category", "group": "group", "subgroup": "subgroup", "parent": "parent"},
    fields=(
        Field("name", required=True),
        Field("value", resolve=_value, conceals=is_secret),
        *PLACES,
    ),
    answers=(
        Answer("category"),
        Answer("scope"),
        Answer("description"),
        Answer("display_text"),
        Answer("type"),
        Answer("options"),
        Answer("group"),
        Answer("subgroup"),
        Answer("parent"),
        Answer("component"),
        Answer("default_value", read=lambda record: None if is_secret(record) else record.get("defaultvalue")),
        Answer("is_dynamic", "bool"),
        Answer("restart_required", "bool", read=needs_restart),
    ),
    lifecycle=Lifecycle(
        read="(state)",
        shows="",
        goals={"default": ("default",)},
        moves=(Move("set", "default", "resetConfiguration", by=RESET_BY, sets={"value": "(default)"}),),
    ),
    info=(
        Field("category", steers=True),
        Field("group", steers=True),
        Field("subgroup", steers=True),
        Field("parent", steers=True),
        *PLACES,
    ),
    refusals=(
        Refusal("not a valid", "value", "Give a value of the setting's type, which configuration_info tells."),
        Refusal("Invalid scope", "name", "The setting has no value of its own in that place."),
    ),
)
