# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What templates and ISOs have in common: how they are found, where they stand, and whether they can be used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Mapping

from ..errors import OptionError
from ..lifecycle import GONE, Lifecycle, Move, Record
from ..resolve import Given, Row
from ..resources.project import PROJECT
from ..resources.zone import ZONE
from ..spec import Field, Flag, Listing, Ref, Via
from .places import ROWS, rows_of

if TYPE_CHECKING:
    from ..find import Finder

ALL = "(all zones)"
BAD = ("DOWNLOAD_ERROR", "ABANDONED", "LIMIT_REACHED")
"""States of a download that will never end well."""

TROUBLE = re.compile(r"fail|error|abandon|refused|unable|limit|invalid|not found|denied", re.IGNORECASE)
"""What the status says of a download that will never end well."""


def failed(row: Row) -> bool:
    """Tell whether a zone will never have the image."""
    if row.get("isready"):
        return False
    details = row.get("downloaddetails") or ()
    return any(one.get("downloadState") in BAD for one in details) or bool(TROUBLE.search(str(row.get("status") or "")))


def held_in(record: Record) -> list[Mapping[str, Any]]:
    """The rows of the zones that have the image, or will have it."""
    return [row for row in rows_of(record) if not failed(row)]


def zone_ids(record: Record) -> list[Any]:
    """The ids of the zones that have the image, or will have it."""
    return [row["zoneid"] for row in held_in(record) if row.get("zoneid")]


def zone_names(record: Record) -> list[Any]:
    """The names of the zones that have the image, or will have it."""
    return [row["zonename"] for row in held_in(record) if row.get("zoneid")]


def in_wanted_zone(finder: Finder, record: Record) -> list[Row]:
    """The rows of the zone that a task names; all rows where it names none."""
    wanted = finder.params.get("zone")
    if wanted is None:
        return list(rows_of(record))
    said = str(wanted).casefold()
    return [row for row in rows_of(record) if said in (row.get("zoneid"), str(row.get("zonename")).casefold())]


def placed(finder: Finder, record: Record) -> dict[str, Any]:
    """The record as it is in the wanted zone, and whether the image can be used in all that matter."""
    rows = in_wanted_zone(finder, record) or list(rows_of(record))
    everywhere = finder.params.get("cross_zones") or len(finder.params.get("zones") or ()) > 1
    here = rows[0].get("zoneid") if finder.given("zone") and not finder.params.get("cross_zones") else None
    watched = list(rows_of(record)) if everywhere else rows
    return {
        **rows[0],
        ROWS: list(rows_of(record)),
        "(here)": here,
        "(state)": _state(watched),
        "(fault)": _fault(watched),
    }


def _state(rows: list[Row]) -> str:
    if any(not row.get("isready") and not failed(row) for row in rows):
        return "Downloading"
    return "Failed" if all(failed(row) for row in rows) else "Ready"


def _fault(rows: list[Row]) -> str:
    return "; ".join(
        f"zone '{row.get('zonename')}' could not get it: {row.get('status') or 'no reason given'}"
        for row in rows
        if failed(row)
    )


def fault(record: Record) -> str:
    """What is wrong with an image that some zone could not get."""
    return str(record.get("(fault)") or "")


def wanted_zones(finder: Finder, value: Any, own: Row | None) -> Given:
    """The zones that shall have an image; the one where it is made is told, but need not be asked for."""
    if ALL in value:
        rows: list[Row] = list(finder.resolver.rows(ZONE, {}))
    else:
        option = "zone" if value == [finder.params.get("zone")] else "zones"
        rows = [finder.resolver.resolve(option, ZONE, one) for one in value]
    found = {row["id"]: row["name"] for row in rows}
    if own is not None:
        found[own["zoneid"]] = own["zonename"]
    sent = [one for one in found if own is None or one != own["zoneid"]]
    return Given(sent, sorted(found.values()))


def states_of(kind: str, initial: str = "Ready", moves: tuple[Move, ...] = (), **more: Any) -> Lifecycle:
    """The lifecycle of an image.

    :param kind: Template, VnfTemplate or Iso, as the delete command ends.
    :param initial: the state of one that can be used.
    """
    by = {"id": "id", "zoneid": "(here)"}
    forced = {} if kind == "Iso" else {"forced": "force"}
    goals: dict[str, tuple[str, ...]] = {"extracted": (initial,), "absent": (GONE,)}
    settled = {*(move.source for move in moves), initial, "Failed"}
    gone = tuple(Move(state, GONE, f"delete{kind}", by=by, options=forced) for state in sorted(settled))
    return Lifecycle(
        read="(state)",
        shows=more.pop("shows", ""),
        initial=initial,
        goals={**goals, **more.pop("goals", {})},
        transient={"Downloading": initial},
        broken=("Failed",),
        fault=fault,
        moves=(*gone, *moves),
        **more,
    )


def sharing(command: str, **flags: Any) -> tuple[Field, ...]:
    """The options that say who may use an image.

    :param command: sets them.
    :param flags: what is special of O(is_extractable).
    """
    share = Via(command, adds={"op": "add"}, removes={"op": "remove"})
    return (
        Flag("is_public", via=Via(command)),
        Flag("is_featured", via=Via(command)),
        Flag("is_extractable", via=Via(command), **flags),
        Listing("accounts", late=True, read="(accounts)", via=share),
        Ref(
            "projects",
            type="list",
            target=PROJECT,
            late=True,
            api="projectids",
            read="(projects)",
            shows=None,
            via=share,
        ),
    )


def in_all_zones(api: str, **more: Any) -> Field:
    """The option that puts an image into all zones, which the API writes as a zone of its own.

    :param api: the parameter for it.
    :param more: what is special of the option.
    """
    return Flag(
        "cross_zones",
        api=api,
        read=None,
        default=False,
        wire=lambda value: "-1",
        unless=lambda value: not value,
        **more,
    )


def refuse_without(options: Mapping[str, Any], state: str, needs: str) -> None:
    """Refuse a state that cannot be reached without an option.

    :raises OptionError: the option is missing.
    """
    if options.get("state") == state and not options.get(needs):
        raise OptionError(needs, f"{needs} is needed with state={state}.")


def shared_with(finder: Finder, record: Mapping[str, Any], command: str) -> dict[str, Any]:
    """Whom an image is shared with, where the task is about that: the list does not show it."""
    if not (finder.given("accounts") or finder.given("projects")):
        return {}
    answer = finder.resolver.client.call(command, {"id": record["id"]})
    content = next((value for value in answer.values() if isinstance(value, Mapping)), answer)
    return {"(accounts)": list(content.get("account") or ()), "(projects)": list(content.get("projectids") or ())}
