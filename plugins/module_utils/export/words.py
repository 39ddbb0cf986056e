# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From records of the API to the options that would make the same things. Pure functions over the declarations."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Iterable, Iterator, Mapping

from ..errors import CloudError
from ..lifecycle import Record
from ..project import properties
from ..spec import Field, Ref, Resource
from ..values import tells_secret

NOTES = "(notes)"
"""Where an entry keeps what is to be said of it, by option, until the tree is whole."""

FILLS = "(fills)"
"""Where an entry keeps which of its options are secrets, each with the variable that is to hold it."""

IDS = Mapping[str, str]
"""Ids of things, with the names by which a task can speak of them."""


@dataclass(frozen=True)
class Branch:
    """A kind of thing at its place in a tree.

    :param leaves: options of the kind that are not written there: the tree says them elsewhere or has no word for
        them.
    :param only: the options that the tree takes, where it is only some of them.
    """

    resource: Resource
    leaves: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """The options of the kind that stand in the tree."""
        return tuple(
            one
            for one in self.resource.fields
            if not (one.steers or one.implied)
            and one.name not in self.leaves
            and (not self.only or one.name in self.only)
        )

    @property
    def untold(self) -> list[str]:
        """The options that stand in the tree, but that the API does not show."""
        return sorted(one.name for one in self.fields if one.secret or not one.compared)

    def entry(self, record: Record, names: IDS) -> dict[str, Any]:
        """The options of a record, in the order of the declaration; what is empty is left out.

        :param names: for references that the record shows as an id only.
        """
        shown = properties(self.resource, record)
        found: dict[str, Any] = {}
        notes: dict[str, str] = {}
        for one in self.fields:
            value = self._value(one, record, shown, names)
            if isinstance(value, Mapping):
                value, hidden = _without_secrets(value)
                notes.update({one.name: f"not shown here, for they are secrets: {', '.join(hidden)}"} if hidden else {})
            if value not in (None, "", [], {}):
                found[one.name] = value
        return noted({**found, **self._state(record, notes)}, notes)

    def _value(self, one: Field, record: Record, shown: Mapping[str, Any], names: IDS) -> Any:
        value = shown.get(one.result)
        if isinstance(one, Ref) and value is not None:
            held = one.get(record)
            return names.get(str(held), value) if isinstance(held, (str, int)) else value
        if one.choices and value not in one.choices:
            return None
        if isinstance(value, list):
            return sorted(value, key=str)
        return one.shown(value) if one.shown and value is not None else value

    def _state(self, record: Record, notes: dict[str, str]) -> dict[str, Any]:
        """The option for the state, and the state that the record is in or comes to; a note where no option says it."""
        lifecycle = self.resource.lifecycle
        if lifecycle is None or not lifecycle.read or lifecycle.option in self.leaves:
            return {}
        state = lifecycle.state_of(record)
        goal = next((goal for goal, states in lifecycle.goals.items() if state in states), "")
        if not goal:
            notes["name"] = f"its state is {state}, which cannot be asked for"
        return {lifecycle.option: goal} if goal else {}


def noted(entry: dict[str, Any], notes: Mapping[str, str]) -> dict[str, Any]:
    """The entry with notes to its options, besides those that it has."""
    together = {**entry.get(NOTES, {}), **notes}
    return {**entry, NOTES: together} if together else entry


def with_secret(entry: dict[str, Any], option: str, what: str, name: str) -> dict[str, Any]:
    """The entry with an option whose value is a secret, and so a variable to fill.

    :param what: how the variable is called, before the name.
    :param name: the name of the thing. No two names make one variable, and no name is part of a template.
    """
    word = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    mark = "" if word == name else hashlib.sha256(name.encode("utf-8")).hexdigest()[:6]
    variable = "_".join(part for part in ("vault", what, word, mark) if part)
    return {**entry, FILLS: {**entry.get(FILLS, {}), option: variable}}


def _without_secrets(details: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """A mapping in the order of its keys, and the keys that were left out because secrets stand under them."""
    hidden = sorted(key for key in details if tells_secret(str(key)))
    return {key: details[key] for key in sorted(details) if key not in hidden}, hidden


def by_name(entries: Iterable[dict[str, Any]], key: str = "name") -> list[dict[str, Any]]:
    """Entries in the order of their names, without regard to case first."""
    return sorted(entries, key=lambda one: (str(one.get(key)).casefold(), str(one.get(key))))


def by_address(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Address ranges in the order of their first addresses; those of IPv4 first."""
    return sorted(entries, key=lambda one: (not one.get("start_ip"), _number(one), str(one.get("vlan"))))


def _number(entry: Mapping[str, Any]) -> int:
    return int(ip_address(str(entry.get("start_ip") or entry.get("start_ipv6") or "0.0.0.0")))


def refuse_twins(what: str, entries: Iterable[Mapping[str, Any]]) -> None:
    """Refuse things that a tree could not tell apart.

    :raises CloudError: two of them have one name.
    """
    seen: set[str] = set()
    for one in entries:
        name = str(one.get("name"))
        if name in seen:
            raise CloudError(f"two {what} are called '{name}': a tree could not tell them apart. Rename one of them.")
        seen.add(name)


def filled(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The entry without branches on which nothing is."""
    return {key: value for key, value in entry.items() if value not in (None, "", [], {})}


def lifted(tree: Any, place: str = "") -> tuple[Any, list[dict[str, str]]]:
    """Take the notes out of a tree.

    :return: the tree, and the notes with the place of each: C(at), such as C(pods[0].name), and C(text); with
        C(variable) where the option there is a secret that this variable is to hold.
    """
    if isinstance(tree, Mapping):
        notes = [{"at": _at(place, key), "text": text} for key, text in sorted(tree.get(NOTES, {}).items())]
        notes += [
            {"at": _at(place, key), "text": f"a secret, which is not here: give it as {variable}", "variable": variable}
            for key, variable in tree.get(FILLS, {}).items()
        ]
        found: dict[str, Any] = {}
        for key, value in tree.items():
            if key not in (NOTES, FILLS):
                found[key], inner = lifted(value, _at(place, key))
                notes += inner
        return found, notes
    if isinstance(tree, list):
        pairs = [lifted(one, f"{place}[{number}]") for number, one in enumerate(tree)]
        return [one for one, _notes in pairs], [note for _one, notes in pairs for note in notes]
    return tree, []


def _at(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def untold(branches: Mapping[str, Branch]) -> Iterator[dict[str, str]]:
    """Notes on what the API does not show of the kinds in a tree."""
    for what, branch in branches.items():
        if branch.untold:
            yield {"at": "", "text": f"The API does not show these of {what}: {', '.join(branch.untold)}."}
