"""A role as a host of another family of operating systems would see it: its variables, templates and task files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml
from ansible.parsing.dataloader import DataLoader
from ansible.template import Templar, trust_as_template

from helpers.collection import ROOT

SYSTEMS: dict[str, dict[str, Any]] = {
    "Debian 12": {"os_family": "Debian", "distribution": "Debian", "release": "bookworm", "major": "12"},
    "Ubuntu 22.04": {"os_family": "Debian", "distribution": "Ubuntu", "release": "jammy", "major": "22"},
    "Ubuntu 24.04": {"os_family": "Debian", "distribution": "Ubuntu", "release": "noble", "major": "24"},
    "EL 8": {"os_family": "RedHat", "distribution": "Rocky", "release": "Green Obsidian", "major": "8"},
    "EL 9": {"os_family": "RedHat", "distribution": "AlmaLinux", "release": "Teal Serval", "major": "9"},
}
"""What Ansible finds on them."""


@cache
def variables_of(role: str) -> dict[str, Any]:
    """The defaults and variables of a role, as Ansible reads them."""
    held: dict[str, Any] = {}
    for name in ("defaults", "vars"):
        path = ROOT / "roles" / role / name / "main.yml"
        held.update(DataLoader().load_from_file(str(path), trusted_as_template=True) or {})
    return held


@cache
def load(role: str, name: str) -> Any:
    """A YAML file of a role, as data; an empty one is nothing."""
    return yaml.safe_load((ROOT / "roles" / role / name).read_text(encoding="utf-8"))


@cache
def tasks_of(role: str) -> tuple[dict[str, Any], ...]:
    """Every task of a role, those in blocks too."""
    paths = sorted((ROOT / "roles" / role / "tasks").glob("*.yml"))
    return tuple(task for path in paths for task in _flat(load(role, f"tasks/{path.name}")))


def _flat(tasks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for task in tasks:
        yield task
        for part in ("block", "rescue", "always"):
            yield from _flat(task.get(part, []))


def _trusted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _trusted(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_trusted(one) for one in value]
    return trust_as_template(value) if isinstance(value, str) else value


class RoleOn:
    """The variables of a role on a host of a system, one of `SYSTEMS`."""

    def __init__(self, role: str, system: str, **given: Any) -> None:
        """Have the defaults and variables of the role, with others in their place and for what tasks register."""
        self._folder = ROOT / "roles" / role
        facts = SYSTEMS[system]
        found = {
            "os_family": facts["os_family"],
            "distribution": facts["distribution"],
            "distribution_release": facts["release"],
            "distribution_major_version": facts["major"],
            "architecture": "x86_64",
            "default_ipv4": {"address": "10.0.0.10"},
            "packages": {},
        }
        usual = {"inventory_hostname": "one", "ansible_play_hosts_all": ["one"], "ansible_check_mode": False}
        own = {**variables_of(role), "ansible_facts": found}
        self._templar = Templar(DataLoader(), variables={**own, **usual, **given})

    def value(self, name: str) -> Any:
        """A variable of the role, with all that it refers to."""
        return self.rendered(f"{{{{ {name} }}}}")

    def rendered(self, value: Any) -> Any:
        """What the role would have in the place of a text, list or dictionary of one of its tasks."""
        return self._templar.template(_trusted(value))

    def template(self, name: str) -> str:
        """A template of the role, as the module of that name would write it."""
        text = (self._folder / "templates" / name).read_text(encoding="utf-8")
        return str(
            self._templar.copy_with_new_env(searchpath=str(self._folder / "templates")).template(
                trust_as_template(text)
            )
        )
