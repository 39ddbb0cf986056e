# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What to do, from what is there and what is wanted. Pure: asks nobody, changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from dataclasses import field as default
from typing import Any, Mapping, Sequence

from .errors import FixedField, OptionError
from .lifecycle import GONE, Lifecycle, Step, steps_for
from .project import properties, tag_list, tags_of
from .resolve import UNSEEN, Given
from .spec import Field, Ref, Resource, Via
from .values import read, same

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Task:
    """What a task asks for.

    :param params: its options.
    :param wanted: the options that are fields, resolved.
    :param owner: the parameters of the owner, for creation.
    :param by_id: the record was chosen by its id, so that its key fields may be changed too.
    """

    params: Mapping[str, Any]
    wanted: Mapping[str, Given]
    owner: Mapping[str, Any] = default(default_factory=dict)
    by_id: bool = False
    label: str = ""

    @property
    def state(self) -> str:
        """The wish for the state."""
        return str(self.params.get("state") or "present")


@dataclass(frozen=True)
class Plan:
    """The commands to send, and the resource before and after them in the words of the options.

    :ivar entailed: result keys that the server changes along, to what nobody can foretell.
    """

    steps: tuple[Step, ...]
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    entailed: frozenset[str] = frozenset()

    @property
    def changed(self) -> bool:
        """True when there is anything to send."""
        return bool(self.steps)


def plan(resource: Resource, current: Record | None, task: Task) -> Plan:
    """Plan the way from the current record (None: there is none) to what a task wants.

    :raises OptionError: something needed is missing, a fixed field differs, or a state cannot be reached.
    """
    goals = goals_of(resource, task)
    if current is None:
        if not goals or GONE not in goals:
            return _creation(resource, task, goals, {})
        return Plan((), {}, {})
    context = {name: given.shown for name, given in task.wanted.items()}
    before = properties(resource, current, context)
    if goals and GONE in goals:
        return _removal(resource, current, task, goals, before)
    if resource.lifecycle and resource.lifecycle.state_of(current) in resource.lifecycle.broken:
        return _recreation(resource, current, task, before)
    differing = _differing(resource, current, task)
    if any(field.recreate for field in differing):
        return _recreation(resource, current, task, before)
    return _update(resource, current, task, goals, differing, before)


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
        raise OptionError(
            resource.key[0],
            f"{resource.key[0]}: there is no {_kind(resource)} '{task.label}', and CloudStack makes it itself.",
        )
    chosen = _chosen(resource, task)
    params = {**task.owner, **{field.api: _wire(field, given.value) for field, given in chosen if not field.late}}
    state, follow = _after_creation(resource, task, goals, params)
    late = [(field, given) for field, given in chosen if field.late]
    plain = {field.update_api: _wire(field, given.value) for field, given in late if not field.via}
    steps = [Step(command, params, {}, "create", state)]
    if plain:
        steps.append(Step(resource.update, plain, resource.update_by))
    steps.extend(_via_steps(task, [field for field, given in late if field.via]))
    tags = _wanted_tags(resource, task)
    steps.extend(_tag_steps(resource, {}, tags))
    after = {field.result: read(given.shown, field.type) for field, given in chosen if field.compared}
    final = follow[-1].reaches if follow else state
    return Plan((*steps, *follow), before, _shown(resource, {**before, **after}, final, tags))


def _chosen(resource: Resource, task: Task) -> list[tuple[Field, Given]]:
    """The fields of a creation with their values: given, borrowed from another option, or the documented default."""
    chosen = []
    for field in resource.fields:
        if field.steers:
            continue
        given = task.wanted.get(field.name)
        if given is None and field.falls_back_to:
            given = task.wanted.get(field.falls_back_to)
        if given is None and field.create_default is not None:
            given = Given(field.create_default, field.create_default)
        if given is None or given.value == "":
            if field.needed_to_create:
                raise OptionError(field.name, f"{field.name} is needed to create the {_kind(resource)} '{task.label}'.")
            continue
        if not field.unless or not field.unless(given.value):
            chosen.append((field, given))
    return chosen


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
    return lifecycle.initial, _moves(resource, {lifecycle.read: lifecycle.initial}, lifecycle.initial, goals, task)


def _removal(resource: Resource, current: Record, task: Task, goals: Sequence[str], before: Record) -> Plan:
    steps = _moves(resource, current, _state_of(resource, current), goals, task)
    if not steps:
        return Plan((), before, before)
    if steps[-1].reaches == GONE:
        return Plan(tuple(steps), before, {})
    entailed = _entailed(resource, (), steps)
    before = _without(before, entailed)
    return Plan(tuple(steps), before, _shown(resource, before, steps[-1].reaches, None), entailed)


def _recreation(resource: Resource, current: Record, task: Task, before: Record) -> Plan:
    removal = _moves(resource, current, _state_of(resource, current), (GONE,), task)
    creation = _creation(resource, task, goals_of(resource, task), {})
    changed = [field for field in resource.fields if field.recreate]
    entailed = frozenset(name for field in changed for name in field.entails) - set(creation.after)
    return Plan((*removal, *creation.steps), _without(before, entailed), creation.after, entailed)


def _update(
    resource: Resource, current: Record, task: Task, goals: Sequence[str], differing: Sequence[Field], before: Record
) -> Plan:
    plain = [field for field in differing if not field.via]
    steps = _plain_update(resource, current, task, plain)
    held, wished = tags_of(current), _wanted_tags(resource, task)
    steps += _tag_steps(resource, held, wished)
    after = {**before, **{field.result: _shown_change(field, current, task) for field in differing}}
    moved, final = _states(resource, current, task, goals, [field for field in differing if field.via])
    entailed = _entailed(resource, differing, moved)
    before, after = _without(before, entailed), _without(after, entailed)
    revive = bool(moved) and moved[0].kind == "move" and _must_revive(resource, current)
    ordered = [*moved, *steps] if revive else [*steps, *moved]
    return Plan(_joined(ordered), before, _shown(resource, after, final, wished), entailed)


def _joined(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Make one step of an update and a move that follow one another and are the same command."""
    joined: list[Step] = []
    for step in steps:
        last = joined[-1] if joined else None
        if last and (last.kind, step.kind) == ("update", "move") and (last.command, last.by) == (step.command, step.by):
            joined[-1] = replace(step, params={**last.params, **step.params})
        else:
            joined.append(step)
    return tuple(joined)


def _entailed(resource: Resource, differing: Sequence[Field], moved: Sequence[Step]) -> frozenset[str]:
    along = {name for field in differing for name in field.entails}
    if resource.lifecycle and any(step.reaches for step in moved):
        along.update(resource.lifecycle.entails)
    return frozenset(along - {field.result for field in differing})


def _without(values: Record, names: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in names}


def _must_revive(resource: Resource, current: Record) -> bool:
    return resource.lifecycle is not None and _state_of(resource, current) in resource.lifecycle.lifeless


def _plain_update(resource: Resource, current: Record, task: Task, plain: Sequence[Field]) -> list[Step]:
    if not plain:
        return []
    params: dict[str, Any] = {}
    for field in plain:
        params.update(_changed_value(field, current, task))
        for other in (resource.field(name) for name in field.together):
            given = task.wanted.get(other.name)
            params.setdefault(other.update_api, given.value if given else read(other.get(current), other.type))
    for rider in resource.fields:
        if rider.rides and task.params.get(rider.name) is not None:
            params[rider.update_api] = task.params[rider.name]
    return [Step(resource.update, params, resource.update_by)]


def _states(
    resource: Resource, current: Record, task: Task, goals: Sequence[str], vias: Sequence[Field]
) -> tuple[list[Step], str]:
    """Moves, actions and the changes that have a command (and perhaps a state) of their own, in an order that works."""
    lifecycle = resource.lifecycle
    changes = _via_steps(task, vias)
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
        steps += _moves(resource, current, state, on_the_way or needs, task)
        state = steps[-1].reaches
    steps += changes
    action = next((one for one in resource.actions if one.state == task.state), None)
    if action and (not action.from_states or state in action.from_states):
        options = {
            param: task.params[name] for param, name in action.options.items() if task.params.get(name) is not None
        }
        taken = [resource.field(name) for name in action.takes if name in task.wanted]
        options.update({field.update_api: task.wanted[field.name].value for field in taken})
        return [*steps, Step(action.command, options, action.by, "action", state)], state
    if aims:
        moves = _moves(resource, current, state, aims, task)
        steps += moves
        state = moves[-1].reaches if moves else state
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


def _via_steps(task: Task, vias: Sequence[Field]) -> list[Step]:
    grouped: dict[str, tuple[Via, dict[str, Any]]] = {}
    for field, via in ((field, field.via) for field in vias if field.via):
        value = _wire(field, task.wanted[field.name].value)
        clears = bool(via.clear) and not value
        taken = grouped.setdefault(via.clear if clears else via.command, (via, {}))[1]
        if not clears:
            taken[field.update_api] = value
    return [Step(command, params, via.by) for command, (via, params) in grouped.items()]


def _moves(resource: Resource, record: Record, state: str, goals: Sequence[str], task: Task) -> list[Step]:
    lifecycle = resource.lifecycle
    way = lifecycle.way(state, goals, task.params) if lifecycle else None
    if way is None:
        option = lifecycle.option if lifecycle else "state"
        wish = " or ".join("gone" if goal == GONE else goal for goal in goals)
        raise OptionError(option, f"{option}: '{task.label}' is {state}, and no way leads from there to {wish}.")
    return [step for move in way for step in steps_for(move, record, task.params)]


def _state_of(resource: Resource, record: Record) -> str:
    return resource.lifecycle.state_of(record) if resource.lifecycle else ""


def _differing(resource: Resource, current: Record, task: Task) -> list[Field]:
    found = []
    taken = {name for action in resource.actions if action.state == task.state for name in action.takes}
    renames = task.by_id or current.get("(adopted)")
    for field in resource.fields:
        given = task.wanted.get(field.name)
        if given is None or not field.compared or field.name in taken or (field.name in resource.key and not renames):
            continue
        held = read(
            field.get(current), "list" if field.type == "list" else "raw" if isinstance(field, Ref) else field.type
        )
        if same(held, given.value, field.compare) or (held is None and UNSEEN in current):
            continue
        if field.fixed and not _recreates(field, task):
            shown = properties(resource, current).get(field.name)
            raise FixedField(field.name, _kind(resource), task.label, "" if shown is None else shown, given.shown)
        found.append(field)
    return found


def _recreates(field: Field, task: Task) -> bool:
    return bool(task.params.get(field.recreate)) if isinstance(field.recreate, str) else field.recreate


def _wire(field: Field, value: Any) -> Any:
    return field.wire(value) if field.wire and value is not None else value


def _changed_value(field: Field, current: Record, task: Task) -> dict[str, Any]:
    """What an update sends: a mapping with what the server already holds, for it replaces the whole."""
    value = task.wanted[field.name].value
    if field.compare != "subset":
        return {field.update_api: _wire(field, value)}
    if value:
        held = current.get(field.api) if callable(field.read) else field.get(current)
        return {field.update_api: {**(read(held, "dict") or {}), **value}}
    if field.clear:
        return {field.clear: True}
    raise OptionError(
        field.name, f"{field.name}: CloudStack cannot empty it. Leave it out, or give the entries to change."
    )


def _shown_change(field: Field, current: Record, task: Task) -> Any:
    shown = read(task.wanted[field.name].shown, field.type)
    if field.compare == "subset" and shown:
        return {**(read(field.get(current), "dict") or {}), **shown}
    return shown


def _shown(resource: Resource, values: Mapping[str, Any], state: str, tags: Mapping[str, str] | None) -> dict[str, Any]:
    after = {key: value for key, value in values.items() if value is not None}
    lifecycle = resource.lifecycle
    if lifecycle and lifecycle.shows and state:
        after[lifecycle.shows] = lifecycle.word(state)
    if tags is not None:
        after["tags"] = tag_list(tags)
    return after


def _wanted_tags(resource: Resource, task: Task) -> dict[str, str] | None:
    if resource.tags is None or task.params.get("tags") is None:
        return None
    return {str(tag["key"]): str(tag["value"]) for tag in task.params["tags"]}


def _tag_steps(resource: Resource, held: Mapping[str, str], wished: Mapping[str, str] | None) -> list[Step]:
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


def _kind(resource: Resource) -> str:
    return resource.name.replace("_", " ")
