"""The control plane on HTTP: what a test in another process steers and reads, under /simulator/."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from . import jobs
from .registry import simulated

if TYPE_CHECKING:
    from .simulator import Simulator

POLICIES = {
    "at_once": jobs.AtOnce,
    "after_polls": jobs.AfterPolls,
    "after_seconds": jobs.AfterSeconds,
    "fail": jobs.Fail,
    "never": jobs.Never,
}


class Control:
    """Answers /simulator/NAME; GET reads, POST acts. It is there on loopback addresses only."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._routes = {
            ("GET", "calls"): self._calls,
            ("POST", "calls/clear"): self._clear,
            ("GET", "commands"): self._commands,
            ("POST", "reset"): self._reset,
            ("POST", "faults"): self._fault,
            ("POST", "policy"): self._policy,
            ("GET", "state"): self._dump,
            ("POST", "state"): self._load,
        }

    def answer(self, method: str, name: str, body: bytes | None) -> tuple[int, Any]:
        """Status and JSON-able body of one control request; a body that does not fit is 400."""
        route = self._routes.get((method, name.strip("/")))
        if route is None:
            return 404, {"error": f"no {method} {name}; one of {sorted(' '.join(key) for key in self._routes)}"}
        try:
            given = json.loads(body) if body else {}
            with self._simulator.lock:
                return 200, route(given)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            return 400, {"error": str(error)}

    def _calls(self, _given: dict[str, Any]) -> Any:
        calls = [asdict(call) for call in self._simulator.calls]
        return {"calls": calls, "writes": self._simulator.writes, "defects": list(self._simulator.defects)}

    def _clear(self, _given: dict[str, Any]) -> Any:
        self._simulator.clear_calls()
        return {"done": True}

    def _commands(self, _given: dict[str, Any]) -> Any:
        return {"commands": simulated()}

    def _reset(self, _given: dict[str, Any]) -> Any:
        self._simulator.reset()
        return {"done": True}

    def _fault(self, given: dict[str, Any]) -> Any:
        self._simulator.faults.add(**given)
        return {"done": True}

    def _policy(self, given: dict[str, Any]) -> Any:
        options = dict(given)
        name = options.pop("name")
        if name not in POLICIES:
            raise ValueError(f"no policy {name}; one of {sorted(POLICIES)}")
        self._simulator.jobs.policy = POLICIES[name](**options)
        return {"done": True}

    def _dump(self, _given: dict[str, Any]) -> Any:
        return self._simulator.dump()

    def _load(self, given: dict[str, Any]) -> Any:
        self._simulator.load(given)
        return {"done": True}
