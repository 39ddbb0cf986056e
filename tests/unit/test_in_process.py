"""What a task in the controller's process loads, once a play and not in each worker, and what it is given."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ansible.parsing.dataloader import DataLoader

from helpers.collection import ROOT

PLUGINS = ROOT / "plugins"
OWN = "ansible_collections.cloudstack.cloud.plugins"
ACTIONS = sorted(path for path in (PLUGINS / "action").glob("*.py") if path.stem != "__init__")
REGISTRY = PLUGINS / "module_utils" / "registry.py"
WHOLE = {"converge"}
"""Modules for which every kind is loaded."""

MOST_FILES = 45
"""A module of one kind without references loads no more of the collection than this; with all kinds it is 195."""


def target(path: Path, node: ast.ImportFrom) -> Path | None:
    """The file or folder of the collection that a line imports from."""
    words = (node.module or "").split(".")
    if node.level:
        return path.parents[node.level - 1].joinpath(*words)
    name = node.module or ""
    return PLUGINS.joinpath(*name.removeprefix(OWN).strip(".").split(".")) if name.startswith(OWN) else None


def files(path: Path, nodes: Sequence[ast.stmt]) -> Iterator[Path]:
    """The files of the collection that lines of a file import."""
    for node in nodes:
        base = target(path, node) if isinstance(node, ast.ImportFrom) else None
        if base is not None and isinstance(node, ast.ImportFrom):
            inner = [base / f"{alias.name}.py" for alias in node.names]
            yield from (one for one in (base.parent / f"{base.name}.py", *inner) if one.is_file())


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def loads(path: Path) -> frozenset[Path]:
    """The files that a file imports when it is loaded."""
    return frozenset(files(path, tree(path).body))


@cache
def loads_late(path: Path) -> frozenset[Path]:
    """The files that functions of a file import when they are called."""
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]
    inner = [node for function in functions for node in ast.walk(function)]
    return frozenset(files(path, [node for node in inner if isinstance(node, ast.ImportFrom)]))


@cache
def loaded_by(action: Path) -> frozenset[Path]:
    """Every file of the collection that is loaded with an action plugin."""
    found: set[Path] = set()
    left = [action]
    while left:
        path = left.pop()
        if path not in found:
            found.add(path)
            left.extend(loads(path))
    return frozenset(found)


def test_the_parent_loads_what_workers_would_import() -> None:
    missing = {
        f"{action.stem} imports {late.stem} in a worker"
        for action in ACTIONS
        for path in loaded_by(action)
        for late in loads_late(path) - loaded_by(action)
    }
    assert missing == set()


def test_a_module_loads_the_kinds_that_it_needs_and_no_others() -> None:
    assert {action.stem for action in ACTIONS if REGISTRY in loaded_by(action)} == WHOLE
    assert len(loaded_by(PLUGINS / "action" / "zone_info.py")) <= MOST_FILES
    assert len(loaded_by(PLUGINS / "action" / "converge.py")) > 3 * MOST_FILES


def test_each_action_is_that_of_its_module() -> None:
    for action in ACTIONS:
        found: Any = importlib.import_module(f"{OWN}.action.{action.stem}").ActionModule
        assert found.module == action.stem
        assert "api_url" in found.surface.arguments()["argument_spec"], action.stem


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("web-1", "web-1"),
        ("[80, 1.5, true, null]", [80, 1.5, True, None]),
        ("{tags: [{key: tier, value: web}]}", {"tags": [{"key": "tier", "value": "web"}]}),
        ("{until: 2030-01-31}", {"until": "2030-01-31"}),
    ],
)
def test_the_work_is_given_what_a_process_would_be_given(text: str, value: Any) -> None:
    in_process = importlib.import_module(f"{OWN}.plugin_utils.in_process")
    loaded = DataLoader().load(text)
    given = in_process.plain(loaded)
    assert given == value
    assert types(given) == types(value)


def types(value: Any) -> Any:
    """The types in a value, however deep."""
    if isinstance(value, dict):
        return type(value), [(types(key), types(one)) for key, one in value.items()]
    return (type(value), [types(one) for one in value]) if isinstance(value, list) else type(value)
