"""Faults on order: each strikes once, on the nth call of a command."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = frozenset({"close_before", "close_after", "429", "503", "530", "431", "slow", "truncate"})
TEXTS = {
    "429": "The given user has reached his/her account api limit, please retry after 40 ms.",
    "503": "Service Unavailable",
    "530": "Injected fault: internal error",
    "431": "Injected fault: invalid parameter",
}


@dataclass
class Fault:
    """One ordered fault.

    close_before: the connection drops and the command is not done; close_after: it is done, and the answer is lost;
    truncate: it is done, and half the answer arrives; slow: the answer comes `seconds` late;
    429, 503, 530, 431: this status instead of the work.
    """

    kind: str
    command: str | None = None
    nth: int = 1
    seconds: float = 1.0


class Faults:
    """The faults that have not struck yet."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, kind: str, command: str | None = None, nth: int = 1, seconds: float = 1.0) -> None:
        """Order a fault on the nth coming call of a command (of any command when None)."""
        if kind not in KINDS:
            raise ValueError(f"no such fault: {kind}; one of {', '.join(sorted(KINDS))}")
        if isinstance(nth, bool) or not isinstance(nth, int) or nth < 1:
            raise ValueError("nth is a number and counts from 1")
        if seconds < 0:
            raise ValueError("seconds cannot be negative")
        self._waiting.append(Fault(kind, command, nth, seconds))

    def strike(self, command: str) -> Fault | None:
        """Count a call; return the fault that it meets, or None."""
        struck = None
        for fault in list(self._waiting):
            if fault.command not in (None, command):
                continue
            fault.nth -= 1
            if fault.nth == 0:
                self._waiting.remove(fault)
                struck = struck or fault
        return struck

    def waiting(self) -> list[Fault]:
        """The faults that have not struck yet, in the order they were ordered."""
        return list(self._waiting)

    def clear(self) -> None:
        """Call off every waiting fault."""
        self._waiting.clear()

    def __len__(self) -> int:
        return len(self._waiting)
