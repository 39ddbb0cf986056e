"""What is shown of how far a fleet has come: little, and nothing of what is quick."""

from __future__ import annotations

import importlib
from typing import Any

from contract.catalogue import load

display = importlib.import_module("ansible_collections.cloudstack.cloud.plugins.plugin_utils.progress_display")


class Screen:
    """Stands for Ansible's display."""

    columns = 79

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.drawn: list[tuple[str, bool]] = []

    def display(self, text: str, screen_only: bool = False, newline: bool = True) -> None:
        if screen_only:
            self.drawn.append((text, newline))
        else:
            self.lines.append(text)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def progress(total: int, done: int, *running: str) -> Any:
    found = load("fleet.progress").Progress()
    found.total = total
    for number in range(done):
        found.begin(f"done {number}")
        found.end(f"done {number}", False)
    for name in running:
        found.begin(name)
    return found


def test_a_line_tells_counts_and_names() -> None:
    told = progress(10, 5, "zone a", "pod b", "pod c", "pod d", "pod e")
    told.end("pod d", True)
    assert display.line(told) == (
        f"[{'#' * 12}{'.' * 8}] 5 of 10 done, 4 running, 1 failed: zone a, pod b, pod c and 1 more"
    )
    assert display.line(progress(3, 3)) == f"[{'#' * 20}] 3 of 3 done, 0 running, 0 failed"


def test_what_is_quick_shows_nothing() -> None:
    for bar in (False, True):
        screen = Screen()
        report = display.ProgressDisplay(screen, bar, Clock())
        told = progress(3, 3)
        report(told)
        told.over = True
        report(told)
        assert (screen.lines, screen.drawn) == ([], [])


def test_lines_come_every_two_seconds_and_at_the_end() -> None:
    screen = Screen()
    clock = Clock()
    report = display.ProgressDisplay(screen, False, clock)
    told = progress(3, 0, "pod a")
    for tick in range(51):
        clock.now = tick / 10
        report(told)
    assert len(screen.lines) == 2
    told.over = True
    report(told)
    assert len(screen.lines) == 3
    assert screen.drawn == []


def test_a_bar_is_drawn_over_itself_and_ends_its_line() -> None:
    screen = Screen()
    clock = Clock()
    report = display.ProgressDisplay(screen, True, clock)
    told = progress(3, 0, "pod a", "pod " + "b" * 100)
    for tick in range(21):
        clock.now = tick / 10
        report(told)
    told.end("pod a", False)
    told.over = True
    report(told)
    assert screen.lines == []
    assert [newline for text, newline in screen.drawn] == [False] * 4 + [True]
    assert {len(text) for text, newline in screen.drawn} == {80}, "what was longer before would stay on the screen"
    assert all(text.startswith("\r[") for text, newline in screen.drawn)


def test_a_bar_needs_a_terminal_that_somebody_sees() -> None:
    assert display.draws({"TERM": "xterm"}, True)
    assert not display.draws({"TERM": "xterm"}, False)
    assert not display.draws({"TERM": "dumb"}, True)
    assert not display.draws({"TERM": "xterm", "AWX_ISOLATED_DATA_DIR": "/runner/artifacts"}, True)


def test_what_changes_of_a_list_of_rules_is_told_as_such() -> None:
    both = {"before": "name\nlist*\n", "after": "name\nlist*\n*\n"}
    row = {"kind": "role_permissions", "name": "Support", "changed": True, "diff": both}
    assert display.changes({"resources": [row, {**row, "diff": {**both, "before": ""}}]}) == [
        "~ role_permissions Support: rules",
        "+ role_permissions Support",
    ]
