"""Whatever can be run in a guide is run by a test, and nothing that can be run is shown as a mere text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from helpers import guides
from helpers.collection import ROOT
from helpers.guides import GUIDES, SHOWN, Block, blocks, parts, runnable

TESTS = ROOT / "tests" / "playbooks"


def followed() -> Iterator[str]:
    """The guides, and sections of guides, that tests name when they follow or read them."""
    for path in sorted(TESTS.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".follow", "runnable")):
                yield from (one.value for one in node.args if isinstance(one, ast.Constant))


def test_every_section_is_run_by_a_test() -> None:
    done = {f"{part.partition('#')[0]}#{block.section}" for part in followed() for block in runnable(part)}
    assert sorted(parts() - done) == []


def test_every_fence_is_read() -> None:
    for path in GUIDES.glob("*.md"):
        assert path.read_text(encoding="utf-8").count("```") == 2 * len(blocks(path.stem)), path.name


def test_what_is_only_shown_is_nothing_to_be_run() -> None:
    shown = [one for path in GUIDES.glob("*.md") for one in blocks(path.stem) if one.language in SHOWN]
    assert shown
    programs = re.compile(r"^\s*(\$|ansible|make|pip|git|export|- name:|- hosts:)", re.MULTILINE)
    assert [one.body for one in shown if programs.search(one.body)] == []


def test_a_command_goes_on_where_its_line_ends_so() -> None:
    assert Block("", "console", "make \\\n  demo\n\nmake test\n").commands == ["make    demo", "make test"]


@pytest.mark.parametrize(
    ("language", "body", "said"),
    [
        ("bash", "make demo\n", "nobody runs a block of 'bash'"),
        ("console", "reboot\n", "nobody runs reboot"),
        ("ini", "[defaults]\n", "nobody runs a block of 'ini'"),
    ],
)
def test_what_no_reader_can_run_is_an_error(monkeypatch, tmp_path, language, body, said) -> None:
    monkeypatch.setattr(guides, "blocks", lambda guide: (Block("", language, body),))
    with pytest.raises(AssertionError, match=said):
        guides.Reader(tmp_path, {}, None).follow("any")


def test_a_section_without_anything_to_run_is_an_error() -> None:
    with pytest.raises(LookupError, match=r"nothing to be run in 'zones#How to choose'"):
        runnable("zones#How to choose")
