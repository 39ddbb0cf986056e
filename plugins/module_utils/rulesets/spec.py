# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The word for rule sets: one task that holds the whole list of rules of an address, a network, a list or a group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Mapping, Sequence

from ..fields import Ref, SpecError
from ..resolve import Row
from ..spec import Resource, Variants
from ..values import FORMS

Rule = Mapping[str, Any]
"""A rule in the words of its options."""

OWN_OPTIONS = ("state", "id", "poll_async")
"""Options of a single rule's module that say nothing about a rule."""


@dataclass(frozen=True)
class Order:
    """The command that puts all rules of a place in the order of the list, after they have come and gone.

    :param param: what takes the ids of all rules.
    :param of: parameter to the option of the place whose id it takes.
    """

    command: str
    param: str
    of: Mapping[str, str]


@dataclass(frozen=True)
class RuleSet:
    """All rules of one place as one task. Everything about a single rule is the member's declaration.

    :param member: one rule.
    :param place: the member's options that all rules share: where they are, and what is looked for in there.
    :param conflicts: a named function: can the server not hold these two rules side by side? Where it cannot, the
        former rule goes before the new one comes.
    :param arrange: a named function that completes the listed rules from their order and from the records held. What it
        gives an C(id) is the record of that id.
    :param derived: an option of a single rule that C(arrange) gives where the task does not.
    :param order: the rules are asked in an order of their own, and this command settles it.
    """

    name: str
    member: Resource | Variants
    place: tuple[str, ...]
    conflicts: Callable[[Rule, Rule], bool] | None = None
    arrange: Callable[[Sequence[Rule], Sequence[Row]], Sequence[Rule]] | None = None
    derived: str = ""
    order: Order | None = None

    def __post_init__(self) -> None:
        for member in self.members:
            if not any(name in member.list_needs for name in self.place):
                raise SpecError(f"{self.name}: no option of the place narrows the list of rules")
            for field in (member.field(name) for name in member.key):
                if not isinstance(field, Ref) and field.compare not in FORMS:
                    raise SpecError(f"{self.name}.{field.name}: rules cannot be told apart by '{field.compare}'")

    @property
    def members(self) -> tuple[Resource, ...]:
        """The kinds of rules there may be in the set."""
        return tuple(self.member.resources.values()) if isinstance(self.member, Variants) else (self.member,)

    def choose(self, rule: Rule) -> Resource:
        """The kind of a rule."""
        return self.member.choose(rule) if isinstance(self.member, Variants) else self.member

    def told_apart(self, member: Resource) -> dict[str, str]:
        """The option by which rules of several kinds are told apart, with its value for one of them."""
        if not isinstance(self.member, Variants):
            return {}
        name = next(name for name, kind in self.member.resources.items() if kind is member)
        return {self.member.option: name}

    @property
    def list(self) -> str:
        """The command that lists the rules."""
        return self.members[0].list

    @property
    def key(self) -> tuple[str, ...]:
        """The options that say which set is meant."""
        return tuple(name for name in self.place if any(name in member.list_needs for member in self.members))

    @property
    def scope(self) -> tuple[Ref, ...]:
        """References that say where the set is."""
        return tuple(self.members[0].ref(name) for name in self.place if isinstance(self.members[0].field(name), Ref))

    @property
    def children(self) -> tuple[()]:
        """Nothing hangs on a set."""
        return ()

    @property
    def noun(self) -> str:
        """What messages call the set."""
        return self.name.replace("_", " ")
