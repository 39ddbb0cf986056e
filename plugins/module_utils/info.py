# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Reading a kind of resource: everything the caller may see, or what the filters leave of it."""

from __future__ import annotations

import time
from typing import Any, Mapping

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
    _refuse_idle(finder)
    rows = _rows(finder)
    if resource.exists:
        rows = [row for row in rows if resource.exists(row)]
    context = {ref.name: params[ref.name] for ref in resource.refs if params.get(ref.name) is not None}
    return [project(resource, finder.enriched(row), context) for row in rows]


def _refuse_idle(finder: Finder) -> None:
    """Refuse a place or an owner that nothing is looked for in: the list cannot be narrowed to it.

    :raises OptionError: what stands there is not given.
    """
    resource = finder.resource
    refs = [one for one in info_fields(resource) if isinstance(one, Ref)]
    heard = {*resource.filters, *resource.asks_by, *resource.list_needs, *(ref.name for ref in resource.scope)}
    places = {ref.name: [one.name for one in refs if ref.name in one.within] for ref in refs if ref.name not in heard}
    if resource.owned and not resource.lists_owned:
        places.update({option: [ref.name for ref in refs if ref.kind.owned] for option in OWNER})
    for place, inside in places.items():
        if finder.given(place) and inside and not any(finder.given(name) for name in inside):
            what = " or ".join(inside)
            raise OptionError(
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
