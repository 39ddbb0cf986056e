"""Runs every gate that a change must pass, one after the other; closes with the time of each and one line of counts.

A gate is a target of the Makefile. With a limit, a gate that no longer fits is left out, and named. What a gate prints
is kept in build/check; the end of what a failing one printed stands before the closing line, where nobody overlooks it.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTEST = re.compile(
    r"^=* ?((?:\d+ (?:passed|failed|errors?|skipped|warnings?|x\w+|deselected)(?:, )?)+) in [\d.]+s", re.M
)
TALLY = re.compile(r"^\w+: (\d+ passed, \d+ failed)$", re.M)
SCENARIO = re.compile(r"^(?!default\b)\w+\s*: actions=(\d+)\s+successful=(\d+)", re.M)
NOT_HELD = re.compile(r"\d+ (?:deselected|xfailed|xpassed)")
"""What a summary of pytest tells of tests that were not asked, or whose failure is no failure."""

LEFT_OUT = re.compile(r"^left out: (.*)$", re.M)
COLOUR = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;.*?\x1b\\")
SIGN_OF_LIFE = 300.0  # seconds
LOGS = Path("build") / "check"
NARROWING = ("CONFIG", "GUIDES", "PYTEST_ADDOPTS", "PYTEST_ARGS", "SEED", "TARGETS", "TRIALS")
"""Variables that let a target of the Makefile do less, or something else; a gate does all of it."""

OF_MAKE = ("GNUMAKEFLAGS", "MAKEFILES", "MAKEFLAGS", "MAKELEVEL", "MFLAGS")
SHOWN = 150
"""So many lines of what a failing gate printed are shown."""


@dataclass(frozen=True)
class Gate:
    """One thing that must pass.

    :ivar target: of the Makefile.
    :ivar minutes: what it takes on a machine with two cores, to know whether it fits.
    :ivar counts: its output says how many tests passed and failed; another gate counts as one.
    :ivar may_be_left_out: it may say "left out" instead of running a single test, and passes.
    """

    target: str
    minutes: float
    counts: bool = False
    may_be_left_out: bool = False


GATES = (
    Gate("lint", 1.5),
    Gate("spell", 0.1),
    Gate("test", 32, counts=True),
    Gate("sanity", 6.5),
    Gate("release", 1),
    Gate("builder", 0.1),
    Gate("docs", 2),
    Gate("integration", 10, counts=True),
    Gate("molecule", 4, counts=True),
    Gate("units", 5, counts=True),
    Gate("next", 25, counts=True, may_be_left_out=True),
    Gate("mutants", 22),
    Gate("coverage", 45, counts=True),
)


@dataclass
class Verdict:
    """What became of a gate: its tests passed and failed, its time, what it left out, the end of what it printed."""

    gate: Gate
    passed: int = 0
    failed: int = 0
    seconds: float = 0.0
    left_out: tuple[str, ...] = ()
    ran: bool = True
    end: str = ""

    def __str__(self) -> str:
        outcome = "left out" if not self.ran else f"{self.passed} passed, {self.failed} failed"
        return f"{self.gate.target:<12} {self.seconds / 60:6.1f} min   {outcome}"


def counted(output: str) -> tuple[int, int]:
    """The tests passed and failed that an output tells of, all its runners together."""
    plain = COLOUR.sub("", output)
    passed = failed = 0
    for line in (*PYTEST.findall(plain), *TALLY.findall(plain)):
        for number, word in re.findall(r"(\d+) (passed|failed|error)", line):
            passed += int(number) if word == "passed" else 0
            failed += int(number) if word != "passed" else 0
    scenarios = [actions == successful for actions, successful in SCENARIO.findall(plain)]
    return passed + scenarios.count(True), failed + scenarios.count(False)


def judged(gate: Gate, status: int, output: str, seconds: float) -> Verdict:
    """The verdict on a gate that ran: a failure that no count tells of counts as one, a run without tests, too.

    So do tests that were deselected or are expected to fail, for a gate that runs them has nothing of them.
    """
    passed, failed = counted(output) if gate.counts else (int(status == 0), 0)
    plain = COLOUR.sub("", output)
    left_out = tuple(LEFT_OUT.findall(output))
    not_held = [word for line in PYTEST.findall(plain) for word in NOT_HELD.findall(line)]
    nothing = not passed and not (gate.may_be_left_out and left_out)
    if (status or nothing or not_held) and not failed:
        failed = 1
    shown = [*plain.splitlines()[-SHOWN:], *(f"check: {word}: every test is to run, and to pass" for word in not_held)]
    return Verdict(gate, passed, failed, seconds, left_out, end="\n".join(shown))


def run(gate: Gate) -> Verdict:
    """Run a gate, its output in a file of its own, and say what became of it."""
    log = LOGS / f"{gate.target}.log"
    print(f"{gate.target}: running, see {log}", flush=True)
    begin = time.monotonic()
    environment = {name: value for name, value in os.environ.items() if name not in (*OF_MAKE, *NARROWING)}
    command = ["make", "--no-print-directory", gate.target, *overrides()]
    path = ROOT / log
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=stream, stderr=subprocess.STDOUT)
        while (status := _ended(process)) is None:
            print(f"{gate.target}: running for {(time.monotonic() - begin) / 60:.0f} min", flush=True)
    output = path.read_text(encoding="utf-8", errors="replace")
    verdict = judged(gate, status, output, time.monotonic() - begin)
    print(verdict, flush=True)
    return verdict


def _ended(process: subprocess.Popen[bytes]) -> int | None:
    """The status of a process, or None when it still runs after the time between two signs of life."""
    try:
        return process.wait(timeout=SIGN_OF_LIFE)
    except subprocess.TimeoutExpired:
        return None


def overrides() -> list[str]:
    """The variables given to make that the gates shall have, too."""
    return [f"{name}={os.environ[name]}" for name in ("VENV", "PYTHON", "WORKERS") if os.environ.get(name)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gates", nargs="*", help="the gates to run; all by default")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="leave out what does not fit in this time")
    parser.add_argument("--without", nargs="+", default=[], metavar="GATE", help="leave these out")
    given = parser.parse_args()
    unknown = sorted({*given.gates, *given.without} - {gate.target for gate in GATES})
    if unknown:
        parser.error(f"there is no gate {', '.join(unknown)}; there are {', '.join(gate.target for gate in GATES)}")
    begin = time.monotonic()
    verdicts = []
    for gate in GATES:
        fits = (time.monotonic() - begin) / 60 + gate.minutes <= given.minutes and gate.target not in given.without
        if not given.gates or gate.target in given.gates:
            verdicts.append(run(gate) if fits else Verdict(gate, ran=False))
    for verdict in verdicts:
        if verdict.failed:
            print(f"\n=== {verdict.gate.target} failed; the end of {LOGS / verdict.gate.target}.log:\n{verdict.end}")
    print("\n=== What took how long")
    for verdict in verdicts:
        print(verdict)
    print(f"{'together':<12} {(time.monotonic() - begin) / 60:6.1f} min")
    for verdict in verdicts:
        for reason in verdict.left_out:
            print(f"left out of {verdict.gate.target}: {reason}")
        if not verdict.ran:
            print(f"left out: make {verdict.gate.target}, which takes some {verdict.gate.minutes:g} minutes")
    passed, failed = (sum(getattr(verdict, name) for verdict in verdicts) for name in ("passed", "failed"))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
