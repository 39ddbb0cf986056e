"""The modules of the collection, what they declare, and what their documentation already says."""

from __future__ import annotations

import ast
import gzip
import importlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / "plugins" / "modules"
FRAGMENTS = ROOT / "plugins" / "doc_fragments"
UTILS = "ansible_collections.cloudstack.cloud.plugins.module_utils"
GUEST = frozenset({"metadata_facts"})
"""Modules that run inside an instance and do not know the API: no credentials, no action group, no action plugin."""

SURFACE = ROOT / "extensions" / "simulator" / "cloudstack_simulator" / "data" / "apis.json.gz"
GLOSSARY = Path(__file__).with_name("glossary.yml")


@dataclass(frozen=True)
class Entry:
    """One kind of thing with its module, where it has one, and its info module.

    :ivar kind: the resource, or the variants of one.
    """

    name: str
    kind: Any

    @property
    def path(self) -> Path:
        """The file of the module."""
        return MODULES / f"{self.name}.py"

    @property
    def has_module(self) -> bool:
        """False for what can only be listed."""
        return self.path.exists()

    @property
    def info_path(self) -> Path:
        """The file of the info module."""
        return MODULES / f"{self.name}_info.py"

    @property
    def resources(self) -> tuple[Any, ...]:
        """The resource, or all variants of it; of a rule set, its kinds of rules."""
        if hasattr(self.kind, "members"):
            return tuple(self.kind.members)
        return tuple(self.kind.resources.values()) if hasattr(self.kind, "resources") else (self.kind,)

    @property
    def first(self) -> Any:
        """The resource, or its first variant."""
        return self.resources[0]

    @property
    def noun(self) -> str:
        """What one of them is called in prose."""
        return nouns(self.name)[0]

    @property
    def nouns(self) -> str:
        """What many of them are called in prose."""
        return nouns(self.name)[1]

    @property
    def word(self) -> str:
        """What one of them is called where it is clear what is spoken of."""
        return str(glossary()["words"].get(self.name, self.noun))

    def documentation(self) -> dict[str, Any]:
        """The handwritten documentation of the module, with the options of the fragments that it names.

        The glossary has one for what can only be listed.
        """
        if not self.has_module:
            return {"options": {}, **glossary()["info"]["only"][self.name]}
        found: dict[str, Any] = yaml.safe_load(literals(self.path)["DOCUMENTATION"])
        shared = {key: one for name in found["extends_documentation_fragment"] for key, one in fragment(name).items()}
        return {**found, "options": {**shared, **found.get("options", {})}}

    def arguments(self) -> dict[str, Any]:
        """The argument specification of the module."""
        found: dict[str, Any] = utils("arguments").module_arguments(self.kind)["argument_spec"]
        return found

    def info_arguments(self) -> dict[str, Any]:
        """The argument specification of the info module."""
        found: dict[str, Any] = utils("arguments").info_arguments(self.kind)["argument_spec"]
        return found


def nouns(name: str) -> tuple[str, str]:
    """The words for one and for many of a kind."""
    one = glossary()["nouns"].get(name, name.replace("_", " "))
    return (one, f"{one}s") if isinstance(one, str) else (one[0], one[1])


@cache
def glossary() -> Mapping[str, Any]:
    """The handwritten prose for what the declarations cannot say."""
    found: Mapping[str, Any] = yaml.safe_load(GLOSSARY.read_text(encoding="utf-8"))
    return found


@cache
def surface() -> Mapping[str, Any]:
    """The commands of the API by name."""
    found: Mapping[str, Any] = json.loads(gzip.decompress(SURFACE.read_bytes()))
    return found


@cache
def catalog() -> tuple[Entry, ...]:
    """All kinds that can be listed, in alphabetical order. Ansible's loader must be able to find the collection."""
    names = sorted(path.stem.removesuffix("_info") for path in MODULES.glob("*_info.py"))
    return tuple(Entry(name, getattr(utils(f"resources.{name}"), name.upper())) for name in names)


@cache
def rule_sets() -> tuple[Entry, ...]:
    """The modules that hold a whole list of rules, in alphabetical order. They have no info module of their own."""
    return tuple(entry for entry in without_info() if hasattr(entry.kind, "members"))


@cache
def without_info() -> tuple[Entry, ...]:
    """The modules that have no info module of their own: whole lists of rules, and what only happens."""
    entries = [Entry(name, kind) for name, kind in sorted(utils("registry").KINDS.items())]
    return tuple(entry for entry in entries if entry.has_module and not entry.info_path.exists())


def utils(name: str) -> Any:
    """Import a part of the engine by its file's name."""
    return importlib.import_module(f"{UTILS}.{name}")


def literals(path: Path) -> dict[str, str]:
    """The documentation strings of a plugin's file by their names."""
    return _strings(ast.parse(path.read_text(encoding="utf-8")).body)


def _strings(body: Iterable[ast.stmt]) -> dict[str, str]:
    found = {}
    for node in body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            value = ast.literal_eval(node.value) if isinstance(node.value, ast.Constant) else None
            if isinstance(value, str):
                found[node.targets[0].id] = value
    return found


@cache
def fragment(name: str) -> Mapping[str, Any]:
    """The options of a fragment of the collection.

    :param name: as modules write it, such as C(cloudstack.cloud.owner.filter).
    """
    file, _dot, part = name.removeprefix("cloudstack.cloud.").partition(".")
    body = ast.parse((FRAGMENTS / f"{file}.py").read_text(encoding="utf-8")).body
    text = next(_strings(node.body) for node in body if isinstance(node, ast.ClassDef))[
        (part or "documentation").upper()
    ]
    found: Mapping[str, Any] = yaml.safe_load(text).get("options", {})
    return found


def sentences(text: Any) -> list[str]:
    """The paragraphs of a description, which may be written as a string or as a list."""
    return [text] if isinstance(text, str) else list(text)


def first_sentence(text: Any) -> str:
    """The first sentence of a description."""
    return sentences(text)[0].partition(". ")[0].removesuffix(".") + "."
