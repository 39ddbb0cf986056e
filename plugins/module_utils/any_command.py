# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Any command of the API: checked against what the server says of it, guarded, sent, waited for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Callable, Iterable, Mapping

from .client import PAGE_SIZE, UNPAGED, Client, done, is_read
from .errors import ApiError, CloudError, OptionError
from .settings import CONNECTION_OPTIONS
from .values import fits, text

GUARDS = ("creates", "removes", "unless")
GUARD: dict[str, Any] = {
    "type": "dict",
    "options": {
        "command": {"type": "str", "required": True},
        "params": {"type": "dict"},
        "where": {"type": "dict"},
    },
}
WHOLE_NUMBERS = ("integer", "long", "short")


def api_arguments() -> dict[str, Any]:
    """Keyword arguments for the AnsibleModule of api."""
    spec: dict[str, Any] = {
        "command": {"type": "str", "required": True},
        "params": {"type": "dict", "aliases": ["query_params"]},
        **{name: dict(GUARD) for name in GUARDS},
        "poll_async": {"type": "bool", "default": True},
        **CONNECTION_OPTIONS,
    }
    return {"argument_spec": spec, "supports_check_mode": True, "mutually_exclusive": [list(GUARDS)]}


def api_work(client: Client, params: Mapping[str, Any], check_mode: bool) -> dict[str, Any]:
    """Do the work of the module api and return its result.

    :raises OptionError: there is no such command, or a parameter cannot be one of it.
    :raises CloudError: the server refuses, or what a guard expects did not come about.
    """
    known = Known.ask(client, params["command"])
    guard = next((name for name in GUARDS if params[name]), "")
    sent = known.check(params["params"] or {}, spared="id" if guard == "removes" else "")
    result = {"changed": False, "command": known.command, "params": sent, "response": {}}
    if is_read(known.command):
        return {**result, "response": read(client, known.command, sent)}
    if guard:
        return {**result, **_guarded(client, known, sent, guard, params, check_mode)}
    response = {} if check_mode else send(client, known.command, sent, params["poll_async"])
    return {**result, "changed": True, "response": response}


def _guarded(
    client: Client, known: Known, sent: dict[str, Any], guard: str, params: Mapping[str, Any], check_mode: bool
) -> dict[str, Any]:
    """Send a command if what its guard finds, or does not find, says so."""
    look = _look(client, guard, params[guard])
    found = look()
    if bool(found) != (guard == "removes"):
        return {"found": found}
    if guard == "removes" and "id" not in sent and known.needs("id"):
        sent = {**sent, "id": _only_id(found)}
    if check_mode:
        return {"changed": True, "params": sent, "found": found}
    response = send(client, known.command, sent, params["poll_async"])
    if guard != "unless" and params["poll_async"]:
        found = look()
        _refuse_failure(known.command, guard, params[guard]["command"], found)
    return {"changed": True, "params": sent, "response": response, "found": found}


def _only_id(found: list[Any]) -> Any:
    if len(found) == 1 and found[0].get("id"):
        return found[0]["id"]
    ids = ", ".join(str(one.get("id")) for one in found)
    raise OptionError("removes", f"removes: it finds {len(found)} things ({ids}). Let it find one, or give params.id.")


def _refuse_failure(command: str, guard: str, looked: str, found: list[Any]) -> None:
    """Refuse to call a thing made that is not there, or gone that is."""
    if bool(found) != (guard == "creates"):
        what = "still finds it" if found else "finds nothing"
        raise CloudError(
            f"{guard}: {command} was done, and {looked} {what}. Let {guard} look for just what {command} {guard}.",
            command=command,
            option=guard,
        )


def send(client: Client, command: str, params: Mapping[str, Any], wait: bool = True) -> dict[str, Any]:
    """Send a write and return what it answers, or what its job ends with, as the server wraps it."""
    answer = client.call(command, params)
    if "jobid" not in answer or not wait:
        return done(command, answer)
    result = client.wait_for(command, str(answer["jobid"]))
    return result if isinstance(result, dict) else {"value": result}


def read(client: Client, command: str, params: Mapping[str, Any]) -> dict[str, Any]:
    """What a reading command answers; of a list all pages, unless the task asks for one."""
    whole = command.startswith("list") and command not in UNPAGED and not {"page", "pagesize"} & set(params)
    if not whole:
        return client.call(command, params)
    try:
        answer = client.call(command, {**params, "page": 1, "pagesize": PAGE_SIZE})
    except ApiError:
        return client.call(command, params)
    key = next((name for name, value in answer.items() if isinstance(value, list)), "")
    number = 1
    while key and len(answer[key]) < int(answer.get("count", 0)):
        number += 1
        rows, _count = client.page(command, params, number, key)
        if not rows:
            break
        answer = {**answer, key: [*answer[key], *rows]}
    return answer


def rows_of(answer: Mapping[str, Any]) -> list[Any]:
    """The items of a list's answer, or the one thing that another answer holds."""
    rows = next((value for value in answer.values() if isinstance(value, list)), None)
    if rows is not None:
        return rows
    inner = [value for name, value in answer.items() if name != "count"]
    return inner if len(inner) == 1 and isinstance(inner[0], Mapping) else [dict(answer)] if inner else []


def _look(client: Client, option: str, guard: Mapping[str, Any]) -> Callable[[], list[Any]]:
    """What looks for the things that a guard speaks of."""
    command = guard["command"]
    if not is_read(command):
        raise OptionError(option, f"{option}.command: '{command}' changes something. Name a command that lists.")
    try:
        sent = Known.ask(client, command).check(guard.get("params") or {})
    except OptionError as error:
        raise error.placed(option) from None
    wanted = {str(key): value for key, value in (guard.get("where") or {}).items()}
    return lambda: [row for row in rows_of(read(client, command, sent)) if fits(row, wanted)]


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

    def check(self, given: Mapping[str, Any], spared: str = "") -> dict[str, Any]:
        """The parameters of a task, spelt as the server spells them.

        :param spared: a parameter that may be missing all the same.
        :raises OptionError: there is no such parameter; one is missing, or its value is of no use.
        """
        if self.params is None:
            return dict(given)
        sent = {}
        for name, value in given.items():
            word = PARTS.split(str(name), 1)[0]
            one = self.params.get(word.lower())
            if one is None:
                what = f"params.{name}: {self.command} has no parameter"
                raise OptionError(f"params.{name}", _unknown(what, word, self.params))
            _check_value(self.command, one, name, value)
            sent[f"{one['name']}{str(name)[len(word) :]}"] = value
        held = {PARTS.split(name, 1)[0].lower() for name in sent} | {spared}
        missing = sorted(name for name in self.params if self.needs(name) and name not in held)
        if missing:
            raise OptionError(
                f"params.{missing[0]}", f"params: {self.command} needs {', '.join(missing)}. Give what is missing."
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


def _check_value(command: str, one: Mapping[str, Any], name: str, value: Any) -> None:
    """Refuse what the server would take for something else: it reads any word but true as false."""
    kind = str(one.get("type"))
    if kind == "boolean" and text(value).lower() not in ("true", "false"):
        raise OptionError(f"params.{name}", f"params.{name}: {command} takes true or false, and not '{value}'.")
    if kind in WHOLE_NUMBERS and not re.match(r"-?\d+$", text(value)):
        raise OptionError(f"params.{name}", f"params.{name}: {command} takes a whole number, and not '{value}'.")
