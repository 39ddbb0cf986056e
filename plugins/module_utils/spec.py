# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The vocabulary in which a resource is declared. A wrong declaration fails when it is built."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence, Union

from .lifecycle import BY_ID, GONE, Lifecycle, Move, Record, Step
from .values import COMPARISONS, READERS

if TYPE_CHECKING:
    from .find import Finder

Reader = Union[str, Callable[[Record], Any], None]

DEFAULT_COMPARISON = {
    "bool": "exact",
    "int": "number",
    "float": "number",
    "list": "set",
    "dict": "subset",
    "str": "exact",
}


class SpecError(ValueError):
    """A resource is declared in a way that cannot work."""


@dataclass(frozen=True)
class Via:
    """A change that has a command of its own.

    :param by: how the record is addressed: parameter to answer key.
    :param needs: lifecycle states in which the server accepts the command; the engine moves there and back.
    :param clear: the command that takes the value away, where that is another one.
    """

    command: str
    by: Mapping[str, str] = field(default_factory=lambda: BY_ID)
    needs: tuple[str, ...] = ()
    clear: str = ""


@dataclass(frozen=True)
class Field:
    """One option of a resource, and where it stands in the API. Only what is unusual needs to be said.

    :param name: the option and the result key.
    :param api: the parameter of the create and update commands; the name without underscores by default.
    :param update_api: the parameter of the update command where it differs.
    :param read: the answer key (or a function of the record); the parameter's name by default. None: the server never
        shows it, so it is sent at creation only and never compared.
    :param fixed: only the create command takes it; a differing value is an error.
    :param recreate: a differing value removes the thing and makes it anew (always, or when the option named is true).
    :param late: only the update command takes it.
    :param needed_to_create: creation is refused without it.
    :param create_default: what is sent at creation when the user gives nothing.
    :param falls_back_to: the option whose value is sent at creation instead.
    :param compare: how the current and the wanted value are compared, one of C(values.COMPARISONS).
    :param default: an argument default; only for options that select or steer, never for what the server holds.
    :param secret: never shown, compared or logged.
    :param steers: not a property of the resource: sent nowhere by itself.
    :param via: the change has its own command.
    :param together: changed together with these options: all of them are sent when one differs.
    :param check: a named function that refuses a bad value: takes the value, returns what is wrong, or an empty string.
    :param shown: a named function that makes a value fit to be shown, such as a URL without its password.
    :param hidden: holds secrets among other things: masked in logs and results, but not a single secret value.
    :param result: the result key, where it is not the option's name.
    :param wire: a named function that turns the value into what is sent.
    :param resolve: a named function that resolves what is oddly shaped: takes the finder and the value, returns a Given.
    :param rides: an option of the update command: sent with every update when given.
    :param absence: as a key, not given means that the thing found has none, too.
    :param unless: a named function: a value for which it is true only selects, and is not sent.
    """

    name: str
    type: str = "str"
    api: str = ""
    update_api: str = ""
    read: Reader = ""
    required: bool = False
    fixed: bool = False
    recreate: Union[bool, str] = False
    late: bool = False
    needed_to_create: bool = False
    create_default: Any = None
    falls_back_to: str = ""
    compare: str = ""
    choices: tuple[Any, ...] = ()
    aliases: tuple[str, ...] = ()
    elements: str = ""
    suboptions: Mapping[str, Any] | None = None
    default: Any = None
    secret: bool = False
    steers: bool = False
    via: Via | None = None
    together: tuple[str, ...] = ()
    check: Callable[[Any], str] | None = None
    shown: Callable[[Any], Any] | None = None
    hidden: bool = False
    unless: Callable[[Any], bool] | None = None
    result: str = ""
    wire: Callable[[Any], Any] | None = None
    resolve: Callable[[Finder, Any], Any] | None = None
    rides: bool = False
    absence: bool = False

    def __post_init__(self) -> None:
        word = self.name.replace("_", "")
        _set(self, "api", self.api or word)
        _set(self, "result", self.result or self.name)
        _set(self, "update_api", self.update_api or self.api)
        _set(self, "read", self.api if self.read == "" else self.read)
        _set(self, "compare", self.compare or DEFAULT_COMPARISON[self.type])
        if self.type == "list" and not self.elements:
            _set(self, "elements", "str")
        if self.secret or self.steers:
            _set(self, "read", None)
        self._validate()

    def _validate(self) -> None:
        if self.compare not in COMPARISONS:
            raise SpecError(f"{self.name}: no comparison is called '{self.compare}'")
        if self.type not in READERS:
            raise SpecError(f"{self.name}: no type is called '{self.type}'")
        if self.fixed and (self.late or self.via):
            raise SpecError(f"{self.name}: a fixed field cannot be updated")
        if self.required and self.default is not None:
            raise SpecError(f"{self.name}: a required option has no default")

    def get(self, record: Record) -> Any:
        """The raw value a record holds for this field, or None."""
        if self.read is None:
            return None
        return self.read(record) if callable(self.read) else record.get(self.read)

    @property
    def compared(self) -> bool:
        """True when the server shows the value, so that it can be compared."""
        return self.read is not None


@dataclass(frozen=True)
class Ref(Field):
    """An option that names another resource; its id is what the API takes.

    :param target: the resource named.
    :param shows: the answer key (or function) with the name of the thing, beside its id under C(read).
    :param within: options that narrow the search for it; the target says in its C(filters) how.
    :param scope: part of the identity: the resource is searched in there.
    :param unique: within its scope the name stands for one thing only, so that a name in the answer identifies it.
    :param list_api: the parameter of the list command; the write parameter by default.
    """

    target: Resource | None = None
    shows: Reader = ""
    within: tuple[str, ...] = ()
    scope: bool = False
    unique: bool = True
    list_api: str = ""

    def __post_init__(self) -> None:
        word = self.name.replace("_", "")
        _set(self, "api", self.api or (f"{word}ids" if self.type == "list" else f"{word}id"))
        _set(self, "shows", f"{word}name" if self.shows == "" else self.shows)
        _set(self, "list_api", self.list_api or self.api)
        super().__post_init__()
        if self.target is None:
            raise SpecError(f"{self.name}: a reference needs a target")

    def get_shown(self, record: Record) -> Any:
        """The name or names a record shows for what this field refers to, or None."""
        if self.shows is None:
            return None
        return self.shows(record) if callable(self.shows) else record.get(self.shows)


@dataclass(frozen=True)
class Answer:
    """A result key that only the server sets."""

    name: str
    type: str = "str"
    read: Reader = ""

    def __post_init__(self) -> None:
        _set(self, "read", self.name.replace("_", "") if self.read == "" else self.read)

    def get(self, record: Record) -> Any:
        """The raw value a record holds, or None."""
        return self.read(record) if callable(self.read) else record.get(str(self.read))


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
    :param takes: fields whose values the action itself applies.
    """

    state: str
    command: str
    by: Mapping[str, str] = field(default_factory=lambda: BY_ID)
    options: Mapping[str, str] = field(default_factory=dict)
    from_states: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()


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


Find = Callable[["Finder", "Resource", Mapping[str, Any], Mapping[str, Any]], Any]


@dataclass(frozen=True)
class Resource:
    """One kind of thing: what CloudStack calls it, how it is found, made, changed and removed.

    :param list: the list command; C(items) the key its items stand under where the only other key is not meant.
    :param list_with: parameters always sent with the list command.
    :param filters: how others narrow a search for this kind: option to list parameter.
    :param key: options that identify it within its scope.
    :param names: answer keys a reference may give instead of the id.
    :param list_key: the list parameter to which the first key option is given; empty where the server has none.
    :param list_needs: scope references without which the list command cannot be sent.
    :param update_by: how a record is addressed in the update command: parameter to answer key.
    :param owned: belongs to an account or project: has the options domain, account, project.
    :param states: values of C(state) besides those of the lifecycle and actions.
    :param find: a named function where the search is odd.
    :param rows: a named function that turns one listed item into the records in it.
    :param enrich: a named function that reads what the list answer lacks.
    :param exists: a named function: does this record count as existing?
    :param omits: parameters of create and update that are not offered: name to reason.
    :param list_id: the list parameter for the id.
    :param wants: options of which one must be given.
    :param create_when: other create commands, each for when an option is given: option to command.
    :param normalize: a named function that completes the options of a task before anything else.
    :param reveals: what the server tells only once, in the answer of a command.
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
    filters: Mapping[str, str] = field(default_factory=dict)
    key: tuple[str, ...] = ("name",)
    names: tuple[str, ...] = ("name",)
    list_key: str = "name"
    list_id: str = "id"
    list_needs: tuple[str, ...] = ()
    update_by: Mapping[str, str] = field(default_factory=lambda: BY_ID)
    delete_by: Mapping[str, str] = field(default_factory=lambda: BY_ID)
    delete_options: Mapping[str, str] = field(default_factory=dict)
    create_when: Mapping[str, str] = field(default_factory=dict)
    owned: bool = False
    states: Sequence[str] = ()
    default_state: str = "present"
    lifecycle: Lifecycle | None = None
    actions: tuple[Action, ...] = ()
    children: tuple[Children, ...] = ()
    tags: Tags | None = None
    find: Find | None = None
    rows: Callable[[Record], Sequence[Record]] | None = None
    enrich: Callable[..., Record] | None = None
    exists: Callable[[Record], bool] | None = None
    normalize: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None
    omits: Mapping[str, str] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    one_of: tuple[tuple[str, ...], ...] = ()
    exclusive: tuple[tuple[str, ...], ...] = ()
    required_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    info: tuple[Field, ...] = ()
    plural: str = ""
    id_option: bool = True
    reveals: tuple[Answer, ...] = ()
    asynchronous: bool = False
    list_tags: bool = True

    def __post_init__(self) -> None:
        _set(self, "plural", self.plural or f"{self.name}s")
        known = self.field_names
        if len(set(known)) != len(known):
            raise SpecError(f"{self.name}: an option is declared twice: {known}")
        for one in self.fields:
            for other in (one.falls_back_to, *one.together, *getattr(one, "within", ())):
                if other and other not in known and other not in ("domain", "account", "project"):
                    raise SpecError(f"{self.name}.{one.name}: there is no option '{other}'")
        for name in self.key:
            if self.create and name not in known:
                raise SpecError(f"{self.name}: the key '{name}' is not an option")
        if self.lifecycle is None and self.delete:
            moves = (Move("Present", GONE, self.delete, by=self.delete_by, options=self.delete_options),)
            _set(self, "lifecycle", Lifecycle("", "", moves, {"absent": (GONE,)}, initial="Present"))

    @property
    def field_names(self) -> tuple[str, ...]:
        """The names of all options that are fields."""
        return tuple(one.name for one in self.fields)

    def field(self, name: str) -> Field:
        """Return the field of that name.

        :raises SpecError: there is none.
        """
        for one in self.fields:
            if one.name == name:
                return one
        raise SpecError(f"{self.name}: there is no field '{name}'")

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
        found = ("present", *self.states, *goals, *(action.state for action in self.actions))
        absent = ("absent",) if self.delete or (self.lifecycle and self._can_go()) else ()
        return tuple(dict.fromkeys((*found, *absent)))

    def _can_go(self) -> bool:
        return self.lifecycle is not None and any(move.target == GONE for move in self.lifecycle.moves)


@dataclass(frozen=True)
class Variants:
    """One module for several resources that an option tells apart."""

    name: str
    option: str
    default: str
    resources: Mapping[str, Resource]

    def choose(self, params: Mapping[str, Any]) -> Resource:
        """The resource that the option of a task selects."""
        return self.resources[params.get(self.option) or self.default]


def Choice(name: str, choices: Sequence[Any], **more: Any) -> Field:
    """A field with a closed list of values, compared without regard to case."""
    return Field(name, choices=tuple(choices), compare=more.pop("compare", "folded"), **more)


def Flag(name: str, **more: Any) -> Field:
    """A boolean field."""
    return Field(name, type="bool", **more)


def Number(name: str, **more: Any) -> Field:
    """An integer field."""
    return Field(name, type="int", **more)


def Listing(name: str, **more: Any) -> Field:
    """A list of strings without an order."""
    return Field(name, type="list", **more)


def Map(name: str, **more: Any) -> Field:
    """A mapping; every wanted key must have the wanted value."""
    return Field(name, type="dict", **more)


def Knob(name: str, type: str = "bool", **more: Any) -> Field:
    """An option that steers the module and is no property of the resource."""
    return Field(name, type=type, steers=True, **more)


def _set(instance: Any, name: str, value: Any) -> None:
    object.__setattr__(instance, name, value)


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
    "Move",
    "Number",
    "Ref",
    "Refusal",
    "Resource",
    "Step",
    "Tags",
    "Variants",
    "Via",
    "replace",
]
