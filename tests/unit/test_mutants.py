"""The defects that the tests are tried with still fit the engine."""

from __future__ import annotations

import ast
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import mutants
import pytest

from helpers.told import file_of


def test_every_written_defect_fits_one_place_and_is_python() -> None:
    found = list(mutants.written())
    assert len({defect.what for defect in found}) == len(found)
    for defect in found:
        ast.parse(defect.text)
        assert defect.text != (mutants.ROOT / mutants.ENGINE / defect.file).read_text(encoding="utf-8")


def test_mechanical_defects_are_python_and_change_what_is_decided() -> None:
    found = mutants.mechanical()
    assert {"plan.py", "find.py", "client.py", "engine.py"} <= {defect.file for defect in found}
    for defect in found:
        ast.parse(defect.text)


def test_a_comparison_a_negation_and_a_conjunction_are_turned_round() -> None:
    source = "def f(a, b):\n    return a == 1 and not b\n"
    assert [defect.text.splitlines()[1] for defect in mutants.of_file("f.py", source)] == [
        "    return (a == 1 or not b)",
        "    return (a != 1) and not b",
        "    return a == 1 and (b)",
    ]


def test_a_change_of_one_file_leaves_the_rest_of_the_sample() -> None:
    found = mutants.mechanical()
    sample = mutants.drawn(found, 20, 40)
    assert len({(defect.file, defect.what) for defect in sample}) == 40
    assert mutants.drawn(found, 7, 40) != sample
    without = [defect for defect in found if defect.file != "find.py"]
    kept = [defect for defect in sample if defect.file != "find.py"]
    assert mutants.drawn(without, 20, 40)[: len(kept)] == kept


def test_every_file_of_the_engine_has_watchers() -> None:
    assert {defect.file for defect in mutants.mechanical()} <= set(mutants.watchers()["watchers"])
    assert [
        name for name in mutants.watchers()["watchers"] if not (mutants.ROOT / mutants.ENGINE / name).is_file()
    ] == []


def test_the_watchers_are_there() -> None:
    table = mutants.watchers()
    named = {test for name in table["watchers"] for test in mutants.first(name)}
    paths = {file_of(test) for test in (*named, *table["everywhere"], *table["elsewhere"])}
    assert [path for path in paths if not (mutants.ROOT / path).exists()] == []


def test_every_sort_of_defect_is_tried() -> None:
    """Of each sort of defect that has been seen elsewhere there is one that was thought of."""
    told = " ".join(defect.what for defect in mutants.written())
    for sort in ("check mode writes", "first page", "twice as often", "first of several", "not masked", "waited for"):
        assert sort in told


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ([1], mutants.NOTICED),
        ([0, 1, 0], mutants.NOTICED),
        ([0, 1, 1], mutants.FALSE_ALARM),
        ([0, 0], mutants.MISSED),
        ([None, 0], mutants.HUNG),
        ([None, None], mutants.FALSE_ALARM),
        ([0, None, 0], mutants.HUNG),
    ],
)
def test_what_becomes_of_a_defect_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: list[int | None], told: str
) -> None:
    """Its watchers are asked first, then everything; what fails or hangs then must not do so without the defect."""
    path = tmp_path / mutants.ENGINE / "plan.py"
    path.parent.mkdir(parents=True)
    path.write_text("sound", encoding="utf-8")
    limits: list[float] = []

    def run(command: list[str], timeout: float, **_options: Any) -> Any:
        assert path.read_text(encoding="utf-8") == ("with a defect" if "--cache-clear" in command else "sound")
        assert ("--last-failed" in command) is (len(limits) == 2 and told != mutants.HUNG)
        limits.append(timeout)
        end = ends.pop(0)
        if end is None:
            raise subprocess.TimeoutExpired(command, timeout)
        return subprocess.CompletedProcess(command, end, "", "")

    monkeypatch.setattr(mutants.subprocess, "run", run)
    monkeypatch.setattr(mutants.os, "getloadavg", lambda: (8.0, 1.0, 1.0))
    monkeypatch.setattr(mutants.os, "cpu_count", lambda: 2)
    assert mutants.verdict(tmp_path, mutants.Defect("what", "plan.py", "with a defect")) == told
    assert ends == []
    assert path.read_text(encoding="utf-8") == "sound"
    assert set(limits) <= {4 * mutants.PATIENCE, 4 * mutants.PATIENCE_EVERYWHERE}, "a limit is for an idle machine"


@pytest.mark.parametrize(("alarm", "status"), [(mutants.NOTICED, 0), (mutants.MISSED, 1), (mutants.FALSE_ALARM, 1)])
def test_the_score_counts_what_was_noticed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], alarm: str, status: int
) -> None:
    defects = [mutants.Defect(f"line {number}", "plan.py", "") for number in range(10)]
    monkeypatch.setattr(mutants, "stage", lambda repository: nullcontext(Path("copy")))
    monkeypatch.setattr(mutants, "written", lambda: defects)
    monkeypatch.setattr(mutants, "mechanical", lambda: ())
    monkeypatch.setattr(mutants, "passes", lambda *_, **__: True)
    monkeypatch.setattr(mutants, "verdict", lambda _place, one: alarm if one is defects[0] else mutants.NOTICED)
    monkeypatch.setattr(sys, "argv", ["mutants"])
    assert mutants.main() == status
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"{alarm} plan.py: line 0"
    assert told[-1].startswith(f"mutants: {10 - status} of 10 noticed ({100 - 10 * status}%)")


def test_defects_are_not_tried_on_tests_that_fail_without_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(mutants, "stage", lambda repository: nullcontext(Path("copy")))
    monkeypatch.setattr(mutants, "passes", lambda *_, **__: False)
    monkeypatch.setattr(sys, "argv", ["mutants", "--sample", "0"])
    assert mutants.main() == 1
    assert "the tests fail without any defect" in capsys.readouterr().err


def test_nothing_run_is_nothing_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = subprocess.CompletedProcess([], mutants.NOTHING_RUN, "", "")
    monkeypatch.setattr(mutants.subprocess, "run", lambda *_, **__: ended)
    with pytest.raises(RuntimeError, match="runs nothing of tests/none"):
        mutants.passes(tmp_path, ["tests/none"])
