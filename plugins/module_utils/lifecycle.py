# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""States of a resource and the commands that lead from one to the next: a graph, searched for the shortest way."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any, Callable, Mapping, Sequence, Union

DETOURS: tuple[Any, ...] = (True, "allowed", "auto")
"""What an option is set to that allows a detour; C(auto): also for what only takes effect by one."""

GONE = "(gone)"
"""The state of what does not exist."""

AHEAD = "(ahead)"
"""In a record: the values that earlier entries of the same task are going to give it, by option, each with C(value)
and C(shown)."""

Record = Mapping[str, Any]
Address = Union[str, Callable[[Record], Any]]
BY_ID: Mapping[str, str] = {"id": "id"}


@dataclass(frozen=True)
class Step:
    """One command to send.

    :param by: parameters taken from the live record when the step is sent: parameter name to answer key, or to a
        function of the record, which is read anew for it.
    :param reaches: the lifecycle state the record has afterwards, where the step changes it.
    :param leaves: result keys with the values that they have afterwards.
    :param needs: lifecycle states in which the server accepts the command, or in which it takes effect.
    :param about: the options that it is for.
    """

    command: str
    params: Mapping[str, Any] = field(default_factory=dict)
    by: Mapping[str, Address] = field(default_factory=lambda: BY_ID)
    kind: str = "update"
    reaches: str = ""
    leaves: Mapping[str, Any] = field(default_factory=dict)
    needs: tuple[str, ...] = field(default=(), compare=False)
    about: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Move:
    """An edge of the graph: the command that brings a record from one state to another.

    :param options: further parameters taken from options of the task: parameter name to option name.
    :param when: an option that must be true for this way to be open, for example C(force).
    :param first: a function that gives steps to be sent before, computed from the record.
    :param final: only taken where it leads to what is asked for, never on the way to something else.
    :param sets: result keys whose values the command settles, each with the answer key that foretells the value.
    """

    source: str
    target: str
    command: str
    params: Mapping[str, Any] = field(default_factory=dict)
    by: Mapping[str, str] = field(default_factory=lambda: BY_ID)
    options: Mapping[str, str] = field(default_factory=dict)
    when: str = ""
    first: Callable[[Record], Sequence[Step]] | None = None
    final: bool = False
    sets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Lifecycle:
    """The states of a resource as the server names them, and how users ask for them.

    :param read: the answer key that holds the state.
    :param shows: the result key (and diff key) of the state.
    :param goals: for each value of the option, the states that satisfy it; the first is the one to move to.
    :param option: the option that carries the wish: C(state) or, say, C(allocation_state).
    :param initial: the state after creation.
    :param create_with: what to add to the create command to get another initial state.
    :param transient: states that pass by themselves, to the state they end in.
    :param lifeless: states in which nothing else can be changed; they are left before anything else is done.
    :param broken: states of what was never made whole and is of no use; it is replaced.
    :param words: how states are shown, where the option has words of its own for them.
    :param entails: result keys that change with the state in ways that nobody can foretell.
    :param detour_option: an option that allows moving through a state that the user did not ask for, by one of
        C(DETOURS).
    :param fault: a named function: what is wrong with a record that can never be used, in the server's words.
    """

    read: str
    shows: str
    moves: tuple[Move, ...]
    goals: Mapping[str, tuple[str, ...]]
    option: str = "state"
    initial: str = ""
    create_with: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    transient: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Any] = field(default_factory=dict)
    lifeless: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    entails: tuple[str, ...] = ()
    detour_option: str = ""
    fault: Callable[[Record], str] | None = None

    def state_of(self, record: Record | None) -> str:
        """The settled state of a record (a passing state counts as the one it ends in)."""
        if record is None:
            return GONE
        state = str(record.get(self.read) or self.initial)
        return self.transient.get(state, state)

    def word(self, state: str) -> Any:
        """What users read for a state."""
        return self.words.get(state, state)

    def closed(self, start: str, goals: Sequence[str], options: Mapping[str, Any]) -> list[str]:
        """The options that would open a way to the goals; none where no option does."""
        every = {move.when: True for move in self.moves if move.when}
        way = self.way(start, goals, {**options, **every}) or []
        return sorted({move.when for move in way if move.when and not options.get(move.when)})

    def way(self, start: str, goals: Sequence[str], options: Mapping[str, Any]) -> list[Move] | None:
        """The shortest list of moves from a state to any of the goals, or None where there is none."""
        if start in goals:
            return []
        queue: deque[tuple[str, list[Move]]] = deque([(start, [])])
        seen = {start}
        while queue:
            state, path = queue.popleft()
            for move in self.moves:
                if move.source != state or move.target in seen or not _open(move, goals, options):
                    continue
                taken = [*path, move]
                if move.target in goals:
                    return taken
                seen.add(move.target)
                queue.append((move.target, taken))
        return None


def _open(move: Move, goals: Sequence[str], options: Mapping[str, Any]) -> bool:
    return (not move.when or bool(options.get(move.when))) and (not move.final or move.target in goals)


def applied(delete: str) -> Lifecycle:
    """The life of a rule that a job applies after it was made (C(Add), then C(Active)).

    :param delete: the command that removes it.
    """
    moves = (Move("Active", GONE, delete), Move("Revoke", GONE, delete))
    passing = {"Add": "Active", "Staged": "Active"}
    return Lifecycle("state", "", moves, {"absent": (GONE,)}, initial="Active", transient=passing)


def switched(enable: str, disable: str, by: Mapping[str, str], entails: tuple[str, ...] = ()) -> Lifecycle:
    """The life of what is switched on and off by commands of its own, and is off at first.

    :param by: how the commands address it.
    :param entails: result keys that change with it in ways that nobody can foretell.
    """
    return Lifecycle(
        read="(state)",
        shows="state",
        words={"Enabled": "enabled", "Disabled": "disabled"},
        initial="Disabled",
        goals={"enabled": ("Enabled",), "disabled": ("Disabled",)},
        entails=entails,
        moves=(Move("Disabled", "Enabled", enable, by=by), Move("Enabled", "Disabled", disable, by=by)),
    )


def allocated(word: str, initial: str = "Enabled") -> Lifecycle:
    """The life of a place that is closed and opened to what is new, and can be removed in either state.

    :param word: what its update and delete commands call it.
    :param initial: the state that the server makes it in; where that is C(Enabled), creation takes the other one, too.
    """
    update, delete = f"update{word}", f"delete{word}"
    return Lifecycle(
        read="allocationstate",
        shows="allocation_state",
        initial=initial,
        goals={"enabled": ("Enabled",), "disabled": ("Disabled",)},
        create_with={"Disabled": {"allocationstate": "Disabled"}} if initial == "Enabled" else {},
        moves=(
            Move("Disabled", "Enabled", update, {"allocationstate": "Enabled"}),
            Move("Enabled", "Disabled", update, {"allocationstate": "Disabled"}),
            Move("Disabled", GONE, delete),
            Move("Enabled", GONE, delete),
        ),
    )


def running(moves: tuple[Move, ...], **more: Any) -> Lifecycle:
    """The life of a machine, which the server may be about to start, to stop or to move.

    :param more: what is special of it; by default it can be started and stopped.
    """
    goals = {"started": ("Running",), "stopped": ("Stopped",)}
    passing = {"Starting": "Running", "Stopping": "Stopped", "Migrating": "Running"}
    return Lifecycle("state", "state", moves, initial="Running", transient=passing, **{"goals": goals, **more})


def steps_for(move: Move, record: Record, options: Mapping[str, Any]) -> list[Step]:
    """The steps of one move: what must come first, then its own command."""
    params = {
        **move.params,
        **{param: options[name] for param, name in move.options.items() if options.get(name) is not None},
    }
    kind = "delete" if move.target == GONE else "move"
    first = list(move.first(record)) if move.first else []
    leaves = {name: record.get(key) for name, key in move.sets.items()}
    return [*first, Step(move.command, params, move.by, kind, move.target, leaves)]
