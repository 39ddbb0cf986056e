"""Replay a recorded flow against the simulator and compare every answer's shape."""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "extensions" / "simulator"), str(Path(__file__).parent)]

from compare import differences, pairs, value_differences  # noqa: E402

from cloudstack_simulator import Simulator  # noqa: E402
from cloudstack_simulator.auth import expires_in, sign  # noqa: E402
from cloudstack_simulator.context import Caller  # noqa: E402

FLOWS = Path(__file__).with_name("flows")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
CHOSEN = re.compile(UUID.pattern + r"|^\d+\.\d+\.\d+\.\d+$")
MAX_POLLS = 50
POLL = "queryAsyncJobResult"
PORTABLE_RANGE = {
    "regionid": "1",
    "startip": "203.0.113.10",
    "endip": "203.0.113.20",
    "gateway": "203.0.113.1",
    "netmask": "255.255.255.0",
}
"""The recorded server already had it in its region; that is why zone-basic's guest range is refused."""
AGENT = "SimulatedAgent."
# Who sent which steps, where it was not the admin: the recordings do not say, their answers do.
CALLERS = {"tenancy-and-admin": {"u-f2": range(25, 40)}}


@dataclass
class Step:
    """One recorded exchange."""

    number: int
    method: str
    command: str
    params: dict[str, str]
    status: int
    response: Any
    auth: str | None = None
    caller: str | None = None


@dataclass
class Mismatch:
    """Where an answer differs from the recording."""

    step: Step
    what: str

    def __str__(self) -> str:
        return f"  step {self.step.number} {self.step.command}: {self.what}"


@dataclass
class Result:
    """How a replay went: steps compared, those left out with the reason, mismatches of shape, and of values."""

    flow: str
    total: int = 0
    mismatches: list[Mismatch] = field(default_factory=list)
    values: list[Mismatch] = field(default_factory=list)
    allowed: dict[int, str] = field(default_factory=dict)

    @property
    def matched(self) -> int:
        """How many steps agree."""
        return self.total - len({mismatch.step.number for mismatch in self.mismatches})

    def report(self) -> str:
        """`flow: matched/total` and the mismatches."""
        return "\n".join([f"{self.flow}: {self.matched}/{self.total}", *map(str, self.mismatches)])


def steps(flow: str) -> list[Step]:
    """The steps of a flow; the polls of one job in a row count as their last answer."""
    with gzip.open(FLOWS / f"{flow}.jsonl.gz", "rt", encoding="utf-8") as source:
        recorded = [json.loads(line) for line in source]
    result: list[Step] = []
    callers = {number: name for name, numbers in CALLERS.get(flow, {}).items() for number in numbers}
    for number, item in enumerate(recorded):
        sent = (item[name] for name in ("method", "command", "params", "status", "response"))
        step = Step(number, *sent, auth=item.get("auth"), caller=callers.get(number))
        if result and step.command == POLL and result[-1].command == POLL and result[-1].params == step.params:
            result.pop()
        result.append(step)
    return result


class Replay:
    """Replays flows over one simulator; what it learned of ids stays between flows."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._words: dict[str, str] = {}

    def run(self, flow: str, skip: dict[int, str] | None = None) -> Result:
        """Replay a flow; `skip` names steps that depend on what else the recorded server held, with the reason."""
        result = Result(flow, allowed=dict(skip or {}))
        for step in steps(flow):
            if step.number in result.allowed:
                continue
            result.total += 1
            status, body = self._send(step)
            result.mismatches += [Mismatch(step, text) for text in self._compare(step, status, body)]
            self._learn(step.response, body)
            if status == step.status:
                found = value_differences(step.response, body, self._mapped, self._same)
                result.values += [Mismatch(step, text) for text in found if AGENT not in text]
        return result

    def _send(self, step: Step) -> tuple[int, Any]:
        params = {name: self._mapped(value) for name, value in step.params.items()}
        if step.auth or step.command == "login":
            return self._over_http(step, params)
        for _ in range(MAX_POLLS):
            status, body = self._simulator.call(step.command, params, self._caller(step))
            content = next(iter(body.values()))
            if step.command != POLL or status != 200 or content["jobstatus"] or not _job_status(step):
                break
        return status, body

    def _caller(self, step: Step) -> Caller:
        if step.caller is None:
            return self._simulator.admin()
        user = self._simulator.store.first("user", username=step.caller)
        assert user is not None, f"no user {step.caller} at step {step.number}"
        return self._simulator.caller_of(user)

    def _over_http(self, step: Step, params: dict[str, str]) -> tuple[int, Any]:
        """Send what only HTTP can show: defects of the signature, and the login."""
        key, secret = (self._simulator.api_key, self._simulator.secret_key)
        query = {**params, "command": step.command, "response": "json"}
        if step.command == "login":
            query |= {"password": self._simulator.password} if step.status == 200 else {}
        else:
            validity = -60 if step.auth == "expired signature" else 60
            query |= {
                "apikey": "nobody" if step.auth == "unknown api key" else key,
                "signatureversion": "3",
                "expires": expires_in(validity, self._simulator.clock()),
            }
            query["signature"] = sign(query, "wrong" if step.auth == "wrong signature" else secret)
        place = "data" if step.method == "POST" else "params"
        with self._simulator.serve() as server:
            answer = requests.request(step.method, server.url, timeout=10, **{place: query})
        is_json = answer.headers["Content-Type"].startswith("application/json")
        return answer.status_code, answer.json() if is_json else answer.text

    def _mapped(self, value: str) -> str:
        if value in self._words:
            return self._words[value]
        return UUID.sub(lambda match: self._words.get(match[0], match[0]), value)

    def _compare(self, step: Step, status: int, body: Any) -> Iterator[str]:
        if status != step.status:
            yield f"status {status}, recorded {step.status}: {json.dumps(body)[:300]}"
            return
        if isinstance(step.response, str) or isinstance(body, str):
            if step.response != body:
                yield f"body {body!r}, recorded {step.response!r}"
            return
        envelope, content = next(iter(body.items()))
        recorded_envelope, recorded = next(iter(step.response.items()))
        if envelope != recorded_envelope:
            yield f"envelope {envelope}, recorded {recorded_envelope}"
        for code in ("errorcode", "cserrorcode", "jobstatus", "jobresultcode", "cmd", "jobinstancetype"):
            if isinstance(recorded, dict) and recorded.get(code) != content.get(code):
                yield f"{code} {content.get(code)}, recorded {recorded.get(code)}: {json.dumps(content)[:300]}"
        yield from differences(recorded, content)

    def _learn(self, recorded: Any, given: Any) -> None:
        if isinstance(recorded, dict) and isinstance(given, dict):
            for name in recorded.keys() & given.keys():
                self._learn(recorded[name], given[name])
        elif isinstance(recorded, list) and isinstance(given, list):
            for item, partner in pairs(recorded, given, self._same):
                self._learn(item, partner)
        elif isinstance(recorded, str) and isinstance(given, str):
            for word, counterpart in zip(CHOSEN.findall(recorded), CHOSEN.findall(given), strict=False):
                self._words.setdefault(word, counterpart)

    def _same(self, recorded: Any, given: Any) -> bool:
        if not isinstance(recorded, dict) or not isinstance(given, dict):
            return False
        if "id" in recorded and recorded["id"] in self._words:
            return self._words[recorded["id"]] == given.get("id")
        for name in ("name", "traffictype", "displaytext", "startip", "key"):
            if name in recorded:
                return self._mapped(str(recorded[name])) == given.get(name)
        return False


def _job_status(step: Step) -> int:
    content = next(iter(step.response.values()))
    return int(content.get("jobstatus", 1))


def main(arguments: list[str] | None = None) -> int:
    """Replay `flow[+flow...]` given on the command line; 1 when anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--values", action="store_true", help="show too where values differ")
    parser.add_argument("flows", nargs="+", help="flow, or flow+flow for one cloud")
    worst = 0
    options = parser.parse_args(arguments)
    for chain in options.flows:
        replay = Replay(Simulator(api_key="k", secret_key="s"))
        for flow in chain.split("+"):
            result = replay.run(flow)
            print(result.report())
            if options.values:
                print("\n".join(map(str, result.values)))
            worst = max(worst, int(bool(result.mismatches)))
    return worst


if __name__ == "__main__":
    sys.exit(main())
