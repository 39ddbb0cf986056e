# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Annotations: remarks that people leave on things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from ..parts.entities import ANNOTATED, entity, lists_of
from ..resolve import Row
from ..spec import Answer, Field, Flag, Ref, Refusal, Resource, Via
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

_entity = entity("entity", "entity_type", ANNOTATED)


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """The remark of that text on that thing."""
    place = {"entityid": _entity(finder, params["entity"]).value, "entitytype": params["entity_type"].upper()}
    return finder.matching(finder.rows(place))


ANNOTATION = Resource(
    "annotation",
    list="listAnnotations",
    also=lists_of(ANNOTATED),
    list_key="",
    create="addAnnotation",
    delete="removeAnnotation",
    key=("annotation",),
    names=("annotation",),
    find=_find,
    filters={"entity_type": "entitytype", "entity_id": "entityid"},
    may_double=True,
    fields=(
        Field("annotation", required=True),
        Field("entity_type", required=True, compare="folded", wire=str.upper, fixed=True, shown=str.upper),
        Field("entity", api="entityid", resolve=_entity, required=True, fixed=True),
        Ref("zone", target=ZONE, steers=True),
        Flag("admins_only", api="adminsonly", via=Via("updateAnnotationVisibility")),
    ),
    answers=(Answer("entity_name"), Answer("username"), Answer("created")),
    info=(Field("entity_type", steers=True), Field("entity_id", steers=True)),
    refusals=(
        Refusal("[Ii]nvalid entity type", "entity_type", "Use one such as VM, VOLUME, NETWORK, HOST or ZONE."),
        Refusal("[Ii]nvalid entity|need to have an entity", "entity", "Check the id, and that it is of that type."),
    ),
)
