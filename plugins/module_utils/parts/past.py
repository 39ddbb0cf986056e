# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What alerts and events have in common: those that fit are put away, or removed, together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence

from ..lifecycle import GONE, Lifecycle, Move
from ..resolve import Row
from ..spec import Resource

if TYPE_CHECKING:
    from ..find import Finder

DATE = re.compile(r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?$")
BY_IDS = {"ids": "(ids)"}

Find = Callable[["Finder", Resource, Mapping[str, Any], Mapping[str, Any]], "list[Row]"]


def moment(value: Any) -> str:
    """A day, perhaps with a time of it."""
    return "" if DATE.match(str(value)) else "is no moment; write it like 2026-11-22 or 2026-11-22T14:30:00."


def find_fitting(narrowing: Sequence[str], told: str, before: str) -> Find:
    """A search for all that fit, as one record; none where none fits.

    :param narrowing: options that the list command takes as they are.
    :param told: the answer key with the moment of each.
    :param before: the option that says before which moment.
    """

    def find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
        narrowed = {key: params[key] for key in narrowing if params.get(key) is not None}
        ids, last = params.get("ids"), params.get(before)
        fitting = [
            str(row["id"])
            for row in finder.rows({**asked, **narrowed})
            if (ids is None or str(row["id"]) in ids) and (not last or str(row.get(told)) < last)
        ]
        return [{"(ids)": sorted(fitting), "(state)": "Present"}] if fitting else []

    return find


def by_state(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """Both ways lead out of the list; the state says which one is taken."""
    return {**params, "(archive)": params.get("state") == "archived", "(delete)": params.get("state") == "absent"}


def put_away(archive: str, delete: str) -> Lifecycle:
    """The end of what is past.

    :param archive: the command that puts it away; C(delete) removes it.
    """
    return Lifecycle(
        read="(state)",
        shows="state",
        words={"Present": "present"},
        initial="Present",
        goals={"archived": (GONE,), "absent": (GONE,)},
        moves=(
            Move("Present", GONE, archive, by=BY_IDS, when="(archive)"),
            Move("Present", GONE, delete, by=BY_IDS, when="(delete)"),
        ),
    )
