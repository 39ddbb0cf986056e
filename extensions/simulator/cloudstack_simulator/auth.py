"""Who is calling: signatures (version 1 and 3) and sessions."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import time
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from . import errors
from .context import Caller
from .store import Record

if TYPE_CHECKING:
    from .simulator import Simulator

EXPIRES_FORM = "%Y-%m-%dT%H:%M:%S%z"
SESSION_SECONDS = 1800


def sign(params: dict[str, str], secret: str) -> str:
    """The signature of a request: HMAC-SHA1 over the sorted, encoded, lower-cased parameters, in base64."""
    parts = [f"{name}={_encode(value)}" for name, value in sorted(params.items())]
    digest = hmac.new(secret.encode(), "&".join(parts).lower().encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()


def _same(one: str, other: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def _encode(value: str) -> str:
    return quote(value, safe="*", errors="replace")


class Authenticator:
    """Finds the caller of a request, or refuses it."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._sessions: dict[str, tuple[str, str, float]] = {}

    @property
    def sessions(self) -> int:
        """How many sessions are open."""
        return len(self._sessions)

    def forget_sessions(self) -> None:
        """Log everyone out."""
        self._sessions.clear()

    def caller(self, params: dict[str, str], cookie: str | None) -> Caller:
        """The caller of a request with these parameters and this JSESSIONID cookie; ApiError 401 for nobody."""
        named = {name.lower(): value for name, value in params.items()}
        if "apikey" in named:
            return self._signed(params, named)
        if "sessionkey" in named and cookie:
            return self._in_session(named["sessionkey"], cookie)
        raise errors.unauthorized()

    def log_in(self, params: dict[str, str]) -> tuple[dict[str, Any], str]:
        """Open a session: the content of the login answer, and the JSESSIONID. ApiError 531 for wrong credentials."""
        named = {name.lower(): value for name, value in params.items()}
        domain = self._domain(named)
        user = self._user(named.get("username", ""), domain)
        if user is None or not _same(self._password(user), named.get("password", "")):
            number = domain["_number"] if domain else 1
            raise errors.ApiError(
                errors.ACCOUNT,
                f"Failed to authenticate user {named.get('username')} in domain {number}; "
                "please provide valid credentials",
                None,
            )
        caller = self._simulator.caller_of(user)
        cookie, key = secrets.token_hex(16), secrets.token_urlsafe(20)
        self._sessions[cookie] = (key, user["id"], self._simulator.clock() + SESSION_SECONDS)
        return _login_answer(caller, key), cookie

    def log_out(self, cookie: str | None) -> None:
        """Close a session; a cookie of none is no error."""
        self._sessions.pop(cookie or "", None)

    def _signed(self, params: dict[str, str], named: dict[str, str]) -> Caller:
        found = self._by_key(named["apikey"])
        if found is None:
            raise errors.unauthorized()
        user, secret, rules = found
        signed = {name: value for name, value in params.items() if name.lower() != "signature"}
        if not _same(sign(signed, secret), named.get("signature", "")):
            raise errors.unauthorized()
        if named.get("signatureversion") == "3" and not self._still_valid(named.get("expires", "")):
            raise errors.unauthorized()
        caller = self._simulator.caller_of(user)
        if not user["state"] == caller.account["state"] == "enabled":
            raise errors.unauthorized()
        return replace(caller, rules=rules)

    def _still_valid(self, expires: str) -> bool:
        try:
            return datetime.strptime(expires, EXPIRES_FORM).timestamp() >= self._simulator.wall_clock()
        except ValueError:
            return False

    def _by_key(self, key: str) -> tuple[Record, str, tuple[Record, ...]] | None:
        """The user who has an API key, the secret that goes with it, and the rules that narrow the pair."""
        simulator = self._simulator
        if simulator.api_key and _same(key, simulator.api_key):
            return simulator.admin().user, simulator.secret_key, ()
        pair = simulator.store.first("userkey", _apikey=key)
        if pair is not None:
            user = simulator.store.get("user", pair["userid"])
            return (user, pair["_secretkey"], tuple(pair["_rules"])) if user else None
        user = simulator.store.first("user", _apikey=key)
        return (user, user["_secretkey"], ()) if user and user.get("_secretkey") else None

    def _in_session(self, key: str, cookie: str) -> Caller:
        held, user_id, until = self._sessions.get(cookie, ("", "", 0.0))
        if not held or not _same(held, key) or until < self._simulator.clock():
            raise errors.unauthorized()
        self._sessions[cookie] = (held, user_id, self._simulator.clock() + SESSION_SECONDS)
        return self._simulator.caller_by_id(user_id)

    def _domain(self, named: dict[str, str]) -> Record | None:
        path = "/".join(["ROOT", *[part for part in named.get("domain", "").split("/") if part]])
        return self._simulator.store.first("domain", path=path)

    def _user(self, username: str, domain: Record | None) -> Record | None:
        if domain is None:
            return None
        store = self._simulator.store
        for user in store.where("user", username=username):
            if store.need("account", user["accountid"])["domainid"] == domain["id"] and not user.get("_system"):
                return user
        return None

    def _password(self, user: Record) -> str:
        return user.get("_password", self._simulator.password if user.get("isdefault") else secrets.token_hex())


def _login_answer(caller: Caller, key: str) -> dict[str, Any]:
    return {
        "username": caller.user["username"],
        "userid": caller.user["id"],
        "domainid": caller.domain["id"],
        "timeout": SESSION_SECONDS,
        "account": caller.account["name"],
        "firstname": caller.user["firstname"],
        "lastname": caller.user["lastname"],
        "type": str(caller.account["accounttype"]),
        "timezone": caller.user.get("timezone", "UTC"),
        "timezoneoffset": "0.0",
        "registered": "false",
        "sessionkey": key,
        "is2faenabled": "false",
        "is2faverified": "true",
        "issuerfor2fa": "CloudStack",
        "managementserverid": "993f61c7-4eb3-4080-87cc-2d8d86ef8fe4",
    }


def expires_in(seconds: float, now: float) -> str:
    """An `expires` value that lies `seconds` after `now` (both in seconds)."""
    return time.strftime("%Y-%m-%dT%H:%M:%S+0000", time.gmtime(now + seconds))
