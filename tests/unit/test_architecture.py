"""The page about the architecture shows the tree as it is, and the layers keep to the order of its picture."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from helpers import repository
from helpers.collection import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ENGINE = ROOT / "plugins" / "module_utils"
SPLIT = ("", "plugins/", "plugins/module_utils/", "extensions/")
"""Folders whose own folders are rooms; of all others, the whole is one."""

ROOM = re.compile(r"`([\w./]+/)`")
BOX = re.compile(r'^ {4}(\w+)\["[^<]+<br>([^"]+)"\]$', re.MULTILINE)
OF_RULES = {"rulesets/spec", "rulesets/conflicts", "rulesets/numbers"}
"""Files that the declarations of lists of rules are made with; the rest of their folder works on many."""

ROW = re.compile(r"^\| (`\w+\.py`(?:, `\w+\.py`)*) \|", re.MULTILINE)


@cache
def folders() -> frozenset[str]:
    """The rooms of the tree: folders with files of the repository in them."""
    held = {path.relative_to(ROOT).parent for path in repository.files()}
    every = {f"{folder}/" for path in held for folder in (path, *path.parents) if folder != Path()}
    rooms = {name for name in every if f"{Path(name).parent}/".removeprefix("./") in SPLIT}
    return frozenset(rooms - {name for name in SPLIT if name != "plugins/module_utils/"})


@cache
def layers() -> dict[str, int]:
    """The files and folders in the boxes of the picture, by the number of their box from the top."""
    boxes = dict(BOX.findall(PAGE))
    order = re.findall(r"\w+", next(line for line in PAGE.splitlines() if line.count("-->") > 1))
    assert sorted(order) == sorted(boxes)
    return {name: order.index(box) for box, names in boxes.items() for name in names.split(", ")}


def layer(path: Path) -> int:
    """The layer of a file of the engine."""
    name = str(path.relative_to(ENGINE).with_suffix(""))
    folder = f"{path.relative_to(ENGINE).parent}/"
    return layers()[name] if name in layers() else layers()[folder]


def imports(path: Path) -> Iterator[Path]:
    """The files of the engine that a file imports when it is loaded."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.level:
            base = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            inner = [base / f"{alias.name}.py" for alias in node.names]
            yield from (one for one in (base.with_suffix(".py"), *inner) if one.is_file())


def test_every_room_of_the_tree_is_on_the_page() -> None:
    assert sorted(folders() - set(ROOM.findall(PAGE))) == []


def test_every_room_on_the_page_is_in_the_tree() -> None:
    assert [name for name in ROOM.findall(PAGE) if not (ROOT / name).is_dir()] == []


def test_every_file_of_the_engine_has_a_row() -> None:
    listed = sorted(name for row in ROW.findall(PAGE) for name in re.findall(r"\w+\.py", row))
    assert listed == sorted(path.name for path in ENGINE.glob("*.py") if path.name != "__init__.py")


def test_the_picture_shows_every_part_of_the_engine_once() -> None:
    names = [name for _, names in BOX.findall(PAGE) for name in names.split(", ")]
    parts = {path.stem for path in ENGINE.glob("*.py")} - {"__init__"}
    parts |= {f"{path.parent.name}/" for path in ENGINE.glob("*/*.py")} - {"guest/"}
    assert sorted(set(names) - OF_RULES) == sorted(parts)
    assert set(names) >= OF_RULES
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "path", [path for path in sorted(ENGINE.rglob("*.py")) if path.parent.name != "guest"], ids=lambda path: path.stem
)
def test_imports_go_down(path: Path) -> None:
    if path.name == "__init__.py":
        assert not list(imports(path))
        return
    up = [str(one.relative_to(ENGINE)) for one in imports(path) if layer(one) < layer(path)]
    assert up == []
