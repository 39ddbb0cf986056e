# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The steps of a plan: changes of state, changes with a command of their own, tags. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Mapping, Sequence

from .difference import members_steps, wire
from .errors import OptionError
from .lifecycle import DETOURS, GONE, Lifecycle, Record, Step, steps_for
from .project import tag_list
from .spec import Action, Field, Ref, Resource, Via
from .task import Task
from .values import read


def states(
    resource: Resource, current: Record, task: Task, goals: Sequence[str], changes: Sequence[Step]
) -> tuple[list[Step], str, tuple[str, ...]]:
    """Moves, actions and the changes that have a command (and perhaps a state) of their own, in an order that works.

    :param changes: the steps of the changes.
    :returns: all steps, the state they end in, and the options for which a state is left that is come back to.
    """
    lifecycle = resource.lifecycle
    action = action_of(resource, task)
    if lifecycle is None:
        happens = action is not None and _happens(action, current, task, "")
        return [*changes, *(_of_action(resource, task, action, "") if happens else ())], "", ()
    state = lifecycle.state_of(current)
    if action and action.needs:
        changes = [*changes, *_of_action(resource, task, action, "")]
        action = None
    steps, aims, detours = _on_the_way(resource, current, task, tuple(goals), changes)
    state = steps[-1].reaches if steps else state
    steps += changes
    state = next((step.reaches for step in reversed(changes) if step.reaches), state)
    if action and _happens(action, current, task, state):
        return [*steps, *_of_action(resource, task, action, state)], state, detours
    if aims:
        last = moves(resource, current, state, aims, task)
        steps += last
        state = last[-1].reaches if last else state
    return steps, state, detours


def action_of(resource: Resource, task: Task) -> Action | None:
    """The event that a task asks for, or None."""
    asked = (one for one in resource.actions if one.state == task.state)
    return next((one for one in asked if not one.when or task.params.get(one.when) is not None), None)


def _happens(action: Action, current: Record, task: Task, state: str) -> bool:
    may = not action.from_states or state in action.from_states
    return may and (action.needed is None or action.needed(current, task.params))


def _of_action(resource: Resource, task: Task, action: Action | None, state: str) -> list[Step]:
    if action is None:
        return []
    given = {param: _of_option(resource, task, name) for param, name in action.options.items()}
    options = {**action.params, **{param: value for param, value in given.items() if value is not None}}
    options.update(_taken(resource, task, action.takes))
    first = action.first(task.params) if action.first else ()
    return [*first, Step(action.command, options, action.by, "action", state, {}, action.needs, resource.key[:1])]


def _taken(resource: Resource, task: Task, names: Sequence[str]) -> dict[str, Any]:
    fields = [resource.field(name) for name in names if name in task.wanted]
    return {field.update_api: task.wanted[field.name].value for field in fields}


def _on_the_way(
    resource: Resource, current: Record, task: Task, aims: tuple[str, ...], changes: Sequence[Step]
) -> tuple[list[Step], tuple[str, ...], tuple[str, ...]]:
    """The moves to where the server accepts the changes, what is aimed for afterwards, and what needs a detour."""
    lifecycle, needs = resource.lifecycle, _needed_states(changes)
    if lifecycle is None:
        return [], aims, ()
    state = lifecycle.state_of(current)
    if not needs or state in needs:
        return [], aims, ()
    aims = (state,) if not aims or state in aims else aims
    passed = tuple(goal for goal in aims if goal in needs) or _passed(lifecycle, task, state, aims, needs)
    names = tuple(dict.fromkeys(name for step in changes if step.needs for name in step.about))
    if not passed:
        _may_detour(lifecycle, task, names, state)
    return moves(resource, current, state, passed or needs, task), aims, () if passed else names


def _needed_states(changes: Sequence[Step]) -> tuple[str, ...]:
    needs: tuple[str, ...] = ()
    for step in changes:
        if step.needs:
            needs = tuple(state for state in needs if state in step.needs) if needs else step.needs
    return needs


def _passed(lifecycle: Lifecycle, task: Task, state: str, aims: Sequence[str], needs: Sequence[str]) -> tuple[str, ...]:
    """The needed states that lie on the way to the aims anyway."""
    return tuple(move.target for move in lifecycle.way(state, aims, task.params) or () if move.target in needs)


def _may_detour(lifecycle: Lifecycle, task: Task, names: Sequence[str], state: str) -> None:
    option = lifecycle.detour_option
    if option and task.params.get(option) not in DETOURS:
        word = "allowed" if isinstance(task.params.get(option), str) else "true"
        raise OptionError(
            names[0],
            f"{', '.join(names)}: the server takes this change only in another state, and '{task.label}' is {state}. "
            f"Set {option}={word} to let it be changed there and back, or ask for that state.",
            restart_required_for=list(names),
        )


def via_steps(resource: Resource, task: Task, vias: Sequence[Field], current: Record | None = None) -> list[Step]:
    """The changes that have a command of their own; those of one command go together, with what they need along."""
    grouped: dict[str, tuple[list[Field], dict[str, Any]]] = {}
    steps: list[Step] = []
    for field, via in ((field, field.via) for field in vias if field.via and not field.rides):
        if via.adds or via.removes or field.compare == "contains":
            steps += _list_steps(via, field, task, current)
            continue
        if via.each:
            steps += _entry_steps(via, field, task, current)
            continue
        value = wire(field, task.wanted[field.name].value)
        if via.clear and current is not None and (not value or (via.renews and field.get(current))):
            grouped.setdefault(via.clear, ([], {}))[0].append(field)
        if via.clear and not value:
            continue
        fields, taken = grouped.setdefault(via.command, ([], {}))
        fields.append(field)
        if field.sent:
            taken.update({**beside(resource, task, field, current), **taken, **_parts(field, value, current)})
    return [
        *steps, *(_via_step(resource, task, command, one, current) for command, one in grouped.items()),
        *members_steps(task, vias, current),
    ]  # fmt: skip


def _via_step(
    resource: Resource, task: Task, command: str, group: tuple[list[Field], dict[str, Any]], current: Record | None
) -> Step:
    """The one step for the changes that have the same command."""
    fields, params = group
    via = next(field.via for field in fields if field.via)
    about = tuple(field.name for field in fields)
    if command == via.clear:
        return Step(command, params, via.clear_by or via.by, needs=via.needs, about=about)
    params = {**params, **_riders(resource, task, command)}
    if via.along and current is not None:
        params = {**via.along(current, params), **params}
    live = bool(via.live and via.live_when and current is not None and via.live_when(current, task.wanted))
    return Step(via.live if live else command, params, via.by, "update", via.reaches, {},
                () if live else via.needs, about)  # fmt: skip


def _parts(field: Field, value: Any, current: Record | None) -> dict[str, Any]:
    """The parameters of a value; of a mapping in parts, with what the server holds and the task leaves alone."""
    if not field.parts:
        return {field.update_api: value}
    whole = {**((read(field.get(current), "dict") or {}) if current else {}), **value}
    return {field.parts[part]: one for part, one in whole.items() if one is not None}


def _list_steps(via: Via, field: Field, task: Task, current: Record | None) -> list[Step]:
    """What makes a list whole: one command for the entries that lack, one for those that are too many."""
    held = [str(one) for one in read(field.get(current), "list") or ()] if current else []
    value = wire(field, task.wanted[field.name].value)
    lacking = [one for one in value if str(one) not in held]
    stale = [one for one in held if one not in {str(one) for one in value}] if via.removes else []
    found = [(lacking, via.adds), (stale, via.removes)]
    about = (field.name,)
    return [
        Step(via.command, {**fixed, field.update_api: entries}, via.by, needs=via.needs, about=about)
        for entries, fixed in found
        if entries
    ]


def _entry_steps(via: Via, field: Field, task: Task, current: Record | None) -> list[Step]:
    """What gives the entries of a mapping their values."""
    held = (read(field.get(current), "dict") or {}) if current else {}
    wanted = task.wanted[field.name].value.items()
    return [
        Step(via.command, params, via.by, about=(field.name,))
        for key, one in wanted
        for params in (via.each(key, one, held.get(key)) if via.each else ())
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
    return wire(resource.field(name), task.params.get(name))


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
