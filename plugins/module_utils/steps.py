# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The steps of a plan: changes of state, changes with a command of their own, tags. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Mapping, Sequence

from .difference import wire
from .errors import OptionError
from .lifecycle import GONE, Lifecycle, Record, Step, steps_for
from .project import tag_list
from .spec import Field, Ref, Resource, Via
from .task import Task
from .values import read, text


def states(
    resource: Resource, current: Record, task: Task, goals: Sequence[str], vias: Sequence[Field]
) -> tuple[list[Step], str]:
    """Moves, actions and the changes that have a command (and perhaps a state) of their own, in an order that works."""
    lifecycle = resource.lifecycle
    changes = via_steps(resource, task, vias, current)
    if lifecycle is None:
        return changes, ""
    state = lifecycle.state_of(current)
    steps: list[Step] = []
    needs = _needed_states(vias)
    aims = tuple(goals)
    if changes and needs and state not in needs:
        aims = (state,) if not aims or state in aims else aims
        on_the_way = tuple(goal for goal in aims if goal in needs) or _passed(lifecycle, task, state, aims, needs)
        if not on_the_way:
            _may_detour(lifecycle, task, vias, state)
        steps += moves(resource, current, state, on_the_way or needs, task)
        state = steps[-1].reaches
    steps += changes
    state = next((step.reaches for step in reversed(changes) if step.reaches), state)
    action = next((one for one in resource.actions if one.state == task.state), None)
    if action and (not action.from_states or state in action.from_states):
        given = {param: _of_option(resource, task, name) for param, name in action.options.items()}
        options = {**action.params, **{param: value for param, value in given.items() if value is not None}}
        taken = [resource.field(name) for name in action.takes if name in task.wanted]
        options.update({field.update_api: task.wanted[field.name].value for field in taken})
        return [*steps, Step(action.command, options, action.by, "action", state)], state
    if aims:
        last = moves(resource, current, state, aims, task)
        steps += last
        state = last[-1].reaches if last else state
    return steps, state


def _needed_states(vias: Sequence[Field]) -> tuple[str, ...]:
    needs: tuple[str, ...] = ()
    for field in vias:
        if field.via and field.via.needs:
            needs = tuple(state for state in needs if state in field.via.needs) if needs else field.via.needs
    return needs


def _passed(lifecycle: Lifecycle, task: Task, state: str, aims: Sequence[str], needs: Sequence[str]) -> tuple[str, ...]:
    """The needed states that lie on the way to the aims anyway."""
    return tuple(move.target for move in lifecycle.way(state, aims, task.params) or () if move.target in needs)


def _may_detour(lifecycle: Lifecycle, task: Task, vias: Sequence[Field], state: str) -> None:
    if lifecycle.detour_option and not task.params.get(lifecycle.detour_option):
        names = ", ".join(field.name for field in vias)
        raise OptionError(
            vias[0].name,
            f"{names}: the server takes this change only in another state, and '{task.label}' is {state}. "
            f"Set {lifecycle.detour_option}=true to let it be changed there and back, or ask for that state.",
        )


def via_steps(resource: Resource, task: Task, vias: Sequence[Field], current: Record | None = None) -> list[Step]:
    """The changes that have a command of their own; those of one command go together, with what they need along."""
    grouped: dict[str, tuple[Via, dict[str, Any]]] = {}
    steps: list[Step] = []
    for field, via in ((field, field.via) for field in vias if field.via and not field.rides):
        if via.adds or via.removes or field.compare == "contains":
            steps += _list_steps(via, field, task, current)
            continue
        if via.each:
            steps += _entry_steps(via, field, task, current)
            continue
        value = wire(field, task.wanted[field.name].value)
        clears = bool(via.clear) and not value
        taken = grouped.setdefault(via.clear if clears else via.command, (via, {}))[1]
        if not clears and field.sent:
            taken.update({**beside(resource, task, field, current), **taken, field.update_api: value})
    for command, (via, params) in grouped.items():
        if command != via.clear:
            params.update(_riders(resource, task, command))
        steps.append(Step(command, params, via.by, reaches="" if command == via.clear else via.reaches))
    return steps


def _list_steps(via: Via, field: Field, task: Task, current: Record | None) -> list[Step]:
    """What makes a list whole: one command for the entries that lack, one for those that are too many."""
    held = [str(one) for one in read(field.get(current), "list") or ()] if current else []
    value = wire(field, task.wanted[field.name].value)
    lacking = [one for one in value if str(one) not in held]
    stale = [one for one in held if one not in {str(one) for one in value}] if via.removes else []
    found = [(lacking, via.adds), (stale, via.removes)]
    return [Step(via.command, {**fixed, field.update_api: entries}, via.by) for entries, fixed in found if entries]


def _entry_steps(via: Via, field: Field, task: Task, current: Record | None) -> list[Step]:
    """What gives the entries of a mapping their values: one command for each that differs."""
    held = (read(field.get(current), "dict") or {}) if current else {}
    name, value = via.each
    wanted = task.wanted[field.name].value
    return [
        Step(via.command, {name: key, value: one}, via.by)
        for key, one in wanted.items()
        if text(held.get(key)) != text(one)
    ]


def _riders(resource: Resource, task: Task, command: str) -> dict[str, Any]:
    """The options that are sent along with a change's own command."""
    riders = [field for field in resource.fields if field.rides and field.via and field.via.command == command]
    given = [(field.update_api, _of_option(resource, task, field.name)) for field in riders]
    return {param: value for param, value in given if value is not None}


def _of_option(resource: Resource, task: Task, name: str) -> Any:
    """The value of an option as it is sent, or None."""
    if name in task.wanted:
        return wire(resource.field(name), task.wanted[name].value)
    value = task.params.get(name)
    return wire(resource.field(name), value) if name in resource.field_names else value


def beside(resource: Resource, task: Task, field: Field, current: Record | None) -> dict[str, Any]:
    """The values of the options that are changed together with a field: the wanted ones, or those that are held."""
    found = {}
    for other in (resource.field(name) for name in field.together):
        given = task.wanted.get(other.name)
        held = read(other.get(current), "raw" if isinstance(other, Ref) else other.type) if current else None
        found[other.update_api] = given.value if given else held
    return found


def moves(resource: Resource, record: Record, state: str, goals: Sequence[str], task: Task) -> list[Step]:
    """The steps from a state to the nearest of the goals.

    :raises OptionError: no way leads there.
    """
    lifecycle = resource.lifecycle
    way = lifecycle.way(state, goals, task.params) if lifecycle else None
    if way is None:
        option = lifecycle.option if lifecycle else "state"
        wish = " or ".join("gone" if goal == GONE else goal for goal in goals)
        closed = lifecycle.closed(state, goals, task.params) if lifecycle else []
        advice = f" Set {', '.join(f'{name}=true' for name in closed)} to open one." if closed else ""
        reason = f"'{task.label}' is {state}, and no way leads from there to {wish}."
        raise OptionError(option, f"{option}: {reason}{advice}")
    options = {**task.params, **{name: given.value for name, given in task.wanted.items()}}
    return [step for move in way for step in steps_for(move, record, options)]


def state_of(resource: Resource, record: Record) -> str:
    """The settled lifecycle state of a record."""
    return resource.lifecycle.state_of(record) if resource.lifecycle else ""


def joined(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Make one step of an update and a move that follow one another and are the same command."""
    joined: list[Step] = []
    for step in steps:
        last = joined[-1] if joined else None
        if last and (last.kind, step.kind) == ("update", "move") and (last.command, last.by) == (step.command, step.by):
            joined[-1] = replace(step, params={**last.params, **step.params})
        else:
            joined.append(step)
    return tuple(joined)


def wanted_tags(resource: Resource, task: Task) -> dict[str, str] | None:
    """The tags a task asks for, or None where it leaves them alone."""
    if resource.tags is None or task.params.get("tags") is None:
        return None
    return {str(tag["key"]): str(tag["value"]) for tag in task.params["tags"]}


def tag_steps(resource: Resource, held: Mapping[str, str], wished: Mapping[str, str] | None) -> list[Step]:
    """From the tags that are there to those that are wanted."""
    if wished is None or resource.tags is None:
        return []
    common = {"resourcetype": resource.tags.resource_type}
    by = {"resourceids": "id"}
    stale = {key: value for key, value in held.items() if wished.get(key) != value}
    fresh = {key: value for key, value in wished.items() if held.get(key) != value}
    steps = []
    if stale:
        steps.append(Step("deleteTags", {**common, "tags": tag_list(stale)}, by))
    if fresh:
        steps.append(Step("createTags", {**common, "tags": tag_list(fresh)}, by))
    return steps
