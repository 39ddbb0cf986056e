# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Any command of the API: checked against what the server says of it, guarded, sent, waited for."""

from __future__ import annotations

from typing import Any, Callable, Mapping

from .arguments import Surface
from .client import UNPAGED, Client, done, is_read
from .described import Known, rows_of
from .errors import ApiError, CloudError, OptionError
from .settings import CONNECTION_OPTIONS
from .values import fits

GUARDS = ("creates", "removes", "unless")
GUARD: dict[str, Any] = {
    "type": "dict",
    "options": {
        "command": {"type": "str", "required": True},
        "params": {"type": "dict"},
        "where": {"type": "dict"},
    },
}


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
    sent = known.check(params["params"] or {}, spared=("id",) if guard == "removes" else ())
    result = {"changed": False, "command": known.command, "params": sent, "response": {}}
    if is_read(known.command):
        return {**result, "response": read(client, known.command, sent, params["poll_async"])}
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
    return _ended(client, command, answer)


def _ended(client: Client, command: str, answer: Mapping[str, Any]) -> dict[str, Any]:
    """What the job of a command ends with."""
    result = client.wait_for(command, str(answer["jobid"]))
    return done(command, result) if isinstance(result, dict) else {"value": result}


def read(client: Client, command: str, params: Mapping[str, Any], wait: bool = True) -> dict[str, Any]:
    """What a reading command answers, or its job ends with; of a list all pages, unless the task asks for one."""
    whole = command.startswith("list") and command not in UNPAGED and not {"page", "pagesize"} & set(params)
    if not whole:
        answer = client.call(command, params)
        begun = wait and "jobid" in answer and command != "queryAsyncJobResult"
        return _ended(client, command, answer) if begun else answer
    try:
        answer = client.paged(command, params)
    except ApiError:
        return client.call(command, params)
    key = next((name for name, value in answer.items() if isinstance(value, list)), "")
    if not key:
        return answer
    rows = answer[key]
    return {**answer, key: [*rows, *client.further(command, params, key, len(rows), int(answer.get("count", 0)))]}


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


API = Surface(api_work, api_arguments)
"""The module api."""
