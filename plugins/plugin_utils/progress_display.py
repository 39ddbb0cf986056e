# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Shows how far a converge task has come and what it changed.

The progress is a bar that moves on a terminal, lines anywhere else.

A worker of Ansible is cut off from the terminal; what it hands to the display is written by the parent. So whether
there is a terminal is looked up when this is imported, which the parent does before it forks.
"""

from __future__ import annotations

import os
import sys
import time
from typing import Any, Callable, Mapping

from ansible_collections.cloudstack.cloud.plugins.module_utils.fleet.progress import Progress

LINE_PAUSE = 2.0
"""Seconds between two lines, and before the first: what is done by then shows none."""

BAR_PAUSE = 0.5
"""Seconds between two states of the bar, and before the first."""

WIDTH = 20
NAMES = 3
RUNNER = ("AWX_ISOLATED_DATA_DIR", "RUNNER_OMIT_EVENTS")
"""Variables of ansible-runner, which AWX uses too: it gives its runs a terminal that nobody sees."""


def draws(environment: Mapping[str, str], is_terminal: bool) -> bool:
    """Tell whether a line can be drawn over: there is a terminal, and somebody sees it."""
    return is_terminal and environment.get("TERM") != "dumb" and not any(name in environment for name in RUNNER)


ON_TERMINAL = draws(os.environ, sys.stdout.isatty())


class ProgressDisplay:
    """A report that shows the progress every now and then, and its end when there was any before.

    :param display: Ansible's display.
    :param draw: draw over the line before instead of adding one.
    :param clock: tells the time in seconds.
    """

    def __init__(self, display: Any, draw: bool = ON_TERMINAL, clock: Callable[[], float] = time.monotonic) -> None:
        self._display = display
        self._draw = draw
        self._pause = BAR_PAUSE if draw else LINE_PAUSE
        self._clock = clock
        self._last = clock()
        self._shown = False

    def __call__(self, progress: Progress) -> None:
        """Show the progress if it is time."""
        now = self._clock()
        if now - self._last < self._pause and not (progress.over and self._shown):
            return
        self._last, self._shown = now, True
        if self._draw:
            width = self._display.columns
            self._display.display(f"\r{line(progress)[:width]:{width}}", screen_only=True, newline=progress.over)
        else:
            self._display.display(line(progress))


def line(progress: Progress) -> str:
    """The progress in one line: a bar, the counts, the names of what runs."""
    running = progress.running
    full = WIDTH * (progress.done + progress.failed) // max(1, progress.total)
    counts = f"{progress.done} of {progress.total} done, {len(running)} running, {progress.failed} failed"
    names = ", ".join(running[:NAMES]) + (f" and {len(running) - NAMES} more" if len(running) > NAMES else "")
    return f"[{'#' * full}{'.' * (WIDTH - full)}] {counts}" + (f": {names}" if names else "")


def changes(result: Mapping[str, Any]) -> list[str]:
    """What a converge task changed, or would change: a line for each resource.

    :param result: the result of the task.
    """
    return [_change(row) for row in result.get("resources", ()) if row["changed"]]


def _change(row: Mapping[str, Any]) -> str:
    name = f"{row['kind']} {row['name']}"
    before, after = (row.get("diff", {}).get(side) or {} for side in ("before", "after"))
    if before and not after:
        return f"- {name}"
    if not before:
        return f"+ {name}"
    if isinstance(before, str):
        return f"~ {name}: rules"
    fields = [key for key in dict.fromkeys((*before, *after)) if before.get(key) != after.get(key)]
    return f"~ {name}: {', '.join(fields)}"
