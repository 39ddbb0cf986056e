"""One playbook from the samples of all kinds, and the comparison of two runs of it."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable
from typing import Any

from contract.catalogue import declared, load
from contract.samples import KEY_ONE, SAMPLES, ZONE
from docgen.catalog import MODULES

GROUPS = 11
WHOLE_LIVES = 8
"""How many kinds go from their creation to their removal; the others are made."""
READINGS = 24
"""How many kinds are read; their modules are generated, and differ in nothing but the kind and its filters."""
SEED = 19
"""Says which."""

NO_KEYS = {"invocation"}
NEVER_ALIKE = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    r"|\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b"
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}"
    r"|(?<=_)\d{14}\b"
    r"|(?<![\w-])[\w-]{86}(?![\w-])"
)
"""Ids, MAC addresses, times and keys that the server makes: no two clouds give the same."""

TIME = re.compile(r"\d{14}|[\d-]{10}T[\d:+-]+")


MISSING_ZONE = {"name": "web-net", "zone": "zone-x"}
BAD_INPUT: dict[str, dict[str, Any]] = {
    "an unknown option": {"zone": {"name": "zone-1", "nmae": "x"}},
    "an unknown option of an info module": {"zone_info": {"zone_name": "zone-1"}},
    "a missing required option": {"pod": {"name": "pod-9"}},
    "two missing required options": {"portforward": {"zone": "zone-1"}},
    "a wrong choice": {"zone": {"name": "zone-1", "state": "on"}},
    "a wrong type": {"portforward": {**ZONE, "ip_address": "198.51.100.50", "public_port": "many"}},
    "an alias given twice": {"host": {**ZONE, "name": "host-1", "ip_address": "host-1"}},
    "an option without what it needs": {"network": {**ZONE, "name": "web-net", "account": "admin"}},
    "options that exclude each other": {"instance": {**ZONE, "name": "web-1", "template": "a", "iso": "b"}},
    "none of the options of which one is needed": {"instance": {**ZONE}},
    "a wrong suboption": {"network": {**ZONE, "name": "web-net", "tags": [{"key": "a", "values": "b"}]}},
    "a differing fixed option": {"zone": {"name": "zone-1", "network_type": "Basic"}},
    "a missing zone": {"pod": {"name": "pod-1", "zone": "zone-x"}},
    "a bad value": {"pod": {**ZONE, "name": "pod-1", "gateway": "10.0.1"}},
    "a refusal of the server": {"zone": {"name": "zone-1", "state": "absent"}},
    "a wrong key": {"zone": {"name": "zone-1", "api_key": "a-key-that-is-wrong"}},
    "a URL that is none": {"zone": {"name": "zone-1", "api_url": "cloud.example.com"}},
    "a password in a URL": {
        "storage_pool": {**ZONE, "name": "zone-1", "storage_url": "rbd://user:not-a-real-one@10.0.0.20/zone-1"}
    },
    "a kind that is none": {"converge": {"resources": [{"volcano": {"name": "zone-1"}}]}},
    "no list of resources": {"converge": {"resources": "zone-1"}},
    "a fleet of which one fails": {
        "converge": {
            "resources": [{"ssh_key": {"name": "parity", "public_key": KEY_ONE}}, {"network": MISSING_ZONE}],
            "on_error": "continue",
        }
    },
}


def play(tasks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A play of these tasks; a failing one does not end it."""
    return [{"hosts": "localhost", "gather_facts": False, "ignore_errors": True, "tasks": tasks}]


def bad_tasks() -> list[dict[str, Any]]:
    """A task for each kind of bad input."""
    return [task(title, module, options) for title, given in BAD_INPUT.items() for module, options in given.items()] + [
        {**task("a bad value in check mode", "zone", {"name": "zone-1", "network_type": "Basic"}), "check_mode": True}
    ]


def task(title: str, module: str, options: dict[str, Any], **keywords: Any) -> dict[str, Any]:
    """One task. Data of users may look like a template, so values are marked as none."""
    return {"name": title, f"cloudstack.cloud.{module}": untemplated(options), **keywords}


def untemplated(value: Any) -> Any:
    """The value with template marks written so that Ansible gives them on as they are."""
    if isinstance(value, dict):
        return {key: untemplated(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [untemplated(inner) for inner in value]
    return "{{ " + repr(value) + " }}" if isinstance(value, str) and "{{" in value else value


def has_it_all(name: str) -> bool:
    """A kind whose sample has every step of a life."""
    sample = SAMPLES[name]
    removable = "absent" in declared()[name].state_choices() and sample.get("absent", {}) is not None
    return {"create", "fixed", "changes"} <= {key for key, value in sample.items() if value} and removable


def groups() -> list[list[str]]:
    """The names of the samples in groups; those that need calls before are the contract test's alone."""
    names = sorted(name for name, sample in SAMPLES.items() if "calls" not in sample)
    return [names[start::GROUPS] for start in range(GROUPS)]


def chosen() -> tuple[set[str], set[str]]:
    """The kinds that go all the way, and those that are read."""
    known = sorted(name for group in groups() for name in group)
    readable = [name for name in known if (MODULES / f"{name.split('.', 1)[0]}_info.py").exists()]
    choice = random.Random(SEED)
    whole = set(choice.sample([name for name in known if has_it_all(name)], WHOLE_LIVES))
    return whole, set(choice.sample(readable, READINGS))


def life(name: str, whole: bool, read: bool) -> list[dict[str, Any]]:
    """The tasks of one kind, each named by what it does: it is made.

    The same function decides what is done either way, and the contract test holds each kind to every step. What the
    ways have of their own is how options come in and how a result goes out.

    :param whole: do the other steps, too, up to its removal, and again what changes something.
    :param read: read it with its info module.
    """
    module, sample = name.split(".", 1)[0], SAMPLES[name]
    numbers = itertools.count(1)

    def step(title: str, options: dict[str, Any], **keywords: Any) -> dict[str, Any]:
        return task(f"{name} {next(numbers)}: {title}", module, options, **keywords)

    begun = sample["create"] if "create" in sample else sample["exists"]
    made = ["foretold", "made", "again"] if whole else ["made" if "create" in sample else "again"]
    tasks = [step(title, begun, check_mode=title == "foretold", diff=True) for title in made]
    if read:
        tasks.append(task(f"{name}: read", f"{module}_info", reading(name, begun)))
    return [*tasks, *the_rest(sample, begun, step)] if whole else tasks


def the_rest(
    sample: dict[str, Any], begun: dict[str, Any], step: Callable[..., dict[str, Any]]
) -> list[dict[str, Any]]:
    """The first of a kind's changes, what is refused, and the removal."""
    change = sample["changes"][0]
    options = {**begun, **change}
    unforced = {key: value for key, value in options.items() if key != "force_recreate"}
    option, value = next(iter(sample["fixed"].items()))
    gone = {**unforced, **sample.get("absent", {"state": "absent"})}
    return [
        step(f"changed ({', '.join(change)})", options, diff=True),
        step(f"refused ({option})", {**unforced, option: value}),
        step("removed", gone, diff=True),
        step("removed again", gone),
    ]


def reading(name: str, options: dict[str, Any]) -> dict[str, Any]:
    """Options for the info module that find what the sample makes."""
    filters = {field.name for field in load("arguments").info_fields(declared()[name])}
    asked = {key: value for key, value in options.items() if key in filters}
    return {**asked, "type": name.split(".", 1)[1]} if "." in name else asked


class Likeness:
    """Compares results of two clouds: what one calls A the other calls B, always."""

    def __init__(self) -> None:
        self._there: dict[str, str] = {}
        self._here: dict[str, str] = {}

    def differences(self, here: Any, there: Any, path: str = "") -> list[str]:
        """Where two values differ, each with the way to it."""
        if isinstance(here, dict) and isinstance(there, dict):
            keys = sorted({*here, *there} - NO_KEYS, key=str)
            return [
                difference
                for key in keys
                for difference in self.differences(here.get(key, "(none)"), there.get(key, "(none)"), f"{path}.{key}")
            ]
        if isinstance(here, list) and isinstance(there, list) and len(here) == len(there):
            pairs = enumerate(zip(here, there, strict=True))
            return [found for at, (one, two) in pairs for found in self.differences(one, two, f"{path}[{at}]")]
        if isinstance(here, str) and isinstance(there, str):
            return [] if self._alike(here, there) else [f"{path}: {here!r} / {there!r}"]
        return [] if here == there and type(here) is type(there) else [f"{path}: {here!r} / {there!r}"]

    def _alike(self, here: str, there: str) -> bool:
        ours, theirs = NEVER_ALIKE.findall(here), NEVER_ALIKE.findall(there)
        if len(ours) != len(theirs) or NEVER_ALIKE.sub("", here) != NEVER_ALIKE.sub("", there):
            return False
        return all(self._same(one, two) for one, two in zip(ours, theirs, strict=True))

    def _same(self, one: str, two: str) -> bool:
        if TIME.fullmatch(one):
            return bool(TIME.fullmatch(two))
        return self._there.setdefault(one, two) == two and self._here.setdefault(two, one) == one
