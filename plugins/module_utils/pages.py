# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Reading several long lists at the same time, page beside page, over a bounded number of connections."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Callable, Mapping, Sequence

from .client import UNPAGED, Client


@dataclass(frozen=True)
class Question:
    """One list to be read to its end; see C(Client.page)."""

    command: str
    params: Mapping[str, Any] = field(default_factory=dict)
    items: str = ""


def read_lists(
    connect: Callable[[], Client], questions: Sequence[Question], parallel: int
) -> list[list[dict[str, Any]]]:
    """Read lists to their ends and return their items, in the order of the questions.

    What was removed while it read may have moved something from one page to another that had been read already. A list
    that shows fewer things than the server counts is therefore read once more, and what both readings show counts.

    :param connect: makes a connection; each thread has its own.
    :param parallel: how many requests are under way at the same time.
    :raises CloudError: one of the lists cannot be read.
    """
    reader = _Reader(connect, max(1, parallel))
    try:
        found = reader.read(questions)
        short = [at for at, (rows, count) in enumerate(found) if len(rows) < count]
        for at, (rows, _count) in zip(short, reader.read([questions[at] for at in short])):
            found[at] = (distinct([*found[at][0], *rows]), 0)
        return [rows for rows, _count in found]
    finally:
        reader.close()


def distinct(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each thing once, where it stands first; what has no id is a thing of its own."""
    found: dict[str, dict[str, Any]] = {}
    for at, row in enumerate(rows):
        found.setdefault(str(row.get("id") or f"(row {at})"), row)
    return list(found.values())


class _Reader:
    """Threads that have a connection each."""

    def __init__(self, connect: Callable[[], Client], parallel: int) -> None:
        self._connect = connect
        self._own = threading.local()
        self._pool = ThreadPoolExecutor(parallel)

    def read(self, questions: Sequence[Question]) -> list[tuple[list[dict[str, Any]], int]]:
        """The items of each list, and how many the server counts: first pages side by side, then all others."""
        first = [self._ask(question, 1) for question in questions]
        parts: list[list[Future[Any]]] = []
        for question, begun in zip(questions, first):
            rows, count, size = begun.result()
            more = 0 if question.command in UNPAGED or len(rows) < size else -(-count // size) - 1
            parts.append([begun, *(self._ask(question, number + 2) for number in range(more))])
        found = []
        for pages in parts:
            read = [page.result() for page in pages]
            counted = max(count for _rows, count, _size in read)
            found.append((distinct([row for rows, _count, _size in read for row in rows]), counted))
        return found

    def _ask(self, question: Question, number: int) -> Future[Any]:
        return self._pool.submit(self._page, question, number)

    def _page(self, question: Question, number: int) -> tuple[list[dict[str, Any]], int, int]:
        """The items of a page, how many there are on all pages, and how many a page has."""
        if not hasattr(self._own, "client"):
            self._own.client = self._connect()
        client: Client = self._own.client
        return (*client.page(question.command, question.params, number, question.items), client.page_size)

    def close(self) -> None:
        """End the threads; what has not begun is not sent any more."""
        self._pool.shutdown(wait=False)
