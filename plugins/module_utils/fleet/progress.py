# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""How far a converge task has come."""

from __future__ import annotations

import threading
from typing import Callable


class Progress:
    """Counts what is done, running and failed; threads may tell it at the same time.

    :ivar total: how many resources are to be changed.
    :ivar over: nothing more will be done.
    """

    def __init__(self) -> None:
        self.total = 0
        self.done = 0
        self.failed = 0
        self.over = False
        self._running: list[str] = []
        self._lock = threading.Lock()

    @property
    def running(self) -> list[str]:
        """The names of what is being worked on, the longest under way first."""
        with self._lock:
            return list(self._running)

    def begin(self, name: str) -> None:
        """Note that work on a resource begins."""
        with self._lock:
            self._running.append(name)

    def end(self, name: str, failed: bool) -> None:
        """Note that work on a resource has ended."""
        with self._lock:
            self._running.remove(name)
            if failed:
                self.failed += 1
            else:
                self.done += 1


Report = Callable[[Progress], None]
"""Is told about the progress about once a second and whenever a resource is done."""
