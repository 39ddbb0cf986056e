# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Shows how far a converge task has come, as lines that read well on a terminal and in a log.

A worker of Ansible is cut off from the terminal: it can add lines to the output, but not draw over the last one.
"""

from __future__ import annotations

import time
from typing import Callable

from ansible_collections.cloudstack.cloud.plugins.module_utils.fleet.progress import Progress

PAUSE = 2.0
"""Seconds between two lines, and before the first: what is done by then shows none."""

WIDTH = 20
NAMES = 3


class ProgressLines:
    """A report that writes a line every few seconds, and one at the end when there was any.

    :param show: writes a line.
    :param clock: tells the time in seconds.
    """

    def __init__(self, show: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._show = show
        self._clock = clock
        self._last = clock()
        self._shown = False

    def __call__(self, progress: Progress) -> None:
        """Write a line if it is time."""
        now = self._clock()
        if now - self._last < PAUSE and not (progress.over and self._shown):
            return
        self._last, self._shown = now, True
        self._show(line(progress))


def line(progress: Progress) -> str:
    """The progress in one line: a bar, the counts, the names of what runs."""
    running = progress.running
    full = WIDTH * (progress.done + progress.failed) // max(1, progress.total)
    counts = f"{progress.done} of {progress.total} done, {len(running)} running, {progress.failed} failed"
    names = ", ".join(running[:NAMES]) + (f" and {len(running) - NAMES} more" if len(running) > NAMES else "")
    return f"[{'#' * full}{'.' * (WIDTH - full)}] {counts}" + (f": {names}" if names else "")
