"""The things that a sample speaks of, by who makes them: the sample itself, or the cloud it is tried in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from contract.samples import WORLD

NAMING = ("name", "ip_address", "user_name", "username")
"""Options whose values in the test world's own tasks are names that samples refer to."""

EVERYWHERE = frozenset(["ROOT", "admin"])
"""What every cloud has under this name."""


def made() -> frozenset[str]:
    """The names of what the tasks of the test world make."""
    return frozenset(
        options[option] for _, options in WORLD for option in NAMING if isinstance(options.get(option), str)
    )


def pieces(resource: Any, options: Mapping[str, Any]) -> set[str]:
    """The names among the options that the cloud must have before: a zone, an offering, a network.

    :param resource: the declaration; its references tell which options name other things.
    """
    names = {text for value in options.values() for text in texts(value)} & made()
    for ref in resource.refs:
        names.update(texts(options.get(ref.name)))
    own = options.get("name")
    return {name for name in names if name and name != own} - EVERYWHERE


def texts(value: Any) -> Iterator[str]:
    """All strings in a value, however deep."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value
