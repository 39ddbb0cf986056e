"""Runs the playbook cloudstack.cloud.demo twice on a simulated cloud: the second run must find nothing to do."""

from __future__ import annotations

import argparse
import secrets
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import playbook_run

if TYPE_CHECKING:
    from cloudstack_simulator import Simulator

SIMULATOR = playbook_run.ROOT / "extensions" / "simulator"


@dataclass(frozen=True)
class Figures:
    """What one run of the playbook did, counted by Ansible (changed) and by the simulator (calls, writes)."""

    rc: int
    changed: int
    calls: int
    writes: int
    seconds: float

    def __str__(self) -> str:
        return f"{self.calls} API calls, {self.writes} writes, {self.changed} changed tasks, {self.seconds:.1f} s"


def play(playbook: str, simulator: Simulator, environment: dict[str, str], scratch: Path) -> Figures:
    """Run the playbook once, its output on this terminal, and count."""
    simulator.clear_calls()
    begin = time.monotonic()
    run = playbook_run.run_playbook(playbook, environment, scratch, capture=False)
    seconds = time.monotonic() - begin
    return Figures(run.rc, run.changed, len(simulator.calls), simulator.writes, seconds)


def verdict(first: Figures, second: Figures) -> list[str]:
    """What is wrong with the two runs; nothing when the promise is kept."""
    problems = []
    if not first.writes:
        problems.append("the first run wrote nothing")
    if second.rc:
        problems.append(f"the second run failed with status {second.rc}")
    if second.changed:
        problems.append(f"the second run reports {second.changed} changed tasks")
    if second.writes:
        problems.append(f"the second run sent {second.writes} writes")
    return problems


def demonstrate(playbook: str, scratch: Path) -> int:
    """Serve a fresh cloud, run the playbook twice against it, print the figures; 0 when the second changed nothing."""
    from cloudstack_simulator import Simulator

    api_key, secret_key = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    simulator = Simulator(api_key=api_key, secret_key=secret_key, strict=True)
    with simulator.serve() as server:
        environment = playbook_run.ansible_environment(
            scratch,
            {"CLOUDSTACK_ENDPOINT": server.url, "CLOUDSTACK_KEY": api_key, "CLOUDSTACK_SECRET": secret_key},
        )
        environment["TMPDIR"] = str(scratch)
        if sys.stdout.isatty():
            environment["ANSIBLE_FORCE_COLOR"] = "true"
        print(f"A simulated CloudStack answers at {server.url}", flush=True)
        first = play(playbook, simulator, environment, scratch)
        print(f"first run: {first}", flush=True)
        if first.rc:
            return first.rc
        print("\nThe same again: nothing may change.", flush=True)
        second = play(playbook, simulator, environment, scratch)
    print(f"first run:  {first}\nsecond run: {second}", flush=True)
    problems = verdict(first, second)
    for problem in problems:
        print(f"demo: {problem}", file=sys.stderr)
    return 1 if problems else 0


def stop(number: int, _frame: Any) -> None:
    """Leave through the context managers, so that the server and the scratch directory go as well."""
    raise SystemExit(128 + number)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("playbook", nargs="?", default="cloudstack.cloud.demo", help="a playbook's path or FQCN")
    playbook = parser.parse_args().playbook
    sys.path.insert(0, str(SIMULATOR))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    with tempfile.TemporaryDirectory(prefix="cloudstack-demo-") as scratch:
        return demonstrate(playbook, Path(scratch))


if __name__ == "__main__":
    sys.exit(main())
