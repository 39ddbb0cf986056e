"""The control plane: what a person or a test in another process steers and reads. JSON, and one page for a browser."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from . import jobs
from .registry import simulated
from .surface import DATA
from .web import Handler, Listener, is_loopback

if TYPE_CHECKING:
    from .simulator import Simulator

PREFIX = "/simulator/"
LAST_CALLS = 20
SHOWN = 100
POLICIES = {
    "at_once": jobs.AtOnce,
    "after_polls": jobs.AfterPolls,
    "after_seconds": jobs.AfterSeconds,
    "fail": jobs.Fail,
    "never": jobs.Never,
}
MACHINE_FIELDS = ("name", "state", "ipaddress", "zonename", "account")


class ControlServer(Listener):
    """The control plane of a cloud, on loopback and a port of its own."""

    def __init__(self, simulator: Simulator, port: int = 0) -> None:
        super().__init__(_Requests, "127.0.0.1", port, Control(simulator))

    @property
    def url(self) -> str:
        """Where the routes begin; `/` beside it is the page."""
        return f"{self.origin}{PREFIX}"


class Control:
    """Answers the routes; GET reads, POST acts."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._routes = {
            ("GET", "calls"): self._calls,
            ("POST", "calls/clear"): self._clear,
            ("GET", "counters"): self._counters,
            ("GET", "commands"): self._commands,
            ("POST", "reset"): self._reset,
            ("GET", "faults"): self._list_faults,
            ("POST", "faults"): self._fault,
            ("POST", "faults/clear"): self._clear_faults,
            ("POST", "policy"): self._policy,
            ("GET", "clock"): self._clock,
            ("POST", "clock"): self._advance,
            ("GET", "state"): self._dump,
            ("POST", "state"): self._load,
            ("GET", "status"): self._status,
        }

    def answer(self, method: str, name: str, body: bytes | None) -> tuple[int, Any]:
        """Status and JSON-able body of one control request; a body that does not fit is 400."""
        route = self._routes.get((method, name.strip("/")))
        if route is None:
            return 404, {"error": f"no {method} {name}; one of {sorted(' '.join(key) for key in self._routes)}"}
        try:
            given = json.loads(body) if body else {}
            if not isinstance(given, dict):
                raise ValueError("the body is to be a JSON object")
            with self._simulator.lock:
                return 200, route(given)
        except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
            return 400, {"error": f"{type(error).__name__}: {error}"}

    def _calls(self, _given: dict[str, Any]) -> Any:
        calls = [asdict(call) for call in self._simulator.calls]
        return {"calls": calls, "writes": self._simulator.writes, "defects": list(self._simulator.defects)}

    def _clear(self, _given: dict[str, Any]) -> Any:
        self._simulator.clear_calls()
        return {"done": True}

    def _counters(self, _given: dict[str, Any]) -> Any:
        commands: dict[str, int] = {}
        statuses: dict[str, int] = {}
        for call in self._simulator.calls:
            commands[call.command] = commands.get(call.command, 0) + 1
            statuses[str(call.status)] = statuses.get(str(call.status), 0) + 1
        total = len(self._simulator.calls)
        return {"calls": total, "writes": self._simulator.writes, "commands": commands, "statuses": statuses}

    def _commands(self, _given: dict[str, Any]) -> Any:
        return {"commands": simulated()}

    def _reset(self, _given: dict[str, Any]) -> Any:
        self._simulator.reset()
        return {"done": True}

    def _list_faults(self, _given: dict[str, Any]) -> Any:
        return {"faults": [asdict(fault) for fault in self._simulator.faults.waiting()]}

    def _fault(self, given: dict[str, Any]) -> Any:
        self._simulator.faults.add(**given)
        return {"done": True}

    def _clear_faults(self, _given: dict[str, Any]) -> Any:
        self._simulator.faults.clear()
        return {"done": True}

    def _policy(self, given: dict[str, Any]) -> Any:
        options = dict(given)
        name = options.pop("name")
        if name not in POLICIES:
            raise ValueError(f"no policy {name}; one of {sorted(POLICIES)}")
        for option in ("polls", "calls", "seconds", "nth"):
            if not isinstance(options.get(option, 0), (int, float)):
                raise ValueError(f"{option} is to be a number")
        self._simulator.jobs.policy = POLICIES[name](**options)
        return {"done": True}

    def _clock(self, _given: dict[str, Any]) -> Any:
        return {"now": self._simulator.now()}

    def _advance(self, given: dict[str, Any]) -> Any:
        self._simulator.advance(float(given["advance"]))
        return {"now": self._simulator.now()}

    def _dump(self, _given: dict[str, Any]) -> Any:
        return self._simulator.dump()

    def _load(self, given: dict[str, Any]) -> Any:
        self._simulator.load(given)
        return {"done": True}

    def _status(self, _given: dict[str, Any]) -> Any:
        """What the page shows: the cloud's zones, hosts and instances, and what it was asked last."""
        simulator, store = self._simulator, self._simulator.store
        zones = {zone["id"]: zone["name"] for zone in store.all("zone")}

        def machines(kind: str) -> list[dict[str, Any]]:
            found = [{"zonename": zones.get(record.get("zoneid"), ""), **record} for record in store.all(kind)[-SHOWN:]]
            return [{name: record.get(name, "") for name in MACHINE_FIELDS} for record in found]

        calls = [
            {"command": call.command, "status": call.status, "write": call.write}
            for call in simulator.calls[-LAST_CALLS:]
        ]
        return {
            "zones": [
                {"name": z["name"], "networktype": z["networktype"], "allocationstate": z["allocationstate"]}
                for z in store.all("zone")
            ],
            "hosts": machines("host"),
            "instances": machines("virtualmachine"),
            "counts": {kind: store.count(kind) for kind in ("zone", "host", "virtualmachine", "network")},
            "calls": list(reversed(calls)),
            "asked": len(simulator.calls),
            "writes": simulator.writes,
            "pending_jobs": sum(not job["_internal"] for job in simulator.jobs.pending()),
            "faults": len(simulator.faults),
            "defects": len(simulator.defects),
        }


@lru_cache(maxsize=1)
def _page() -> bytes:
    return DATA.joinpath("status.html").read_bytes()


class _Requests(Handler):
    def route(self, body: bytes | None) -> None:
        """Answer a control request, unless a page from elsewhere sent it."""
        try:
            path = urlsplit(self.path).path
            foreign = not self._from_here()
        except ValueError:
            path, foreign = "", False
        if foreign:
            self._json(403, {"error": "only requests of this machine's own are answered"})
        elif path == "/" and body is None:
            policy = "default-src 'self'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"
            self.send(200, _page(), "text/html; charset=UTF-8", {"Content-Security-Policy": policy})
        elif path.startswith(PREFIX):
            self._json(*self.server.owner.answer(self.command, path[len(PREFIX) :], body))
        else:
            self._json(404, {"error": f"nothing is at {path}; the routes begin with {PREFIX}"})

    def _from_here(self) -> bool:
        """Whether the request names this machine as its target, and no other site as its origin."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
        origin = self.headers.get("Origin")
        return is_loopback(host) and origin in (None, f"http://{self.headers.get('Host')}")

    def _json(self, status: int, answer: Any) -> None:
        self.send(status, json.dumps(answer).encode(), "application/json")
