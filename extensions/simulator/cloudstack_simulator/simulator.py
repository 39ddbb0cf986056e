"""One simulated cloud: its records, jobs, faults and the calls it got."""

from __future__ import annotations

import json
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import seed
from .auth import Authenticator
from .context import Caller
from .dispatch import Dispatcher
from .downloads import Downloads
from .faults import TEXTS, Fault, Faults
from .jobs import Jobs
from .params import MAX_PAGE_SIZE
from .store import Record, Store
from .surface import is_write

if TYPE_CHECKING:
    import ssl

    from .control import ControlServer
    from .server import Server

# Calls beyond this number push the older half out.
MAX_CALLS = 200_000
UNRECORDED = frozenset({"command", "response", "apikey", "signature", "signatureversion", "expires", "sessionkey"})
SECRET_PARAMS = frozenset({"password", "secretkey", "privatekey", "usersecretkey", "currentpassword"})


@dataclass(frozen=True)
class Call:
    """One API call as it came: `params` without credentials, the HTTP `status` given, and whether it `write`s."""

    command: str
    params: dict[str, str]
    status: int
    write: bool = field(default=False)


@dataclass
class _Ahead:
    """A clock that goes `seconds` before another."""

    base: Callable[[], float]
    seconds: float = 0.0

    def __call__(self) -> float:
        return self.base() + self.seconds


class Dropped(ConnectionError):
    """The fault that was ordered drops the connection instead of answering."""


class Simulator:
    """An in-memory cloud. `request` calls it directly; `serve` puts it on HTTP.

    api_key, secret_key: those of the admin, empty where none were made yet; strict: refuse parameters that a command
    does not have; clock: seconds since the epoch, injectable; state_file: load the cloud from there when it exists, and
    save it there after every write; password: the admin's, for `login`. Its attribute `largest_page` is the most items
    that a page may have, which a real server reads from `default.page.size` when it starts.
    """

    def __init__(
        self,
        api_key: str,
        secret_key: str,
        *,
        strict: bool = False,
        password: str = "password",
        clock: Callable[[], float] = time.time,
        state_file: str | os.PathLike[str] | None = None,
    ) -> None:
        self.api_key = api_key
        self.secret_key = secret_key
        self.strict = strict
        self.password = password
        self.clock = clock
        self.started = clock()
        self.largest_page = MAX_PAGE_SIZE
        self.lock = threading.RLock()
        self.store = Store()
        self.faults = Faults()
        self.downloads = Downloads()
        self.calls: list[Call] = []
        self.defects: list[str] = []
        self.auth = Authenticator(self)
        self._dispatcher = Dispatcher(self)
        self.jobs = Jobs(self.store, self.now, self._dispatcher.finish)
        self._state_file = Path(state_file) if state_file else None
        seed.fill(self.store)
        if self._state_file and self._state_file.exists():
            self.load(json.loads(self._state_file.read_text(encoding="utf-8")))

    def advance(self, seconds: float) -> None:
        """Set the cloud's clock forward; the validity of signatures still goes by the clock that was given."""
        with self.lock:
            if not isinstance(self.clock, _Ahead):
                self.clock = _Ahead(self.clock)
            self.clock.seconds += seconds
            self.jobs.advance()

    def wall_clock(self) -> float:
        """Seconds since the epoch by the clock that was given, however far the cloud's own was set forward."""
        return self.clock.base() if isinstance(self.clock, _Ahead) else self.clock()

    def now(self) -> float:
        """Seconds since the epoch by the clock of the moment, which may be exchanged."""
        return self.clock()

    @property
    def writes(self) -> int:
        """How many of the calls so far were writes (see `surface.is_write`)."""
        return sum(1 for call in self.calls if call.write)

    def clear_calls(self) -> None:
        """Forget the calls so far."""
        with self.lock:
            self.calls.clear()

    def reset(self) -> None:
        """Back to a fresh cloud; calls, faults and sessions forgotten. The job policy stays."""
        with self.lock:
            self.store.load({"kinds": {}, "next": {}})
            seed.fill(self.store)
            self.faults.clear()
            self.downloads = Downloads()
            self.auth.forget_sessions()
            self.calls.clear()
            self.defects.clear()

    def dump(self) -> dict[str, Any]:
        """The whole state, JSON-able. It holds the users' keys and passwords: treat it as a secret."""
        with self.lock:
            return {"format": 1, **self.store.dump()}

    def load(self, state: dict[str, Any]) -> None:
        """Replace the state by what `dump` gave."""
        with self.lock:
            if state.get("format") != 1:
                raise ValueError("not a state of this simulator: format 1 expected")
            if not any(user["id"] == seed.ADMIN_USER for user in state["kinds"]["user"]):
                raise ValueError("not a whole state: the admin is missing")
            self.store.load(state)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the state to a file in one step: readers see the old one or the new one."""
        target = Path(path)
        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with self.lock, os.fdopen(descriptor, "w", encoding="utf-8") as out:
                out.write(json.dumps({"format": 1, **self.store.held()}))
            os.replace(temporary, target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def request(self, command: str, **params: Any) -> tuple[int, dict[str, Any]]:
        """Call the API as the admin, without HTTP: status and body. Names with dots go in through a ** dict."""
        raw = {name: _text(value) for name, value in params.items()}
        return self.call(command, raw, self.admin())

    def call(self, command: str, raw: dict[str, str], caller: Caller) -> tuple[int, dict[str, Any]]:
        """One call of a known caller: struck by faults, recorded, saved. Dropped when a fault cuts the connection."""
        with self.lock:
            fault, changes = self.faults.strike(command), self.jobs.changes
            if fault and fault.kind == "close_before":
                raise Dropped(command)
            if command != "queryAsyncJobResult":
                self.jobs.called()
            status, body = self._answer(command, raw, caller, fault)
            self.record(command, raw, status)
            if self._state_file and (is_write(command) or self.jobs.changes != changes):
                self.save(self._state_file)
        if fault and fault.kind in ("close_after", "truncate"):
            raise Dropped(command) if fault.kind == "close_after" else Truncated(status, body)
        if fault and fault.kind == "slow":
            threading.Event().wait(fault.seconds)
        return status, body

    @contextmanager
    def unobserved(self) -> Iterator[None]:
        """Calls in here are not recorded, meet no fault and are saved together at the end."""
        with self.lock:
            calls, faults, file = self.calls, self.faults, self._state_file
            self.calls, self.faults, self._state_file = [], Faults(), None
            try:
                yield
            finally:
                self.calls, self.faults, self._state_file = calls, faults, file
            if file:
                self.save(file)

    def record(self, command: str, raw: dict[str, str], status: int) -> None:
        """Note a call that was answered."""
        kept = {name: _masked(name, value) for name, value in raw.items() if name.lower() not in UNRECORDED}
        with self.lock:
            self.calls.append(Call(command, kept, status, is_write(command)))
            if len(self.calls) > MAX_CALLS:
                del self.calls[: MAX_CALLS // 2]

    def admin(self) -> Caller:
        """The root administrator."""
        return self.caller_by_id(seed.ADMIN_USER)

    def caller_by_id(self, user_id: str) -> Caller:
        """The caller with this user id; the system's own work (an empty id) runs as the admin."""
        user = self.store.need("user", user_id or seed.ADMIN_USER)
        return self.caller_of(user)

    def caller_of(self, user: Record) -> Caller:
        """The caller that a user record is."""
        account = self.store.need("account", user["accountid"])
        return Caller(
            user,
            account,
            self.store.need("domain", account["domainid"]),
            self.store.need("role", account["roleid"]),
        )

    def serve(
        self, host: str = "127.0.0.1", port: int = 0, *, signed: bool = True, tls: ssl.SSLContext | None = None
    ) -> Server:
        """An HTTP server of this cloud, to be used as a context manager; port 0 takes a free one.

        signed: ask for a signature or a session; without, every request is the admin's (the integration port).
        tls: speak HTTPS with this context, which holds a certificate and its key.
        """
        from .server import Server

        return Server(self, host, port, signed=signed, tls=tls)

    def serve_control(self, port: int = 0) -> ControlServer:
        """The control plane on loopback, to be used as a context manager; port 0 takes a free one."""
        from .control import ControlServer

        return ControlServer(self, port)

    def _answer(
        self, command: str, raw: dict[str, str], caller: Caller, fault: Fault | None
    ) -> tuple[int, dict[str, Any]]:
        if fault and fault.kind in TEXTS:
            status = int(fault.kind)
            error = {"uuidList": [], "errorcode": status, "cserrorcode": 9999, "errortext": TEXTS[fault.kind]}
            return status, {f"{command.lower()}response": error}
        return self._dispatcher.answer(command, raw, caller)


class Truncated(Exception):
    """The fault that was ordered cuts the answer short; it carries the whole answer."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status)
        self.status = status
        self.body = body


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return ",".join(str(part) for part in value)
    return str(value)


def _masked(name: str, value: str) -> str:
    return "********" if name.lower().rsplit(".", 1)[-1] in SECRET_PARAMS else value
