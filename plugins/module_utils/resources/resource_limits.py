# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Many limits of one owner at once: one list, and one command for each that differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Sequence

from ..errors import NotFound, OptionError
from ..resolve import Row
from ..spec import Listing, Map, Resource, Via
from ..values import read
from .resource_limit import BY_OWNER, NUMBERS, REFUSALS, addressed, kind_of, refuse_tag

if TYPE_CHECKING:
    from ..find import Finder

Limits = Mapping[str, Any]
OWNER = ("domainid", "domain", "account", "projectid", "project")
"""What an answer says of the owner of a limit."""


def _gather(finder: Finder, rows: Sequence[Row]) -> Sequence[Row]:
    """One record for each owner, with the limits that the task names, or with all."""
    if not rows and not finder.loose:
        raise NotFound("domain", "owner with limits", finder.params.get("account") or finder.params.get("domain"))
    owners: dict[tuple[Any, ...], list[Row]] = {}
    for row in (row for row in rows if kind_of(row) is not None):
        owners.setdefault(tuple(row.get(key) for key in OWNER), []).append(row)
    return [_record(finder.params, limits) for limits in owners.values()]


def _record(params: Mapping[str, Any], rows: Sequence[Row]) -> Row:
    held = {kind_of(row): row.get("max") for row in rows if not row.get("tag")}
    tagged: dict[str, dict[str, Any]] = {}
    for row in (row for row in rows if row.get("tag")):
        tagged.setdefault(str(row["tag"]), {})[kind_of(row)] = row.get("max")
    shown = params.get("resource_types")
    if shown:
        held = {kind: most for kind, most in held.items() if kind in shown}
        tagged = {tag: {kind: most for kind, most in one.items() if kind in shown} for tag, one in tagged.items()}
    wanted, wanted_tagged = params.get("limits"), params.get("tagged_limits")
    if wanted is not None or wanted_tagged is not None:
        tagged = {tag: _own(params, held, tagged.get(tag, {}), tag, rows) for tag in wanted_tagged or ()}
        held = {kind: _found(kind, held) for kind in wanted or ()}
    owner = {key: rows[0].get(key) for key in OWNER}
    return {**owner, "(limits)": held, "(tagged)": tagged or None}


def _own(params: Mapping[str, Any], plain: Limits, held: Limits, tag: str, rows: Sequence[Row]) -> dict[str, Any]:
    """The limits for a tag that a task names; one that may only follow a limit without a tag that changes is none."""
    found = {}
    wanted = params.get("limits") or {}
    for kind in params["tagged_limits"][tag]:
        _refuse_kind("tagged_limits", kind)
        refuse_tag("tagged_limits", tag, [row for row in rows if kind_of(row) == kind])
        follows = kind in wanted and held[kind] == plain.get(kind) and read(wanted[kind], "int") != plain.get(kind)
        found[kind] = None if follows else held[kind]
    return found


def _found(kind: str, held: Limits) -> Any:
    _refuse_kind("limits", kind)
    if kind not in held:
        raise OptionError("limits", f"limits: this CloudStack does not limit {kind}. Leave it out.")
    return held[kind]


def _refuse_kind(option: str, kind: str) -> None:
    if kind not in NUMBERS:
        raise OptionError(option, f"{option}: there is no limit called '{kind}'. There are {', '.join(NUMBERS)}.")


def _wrong(value: Any) -> str:
    """What is wrong with limits by their names."""
    if not isinstance(value, Mapping):
        return "is no mapping of what is limited to a number."
    for kind, most in value.items():
        if isinstance(most, bool) or not str(most).lstrip("-").isdigit() or int(most) < -1:
            return f"says '{most}' for {kind}; give a number, or -1 for no limit."
    return ""


def _wrong_tagged(value: Mapping[str, Any]) -> str:
    return next((problem for problem in map(_wrong, value.values()) if problem), "")


def _numbers(value: Limits) -> dict[str, int]:
    return {kind: int(most) for kind, most in value.items()}


def _commands(kind: str, most: Any, held: Any) -> list[dict[str, Any]]:
    """What sets one limit, if it is another one."""
    return [] if held == most else [{"resourcetype": NUMBERS[kind], "max": most}]


def _tagged_commands(tag: str, limits: Limits, held: Any) -> list[dict[str, Any]]:
    former = held or {}
    return [{"tag": tag, **one} for kind, most in limits.items() for one in _commands(kind, most, former.get(kind))]


def _in_numbers(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """The limits as numbers, where that is what they are: values that templates gave are texts."""
    found = dict(params)
    limits, tagged = params.get("limits"), params.get("tagged_limits")
    if limits and not _wrong(limits):
        found["limits"] = _numbers(limits)
    if tagged and not _wrong_tagged(tagged):
        found["tagged_limits"] = {tag: _numbers(one) for tag, one in tagged.items()}
    return found


RESOURCE_LIMITS = Resource(
    "resource_limits",
    list="listResourceLimits",
    plural="resource_limits",
    key=(),
    list_key="",
    list_id="",
    id_option=False,
    in_turn=True,
    owned=True,
    rows=addressed,
    gathers=_gather,
    normalize=_in_numbers,
    one_of=(("limits", "tagged_limits"),),
    fields=(
        Map(
            "limits",
            api="max",
            read="(limits)",
            check=_wrong,
            via=Via("updateResourceLimit", BY_OWNER, each=_commands),
        ),
        Map(
            "tagged_limits",
            api="max",
            read="(tagged)",
            check=_wrong_tagged,
            via=Via("updateResourceLimit", BY_OWNER, each=_tagged_commands),
        ),
    ),
    info=(Listing("resource_types", choices=tuple(NUMBERS), steers=True),),
    refusals=REFUSALS,
)
