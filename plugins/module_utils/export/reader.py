# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Reading on behalf of somebody who may not see everything: what is refused becomes a note."""

from __future__ import annotations

from typing import Any, Iterable, List, Mapping, Tuple

from ..client import Client
from ..errors import ApiError
from ..lifecycle import Record
from ..resolve import Resolver

Groups = Mapping[Tuple[str, ...], List[Record]]
"""Rows by what they agree in."""

REFUSED = (401, 432, 531)
"""How the server says that a caller may not use a command, or not see what it was asked for."""


class Reader:
    """Lists things and remembers which commands were refused."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.resolver = Resolver(client)
        self.refused: set[str] = set()

    def listed(self, command: str, **params: Any) -> list[dict[str, Any]]:
        """What a list command tells; nothing where the caller may not use it."""
        if command in self.refused:
            return []
        try:
            return self.client.list(command, params)
        except ApiError as error:
            if error.code not in REFUSED:
                raise
            self.refused.add(command)
            return []

    def untold(self) -> list[str]:
        """A sentence on each command that was refused."""
        return [f"The caller may not use {one}, so what it would tell is not here." for one in sorted(self.refused)]


def told_apart(what: str, rows: Iterable[Record], key: str = "name") -> tuple[list[Record], list[str]]:
    """Leave out what a tree cannot tell apart.

    :param what: what several of them are called.
    :param key: where the name stands.
    :return: the rows whose names are theirs alone, and a sentence on each name that several have.
    """
    found: dict[str, list[Record]] = {}
    for row in rows:
        found.setdefault(str(row.get(key)).casefold(), []).append(row)
    alone = [same[0] for same in found.values() if len(same) == 1]
    twins = sorted(str(same[0].get(key)) for same in found.values() if len(same) > 1)
    return alone, [
        f"Several {what} are called '{name}': a tree cannot tell them apart, so they are left out." for name in twins
    ]


def by_key(rows: Iterable[Record], *keys: str) -> Groups:
    """Rows in groups of those that agree in all keys."""
    found: dict[tuple[str, ...], list[Record]] = {}
    for row in rows:
        found.setdefault(tuple(str(row.get(key)) for key in keys), []).append(row)
    return found
