"""Several runs whose calls come one at a time, in an order that a test chooses."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from contract.world import Tasks

Result = dict[str, Any]
Choose = Callable[[list[int]], int]
"""Picks whose call comes next, of the runs that want to send one."""


class Turns:
    """Holds every call until it is its run's turn; nothing else of two runs is ever at work at the same time.

    :param patient: calls take no time, and pauses their own: who pauses has no turn as long as another run works.
        Otherwise pauses take no time.
    """

    def __init__(self, choose: Choose, patient: bool = False) -> None:
        self._choose = choose
        self._patient = patient
        self._now = 0.0
        self._until: dict[int, float] = {}
        self._moved = threading.Condition()
        self._live: set[int] = set()
        self._waiting: set[int] = set()
        self._turn = -1

    def run(self, works: Mapping[int, tuple[Tasks, Callable[[Tasks], Result]]]) -> dict[int, Result | Exception]:
        """Do the work of each run; what came of it, or the error that ended it."""
        found: dict[int, Result | Exception] = {}
        self._live = set(works)
        threads = [
            threading.Thread(target=self._work, args=(who, tasks, work, found)) for who, (tasks, work) in works.items()
        ]
        for thread in threads:
            thread.start()
        while self._next():
            pass
        for thread in threads:
            thread.join()
        return found

    def _next(self) -> bool:
        """Give one run its turn as soon as all of them wait for theirs or have ended."""
        with self._moved:
            self._moved.wait_for(lambda: self._turn < 0 and self._waiting == self._live)
            if self._live:
                self._turn = self._chosen()
                self._moved.notify_all()
            return bool(self._live)

    def _work(
        self, who: int, tasks: Tasks, work: Callable[[Tasks], Result], found: dict[int, Result | Exception]
    ) -> None:
        send = tasks.client._send
        tasks.client.sleep = lambda seconds: self._rest(who, seconds)
        tasks.client._send = lambda *call: self._held(who, send, call)
        try:
            found[who] = work(tasks)
        except Exception as error:
            found[who] = error
        finally:
            with self._moved:
                self._live.discard(who)
                self._moved.notify_all()

    def _chosen(self) -> int:
        ready = [who for who in sorted(self._waiting) if self._until.get(who, 0.0) <= self._now]
        if ready:
            return self._choose(ready)
        first = min(self._waiting, key=self._until.__getitem__)
        self._now = self._until[first]
        return first

    def _rest(self, who: int, seconds: float) -> None:
        if self._patient:
            self._until[who] = self._now + seconds

    def _held(self, who: int, send: Callable[..., Any], call: tuple[Any, ...]) -> Any:
        with self._moved:
            self._waiting.add(who)
            self._moved.notify_all()
            self._moved.wait_for(lambda: self._turn == who)
            self._turn = -1
            self._waiting.discard(who)
        return send(*call)


def in_order(order: Iterable[int]) -> Choose:
    """As the numbers say, as long as there are any; after that one after the other."""
    left = iter(order)
    turn = iter(range(10**6))
    return lambda waiting: waiting[next(left, next(turn)) % len(waiting)]
