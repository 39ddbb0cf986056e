# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The vocabulary in which a resource is declared. A wrong declaration fails when it is built."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence

from .fields import (
    Answer,
    Choice,
    Field,
    Flag,
    Knob,
    Listing,
    Map,
    Number,
    Ref,
    SpecError,
    Via,
    settle,
)
from .lifecycle import BY_ID, GONE, Lifecycle, Move, Record, Step

if TYPE_CHECKING:
    from .find import Finder


@dataclass(frozen=True)
class Children:
    """An option that lists names of child resources which shall be in a state, such as the providers of a network.

    :param name: the option, a list of names.
    :param target: the child resource; its C(link) field refers to the parent.
    :param state: the state the named children shall have.
    """

    name: str
    target: Resource
    state: str
    link: str


@dataclass(frozen=True)
class Action:
    """A wish that is an event, not a state: it happens at every run (restart, restore).

    :param state: the value of C(state) that asks for it.
    :param from_states: lifecycle states in which the command is sent; elsewhere the goals of the state do.
    :param needs: lifecycle states in which the server accepts the command; the engine moves there and back.
    :param needed: a named function: does the record need it? It takes the options, too.
    :param when: an option that must be given for this to be what the state asks for.
    :param existing: it is about what exists: where there is nothing, it is an error, and nothing is made.
    :param params: what is always sent.
    :param takes: fields whose values the action itself applies.
    :param first: a named function of the options: the steps that come before.
    """

    state: str
    command: str
    by: Mapping[str, str] = field(default_factory=lambda: BY_ID)
    params: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    from_states: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    needed: Callable[[Record, Mapping[str, Any]], bool] | None = None
    when: str = ""
    existing: bool = False
    first: Callable[[Mapping[str, Any]], Sequence[Step]] | None = None


@dataclass(frozen=True)
class Tags:
    """The resource can carry tags.

    :param resource_type: what the API calls the kind of resource.
    """

    resource_type: str


@dataclass(frozen=True)
class Refusal:
    """What to do about an error of the server.

    :param pattern: a regular expression that the error text matches.
    :param option: the option at fault.
    :param advice: what the user can do.
    """

    pattern: str
    option: str
    advice: str


@dataclass(frozen=True)
class Membership:
    """What a task adds to a thing, or takes from it with C(state=absent); what else belongs to it stays.

    The create and the delete command of the resource add and take away.

    :param option: the list of references that says which.
    :param sends: a named function that gives what both commands are sent: takes ids and options, returns parameters.
    """

    option: str
    sends: Callable[[Sequence[str], Mapping[str, Any]], Mapping[str, Any]]


Find = Callable[["Finder", "Resource", Mapping[str, Any], Mapping[str, Any]], Any]


@dataclass(frozen=True)
class Resource:
    """One kind of thing: what CloudStack calls it, how it is found, made, changed and removed.

    :param list: the list command; C(items) the key its items stand under where the only other key is not meant.
    :param list_with: parameters always sent with the list command.
    :param create_params: parameters always sent with the create command.
    :param membership: the task is about what belongs to the thing, not about the thing.
    :param filters: how others narrow a search for this kind: option to list parameter.
    :param key: options that identify it within its scope.
    :param names: answer keys a reference may give instead of the id.
    :param named_by: a named function that finds one by what others call it, where that is more than a name or an id:
        takes finder and value, returns a Given.
    :param list_key: the list parameter to which the first key option is given; empty where the server has none.
    :param list_needs: options without which the list command cannot be sent, or shows something else.
    :param info_needs: options that the info module cannot do without either.
    :param update_by: how a record is addressed in the update command: parameter to answer key.
    :param update_whole: the update command replaces the whole thing, when these are sent: every value goes along.
    :param owned: belongs to an account or project: has the options domain, account, project.
    :param listed_by_owner_id: the list command takes the id of an account, and shows that of one owner only.
    :param inherits_owner: its owner is that of what it is made in, so the options only narrow searches.
    :param lists_owned: the list command can be narrowed to an owner; else the owner only narrows what it refers to.
    :param find: a named function where the search is odd.
    :param rows: a named function that turns one listed item into the records in it.
    :param own_id: the answer of the create command tells the id of what was made, and not that of something else.
    :param asks: a named function that gives further list parameters: takes the finder.
    :param asks_by: the options that it reads: option to list parameter.
    :param gathers: a named function that makes records of all listed items together, such as one of the several
        that tell of one thing: takes finder and items.
    :param enrich: a named function that reads what the list answer lacks.
    :param exists: a named function: does this record count as existing?
    :param also: commands that the named functions send for a task, which nothing else here shows.
    :param reads_with: commands that they send to read one, in the info module, too.
    :param omits: parameters of create and update that are not offered: name to reason.
    :param list_id: the list parameter for the id.
    :param one_of: sets of options of which one must be given.
    :param exclusive: sets of options of which only one may be given.
    :param create_when: other create commands, each for when an option is given: option to command.
    :param normalize: a named function that completes the options of a task before anything else.
    :param reveals: what the server tells only once, in the answer of a command.
    :param depth: a named function of the options: how deep one stands in others of the kind. Those above come first.
    :param brings: kinds of which a new one brings one along, each with a named function of what is wanted that gives
        the record.
    :param may_double: the server takes a second one of the same name: whoever makes one looks whether another run did
        so at the same time, and both end with one.
    :param job_makes: one is listed only when its job is at work, and the answer tells no id of it: before one is made,
        a job that another run began for the same is waited for.
    :param in_turn: those of one scope are made one after another, in their order: the order counts, or one that a cut
        run has left half made could not be told from the next.
    """

    name: str
    list: str
    fields: tuple[Field, ...] = ()
    answers: tuple[Answer, ...] = ()
    create: str = ""
    update: str = ""
    delete: str = ""
    items: str = ""
    list_with: Mapping[str, Any] = field(default_factory=dict)
    create_params: Mapping[str, Any] = field(default_factory=dict)
    membership: Membership | None = None
    filters: Mapping[str, str] = field(default_factory=dict)
    key: tuple[str, ...] = ("name",)
    names: tuple[str, ...] = ("name",)
    named_by: Callable[[Finder, Any], Any] | None = None
    list_key: str = "name"
    list_id: str = "id"
    list_needs: tuple[str, ...] = ()
    info_needs: tuple[str, ...] = ()
    update_by: Mapping[str, str] = field(default_factory=lambda: BY_ID)
    update_whole: Mapping[str, Any] | None = None
    delete_by: Mapping[str, str] = field(default_factory=lambda: BY_ID)
    delete_options: Mapping[str, str] = field(default_factory=dict)
    create_when: Mapping[str, str] = field(default_factory=dict)
    owned: bool = False
    inherits_owner: bool = False
    lists_owned: bool = True
    listed_by_owner_id: bool = False
    default_state: str = "present"
    lifecycle: Lifecycle | None = None
    actions: tuple[Action, ...] = ()
    children: tuple[Children, ...] = ()
    tags: Tags | None = None
    find: Find | None = None
    rows: Callable[[Record], Sequence[Record]] | None = None
    own_id: bool = True
    asks: Callable[..., Mapping[str, Any]] | None = None
    asks_by: Mapping[str, str] = field(default_factory=dict)
    gathers: Callable[..., Any] | None = None
    enrich: Callable[..., Record] | None = None
    exists: Callable[[Record], bool] | None = None
    normalize: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None
    also: tuple[str, ...] = ()
    reads_with: tuple[str, ...] = ()
    omits: Mapping[str, str] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    one_of: tuple[tuple[str, ...], ...] = ()
    exclusive: tuple[tuple[str, ...], ...] = ()
    info: tuple[Field, ...] = ()
    plural: str = ""
    id_option: bool = True
    reveals: tuple[Answer, ...] = ()
    asynchronous: bool = False
    may_double: bool = False
    job_makes: bool = False
    in_turn: bool = False
    depth: Callable[[Mapping[str, Any]], int] | None = None
    brings: Mapping[str, Callable[[Mapping[str, Any]], Record]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        settle(self, "plural", self.plural or f"{self.name}s")
        known = self.field_names
        if len(set(known)) != len(known):
            raise SpecError(f"{self.name}: an option is declared twice: {known}")
        for one in self.fields:
            for other in (
                one.falls_back_to,
                one.needed_unless,
                one.forced_by,
                *one.together,
                *getattr(one, "within", ()),
            ):
                if other and other not in known and other not in ("domain", "account", "project"):
                    raise SpecError(f"{self.name}.{one.name}: there is no option '{other}'")
        if self.may_double and not self.own_id:
            raise SpecError(f"{self.name}: which of two is whose can only be told by the id that the creation answers")
        for name in self.key:
            if self.create and name not in known:
                raise SpecError(f"{self.name}: the key '{name}' is not an option")
        if self.lifecycle is None and self.delete:
            moves = (Move("Present", GONE, self.delete, by=self.delete_by, options=self.delete_options),)
            settle(self, "lifecycle", Lifecycle("", "", moves, {"absent": (GONE,)}, initial="Present"))

    @property
    def noun(self) -> str:
        """What messages call one of the kind."""
        return self.name.replace("_", " ")

    @property
    def field_names(self) -> tuple[str, ...]:
        """The names of all options that are fields."""
        return tuple(one.name for one in self.fields)

    def field(self, name: str) -> Field:
        """Return the field or the filter of that name.

        :raises SpecError: there is none.
        """
        for one in (*self.fields, *self.info):
            if one.name == name:
                return one
        raise SpecError(f"{self.name}: there is no field '{name}'")

    def ref(self, name: str) -> Ref:
        """Return the reference of that name.

        :raises SpecError: there is none.
        """
        found = self.field(name)
        if not isinstance(found, Ref):
            raise SpecError(f"{self.name}: '{name}' is not a reference")
        return found

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The fields that name other resources."""
        return tuple(one for one in self.fields if isinstance(one, Ref))

    @property
    def scope(self) -> tuple[Ref, ...]:
        """The references that are part of the identity."""
        return tuple(one for one in self.refs if one.scope)

    def state_choices(self) -> tuple[str, ...]:
        """All values the option C(state) takes, C(present) first."""
        goals = tuple(self.lifecycle.goals) if self.lifecycle and self.lifecycle.option == "state" else ()
        found = ("present", *goals, *(action.state for action in self.actions))
        absent = ("absent",) if self.delete or (self.lifecycle and self._can_go()) else ()
        return tuple(dict.fromkeys((*found, *absent)))

    def _can_go(self) -> bool:
        return self.lifecycle is not None and any(move.target == GONE for move in self.lifecycle.moves)


@dataclass(frozen=True)
class Variants:
    """One module for several resources that an option tells apart.

    :param default: what the option means when it is not given; empty where it must be given.
    """

    name: str
    option: str
    default: str
    resources: Mapping[str, Resource]

    def choose(self, params: Mapping[str, Any]) -> Resource:
        """The resource that the option of a task selects."""
        return self.resources[params.get(self.option) or self.default]


__all__ = [
    "GONE",
    "Action",
    "Answer",
    "Children",
    "Choice",
    "Field",
    "Flag",
    "Knob",
    "Lifecycle",
    "Listing",
    "Map",
    "Membership",
    "Move",
    "Number",
    "Ref",
    "Refusal",
    "Resource",
    "SpecError",
    "Step",
    "Tags",
    "Variants",
    "Via",
]
