# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What to do, from what is there and what is wanted. Pure: asks nobody, changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Iterable, Mapping, Sequence

from .difference import changed_value, differing, shown_change, wire
from .errors import NotFound, OptionError
from .lifecycle import GONE, Record, Step
from .membership import membership
from .project import concealed, properties, tag_list, tags_of, wanted_context
from .resolve import Given
from .spec import Field, Ref, Resource
from .steps import action_of, beside, joined, moves, state_of, states, tag_steps, via_steps, wanted_tags
from .task import Plan, Task
from .values import read


def plan(resource: Resource, current: Record | None, task: Task) -> Plan:
    """Plan the way from the current record (None: there is none) to what a task wants.

    :raises OptionError: something needed is missing, a fixed field differs, or a state cannot be reached.
    """
    goals = goals_of(resource, task)
    if resource.membership:
        return membership(resource, resource.membership, current, task)
    if current is None:
        _refuse_event(resource, task)
        if not goals or GONE not in goals:
            return _creation(resource, task, goals, {})
        return Plan((), {}, {})
    context = wanted_context(resource, task.wanted)
    before = properties(resource, current, context)
    if goals and GONE in goals:
        return _removal(resource, current, task, goals, before)
    if resource.lifecycle and resource.lifecycle.state_of(current) in resource.lifecycle.broken:
        return _recreation(resource, current, task, before)
    changes = differing(resource, current, task)
    if any(field.recreate for field in changes):
        return _recreation(resource, current, task, before)
    return _update(resource, current, task, goals, changes, before)


def _refuse_event(resource: Resource, task: Task) -> None:
    """Refuse an event that nothing can be found for.

    :raises NotFound: it is about what exists.
    """
    action = action_of(resource, task)
    if action and action.existing:
        raise NotFound(next(iter(resource.key), "id"), resource.noun, task.label)


def refuse_unknown_id(resource: Resource, current: Record | None, params: Mapping[str, Any]) -> None:
    """Refuse to make something new for an id: it stands for what exists, and what is made would get another one.

    :raises NotFound: nothing has the id that a task gives, and the task does not want it gone.
    """
    by_id = resource.id_option and "id" not in resource.field_names and params.get("id") is not None
    if current is None and by_id and GONE not in goals_of(resource, Task(params, {})):
        raise NotFound("id", resource.noun, params["id"])


def goals_of(resource: Resource, task: Task) -> tuple[str, ...]:
    """The lifecycle states that satisfy a task; none: any will do."""
    lifecycle = resource.lifecycle
    if lifecycle is None:
        return ()
    if task.state == "absent":
        return lifecycle.goals.get("absent", (GONE,))
    wish = task.params.get(lifecycle.option)
    return lifecycle.goals.get(str(wish), ()) if wish is not None else ()


def _creation(resource: Resource, task: Task, goals: Sequence[str], before: Record) -> Plan:
    others = [command for option, command in resource.create_when.items() if task.params.get(option) is not None]
    command = others[0] if others else resource.create
    if not command:
        named = next(iter(resource.key), "state")
        raise OptionError(
            named, f"{named}: there is no {resource.noun} '{task.label}', and CloudStack makes it itself."
        )
    chosen = _chosen(resource, task, command)
    sent = _parameters(pair for pair in chosen if pair[0].taken_by(command))
    params = {**task.owner, **resource.create_params, **sent}
    state, follow = _after_creation(resource, task, goals, params)
    late = [pair for pair in chosen if not pair[0].taken_by(command) and not _has_by_itself(*pair)]
    plain = _parameters(((field, given) for field, given in late if not (field.via or field.members)), update=True)
    steps = [Step(command, params, {}, "create", state)]
    if plain:
        steps.append(Step(resource.update, plain, resource.update_by))
    steps.extend(via_steps(resource, task, [field for field, given in late if field.via or field.members]))
    tags = wanted_tags(resource, task)
    steps.extend(tag_steps(resource, {}, tags))
    after = {
        field.result: read(given.shown, field.type) for field, given in chosen if field.compared and not field.secret
    }
    after = _without(after, concealed(resource, task.params))
    final = follow[-1].reaches if follow else state
    return Plan((*steps, *follow), before, _shown(resource, {**before, **after}, final, tags))


def _parameters(pairs: Iterable[tuple[Field, Given]], update: bool = False) -> dict[str, Any]:
    sent = [(field, given) for field, given in pairs if field.sent]
    return {field.update_api if update else field.api: wire(field, given.value) for field, given in sent}


def _has_by_itself(field: Field, given: Given) -> bool:
    return field.initially is not None and field.initially == given.value


def _chosen(resource: Resource, task: Task, command: str) -> list[tuple[Field, Given]]:
    """The fields of a creation with their values: given, borrowed from another option, or the documented default."""
    chosen = []
    for field in resource.fields:
        if field.steers:
            continue
        given = task.wanted.get(field.name)
        if given is None and not field.late and not field.taken_by(command):
            continue
        if given is None and field.falls_back_to:
            given = task.wanted.get(field.falls_back_to)
        if given is None and field.create_default is not None and not _spared(field, task):
            given = Given(field.create_default, field.create_default)
        if given is None or given.value == "":
            _refuse_missing(resource, field, task, command)
            continue
        _refuse_untaken(resource, field, task, command)
        if not field.unless or not field.unless(given.value):
            chosen.append((field, given))
    return chosen


def _refuse_untaken(resource: Resource, field: Field, task: Task, command: str) -> None:
    """Refuse what this way of creation does not take and no later command could set.

    :raises OptionError: it would be lost.
    """
    if field.late or field.taken_by(command):
        return
    if field.fixed or not (field.compared or field.via):
        ways = [option for option, other in resource.create_when.items() if other == command] or ["what is given"]
        article = "an" if resource.noun[0] in "aeiou" else "a"
        raise OptionError(
            field.name,
            f"{field.name}: {article} {resource.noun} that is made with {' or '.join(ways)} cannot have it. "
            "Leave it out.",
        )


def _spared(field: Field, task: Task) -> bool:
    given = task.params.get(field.needed_unless) if field.needed_unless else None
    return given is not None and field.spared_by in (None, given)


def _refuse_missing(resource: Resource, field: Field, task: Task, command: str) -> None:
    if field.needed_to_create not in (True, command) or _spared(field, task):
        return
    word = "" if field.spared_by is None else f"={str(field.spared_by).lower()}"
    names = f"{field.name} or {field.needed_unless}{word}" if field.needed_unless else field.name
    raise OptionError(field.name, f"{names} is needed to create the {resource.noun} '{task.label}'.")


def _after_creation(
    resource: Resource, task: Task, goals: Sequence[str], params: dict[str, Any]
) -> tuple[str, list[Step]]:
    lifecycle = resource.lifecycle
    if lifecycle is None:
        return "", []
    for goal in goals if lifecycle.initial not in goals else ():
        if goal in lifecycle.create_with:
            params.update(lifecycle.create_with[goal])
            return goal, []
    if not goals:
        return lifecycle.initial, []
    return lifecycle.initial, moves(resource, {lifecycle.read: lifecycle.initial}, lifecycle.initial, goals, task)


def _removal(resource: Resource, current: Record, task: Task, goals: Sequence[str], before: Record) -> Plan:
    steps = moves(resource, current, state_of(resource, current), goals, task)
    if not steps:
        return Plan((), before, before)
    if steps[-1].reaches == GONE:
        return Plan(tuple(steps), before, {})
    entailed = _entailed(resource, (), steps)
    before = _without(before, entailed)
    after = {**before, **_left(steps)}
    return Plan(tuple(steps), before, _shown(resource, after, steps[-1].reaches, None), entailed)


def _recreation(resource: Resource, current: Record, task: Task, before: Record) -> Plan:
    removal = moves(resource, current, state_of(resource, current), (GONE,), task)
    held = tags_of(current)
    if resource.tags and held and task.params.get("tags") is None:
        task = replace(task, params={**task.params, "tags": tag_list(held)})
    creation = _creation(resource, task, goals_of(resource, task), {})
    changed = [field for field in resource.fields if field.recreate]
    entailed = frozenset(name for field in changed for name in field.entails) - set(creation.after)
    own = [field for field in resource.fields if field.stays or field.name in resource.key or _is_place(field)]
    kept = {"tags", *(field.result for field in own)}
    after = {**{name: value for name, value in before.items() if name in kept}, **creation.after}
    return Plan((*removal, *creation.steps), _without(before, entailed), after, entailed)


def _is_place(field: Field) -> bool:
    """Tell whether an option only says where a thing is, so that it is there when it is made anew, too."""
    return isinstance(field, Ref) and (field.scope or field.steers)


def _update(
    resource: Resource, current: Record, task: Task, goals: Sequence[str], changes: Sequence[Field], before: Record
) -> Plan:
    update = _plain_update(resource, current, task, [field for field in changes if not (field.via or field.members)])
    waiting = [field.name for field in changes if field.settles and state_of(resource, current) not in field.settles]
    in_time = [replace(step, needs=_settled_in(resource, waiting), about=tuple(waiting)) for step in update]
    at_once = not waiting or not resource.lifecycle or task.params.get(resource.lifecycle.detour_option) != "auto"
    held, wished = tags_of(current), wanted_tags(resource, task)
    steps = [*(update if at_once else ()), *tag_steps(resource, held, wished)]
    after = {**before, **{field.result: shown_change(field, current, task) for field in changes if field.compared}}
    own = via_steps(resource, task, [field for field in changes if field.via or field.members], current)
    aims = (task.rests,) if task.rests in goals else goals
    moved, final, detours = states(resource, current, task, aims, [*(() if at_once else in_time), *own])
    after.update(_left(moved))
    entailed = _entailed(resource, changes, moved)
    before, after = _without(before, entailed), _without(after, entailed | concealed(resource, current))
    revive = bool(moved) and moved[0].kind == "move" and _must_revive(resource, current)
    ordered = [*moved, *steps] if revive else [*steps, *moved]
    late = waiting if not any(step.reaches in _settled_in(resource, waiting) for step in moved) else []
    shown = _shown(resource, after, final, wished)
    return Plan(joined(ordered), before, shown, entailed, tuple(dict.fromkeys((*detours, *late))))


def _left(steps: Sequence[Step]) -> dict[str, Any]:
    """What the steps leave behind beside their changes, unless a later step is about it."""
    left: dict[str, Any] = {}
    for step in steps:
        left.update(step.leaves)
        left = {name: value for name, value in left.items() if name not in step.about}
    return left


def _settled_in(resource: Resource, names: Sequence[str]) -> tuple[str, ...]:
    """The states in which changes of these options take effect at once."""
    return tuple(dict.fromkeys(state for name in names for state in resource.field(name).settles))


def _entailed(resource: Resource, changes: Sequence[Field], moved: Sequence[Step]) -> frozenset[str]:
    along = {name for field in changes for name in field.entails}
    if resource.lifecycle and any(step.reaches for step in moved):
        along.update(resource.lifecycle.entails)
    return frozenset(along - {field.result for field in changes})


def _without(values: Record, names: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in names}


def _must_revive(resource: Resource, current: Record) -> bool:
    return resource.lifecycle is not None and state_of(resource, current) in resource.lifecycle.lifeless


def _plain_update(resource: Resource, current: Record, task: Task, plain: Sequence[Field]) -> list[Step]:
    changed = [field for field in plain if field.sent]
    if not changed:
        return []
    params: dict[str, Any] = {}
    for field in changed:
        params.update(changed_value(field, current, task))
        params = {**beside(resource, task, field, current), **params}
    if resource.update_whole is not None:
        params = _whole(resource, resource.update_whole, current, task)
    for rider in resource.fields:
        if rider.rides and not rider.via and task.params.get(rider.name) is not None:
            params[rider.update_api] = task.params[rider.name]
    return [Step(resource.update, params, resource.update_by)]


def _whole(resource: Resource, always: Mapping[str, Any], current: Record, task: Task) -> dict[str, Any]:
    """The whole thing as it shall be: what is wanted, and what is held of the rest."""
    params = dict(always)
    for field in resource.fields:
        if field.steers or field.fixed or field.via or not field.compared:
            continue
        given = task.wanted.get(field.name)
        value = wire(field, given.value if given else read(field.get(current), field.type))
        if value is not None:
            params[field.update_api] = value
    return params


def _shown(resource: Resource, values: Mapping[str, Any], state: str, tags: Mapping[str, str] | None) -> dict[str, Any]:
    after = {key: value for key, value in values.items() if value is not None}
    lifecycle = resource.lifecycle
    if lifecycle and lifecycle.shows and state:
        after[lifecycle.shows] = lifecycle.word(state)
    if tags is not None:
        after["tags"] = tag_list(tags)
    return after
