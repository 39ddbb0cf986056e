"""One playbook from the samples of all kinds, and the comparison of two runs of it."""

from __future__ import annotations

import itertools
import re
from typing import Any

from contract.catalogue import declared, load
from contract.samples import KEY_ONE, SAMPLES, ZONE
from docgen.catalog import MODULES

CHANGES = 1
"""How many of a kind's changes are run; the contract test runs them all."""

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


def groups(count: int) -> list[list[str]]:
    """The names of the samples in so many groups; those that need calls before are the contract test's alone."""
    names = sorted(name for name, sample in SAMPLES.items() if "calls" not in sample)
    return [names[start::count] for start in range(count)]


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


def life(name: str, twice: bool) -> list[dict[str, Any]]:
    """The tasks of one kind from its creation to its removal, each named by what it does.

    :param twice: what changes something is done again; the contract test does so with every kind.
    """
    module, sample = name.split(".", 1)[0], SAMPLES[name]
    numbers = itertools.count(1)

    def step(title: str, options: dict[str, Any], **keywords: Any) -> dict[str, Any]:
        return task(f"{name} {next(numbers)}: {title}", module, options, **keywords)

    begun = sample["create"] if "create" in sample else sample["exists"]
    options = dict(begun)
    tasks = [step("foretold", options, check_mode=True, diff=True), step("made", options)] if "create" in sample else []
    if twice or "create" not in sample:
        tasks.append(step("again", options))
    for change in sample["changes"][:CHANGES]:
        options = {**options, **change}
        tasks.append(step(f"changed ({', '.join(change)})", options, diff=True))
    unforced = {key: value for key, value in options.items() if key != "force_recreate"}
    for option, value in list(sample.get("fixed", {}).items())[:1]:
        tasks.append(step(f"refused ({option})", {**unforced, option: value}))
    if (MODULES / f"{module}_info.py").exists():
        tasks.append(task(f"{name}: read", f"{module}_info", reading(name, begun)))
    if "absent" not in declared()[name].state_choices() or sample.get("absent", {}) is None:
        return tasks
    gone = {**unforced, **sample.get("absent", {"state": "absent"})}
    return [*tasks, step("removed", gone, diff=True), *([step("removed again", gone)] if twice else [])]


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
