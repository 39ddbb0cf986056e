"""The integration targets themselves: a module that lies fails them, and nothing is left behind after a failure."""

from __future__ import annotations

import importlib.util
import sys
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType, SimpleNamespace
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


class Listed:
    """Stands in for what runs playbooks: lists the runs, and fails the one that it is told to."""

    def __init__(self, cycle: ModuleType, broken: str = "") -> None:
        self.cycle, self.broken = cycle, broken
        self.runs: list[str] = []

    def __call__(self, title: str, *_options: str, playbook: Path | None = None) -> Any:
        self.runs.append(title)
        if title == self.broken:
            raise self.cycle.Broken(f"{title}: the run failed")
        done = self.cycle.PlaybookRun(0, "", "")
        done.stats = {"localhost": {"changed": int(not title.endswith("again"))}}
        return done


MADE = ["made, foretold", "made", "made, again"]
CHANGED = ["changed, foretold", "changed", "changed, again"]
REMOVED = ["removed, foretold", "removed", "removed, again"]


@pytest.mark.parametrize(
    ("role", "before", "after"),
    [("zone", [], []), ("bootstrap", [], []), ("instances", ["prepared"], ["ended"]), ("export", ["prepared"], [])],
)
def test_a_role_is_led_from_nothing_to_nothing(
    cycle: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: str, before: list[str], after: list[str]
) -> None:
    life, listed = cycle.Life(role, {}, tmp_path), Listed(cycle)
    monkeypatch.setattr(life, "run", listed)
    cycle.lead(life, shipped=True)
    assert listed.runs == [*before, *MADE, *CHANGED, *REMOVED, *after]


@pytest.mark.parametrize(("role", "removed"), [("zone", REMOVED), ("bootstrap", [])])
def test_only_what_a_role_made_on_a_cloud_is_removed_with_variables_of_ones_own(
    cycle: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: str, removed: list[str]
) -> None:
    life, listed = cycle.Life(role, {}, tmp_path), Listed(cycle)
    monkeypatch.setattr(life, "run", listed)
    cycle.lead(life, shipped=False)
    assert listed.runs == [*MADE, *removed]


@pytest.mark.parametrize(
    ("broken", "then"),
    [
        ("prepared", ["cleaned up", "ended"]),
        ("made, foretold", ["cleaned up", "ended"]),
        ("changed", ["cleaned up", "ended"]),
        ("removed, again", ["cleaned up", "ended"]),
        ("ended", []),
    ],
)
def test_what_a_role_made_is_taken_down_after_a_failure(
    cycle: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str, then: list[str]
) -> None:
    life, listed = cycle.Life("instances", {}, tmp_path), Listed(cycle, broken)
    monkeypatch.setattr(life, "run", listed)
    with pytest.raises(cycle.Broken, match=broken):
        cycle.lead(life, shipped=True)
    assert listed.runs[listed.runs.index(broken) :] == [broken, *then]


def ran(cycle: ModuleType, changed: int, diff: str) -> Any:
    """A run that changed so many tasks, and showed such a diff."""
    task = {"task": "Do it", "changed": bool(changed), "diff": [{"before": "", "after": diff, "after_header": changed}]}
    done = cycle.PlaybookRun(0, "", "")
    done.stats = {"localhost": {"changed": changed}}
    done.tasks.append(SimpleNamespace(**task))
    return done


@pytest.mark.parametrize(
    ("changed", "diffs", "exact", "told"),
    [
        ((1, 1, 0), "aa", True, ""),
        ((1, 1, 0), "ab", False, ""),
        ((1, 1, 0), "ab", True, "check mode told .*'b'"),
        ((1, 1, 1), "aa", True, r"the second run changed \['Do it'\]"),
        ((0, 1, 0), "aa", False, "nothing was changed"),
        ((1, 0, 0), "aa", False, "nothing was changed"),
    ],
)
def test_a_role_that_lies_fails_its_target(
    cycle: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: Any, diffs: str, exact: bool, told: str
) -> None:
    life = cycle.Life("zone", {}, tmp_path)
    runs = [ran(cycle, *one) for one in zip(changed, f"{diffs} ", strict=True)]
    monkeypatch.setattr(life, "run", lambda *_, **__: runs.pop(0))
    with pytest.raises(cycle.Broken, match=told) if told else nullcontext():
        life.once("made", foretold_exactly=exact)
    assert runs == []


def test_a_run_that_fails_fails_its_target(
    cycle: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ends = [0, 2, 0]
    monkeypatch.setattr(cycle, "run_playbook", lambda *_: cycle.PlaybookRun(ends.pop(0), "no way", ""))
    life = cycle.Life("zone", {}, tmp_path)
    assert life.run("made").rc == 0
    with pytest.raises(cycle.Broken, match="made: the run failed\nno way"):
        life.run("made")
    monkeypatch.setattr(cycle, "lead", lambda one, shipped: one.run("made"))
    monkeypatch.setattr(sys, "argv", ["cycle.py", "zone"])
    assert cycle.main() == 0
    ends.append(2)
    assert cycle.main() == 1
    assert "zone: made: the run failed" in capsys.readouterr().err


def test_every_role_is_taken_down() -> None:
    scenarios = ROOT / "extensions" / "molecule"
    roles = [path.name for path in (ROOT / "roles").iterdir()]
    assert [
        role
        for role in roles
        if not {"absent.yml", "cleanup.yml"} & {path.name for path in (scenarios / role).iterdir()}
    ] == []
