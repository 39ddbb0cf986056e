"""How long a run of the tests kept its workers busy, and with what."""

from __future__ import annotations

from collections import Counter

from helpers.told import file_of


class Busy:
    """How long each worker was at work, and on which files."""

    DEAREST = 10

    def __init__(self) -> None:
        self._workers: Counter[str] = Counter()
        self._files: Counter[str] = Counter()

    def note(self, worker: str, nodeid: str, seconds: float) -> None:
        """Add a part of a test."""
        self._workers[worker] += seconds
        self._files[file_of(nodeid)] += seconds

    def lines(self) -> list[str]:
        """What there is to tell: each worker, and the files that cost most."""
        workers = [f"{name} was busy for {seconds:.0f} s" for name, seconds in sorted(self._workers.items())]
        return workers + [f"{seconds:6.0f} s in {file}" for file, seconds in self._files.most_common(self.DEAREST)]
