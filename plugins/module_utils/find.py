# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Finding the one record a task speaks of, and resolving what it refers to."""

from __future__ import annotations

from typing import Any, Mapping

from .errors import Ambiguous, ApiError, NotFound
from .resolve import UNSEEN, Given, Resolver, Row, candidate, living, named
from .spec import Field, Ref, Resource
from .twins import may_pass
from .values import looks_like_id, read, same


class Finder:
    """Searches on behalf of one task.

    :param params: the options of the task.
    :param loose: what is not given does not matter, not even where a task would mean that there is none.
    """

    def __init__(self, resolver: Resolver, resource: Resource, params: Mapping[str, Any], loose: bool = False) -> None:
        self.resolver = resolver
        self.loose = loose
        self.resource = resource
        self.params = params
        self._owner: dict[str, Any] | None = None
        self._refs: dict[str, Given] = {}

    def over(self, resolver: Resolver) -> Finder:
        """The same search over another connection; what it has resolved already stays."""
        other = Finder(resolver, self.resource, self.params, self.loose)
        other.share(self)
        return other

    def share(self, other: Finder) -> None:
        """Take over what another search for the same owner has resolved."""
        self._owner = other._owner
        known = other._refs.items()
        self._refs.update({name: given for name, given in known if other.params.get(name) == self.params.get(name)})

    def given(self, name: str) -> bool:
        """Tell whether an option has a value."""
        return self.params.get(name) is not None

    def names(self, name: str) -> bool:
        """Tell whether a reference option names something; an empty text says that there is nothing."""
        return self.params.get(name) not in (None, "")

    def know(self, name: str, record: Row) -> None:
        """Take a record as what a reference option names."""
        self._refs[name] = self.resolver.given(self.resource.ref(name).kind, record)

    def ref(self, name: str) -> Given:
        """Resolve a reference option of the task, once."""
        if name not in self._refs:
            field = self.resource.ref(name)
            value = self.params[name]
            if field.resolve and field.steers:
                self._refs[name] = field.resolve(self, value)
            elif field.kind.named_by:
                self._refs[name] = field.kind.named_by(self, value)
            else:
                near = self._near(field, value) if field.type != "list" else None
                self._refs[name] = near or self.resolver.ref(field, value, self.scope_of(field))
        return self._refs[name]

    def _near(self, field: Ref, value: Any) -> Given | None:
        """Resolve a name whose rows tell themselves where they stand, so that the place need not be asked for.

        None when that cannot decide it: the search in the resolved scope will, and knows what to say.
        """
        target = field.kind
        places = {target.filters[name]: name for name in field.within if name in target.filters and self.names(name)}
        refs = {param: name for param, name in places.items() if self._is_ref(name)}
        if not refs or looks_like_id(value) or not target.list_key or value == "" or self._nested(field):
            return None
        asked = {param: self.params[name] for param, name in places.items() if param not in refs}
        asked.update({target.list_key: value, **self.owner_of(target)})
        rows = [
            row
            for row in named(self.resolver.rows(target, asked), target.names, value)
            if all(_stands_in(row, param, self.params[name]) for param, name in refs.items())
        ]
        found = living(target, rows)
        return self.resolver.given(target, found[0]) if len(found) == 1 else None

    def _nested(self, field: Ref) -> bool:
        """Tell whether a place of what is searched stands itself in a place that the rows cannot tell."""
        places = [self.resource.ref(name) for name in field.within if self._is_ref(name) and self.given(name)]
        return any(self.given(name) and name not in field.within for place in places for name in place.within)

    def _is_ref(self, name: str) -> bool:
        return any(ref.name == name for ref in self.resource.refs)

    def scope_of(self, field: Ref) -> dict[str, Any]:
        """The list parameters that narrow the search for what a reference names."""
        target = field.kind
        scope: dict[str, Any] = {}
        for option in field.within:
            param = target.filters.get(option)
            if param is None or not self.names(option):
                continue
            scope[param] = self.ref(option).value if self._is_ref(option) else self.params[option]
        scope.update(self.owner_of(target))
        return scope

    def owner(self) -> dict[str, Any]:
        """The parameters domainid, account and projectid that the owner options stand for."""
        if self._owner is None:
            self._owner = {}
            if self.given("domain"):
                self._owner["domainid"] = self._domain(self.params["domain"])["id"]
            if self.given("account"):
                self._owner["account"] = self.params["account"]
            if self.given("project"):
                from .resources.project import PROJECT

                scope = {"listall": True, **{key: value for key, value in self._owner.items() if key == "domainid"}}
                self._owner["projectid"] = self.resolver.resolve("project", PROJECT, self.params["project"], scope)[
                    "id"
                ]
                self._owner.pop("account", None)
        return self._owner

    def owner_of(self, kind: Resource) -> dict[str, Any]:
        """The parameters by which the list command of a kind is told whose things are meant."""
        if not kind.owned or not kind.lists_owned:
            return {}
        owner = dict(self.owner())
        if not kind.listed_by_owner_id or not owner:
            return owner
        if "projectid" in owner:
            return {"projectid": owner["projectid"]}
        if "account" not in owner:
            return {}
        from .resources.references import ACCOUNT_REF

        scope = {"domainid": owner["domainid"]}
        return {"accountid": self.resolver.resolve("account", ACCOUNT_REF, owner["account"], scope)["id"]}

    def _domain(self, value: str) -> Row:
        from .resources.domain import domain_of

        return domain_of(self.resolver, value)

    def find(self) -> Row | None:
        """The record the task speaks of, or None.

        :raises Ambiguous: several records fit.
        """
        resource = self.resource
        try:
            rows = self.standing()
        except NotFound as error:
            if self.params.get("state") == "absent" and error.option != "id":
                return None
            raise
        if len(rows) > 1:
            listed = [candidate(row) for row in rows]
            raise Ambiguous(self.key_option(), resource.noun, self.label(), listed, may_pass(resource, rows))
        found = self.enriched(rows[0]) if rows else self.resolver.awaited(resource, self.params)
        return found and self.resolver.foreseen(resource, self.params, found)

    def standing(self) -> list[Row]:
        """All records that fit what the task says, of those that exist."""
        rows = self._candidates()
        if self.resource.exists:
            rows = [row for row in rows if UNSEEN in row or self.resource.exists(row)]
        return living(self.resource, rows)

    def enriched(self, row: Row) -> Row:
        """Add what the list answer lacks."""
        return self.resource.enrich(self, row) if self.resource.enrich and UNSEEN not in row else row

    def _candidates(self) -> list[Row]:
        if self.resource.id_option and self.given("id"):
            return self.by_id(self.params["id"])
        if self.resource.find:
            return list(self.resource.find(self, self.resource, self.params, self.list_params()))
        return self.matching(self.rows(self.list_params()))

    def by_id(self, value: Any, further: Mapping[str, Any] | None = None) -> list[Row]:
        """The record with that id, as a list; further list parameters may leave it out."""
        rows = self.rows({**self._needed(), **(further or {}), self.resource.list_id: value})
        return [row for row in rows if str(row.get("id")) == str(value)]

    def rows(self, params: Mapping[str, Any]) -> list[Row]:
        """List this kind of resource."""
        rows: list[Row] = list(self.resolver.rows(self.resource, params))
        if self.resource.gathers:
            rows = list(self.resource.gathers(self, rows))
        return [inner for row in rows for inner in self._inner(row)] if self.resource.rows else rows

    def _inner(self, row: Row) -> list[Row]:
        """The records in a listed item; what is only foretold may be such a record already."""
        inner = list(self.resource.rows(row)) if self.resource.rows else [row]
        if UNSEEN in row:
            return inner or [row]
        return [one for one in inner if not self.resolver.goes(self.resource, one)]

    def list_params(self) -> dict[str, Any]:
        """The parameters that make the server's list as short as it can be trusted to make it."""
        resource = self.resource
        params = self._needed()
        first = resource.key[0] if resource.key else ""
        if resource.list_key and first and self.given(first):
            is_id = bool(resource.list_id) and looks_like_id(self.params[first])
            params[resource.list_id if is_id else resource.list_key] = self.params[first]
        return {**params, **(resource.asks(self) if resource.asks else {})}

    def _needed(self) -> dict[str, Any]:
        params = self.owner_of(self.resource)
        for name in self.resource.list_needs:
            field = self.resource.field(name)
            if isinstance(field, Ref) and self.names(name):
                params[field.list_api] = self.ref(name).value
            elif self.given(name):
                params[field.api] = self.params[name]
        return params

    def matching(self, rows: list[Row]) -> list[Row]:
        """The rows that fit every key option and every scope reference of the task."""
        inside = [row for row in rows if all(self.in_scope(ref, row) for ref in self.resource.scope)]
        first = self.resource.key[0] if self.resource.key else ""
        if first and looks_like_id(self.params.get(first)):
            by_id = [row for row in inside if str(row.get("id")) == self.params[first]]
            if by_id:
                return by_id
        fields = [self.resource.field(name) for name in self.resource.key]
        exact = [row for row in inside if all(self._fits(field, row, field.compare) for field in fields)]
        if exact:
            return exact
        return [row for row in inside if all(self._fits(field, row, _folded(field)) for field in fields)]

    def _fits(self, field: Field, row: Row, how: str) -> bool:
        wanted = self.wanted_key(field)
        if wanted is None:
            return self.loose or not field.absence or read(field.get(row), field.type) is None
        if isinstance(field, Ref):
            return self.in_scope(field, row)
        return same(read(field.get(row), field.type), wanted, how)

    def wanted_key(self, field: Field) -> Any:
        """The value a key option shall have; it may fall back to another option's."""
        name = field.name if self.given(field.name) or not field.falls_back_to else field.falls_back_to
        value = self.params.get(name)
        return field.resolve(self, value).value if field.resolve and value is not None else value

    def in_scope(self, ref: Ref, row: Row) -> bool:
        """Tell whether a row refers to what the option names, asking the server only where the row does not say it."""
        if not self.given(ref.name):
            return True
        said = self.row_says(ref, row)
        if said is not None:
            return said
        if not self.names(ref.name):
            return read(ref.get(row), "raw") is None
        if ref.get(row) is None and ref.name in self.resource.list_needs:
            return True
        return str(ref.get(row)) == str(self.ref(ref.name).value)

    def row_says(self, ref: Ref, row: Row) -> bool | None:
        """What the row alone tells: it refers to what the option names, it does not, or (None) it cannot tell."""
        held, shown, wanted = ref.get(row), ref.get_shown(row), self.params[ref.name]
        if held is not None and str(held) == str(wanted):
            return True
        if wanted != "" and ref.unique and shown is not None and not looks_like_id(wanted):
            return str(shown).casefold() == str(wanted).casefold()
        return None

    def key_option(self) -> str:
        """The option a message about the identity names."""
        return "id" if self.resource.id_option and self.given("id") else (self.resource.key or ("id",))[0]

    def label(self) -> str:
        """What a message calls the thing this task speaks of."""
        if self.resource.id_option and self.given("id"):
            return str(self.params["id"])
        parts = [self.params.get(name) for name in self.resource.key]
        return " ".join(str(part) for part in parts if part not in (None, []))

    def again(self, record: Row) -> Row | None:
        """Read a record anew after a change; by its id where it has one."""
        self.resolver.forget()
        if record.get("id") and self.resource.list_id:
            try:
                found = self.by_id(record["id"])
            except ApiError as error:
                if not error.says_no_such_entity:
                    raise
                found = []
        else:
            found = self._candidates()
        if self.resource.exists:
            found = [row for row in found if self.resource.exists(row)]
        return self.enriched(found[0]) if found else None


def _stands_in(row: Row, param: str, wanted: Any) -> bool:
    """Tell whether a row says that it stands in a place (a zone, a pod), by its id or by its name."""
    shown = row.get(f"{param[:-2]}name")
    return str(row.get(param)) == str(wanted) or (shown is not None and str(shown).casefold() == str(wanted).casefold())


def _folded(field: Field) -> str:
    return "folded" if field.compare == "exact" and field.type == "str" else field.compare


def wanted(finder: Finder, current: Row | None) -> dict[str, Given]:
    """What the options of a task ask for, ready for the planner; references are resolved only where they must be.

    :raises OptionError: what a reference names is not there, or several things are called so.
    """
    found: dict[str, Given] = {}
    idle = set() if _may_be_made_anew(finder.resource, current) else _only_for_creation(finder.resource)
    for field in finder.resource.fields:
        if field.steers or field.name in idle or not finder.given(field.name):
            continue
        value = _given_parts(field, finder.params[field.name])
        if field.resolve:
            found[field.name] = field.resolve(finder, value)
        elif not isinstance(field, Ref):
            found[field.name] = Given(value, field.shown(value) if field.shown else value)
        else:
            found[field.name] = _held(finder, field, current, value) or finder.ref(field.name)
    return {**(_defaults(finder) if current is None else {}), **found}


def _defaults(finder: Finder) -> dict[str, Given]:
    """What references stand for that have a default and are not given."""
    unsaid = [ref for ref in finder.resource.refs if ref.create_default and not finder.given(ref.name)]
    return {ref.name: finder.resolver.ref(ref, ref.create_default, finder.scope_of(ref)) for ref in unsaid}


def _may_be_made_anew(resource: Resource, current: Row | None) -> bool:
    """Tell whether a task may create: then it matters what things are made with, even if that is gone by now."""
    if current is None or any(field.recreate for field in resource.fields):
        return True
    return resource.lifecycle is not None and resource.lifecycle.state_of(current) in resource.lifecycle.broken


def _only_for_creation(resource: Resource) -> set[str]:
    """The options that count at creation alone, so that they need not be resolved later."""
    along = {name for field in resource.fields for name in field.together}
    along.update(name for action in resource.actions for name in (*action.takes, *action.options.values()))
    along.update(field.name for field in resource.fields if field.forced_by)
    return {field.name for field in resource.fields if field.only_creates} - along


def _given_parts(field: Field, value: Any) -> Any:
    """Of a mapping with named entries, those that are given."""
    if field.type != "dict" or not field.suboptions:
        return value
    return {key: one for key, one in value.items() if one is not None}


def _held(finder: Finder, ref: Ref, current: Row | None, value: Any) -> Given | None:
    """The value of a reference as the record itself tells it; None where it must be asked for."""
    if current is None or not ref.compared:
        return None
    if ref.type == "list":
        return _all_held(ref, current, value)
    return Given(ref.get(current), ref.get_shown(current) or value) if finder.row_says(ref, current) else None


def _all_held(ref: Ref, current: Row, values: list[Any]) -> Given | None:
    """The values of a list of references, if the record knows each of them, and only one of that name."""
    pairs = list(zip(ref.get(current) or (), ref.get_shown(current) or ()))
    found = []
    for value in values:
        fitting = [pair for pair in pairs if str(value) == str(pair[0]) or (ref.unique and value == pair[1])]
        if len(fitting) != 1:
            return None
        found += fitting
    return Given([held for held, shown in found], [shown for held, shown in found])
