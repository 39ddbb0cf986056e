"""With a role that allows exactly what a module is known to send, the module works, and others do not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import pytest
import yaml

from contract.catalogue import ROOT, declared, load
from contract.fleet import converge
from contract.samples import SAMPLES
from contract.test_contract import begun, prepare
from contract.world import Tasks
from helpers.zones import example

NAMES = sorted(SAMPLES)


@contextmanager
def allowed_only(tasks: Tasks, commands: list[str]) -> Iterator[None]:
    """Run tasks while the role of the administrator's account allows these commands and nothing else."""
    store, account = tasks.simulator.store, tasks.simulator.admin().account
    role = store.add("role", {"name": "exact", "type": "Admin", "state": "enabled", "isdefault": False})
    for order, command in enumerate(commands):
        rule = {"roleid": role["id"], "rule": command, "permission": "allow", "_order": order}
        store.add("rolepermission", rule)
    held, account["roleid"] = account["roleid"], role["id"]
    tasks.simulator.clear_calls()
    try:
        yield
    finally:
        account["roleid"] = held


def refused(tasks: Tasks) -> set[str]:
    """The commands that the role did not allow."""
    return {call.command for call in tasks.simulator.calls if call.status == 432}


@pytest.mark.parametrize("name", NAMES)
def test_a_module_works_with_exactly_its_commands(tasks: Tasks, name: str) -> None:
    sample, resource = SAMPLES[name], declared()[name]
    commands = load("commands").commands(name.split(".", 1)[0])
    prepare(tasks, sample)
    with allowed_only(tasks, commands):
        options = dict(begun(sample))
        tasks.run(name, options)
        for change in (*sample["changes"], *({"state": event} for event in sample.get("events", ()))):
            tasks.run(name, {**options, **change})
            options = {**options, **{key: value for key, value in change.items() if key != "state"}}
        if "absent" in resource.state_choices() and sample.get("absent", {}) is not None:
            tasks.run(name, {**options, **sample.get("absent", {"state": "absent"})})
        assert refused(tasks) == set()


def test_what_is_not_of_the_module_is_refused(tasks: Tasks) -> None:
    with allowed_only(tasks, load("commands").commands("ssh_key")):
        assert tasks.run("ssh_key", SAMPLES["ssh_key"]["create"])["changed"]
        with pytest.raises(load("errors").ApiError) as caught:
            tasks.run("affinity_group", SAMPLES["affinity_group"]["create"])
        assert caught.value.code == 432


def test_an_info_module_is_allowed_nothing_that_changes() -> None:
    commands, is_read = load("commands").commands, load("client").is_read
    for kind in load("registry").KINDS:
        found = commands(f"cloudstack.cloud.{kind}_info")
        assert found
        assert [one for one in found if not is_read(one)] == [], kind


def test_a_module_that_is_none_is_told() -> None:
    with pytest.raises(load("errors").OptionError, match="there is no module 'volcano'"):
        load("commands").commands("volcano")


def test_a_role_works_with_exactly_the_rules_of_its_playbook(tasks: Tasks) -> None:
    layout = plugin("zone_layout").zone_layout(
        example("edge")["zone_tree"], host={"username": "root", "password": "none"}
    )
    zone = plugin("zone_entries").zone_entries(layout)["all"]
    tree = yaml.safe_load((ROOT / "examples" / "tenancy" / "acme.yml").read_text(encoding="utf-8"))["tenancy_tree"]
    tenants = plugin("tenancy_entries").tenancy_entries(tree, "not-a-real-one")["all"]
    for name, wish in (("zone", zone), ("tenancy", tenants)):
        rules = plugin("role_rules").role_rules([], [f"cloudstack.cloud.{name}"])
        with allowed_only(tasks, [rule["name"] for rule in rules]):
            assert converge(tasks, wish).get("msg") is None
            assert refused(tasks) == set()


def plugin(name: str) -> Any:
    """A part of what the filters share, by its file's name."""
    return import_module(f"ansible_collections.cloudstack.cloud.plugins.plugin_utils.{name}")
