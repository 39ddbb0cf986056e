"""Which function answers which command. Noun files fill it when they are imported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .surface import surface

if TYPE_CHECKING:
    from .context import Context

Handler = Callable[["Context"], Any]

_COMMANDS: dict[str, Handler] = {}
_JOBS: dict[str, Handler] = {}
_BACKGROUND: dict[str, Handler] = {}
_UNDO: dict[str, Handler] = {}


@dataclass(frozen=True)
class Submitted:
    """What an asynchronous command gives back at once.

    id: the id of the thing the job works on (shown where the server shows it);
    data: JSON-able values that the job's end will need besides the parameters;
    answer_id: the `id` of the answer, where the server gives another than the thing's.
    """

    id: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    answer_id: str | None = None


def command(*names: str) -> Callable[[Handler], Handler]:
    """Register the function that answers these commands.

    A synchronous command's function returns the content of the envelope. An asynchronous command's function checks
    and prepares what the server does before it answers, and returns `Submitted`; it needs a `job` function too.
    """

    def register(handler: Handler) -> Handler:
        for name in names:
            _put(_COMMANDS, name, handler)
        return handler

    return register


def job(*names: str) -> Callable[[Handler], Handler]:
    """Register the function that does an asynchronous command's work and returns its `jobresult`."""

    def register(handler: Handler) -> Handler:
        for name in names:
            if not surface().commands[name].is_async:
                raise ValueError(f"{name} is not asynchronous")
            _put(_JOBS, name, handler)
        return handler

    return register


def background(name: str) -> Callable[[Handler], Handler]:
    """Register work that the cloud does by itself (no command): see `Jobs.start_background`."""

    def register(handler: Handler) -> Handler:
        _BACKGROUND[name] = handler
        return handler

    return register


def undo(*names: str) -> Callable[[Handler], Handler]:
    """Register what puts things right when the job of an asynchronous command was ordered to fail.

    It undoes what the command's `command` function had prepared; its return value is not used.
    """

    def register(handler: Handler) -> Handler:
        for name in names:
            _put(_UNDO, name, handler)
        return handler

    return register


def undoer(name: str) -> Handler | None:
    """The function that undoes what a command prepared, or None."""
    return _UNDO.get(name)


def answerer(name: str) -> Handler | None:
    """The function that answers a command, or None."""
    return _COMMANDS.get(name)


def worker(name: str) -> Handler | None:
    """The function that ends a job or a background work, or None."""
    return _JOBS.get(name) or _BACKGROUND.get(name)


def simulated() -> list[str]:
    """The commands that the simulator carries, sorted."""
    return sorted(set(_COMMANDS) | set(_JOBS))


def _put(table: dict[str, Handler], name: str, handler: Handler) -> None:
    if name not in surface().commands:
        raise ValueError(f"{name} is no command of the API")
    if name in table:
        raise ValueError(f"{name} is answered twice: {table[name].__module__} and {handler.__module__}")
    table[name] = handler
