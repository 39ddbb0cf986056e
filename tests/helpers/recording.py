"""What a recorded session and a run of a role created and configured, in words that can be compared.

Ids differ between two clouds: each becomes the kind and name of what it stands for, learned from the answers of the
recording, or from the store of the simulator.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

FLOWS = Path(__file__).resolve().parents[1] / "simulator" / "flows"
UUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
POLL = "queryAsyncJobResult"
MASKED = ("password",)
FOLDED = ("scope",)
NAMES = ("name", "traffictype", "clustername")

Step = tuple[str, frozenset[tuple[str, str]]]


def recorded(flow: str) -> list[dict[str, Any]]:
    """The exchanges of a recorded flow."""
    with gzip.open(FLOWS / f"{flow}.jsonl.gz", "rt", encoding="utf-8") as source:
        return [json.loads(line) for line in source]


def recorded_steps(flow: str, *, refused: bool = False) -> Counter[Step]:
    """What the flow created and configured: its writes that the server took, and whose job did not fail.

    With `refused` instead those that it did not take.
    """
    exchanges = recorded(flow)
    names = Names(exchange["response"] for exchange in exchanges)
    failed = {
        exchange["params"]["jobid"] for exchange in exchanges if exchange["command"] == POLL and _job(exchange) == 2
    }
    return Counter(
        step(exchange["command"], exchange["params"], names)
        for exchange in exchanges
        if not _reads(exchange["command"])
        and (exchange["status"] != 200 or _content(exchange).get("jobid") in failed) == refused
    )


def sent_steps(simulator: Any) -> Counter[Step]:
    """What a run created and configured: the writes that the simulator took."""
    names = Names([simulator.dump()])
    return Counter(
        step(call.command, call.params, names) for call in simulator.calls if call.write and call.status == 200
    )


def step(command: str, params: Mapping[str, Any], names: Names) -> Step:
    """A command and its parameters without what differs between two clouds or two spellings of one value."""
    return command, frozenset((key, _value(key, str(value), names)) for key, value in params.items())


class Names:
    """The names of ids, read from every record with an id in some answers."""

    def __init__(self, answers: Iterable[Any]) -> None:
        self._records = {record["id"]: record for record in _records(answers) if UUID.match(str(record.get("id")))}

    def of(self, id_: str) -> str:
        """The name; a provider's with its network, an element's with its provider; LookupError for a strange id."""
        record = self._records[id_]
        if "nspid" in record:
            return f"element of {self.of(record['nspid'])}"
        if "servicelist" in record:
            return f"{record['name']} of {self.of(record['physicalnetworkid'])}"
        return str(next(record[key] for key in NAMES if record.get(key)))


def _value(key: str, value: str, names: Names) -> str:
    if key in MASKED:
        return "(secret)"
    if UUID.match(value):
        return names.of(value)
    return value.lower() if key in FOLDED else value


def _reads(command: str) -> bool:
    return command.startswith("list") or command == POLL


def _content(exchange: Mapping[str, Any]) -> dict[str, Any]:
    return next(iter(exchange["response"].values()))


def _job(exchange: Mapping[str, Any]) -> int:
    return int(_content(exchange).get("jobstatus", 0))


def _records(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = value.values()
    elif isinstance(value, str) or not isinstance(value, Iterable):
        return
    for one in value:
        yield from _records(one)
