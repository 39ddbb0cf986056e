# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Records inside a record that come and go by commands of their own, such as the NICs of an instance. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence

from .errors import OptionError
from .lifecycle import AHEAD, BY_ID, Address, Record, Step
from .values import same

if TYPE_CHECKING:
    from .spec import Resource


@dataclass(frozen=True)
class MemberChange:
    """What of a member can be changed.

    :param held: the answer key of the member.
    :param param: the parameter of the command.
    :param needs: lifecycle states of the record in which the server accepts the command.
    """

    held: str
    command: str
    param: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Members:
    """How the members of a record are brought to what an option lists.

    :param held: a named function: the members that a record has, each with its id.
    :param key: what tells them apart: under this key an entry of the option and a member hold the same.
    :param noun: what messages call a member.
    :param add: the command that adds one.
    :param make: the command that makes the thing first, where members exist apart from the record, too; C(makes) is
        what it takes of an entry, and C(make_by) of the record.
    :param things: the kind of what is made so.
    :param loose: a named function: the things that a member can be made of.
    :param adds: what that command takes of an entry: key of the entry to parameter.
    :param remove: the command that takes one away; a listed purge option must allow it.
    :param purge: the option that allows to take away what the list does not name.
    :param by: how these commands address the record: parameter to answer key; C(remove_by) where removing differs.
    :param part: the parameter for the id of a member.
    :param lead: the command that makes the member of the first entry the leading one.
    :param leads: the answer key that tells which member leads.
    :param tells: what users read of a member: key of what they write to answer key.
    :param changes: what can be changed of a member: key of the entry to the change.
    :param fixed: what cannot be changed: key of the entry to answer key. What C(adds) lacks cannot be added either.
    """

    held: Callable[[Record], Sequence[Mapping[str, Any]]]
    key: str
    noun: str
    add: str
    remove: str
    purge: str
    part: str
    adds: Mapping[str, str] = field(default_factory=dict)
    by: Mapping[str, Address] = field(default_factory=lambda: BY_ID)
    remove_by: Mapping[str, Address] | None = None
    make: str = ""
    makes: Mapping[str, str] = field(default_factory=dict)
    make_by: Mapping[str, Address] = field(default_factory=dict)
    things: Resource | None = None
    loose: Callable[[Record], Sequence[Mapping[str, Any]]] = lambda record: ()
    lead: str = ""
    leads: str = ""
    tells: Mapping[str, str] = field(default_factory=dict)
    changes: Mapping[str, MemberChange] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)

    @property
    def commands(self) -> tuple[str, ...]:
        """Every command that may be sent."""
        found = (self.make, self.add, self.remove, self.lead, *(change.command for change in self.changes.values()))
        return tuple(command for command in found if command)

    def entries(self, value: Sequence[Any]) -> list[Mapping[str, Any]]:
        """The entries of an option; a bare value is an entry with nothing but its key."""
        return [one if isinstance(one, Mapping) else {self.key: one} for one in value]

    def steps(self, option: str, record: Record, value: Sequence[Any], purge: bool) -> list[Step]:
        """The steps from the members that a record has to those that an option lists; none: nothing differs.

        Members are added first, so that there is always one to lead; then one leads, and only then others go.

        :raises OptionError: an entry wants something of a member that cannot be had.
        """
        wanted = self.entries(value)
        ahead = record.get(AHEAD, {}).get(option)
        rows = self.held(record) if ahead is None else self._foreseen(ahead.value)
        held = {str(one.get(self.key)): one for one in rows}
        added: list[Step] = []
        changed: list[Step] = []
        for entry in wanted:
            one = held.get(str(entry[self.key]))
            if one is None:
                added += self._addition(option, entry)
            else:
                self._refuse_fixed(option, one, entry)
                changed += self._changes(option, one, entry)
        removed = [one for key, one in held.items() if purge and key not in {str(each[self.key]) for each in wanted}]
        by = self.by if self.remove_by is None else self.remove_by
        gone = [Step(self.remove, {self.part: one["id"]}, by, about=(option,)) for one in removed]
        return [*added, *self._leading(option, held, wanted), *gone, *changed]

    def _foreseen(self, keys: Sequence[Any]) -> list[Mapping[str, Any]]:
        """The members that a record will have, as far as that is known: which they are, and that the first leads."""
        return [
            {"id": "", self.key: key, **({self.leads: not at} if self.leads else {})} for at, key in enumerate(keys)
        ]

    def told(self, record: Record, value: Sequence[Any], written: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """What the record has of the members that an option lists, in the words of the option and no more.

        :param value: the entries as they are sent; C(written) are the same as the user wrote them.
        """
        held = {str(one.get(self.key)): one for one in self.held(record)}
        pairs = [(held.get(str(entry[self.key])), words) for entry, words in zip(self.entries(value), written)]
        return [
            {key: one.get(self.tells[key]) if key in self.tells else word for key, word in words.items()}
            for one, words in pairs
            if one is not None
        ]

    def _addition(self, option: str, entry: Mapping[str, Any]) -> list[Step]:
        if self.make:
            return self._making(option, entry)
        for key in self.fixed:
            if key not in self.adds and entry.get(key) not in (None, ""):
                raise OptionError(
                    option, f"{option}: CloudStack lets nobody choose {key} of a {self.noun} that is added later."
                )
        return [Step(self.add, _given(self.adds, entry), self.by, about=(option,))]

    def _making(self, option: str, entry: Mapping[str, Any]) -> list[Step]:
        """Make the thing, unless it is there apart from the record, and add it."""
        if entry.get("id"):
            return [Step(self.add, {self.part: entry["id"]}, self.by, about=(option,))]
        made = Step(self.make, _given(self.makes, entry), self.make_by, about=(option,))
        return [made, Step(self.add, {}, {**self.by, self.part: self._found(entry)}, about=(option,))]

    def _found(self, entry: Mapping[str, Any]) -> Callable[[Record], Any]:
        """A function of a record: the id of the member that an entry means."""
        key = str(entry[self.key])
        return lambda record: next(
            (one["id"] for one in (*self.held(record), *self.loose(record)) if str(one.get(self.key)) == key), None
        )

    def _refuse_fixed(self, option: str, one: Mapping[str, Any], entry: Mapping[str, Any]) -> None:
        for key, known in self.fixed.items():
            wanted = entry.get(key)
            if wanted in (None, "") or same(one.get(known), wanted, "folded"):
                continue
            raise OptionError(
                option,
                f"{option}: {key} of this {self.noun} is {one.get(known)} and not {wanted}, and CloudStack cannot "
                f"change it. Take the {self.noun} away first, or leave {key} out.",
                current=one.get(known),
                wanted=wanted,
            )

    def _changes(self, option: str, one: Mapping[str, Any], entry: Mapping[str, Any]) -> list[Step]:
        """The changes of one member; what the same command changes goes along with it, where the entry says it."""
        given = {key: change for key, change in self.changes.items() if entry.get(key) not in (None, "")}
        needed: dict[str, tuple[str, ...]] = {}
        for key, change in given.items():
            if str(one.get(change.held)) != str(entry[key]):
                needed.setdefault(change.command, change.needs)
        return [
            Step(
                command,
                {self.part: one["id"], **_along(command, given, entry)},
                {},
                needs=needs,
                about=(option,),
            )
            for command, needs in needed.items()
        ]

    def _leading(self, option: str, held: Mapping[str, Any], wanted: Sequence[Mapping[str, Any]]) -> list[Step]:
        if not self.lead or not wanted:
            return []
        key = str(wanted[0][self.key])
        if held.get(key, {}).get(self.leads):
            return []

        return [Step(self.lead, {}, {**self.by, self.part: self._found(wanted[0])}, about=(option,))]


def _given(names: Mapping[str, str], entry: Mapping[str, Any]) -> dict[str, Any]:
    return {param: entry[key] for key, param in names.items() if entry.get(key) not in (None, "")}


def _along(command: str, changes: Mapping[str, MemberChange], entry: Mapping[str, Any]) -> dict[str, Any]:
    return {change.param: entry[key] for key, change in changes.items() if change.command == command}
