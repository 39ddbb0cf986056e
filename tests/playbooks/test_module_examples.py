"""Every example in the documentation of a module runs, and returns nothing that is not documented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import playbook_run
import pytest
import yaml
from docgen import tables
from docgen.catalog import MODULES, catalog, literals, without_info

from cloudstack_simulator import AfterPolls, Simulator

WORLD = sorted(Path(__file__).with_name("world").glob("*.yml"))
"""Plays that make what the examples speak of, one file an area, in the order of their names."""

ELSEWHERE: dict[str, str] = {"metadata_facts": "tests/unit/test_metadata.py"}
"""Modules whose examples need more than this cloud, each with the test that runs them."""

FILES = {
    f"cloudstack.cloud.{path.stem}": path
    for path in sorted(MODULES.glob("*.py"))
    if path.stem not in ("__init__", *ELSEWHERE)
}
ANSIBLE = {"changed", "invocation", "warnings", "deprecations", "_ansible_no_log", "censored", "failed"}
BY_THE_WORLD = {"quotaCredits", "updateTemplate"}
"""Commands that only the preparations send."""

KEY, SECRET = "examples-key", "examples-secret"


@dataclass(frozen=True)
class Examples:
    """What became of all examples: the result of each task, and the commands they sent."""

    tasks: list[playbook_run.TaskResult]
    commands: set[str]


def examples_play(module: str, path: Path) -> dict[str, Any]:
    """The examples of one module as a play of its own; a failure does not keep the others from running."""
    tasks = yaml.safe_load(literals(path)["EXAMPLES"])
    return {
        "name": module,
        "hosts": "localhost",
        "connection": "local",
        "gather_facts": False,
        "vars": {"ansible_python_interpreter": "{{ ansible_playbook_python }}"},
        "tasks": [
            {
                "name": "The examples",
                "block": [{**task, "name": f"{module} - {task['name']}", "no_log": False} for task in tasks],
                "rescue": [{"name": "The other modules have their turn", "ansible.builtin.meta": "noop"}],
            }
        ],
    }


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Examples]:
    """What every task of every module's examples did, in one run against a prepared cloud."""
    scratch = tmp_path_factory.mktemp("examples")
    book = scratch / "examples.yml"
    prepared = [play for path in WORLD for play in yaml.safe_load(path.read_text(encoding="utf-8"))]
    plays = [examples_play(module, path) for module, path in FILES.items()]
    book.write_text(yaml.safe_dump([*prepared, *plays], sort_keys=False, allow_unicode=True), encoding="utf-8")
    simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
    simulator.jobs.policy = AfterPolls(calls=1)
    with simulator.serve() as server:
        cloud = {"CLOUDSTACK_ENDPOINT": server.url, "CLOUDSTACK_KEY": KEY, "CLOUDSTACK_SECRET": SECRET}
        run = playbook_run.run_playbook(
            str(book), playbook_run.ansible_environment(scratch, cloud), scratch, timeout=600
        )
        wrong = [f"{one.task}: {one.msg}" for one in run.failures if not one.task.startswith("cloudstack.cloud.")]
        assert run.tasks, run.stderr
        assert wrong == [], "the cloud that the examples speak of could not be prepared"
        yield Examples(run.tasks, {call.command for call in simulator.calls})


@pytest.mark.parametrize("module", FILES)
def test_examples_run(module: str, examples: Examples) -> None:
    names = [f"{module} - {task['name']}" for task in yaml.safe_load(literals(FILES[module])["EXAMPLES"])]
    done = {one.task: one for one in examples.tasks}
    assert [(name, done[name].msg) for name in names if name in done and done[name].failed] == []
    assert [name for name in names if name not in done] == []


@pytest.mark.parametrize("module", FILES)
def test_results_are_documented(module: str, examples: Examples) -> None:
    documented = yaml.safe_load(literals(FILES[module])["RETURN"])
    names = f"{module} - "
    found = [
        one.result for one in examples.tasks if one.action == module and one.task.startswith(names) and not one.failed
    ]
    assert found
    assert {place for result in found for place in unknown(result, documented)} == set()


def unknown(result: Mapping[str, Any], documented: Mapping[str, Any]) -> Iterator[str]:
    """The keys of a result that its documentation does not have; those of listed things, too."""
    for name, value in result.items():
        if name in ANSIBLE or name.startswith("ansible_") or name == "attempts":
            continue
        if name not in documented:
            yield name
        elif isinstance(value, list) and "contains" in documented[name] and name != "nic":
            yield from (f"{name}.{key}" for one in value for key in set(one) - set(documented[name]["contains"]))


def test_the_table_of_commands_has_them_all(examples: Examples) -> None:
    alone = [entry for entry in without_info() if not hasattr(entry.kind, "members")]
    listed = {command for entry in (*catalog(), *alone) for command in (*tables.writes(entry), *tables.reads(entry))}
    listed.update(
        command for path in tables.others() for how in ("writes", "reads") for command in tables.told(path, how)
    )
    assert len(examples.commands) > len(FILES)
    assert examples.commands - listed - BY_THE_WORLD == {"queryAsyncJobResult"}


def test_unknown_keys_are_told() -> None:
    documented = {"id": {}, "zones": {"contains": {"id": {}}}}
    assert list(unknown({"id": 1, "changed": True, "zones": [{"id": 1}]}, documented)) == []
    assert list(unknown({"name": "a", "zones": [{"id": 1, "name": "a"}]}, documented)) == ["name", "zones.name"]
