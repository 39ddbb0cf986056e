# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What differs between what is there and what is wanted, and how the difference is sent and shown. Pure."""

from __future__ import annotations

from typing import Any, Sequence

from .errors import FixedField, OptionError
from .lifecycle import AHEAD, Record, Step
from .project import properties
from .resolve import ADOPTED, UNSEEN
from .spec import Field, Ref, Resource
from .task import Task
from .values import read, same


def differing(resource: Resource, current: Record, task: Task) -> list[Field]:
    """The fields whose wanted value is not what the record holds.

    :raises FixedField: one of them is set at creation only.
    """
    found = []
    taken = {name for action in resource.actions if action.state == task.state for name in action.takes}
    renames = task.by_id or current.get(ADOPTED)
    for field in resource.fields:
        given = task.wanted.get(field.name)
        if given is not None and field.forced_by and task.params.get(field.forced_by) == "always":
            found.append(field)
            continue
        if given is None or not field.compared or field.name in taken or (field.name in resource.key and not renames):
            continue
        if field.members:
            known = UNSEEN not in current or field.name in current.get(AHEAD, {})
            if known and members_steps(task, [field], current):
                found.append(field)
            continue
        held = read(
            field.get(current), "list" if field.type == "list" else "raw" if isinstance(field, Ref) else field.type
        )
        untold = held is None and (field.tacit or (UNSEEN in current and _is_not_told(field)))
        if same(held, given.value, field.compare) or untold:
            continue
        if field.fixed and not _recreates(field, task):
            shown = properties(resource, current).get(field.name)
            raise FixedField(field.name, resource.noun, task.label, "" if shown is None else shown, given.shown)
        problem = field.guard(held, given.value, task.params) if field.guard else ""
        if problem:
            raise OptionError(field.name, f"{field.name}: '{task.label}' {problem}", current=held, wanted=given.shown)
        found.append(field)
    return found


def _is_not_told(field: Field) -> bool:
    """Tell whether the server may choose the value of a field that a creation leaves out, or refuse to change it."""
    return bool(field.fixed or field.guard or field.create_default is not None)


def members_steps(task: Task, fields: Sequence[Field], current: Record | None) -> list[Step]:
    """The steps that bring records inside a record to what options list."""
    return [
        step
        for field in fields
        if field.members
        for step in field.members.steps(
            field.name, current or {}, task.wanted[field.name].value, bool(task.params.get(field.members.purge))
        )
    ]


def _recreates(field: Field, task: Task) -> bool:
    return bool(task.params.get(field.recreate)) if isinstance(field.recreate, str) else field.recreate


def wire(field: Field, value: Any) -> Any:
    """A value as it is sent."""
    return field.wire(value) if field.wire and value is not None else value


def changed_value(field: Field, current: Record, task: Task) -> dict[str, Any]:
    """What an update sends: a mapping with what the server already holds, for it replaces the whole."""
    value = task.wanted[field.name].value
    if field.compare != "subset":
        return {field.update_api: wire(field, value)}
    if value:
        held = current.get(field.api) if callable(field.read) else field.get(current)
        return {field.update_api: {**(read(held, "dict") or {}), **value}}
    if field.clear:
        return {field.clear: True}
    raise OptionError(
        field.name, f"{field.name}: CloudStack cannot empty it. Leave it out, or give the entries to change."
    )


def shown_change(field: Field, current: Record, task: Task) -> Any:
    """What a person reads after the change of a field."""
    shown = read(task.wanted[field.name].shown, field.type)
    if field.members and isinstance(field, Ref):
        return field.shown(_with_others(field, current, task)) if field.shown else _with_others(field, current, task)
    if field.compare == "subset" and shown:
        return {**(read(field.get(current), "dict") or {}), **shown}
    if field.compare == "contains" and isinstance(field, Ref):
        return sorted({*(read(field.get_shown(current), "list") or ()), *shown})
    return shown


def _with_others(field: Ref, current: Record, task: Task) -> list[Any]:
    """The names of the members afterwards: those that the option lists, and the others that may stay."""
    given = task.wanted[field.name]
    pairs = zip(field.get(current) or (), field.get_shown(current) or ())
    stay = field.members is None or not task.params.get(field.members.purge)
    return [*given.shown, *(name for held, name in pairs if stay and held not in given.value)]
