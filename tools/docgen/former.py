"""What differs from the interface of ngine_io.cloudstack, the collection that most users come from."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from ansible.plugins.loader import fragment_loader
from ansible.utils.plugin_docs import get_docstring

from .catalog import GUEST, MODULES, ROOT, catalog, literals, utils, without_info
from .write import plain, table

INTERFACE = ROOT / "tests" / "unit" / "data" / "ngine_io.cloudstack-3.3.0.json.gz"
REASONS = ROOT / "docs" / "coming_from_ngine_io.yml"
PAGE = ROOT / "docs" / "coming_from_ngine_io.md"
BEGIN = "<!-- The tables below are written by `make generate` from coming_from_ngine_io.yml. -->\n"
WORDS = ("type", "elements", "required", "default")
LOOSE = {"complex": "dict"}
INVENTORY = "(inventory) instance"
"""What the inventory plugin is called among the modules."""


def renamed() -> Mapping[str, str]:
    """The modules that are called otherwise here, by their former names."""
    found: Mapping[str, str] = utils("registry").RENAMED
    return found


def modules() -> set[str]:
    """The names of the modules here that the former collection may have, too."""
    return {*renamed(), *(path.stem for path in MODULES.glob("*.py"))} - {"__init__"}


def redirects() -> dict[str, str]:
    """Modules by the names that redirect to them: that of the former collection, and that of Ansible before it."""
    same = [name for name in interface() if name != INVENTORY and name not in renamed()]
    return {**renamed(), **{f"cs_{name}": name for name in same}}


@cache
def interface() -> Mapping[str, Any]:
    """Options and return keys of the former collection's modules and inventory, as far as they are here."""
    found: Mapping[str, Any] = json.loads(gzip.decompress(INTERFACE.read_bytes()))
    here = {INVENTORY, *modules()}
    return {name: one for name, one in found.items() if name in here}


@cache
def reasons() -> Mapping[str, Any]:
    """For each module, what differs and why."""
    found: Mapping[str, Any] = yaml.safe_load(REASONS.read_text(encoding="utf-8"))
    return found


def interfaces() -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """Name, argument specification and return keys of every module here."""
    for entry in catalog():
        if entry.has_module:
            yield entry.name, entry.arguments(), yaml.safe_load(literals(entry.path)["RETURN"])
        yield entry.info_path.stem, entry.info_arguments(), yaml.safe_load(literals(entry.info_path)["RETURN"])
    for entry in without_info():
        yield entry.name, entry.arguments(), yaml.safe_load(literals(entry.path)["RETURN"])
    for name in sorted(GUEST):
        returned = yaml.safe_load(literals(MODULES / f"{name}.py")["RETURN"])
        yield name, _documented(MODULES / f"{name}.py"), returned.get("ansible_facts", {}).get("contains", returned)
    for former_name, name in renamed().items():
        path = MODULES / f"{name}.py"
        yield former_name, _documented(path), yaml.safe_load(literals(path)["RETURN"])
    yield INVENTORY, _documented(ROOT / "plugins" / "inventory" / "instance.py"), {}


def _documented(path: Path) -> Mapping[str, Any]:
    """The options of a plugin without an argument specification, with those of its fragments."""
    doc = get_docstring(str(path), fragment_loader, collection_name="cloudstack.cloud", plugin_type=path.parent.name)[0]
    options: Mapping[str, Any] = doc["options"]
    return options


def differences(former: Mapping[str, Any], options: Mapping[str, Any], keys: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a user of the former module meets here, such as C(option zone.required)."""
    for name, one in former["options"].items():
        yield from _of_option(f"option {name}", one, options, _called(name, options))
    yield from _of_keys("result ", former["returns"], keys)


def _of_option(
    place: str, former: Mapping[str, Any], options: Mapping[str, Any], here: Mapping[str, Any] | None
) -> Iterator[str]:
    if here is None:
        yield place
        return
    for word in WORDS:
        if _word(former, word) != _word(here, word):
            yield f"{place}.{word}"
    if set(former.get("choices", ())) - set(here.get("choices", ())):
        yield f"{place}.choices"
    if any(_called(alias, options) is not here for alias in former.get("aliases", ())):
        yield f"{place}.aliases"


def _called(name: str, options: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The option of that name or alias."""
    found: Mapping[str, Any] | None = options.get(name)
    return found or next((one for one in options.values() if name in one.get("aliases", ())), None)


def _word(option: Mapping[str, Any], word: str) -> Any:
    value = option.get(word)
    if word == "default" and option.get("type") == "list" and isinstance(value, str):
        return [value]
    return (value or None) if word == "required" else value


def _of_keys(place: str, former: Mapping[str, Any], here: Mapping[str, Any]) -> Iterator[str]:
    for name, one in former.items():
        if name not in here:
            yield f"{place}{name}"
        elif LOOSE.get(one["type"], one["type"]) != here[name]["type"] and one["type"] != "complex":
            yield f"{place}{name}.type"
        elif one.get("contains"):
            yield from _of_keys(f"{place}{name}.", one["contains"], here[name].get("contains", {}))


def page() -> str:
    """The page about the differences, with its tables written anew."""
    prose = PAGE.read_text(encoding="utf-8").partition(BEGIN)[0]
    parts = [prose + BEGIN]
    for module, listed in reasons().items():
        rows = [(f"`{place}`", plain(reason)) for place, reason in listed.items()]
        parts.append(f"### {module}\n\n" + table(("What", "Here, and why"), rows))
    return "\n".join(parts)
