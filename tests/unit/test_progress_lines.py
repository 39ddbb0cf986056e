"""Lines that tell how far a fleet has come: few, and none of what is quick."""

from __future__ import annotations

import importlib
from typing import Any

from contract.catalogue import load

lines = importlib.import_module("ansible_collections.cloudstack.cloud.plugins.plugin_utils.progress_lines")


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
    assert lines.line(told) == (
        f"[{'#' * 12}{'.' * 8}] 5 of 10 done, 4 running, 1 failed: zone a, pod b, pod c and 1 more"
    )
    assert lines.line(progress(3, 3)) == f"[{'#' * 20}] 3 of 3 done, 0 running, 0 failed"


def test_what_is_quick_shows_nothing() -> None:
    shown: list[str] = []
    report = lines.ProgressLines(shown.append, Clock())
    told = progress(3, 3)
    report(told)
    told.over = True
    report(told)
    assert shown == []


def test_lines_come_every_two_seconds_and_at_the_end() -> None:
    shown: list[str] = []
    clock = Clock()
    report = lines.ProgressLines(shown.append, clock)
    told = progress(3, 0, "pod a")
    for tick in range(51):
        clock.now = tick / 10
        report(told)
    assert len(shown) == 2
    told.over = True
    report(told)
    assert len(shown) == 3
