"""The integration targets themselves: a module that lies fails them, and nothing is left behind after a failure."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from helpers.collection import COLLECTIONS, ROOT

if TYPE_CHECKING:
    from conftest import PlaybookRunner

HONEST = "nothing"
STAYS = "what is removed stays"
LIES = (
    "check mode tells another diff",
    "check mode tells no change",
    "check mode writes",
    "the second run changes",
    "the diff is empty",
    "the list has nothing",
    "a fixed option is changed",
    "a refusal names another option",
    "a refusal says nothing",
    STAYS,
)
LYING = Path(__file__).with_name("lying")
TARGETS = ROOT / "tests" / "integration" / "targets"


@pytest.mark.playbook
def test_a_module_that_lies_fails_its_target_and_leaves_nothing(tmp_path: Path, run_playbook: PlaybookRunner) -> None:
    tasks: list[dict[str, Any]] = [
        {
            "name": "Try one lie after the other",
            "ansible.builtin.include_tasks": str(LYING / "trial.yml"),
            "loop": [HONEST, *LIES],
            "loop_control": {"loop_var": "lie"},
        }
    ]
    things = tmp_path / "things"
    things.mkdir()
    done = run_playbook(
        [{"hosts": "localhost", "gather_facts": False, "tasks": tasks}],
        {"folder": str(things), "cycle_role": str(TARGETS / "cycle")},
        env={"ANSIBLE_ACTION_PLUGINS": str(LYING)},
    )
    assert done.rc == 0, done.stdout + done.stderr
    verdicts = {task.task.partition(": ")[2]: task.task.partition(": ")[0] for task in done.tasks if ": " in task.task}
    assert {lie: verdicts.get(lie) for lie in (HONEST, *LIES)} == {HONEST: "Believed", **dict.fromkeys(LIES, "Caught")}
    assert [path.name for path in things.iterdir()] == [STAYS.replace(" ", "-")]


@pytest.fixture
def cycle(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The program that leads roles through their lives."""
    monkeypatch.setenv("ANSIBLE_COLLECTIONS_PATH", str(COLLECTIONS))
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec = importlib.util.spec_from_file_location("role_cycle", TARGETS / "role_cycle" / "cycle.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("broken", ["made, foretold", "made", "made, again", "changed", "removed, again"])
def test_what_a_role_made_is_taken_down_after_a_failure(cycle: ModuleType, tmp_path: Path, broken: str) -> None:
    runs: list[str] = []

    class Failing(cycle.Life):  # type: ignore[name-defined, misc]
        def run(self, title: str, *options: str, playbook: Path | None = None) -> Any:
            runs.append(title)
            if title == broken:
                raise cycle.Broken(f"{title}: the run failed")
            made = cycle.PlaybookRun(0, "", "")
            changes = not title.endswith("again")
            made.stats = {"localhost": {"changed": int(changes)}}
            return made

    life = Failing("instances", {}, tmp_path)
    with pytest.raises(cycle.Broken, match=broken):
        cycle.lead(life, shipped=True)
    assert runs[-2:] == [broken, "cleaned up"]
