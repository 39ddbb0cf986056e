"""How the kinds that are there call things: options, what they refer to, and the words that names are made of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from docgen.catalog import utils

SHORTEST = 3
"""Letters of a word that nobody has used so far; shorter pieces are no words."""

ENDINGS = frozenset({"ers", "ies", "ing", "ion", "ity"})
"""Pieces that only end a word, so that what stands before is none."""

SHORT = frozenset({"id", "ip", "is", "os", "vm", "lb", "dn", "of", "to", "ca"})
CAPITALS = (
    "ACL API ASN BGP CIDR CPU CSS DNS GPU GSLB GUI HA HSM IOPS IP ISO JSON KMS LB LDAP MAC MTU NFS NIC OS RAM SSH "
    "SSL TLS URL VGPU VLAN VM VNF VPC VPN"
)
ACRONYMS = dict(zip(CAPITALS.lower().split(" "), CAPITALS.split(" "), strict=True))


@cache
def declarations() -> tuple[Any, ...]:
    """Every resource that is declared, variants one by one."""
    found: list[Any] = []
    for kind in utils("registry").KINDS.values():
        if hasattr(kind, "resources"):
            found += kind.resources.values()
        elif hasattr(kind, "fields"):
            found.append(kind)
    return tuple(found)


@cache
def references() -> Mapping[str, tuple[str, Any]]:
    """Parameters that name another kind by its id: parameter to the usual option and the resource behind it."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    places = set(homes())
    for resource in declarations():
        for ref in resource.refs:
            if ref.type == "str" and not ref.steers and id(ref.kind) in places:
                counts[ref.api][ref.name, str(id(ref.kind))] += 1
    usual = {param: found.most_common(1)[0][0] for param, found in counts.items()}
    kinds = {str(id(ref.kind)): ref.kind for resource in declarations() for ref in resource.refs}
    return {param: (option, _whole(kinds[kind])) for param, (option, kind) in usual.items()}


def _whole(kind: Any) -> Any:
    """The kind of that name that has a module, in place of one that is only referred to."""
    found = utils("registry").KINDS.get(kind.name)
    return found if id(found) in homes() else kind


@cache
def homes() -> Mapping[int, tuple[str, str]]:
    """Where each resource is declared: by its identity, the file and the constant."""
    found = {}
    folder = utils("resources").__path__
    for name in _modules(folder):
        module = utils(f"resources.{name}")
        for constant, value in vars(module).items():
            own = name == "references" or constant == name.upper()
            if own and constant.isupper() and hasattr(value, "refs"):
                found[id(value)] = (name, constant)
    return found


def _modules(folder: Any) -> Iterator[str]:
    import pkgutil

    yield from (one.name for one in pkgutil.iter_modules(list(folder)))


@cache
def words(surface_names: tuple[str, ...]) -> frozenset[str]:
    """Words that the options of other kinds and the commands of the API are made of."""
    options = {word for resource in declarations() for name in resource.field_names for word in name.split("_")}
    camel = {part.lower() for name in surface_names for part in re.findall(r"[A-Z][a-z]+", name)}
    return frozenset(word for word in options | camel if len(word) >= SHORTEST or word in SHORT)


def option_name(param: str, vocabulary: frozenset[str]) -> str:
    """The option for a parameter: as other kinds call it, or its words with lines between them."""
    usual = [name for resource in declarations() for name in resource.field_names if _flat(name) == param.lower()]
    return Counter(usual).most_common(1)[0][0] if usual else "_".join(split(param.lower(), vocabulary))


def _flat(name: str) -> str:
    return name.replace("_", "")


def split(text: str, vocabulary: frozenset[str]) -> list[str]:
    """The words that a name without gaps is made of, at most one of them unknown; the fewest there can be."""
    best: dict[tuple[int, bool], list[str]] = {(0, False): []}
    for end in range(1, len(text) + 1):
        for start in range(end):
            piece = text[start:end]
            is_known = piece in vocabulary
            for unknown in (False, True):
                before = best.get((start, unknown))
                if before is None or not (is_known or (not unknown and _may_be_a_word(piece))):
                    continue
                key, way = (end, unknown or not is_known), [*before, piece]
                if key not in best or _cost(way, vocabulary) < _cost(best[key], vocabulary):
                    best[key] = way
    ends = [best[key] for key in ((len(text), False), (len(text), True)) if key in best]
    return min(ends, key=lambda way: _cost(way, vocabulary)) if ends else [text]


def _may_be_a_word(piece: str) -> bool:
    return len(piece) >= SHORTEST and piece not in ENDINGS


def _cost(way: list[str], vocabulary: frozenset[str]) -> int:
    return sum(1 if piece in vocabulary else 1 + 2 * len(piece) for piece in way)


def prose(name: str) -> str:
    """A name's words as sentences have them, acronyms in capitals."""
    return " ".join(ACRONYMS.get(word, word) for word in name.split("_"))
