"""A task gives the same result whether it runs in the controller's process or as a module."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import playbook_run
import pytest
import yaml
from contract.world import KEY, SECRET, Tasks, build

from cloudstack_simulator import Simulator
from playbooks.parity import BAD_INPUT, Likeness, bad_tasks, chosen, groups, life, play

pytestmark = pytest.mark.playbook

WHOLE, READ = chosen()
WAYS = {"here": "1", "module": "0"}


@pytest.fixture(scope="module")
def world() -> dict[str, Any]:
    """The state of a cloud in which the test world stands."""
    simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
    with simulator.serve() as server:
        build(Tasks(simulator, server.url))
    return simulator.dump()


@pytest.fixture
def clouds(world: dict[str, Any]) -> Iterator[dict[str, tuple[Simulator, str]]]:
    """For each way to run a cloud of its own, and its URL."""
    with ExitStack() as stack:
        found = {}
        for way in WAYS:
            simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
            simulator.load(world)
            found[way] = (simulator, stack.enter_context(simulator.serve()).url)
        yield found
        assert [simulator.defects for simulator, url in found.values()] == [[], []]


def both_ways(
    clouds: dict[str, tuple[Simulator, str]], plays: list[dict[str, Any]], scratch: Path
) -> dict[str, playbook_run.PlaybookRun]:
    """Run the plays once in the controller's process and once as modules."""
    runs = {}
    for way, in_process in WAYS.items():
        folder = scratch / way
        folder.mkdir()
        playbook = folder / "playbook.yml"
        playbook.write_text(yaml.safe_dump(plays, sort_keys=False), encoding="utf-8")
        connection = {
            "CLOUDSTACK_ENDPOINT": clouds[way][1],
            "CLOUDSTACK_KEY": KEY,
            "CLOUDSTACK_SECRET": SECRET,
            "CLOUDSTACK_IN_PROCESS": in_process,
            "ANSIBLE_PIPELINING": "1",
        }
        environment = playbook_run.ansible_environment(folder, connection)
        runs[way] = playbook_run.run_playbook(str(playbook), environment, folder, timeout=560)
    return runs


def compare(runs: dict[str, playbook_run.PlaybookRun], count: int) -> None:
    """Every task has the same outcome and the same result."""
    here, module = runs["here"].tasks, runs["module"].tasks
    assert len(here) == count, runs["here"].stdout
    assert [(one.task, one.outcome) for one in here] == [(one.task, one.outcome) for one in module]
    likeness = Likeness()
    differences = [
        f"{one.task}{difference}"
        for one, two in zip(here, module, strict=True)
        for difference in likeness.differences(one.result, two.result)
    ]
    assert differences == []


@pytest.mark.parametrize("names", groups(), ids=lambda names: "-".join(names)[:40])
def test_all_kinds(clouds: dict[str, tuple[Simulator, str]], names: list[str], tmp_path: Path) -> None:
    tasks = [task for name in names for task in life(name, name in WHOLE, name in READ)]
    runs = both_ways(clouds, play(tasks), tmp_path)
    compare(runs, len(tasks))
    for task in runs["here"].tasks:
        step = task.task.split(": ")[-1].split(" (")[0]
        assert task.outcome == ("ignored" if step == "refused" else "ok"), (task.task, task.msg)
        assert task.changed == (step in ("foretold", "made", "changed", "removed")), task.task
    assert clouds["here"][0].writes == clouds["module"][0].writes
    assert len(clouds["here"][0].calls) == len(clouds["module"][0].calls)


def test_bad_input(clouds: dict[str, tuple[Simulator, str]], tmp_path: Path) -> None:
    runs = both_ways(clouds, play(bad_tasks()), tmp_path)
    compare(runs, len(BAD_INPUT) + 1)
    by_name = {task.task: task for task in runs["here"].tasks}
    twice = by_name.pop("an alias given twice")
    assert twice.outcome == "ok"
    assert any("alias" in str(warning) for warning in twice.result["warnings"])
    assert {task.outcome for task in by_name.values()} == {"ignored"}
    results = repr([run.tasks for run in runs.values()])
    assert "not-a-real-one" not in results
    assert "a-key-that-is-wrong" not in results
