"""What the page for contributors says about adding a resource is done to the letter, in a copy of the repository."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from stage import ROOT, stage

pytestmark = pytest.mark.playbook

SECTION = re.compile(
    r"^## Add a resource in ten minutes\n.*?```console\n(?P<commands>.*?)```", re.MULTILINE | re.DOTALL
)
VENV = Path(sys.prefix)
PATIENCE = 900.0


def commands() -> list[str]:
    """The commands of the section."""
    found = SECTION.search((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert found is not None
    return found["commands"].splitlines()


def run(command: str, place: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of make in the copy, with the packages that are installed here."""
    words = shlex.split(command)
    assert words[0] == "make"
    installed = [word for stamp in (".dev-stamp", ".run-stamp") for word in ("-o", f"{VENV}/{stamp}")]
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("MAKE", "MFLAGS", "ANSIBLE_", "CLOUDSTACK_", "PYTEST_", "PYTHON"))
    }
    return subprocess.run(
        ["make", *installed, f"VENV={VENV}", *words[1:]],
        cwd=place,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture(scope="module")
def copy() -> Iterator[Path]:
    """A copy of the repository, for as long as it is used."""
    with stage() as place:
        yield place


@pytest.fixture(scope="module")
def followed(copy: Path) -> list[subprocess.CompletedProcess[str]]:
    """What each command of the section printed, run one after the other."""
    return [run(command, copy) for command in commands()]


def test_every_command_succeeds(followed: list[subprocess.CompletedProcess[str]]) -> None:
    assert [done.stdout + done.stderr for done in followed if done.returncode] == []


def test_the_new_kind_was_tested(followed: list[subprocess.CompletedProcess[str]]) -> None:
    told = re.search(r"(\d+) passed", followed[-1].stdout)
    assert told is not None, followed[-1].stdout
    assert int(told[1]) > 10
    assert "skipped" not in followed[-1].stdout


def test_it_is_said_what_a_person_must_look_at(followed: list[subprocess.CompletedProcess[str]]) -> None:
    assert "A person must still look at:" in followed[0].stdout
    assert "plugins/modules/counter.py" in followed[0].stdout


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("make new RESOURCE=counter", "'counter' exists"),
        ("make new RESOURCE=gui_teme", "Near to it: listGuiThemes"),
        (
            "make new RESOURCE=gui_theme COMMANDS=update=updateGuiThem",
            "no command 'updateGuiThem'. Near to it: updateGui",
        ),
        ("make new RESOURCE=usage_type", "no command that creates 'usage_type'"),
        ("make new RESOURCE=Counters", "no name of a module"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    copy: Path, followed: list[subprocess.CompletedProcess[str]], command: str, told: str
) -> None:
    before = {path: path.stat().st_mtime_ns for path in copy.rglob("*.py")}
    done = run(command, copy)
    assert done.returncode != 0
    assert told in done.stderr
    assert {path: path.stat().st_mtime_ns for path in copy.rglob("*.py")} == before
