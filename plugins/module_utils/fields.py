# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The words for single options: where each stands in the API, and what is unusual about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence, Union

from .lifecycle import AHEAD, BY_ID, Address, Record
from .members import Members
from .values import COMPARISONS, READERS

if TYPE_CHECKING:
    from .find import Finder
    from .spec import Resource

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
    :param reaches: the lifecycle state that the change leads to, where it changes that, too.
    :param clear: the command that takes the value away, where that is another one.
    :param live: the command that does it in any state, where C(live_when) (a named function of the record and of what
        is wanted) says that the server can.
    :param along: a named function of the record and of what is sent: what the command needs besides.
    :param adds: of a list, what makes the command add entries; only those that lack are sent.
    :param removes: of a list, what makes the command remove entries; only those that are too many are sent.
    :param each: of a mapping, a named function that gives what an entry needs: takes its name, the wanted value and the
        one that is held, returns the parameters of each command.
    :param clear_by: how the record is addressed in that command, where it is another way.
    :param renews: only where there is no value, another can be set: what is there is taken away first.
    """

    command: str
    by: Mapping[str, Address] = field(default_factory=lambda: BY_ID)
    needs: tuple[str, ...] = ()
    reaches: str = ""
    clear: str = ""
    adds: Mapping[str, Any] = field(default_factory=dict)
    removes: Mapping[str, Any] = field(default_factory=dict)
    each: Callable[[str, Any, Any], Sequence[Mapping[str, Any]]] | None = None
    live: str = ""
    live_when: Callable[[Record, Mapping[str, Any]], bool] | None = None
    along: Callable[[Record, Mapping[str, Any]], Mapping[str, Any]] | None = None
    clear_by: Mapping[str, str] = field(default_factory=dict)
    renews: bool = False


@dataclass(frozen=True)
class Field:
    """One option of a resource, and where it stands in the API. Only what is unusual needs to be said.

    :param name: the option and the result key.
    :param api: the parameter of the create and update commands; the name without underscores by default.
    :param update_api: the parameter of the update command where it differs.
    :param read: the answer key (or a function of the record); the parameter's name by default. None: the server never
        shows it, so it is sent at creation only and never compared.
    :param implied: not an option: C(normalize) gives its value, from what another option says.
    :param sent: false: what others follow from (see C(implied)), or what a command of its own does by itself; compared
        and shown, but no parameter.
    :param fixed: only the create command takes it; a differing value is an error.
    :param recreate: a differing value removes the thing and makes it anew (always, or when the option named is true).
    :param stays: made anew, the thing has the same, although the task does not say it.
    :param late: only the update command takes it.
    :param needed_to_create: creation is refused without it; or the one of several create commands that needs it.
    :param only_in: the create commands that take it, where not all of them do.
    :param needed_unless: the option that may be given in its place; neither need nor default count with it.
    :param spared_by: the value of that option that takes its place, where not any does.
    :param create_default: what is sent at creation when the user gives nothing; of a reference, the name.
    :param falls_back_to: the option whose value is sent at creation instead.
    :param compare: how the current and the wanted value are compared, one of C(values.COMPARISONS).
    :param default: an argument default; only for options that select or steer, never for what the server holds.
    :param forced_by: an option of which V(always) sends the value to what is there, although it cannot be compared.
    :param secret: never shown or logged; compared only where C(read) is given, for what the server shows to its owner.
    :param steers: not a property of the resource: sent nowhere by itself.
    :param via: the change has its own command.
    :param members: lists records inside the record, which come and go by commands of their own.
    :param settles: lifecycle states in which a change must be made to take effect at once.
    :param tacit: where the record does not show it, it is not compared.
    :param together: changed together with these options: all of them are sent when one differs.
    :param check: a named function that refuses a bad value: takes the value, returns what is wrong, or an empty string.
    :param shown: a named function that makes a value fit to be shown, such as a URL without its password.
    :param conceals: a named function of the record (at creation, of the task's options) that tells whether the value is
        a secret, and not to be shown.
    :param hidden: holds secrets among other things: masked in logs and results, but not a single secret value.
    :param result: the result key, where it is not the option's name.
    :param wire: a named function that turns the value into what is sent.
    :param resolve: a named function that resolves what is oddly shaped: takes finder and value, returns a Given.
    :param clear: of a mapping, the parameter that empties it; without one it cannot be emptied.
    :param rides: an option of the update command (or of the one in C(via)): sent with each one of them when given.
    :param guard: a named function that refuses a change: takes what is held, what is wanted and all options; returns
        what is wrong, or an empty string.
    :param parts: of a mapping whose entries are sent apart: entry to parameter.
    :param entails: result keys that the server changes along with this field, so that nobody can foretell them.
    :param absence: as a key, not given means that the thing found has none, too.
    :param unless: a named function: a value for which it is true is not sent at creation.
    :param initially: the value that a new thing has by itself, so that no command need set it after the creation.
    """

    name: str
    type: str = "str"
    api: str = ""
    update_api: str = ""
    read: Reader = ""
    required: bool = False
    implied: bool = False
    sent: bool = True
    fixed: bool = False
    recreate: bool | str = False
    stays: bool = False
    late: bool = False
    needed_to_create: bool | str = False
    only_in: tuple[str, ...] = ()
    needed_unless: str = ""
    spared_by: Any = None
    create_default: Any = None
    initially: Any = None
    falls_back_to: str = ""
    compare: str = ""
    choices: tuple[Any, ...] = ()
    aliases: tuple[str, ...] = ()
    elements: str = ""
    suboptions: Mapping[str, Any] | None = None
    default: Any = None
    secret: bool = False
    forced_by: str = ""
    steers: bool = False
    via: Via | None = None
    members: Members | None = None
    settles: tuple[str, ...] = ()
    tacit: bool = False
    together: tuple[str, ...] = ()
    check: Callable[[Any], str] | None = None
    shown: Callable[[Any], Any] | None = None
    conceals: Callable[[Record], bool] | None = None
    hidden: bool = False
    unless: Callable[[Any], bool] | None = None
    result: str = ""
    wire: Callable[[Any], Any] | None = None
    resolve: Callable[[Finder, Any], Any] | None = None
    clear: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    rides: bool = False
    guard: Callable[[Any, Any, Mapping[str, Any]], str] | None = None
    absence: bool = False
    entails: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        word = self.name.replace("_", "")
        settle(self, "api", self.api or word)
        settle(self, "result", self.result or self.name)
        settle(self, "update_api", self.update_api or self.api)
        if self.steers or (self.secret and self.read == ""):
            settle(self, "read", None)
        settle(self, "read", self.api if self.read == "" else self.read)
        settle(self, "compare", self.compare or DEFAULT_COMPARISON.get(self.type, "exact"))
        if self.type == "list" and not self.elements:
            settle(self, "elements", "str")
        self._validate()

    def _validate(self) -> None:
        if self.compare not in COMPARISONS:
            raise SpecError(f"{self.name}: no comparison is called '{self.compare}'")
        if self.type not in READERS:
            raise SpecError(f"{self.name}: no type is called '{self.type}'")
        if self.fixed and (self.late or self.via or self.members):
            raise SpecError(f"{self.name}: a fixed field cannot be updated")
        if self.required and self.default is not None:
            raise SpecError(f"{self.name}: a required option has no default")

    def get(self, record: Record) -> Any:
        """The raw value a record holds for this field, or None."""
        if self.read is None:
            return None
        ahead = record.get(AHEAD)
        if ahead and self.name in ahead:
            return ahead[self.name].value
        return self.read(record) if callable(self.read) else record.get(self.read)

    def spelled(self, value: Any) -> Any:
        """A value of a closed list in the spelling of the list, whatever case the server uses."""
        if not self.choices or not isinstance(value, str):
            return value
        return next((choice for choice in self.choices if str(choice).casefold() == value.casefold()), value)

    @property
    def compared(self) -> bool:
        """True when the server shows the value, so that it can be compared."""
        return self.read is not None or self.members is not None

    @property
    def only_creates(self) -> bool:
        """True when the value counts at creation alone: nothing can be compared with it, and nothing changes it."""
        return not (self.compared or self.late or self.via or self.rides)

    def taken_by(self, command: str) -> bool:
        """Tell whether a create command takes the value."""
        return not self.late and (not self.only_in or command in self.only_in)


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
        settle(self, "api", self.api or (f"{word}ids" if self.type == "list" else f"{word}id"))
        settle(self, "shows", f"{word}name" if self.shows == "" else self.shows)
        settle(self, "list_api", self.list_api or self.api)
        super().__post_init__()
        if self.target is None:
            raise SpecError(f"{self.name}: a reference needs a target")

    @property
    def kind(self) -> Resource:
        """The resource referred to."""
        if self.target is None:
            raise SpecError(f"{self.name}: a reference needs a target")
        return self.target

    def get_shown(self, record: Record) -> Any:
        """The name or names a record shows for what this field refers to, or None."""
        if self.shows is None:
            return None
        ahead = record.get(AHEAD)
        if ahead and self.name in ahead:
            return ahead[self.name].shown
        return self.shows(record) if callable(self.shows) else record.get(self.shows)


@dataclass(frozen=True)
class Answer:
    """A result key that only the server sets.

    :param vital: told only once, and the thing is worthless without it: when the answer is lost, it is made anew.
    """

    name: str
    type: str = "str"
    read: Reader = ""
    vital: bool = False

    def __post_init__(self) -> None:
        settle(self, "read", self.name.replace("_", "") if self.read == "" else self.read)

    def get(self, record: Record) -> Any:
        """The raw value a record holds, or None."""
        return self.read(record) if callable(self.read) else record.get(str(self.read))


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


def settle(instance: Any, name: str, value: Any) -> None:
    """Complete an attribute of a frozen declaration while it is being built."""
    object.__setattr__(instance, name, value)
