# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The API keys of a user who has nothing but a password: the first step on a new cloud."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Callable, Iterator, Mapping

from . import jobs
from .arguments import Surface
from .client import Client
from .errors import ApiError, CloudError, OptionError, OutcomeUnknown
from .session import Session
from .settings import CONNECTION_OPTIONS, TO_LOG_IN

ARGUMENTS: dict[str, dict[str, Any]] = {
    "username": {"type": "str", "required": True},
    "password": {"type": "str", "required": True, "no_log": True},
    "initial_password": {"type": "str", "no_log": False},
    "domain": {"type": "str"},
}
"""A new cloud's password is the word C(password): to mask it would mask half of what is shown. Any other is masked."""


def api_keys_arguments() -> dict[str, Any]:
    """Keyword arguments for the AnsibleModule of api_keys. The syslog gets none of the options."""
    return {"argument_spec": {**ARGUMENTS, **CONNECTION_OPTIONS}, "supports_check_mode": True, "no_log": True}


def api_keys_work(client: Client, params: Mapping[str, Any], check_mode: bool) -> dict[str, Any]:
    """Do the work of the module api_keys and return its result.

    :raises OptionError: the server accepts neither password.
    :raises CloudError: the keys are there, but the server does not accept them.
    """
    with _logged_in(client, params) as (session, initial):
        if initial and not check_mode:
            _change_password(session, params)
        found = _keys(session)
        before = {"keys_registered": bool(found), "has_initial_password": initial}
        after = {"keys_registered": True, "has_initial_password": False}
        if not (found or check_mode):
            found = _registered(session)
        if found:
            _verify(client, found, params["username"])
        return _result(session, params, before, after, found)


@contextmanager
def _logged_in(client: Client, params: Mapping[str, Any]) -> Iterator[tuple[Session, bool]]:
    """A session, and whether the password is the one that is to be changed."""
    session = Session(client.settings, client.sleep)
    try:
        for option in ("password", "initial_password"):
            if params[option] and session.log_in(params["username"], params[option], params["domain"] or ""):
                yield session, option == "initial_password"
                return
        raise _not_let_in(params)
    finally:
        session.log_out()


def _not_let_in(params: Mapping[str, Any]) -> OptionError:
    user = f"'{params['username']}' of the domain '{params['domain'] or 'ROOT'}'"
    also = ", nor with initial_password" if params["initial_password"] else ""
    return OptionError(
        "password",
        f"password: the server does not let {user} in with this password{also}. Check user name, domain and password, "
        "and that the user is enabled: too many wrong passwords disable a user.",
    )


def _keys(session: Session) -> dict[str, str]:
    """The pair of keys of the user who has logged in, or nothing."""
    answer = session.call("getUserKeys", {"id": session.user["userid"]})
    keys = answer.get("userkeys") or answer
    key, secret = keys.get("apikey"), keys.get("secretkey")
    return {"key": str(key), "secret": str(secret)} if key and secret else {}


def _registered(session: Session) -> dict[str, str]:
    """Have keys made, and read them: whether the server answers at once or by a job, they are read in one way."""
    _surely(session, "registerUserKeys", {"id": session.user["userid"]}, lambda: bool(_keys(session)))
    found = _keys(session)
    if not found:
        raise CloudError("registerUserKeys succeeded, but getUserKeys shows no keys.", command="registerUserKeys")
    return found


def _change_password(session: Session, params: Mapping[str, Any]) -> None:
    change = {
        "id": session.user["userid"],
        "password": params["password"],
        "currentpassword": params["initial_password"],
    }

    def changed() -> bool:
        trial = Session(session.settings, session.sleep)
        try:
            return trial.log_in(params["username"], params["password"], params["domain"] or "")
        finally:
            trial.log_out()

    _surely(session, "updateUser", change, changed)


def _surely(session: Session, command: str, params: Mapping[str, Any], is_done: Callable[[], bool]) -> None:
    """Send a write; where its answer is lost, look whether it was done, and else send it once more."""
    try:
        session.run(command, params)
    except OutcomeUnknown:
        jobs.settle(session, command)
        if not is_done():
            session.run(command, params)


def _verify(client: Client, keys: Mapping[str, str], username: str) -> None:
    """See that the server accepts a request signed with the keys; a role that allows little is no objection."""
    signed = Client(replace(client.settings, key=keys["key"], secret=keys["secret"]), client.sleep)
    try:
        signed.call("listCapabilities")
    except ApiError as error:
        if error.code == 401:
            raise CloudError(
                f"'{username}' has API keys, but the server does not accept them. Check api_key_access of the user, "
                "of the account and of the domain (setting api.key.access), the validity of the keys, and the clock of "
                "this machine.",
                **error.failure,
            ) from None
        if not error.says_not_allowed:
            raise


def _result(
    session: Session, params: Mapping[str, Any], before: dict[str, Any], after: dict[str, Any], found: Mapping[str, str]
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "changed": before != after,
        "id": session.user.get("userid"),
        "username": params["username"],
        "account": session.user.get("account"),
        **after,
    }
    if found:
        result.update(user_api_key=found["key"], user_api_secret=found["secret"])
    if before != after:
        result["diff"] = {"before": before, "after": after}
    return result


API_KEYS = Surface(api_keys_work, api_keys_arguments, TO_LOG_IN)
"""The module api_keys."""
