"""Writes an integration target for every module: its sample of the contract, in the words of a playbook."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from contract.catalogue import declared, load
from contract.samples import LISTINGS, SAMPLES
from docgen.catalog import Entry, catalog, rule_sets
from docgen.write import Indented

from . import world

ROOT = Path(__file__).resolve().parents[2]
TARGETS = ROOT / "tests" / "integration" / "targets"
HEAD = "# Written by `make generate` from tests/contract/samples.\n"
ALIASES = "cloud/cs\ncontext/controller\nneeds/target/cycle\n"
RUN = """#!/usr/bin/env bash
# Written by `make generate`: the variables are those of the role's molecule scenario.
set -eu
exec python ../role_cycle/cycle.py {} "$@"
"""
MENTION = re.compile(r"cycle_world\['([^']+)'\]")
PREFIX = "{{ cs_resource_prefix }}-"
NAMING = ("username", "display_name", "key", "path")
"""Keys beside the name whose values are free, so that what a target makes can be called by a name of its own."""


class Unsafe(str):
    """Text that Ansible must take as it is, though it looks like a template."""


class Dumper(Indented):
    """Writes `Unsafe` with its tag."""


def _text(dumper: Any, text: str) -> Any:
    style = "|" if "\n" in text else '"' if "{{" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Dumper.add_representer(str, _text)
Dumper.add_representer(Unsafe, lambda dumper, text: dumper.represent_scalar("!unsafe", str(text), style='"'))


def to_yaml(content: Any) -> str:
    """YAML with an explicit start, keys in their order."""
    return yaml.dump(content, Dumper=Dumper, sort_keys=False, explicit_start=True, width=105, allow_unicode=True)


def generated() -> dict[Path, Callable[[], str]]:
    """Every file of the targets that are written, and what writes it."""
    found: dict[Path, Callable[[], str]] = {}
    for entry in (*catalog(), *rule_sets()):
        folder = TARGETS / f"module_{entry.name if entry.has_module else entry.info_path.stem}"
        found[folder / "aliases"] = lambda: ALIASES
        found[folder / "tasks" / "main.yml"] = partial(target, entry)
    for role in sorted(path.parent.parent.name for path in ROOT.glob("roles/*/meta/argument_specs.yml")):
        folder = TARGETS / f"role_{role}"
        found[folder / "aliases"] = lambda: ALIASES.replace("/cycle", "/role_cycle")
        found[folder / "runme.sh"] = partial(RUN.format, role)
    return found


def target(entry: Entry) -> str:
    """The tasks of a module's target: a life for each of its samples."""
    if entry in rule_sets():
        tasks = [rules(entry)]
    else:
        names = [name for name in SAMPLES if name.split(".", 1)[0] == entry.name]
        tasks = [life(entry, name) if name in lives() else standing(entry, name) for name in names] or [listing(entry)]
    return to_yaml(tasks).replace("---\n", f"---\n{HEAD}", 1)


def begun(sample: Mapping[str, Any]) -> Mapping[str, Any]:
    """The options that a sample begins with."""
    found: Mapping[str, Any] = sample["create"] if "create" in sample else sample["exists"]
    return found


def lives() -> list[str]:
    """The samples of what can be made and removed; a target leaves alone what is the cloud's own."""
    kinds = declared()
    return [name for name in SAMPLES if "create" in SAMPLES[name] and "absent" in kinds[name].state_choices()]


def needs(target_name: str) -> set[str]:
    """The names of what the cloud must have for a target; that of a role needs a file of variables."""
    if target_name.startswith("role_"):
        return {target_name.removeprefix("role_")}
    module = target_name.removeprefix("module_").removesuffix("_info")
    kinds = declared()
    members = [member for entry in rule_sets() if entry.name == module for member in entry.kind.members]
    if module in LISTINGS:
        return set(world.texts(LISTINGS[module])) & world.made()
    return mentioned(target_name) | {
        piece
        for name in SAMPLES
        if name.split(".", 1)[0] == module or kinds[name] in members
        for options in (begun(SAMPLES[name]), *SAMPLES[name].get("changes", ()))
        for piece in world.pieces(kinds[name], options)
    }


def mentioned(target_name: str) -> set[str]:
    """What a target that is written by hand names of the cloud."""
    path = TARGETS / target_name / "tasks" / "main.yml"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return set() if HEAD in text else set(MENTION.findall(text))


def life(entry: Entry, name: str) -> dict[str, Any]:
    """The task that leads a thing of one kind through its life."""
    sample, resource = SAMPLES[name], declared()[name]
    words = partial(in_words, resource, frozenset(needs(f"module_{entry.name}")), own(resource, sample))
    variables: dict[str, Any] = {
        "cycle_module": f"cloudstack.cloud.{entry.name}",
        "cycle_create": words(sample["create"]),
        "cycle_changes": [words(change) for change in sample.get("changes", ())],
        "cycle_fixed": words(sample.get("fixed", {})),
        "cycle_events": [{"state": event} for event in sample.get("events", ())],
        "cycle_absent": sample.get("absent", {}),
        "cycle_filters": filters(name, words(sample["create"])),
        "cycle_plural": resource.plural,
        "cycle_known_by": known_by(resource, sample["create"]),
    }
    return {
        "name": f"Lead {indefinite(name)} from its creation to its removal",
        "ansible.builtin.include_role": {"name": "cycle"},
        "vars": {key: value for key, value in variables.items() if value not in ({}, [], "")},
    }


def known_by(resource: Any, options: Mapping[str, Any]) -> str:
    """The result key by which a list shows what was made and has no id."""
    return "" if resource.id_option else next(name for name in resource.key if name in options)


def rules(entry: Entry) -> dict[str, Any]:
    """The task that holds a whole list of rules, made of the samples of single ones."""
    kinds, place = declared(), set(entry.kind.place)
    names = [name for name in SAMPLES if kinds[name] in entry.kind.members]
    first = kinds[names[0]]
    words = partial(in_words, first, frozenset(needs(f"module_{entry.name}")), frozenset())
    known = set(entry.arguments()["rules"]["options"]) - place
    listed = [{key: one for key, one in SAMPLES[name]["create"].items() if key in known} for name in names]
    return {
        "name": f"Hold {entry.name.replace('_', ' ')} from the first to none",
        "ansible.builtin.include_role": {"name": "cycle", "tasks_from": "rules"},
        "vars": {
            "cycle_module": f"cloudstack.cloud.{entry.name}",
            "cycle_place": words({key: one for key, one in SAMPLES[names[0]]["create"].items() if key in place}),
            "cycle_rules": [words(rule) for rule in listed],
        },
    }


def standing(entry: Entry, name: str) -> dict[str, Any]:
    """The task that tells what would become of something that is the cloud's own, and changes nothing."""
    sample, resource = SAMPLES[name], declared()[name]
    words = partial(in_words, resource, frozenset(needs(f"module_{entry.name}")), frozenset())
    options = {**begun(sample), **(sample["changes"][0] if sample["changes"] else {})}
    variables = {
        "cycle_module": f"cloudstack.cloud.{entry.name}",
        "cycle_create": {key: value for key, value in words(options).items() if value is not None},
        "cycle_filters": filters(name, words(begun(sample))),
        "cycle_plural": resource.plural,
    }
    return {
        "name": f"Foretell a change of {indefinite(name)} that stands",
        "ansible.builtin.include_role": {"name": "cycle", "tasks_from": "standing"},
        "vars": {key: value for key, value in variables.items() if value not in ({}, [])},
    }


def listing(entry: Entry) -> dict[str, Any]:
    """The task that reads a kind of which nothing can be made."""
    asked = in_cloud(frozenset(needs(f"module_{entry.info_path.stem}")), LISTINGS.get(entry.name, {}))
    variables = {
        "cycle_module": f"cloudstack.cloud.{entry.info_path.stem}",
        "cycle_plural": entry.first.plural,
        "cycle_filters": asked,
    }
    return {
        "name": f"List {entry.nouns}",
        "ansible.builtin.include_role": {"name": "cycle", "tasks_from": "listing"},
        "vars": {key: value for key, value in variables.items() if value},
    }


def indefinite(name: str) -> str:
    """A noun with its article."""
    module, _, variant = name.partition(".")
    noun = f"{variant} {module}".strip().replace("_", " ")
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


def own(resource: Any, sample: Mapping[str, Any]) -> frozenset[str]:
    """The options that name what the sample makes, so that they must not be those of anything else."""
    named = {"name", *(name for name in resource.key if name in NAMING)}
    plain = {field.name for field in resource.fields if not field.choices and field.name in named}
    return frozenset(sample.get("own", plain - {ref.name for ref in resource.refs}))


def in_words(resource: Any, needed: frozenset[str], names: frozenset[str], options: Mapping[str, Any]) -> Any:
    """Options as a playbook has them: what the cloud has by its name there, what is made by a name of its own."""
    return {
        option: prefixed(option, value) if option in names and isinstance(value, str) else in_cloud(needed, value)
        for option, value in options.items()
    }


def prefixed(option: str, value: str) -> str:
    """A name that nothing else has; a path begins at the root, for the domains between are the test world's own."""
    return f"ROOT/{PREFIX}{value.rpartition('/')[2]}" if option == "path" else f"{PREFIX}{value}"


def in_cloud(needed: frozenset[str], value: Any) -> Any:
    """A value in which each name of a piece of the test world stands for what the tried cloud has in its place."""
    if isinstance(value, Mapping):
        return {key: in_cloud(needed, inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [in_cloud(needed, inner) for inner in value]
    if isinstance(value, str) and value in needed:
        return f"{{{{ cycle_world['{value}'] }}}}"
    return Unsafe(value) if isinstance(value, str) and "{{" in value else value


def filters(name: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Options of the info module that find what the sample makes."""
    known = {field.name for field in load("arguments").info_fields(declared()[name])}
    asked = {option: value for option, value in options.items() if option in known}
    return {**asked, "type": name.split(".", 1)[1]} if "." in name else asked
