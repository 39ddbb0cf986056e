"""Each command that a module is documented to send must be sent by a contract test.

Every worker notes what the modules sent in its tests; the process that the workers report to joins the notes and judges
them, where all contract tests ran and passed. `tests/contract/world.py` holds the other half: nothing else is sent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

CONTRACT = Path("tests") / "contract"
SENT: dict[str, set[str]] = defaultdict(set)
"""By module, the commands that it sent in the tests of this process."""


def note(module: str, commands: Iterable[str]) -> None:
    """Take down what a module sent."""
    SENT[module].update(commands)


class Told:
    """A plugin of pytest: joins the notes of all processes and fails the session for commands that nobody sent."""

    def __init__(self, root: Path) -> None:
        self.files = {path.relative_to(root).as_posix() for path in (root / CONTRACT).glob("test_*.py")}
        self.collected: set[str] = set()
        self.passed: set[str] = set()
        self.narrowed = False
        self.unsent: list[str] = []

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        self.narrowed |= any(file_of(item.nodeid) in self.files for item in items)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.collected.update(item.nodeid for item in session.items if file_of(item.nodeid) in self.files)
        self.narrowed |= any("::" in argument for argument in session.config.args)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and report.passed:
            self.passed.add(report.nodeid)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object | None) -> None:
        """Take over what a worker noted, collected and left out."""
        notes = getattr(node, "workeroutput", {}).get("told", {"sent": {}, "collected": [], "narrowed": True})
        for module, commands in notes["sent"].items():
            note(module, commands)
        self.collected.update(notes["collected"])
        self.narrowed |= notes["narrowed"]

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hand the notes over to the process that judges, or judge."""
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            sent = {module: sorted(commands) for module, commands in SENT.items()}
            output["told"] = {"sent": sent, "collected": sorted(self.collected), "narrowed": self.narrowed}
        elif self.all_ran():
            self.unsent = unsent()
            if self.unsent:
                session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def all_ran(self) -> bool:
        """Tell whether every contract test was asked for, and passed."""
        whole = {file_of(nodeid) for nodeid in self.collected} == self.files != set()
        return whole and not self.narrowed and self.collected <= self.passed

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        for line in self.unsent:
            terminalreporter.write_line(line, red=True)


def file_of(nodeid: str) -> str:
    """The file of a test, as its id has it."""
    return nodeid.partition("::")[0]


OVS = "the recorded server knows no provider of that name"
BEYOND: dict[tuple[str, str], str] = {
    ("network_service_provider", "configureOvsElement"): OVS,
    ("network_service_provider", "listOvsElements"): OVS,
    ("physical_network", "configureOvsElement"): OVS,
    ("physical_network", "listOvsElements"): OVS,
    (
        "lb_rule",
        "deleteLBHealthCheckPolicy",
    ): "the recorded server's router takes no health check that could be removed",
}
"""What no test against the simulator can make a module send, and why."""


def unsent() -> list[str]:
    """A line for each command that the documentation of a module tells and no test made the module send."""
    from contract.catalogue import ROOT, load

    commands = load("commands")
    modules = [name for kind in load("registry").KINDS for name in (kind, f"{kind}_info")]
    told = {
        (module, command)
        for module in modules
        if (ROOT / "plugins" / "modules" / f"{module}.py").exists()
        for command in set(commands.commands(module)) - {*commands.ALWAYS}
    }
    sent = {(module, command) for module, found in SENT.items() for command in found}
    lines = [
        f"{module}: docs/modules.md tells {command}, and no contract test made the module send it. "
        "Let one do so, or tell it no more."
        for module, command in sorted(told - sent - set(BEYOND))
    ]
    return lines + [
        f"{module}: {command} stands in BEYOND (tests/helpers/told.py) for nothing. Take it out."
        for module, command in sorted(set(BEYOND) - (told - sent))
    ]
