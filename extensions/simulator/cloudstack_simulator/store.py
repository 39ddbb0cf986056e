"""The cloud's state: plain records by kind and id, JSON-able as they stand."""

from __future__ import annotations

import copy
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from .dependents import DEPENDENTS

Record = dict[str, Any]
Records = list[Record]
Groups = tuple[dict[Any, Record], dict[Any, Records]]

NUMBER = "_number"
# Kinds whose rows the server marks as removed and keeps: a list by the id of one gives nothing, and is no error.
REMEMBERED = frozenset({"zone", "pod", "cluster", "host", "storagepool", "imagestore", "physicalnetwork", "network",
                        "virtualmachine", "volume", "snapshot", "template", "iso", "vpc", "account", "user", "domain",
                        "project", "router", "systemvm", "vmsnapshot"})  # fmt: skip


class Store:
    """Collections of records, one a kind, in the order they were made.

    A record is a dict with at least `id`; keys that start with an underscore are the simulator's own and never
    shown. `_number` is the record's internal number, as the server's own database would have one.
    """

    def __init__(self) -> None:
        self._kinds: dict[str, dict[str, Record]] = {}
        self._kind_of: dict[str, list[str]] = {}
        self._next: dict[str, int] = {}
        self._gone: dict[str, str] = {}
        self._groups: dict[tuple[str, str], Groups] | None = None
        self.generation = 0

    def add(self, kind: str, record: Record) -> Record:
        """Keep a record (its id is made when it has none) and return it. ValueError for an id that the kind has."""
        if "id" not in record:
            record["id"] = str(uuid.uuid4())
        if str(record["id"]) in self._kinds.get(kind, {}):
            raise ValueError(f"there is a {kind} {record['id']} already")
        number = self._next.get(kind, 1)
        record.setdefault(NUMBER, number)
        self._next[kind] = max(number, record[NUMBER]) + 1
        self._kinds.setdefault(kind, {})[str(record["id"])] = record
        kinds = self._kind_of.setdefault(str(record["id"]), [])
        if kind not in kinds:
            kinds.append(kind)
        if self._groups:
            self._groups.clear()
        return record

    def get(self, kind: str, record_id: Any) -> Record | None:
        """The record of a kind by id, or None."""
        return self._kinds.get(kind, {}).get(str(record_id))

    def need(self, kind: str, record_id: Any) -> Record:
        """The record of a kind by id; KeyError when there is none (a mistake of the simulator, not of a caller)."""
        return self._kinds[kind][str(record_id)]

    def all(self, kind: str) -> Records:
        """Every record of a kind, oldest first; the list is the caller's own."""
        return list(self._kinds.get(kind, {}).values())

    def where(self, kind: str, **equal: Any) -> Records:
        """The records of a kind whose fields equal the given values."""
        if self._groups is not None and equal:
            name = next(iter(equal))
            found = self._grouped(kind, name, equal.pop(name))
        else:
            found = list(self._kinds.get(kind, {}).values())
        for name, value in equal.items():
            found = [record for record in found if record.get(name) == value]
        return list(found)

    @contextmanager
    def still(self) -> Iterator[None]:
        """In here no field that anyone searches by changes: searches go by groups that are made once."""
        outer = self._groups
        self._groups = {} if outer is None else outer
        try:
            yield
        finally:
            self._groups = outer

    def _grouped(self, kind: str, field: str, value: Any) -> Records:
        """The records with a value, by groups; most values have one record, which needs no list of its own."""
        groups = self._groups
        assert groups is not None
        if (kind, field) not in groups:
            groups[kind, field] = self._group(kind, field)
        single, several = groups[kind, field]
        if value in several:
            return several[value]
        return [single[value]] if value in single else []

    def _group(self, kind: str, field: str) -> Groups:
        single: dict[Any, Record] = {}
        several: dict[Any, Records] = {}
        for record in self._kinds.get(kind, {}).values():
            value = record.get(field)
            try:
                first = single.setdefault(value, record)
            except TypeError:
                continue
            if first is not record:
                several.setdefault(value, [first]).append(record)
        return single, several

    def first(self, kind: str, **equal: Any) -> Record | None:
        """The oldest record of a kind whose fields equal the given values, or None."""
        return next(iter(self.where(kind, **equal)), None)

    def matching(self, kind: str, test: Callable[[Record], bool]) -> Records:
        """The records of a kind that pass a test."""
        return [r for r in self._kinds.get(kind, {}).values() if test(r)]

    def remove(self, kind: str, record_id: Any) -> Record | None:
        """Forget a record, with what cannot be without it, and return it; None when it was not there."""
        record = self.take(kind, record_id)
        for dependent, field in DEPENDENTS.get(kind, ()) if record is not None else ():
            for held in self.where(dependent, **{field: record_id}):
                self.remove(dependent, held["id"])
        return record

    def take(self, kind: str, record_id: Any) -> Record | None:
        """Take a record out, alone, and return it; None when it was not there."""
        record = self._kinds.get(kind, {}).pop(str(record_id), None)
        if record is not None:
            kinds = self._kind_of[str(record_id)]
            kinds.remove(kind)
            if not kinds:
                del self._kind_of[str(record_id)]
            if kind in REMEMBERED:
                self._gone[str(record_id)] = kind
            if self._groups:
                self._groups.clear()
        return record

    def kinds_of(self, record_id: str) -> tuple[str, ...]:
        """The kinds that hold a record with this id; empty for an id of nothing."""
        return tuple(self._kind_of.get(record_id, ()))

    def kind_of_gone(self, record_id: str) -> str | None:
        """The kind of a record that was removed and is still remembered by its id; None for an id of nothing."""
        return self._gone.get(record_id)

    def by_number(self, kind: str, number: int) -> Record | None:
        """The record of a kind with this internal number, or None."""
        return self.first(kind, **{NUMBER: number})

    def number(self, kind: str) -> int:
        """A fresh internal number of a kind, for things that are numbered without being records."""
        number = self._next.get(kind, 1)
        self._next[kind] = number + 1
        return number

    def kinds(self) -> list[str]:
        """The kinds that there are, or were, records of."""
        return list(self._kinds)

    def count(self, kind: str) -> int:
        """How many records a kind has."""
        return len(self._kinds.get(kind, {}))

    def dump(self) -> dict[str, Any]:
        """A deep copy of everything, JSON-able."""
        return {
            "kinds": {kind: list(copy.deepcopy(records).values()) for kind, records in self._kinds.items()},
            "next": dict(self._next),
            "gone": dict(self._gone),
        }

    def held(self) -> dict[str, Any]:
        """As `dump`, but the records themselves: to be written out before anything changes them."""
        kinds = {kind: list(records.values()) for kind, records in self._kinds.items()}
        return {"kinds": kinds, "next": self._next, "gone": self._gone}

    def load(self, state: dict[str, Any]) -> None:
        """Replace everything by what `dump` gave, or nothing; `generation` tells those who remember records."""
        fresh = Store()
        for kind, records in state["kinds"].items():
            for record in records:
                fresh.add(kind, copy.deepcopy(record))
        fresh._next.update(state["next"])
        fresh._gone.update(state.get("gone", {}))
        fresh.generation = self.generation + 1
        self.__dict__.update(fresh.__dict__)

    def __iter__(self) -> Iterator[str]:
        """The kinds that the cloud has had records of."""
        return iter(self._kinds)
