# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From a record of the API to what users read: flat, in option names. Results and diffs come from here."""

from __future__ import annotations

from typing import Any, Mapping

from .resolve import Given
from .spec import Field, Ref, Resource
from .values import read

OWNER_KEYS = ("domain", "account", "project")


def project(resource: Resource, record: Mapping[str, Any], context: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the result of a record: fields, answers, state, owner, tags. What is empty is left out.

    :param context: names of references that the record itself does not show: option to name.
    """
    found: dict[str, Any] = {"id": record.get("id"), **properties(resource, record, context)}
    for answer in resource.answers:
        found[answer.name] = read(answer.get(record), answer.type)
    if resource.owned and resource.lists_owned:
        found.update({key: record.get(key) for key in OWNER_KEYS})
    return {key: value for key, value in found.items() if value is not None}


def properties(
    resource: Resource, record: Mapping[str, Any], context: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What a task can ask for, as a record has it: fields, state, tags. Both sides of a diff are made of it."""
    context = context or {}
    found: dict[str, Any] = {}
    for field in resource.fields:
        if not _is_concealed(field, record):
            if isinstance(field, Ref):
                found[field.result] = _ref(field, record, context)
            else:
                found[field.result] = _own(field, record, context)
    if resource.lifecycle and resource.lifecycle.shows:
        state = record.get(resource.lifecycle.read)
        found[resource.lifecycle.shows] = resource.lifecycle.word(state) if state else None
    if resource.tags:
        found["tags"] = tag_list(tags_of(record))
    return {key: value for key, value in found.items() if value is not None}


def wanted_context(resource: Resource, wanted: Mapping[str, Given]) -> dict[str, Any]:
    """What a task says that the record may not show: names of references, and what is written of members."""
    of_members = {field.name for field in resource.fields if field.members and not isinstance(field, Ref)}
    return {name: given if name in of_members else given.shown for name, given in wanted.items()}


def concealed(resource: Resource, record: Mapping[str, Any]) -> frozenset[str]:
    """The result keys whose values are secrets in this record."""
    return frozenset(field.result for field in resource.fields if _is_concealed(field, record))


def _is_concealed(field: Field, record: Mapping[str, Any]) -> bool:
    return field.secret or (field.conceals is not None and field.conceals(record))


def _own(field: Field, record: Mapping[str, Any], context: Mapping[str, Any]) -> Any:
    if field.steers:
        return None
    if field.members:
        given = context.get(field.name)
        return field.members.told(record, given.value, given.shown) if given else None
    value = field.get(record)
    return None if value is None else field.spelled(read(value, field.type))


def _ref(field: Ref, record: Mapping[str, Any], context: Mapping[str, Any]) -> Any:
    if field.steers:
        return context.get(field.name)
    kind = "list" if field.type == "list" else "raw"
    shown = read(field.get_shown(record), kind)
    if shown is not None:
        return shown
    held = read(field.get(record), kind)
    if field.name in context and (held is not None or not field.compared or field.scope):
        return context[field.name]
    return held


def tags_of(record: Mapping[str, Any]) -> dict[str, str]:
    """The tags of a record as a mapping."""
    return {str(tag["key"]): str(tag.get("value", "")) for tag in record.get("tags") or [] if isinstance(tag, Mapping)}


def tag_list(tags: Mapping[str, str]) -> list[dict[str, str]]:
    """Tags as users write them: a sorted list of key and value."""
    return [{"key": key, "value": tags[key]} for key in sorted(tags)]
