# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""A few connections for many resources that are worked on at the same time."""

from __future__ import annotations

import queue
import threading
import time
from typing import Any, Mapping

from ..client import Client
from ..settings import Settings
from .board import Board


class FleetClient(Client):
    """A client that many threads share. Each holds a C(slot) while it works; one that only waits gives it away.

    :param slots: how many may work at the same time; each has a connection.
    """

    def __init__(self, settings: Settings, board: Board, slots: int) -> None:
        super().__init__(settings, sleep=self._sleep)
        self.slot = threading.Semaphore(slots)
        self._board = board
        self._idle: queue.LifoQueue[Client] = queue.LifoQueue()

    def call(self, command: str, params: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Send one command over a connection that is idle; see C(Client.call)."""
        try:
            connection = self._idle.get_nowait()
        except queue.Empty:
            connection = Client(self.settings)
        try:
            return connection.call(command, params)
        finally:
            self._idle.put(connection)

    def wait_for(self, command: str, jobid: str) -> Any:
        """Wait on the board, without the slot."""
        self.slot.release()
        try:
            return self._board.wait(command, jobid)
        finally:
            self.slot.acquire()

    def _sleep(self, seconds: float) -> None:
        self.slot.release()
        try:
            time.sleep(seconds)
        finally:
            self.slot.acquire()
