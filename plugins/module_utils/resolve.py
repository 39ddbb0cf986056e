# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From names to ids: exact, in a scope, remembered for one run. What fits nothing or several things is an error."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Iterable, Mapping

from .errors import Ambiguous, ApiError, NotFound
from .spec import Ref, Resource
from .twins import may_pass
from .values import looks_like_id

if TYPE_CHECKING:
    from .client import Client

Row = Mapping[str, Any]

UNSEEN = "(unseen)"
"""Marks a record that is only foretold: what it does not tell is not known to differ."""

ADOPTED = "(adopted)"
"""Marks a record that goes by another name yet: a cut run left it, and it becomes what is wanted."""

CANDIDATE_KEYS = (
    "id",
    "name",
    "path",
    "zonename",
    "account",
    "domain",
    "project",
    "vpcname",
    "ipaddress",
    "networkname",
)
"""What is shown of each of several candidates."""


@dataclass(frozen=True)
class Given:
    """A wanted value: what the API takes, and what a person reads."""

    value: Any
    shown: Any
    record: Row | None = None


class Resolver:
    """Finds what names refer to. One instance serves one run and asks for each thing once."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._memory: dict[str, list[dict[str, Any]]] = {}

    def rows(self, resource: Resource, params: Mapping[str, Any]) -> list[dict[str, Any]]:
        """List a kind of resource; the same question is asked only once until C(forget).

        An id that the server does not know is an empty list.
        """
        asked = {**resource.list_with, **params}
        question = json.dumps([resource.list, asked], sort_keys=True, default=str)
        if question not in self._memory:
            try:
                self._memory[question] = self.client.list(resource.list, asked, resource.items)
            except ApiError as error:
                if not error.says_no_such_entity:
                    raise
                self._memory[question] = []
        return self._memory[question]

    def foreseen(self, resource: Resource, params: Mapping[str, Any], row: Row) -> Row:
        """A record as it will be when the options of a task come to be carried out on it."""
        return row

    def awaited(self, resource: Resource, params: Mapping[str, Any]) -> Row | None:
        """What is not there yet, but will be when the options of a task come to be carried out."""
        return None

    def goes(self, resource: Resource, row: Row) -> bool:
        """Tell whether a record will be gone when the options of a task come to be carried out."""
        return False

    def forget(self) -> None:
        """Drop what is remembered: something has been changed."""
        self._memory.clear()

    def renew(self) -> None:
        """Drop what is remembered: somebody else may have changed it."""
        self.forget()

    def resolve(self, option: str, target: Resource, value: Any, scope: Mapping[str, Any] | None = None) -> Row:
        """Return the one record of C(target) that C(value) names, by id or by exact name.

        :param option: the option the value comes from, for the message.
        :param scope: list parameters that narrow the search.
        :raises NotFound: nothing is called so.
        :raises Ambiguous: several things are.
        """
        params = dict(scope or {})
        if looks_like_id(value):
            narrowed = {
                key: text for key, text in params.items() if key in target.list_with or key in target.filters.values()
            }
            found = self.rows(target, {**narrowed, target.list_id: value})
            if found:
                return found[0]
        asked = {**params, target.list_key: value} if target.list_key else params
        return self.one(option, target, value, self.rows(target, asked))

    def one(self, option: str, target: Resource, value: Any, rows: Iterable[Row]) -> Row:
        """Pick the one row that C(value) names: first to the letter, then without regard to case."""
        found = living(target, named(rows, target.names, value))
        if not found:
            raise NotFound(option, target.noun, value)
        if len(found) > 1:
            raise Ambiguous(option, target.noun, value, [candidate(row) for row in found], may_pass(target, found))
        return found[0]

    def given(self, target: Resource, row: Row) -> Given:
        """What a found row stands for as the value of a reference."""
        return Given(row.get("id"), _name(target, row), row)

    def ref(self, ref: Ref, value: Any, scope: Mapping[str, Any]) -> Given:
        """Resolve the value of a reference: one name, or a list of them."""
        target = ref.kind
        if ref.type != "list":
            if value == "":
                return Given("", "")
            return self.given(target, self.resolve(ref.name, target, value, scope))
        rows = [self.resolve(ref.name, target, item, scope) for item in value]
        return Given([row["id"] for row in rows], [_name(target, row) for row in rows])


def named(rows: Iterable[Row], names: Iterable[str], value: Any) -> list[Row]:
    """The rows that carry a name: those that match exactly, or else those that match in another case.

    Rows of one id (a template stands in several zones) count once.
    """
    keys = [*names, "id"]
    unique = list({row.get("id", index): row for index, row in reversed(list(enumerate(rows)))}.values())[::-1]
    exact = [row for row in unique if any(str(row.get(key)) == str(value) for key in keys)]
    if exact:
        return exact
    folded = str(value).casefold()
    return [row for row in unique if any(str(row.get(key, "")).casefold() == folded for key in keys)]


def living(resource: Resource, rows: list[Row]) -> list[Row]:
    """Leave out what is as good as gone (a destroyed instance), as long as something else of that name lives."""
    lifecycle = resource.lifecycle
    if lifecycle is None or not lifecycle.lifeless:
        return rows
    return [row for row in rows if lifecycle.state_of(row) not in lifecycle.lifeless] or rows


def candidate(row: Row) -> dict[str, Any]:
    """What is shown of a row in a list of candidates."""
    return {key: row[key] for key in CANDIDATE_KEYS if row.get(key)}


def _name(target: Resource, row: Row) -> Any:
    return next((row[key] for key in target.names if row.get(key)), row.get("id"))
