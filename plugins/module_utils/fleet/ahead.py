# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What an entry of a converge task is going to make of a record that a later one speaks of, too. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from ..lifecycle import AHEAD, GONE
from ..project import tag_list
from ..resolve import Given, Row
from ..spec import Field, Membership, Ref, Resource
from ..steps import wanted_tags
from ..values import read

if TYPE_CHECKING:
    from ..engine import Look
    from ..task import Task


def foreseen(look: Look, params: Mapping[str, Any], row: Row) -> Row:
    """A record as it will be after a plan was carried out, as far as that can be known.

    :param params: the options of the task that is going to find it so.
    """
    resource = look.finder.resource
    found = {**row, AHEAD: {**row.get(AHEAD, {})}}
    if resource.membership:
        if _sees(resource, look, params):
            found[AHEAD][resource.membership.option] = _members(resource, resource.membership, look, row)
        return found
    for field in (one for one in resource.fields if one.compared and _is_read(one, params)):
        if field.name in look.task.wanted:
            found[AHEAD][field.name] = _value(field, look.task, row)
        elif look.current is None and field.result in look.plan.after and not isinstance(field, Ref):
            shown = look.plan.after[field.result]
            found[AHEAD][field.name] = Given(shown, shown)
    state = next((step.reaches for step in reversed(look.plan.steps) if step.reaches), GONE)
    if resource.lifecycle and state != GONE:
        found[resource.lifecycle.read] = state
    tags = wanted_tags(resource, look.task)
    return found if tags is None else {**found, "tags": tag_list(tags)}


def _is_read(field: Field, params: Mapping[str, Any]) -> bool:
    """Tell whether a task sees a field: what the list does not tell is read for those that speak of it."""
    apart = isinstance(field.read, str) and field.read.startswith("(")
    return not apart or params.get(field.name) is not None


def _value(field: Field, task: Task, row: Row) -> Given:
    """The value that a field will have; a mapping keeps the entries that it had, and a list that only grows its own."""
    given = task.wanted[field.name]
    if field.shown and not field.members:
        given = Given(given.shown, given.shown)
    if (field.compare == "subset" or field.parts) and given.value:
        whole = {**(read(field.get(row), "dict") or {}), **given.value}
        return Given(whole, whole)
    stay = (field.compare == "contains" and field.type == "list") or (
        field.members and not task.params.get(field.members.purge)
    )
    if stay and isinstance(field, Ref):
        return Given(_union(given.value, field.get(row)), _union(given.shown, field.get_shown(row)))
    return Given(_union(given.value, field.get(row)), given.shown) if stay else given


def _union(given: Any, held: Any) -> list[Any]:
    return list(dict.fromkeys([*(given or ()), *(read(held, "list") or ())]))


def _sees(resource: Resource, look: Look, params: Mapping[str, Any]) -> bool:
    """Tell whether a task looks at the members that another one changes: both at all, or both at the same of them."""
    chosen = [field.name for field in resource.fields if field.steers and not isinstance(field, Ref)]
    return all(params.get(name) in (None, look.finder.params.get(name)) for name in chosen)


def _members(resource: Resource, members: Membership, look: Look, row: Row) -> Given:
    field = resource.ref(members.option)
    held = dict(zip(field.get(row) or (), field.get_shown(row) or ()))
    given = look.task.wanted[field.name]
    named = dict(zip(given.value, given.shown))
    absent = look.task.state == "absent"
    left = {key: name for key, name in {**held, **named}.items() if not (absent and key in named)}
    return Given(list(left), list(left.values()))
