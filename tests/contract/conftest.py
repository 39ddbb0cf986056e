"""The test world, built once and laid anew for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cloudstack_simulator import Simulator
from contract.world import KEY, SECRET, Tasks, build


@pytest.fixture(scope="session")
def built() -> Iterator[tuple[Tasks, object]]:
    """The tasks of a simulator in which the test world stands, and that world's state."""
    simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
    with simulator.serve() as server:
        tasks = Tasks(simulator, server.url)
        build(tasks)
        yield tasks, simulator.dump()
    assert simulator.defects == [], "the simulator itself failed"


@pytest.fixture
def tasks(built: tuple[Tasks, object]) -> Tasks:
    """Tasks in a fresh copy of the test world."""
    tasks, state = built
    tasks.simulator.load(state)
    tasks.simulator.clear_calls()
    return tasks
