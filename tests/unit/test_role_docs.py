"""What roles and guides say of variables, against the argument specifications."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.collection import ROOT

ROLES = sorted(path.name for path in (ROOT / "roles").iterdir() if path.is_dir())
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))


def entry_points(role: str) -> dict[str, Any]:
    text = (ROOT / "roles" / role / "meta" / "argument_specs.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)["argument_specs"]


def options(role: str) -> set[str]:
    return {name for entry in entry_points(role).values() for name in entry["options"]}


def keys(value: Any) -> set[str]:
    """Every key of a document, however deep."""
    if isinstance(value, dict):
        return {str(key) for key in value}.union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def blocks(path: Path) -> list[Any]:
    return [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", path.read_text(encoding="utf-8"), re.S)]


@pytest.mark.parametrize("role", ROLES)
def test_the_readme_of_a_role_names_variables_that_there_are(role: str) -> None:
    readme = ROOT / "roles" / role / "README.md"
    shown = {key for block in blocks(readme) for key in keys(block) if key.startswith(f"{role}_")}
    assert shown
    assert shown - options(role) == set()


@pytest.mark.parametrize("role", ROLES)
def test_defaults_are_documented_as_they_are(role: str) -> None:
    path = ROOT / "roles" / role / "defaults" / "main.yml"
    defaults = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(defaults) - options(role) == set()
    plain = {name: value for name, value in defaults.items() if "{{" not in str(value)}
    for entry in entry_points(role).values():
        told = {name: spec["default"] for name, spec in entry["options"].items() if "default" in spec}
        assert {name: value for name, value in told.items() if name in plain and plain[name] != value} == {}
        assert [name for name in plain if name in entry["options"] and name not in told] == []


@pytest.mark.parametrize("role", ROLES)
def test_every_entry_point_has_its_tasks(role: str) -> None:
    missing = [name for name in entry_points(role) if not (ROOT / "roles" / role / "tasks" / f"{name}.yml").is_file()]
    assert missing == []


@pytest.mark.parametrize("guide", [path for path in GUIDES if path.name != "README.md"], ids=lambda path: path.stem)
def test_a_guide_is_listed(guide: Path) -> None:
    assert f"({guide.name})" in (guide.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("guide", ["hierarchy", "zones", "physical_networks", "storage"])
def test_a_guide_about_planning_has_a_picture(guide: str) -> None:
    (path,) = [path for path in GUIDES if path.stem == guide]
    assert "```mermaid\nflowchart " in path.read_text(encoding="utf-8")
