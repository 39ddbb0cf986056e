# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Tags: one key with its value, on a thing of any kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..parts.entities import TAGGED, entity, lists_of
from ..resolve import Row
from ..spec import Field, Ref, Refusal, Resource
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

_resource = entity("resource", "resource_type", TAGGED)


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """The tag of that key on that thing; keys are told apart by their case."""
    place = {"resourceid": _resource(finder, params["resource"]).value, "resourcetype": params["resource_type"]}
    rows = finder.rows({**asked, **place, "key": params["key"]})
    return [row for row in rows if row.get("key") == params["key"] and row.get("resourceid") == place["resourceid"]]


TAG = Resource(
    "tag",
    list="listTags",
    also=lists_of(TAGGED),
    list_with={"listall": True},
    list_key="key",
    list_id="",
    id_option=False,
    create="createTags",
    delete="deleteTags",
    delete_by={
        "resourceids": "resourceid",
        "resourcetype": "resourcetype",
        "tags[0].key": "key",
        "tags[0].value": "value",
    },
    key=("key",),
    names=("key",),
    find=_find,
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    filters={"value": "value", "resource_type": "resourcetype", "resource_id": "resourceid"},
    fields=(
        Field("key", api="tags[0].key", read="key", required=True, check=checks.name255),
        Field(
            "value",
            api="tags[0].value",
            read="value",
            needed_to_create=True,
            fixed=True,
            recreate=True,
            check=checks.name255,
        ),
        Field("resource_type", required=True, compare="folded", fixed=True),
        Field("resource", api="resourceids", read="resourceid", resolve=_resource, required=True, fixed=True),
        Ref("zone", target=ZONE, steers=True),
    ),
    info=(Field("value", steers=True), Field("resource_type", steers=True), Field("resource_id", steers=True)),
    omits={"customer": "a remark of the one who tags; it is no part of the tag"},
    refusals=(
        Refusal("[Ii]nvalid resource type", "resource_type", "Use one such as UserVm, Network, Volume or Template."),
        Refusal("[Uu]nable to find resource", "resource", "Check the id, and that it is of that resource_type."),
    ),
)
