"""Every recorded exchange: its parameters, its refusal, and its answer where the state it needs can be built."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from exchanges import Exchange, World, beyond_the_model, exchanges, is_simulated, replayed, unlike

from cloudstack_simulator.params import ENVELOPE_PARAMS
from cloudstack_simulator.surface import surface

RECORDED, COMMANDS = 1144, 436
# What is reached. An answer is the same when status, envelope, codes, keys and types agree; it is within the model
# when it succeeds too and shows no field that the command's answers do not have.
SAME, WITHIN_THE_MODEL, REFUSALS = 500, 360, 85
NOT_SIMULATED_AT_MOST = 8

# Parameters that recorded clients sent although the command has none of that name; the server ignored them.
IGNORED = {
    "createKMSKey": {"purpose"},
    "createNetworkOffering": {"state"},
    "createPhysicalNetwork": {"state"},
    "createVPCOffering": {"state"},
    "listRouters": {"zone"},
    "listUserKeys": {"id"},
    "updatePhysicalNetwork": {"broadcastdomainrange", "isolationmethods", "name"},
    "updatePod": {"zoneid"},
    "updateZone": {"networktype"},
}
IGNORED_BY_LISTS = {"listall"}


@pytest.fixture(scope="module")
def outcomes() -> dict[str, list[tuple[Exchange, list[str]]]]:
    """All exchanges by how they went, each with how its answer differs."""
    world, found = World(), {}
    for exchange in exchanges():
        status, body, job = world.answer(exchange)
        found.setdefault(outcome(exchange, status, body, job), []).append(
            (exchange, list(unlike(exchange, status, body, job)))
        )
    assert world.cloud.defects == []
    return found


def outcome(exchange: Exchange, status: int, body: Any, job: Any) -> str:
    """In one word how a repeated exchange went."""
    differing = any(unlike(exchange, status, body, job))
    if exchange.needs_no_state:
        return "refusal differs" if differing else "refusal"
    if not is_simulated(exchange.command):
        return "not simulated"
    if not differing:
        return "same"
    if status == exchange.status == 200:
        return (
            "beyond the model" if beyond_the_model(exchange.command, next(iter(body.values()))) else "within the model"
        )
    return "another state"


def test_all_are_there() -> None:
    assert len(exchanges()) == RECORDED
    assert len({exchange.command for exchange in exchanges()}) == COMMANDS


@pytest.mark.parametrize("command", sorted({e.command for e in exchanges() if e.command in surface().commands}))
def test_recorded_parameters_are_known(command: str) -> None:
    known = set(surface().commands[command].params) | ENVELOPE_PARAMS
    sent = {
        re.sub(r"\[\d+\].*", "", name).lower()
        for exchange in exchanges()
        if exchange.command == command and exchange.status == 200
        for name in exchange.params
    }
    ignored = IGNORED.get(command, IGNORED_BY_LISTS if command.startswith("list") else set())
    assert sent - known <= ignored


def test_a_command_that_is_not_known_was_refused() -> None:
    for exchange in exchanges():
        if exchange.command not in surface().commands and exchange.command not in ("login", "logout"):
            assert exchange.status == 401, exchange


def test_refusals_that_need_no_state_are_the_recorded_ones(outcomes: dict[str, list[Any]]) -> None:
    assert outcomes.get("refusal differs", []) == []
    assert len(outcomes["refusal"]) == REFUSALS


def test_no_answer_goes_beyond_the_model(outcomes: dict[str, list[Any]]) -> None:
    assert [(e.command, e.params) for e, _ in outcomes.get("beyond the model", [])] == []


def test_as_many_as_can_be_built_are_the_same(
    outcomes: dict[str, list[Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    counts = Counter({name: len(found) for name, found in outcomes.items()})
    in_flows = len(replayed())
    with capsys.disabled():
        print(f"\n{RECORDED} exchanges of {COMMANDS} commands: {dict(counts)}; {in_flows} stand in flows too", end="")
    assert counts["same"] >= SAME
    assert counts["within the model"] >= WITHIN_THE_MODEL
    assert counts["not simulated"] <= NOT_SIMULATED_AT_MOST
    assert counts.total() == RECORDED


def test_what_is_not_simulated_says_so() -> None:
    world = World()
    for exchange in exchanges():
        if (
            exchange.command in surface().commands
            and not is_simulated(exchange.command)
            and not exchange.needs_no_state
        ):
            status, body = world.cloud.call(exchange.command, {}, world.cloud.admin())
            text = next(iter(body.values()))["errortext"]
            assert status in (431, 530), exchange
            assert "does not simulate" in text or "missing parameter" in text, exchange
