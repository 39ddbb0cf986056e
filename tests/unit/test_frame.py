"""The rules of the house that a program can check."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml
from docgen.catalog import GUEST

from helpers import collection, repository

ROOT = collection.ROOT
MACHINE_PATH = re.compile(r"(?<![\w.~}-])/(?:work|root)/\w")
MARKDOWN_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
MAXIMUM_LINES = 400
LONGER = {
    "plugins/modules/*.py": "the documentation of a module must stand in its file",
    "tools/docgen/glossary.yml": "one page of prose, looked up by the name of a kind",
    "roles/*/meta/argument_specs.yml": "every variable of a role, with its documentation",
    "meta/runtime.yml": "generated: one line a module",
    "extensions/simulator/COVERAGE.md": "generated: one row a command of the API",
    "LICENSE": "the text of the license",
}
"""Files that may be longer, each with the reason."""

TARGETS = [
    "bench",
    "builder",
    "check",
    "clean",
    "coverage",
    "demo",
    "diagrams",
    "docs",
    "faults",
    "format",
    "generate",
    "help",
    "integration",
    "link",
    "lint",
    "molecule",
    "mutants",
    "new",
    "next",
    "release",
    "sanity",
    "simulator",
    "spell",
    "test",
    "units",
    "venv",
]


def load(name: str) -> dict:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def make(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in repository.files()
        if (match := MACHINE_PATH.search(repository.text(path)))
    ]
    assert found == []


@pytest.mark.parametrize("line", ["in |work/main now", "cd '|root/x'", "path=|work/data"])
def test_the_search_for_machine_paths_finds_them(line: str) -> None:
    assert MACHINE_PATH.search(line.replace("|", "/"))


@pytest.mark.parametrize("line", ["https://example.com/work/list", "/home/root/x", "~/work/x", "network/root"])
def test_the_search_for_machine_paths_leaves_others_alone(line: str) -> None:
    assert not MACHINE_PATH.search(line)


def lengths() -> dict[str, int]:
    """The files that people read, with their lines; data that is packed is none of them."""
    return {
        str(path.relative_to(ROOT)): len(repository.text(path).splitlines())
        for path in repository.files()
        if path.suffix not in (".gz", ".png", ".svg")
    }


def test_files_stay_small() -> None:
    long = [name for name, length in lengths().items() if length > MAXIMUM_LINES]
    assert [name for name in long if not any(fnmatch(name, pattern) for pattern in LONGER)] == []


@pytest.mark.parametrize("pattern", LONGER)
def test_no_reason_is_given_for_a_file_that_is_small(pattern: str) -> None:
    assert any(length > MAXIMUM_LINES for name, length in lengths().items() if fnmatch(name, pattern))


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in repository.files()
        if path.suffix == ".md"
        for target in MARKDOWN_LINK.findall(repository.text(path))
        if "://" not in target and not (path.parent / target).exists()
    ]
    assert broken == []


def test_every_role_says_what_it_takes() -> None:
    wanted = ("meta/argument_specs.yml", "README.md", "tasks/main.yml")
    roles = [path for path in (ROOT / "roles").glob("*") if path.is_dir()]
    assert [f"{role.name}/{name}" for role in roles for name in wanted if not (role / name).is_file()] == []


def test_every_module_is_in_the_action_group() -> None:
    modules = {path.stem for path in (ROOT / "plugins" / "modules").glob("*.py")} - {"__init__"}
    assert set(load("meta/runtime.yml")["action_groups"]["all"]) == modules - GUEST
    assert modules > GUEST


def test_one_version() -> None:
    version = load("galaxy.yml")["version"]
    releases = load("changelogs/changelog.yaml")["releases"]
    newest = max(releases, key=lambda release: [int(part) for part in release.split(".")])
    assert newest == version
    assert f"## v{version.replace('.', chr(92) + '.')}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_generated_files_are_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "generate.py"), "--check"]
    check = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert check.returncode == 0, check.stdout + check.stderr


@pytest.mark.parametrize("target", TARGETS)
def test_make_knows_the_target(target: str) -> None:
    tried = make("--dry-run", target)
    assert tried.returncode == 0, tried.stderr


def test_make_help_lists_every_target() -> None:
    listed = re.findall(r"^  make (\w+)", make("help").stdout, flags=re.MULTILINE)
    assert sorted(listed) == TARGETS


def test_a_clone_of_any_name_at_any_path_is_found(tmp_path: Path) -> None:
    clone = tmp_path / "a clone of any name"
    clone.mkdir()
    shutil.copy(ROOT / "Makefile", clone)
    for _attempt in ("first", "again"):
        made = make("link", cwd=clone)
        assert made.returncode == 0, made.stderr
    identity = load("galaxy.yml")
    link = clone / ".ansible/collections/ansible_collections" / identity["namespace"] / identity["name"]
    assert link.is_symlink()
    assert link.resolve() == clone.resolve()


def test_a_missing_python_is_named(tmp_path: Path) -> None:
    """Only make's own shell is there: the recipe must say what it looked for instead of a chain of errors."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    tried = make("PATH=/nonexistent", "PYTHON=absent", "VENV=environment", "environment/bin/python", cwd=tmp_path)
    assert tried.returncode != 0
    assert "No Python 3.11 or newer found (tried absent, " in tried.stderr
