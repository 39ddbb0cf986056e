# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Which rules stay, change, come and go, and in which order. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Iterator, Sequence

from ..lifecycle import Step
from ..project import properties
from ..task import Plan
from .spec import Rule, RuleSet

if TYPE_CHECKING:
    from .line import Line

KEPT, UPDATED, CREATED, REMOVED = "kept", "updated", "created", "removed"


@dataclass(frozen=True)
class Deed:
    """What becomes of one rule.

    :ivar look: the member's own plan for it, with its finder and its record.
    :ivar at: its place in the task's list, from 0; -1 for a rule that is not listed.
    :ivar of: the deed whose rule this one's makes room for.
    """

    what: str
    look: Any
    at: int = -1
    of: int = -1

    @property
    def steps(self) -> tuple[Step, ...]:
        """The commands to send."""
        found: tuple[Step, ...] = self.look.plan.steps
        return found

    @property
    def rule(self) -> Rule:
        """The rule in the words of its options: as wanted, or as it is."""
        if self.what == CREATED:
            params: Rule = self.look.finder.params
            return params
        return properties(self.look.finder.resource, self.look.current)


@dataclass(frozen=True)
class SetPlan(Plan):
    """The plan of a whole set.

    :ivar deeds: what becomes of every rule.
    :ivar rounds: deeds that have something to send, in the order in which they are carried out; those of one round
        need not wait for one another.
    :ivar line: the order of the rules, where they have one of their own.
    """

    deeds: tuple[Deed, ...] = ()
    rounds: tuple[tuple[Deed, ...], ...] = field(default=(), repr=False)
    line: Line | None = field(default=None, repr=False)

    @property
    def changed(self) -> bool:
        """True when there is anything to send, be it that rules only change places."""
        return bool(self.steps) or (self.line is not None and self.line.moves)

    def counts(self) -> dict[str, int]:
        """How many rules come, change and go; one that is replaced by another of the same key has changed."""
        replaced = {deed.of for deed in self.deeds if deed.of >= 0}
        created = [deed for deed in self.deeds if deed.what == CREATED and deed.at not in replaced]
        removed = [deed for deed in self.deeds if deed.what == REMOVED and deed.of < 0]
        updated = [deed for deed in self.deeds if deed.what == UPDATED]
        return {"created": len(created), "updated": len(updated) + len(replaced), "removed": len(removed)}


def rounds(rule_set: RuleSet, deeds: Sequence[Deed]) -> tuple[tuple[Deed, ...], ...]:
    """New rules come before former ones go, but where the server cannot hold both."""
    created = [deed for deed in deeds if deed.what == CREATED]
    removed = [deed for deed in deeds if deed.what == REMOVED]
    in_the_way = {
        id(old): [new for new in created if old.of == new.at or _conflict(rule_set, old, new)] for old in removed
    }
    blocked = {id(new) for news in in_the_way.values() for new in news}
    found = (
        [deed for deed in deeds if deed.what == UPDATED or (deed.what == CREATED and id(deed) not in blocked)],
        [deed for deed in removed if in_the_way[id(deed)]],
        [deed for deed in created if id(deed) in blocked],
        [deed for deed in removed if not in_the_way[id(deed)]],
    )
    return tuple(tuple(part) for part in found if part)


def _conflict(rule_set: RuleSet, old: Deed, new: Deed) -> bool:
    same_kind = old.look.finder.resource is new.look.finder.resource
    return same_kind and rule_set.conflicts is not None and rule_set.conflicts(old.rule, new.rule)


def turns(part: Sequence[Deed]) -> Iterator[list[tuple[Deed, Step]]]:
    """The steps of a round: the first of every deed, then the second of those that have one, and so on."""
    for number in range(max(len(deed.steps) for deed in part)):
        yield [(deed, deed.steps[number]) for deed in part if number < len(deed.steps)]


def before_and_after(rule_set: RuleSet, plan: SetPlan) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """All rules in the words of their options, as they are and as they will be."""
    there = plan.line.before if plan.line else [deed for deed in plan.deeds if deed.what != CREATED]
    then = plan.line.after if plan.line else [deed for deed in plan.deeds if deed.what != REMOVED]

    def words(deed: Deed, before: bool) -> dict[str, Any]:
        resource, made = deed.look.finder.resource, deed.look.plan
        held = properties(resource, deed.look.current) if deed.what == KEPT else made.before if before else made.after
        return {**rule_set.told_apart(resource), **held}

    return [words(deed, True) for deed in there], [words(deed, False) for deed in then]
