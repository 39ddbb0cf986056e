"""Puts small defects into the engine, one at a time, and tells which of them the tests notice.

There are the defects of tests/mutation/defects.yml, and a seeded sample of mechanical ones: a comparison turned round,
a condition negated, a conjunction made a disjunction. Which of them are drawn depends on the seed and on each alone, so
that a change of one file leaves the rest of the sample as it was. Every defect is tried in a copy of the repository:
first on the tests that tests/mutation/watchers.yml names for its file, and, where these see nothing, on all tests of
the engine.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import yaml
from stage import ROOT, stage

ENGINE = Path("plugins") / "module_utils"
DEFECTS = ROOT / "tests" / "mutation" / "defects.yml"
WATCHERS = ROOT / "tests" / "mutation" / "watchers.yml"
LEFT_OUT = ("registry.py", "resources")
"""What is declared and not decided: the contract test holds the declarations, a sample of them would tell little."""

SEED = 20
SAMPLE = 40
SCORE = 0.95
PATIENCE = 200.0
PATIENCE_EVERYWHERE = 3600.0
"""Seconds on an idle machine for the tests of one defect, the few and all: what makes them hang is noticed."""

NOTICED, HUNG, MISSED, FALSE_ALARM = "noticed", "hung   ", "MISSED ", "FALSE  "
NOTHING_RUN = 5
"""Pytest's own exit code for no tests at all."""

FAILED_BEFORE = ("--last-failed", "--last-failed-no-failures=none")
"""Pytest's own words for the tests that failed in the run before, of which each copy has a cache of its own."""

OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


@dataclass(frozen=True)
class Defect:
    """A defect: what it is, in which file of the engine, and the whole text of the file with it."""

    what: str
    file: str
    text: str


def written() -> Iterator[Defect]:
    """The defects that were thought of; LookupError where the text of one does not stand in its file once."""
    for row in yaml.safe_load(DEFECTS.read_text(encoding="utf-8")):
        source = (ROOT / ENGINE / row["file"]).read_text(encoding="utf-8")
        if source.count(row["old"]) != 1:
            raise LookupError(
                f"{DEFECTS.name}: '{row['what']}' fits {source.count(row['old'])} places of {row['file']}"
            )
        yield Defect(row["what"], row["file"], source.replace(row["old"], row["new"]))


@cache
def mechanical() -> tuple[Defect, ...]:
    """All mechanical defects of the engine, in the order of the files."""
    folder = ROOT / ENGINE
    files = sorted(path for path in folder.rglob("*.py") if not set(path.relative_to(folder).parts) & set(LEFT_OUT))
    return tuple(defect for path in files for defect in of_file(str(path.relative_to(folder)), path.read_text("utf-8")))


def drawn(defects: Sequence[Defect], seed: int, size: int) -> list[Defect]:
    """A sample in which each defect has its place by itself, not by what stands before it in the list."""

    def place(defect: Defect) -> bytes:
        return hashlib.sha256(f"{seed} {defect.file} {defect.what.partition(': ')[2]}".encode()).digest()

    return sorted(defects, key=place)[:size]


def of_file(file: str, source: str) -> Iterator[Defect]:
    """The mechanical defects of one source."""
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode()))
    raw = source.encode()
    for node in _decisions(ast.parse(source)):
        for other in _mutations(node):
            begin = starts[node.lineno - 1] + node.col_offset
            end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
            text = (raw[:begin] + f"({ast.unparse(other)})".encode() + raw[end:]).decode()
            yield Defect(f"line {node.lineno}: {ast.unparse(node)} becomes {ast.unparse(other)}", file, text)


def _decisions(tree: ast.AST) -> Iterator[ast.expr]:
    """Comparisons, negations and conjunctions inside of functions."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for statement in function.body:
                for node in ast.walk(statement):
                    if isinstance(node, (ast.Compare, ast.BoolOp, ast.UnaryOp)):
                        yield node


def _mutations(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in OPPOSITES:
        yield ast.Compare(node.left, [OPPOSITES[type(node.ops[0])]()], node.comparators)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand


@cache
def watchers() -> dict[str, Any]:
    """The table of the tests that see defects first."""
    found: dict[str, Any] = yaml.safe_load(WATCHERS.read_text(encoding="utf-8"))
    return found


def first(file: str) -> list[str]:
    """The tests that a defect of a file of the engine shows in first."""
    table = watchers()
    return [test for name in table["watchers"][file] for test in (table["lives"] if name == "lives" else [name])]


def everywhere() -> list[str]:
    """All tests of the engine, as arguments of pytest."""
    return [*watchers()["everywhere"], *(f"--ignore={path}" for path in watchers()["elsewhere"])]


class Hung(Exception):
    """The tests did not come to their end."""


def verdict(place: Path, defect: Defect) -> str:
    """Run the tests in the copy with the defect in it, and tell whether one of them fails or hangs because of it.

    The watchers have passed without any defect (see `sound`); what else fails, or does not end, must pass without it.
    """
    few, every = (first(defect.file), PATIENCE, True), (everywhere(), PATIENCE_EVERYWHERE, False)
    for tests, patience, are_sound in (few, every):
        try:
            if not with_defect(place, defect, tests, patience):
                return NOTICED if are_sound or passes(place, [*tests, *FAILED_BEFORE], patience) else FALSE_ALARM
        except Hung:
            return HUNG if ends(place, tests, patience) else FALSE_ALARM
    return MISSED


def with_defect(place: Path, defect: Defect, tests: Sequence[str], patience: float) -> bool:
    """Tell whether all tests pass with the defect in the copy; it is taken out again."""
    path = place / ENGINE / defect.file
    before = path.read_text(encoding="utf-8")
    path.write_text(defect.text, encoding="utf-8")
    try:
        return passes(place, ["--cache-clear", *tests], patience)
    finally:
        path.write_text(before, encoding="utf-8")


def ends(place: Path, tests: Sequence[str], patience: float) -> bool:
    """Tell whether the tests come to their end without a defect."""
    try:
        return passes(place, tests, patience)
    except Hung:
        return False


def passes(place: Path, tests: Sequence[str], patience: float = PATIENCE, workers: int = 0, tell: bool = False) -> bool:
    """Run tests in a copy up to the first that fails; true when all of them pass.

    :param patience: seconds after which they count as hanging, on an idle machine; a busy one is given more.
    :param workers: how many processes the tests run in side by side; 0 is none but this one's child.
    :param tell: print what pytest says of a failure.
    :raises Hung: they have not ended by then.
    :raises RuntimeError: there is nothing to run, so that nothing could be noticed.
    """
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", str(workers), *tests]
    environment = {**os.environ, "PYTHONPATH": str(place / "extensions" / "simulator"), "PYTHONDONTWRITEBYTECODE": "1"}
    limit = patience * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    try:
        run = subprocess.run(
            command, cwd=place, env=environment, capture_output=True, encoding="utf-8", timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        raise Hung(f"{' '.join(tests)}: not at an end after {limit:.0f} seconds") from None
    if run.returncode == NOTHING_RUN:
        raise RuntimeError(f"pytest runs nothing of {' '.join(tests)}")
    if tell and run.returncode:
        print(run.stdout, run.stderr, file=sys.stderr)
    return run.returncode == 0


def tried(defects: Sequence[Defect], workers: int) -> list[Defect]:
    """Try every defect and tell of each; return those that no test can tell. The copies work side by side."""
    with ExitStack() as stack, ThreadPoolExecutor(workers) as pool:
        places: SimpleQueue[Path] = SimpleQueue()
        for _copy in range(workers):
            places.put(stack.enter_context(stage(repository=True)))

        def one(defect: Defect) -> str:
            place = places.get()
            try:
                return verdict(place, defect)
            finally:
                places.put(place)

        missed = []
        for defect, became in zip(defects, pool.map(one, defects), strict=True):
            print(f"{became} {defect.file}: {defect.what}", flush=True)
            missed += [defect] if became in (MISSED, FALSE_ALARM) else []
        return missed


def sound(defects: Sequence[Defect], workers: int) -> bool:
    """Tell whether the tests pass without a defect: else all of them would be noticed for nothing."""
    tests = list(dict.fromkeys(test for defect in defects for test in first(defect.file)))
    with stage(repository=True) as place:
        return passes(place, tests, PATIENCE_EVERYWHERE, workers, tell=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--sample", type=int, default=SAMPLE, help="how many mechanical defects")
    parser.add_argument("--workers", type=int, default=2, help="how many are tried side by side")
    options = parser.parse_args()
    defects = [*written(), *drawn(mechanical(), options.seed, options.sample)]
    begin = time.monotonic()
    if not sound(defects, options.workers):
        print("mutants: the tests fail without any defect", file=sys.stderr)
        return 1
    missed = tried(defects, options.workers)
    share = 1 - len(missed) / len(defects)
    minutes = (time.monotonic() - begin) / 60
    print(f"mutants: {len(defects) - len(missed)} of {len(defects)} noticed ({share:.0%}), {minutes:.0f} min")
    return 0 if share >= SCORE else 1


if __name__ == "__main__":
    sys.exit(main())
