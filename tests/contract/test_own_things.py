"""An ordinary user, who may list neither domains nor hosts nor storage, keeps an instance and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import OFFERING, SAMPLES, TEMPLATE, ZONE
from contract.tenants import acting_as, refused
from contract.test_contract import run_as_told
from contract.world import Tasks

OWN = {**ZONE, "name": "mine"}
IN = {**ZONE, "vm": "mine"}
DEPLOYED: dict[str, Any] = {
    **OWN,
    "template": TEMPLATE,
    "service_offering": "Small Instance",
    "networks": ["own-net"],
    "backup_offering": "gold",
}


def less(kind: str, *options: str, **other: Any) -> dict[str, Any]:
    """The options of a sample without those that only an administrator may give."""
    return {key: value for key, value in {**SAMPLES[kind]["create"], **other}.items() if key not in options}


IMAGE = ("is_featured", "template_tag", "template_type", "for_cks")
LIVES: dict[str, tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any]]] = {
    "ssh_key": (SAMPLES["ssh_key"]["create"], [{"public_key": SAMPLES["ssh_key"]["changes"][0]["public_key"]}], {}),
    "affinity_group": (SAMPLES["affinity_group"]["create"], [], {}),
    "instance_group": (SAMPLES["instance_group"]["create"], [], {}),
    "user_data": (SAMPLES["user_data"]["create"], SAMPLES["user_data"]["changes"], {}),
    "instance_snapshot": ({**IN, "name": "before", "snapshot_memory": True}, [], {}),
    "instance_schedule": (
        {**SAMPLES["instance_schedule"]["create"], **IN},
        SAMPLES["instance_schedule"]["changes"],
        {},
    ),
    "volume": (
        {**ZONE, "name": "own-data", "disk_offering": "Custom", "size": 5, "tags": [{"key": "use", "value": "data"}]},
        [
            {"vm": "mine", "state": "attached"},
            {"size": 8},
            {"tags": []},
            {"state": "detached"},
            {"disk_offering": "Large", "size": None, "vm": None},
        ],
        {"state": "absent", "force": True},
    ),
    "volume_snapshot": ({**IN, "name": "own-before", "volume_type": "ROOT"}, [], {}),
    "volume_snapshot_policy": (
        {**IN, "volume_type": "ROOT", "interval_type": "weekly", "schedule": "30:2:1", "max_snaps": 3},
        [{"max_snaps": 4}],
        {},
    ),
    "backup": ({**IN, "name": "own-backup"}, [], {}),
    "backup_schedule": (
        {**IN, "interval_type": "daily", "schedule": "00:02", "max_backups": 3},
        [{"schedule": "30:02"}, {"max_backups": 5}],
        {},
    ),
    "template": (
        less("template", *IMAGE, name="own-template"),
        [{"display_text": "Own"}, {"password_enabled": True}, {"tags": []}],
        {},
    ),
    "vnf_template": (less("vnf_template", *IMAGE, name="own-vnf"), [{"display_text": "Own"}], {}),
    "iso": (less("iso", *IMAGE, name="own-iso"), [{"display_text": "Own"}], {}),
    "tag": (
        {"key": "stage", "value": "test", "resource_type": "UserVm", "resource": "mine"},
        [{"value": "production"}],
        {},
    ),
    "annotation": ({"annotation": "Ask me first", "entity_type": "VM", "entity": "mine"}, [], {}),
}
BY_INSTANCE = ("instance_schedule", "instance_snapshot", "backup", "backup_schedule")
EVENTS = {
    "volume": "extracted",
    "instance_snapshot": "revert",
}


@pytest.fixture
def user(tasks: Tasks) -> Iterator[Tasks]:
    """Tasks of an ordinary user who has a network and an instance."""
    with acting_as(tasks, "bob"):
        tasks.run("network", {**ZONE, "name": "own-net", "network_offering": OFFERING})
        tasks.run("instance", DEPLOYED)
        tasks.simulator.clear_calls()
        yield tasks


def test_the_instance_is_deployed_changed_and_removed(user: Tasks) -> None:
    assert not user.run("instance", DEPLOYED)["changed"]
    user.run("affinity_group", {"name": "own-apart"})
    for change in (
        {"display_name": "Mine"},
        {"service_offering": "Medium Instance", "restart": "allowed"},
        {"affinity_groups": ["own-apart"], "restart": "allowed"},
        {"data_disks": [{"name": "own-data", "disk_offering": "Custom", "size": 5}]},
        {"user_data": "#cloud-config\n"},
        {"tags": [{"key": "stage", "value": "test"}]},
        {"state": "stopped"},
        {"state": "started"},
    ):
        run_as_told(user, "instance", {**OWN, **change})
    assert user.run("instance", {**OWN, "state": "restarted"})["changed"]
    assert user.run("console_endpoint", IN, check=True)["changed"]
    assert refused(user) == []


def test_a_destroyed_instance_is_out_of_sight_and_that_is_well(user: Tasks) -> None:
    """Who is no administrator cannot see what is destroyed, and so not whether the command came that far."""
    gone = {**OWN, "state": "absent"}
    told = user.run("instance", gone, check=True)
    done = user.run("instance", gone)
    assert (told["state"], done["state"]) == ("Destroyed", "Destroyed")
    assert {key: done.get(key) for key in told} == told
    assert not user.run("instance", gone)["changed"]
    assert user.writes == 0


@pytest.mark.parametrize("name", LIVES)
def test_what_belongs_to_an_instance_lives(user: Tasks, name: str) -> None:
    options, changes, absent = LIVES[name]
    run_as_told(user, name, options)
    for change in changes:
        options = {**options, **change}
        run_as_told(user, name, options)
    if name != "volume_snapshot_policy":
        assert user.info(name, {"vm": "mine", **ZONE} if name in BY_INSTANCE else {})
    if name in EVENTS:
        assert user.run(name, {**options, "state": EVENTS[name]})["changed"]
    gone = {**options, "state": "absent", **absent}
    assert user.run(name, gone, check=True)["changed"]
    assert user.run(name, gone)["changed"]
    assert not user.run(name, gone)["changed"]
    assert refused(user) == []


def test_what_is_the_administrators_is_refused_by_name_of_the_command(user: Tasks) -> None:
    errors = load("errors")
    imported = {**ZONE, "name": "kvm-1-vm-1", "cluster": "cluster-kvm", "service_offering": "Small Instance"}
    offered = {**ZONE, "name": "own", "external_id": "gold-policy", "description": "d"}
    for kind, options, command in (
        ("backup_offering", offered, "importBackupOffering"),
        ("instance_import", imported, "listClusters"),
    ):
        with pytest.raises(errors.CloudError, match=f"^{command} failed: ") as caught:
            user.run(kind, options)
        assert caught.value.failure["code"] == 432
