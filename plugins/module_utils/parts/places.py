# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What stands in several zones: the API lists it once for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping

from ..lifecycle import Record
from ..resolve import Row
from ..resources.zone import ZONE
from ..spec import Ref, Via

if TYPE_CHECKING:
    from ..find import Finder

ROWS = "(rows)"
"""Holds what is listed of one thing, zone by zone."""


def by_place(finder: Finder, rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Make one record of the rows of each thing; the first row speaks for it."""
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(row.get("id"), []).append(row)
    return [{**group[0], ROWS: group} for group in found.values()]


def rows_of(record: Record) -> list[Mapping[str, Any]]:
    """The rows of a thing, one a zone, in the order of the zones' names."""
    return sorted(record.get(ROWS) or [record], key=lambda row: str(row.get("zonename")))


def ids_of(record: Record) -> list[Any]:
    """The ids of the zones where a thing stands."""
    return [row["zoneid"] for row in rows_of(record) if row.get("zoneid")]


def names_of(record: Record) -> list[Any]:
    """The names of the zones where a thing stands."""
    return [row["zonename"] for row in rows_of(record) if row.get("zoneid")]


def in_zones(copy: str, **more: Any) -> Ref:
    """The option that lists the zones where something shall be; more of them may have it.

    :param copy: the command that brings it from the zone where it is to another.
    :param more: how the zones are resolved and read, and what else is special.
    """
    return Ref(
        "zones",
        type="list",
        target=ZONE,
        update_api="destzoneids",
        compare="contains",
        via=Via(copy, {"id": "id", "sourcezoneid": "zoneid"}),
        **{"api": "zoneids", **more},
    )
