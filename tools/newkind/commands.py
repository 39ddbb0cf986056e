"""The four commands of a kind, found in the catalogue by its name or told by whoever asks."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Surface = Mapping[str, Mapping[str, Any]]

VERBS = {
    "list": ("list",),
    "create": ("create", "add", "register"),
    "update": ("update",),
    "delete": ("delete", "remove"),
}


class Refused(Exception):
    """What was asked for cannot be made; the text says why, and what can be done."""


@dataclass(frozen=True)
class Commands:
    """The names of a kind's commands; update and delete are empty where the API has none."""

    list: str
    create: str
    update: str = ""
    delete: str = ""

    def all(self) -> tuple[str, ...]:
        """Those that there are."""
        return tuple(filter(None, (self.list, self.create, self.update, self.delete)))


def plural(word: str) -> str:
    """Many of a word."""
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(s|x|ch|sh)$", word) else f"{word}s"


def find(surface: Surface, name: str, told: Mapping[str, str]) -> Commands:
    """The commands of a kind.

    :param surface: the catalogue.
    :param name: what the kind is to be called, such as C(gui_theme).
    :param told: commands that are not to be found by name: way to command; an empty one means that there is none.
    :raises Refused: a command is not in the catalogue, or several fit, or nothing can be listed or made.
    """
    found = {way: told[way] if way in told else _by_name(surface, name, way) for way in VERBS}
    for way, command in found.items():
        if command and command not in surface:
            raise Refused(f"COMMANDS: {way}: the catalogue has no command '{command}'.{_near(command, surface)}")
    for way in ("list", "create"):
        if not found[way]:
            raise Refused(
                f"RESOURCE: the catalogue has no command that {way}s '{name}'."
                f'{_near_noun(surface, name, way)} COMMANDS="{way}=theCommand" names one.'
            )
    return Commands(**found)


def parse(words: Iterable[str]) -> dict[str, str]:
    """Read C(list=listThings) and its like.

    :raises Refused: a word is of another form.
    """
    told = {}
    for word in words:
        way, sign, command = word.partition("=")
        if not sign or way not in VERBS:
            raise Refused(
                f"COMMANDS: '{word}' is not understood; write {', '.join(f'{one}=command' for one in VERBS)}."
            )
        told[way] = command
    return told


def _by_name(surface: Surface, name: str, way: str) -> str:
    flat = name.replace("_", "")
    nouns = {flat, plural(flat)}
    fitting = [one for verb in VERBS[way] for one in surface if _noun(one, verb) in nouns]
    if len(fitting) > 1:
        raise Refused(f'RESOURCE: several commands fit; say which: COMMANDS="{way}={" or ".join(fitting)}".')
    return fitting[0] if fitting else ""


def _noun(command: str, verb: str) -> str:
    """What a command speaks of, in small letters; empty where it begins with another verb."""
    rest = command.removeprefix(verb)
    return rest.lower() if rest != command and rest[:1].isupper() else ""


def _near(command: str, surface: Surface) -> str:
    close = difflib.get_close_matches(command, surface, n=3, cutoff=0.6)
    return f" Near to it: {', '.join(close)}." if close else ""


def _near_noun(surface: Surface, name: str, way: str) -> str:
    nouns = {_noun(one, verb): one for verb in VERBS[way] for one in surface}
    nouns.pop("", None)
    close = difflib.get_close_matches(name.replace("_", ""), nouns, n=3, cutoff=0.6)
    return f" Near to it: {', '.join(nouns[one] for one in close)}." if close else ""
