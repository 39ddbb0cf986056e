"""What a module or a role must have to be one: a thing that lacks something of it fails here, by name."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible.plugins.loader import fragment_loader
from ansible.utils.plugin_docs import get_docstring
from docgen import former, simulator, tables
from docgen.catalog import GUEST, catalog, literals, rule_sets

from helpers.collection import ROOT
from playbooks import test_module_examples

MODULES = sorted({path.stem for path in (ROOT / "plugins" / "modules").glob("*.py")} - {"__init__", *GUEST})
"""Modules that speak to the API; those that run inside an instance have no group, action plugin or target."""

ROLES = sorted(path.name for path in (ROOT / "roles").iterdir() if path.is_dir())
TARGETS = ROOT / "tests" / "integration" / "targets"
ATTRIBUTES = {"check_mode", "diff_mode", "idempotent", "action_group"}
SCENARIO = ("molecule.yml", "vars.yml", "verify.yml")
STEPS = {"check", "converge", "idempotence", "verify"}
"""What a scenario leads a role through, at least."""

ALIASES = re.compile(r"(cloud/cs\n|context/controller\n|needs/target/\w+\n)+")
"""What a target says of itself where it runs always; ansible-test passes over one that says more."""

SHARED = {"cycle", "role_cycle"}
"""Targets that others include, and that do not run by themselves."""

NOT_ON_EVERY_SERVER = {"configureOvsElement", "listOvsElements"}
"""Commands of a plugin that the recorded server does not have: its answer, and the simulator's, is "unknown"."""


@cache
def entries() -> dict[str, Any]:
    """What the generator knows of a module, by the module's name."""
    known = (*catalog(), *rule_sets())
    return {name: entry for entry in known for name in (entry.name, entry.info_path.stem)}


@cache
def runtime() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "meta" / "runtime.yml").read_text(encoding="utf-8"))


@cache
def targets() -> dict[str, str]:
    """The text of all tasks of an integration target, by its name."""
    return {
        folder.name: "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yml")))
        for folder in TARGETS.iterdir()
        if (folder / "aliases").exists()
    }


def lacks_of_module(name: str) -> Iterator[str]:
    """What a module lacks."""
    path = ROOT / "plugins" / "modules" / f"{name}.py"
    yield from (f"{word} in the file" for word in ("DOCUMENTATION", "EXAMPLES", "RETURN") if word not in literals(path))
    doc = get_docstring(str(path), fragment_loader, collection_name="cloudstack.cloud", plugin_type="module")[0] or {}
    if not doc.get("short_description"):
        yield "a short description"
    yield from (f"the attribute {one}" for one in sorted(ATTRIBUTES - set(doc.get("attributes", {}))))
    if f"cloudstack.cloud.{name}:" not in literals(path).get("EXAMPLES", ""):
        yield "an example"
    elsewhere = ROOT / test_module_examples.ELSEWHERE.get(name, "-")
    if f"cloudstack.cloud.{name}" not in test_module_examples.FILES and not elsewhere.is_file():
        yield "a test that runs its examples"
    if not has_target(name):
        yield f"an integration target module_{name}"
    else:
        yield from lacks_of_target(f"module_{name}")
    if name not in runtime()["action_groups"]["all"]:
        yield "a place in the action group"
    if not (ROOT / "plugins" / "action" / f"{name}.py").exists():
        yield "an action plugin"
    if name in former.interface() and f"cs_{name}" not in runtime()["plugin_routing"]["modules"]:
        yield f"a redirect from cs_{name}"
    yield from lacks_of_docs(name)


def has_target(name: str) -> bool:
    """Tell whether a target runs the module; the target of a kind reads with its info module, too."""
    if f"module_{name}" in targets():
        return f"cloudstack.cloud.{name}\n" in targets()[f"module_{name}"] or f".{name}:" in targets()[f"module_{name}"]
    base = name.removesuffix("_info")
    return base != name and f"cycle_module: cloudstack.cloud.{base}\n" in targets().get(f"module_{base}", "")


def mappings(content: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a document, however deep."""
    if isinstance(content, dict):
        yield content
    for inner in content.values() if isinstance(content, dict) else content if isinstance(content, list) else ():
        yield from mappings(inner)


def asserts(tasks: list[dict[str, Any]]) -> bool:
    """Tell whether one of the tasks asserts something."""
    return any((task.get("ansible.builtin.assert") or {}).get("that") for task in tasks)


def lacks_of_target(name: str) -> Iterator[str]:
    """What a target lacks of one that runs always and can fail; those that are generated share their tasks."""
    path = TARGETS / name / "aliases"
    if path.is_file() and not ALIASES.fullmatch(path.read_text(encoding="utf-8")):
        yield f"only cloud/cs, context/controller and needs/target in the aliases of {name}"
    if "Written by `make generate`" in targets().get(name, ""):
        return
    tasks = list(mappings(yaml.safe_load(targets().get(name, ""))))
    if tasks and not (asserts(tasks) and any(task.get("check_mode") is True for task in tasks)):
        yield f"an assertion and a task in check mode in {name}"
    if any(task.get("ignore_errors") or task.get("failed_when") is False for task in tasks):
        yield f"tasks that can fail in {name}"


def lacks_of_scenario(folder: Path) -> Iterator[str]:
    """What a scenario of a role lacks: its files, all steps, and something that can fail at the end."""
    yield from (str(folder.relative_to(ROOT) / one) for one in SCENARIO if not (folder / one).is_file())
    found = {one: yaml.safe_load((folder / one).read_text(encoding="utf-8")) or {} for one in SCENARIO
             if (folder / one).is_file()}  # fmt: skip
    yield from (
        f"the step {one} in extensions/molecule/{folder.name}"
        for one in sorted(STEPS - set(found.get("molecule.yml", {}).get("scenario", {}).get("test_sequence", STEPS)))
    )
    if "verify.yml" in found and not asserts(list(mappings(found["verify.yml"]))):
        yield f"an assertion in extensions/molecule/{folder.name}/verify.yml"


def lacks_of_docs(name: str) -> Iterator[str]:
    """What a module lacks outside of its own files: its row in the table, the simulator's support."""
    entry = entries().get(name)
    row = f"`{entry.name if entry.has_module else entry.info_path.stem}`" if entry else f"`{name}`"
    if f"| {row} |" not in (ROOT / "docs" / "modules.md").read_text(encoding="utf-8"):
        yield "a row in docs/modules.md"
    if entry:
        commands = (*tables.reads(entry), *(() if name.endswith("_info") else tables.writes(entry)))
        missing = [one for one in commands if simulator.how(one) == simulator.REFUSED]
        yield from (f"{one} in the simulator" for one in missing if one not in NOT_ON_EVERY_SERVER)


def lacks_of_role(name: str) -> Iterator[str]:
    """What a role lacks."""
    role = ROOT / "roles" / name
    yield from (f"roles/{name}/{one}" for one in ("README.md", "tasks/main.yml") if not (role / one).is_file())
    specs = role / "meta" / "argument_specs.yml"
    options = yaml.safe_load(specs.read_text(encoding="utf-8"))["argument_specs"]["main"] if specs.is_file() else {}
    if not options.get("options"):
        yield f"roles/{name}/meta/argument_specs.yml"
    yield from lacks_of_scenario(ROOT / "extensions" / "molecule" / name)
    if f"role_{name}" not in targets():
        yield f"an integration target role_{name}"
    yield from lacks_of_target(f"role_{name}")


@pytest.fixture(scope="module", autouse=True)
def _nouns() -> None:
    """What the simulator answers is known when its nouns are loaded."""
    simulator.nouns.load()


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_whole(name: str) -> None:
    assert list(lacks_of_module(name)) == []


@pytest.mark.parametrize("name", sorted(GUEST))
def test_a_module_for_guests_is_documented_and_tried(name: str) -> None:
    lacks = set(lacks_of_module(name))
    assert lacks == {
        "the attribute action_group",
        f"an integration target module_{name}",
        "a place in the action group",
        "an action plugin",
    }


@pytest.mark.parametrize("name", ROLES)
def test_a_role_is_whole(name: str) -> None:
    assert list(lacks_of_role(name)) == []


def test_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards the tests above: each of the things is missed where it is not."""
    assert list(lacks_of_role("nobody")) == [
        "roles/nobody/README.md",
        "roles/nobody/tasks/main.yml",
        "roles/nobody/meta/argument_specs.yml",
        *(f"extensions/molecule/nobody/{one}" for one in SCENARIO),
        "an integration target role_nobody",
    ]
    monkeypatch.setitem(runtime(), "action_groups", {"all": []})
    monkeypatch.setitem(runtime(), "plugin_routing", {"modules": {}})
    monkeypatch.setattr(test_module_examples, "FILES", {})
    monkeypatch.setattr(simulator, "how", lambda command: simulator.REFUSED)
    monkeypatch.delitem(targets(), "module_pod")
    lacks = list(lacks_of_module("pod"))
    assert lacks[:4] == [
        "a test that runs its examples",
        "an integration target module_pod",
        "a place in the action group",
        "a redirect from cs_pod",
    ]
    assert "createPod in the simulator" in lacks[4:]


def test_no_target_is_left_of_a_module_or_role_that_is_gone() -> None:
    names = {name for name in targets() if re.match(r"(module|role)_", name)} - {"role_cycle"}
    assert names <= {*(f"module_{name}" for name in MODULES), *(f"role_{name}" for name in ROLES)}


def test_a_target_that_cannot_fail_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "TARGETS", tmp_path)
    (tmp_path / "module_pod").mkdir()
    (tmp_path / "module_pod" / "aliases").write_text("cloud/cs\ndisabled\n", encoding="utf-8")
    play = [{"name": "Run it", "cloudstack.cloud.pod": {"name": "a"}, "ignore_errors": True}]
    monkeypatch.setitem(targets(), "module_pod", yaml.safe_dump(play))
    assert list(lacks_of_target("module_pod")) == [
        "only cloud/cs, context/controller and needs/target in the aliases of module_pod",
        "an assertion and a task in check mode in module_pod",
        "tasks that can fail in module_pod",
    ]


def test_a_scenario_that_cannot_fail_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    play = [{"hosts": "localhost", "tasks": [{"name": "Look", "ansible.builtin.assert": {"that": []}}]}]
    (tmp_path / "verify.yml").write_text(yaml.safe_dump(play), encoding="utf-8")
    (tmp_path / "molecule.yml").write_text("scenario: {test_sequence: [converge, verify]}", encoding="utf-8")
    assert list(lacks_of_scenario(tmp_path)) == [
        "vars.yml",
        f"the step check in extensions/molecule/{tmp_path.name}",
        f"the step idempotence in extensions/molecule/{tmp_path.name}",
        f"an assertion in extensions/molecule/{tmp_path.name}/verify.yml",
    ]


def test_all_scenarios_share_what_runs_the_role() -> None:
    shared = yaml.safe_load((ROOT / "extensions" / "molecule" / "config.yml").read_text(encoding="utf-8"))
    assert set(shared["scenario"]["test_sequence"]) >= STEPS
    play = yaml.safe_load((ROOT / "extensions" / "molecule" / "converge.yml").read_text(encoding="utf-8"))
    run = [task["ansible.builtin.include_role"] for task in mappings(play) if "ansible.builtin.include_role" in task]
    assert run == [{"name": "cloudstack.cloud.{{ molecule_scenario }}"}]
    own = [path.parent.name for path in (ROOT / "extensions" / "molecule").glob("*/converge.yml")]
    assert own == [], "a scenario runs its role by the shared playbook"


def test_only_what_is_shared_is_hidden() -> None:
    aliases = {path.parent.name: path.read_text(encoding="utf-8") for path in TARGETS.glob("*/aliases")}
    assert {name for name, text in aliases.items() if not ALIASES.fullmatch(text)} == SHARED
    assert {aliases[name] for name in SHARED} == {"hidden\n"}
