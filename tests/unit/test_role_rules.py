"""From modules and playbooks to the rules of a role."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.role_rules import CONVERGED, RulesError, role_rules
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_entries import zone_entries
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_layout import zone_layout
from helpers.collection import ROOT


def names(*modules: str, playbooks: Any = ()) -> set[str]:
    found = role_rules(list(modules), [str(one) for one in playbooks])
    assert {rule["permission"] for rule in found} <= {"allow"}
    assert [rule["name"] for rule in found] == sorted(rule["name"] for rule in found)
    return {rule["name"] for rule in found}


def written(path: Path, content: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return path


def play(*tasks: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    return [{"hosts": "localhost", "tasks": list(tasks), **more}]


def test_a_module_brings_what_it_can_send() -> None:
    assert names("cloudstack.cloud.ssh_key") == names("ssh_key") > {"createSSHKeyPair", "queryAsyncJobResult"}
    assert "createSSHKeyPair" not in names("ssh_key_info")
    with pytest.raises(RulesError, match=r"there is no module 'ansible\.builtin\.copy'"):
        role_rules(["ansible.builtin.copy"])


@pytest.mark.parametrize(
    "task",
    [
        {"cloudstack.cloud.ssh_key": {"name": "k"}},
        {"cs_ssh_key": {"name": "k"}},
        {"block": [{"name": "inner", "cloudstack.cloud.ssh_key": {}}], "rescue": []},
        {"block": [], "always": [{"cloudstack.cloud.ssh_key": {}}]},
        {"action": "cloudstack.cloud.ssh_key name=k"},
        {"local_action": {"module": "cloudstack.cloud.ssh_key", "name": "k"}},
        {"cloudstack.cloud.converge": {"resources": [{"ssh_key": {"name": "k"}}]}},
        {"cloudstack.cloud.converge": {"resources": {"ssh_key": [{"name": "k"}]}}},
    ],
)
def test_a_playbook_shows_its_modules(task: dict[str, Any], tmp_path: Path) -> None:
    book = written(tmp_path / "book.yml", play({"ansible.builtin.debug": {}}, task))
    assert names(playbooks=[book]) == names("ssh_key")


def test_what_is_no_task_is_no_module(tmp_path: Path) -> None:
    more = {"vars": {"cloudstack.cloud.zone": 1, "roles": ["none"]}, "module_defaults": {"cloudstack.cloud.pod": {}}}
    assert names(playbooks=[written(tmp_path / "book.yml", play({"zone": {}}, **more))]) == set()


def test_what_a_playbook_includes_belongs_to_it(tmp_path: Path) -> None:
    written(tmp_path / "more.yml", [{"cloudstack.cloud.ssh_key": {}}, {"include_tasks": "more.yml"}])
    written(tmp_path / "roles" / "own" / "tasks" / "main.yml", [{"cloudstack.cloud.affinity_group": {}}])
    written(tmp_path / "second.yml", play({"cloudstack.cloud.region": {}}))
    content = [*play({"ansible.builtin.import_tasks": {"file": "more.yml"}}, roles=[{"role": "own"}]),
               {"ansible.builtin.import_playbook": "second.yml"}]  # fmt: skip
    book = written(tmp_path / "book.yml", content)
    assert names(playbooks=[book]) == names("ssh_key", "affinity_group", "region")


@pytest.mark.parametrize(
    ("task", "says"),
    [
        ({"cloudstack.cloud.converge": {"resources": "{{ all }}"}}, "a task of converge with a template"),
        ({"ansible.builtin.include_tasks": "{{ which }}.yml"}, "gives the file of tasks by a template"),
        ({"ansible.builtin.include_role": {"name": "{{ which }}"}}, "gives the role by a template"),
        ({"ansible.builtin.include_role": {"name": "away"}}, "uses the role 'away', which is not beside it"),
        ({"ansible.builtin.import_tasks": "away.yml"}, "there is no file"),
    ],
)
def test_what_cannot_be_seen_is_told(task: dict[str, Any], says: str, tmp_path: Path) -> None:
    with pytest.raises(RulesError, match=says):
        role_rules([], [str(written(tmp_path / "book.yml", play(task)))])


def test_the_playbooks_of_the_collection() -> None:
    zone = names(playbooks=["cloudstack.cloud.zone"])
    assert {"createZone", "addHost", "createStoragePool", "listSystemVms"} < zone
    assert "deployVirtualMachine" not in zone
    assert {"deployVirtualMachine", "createFirewallRule"} < names(playbooks=["cloudstack.cloud.instances"])
    tasks = {path: path.read_text(encoding="utf-8") for path in (ROOT / "roles").glob("*/tasks/*.yml")}
    assert {path.parts[-3] for path, text in tasks.items() if "cloudstack.cloud.converge:" in text} == set(CONVERGED)


def test_the_kinds_that_the_zone_role_makes_are_known() -> None:
    kinds = set()
    for path in sorted((ROOT / "examples" / "zones").glob("*.yml")):
        tree = yaml.safe_load(path.read_text(encoding="utf-8"))["zone_tree"]
        layout = zone_layout(tree, host={"username": "root", "password": "none"})
        kinds |= {kind for entry in zone_entries(layout)["all"] for kind in entry}
    assert kinds <= set(CONVERGED["zone"])
