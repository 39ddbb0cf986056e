"""Answers of a server that gives anything where something else was promised: an error that says so, or none at all."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import SAMPLES
from contract.world import Tasks

VALUES: tuple[Any, ...] = (
    None,
    "",
    "x" * 5000,
    "\x00\ufffd\u202e",
    "{{ 7 * 7 }}",
    -1,
    10**30,
    1.5,
    True,
    [],
    {},
    [None],
    ["x"],
    [[1]],
    {"a": {"b": None}},
    [{"id": None}],
)
TRIES = 20


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to all values of an answer."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way] * bool(way) + [place for key, one in inner for place in places(one, (*way, key))]


def spoil(answer: dict[str, Any], chance: random.Random) -> None:
    """Put something else in the place of one value of an answer."""
    found = places(answer)
    if not found:
        return
    *way, last = chance.choice(found)
    held: Any = answer
    for key in way:
        held = held[key]
    held[last] = chance.choice(VALUES)


@pytest.mark.parametrize("name", sorted(name for name, one in SAMPLES.items() if "calls" not in one))
def test_whatever_the_server_answers_there_is_no_traceback(
    tasks: Tasks, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = SAMPLES[name]
    options = sample["create"] if "create" in sample else sample["exists"]
    if "create" in sample:
        tasks.run(name, options)
    chance = random.Random(name)
    client = load("client").Client
    call = client.call

    def spoilt(self: Any, command: str, params: Any = None) -> dict[str, Any]:
        answer: dict[str, Any] = call(self, command, params)
        if chance.random() < 0.8:
            spoil(answer, chance)
        return answer

    monkeypatch.setattr(client, "call", spoilt)
    for _try in range(TRIES):
        with suppress(load("errors").CloudError):
            tasks.run(name, options, check=True)


def test_what_cannot_be_understood_names_the_command_and_shows_nothing_of_it(
    tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = load("client").Client
    row = {"id": "1", "name": "zone-1", "zoneid": "1", "tags": 7, "displaytext": "a secret of another"}
    monkeypatch.setattr(client, "call", lambda self, command, params=None: {"count": 1, "network": [row]})
    with pytest.raises(load("errors").ApiError, match="its answer has another form than the API promises") as caught:
        tasks.run("network", {"name": "zone-1", "zone": "zone-1", "tags": []}, check=True)
    assert "secret" not in caught.value.message


def test_an_answer_of_endless_depth_names_the_command(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    def deep(*args: Any, **keywords: Any) -> Any:
        raise RecursionError("maximum recursion depth exceeded while decoding a JSON array from a unicode string")

    monkeypatch.setattr(load("client").cs.CloudStack, "_response_value", deep)
    with pytest.raises(load("errors").ApiError, match=r"^listZones failed: .*RecursionError"):
        tasks.run("zone", {"name": "zone-1"}, check=True)
