"""No code stands twice: eight equal lines in two files want one home. Pylint's symilar finds them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from helpers.collection import ROOT
from helpers.repository import files

LINES = 8
"""So many equal lines are a copy. Imports, docstrings, comments and signatures do not count."""

CODE = ("plugins", "extensions", "tools")
LITERAL = ("plugins/modules", "plugins/action")
"""Documentation, which must be literal, with three lines of code, and what `make generate` writes."""

SYMILAR = "import sys; from pylint import run_symilar; run_symilar(sys.argv[1:])"
TOTAL = re.compile(r"^TOTAL lines=(\d+)", re.MULTILINE)


def copies(paths: Iterable[Path]) -> str:
    """The lines that stand in two of the files, with both places; nothing where there are none.

    Symilar tells of what is longer than the number that it is given. It is a process of its own, for it imports by ways
    that Ansible's loader of collections, once it is there, does not take.

    :raises AssertionError: symilar read nothing.
    """
    ignored = [f"--ignore-{what}" for what in ("comments", "docstrings", "imports", "signatures")]
    command = [sys.executable, "-c", SYMILAR, f"--duplicates={LINES - 1}", *ignored, *map(str, paths)]
    said = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    total = TOTAL.search(said)
    assert total
    assert int(total.group(1)) > 0
    return said[: total.start()].strip()


def test_no_code_stands_twice() -> None:
    names = {path.relative_to(ROOT).as_posix(): path for path in files() if path.suffix == ".py"}
    code = [path for name, path in names.items() if name.split("/")[0] in CODE and not name.startswith(LITERAL)]
    found = copies(code)
    assert not found, f"give what these share one home:\n{found}"


@pytest.mark.parametrize(("lines", "is_copy"), [(LINES, True), (LINES - 1, False)])
def test_a_copy_is_told_with_both_places(tmp_path: Path, lines: int, is_copy: bool) -> None:
    own = {"one.py": 'first = "own"', "two.py": 'second = "other"'}
    common = "\n".join(f"held_{number} = read({number})" for number in range(lines))
    paths = [tmp_path / name for name in own]
    for path in paths:
        path.write_text(f'"""Says what it is."""\n\nimport os\n\n{own[path.name]}\n{common}\n', encoding="utf-8")
    found = copies(paths)
    assert [str(path) in found for path in paths] == [is_copy, is_copy]
