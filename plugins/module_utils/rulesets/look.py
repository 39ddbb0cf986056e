# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What is there of a rule set and what its task wants: every rule is found, compared and planned as a single one is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Callable, Hashable, Mapping

from ..arguments import OWNER
from ..engine import Engine, Look
from ..errors import CloudError, FixedField, NotFound, OptionError
from ..find import Finder
from ..resolve import Row
from ..spec import Ref, Resource
from ..task import Task
from ..values import FORMS, read
from .line import line
from .plan import CREATED, KEPT, REMOVED, UPDATED, Deed, SetPlan, rounds
from .spec import Rule, RuleSet

if TYPE_CHECKING:
    from ..resolve import Resolver


@dataclass(frozen=True)
class SetLook(Look):
    """What was found of a set, and what is to be done about it.

    :ivar known: the records of the place, so that they need not be looked for again.
    :ivar finders: for each listed rule its search with what it has resolved.
    """

    rule_set: RuleSet
    plan: SetPlan
    known: Mapping[str, Row] = field(default_factory=dict)
    finders: Mapping[int, Finder] = field(default_factory=dict)

    def over(self, resolver: Resolver) -> SetLook:
        """The same over another connection."""

        def moved(deed: Deed) -> Deed:
            return replace(deed, look=replace(deed.look, finder=deed.look.finder.over(resolver)))

        deeds = {id(deed): moved(deed) for deed in self.plan.deeds}
        again = tuple(tuple(deeds[id(deed)] for deed in part) for part in self.plan.rounds)
        line = self.plan.line.over(deeds) if self.plan.line else None
        plan = replace(self.plan, deeds=tuple(deeds.values()), rounds=again, line=line)
        return replace(self, finder=self.finder.over(resolver), plan=plan)


@dataclass
class _Held:
    """The rules of one kind that are there."""

    finder: Finder
    rows: list[Row]

    def __post_init__(self) -> None:
        self._by_key: dict[Hashable, list[Row]] = {}
        for row in self.rows:
            self._by_key.setdefault(_key(self.finder.resource, partial(_row_value, row)), []).append(row)

    def take(self, key: Hashable, rule: Rule) -> Row | None:
        """The record of that key, or of the id that a rule was given; it is then no longer there for others."""
        same = [row for row in self.rows if row["id"] == rule["id"]] if rule.get("id") else self._by_key.get(key, [])
        row = next((one for one in same if any(one is left for left in self.rows)), None)
        if row is not None:
            self.rows = [one for one in self.rows if one is not row]
        return row


class Looker:
    """Looks at the set that one task speaks of.

    :param engine: plans the single rules.
    :param former: an earlier look, so that what it has resolved need not be asked for again.
    """

    def __init__(self, engine: Engine, rule_set: RuleSet, params: Rule, former: SetLook | None = None) -> None:
        self.engine = engine
        self.rule_set = rule_set
        self.params = params
        self.known = dict(former.known) if former else {}
        self.former = former.finders if former else {}
        self.finders: dict[int, Finder] = {}
        self.goes = params.get("state") == "absent"
        self.place = {name: params.get(name) for name in (*rule_set.place, *OWNER) if params.get(name) is not None}
        self.deeds: list[Deed] = []

    def look(self) -> SetLook:
        """Find all rules and plan what becomes of each.

        :raises CloudError: a rule cannot be as it is wanted; the message says which one, by its place in the list.
        """
        held = {id(member): self._held(member) for member in self.rule_set.members}
        rows = [row for one in held.values() for row in one.rows]
        rules = self._arranged(rows)
        seen: dict[Hashable, int] = {}
        for at, rule in enumerate(rules):
            member = self.rule_set.choose(rule)
            finder = self._at(at, self._prepare, member, {**rule, "state": self.params.get("state")})
            if at in self.former:
                finder.share(self.former[at])
            self.finders[at] = finder
            key = (id(member), self._at(at, _wanted_key, finder))
            self._refuse_twice(seen, key, at, finder)
            self._decide(at, finder, held[id(member)].take(key[1], rule))
        for one in held.values():
            for row in one.rows:
                self._unlisted(one.finder, row)
        first = next(iter(held.values())).finder
        steps = tuple(step for deed in self.deeds for step in deed.steps)
        after = {"rules": len(self.deeds)}
        parts = rounds(self.rule_set, self.deeds)
        order = line(self.deeds, rows, parts) if self.rule_set.order else None
        plan = SetPlan(steps=steps, before={}, after=after, deeds=tuple(self.deeds), rounds=parts, line=order)
        return SetLook(first, {}, Task(self.params, {}), plan, self.rule_set, self.known, self.finders)

    def _held(self, member: Resource) -> _Held:
        finder = self._prepare(member, {"state": "absent"})
        try:
            rows = [finder.resolver.foreseen(member, finder.params, row) for row in finder.rows(finder.list_params())]
            inside = [row for row in rows if all(finder.in_scope(ref, row) for ref in member.scope)]
        except NotFound:
            if not self.goes:
                raise
            return _Held(finder, [])
        for ref in (one for one in member.refs if one.name in member.list_needs):
            record = finder.ref(ref.name).record
            if record is not None:
                self.known[ref.name] = record
        if member.exists:
            inside = [row for row in inside if member.exists(row)]
        return _Held(finder, [finder.enriched(row) for row in inside])

    def _prepare(self, member: Resource, options: Rule) -> Finder:
        known = {name: record for name, record in self.known.items() if name in member.list_needs}
        return self.engine.prepare(member, {**options, **self.place}, known)

    def _arranged(self, rows: list[Row]) -> list[Rule]:
        rules = list(self.params.get("rules") or [])
        return list(self.rule_set.arrange(rules, rows)) if self.rule_set.arrange else rules

    def _refuse_twice(self, seen: dict[Hashable, int], key: Hashable, at: int, finder: Finder) -> None:
        if key in seen:
            raise OptionError(
                "rules", f"rules[{seen[key]}] and rules[{at}] are the same rule ({finder.label()}): keep one of them."
            )
        seen[key] = at

    def _decide(self, at: int, finder: Finder, row: Row | None) -> None:
        if self.goes:
            if row is not None:
                self.deeds.append(Deed(REMOVED, self.engine.judge(finder, row), at))
            return
        try:
            look = self._at(at, self.engine.judge, finder, row)
        except FixedField:
            self.deeds.append(Deed(REMOVED, self._removal(finder.resource, row), of=at))
            look, row = self._at(at, self.engine.judge, finder, None), None
        what = CREATED if row is None else UPDATED if look.plan.changed else KEPT
        self.deeds.append(Deed(what, look, at))

    def _unlisted(self, finder: Finder, row: Row) -> None:
        if self.params.get("purge"):
            self.deeds.append(Deed(REMOVED, self._removal(finder.resource, row)))
        else:
            self.deeds.append(Deed(KEPT, Look(finder, row, Task({}, {}), SetPlan((), {}, {}))))

    def _removal(self, member: Resource, row: Row | None) -> Look:
        return self.engine.judge(self._prepare(member, {"state": "absent"}), row)

    def _at(self, at: int, work: Callable[..., Any], *given: Any) -> Any:
        """Do something for one rule; an error says for which."""
        try:
            return work(*given)
        except CloudError as error:
            raise error.placed(f"rules[{at}]") from None


def _key(member: Resource, value: Callable[[Any], Any]) -> Hashable:
    """What identifies a rule among those of its kind, in a form that is the same for equal ones."""
    forms = {one.name: "folded" if isinstance(one, Ref) else one.compare for one in _key_fields(member)}
    return tuple(FORMS[forms[one.name]](value(one)) for one in _key_fields(member))


def _key_fields(member: Resource) -> list[Any]:
    return [member.field(name) for name in member.key]


def _row_value(row: Row, one: Any) -> Any:
    return one.get_shown(row) if isinstance(one, Ref) else read(one.get(row), one.type)


def _wanted_key(finder: Finder) -> Hashable:
    def value(one: Any) -> Any:
        return finder.params.get(one.name) if isinstance(one, Ref) else finder.wanted_key(one)

    return _key(finder.resource, value)
