# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The entries of a converge task: which resources, with which options, in which order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Iterable, Mapping

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from ..arguments import OWNER, module_arguments
from ..errors import OptionError
from ..registry import KINDS
from ..rulesets.spec import RuleSet
from ..settings import CONNECTION_OPTIONS
from ..spec import Resource, Variants

RULES = ("mutually_exclusive", "required_one_of", "required_by")


@dataclass(frozen=True)
class Entry:
    """One resource of a converge task.

    :ivar at: its place in what the user gave, from 0.
    :ivar label: what messages call it.
    """

    at: int
    kind: str
    resource: Resource | RuleSet
    params: Mapping[str, Any] = field(repr=False)
    label: str = ""

    @property
    def identity(self) -> tuple[str, str, str]:
        """What is equal for entries about the same thing."""
        owned = isinstance(self.resource, Resource) and self.resource.owned
        owner = [str(self.params.get(name)) for name in OWNER] if owned else []
        return self.kind, self.label, " ".join([self.places, *owner])

    @property
    def places(self) -> str:
        """Where the thing is; of one without a name, all texts: what it shall be is a mapping or a list."""
        if not self.resource.key:
            return " ".join(f"{name}={text}" for name, text in sorted(self.params.items()) if isinstance(text, str))
        return " ".join(str(self.params.get(ref.name)) for ref in self.resource.scope)


def entries(given: Any, state: str) -> list[Entry]:
    """Validate what a task gives: a list of C({kind: options}), or a mapping of kind to a list of options.

    :param state: C(present) or C(absent), for entries that do not say their own.
    :raises OptionError: an entry is not of that form, or its options are not those of its module.
    """
    validators: dict[str, ArgumentSpecValidator] = {}
    found = [_entry(at, kind, options, state, validators) for at, (kind, options) in enumerate(_pairs(given))]
    return _repeats_last(found) if isinstance(given, Mapping) else found


def _pairs(given: Any) -> Iterable[tuple[str, Mapping[str, Any]]]:
    if isinstance(given, Mapping):
        for kind, many in given.items():
            for options in many if isinstance(many, list) else [many]:
                yield str(kind), options
        return
    if not isinstance(given, list):
        raise OptionError("resources", "resources: give a list of entries, or a mapping of kinds to lists of options.")
    for at, one in enumerate(given):
        if not isinstance(one, Mapping) or len(one) != 1:
            raise OptionError("resources", f"resources[{at}]: an entry is a mapping of one kind to its options.")
        yield from ((str(kind), options) for kind, options in one.items())


def _entry(at: int, kind: str, options: Any, state: str, validators: dict[str, ArgumentSpecValidator]) -> Entry:
    where = f"resources[{at}]"
    if kind not in KINDS or not _has_states(kind):
        known = ", ".join(name for name in KINDS if _has_states(name))
        raise OptionError("resources", f"{where}: there is no kind '{kind}'. The kinds are {known}.")
    if not isinstance(options, Mapping):
        raise OptionError("resources", f"{where}: the options of a {kind} are a mapping.")
    if kind not in validators:
        validators[kind] = _validator(kind)
    result = validators[kind].validate({"state": state, **options} if state == "absent" else dict(options))
    if result.error_messages:
        raise OptionError("resources", f"{where}, a {kind}: {result.errors.msg}", kind=kind)
    params = result.validated_parameters
    module = KINDS[kind]
    resource = module.choose(params) if isinstance(module, Variants) else module
    label = " ".join(str(params[name]) for name in resource.key if params.get(name) not in (None, []))
    return Entry(at, kind, resource, params, label or where)


def _has_states(kind: str) -> bool:
    """Whether things of a kind can be brought to a state, and two entries about one of them be told as such."""
    module = KINDS[kind]
    if isinstance(module, (Variants, RuleSet)):
        return True
    each = any(field.via and field.via.each for field in module.fields)
    named = any(field.name == "name" and field.required for field in module.fields)
    return bool(module.create or module.update or each or (module.lifecycle and named))


def _validator(kind: str) -> ArgumentSpecValidator:
    arguments = module_arguments(KINDS[kind])
    spec = {name: option for name, option in arguments["argument_spec"].items() if name not in CONNECTION_OPTIONS}
    return ArgumentSpecValidator(spec, **{rule: arguments.get(rule) for rule in RULES})


def stages(given: list[Entry], absent: bool = False) -> list[list[Entry]]:
    """Put entries in an order in which each finds what it refers to; those of one stage do not need one another.

    An entry for something that stands in the list already comes after everything before it: a zone may be made first
    and enabled last. With C(absent) the order is that of the kinds turned round.
    """
    ranks = {kind: rank for rank, kind in enumerate(KINDS)}
    found: list[list[Entry]] = []
    for part in [given] if absent else _parts(given):
        for kind in sorted({entry.kind for entry in part}, key=lambda kind: ranks[kind]):
            found.extend(_turns([entry for entry in part if entry.kind == kind]))
    return found[::-1] if absent else found


def _turns(alike: list[Entry]) -> list[list[Entry]]:
    """Entries of one kind: all at once or, where the kind wants that, by depth or one of each scope at a time."""
    resource = alike[0].resource
    depth = None if isinstance(resource, RuleSet) else resource.depth
    if depth:
        depths = [depth(entry.params) for entry in alike]
        return [[entry for entry, own in zip(alike, depths) if own == level] for level in sorted(set(depths))]
    if isinstance(resource, RuleSet) or not resource.in_turn:
        return [alike]
    turns: list[list[Entry]] = []
    taken: Counter[str] = Counter()
    for entry in alike:
        scope = entry.places
        if taken[scope] == len(turns):
            turns.append([])
        turns[taken[scope]].append(entry)
        taken[scope] += 1
    return turns


def _parts(given: list[Entry]) -> list[list[Entry]]:
    """The list in parts that wait for one another; what stands in it again goes with others of its kind alone."""
    parts: list[list[Entry]] = [[]]
    seen: set[tuple[str, str, str]] = set()
    inside: set[tuple[str, str, str]] = set()
    kinds: set[str] = set()
    for entry in given:
        identity = entry.identity
        if identity in seen and (identity in inside or kinds != {entry.kind}):
            parts.append([])
            inside, kinds = set(), set()
        seen.add(identity)
        inside.add(identity)
        kinds.add(entry.kind)
        parts[-1].append(entry)
    return parts


def _repeats_last(found: list[Entry]) -> list[Entry]:
    """Put what speaks of the same thing once more behind everything else: kinds in a mapping have no order."""
    seen: set[tuple[str, str, str]] = set()
    first: list[Entry] = []
    again: list[Entry] = []
    for entry in found:
        (again if entry.identity in seen else first).append(entry)
        seen.add(entry.identity)
    return [*first, *again]
