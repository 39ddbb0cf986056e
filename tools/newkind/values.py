"""Plain values for samples and examples: two of each type, and names of what stands in the test worlds."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .conventions import prose
from .shape import Option, Shape

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests")]
RECORDED = ROOT / "tests" / "simulator" / "exchanges.jsonl.gz"
EXAMPLES = ROOT / "tests" / "playbooks" / "world"
SEEDED = {
    "domain": "ROOT",
    "account": "admin",
    "service_offering": "Small Instance",
    "disk_offering": "Small",
    "network_offering": "DefaultIsolatedNetworkOfferingWithSourceNatService",
    "vpc_offering": "Default VPC offering",
    "os_type": "Other Linux (64-bit)",
}
"""What a fresh cloud has."""

BY_WORD: tuple[tuple[str, tuple[Any, Any]], ...] = (
    ("netmask", ("255.255.255.0", "255.255.255.128")),
    ("cidr", ("198.51.100.0/24", "203.0.113.0/24")),
    ("gateway", ("192.0.2.1", "192.0.2.2")),
    ("ip_address", ("192.0.2.10", "192.0.2.20")),
    ("url", ("https://one.example.com/path", "https://two.example.com/path")),
    ("endpoint", ("https://one.example.com/path", "https://two.example.com/path")),
    ("email", ("one@example.com", "two@example.com")),
)
BY_WORD_OF_VOCABULARY: Mapping[str, tuple[Any, Any]] = {
    "Flag": (True, False),
    "Number": (10, 20),
    "Listing": (["one"], ["one", "two"]),
    "Map": ({"colour": "green"}, {"colour": "blue"}),
}
BY_TYPE: Mapping[str, tuple[Any, Any]] = {"double": (1.5, 2.5), "date": ("2030-01-01", "2031-01-01")}


def pair(shape: Shape, option: Option, world: Mapping[str, str]) -> tuple[Any, Any]:
    """A value to create with and another one; None for what cannot be known.

    :param world: names of what stands in the world by their kinds.
    """
    if option is shape.key:
        name = f"{shape.name.replace('_', '-')}-1" if option.name == "name" else f"{prose(option.name)} 1"
        return name, None
    if option.target is not None:
        return world.get(option.target.name), None
    if option.says("secret"):
        return "not-a-real-one", None
    if option.kind == "uuid":
        return None, None
    taken = _taken(shape, option)
    if option.word == "Number" and taken:
        return int(taken[0]), int(taken[1]) if len(taken) > 1 else 2 * int(taken[0])
    known = BY_WORD_OF_VOCABULARY.get(option.word) or BY_TYPE.get(option.kind)
    named = next((values for word, values in BY_WORD if word in option.name), None)
    return known or named or _texts(option, taken)


def _texts(option: Option, taken: list[str]) -> tuple[str, str | None]:
    """Two texts for an option, made of its name; where the server took one without letters, that has a form to keep.

    What cannot be changed is never sent, so that any other text will do.
    """
    text = option.name.replace("_", " ")
    if not taken:
        return f"{text} one", f"{text} two"
    return taken[0], next(iter(taken[1:]), f"{text} two" if option.says("fixed") else None)


def _taken(shape: Shape, option: Option) -> list[str]:
    """What the server took for an option when one was made or changed, each once.

    A text with letters may be any, but for what is changed only: that is mostly a state, of which there are few.
    """
    commands = (shape.commands.create, shape.commands.update)
    values = [value for command in commands for value in recorded().get((command, option.param), ())]
    is_any = option.says("late")
    return [value for value in dict.fromkeys(values) if value and (is_any or not any(map(str.isalpha, value)))]


@cache
def recorded() -> Mapping[tuple[str, str], list[str]]:
    """What the server took for the parameters of its commands, in the order of the recordings."""
    found: dict[tuple[str, str], list[str]] = {}
    with gzip.open(RECORDED, "rt", encoding="utf-8") as source:
        for exchange in map(json.loads, source):
            went_well = exchange["status"] == 200 and (exchange.get("job") or {}).get("jobstatus", 1) == 1
            for name, value in exchange["params"].items() if went_well else ():
                found.setdefault((exchange["command"], name), []).append(value)
    return found


@cache
def contract_world() -> Mapping[str, str]:
    """Names in the world of the contract tests, the first of each kind."""
    from contract.samples import WORLD

    return {**SEEDED, **_first(WORLD)}


@cache
def examples_world() -> Mapping[str, str]:
    """Names in the cloud that the examples run in, the first of each kind."""
    return {**SEEDED, **_first(_tasks())}


def _tasks() -> Iterator[tuple[str, Any]]:
    for path in sorted(EXAMPLES.glob("*.yml")):
        for play in yaml.safe_load(path.read_text(encoding="utf-8")):
            for task in play.get("tasks", ()):
                for key, options in task.items():
                    if key.startswith("cloudstack.cloud."):
                        yield key.rsplit(".", 1)[1], options


def _first(tasks: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, options in tasks:
        name = options.get("name") if isinstance(options, Mapping) else None
        if isinstance(name, str) and "{{" not in name:
            found.setdefault(kind, name)
    return found


def sample(shape: Shape) -> dict[str, Any]:
    """The sample of the contract: what to create, one change for each option that can change, what is fixed."""
    pairs = {option: pair(shape, option, contract_world()) for option in shape.options}
    given = {option: values for option, values in pairs.items() if values[0] is not None and not option.says("late")}
    create = {option.name: first for option, (first, _) in given.items()}
    others = {option: second for option, (_, second) in pairs.items() if second is not None}
    late = {option: values[0] for option, values in pairs.items() if option.says("late") and values[0] is not None}
    changes = [{option.name: value} for option, value in {**others, **late}.items() if option.changeable]
    fixed = {
        option.name: value
        for option, value in others.items()
        if option.says("fixed") and option.more.get("read") != "None" and not option.says("secret")
    }
    return {"create": create, "changes": changes, **({"fixed": fixed} if fixed else {})}


def example(shape: Shape) -> dict[str, Any]:
    """The options of the example that creates: those without which it cannot."""
    needed = [one for one in shape.options if one.says("required") or one.says("needed_to_create")]
    found = {option.name: pair(shape, option, examples_world())[0] for option in needed}
    return {name: value for name, value in found.items() if value is not None}


def unknown(shape: Shape) -> list[Option]:
    """The options without which none can be made, for which no value is known."""
    needed = [one for one in shape.options if one.says("required") or one.says("needed_to_create")]
    worlds = (contract_world(), examples_world())
    return [one for one in needed if any(pair(shape, one, world)[0] is None for world in worlds)]
