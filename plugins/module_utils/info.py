# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Reading a kind of resource: everything the caller may see, or what the filters leave of it."""

from __future__ import annotations

from typing import Any, Mapping

from .arguments import info_fields
from .client import Client
from .difference import wire
from .find import Finder
from .project import project
from .resolve import Resolver, Row
from .spec import Ref, Resource


def read_all(client: Client, resource: Resource, params: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return every resource that fits the filters, in the words of the options.

    :raises CloudError: a filter names something that does not exist, or the server refuses.
    """
    finder = Finder(Resolver(client), resource, params, loose=True)
    rows = _rows(finder)
    if resource.exists:
        rows = [row for row in rows if resource.exists(row)]
    context = {ref.name: params[ref.name] for ref in resource.refs if params.get(ref.name) is not None}
    return [project(resource, finder.enriched(row), context) for row in rows]


def _rows(finder: Finder) -> list[Row]:
    if finder.given("id"):
        return finder.by_id(finder.params["id"])
    return finder.matching(finder.rows(list_params(finder)))


def list_params(finder: Finder) -> dict[str, Any]:
    """The parameters by which the server leaves out what the filters of a task do not want.

    :raises CloudError: a filter names something that does not exist.
    """
    resource = finder.resource
    asked = finder.list_params()
    for field in info_fields(resource):
        param = resource.filters.get(field.name)
        if param and finder.given(field.name):
            is_ref = isinstance(field, Ref)
            asked[param] = finder.ref(field.name).value if is_ref else wire(field, finder.params[field.name])
    if finder.params.get("list_all"):
        asked["listall"] = True
    if finder.given("tags"):
        asked["tags"] = finder.params["tags"]
    return asked
