# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Reading a kind of resource: everything the caller may see, or what the filters leave of it."""

from __future__ import annotations

import time
from typing import Any, Mapping, Sequence

from .arguments import OWNER, info_fields, spoken
from .client import Client
from .described import Known
from .difference import wire
from .errors import OptionError
from .find import Finder
from .jobs import pauses
from .project import project
from .resolve import Resolver, Row
from .spec import Ref, Resource
from .values import fits

EVERY_PROJECT = "-1"
"""The C(projectid) by which a list shows the things of all projects, besides the others."""

UNFIT = ("page", "pagesize", "retrieveonlyresourcecount")
"""Parameters of list commands that do not say which things are meant."""


def read_all(client: Client, resource: Resource, params: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return every resource that fits the filters, in the words of the options.

    :raises CloudError: a filter names something that does not exist, or the server refuses.
    """
    finder = Finder(Resolver(client), resource, params, loose=True)
    rows = _inside(finder, _rows(finder))
    if resource.exists:
        rows = [row for row in rows if resource.exists(row)]
    context = {ref.name: params[ref.name] for ref in resource.refs if params.get(ref.name) is not None}
    return [project(resource, finder.enriched(row), context) for row in rows]


def _idle(finder: Finder) -> dict[str, list[Ref]]:
    """The places and owners that are given and that the list cannot be narrowed to, each with what stands in it."""
    return {
        place: inside
        for place, inside in indirect(finder.resource).items()
        if finder.given(place) and not any(finder.given(ref.name) for ref in inside)
    }


def indirect(resource: Resource) -> dict[str, list[Ref]]:
    """The places and owners that a list cannot be narrowed to, each with the options that are looked for in it."""
    refs = [one for one in info_fields(resource) if isinstance(one, Ref)]
    heard = {*resource.filters, *resource.asks_by, *resource.list_needs, *(ref.name for ref in resource.scope)}
    places = {ref.name: [one for one in refs if ref.name in one.within] for ref in refs if ref.name not in heard}
    if resource.owned and not resource.lists_owned:
        places.update({option: [ref for ref in refs if ref.kind.owned] for option in OWNER})
    return {place: sorted(inside, key=lambda ref: not ref.scope) for place, inside in places.items() if inside}


def _inside(finder: Finder, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that stand in the places and belong to the owners that the list could not be narrowed to.

    What a row does not say itself is known from what it belongs to: the addresses of a zone are listed to know the
    rules of that zone.

    :raises OptionError: the rows do not tell either.
    """
    for place, inside in _idle(finder).items():
        finder.owner() if place in OWNER else finder.ref(place)
        ways = [ref for ref in inside if leads(ref, place) and any(_named(ref, row) for row in rows)]
        if rows and not ways:
            raise _cannot_tell(place, inside)
        for through in ways[:1]:
            there = _ids_in(finder, through.kind, place)
            rows = [row for row in rows if _named(through, row) in there]
    return rows


def leads(ref: Ref, place: str) -> bool:
    """Tell whether the things that a reference names can be listed by a place, or by a part of their owner."""
    return ref.kind.owned and ref.kind.lists_owned if place in OWNER else place in ref.kind.filters


def names_in_rows(ref: Ref) -> str:
    """The key under which a row of a list holds the id of what a reference names, if it does."""
    return str(ref.read if isinstance(ref.read, str) else ref.list_api)


def _named(ref: Ref, row: Row) -> str:
    return str(row.get(names_in_rows(ref)) or "")


def _ids_in(finder: Finder, kind: Resource, place: str) -> set[str]:
    """The ids of all things of a kind that stand in a place, or belong to an owner, as far as the task looks."""
    asked = dict(finder.owner_of(kind))
    if place not in OWNER:
        asked[kind.filters[place]] = finder.ref(place).value
    if kind.owned and finder.params.get("list_all"):
        asked["listall"] = True
    if kind.owned:
        asked.update(_projects(finder))
    return {str(finder.resolver.given(kind, row).value) for row in finder.resolver.rows(kind, asked)}


def _cannot_tell(place: str, inside: Sequence[Ref]) -> OptionError:
    what = " or ".join(ref.name for ref in inside)
    return OptionError(
        place,
        f"{place}: it only says where to look for {what}, and the list shows no {place}. "
        f"Give {what}, too, or leave {place} out.",
    )


def read_when(client: Client, resource: Resource, params: Mapping[str, Any]) -> list[dict[str, Any]]:
    """As C(read_all), but with the option C(wait_for) it reads again until things are as they shall be.

    :raises OptionError: they are not in time.
    """
    params = {**params, "filters": checked_filters(client, resource, params.get("filters"))}
    found = read_all(client, resource, params)
    wish = params.get("wait_for")
    if not wish:
        return found
    if wish["count"] < 0 or wish["timeout"] < 0:
        raise OptionError("wait_for", "wait_for: count and timeout are numbers of at least 0.")
    where = wish.get("where") or {}
    deadline = time.monotonic() + wish["timeout"]
    for pause in pauses(first=0.5):
        fitting = sum(fits(one, where) for one in found)
        if fitting >= wish["count"] if wish["count"] else not fitting:
            return found
        if time.monotonic() + pause > deadline:
            break
        client.sleep(pause)
        found = read_all(client, resource, params)
    number = f"at least {wish['count']}" if wish["count"] else "none"
    text = f"of {len(found)} {resource.noun}s {fitting} have {where}, and {number} shall"
    raise OptionError("wait_for", f"wait_for: after {wish['timeout']} seconds (timeout), {text}.", found=fitting)


def _projects(finder: Finder) -> dict[str, Any]:
    """What asks for the things of all projects beside the others; without it, the server leaves them out.

    :raises OptionError: one project is named as well.
    """
    if not finder.params.get("all_projects"):
        return {}
    if finder.given("project"):
        raise OptionError("all_projects", "all_projects: it excludes project. Leave out one of them.")
    return {"projectid": EVERY_PROJECT}


def checked_filters(client: Client, resource: Resource, given: Mapping[str, Any] | None) -> dict[str, Any]:
    """The parameters under the option C(filters), spelt as the server spells them.

    :raises OptionError: the list command has no such parameter, or another option stands for it.
    """
    if not given:
        return {}
    told = spoken(resource)
    for name in given:
        word = str(name).split("[", 1)[0].lower()
        if word in told:
            raise OptionError(f"filters.{name}", f"filters.{name}: the option {told[word]} stands for it. Give that.")
        if word in UNFIT:
            raise OptionError(f"filters.{name}", f"filters.{name}: everything that fits is read. Leave it out.")
    known = Known.ask(client, resource.list)
    return known.check(given, spared=known.params or (), option="filters")


def _rows(finder: Finder) -> list[Row]:
    if finder.given("id"):
        return finder.matching(finder.by_id(finder.params["id"], _narrowed(finder)))
    return finder.matching(finder.rows(list_params(finder)))


def list_params(finder: Finder) -> dict[str, Any]:
    """The parameters by which the server leaves out what the filters of a task do not want.

    :raises CloudError: a filter names something that does not exist.
    """
    return {**finder.list_params(), **_narrowed(finder)}


def _narrowed(finder: Finder) -> dict[str, Any]:
    """What the options beside the name and the owner send."""
    asked: dict[str, Any] = {}
    for field in info_fields(finder.resource):
        param = finder.resource.filters.get(field.name)
        if param and finder.given(field.name):
            is_ref = isinstance(field, Ref)
            asked[param] = finder.ref(field.name).value if is_ref else wire(field, finder.params[field.name])
    if finder.params.get("list_all"):
        asked["listall"] = True
    asked.update(_projects(finder))
    if finder.given("tags"):
        asked["tags"] = finder.params["tags"]
    return {**asked, **(finder.params.get("filters") or {})}
