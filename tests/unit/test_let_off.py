"""What the gates are told to pass over: all of it is known here, each with the reason, and nothing else is let off."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers import repository
from helpers.collection import ROOT

CODE = (".py", ".sh", ".toml", ".yaml", ".yml")
WORDS = re.compile(
    r"# *(?:(?:ruff|flake8): *)?noqa\b(?:: [\w\[\]]+(?:, ?[\w\[\]]+)*)?|# *type: *ignore(?:\[[^\]\n]*\])?"
    r"|# *(?:pragma: *no|(?:pylint|codespell|mypy):|(?:yamllint|nosec|shellcheck)\b).*"
    r"|\b(?:pytest|mark|unittest)\.(?:skip|xfail|importorskip)\w*|^collect_ignore\w*",
    re.MULTILINE,
)
"""How a line, a file or a test asks a gate to pass it over."""

EXCUSES = {
    ("*.py", "noqa: E402"): "what is imported stands on a path that is made first",
    ("tests/faults/run.py", "noqa: E402, F401"): "the import makes the clone importable as the collection",
    ("tests/integration/targets/module_instance_import/*", "noqa: args[module]"): "options that a variable holds",
    ("plugins/module_utils/client.py", "type: ignore[arg-type]"): "None in sys.modules means: cannot be imported",
    ("plugins/module_utils/resources/instance_schedule.py", "type: ignore[assignment,misc]"): "Python 3.8 lacks it",
    ("t*.py", "type: ignore[*]"): "stand-ins, which mypy does not look at, and a word of configparser's",
    ("tests/helpers/namespaces.py", "pytest.skip"): "a machine of a test's own takes root; the end of a run names it",
}
"""By file and words, why it is let off."""

SETTINGS = {
    "ruff": {"line-length", "target-version", "extend-exclude", "per-file-target-version", "lint"},
    "ruff.lint": {"select", "ignore", "per-file-ignores", "isort", "mccabe"},
    "pytest.ini_options": {
        *("minversion", "testpaths", "pythonpath", "addopts", "xfail_strict", "filterwarnings"),
    },
    "codespell": {"ignore-words-list"},
}
"""The words of pyproject.toml; of those that let something off, the values stand below."""

VALUES: dict[str, Any] = {
    "ruff.extend-exclude": [".ansible"],
    "ruff.lint.ignore": ["A002", "N802", "N818", "RUF012"],
    "ruff.lint.per-file-ignores": {"plugins/**": ["E402"]},
    "ruff.lint.mccabe": {"max-complexity": 10},
    "mypy.packages": ["ansible_collections.cloudstack.cloud.plugins.module_utils", "cloudstack_simulator"],
    "mypy.overrides": [{"module": ["ansible.*", "cs.*"], "ignore_missing_imports": True, "follow_imports": "skip"}],
    "pytest.ini_options.testpaths": ["tests"],
    "pytest.ini_options.addopts": "-ra --strict-markers --strict-config",
    "pytest.ini_options.xfail_strict": True,
    "codespell.ignore-words-list": "alph,gatway,nmae,notin,smal,wil",
}
MYPY = {
    *("python_version", "mypy_path", "packages", "namespace_packages", "explicit_package_bases", "overrides"),
    *("disallow_incomplete_defs", "disallow_untyped_defs", "no_implicit_optional", "strict_equality"),
    *("warn_redundant_casts", "warn_unreachable", "warn_unused_ignores"),
}
LINT = {
    "exclude_paths": [".ansible/", ".venv/", "build/", "changelogs/", "tests/simulator/"],
    "skip_list": ["galaxy[no-repository]"],
    "profile": "production",
}
OWN_SETTINGS = re.compile(
    r"(^|/)(\.?ruff\.toml|setup\.cfg|tox\.ini|\.?pytest\.(ini|toml)|\.?mypy\.ini|\.flake8|\.?pylintrc(\.toml)?|\.coveragerc"
    r"|\.codespellrc|\.ansible-lint-ignore|ansible-lint(-ignore)?\.\w+|\.yamllint\.\w+|\.config/.*|\.galaxy-importer\.\w+)$"
    r"|^tests/sanity/|.+/(\.yamllint|\.ansible-lint)$"
)
"""Files in which a tool would find settings, or entries to ignore, beside those at the root."""


def matches(text: str) -> list[str]:
    """What a text asks to be passed over."""
    return [match.group().strip("# ") for match in WORDS.finditer(text)]


def excuse(name: str, words: str) -> str:
    """Why words in a file are let off; empty where nobody has said so."""
    for (pattern, allowed), reason in EXCUSES.items():
        if fnmatch(name, pattern) and re.fullmatch(re.escape(allowed).replace(r"\*", r"[\w, -]*"), words):
            return reason
    return ""


def code() -> dict[str, str]:
    """The text of every file that a gate reads, by its name; this one speaks of such words itself."""
    own = Path(__file__).resolve()
    return {
        str(path.relative_to(ROOT)): repository.text(path)
        for path in repository.files()
        if path.suffix in CODE and path != own
    }


DEFINED = re.compile(r"^((?:    )?)(class|def) (\w+)", re.MULTILINE)


def setting(content: Any, place: str) -> Any:
    """What stands in nested tables under words with points between them."""
    for word in place.split("."):
        content = content[word]
    return content


def test_nothing_is_passed_over_without_a_reason() -> None:
    found = [(name, words) for name, text in code().items() for words in matches(text)]
    assert [(name, words) for name, words in found if not excuse(name, words)] == []
    used = {excuse(name, words) for name, words in found}
    assert [where for where, reason in EXCUSES.items() if reason not in used] == [], "nothing needs these any more"


@pytest.mark.parametrize(
    "line",
    [
        "x = 1  #|noqa",
        "x = 1  #|noqa: E501, C901",
        "#|ruff: noqa",
        "#|ruff: noqa: C901",
        "#|flake8: noqa",
        "x = 1  #|type: ignore",
        "x = 1  #|pragma: no cover",
        "x = 1  #|pylint: disable=all",
        "#|yamllint disable",
        "#|mypy: ignore-errors",
        "@pytest.|mark.skip(reason='later')",
        "@pytest.|mark.xfail",
        "@pytest.|mark.skipif(True, reason='later')",
        "pytest.|importorskip('yaml')",
        "|collect_ignore = ['test_a.py']",
        "      cloudstack.cloud.zone: {} #|noqa: args[module]",
    ],
)
def test_the_search_finds_what_asks_to_be_passed_over(line: str) -> None:
    found = matches(line.replace("|", "" if "pytest" in line or "collect" in line else " "))
    assert len(found) == 1
    assert not excuse("tests/unit/test_a.py", found[0])


def test_settings_let_off_what_is_known() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert set(tools) == {"ruff", "mypy", "pytest", "codespell"}
    assert {place: set(setting(tools, place)) for place in SETTINGS} == SETTINGS
    assert set(tools["mypy"]) == MYPY
    assert {place: setting(tools, place) for place in VALUES} == VALUES
    assert {"C90", "E", "F"} <= set(tools["ruff"]["lint"]["select"])
    lint = yaml.safe_load((ROOT / ".ansible-lint").read_text(encoding="utf-8"))
    assert set(lint) == {*LINT, "offline", "kinds", "mock_modules"}
    assert {word: lint[word] for word in LINT} == LINT
    assert set(yaml.safe_load((ROOT / ".yamllint").read_text(encoding="utf-8"))) == {
        *("extends", "ignore-from-file", "rules"),
    }


def test_no_tool_finds_other_settings_or_entries_to_ignore() -> None:
    names = [str(path.relative_to(ROOT)) for path in repository.files()]
    assert [name for name in names if OWN_SETTINGS.search(name)] == []
    projects = [path for path in repository.files() if path.name == "pyproject.toml" and path.parent != ROOT]
    tools = {str(path.relative_to(ROOT)): setting(tomllib.loads(repository.text(path)), "tool") for path in projects}
    assert {name: set(found) for name, found in tools.items()} == {
        "extensions/simulator/pyproject.toml": {"setuptools"}
    }


@pytest.mark.parametrize(
    "name",
    [
        *("tests/sanity/ignore-2.19.txt", "plugins/ruff.toml", "pytest.ini", "setup.cfg", "tests/tox.ini", ".flake8"),
        *(".ansible-lint-ignore", ".config/ansible-lint.yml", "roles/.yamllint", ".codespellrc", "mypy.ini"),
    ],
)
def test_the_search_finds_settings(name: str) -> None:
    assert OWN_SETTINGS.search(name)


def lost(name: str, text: str) -> list[str]:
    """The tests of a file that pytest would not run: not collected, or taken over by another of the same name."""
    within, names, hidden = "", [], not Path(name).name.startswith("test_")
    found = []
    for indent, word, what in DEFINED.findall(text):
        within = within if indent else what if word == "class" else ""
        if word == "class" or not what.startswith("test_") or (indent and not within):
            continue
        names.append(f"{within}.{what}".lstrip("."))
        if hidden or (within and not within.startswith("Test")):
            found.append(f"{name}: {names[-1]} is not collected")
    return found + [f"{name}: {test} twice" for test, count in Counter(names).items() if count > 1]


def test_every_test_is_collected() -> None:
    tests = {name: text for name, text in code().items() if name.startswith("tests/") and name.endswith(".py")}
    assert [one for name, text in tests.items() for one in lost(name, text)] == []


def test_a_test_that_is_lost_is_told() -> None:
    twice = "def test_a():\n    pass\n\ndef test_a():\n    pass\n"
    assert lost("tests/unit/test_x.py", twice) == ["tests/unit/test_x.py: test_a twice"]
    assert lost("tests/unit/x.py", "def test_a():\n    pass\n") == ["tests/unit/x.py: test_a is not collected"]
    inside = "class Some:\n    def test_a(self):\n        pass\n"
    assert lost("tests/unit/test_x.py", inside) == ["tests/unit/test_x.py: Some.test_a is not collected"]
