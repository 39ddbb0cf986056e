# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What a converge task knows: shared lists instead of a question for each entry, and promises of what will be."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Any, Iterable, Mapping

from ..project import OWNER_KEYS
from ..resolve import UNSEEN, Given, Resolver, Row
from ..rulesets.spec import RuleSet
from ..spec import Field, Ref, Resource
from .ahead import foreseen

if TYPE_CHECKING:
    from ..client import Client
    from ..engine import Look
    from .entries import Entry

PROMISED = "(to be made) "
"""How the id of something begins that is planned and not there yet."""

MADE_BY = "(made by)"
"""In what is promised: the command that will make it, for kinds of one name (rules of both directions) have others."""

OWNED_BY = "(owned by)"
"""In what is promised: the list parameters that tell whose it will be."""

MANY = 3
"""From so many names of a kind on, the kind is listed whole instead of asked for one by one."""


class Memory(Resolver):
    """A resolver for many entries.

    :param bulk: list commands of which many entries ask for parts, with the number of those entries. Everything is
        read once instead, unless that would take more pages than there are entries.
    """

    def __init__(self, client: Client, bulk: Mapping[str, int] | None = None) -> None:
        super().__init__(client)
        self._bulk = dict(bulk or {})
        self._whole: dict[str, bool] = {}
        self._promises: dict[str, list[dict[str, Any]]] = {}
        self._indexes: dict[int, dict[str, list[dict[str, Any]]]] = {}
        self._doubted: set[str] = set()
        self._buried: set[str] = set()
        self._made: dict[tuple[str, ...], dict[str, Any]] = {}
        self._changing: dict[tuple[str, ...], list[Look]] = {}
        self.unsure = False
        """An answer may have lacked what will be there by then."""

    def rows(self, resource: Resource, params: Mapping[str, Any]) -> list[dict[str, Any]]:
        """As Resolver.rows; what was promised of the kind stands among the rows, what is buried does not."""
        name = params.get(resource.list_key) if resource.list_key else None
        promised = self._promised(resource, name, params)
        promised = [row for row in promised if not _stands_elsewhere(resource, row, params)]
        nowhere = any(str(value).startswith(PROMISED) for value in params.values())
        self.unsure = self.unsure or nowhere or _thing(resource).name in self._doubted
        if nowhere:
            return promised
        rest = {key: text for key, text in params.items() if key != resource.list_key}
        if name is not None and resource.list in self._bulk and self._is_worth(resource, rest):
            found = self._named(super().rows(resource, rest), resource, name)
        else:
            found = super().rows(resource, params)
        found = [*found, *promised] if promised else found
        return [row for row in found if not self.goes(resource, row)] if self._buried else found

    def forget(self) -> None:
        """As Resolver.forget."""
        super().forget()
        self._indexes.clear()

    def goes(self, resource: Resource, row: Row) -> bool:
        """Tell whether an earlier entry removes a record or gives it another name."""
        return f"{resource.list} {row.get('id')}" in self._buried

    def _is_worth(self, resource: Resource, params: Mapping[str, Any]) -> bool:
        """Tell whether reading everything takes no more pages than the entries would take questions."""
        question = json.dumps([resource.list, params], sort_keys=True, default=str)
        if question not in self._whole:
            first = {**resource.list_with, **params, "page": 1, "pagesize": 1}
            count = int(self.client.call(resource.list, first).get("count", 0))
            self._whole[question] = count <= self.client.page_size * self._bulk[resource.list]
        return self._whole[question]

    def _named(self, rows: list[dict[str, Any]], resource: Resource, name: Any) -> list[dict[str, Any]]:
        index = self._indexes.get(id(rows))
        if index is None:
            index = self._indexes[id(rows)] = {}
            for row in rows:
                for text in _called(resource, row):
                    index.setdefault(text, []).append(row)
        return index.get(str(name).casefold(), [])

    def _promised(self, resource: Resource, name: Any, params: Mapping[str, Any]) -> list[dict[str, Any]]:
        made_by = _thing(resource).create
        promised = self._promises.get(_thing(resource).name, [])
        rows = [row for row in promised if not made_by or row.get(MADE_BY, made_by) == made_by]
        if resource.owned and resource.lists_owned:
            rows = [row for row in rows if _may_be_of(row[OWNED_BY], params)]
        if name is None:
            return rows
        return [row for row in rows if any(row.get(key) == name for key in (*resource.names, resource.list_key))]

    def foreseen(self, resource: Resource, params: Mapping[str, Any], row: Row) -> Row:
        """A record with what earlier entries are going to make of it."""
        for look in self._changing.get(_thing_itself(resource, params, row), ()):
            row = foreseen(look, params, row)
        return row

    def awaited(self, resource: Resource, params: Mapping[str, Any]) -> Row | None:
        """What an earlier entry is going to make, where the search of its kind does not see it yet."""
        named = any(params.get(name) is not None for name in resource.key)
        row = self._made.get(_identity(resource, params)) if named else None
        return None if row is None or self.goes(resource, row) else row

    def expect(self, look: Look, row: Row) -> None:
        """Let later entries see what an entry is going to make of a record."""
        thing = _thing_itself(look.finder.resource, look.finder.params, row)
        self._changing.setdefault(thing, []).append(look)

    def promise(
        self,
        resource: Resource,
        label: str,
        params: Mapping[str, Any],
        wanted: Mapping[str, Given],
        owner: Mapping[str, Any],
    ) -> dict[str, Any]:
        """Let later entries refer to what an entry is going to make, and return it as they will find it.

        :param owner: the list parameters that tell whose it will be.
        """
        known = self._promises.setdefault(resource.name, [])
        named = f"{PROMISED}{resource.name} {label}{f' ({len(known) + 1})' if known else ''}"
        row: dict[str, Any] = {"id": named, UNSEEN: True, MADE_BY: resource.create, OWNED_BY: owner}
        row.update(dict.fromkeys(resource.names, label))
        for field in resource.fields:
            if field.name in wanted:
                row.update(_as_answer(field, wanted[field.name]))
        known.append(row)
        self._made[_identity(resource, params)] = row
        for kind, record_of in resource.brings.items():
            marks = {"id": f"{named}: {kind}", UNSEEN: True, OWNED_BY: owner}
            brought = {**marks, **record_of({**row, **_shown(wanted)})}
            self._promises.setdefault(kind, []).append(brought)
        return row

    def doubt(self, entry: Entry) -> None:
        """Note that an entry could not be planned yet: what is asked of its kind may lack what it will make."""
        self._doubted.add(entry.resource.name)

    def bury(self, resource: Resource | RuleSet, row: Mapping[str, Any]) -> None:
        """Let later entries no longer see what an entry is going to remove or to give another name."""
        if row.get("id"):
            self._buried.add(f"{resource.list} {row['id']}")


class StageMemory(Resolver):
    """What the entries of one stage look up together while they are worked on, from several threads.

    What the stage itself changes is asked for anew each time, and so is what else tells of it.

    :param changing: the kinds that the stage works on.
    """

    def __init__(self, client: Client, changing: Iterable[Resource | RuleSet]) -> None:
        super().__init__(client)
        kinds = [kind for one in changing for kind in (one, *(children.target for children in one.children))]
        members = [field.members for kind in kinds if isinstance(kind, Resource) for field in kind.fields]
        kinds += [of.things for of in members if of and of.things]
        beside = {command for kind in kinds if isinstance(kind, Resource) and kind.enrich for command in kind.also}
        self._changing = frozenset({kind.list for kind in kinds} | beside)
        self._lock = threading.Lock()

    def rows(self, resource: Resource, params: Mapping[str, Any]) -> list[dict[str, Any]]:
        """As Resolver.rows; several threads that want to know the same ask once."""
        if resource.list in self._changing:
            return Resolver(self.client).rows(resource, params)
        with self._lock:
            return super().rows(resource, params)

    def forget(self) -> None:
        """Keep what is remembered: a stage does not change what its entries refer to."""

    def renew(self) -> None:
        """As Resolver.renew: others may well change it."""
        with self._lock:
            super().forget()


def _stands_elsewhere(resource: Resource, row: Row, params: Mapping[str, Any]) -> bool:
    """Tell whether a promised record says that it stands in another place than the one that is asked about."""
    for ref in resource.refs:
        held = row.get(ref.read) if isinstance(ref.read, str) else None
        asked = params.get(ref.list_api, params.get(resource.filters.get(ref.name, "")))
        if isinstance(held, (str, int)) and asked is not None and str(held) != str(asked):
            return True
    return False


def _called(resource: Resource, row: Row) -> set[str]:
    """What a record may be asked for by: its names, and what tells it apart where that is another option."""
    own = [resource.field(name).get(row) for name in resource.key[:1] if name in resource.field_names]
    return {str(text).casefold() for text in (*(row.get(key) for key in (*resource.names, "name")), *own) if text}


def _may_be_of(owner: Mapping[str, Any], asked: Mapping[str, Any]) -> bool:
    """Tell whether a list shows what belongs to an owner: things of a project only to who asks for the project."""
    if owner.get("projectid") != asked.get("projectid"):
        return False
    told = [key for key in ("domainid", "account", "accountid") if key in owner and key in asked]
    return all(owner[key] == asked[key] for key in told)


def _identity(resource: Resource, params: Mapping[str, Any]) -> tuple[str, ...]:
    """What is equal for tasks about the same thing."""
    names = (*resource.key, *(ref.name for ref in resource.scope), *(OWNER_KEYS if resource.owned else ()))
    return (resource.name, *(str(params.get(name)) for name in names))


def _thing_itself(resource: Resource, params: Mapping[str, Any], row: Row) -> tuple[str, ...]:
    """What is equal for the same record: its id or, where it has none, what names it."""
    return (resource.name, str(row["id"])) if row.get("id") else _identity(resource, params)


def _thing(resource: Resource) -> Resource:
    """What the records of a kind are: of members, those of the thing that they belong to."""
    return resource.ref(resource.key[0]).kind if resource.membership else resource


def _shown(wanted: Mapping[str, Given]) -> dict[str, Any]:
    return {f"({name})": given.value for name, given in wanted.items()}


def _as_answer(field: Field, given: Given) -> dict[str, Any]:
    """The part of a list answer that a wanted value will be."""
    part = {field.read: given.value} if isinstance(field.read, str) else {}
    if isinstance(field, Ref) and isinstance(field.shows, str):
        part[field.shows] = given.shown
    return part
