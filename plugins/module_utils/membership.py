# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What to do where a task is about what belongs to a thing: it adds some, or takes some away. Pure."""

from __future__ import annotations

from typing import Any

from .errors import NotFound
from .lifecycle import GONE, Record, Step
from .project import properties
from .spec import Membership, Resource
from .task import Plan, Task


def membership(resource: Resource, members: Membership, current: Record | None, task: Task) -> Plan:
    """Plan which members are added or taken away.

    :raises NotFound: there is nothing that they could be added to.
    """
    absent = task.state == "absent"
    if current is None:
        if absent:
            return Plan((), {}, {})
        target = resource.ref(resource.key[0]).kind
        raise NotFound(resource.key[0], target.noun, task.label)
    field = resource.ref(members.option)
    held = dict(zip(field.get(current) or (), field.get_shown(current) or ()))
    given = task.wanted[field.name]
    named = dict(zip(given.value, given.shown))
    touched = [key for key in named if (key in held) == absent]
    if not touched:
        before = _shown(resource, current, task, field.name, held)
        return Plan((), before, before)
    left = {key: name for key, name in {**held, **named}.items() if not (absent and key in named)}
    command = resource.delete if absent else resource.create
    gone = absent and not left
    step = Step(
        command,
        members.sends(touched, task.params),
        resource.delete_by,
        "delete" if gone else "update",
        GONE if gone else "",
    )
    before = _shown(resource, current, task, field.name, held)
    return Plan((step,), before, _shown(resource, current, task, field.name, left), frozenset(field.entails))


def _shown(resource: Resource, current: Record, task: Task, option: str, members: dict[str, Any]) -> dict[str, Any]:
    """The thing with some members; without any it is as if it were not there."""
    if not members:
        return {}
    context = {ref.name: task.params[ref.name] for ref in resource.refs if task.params.get(ref.name) is not None}
    return {**properties(resource, current, context), option: sorted(members.values())}
