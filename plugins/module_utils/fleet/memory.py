# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What a converge task knows: shared lists instead of a question for each entry, and promises of what will be."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Iterable, Mapping

from ..plan import UNSEEN
from ..resolve import Given, Resolver
from ..spec import Field, Ref, Resource

if TYPE_CHECKING:
    from ..client import Client
    from .entries import Entry

PROMISED = "(to be made) "
"""How the id of something begins that is planned and not there yet."""


class Memory(Resolver):
    """A resolver for many entries.

    :param bulk: list commands of which everything is read once, because many entries ask for parts of it.
    """

    def __init__(self, client: Client, bulk: Iterable[str] = ()) -> None:
        super().__init__(client)
        self._bulk = frozenset(bulk)
        self._promises: dict[str, list[dict[str, Any]]] = {}
        self._indexes: dict[int, dict[str, list[dict[str, Any]]]] = {}
        self._lock = threading.RLock()

    def rows(self, resource: Resource, params: Mapping[str, Any]) -> list[dict[str, Any]]:
        """As Resolver.rows; what was promised of the kind stands among the rows."""
        with self._lock:
            name = params.get(resource.list_key) if resource.list_key else None
            promised = self._promised(resource, name)
            if any(str(value).startswith(PROMISED) for value in params.values()):
                return promised
            if name is None or resource.list not in self._bulk:
                return [*super().rows(resource, params), *promised]
            everything = super().rows(resource, {key: text for key, text in params.items() if key != resource.list_key})
            return [*self._named(everything, resource, name), *promised]

    def _named(self, rows: list[dict[str, Any]], resource: Resource, name: Any) -> list[dict[str, Any]]:
        index = self._indexes.get(id(rows))
        if index is None:
            index = self._indexes[id(rows)] = {}
            for row in rows:
                for text in {str(row[key]).casefold() for key in (*resource.names, "name") if row.get(key)}:
                    index.setdefault(text, []).append(row)
        return index.get(str(name).casefold(), [])

    def _promised(self, resource: Resource, name: Any) -> list[dict[str, Any]]:
        rows = self._promises.get(resource.name, [])
        if name is None:
            return rows
        return [row for row in rows if any(row.get(key) == name for key in resource.names)]

    def forget(self) -> None:
        """Drop what is remembered, promises included: from here on only what is there counts."""
        with self._lock:
            super().forget()
            self._indexes.clear()
            self._promises.clear()

    def promise(self, entry: Entry, wanted: Mapping[str, Given]) -> None:
        """Let later entries refer to what an entry is going to make."""
        resource = entry.resource
        row: dict[str, Any] = {"id": f"{PROMISED}{resource.name} {entry.label}", UNSEEN: True}
        row.update(dict.fromkeys(resource.names, entry.label))
        for field in resource.fields:
            if field.name in wanted:
                row.update(_as_answer(field, wanted[field.name]))
        with self._lock:
            self._promises.setdefault(resource.name, []).append(row)


def _as_answer(field: Field, given: Given) -> dict[str, Any]:
    """The part of a list answer that a wanted value will be."""
    part = {field.read: given.value} if isinstance(field.read, str) else {}
    if isinstance(field, Ref) and isinstance(field.shows, str):
        part[field.shows] = given.shown
    return part
