"""When the sent commands are judged, and what is said of those that nobody sent."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from helpers import told


@pytest.fixture
def judge(tmp_path: Path) -> told.Told:
    """The plugin for a repository with two files of contract tests."""
    for name in ("test_a.py", "test_b.py"):
        (tmp_path / told.CONTRACT).mkdir(parents=True, exist_ok=True)
        (tmp_path / told.CONTRACT / name).touch()
    return told.Told(tmp_path)


ALL = ["tests/contract/test_a.py::test_one", "tests/contract/test_b.py::test_two[x::y]"]


def worker(monkeypatch: pytest.MonkeyPatch, judge: told.Told, collected: list[str], **more: Any) -> None:
    """What a worker hands over when it is done."""
    monkeypatch.setattr(told, "SENT", told.defaultdict(set))
    notes = {"sent": {"pod": ["listPods"]}, "collected": collected, "narrowed": False, **more}
    judge.pytest_testnodedown(SimpleNamespace(workeroutput={"told": notes}), None)


def passed(judge: told.Told, *nodeids: str) -> None:
    for nodeid in nodeids:
        judge.pytest_runtest_logreport(SimpleNamespace(when="call", passed=True, nodeid=nodeid))  # type: ignore[arg-type]


def test_all_tests_of_all_workers_are_judged(judge: told.Told, monkeypatch: pytest.MonkeyPatch) -> None:
    worker(monkeypatch, judge, ALL)
    passed(judge, ALL[0])
    assert not judge.all_ran(), "one has not passed"
    passed(judge, ALL[1])
    assert judge.all_ran()
    assert dict(told.SENT) == {"pod": {"listPods"}}


@pytest.mark.parametrize("more", [{"narrowed": True}, {"collected": ALL[:1]}])
def test_a_part_of_the_tests_is_not_judged(
    judge: told.Told, monkeypatch: pytest.MonkeyPatch, more: dict[str, Any]
) -> None:
    worker(monkeypatch, judge, **{"collected": ALL, **more})
    passed(judge, *ALL)
    assert not judge.all_ran()


def test_a_worker_that_died_and_a_repository_without_contract_tests_are_not_judged(
    judge: told.Told, tmp_path: Path
) -> None:
    judge.pytest_testnodedown(SimpleNamespace(), "gone")
    judge.collected.update(ALL)
    passed(judge, *ALL)
    assert not judge.all_ran()
    assert not told.Told(tmp_path / "elsewhere").all_ran()
