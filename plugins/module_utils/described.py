# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What the server itself says of its commands, and parameters held against it: an unknown one it ignores in silence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Collection, Iterable, Mapping

from .client import Client
from .errors import ApiError, OptionError
from .values import text

WHOLE_NUMBERS = ("integer", "long", "short")


def rows_of(answer: Mapping[str, Any]) -> list[Any]:
    """The items of a list's answer, or the one thing that another answer holds."""
    rows = next((value for value in answer.values() if isinstance(value, list)), None)
    if rows is not None:
        return rows
    inner = [value for name, value in answer.items() if name != "count"]
    return inner if len(inner) == 1 and isinstance(inner[0], Mapping) else [dict(answer)] if inner else []


@dataclass(frozen=True)
class Known:
    """What the server says of a command.

    :ivar params: its parameters by their names in lower case; None where the user may not ask for them.
    """

    command: str
    params: Mapping[str, Mapping[str, Any]] | None

    @classmethod
    def ask(cls, client: Client, command: str) -> Known:
        """Ask the server for a command; a user who may not is trusted.

        :raises OptionError: the server has no such command for this user.
        """
        try:
            found = rows_of(client.call("listApis", {"name": command}))
        except ApiError as error:
            if error.says_not_allowed:
                return cls(command, None)
            found = []
        exact = next((one for one in found if one.get("name") == command), None)
        if exact is not None:
            return cls(command, _by_name(exact.get("params", ())))
        every = _by_name(rows_of(client.call("listApis")))
        raise OptionError("command", _unknown("command: this user has no command", command, every))

    def check(self, given: Mapping[str, Any], spared: Collection[str] = (), option: str = "params") -> dict[str, Any]:
        """The parameters of a task, spelt as the server spells them.

        :param spared: parameters that may be missing all the same, in lower case.
        :param option: the option that holds them, for messages.
        :raises OptionError: there is no such parameter; one is missing, or its value is of no use.
        """
        if self.params is None:
            return dict(given)
        sent = {}
        for name, value in given.items():
            word = PARTS.split(str(name), 1)[0]
            one = self.params.get(word.lower())
            if one is None:
                what = f"{option}.{name}: {self.command} has no parameter"
                raise OptionError(f"{option}.{name}", _unknown(what, word, self.params))
            _check_value(self.command, one, f"{option}.{name}", value)
            sent[f"{one['name']}{str(name)[len(word) :]}"] = value
        held = {PARTS.split(name, 1)[0].lower() for name in sent} | set(spared)
        missing = sorted(name for name in self.params if self.needs(name) and name not in held)
        if missing:
            raise OptionError(
                f"{option}.{missing[0]}", f"{option}: {self.command} needs {', '.join(missing)}. Give what is missing."
            )
        return sent

    def needs(self, name: str) -> bool:
        """Tell whether the command cannot do without a parameter."""
        return bool((self.params or {}).get(name, {}).get("required"))


PARTS = re.compile(r"[\[.]")
"""What stands between the name of a map and what is inside: C(details[0].key)."""


def _by_name(described: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    return {str(one["name"]).lower(): one for one in described}


def _unknown(what: str, word: str, known: Mapping[str, Mapping[str, Any]]) -> str:
    near = [str(known[name]["name"]) for name in get_close_matches(word.lower(), list(known), 3)]
    advice = f"Is '{near[0]}' meant?" if near else "Look it up in the API reference of the server's version."
    if not near and 0 < len(known) <= 20:
        advice = f"There are: {', '.join(sorted(str(one['name']) for one in known.values()))}."
    return f"{what} '{word}'. {advice}"


def _check_value(command: str, one: Mapping[str, Any], option: str, value: Any) -> None:
    """Refuse what the server would take for something else: it reads any word but true as false."""
    kind = str(one.get("type"))
    if kind == "boolean" and text(value).lower() not in ("true", "false"):
        raise OptionError(option, f"{option}: {command} takes true or false, and not '{value}'.")
    if kind in WHOLE_NUMBERS and not re.match(r"-?\d+$", text(value)):
        raise OptionError(option, f"{option}: {command} takes a whole number, and not '{value}'.")
