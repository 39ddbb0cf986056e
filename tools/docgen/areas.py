"""The areas that tables of modules and commands are divided into."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("areas.yml")
REST = "Everything else"


@cache
def areas() -> list[dict[str, Any]]:
    """The areas in their order, each with C(title), C(modules) and C(commands)."""
    found: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


def of_module(name: str) -> str:
    """The title of a module's area. A module named outright stands there, whatever patterns of other areas say."""
    named = (area["title"] for area in areas() if name in area["modules"])
    alike = (area["title"] for area in areas() if any(fnmatch(name, pattern) for pattern in area["modules"]))
    return next(named, None) or next(alike, REST)


def of_command(name: str) -> str:
    """The title of the area of a command that no module sends."""
    found = (area["title"] for area in areas() if any(re.search(word, name) for word in area["commands"]))
    return next(found, REST)


def titles(used: Iterable[str]) -> list[str]:
    """The titles among those used, in the order of the areas."""
    present = set(used)
    return [title for title in (*(area["title"] for area in areas()), REST) if title in present]
