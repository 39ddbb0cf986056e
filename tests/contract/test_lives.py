"""Turns in the lives of things that the samples do not come to: each is told before, done once, and then left alone."""

from __future__ import annotations

from typing import Any

import pytest

from contract.samples import SAMPLES, ZONE
from contract.test_contract import happens_each_time, prepare, remove, run_as_told
from contract.world import Tasks

PROVIDER = {**ZONE, "physical_network": "physical-2"}
RULE = {**ZONE, "ip_address": "198.51.100.50"}
IMAGE = SAMPLES["vnf_template"]["create"]
TAGS: list[dict[str, Any]] = [{"tags": [{"key": "use", "value": "web"}]}, {"tags": []}]
SHOWN: list[dict[str, Any]] = [{"for_display": False}, *TAGS]
DISK = {**ZONE, "name": "root", "vm": "web-1", "volume_type": "ROOT"}

BEFORE: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "an ISO is put in and taken out": [("iso", SAMPLES["iso"]["create"])],
    "a snapshot of a disk is made of one of its instance": [
        ("instance_snapshot", {**ZONE, "vm": "web-1", "name": "whole"}),
    ],
    "a network appliance is copied and gets user data": [
        ("zone", {"name": "zone-b", "network_type": "Advanced", "dns1": "192.0.2.53", "internal_dns1": "10.0.0.53"}),
        ("image_store", {"zone": "zone-b", "name": "b", "provider": "NFS", "url": "nfs://10.0.0.20/export/b"}),
    ],
}
LIVES: dict[str, tuple[str, dict[str, Any], list[dict[str, Any]]]] = {
    "a provider with an element": (
        "network_service_provider",
        {**PROVIDER, "name": "InternalLbVm"},
        [{"state": "enabled"}],
    ),
    "a provider with a router": (
        "network_service_provider",
        {**PROVIDER, "name": "VirtualRouter"},
        [{"state": "enabled"}],
    ),
    "a provider that the network lacks": (
        "physical_network",
        {**ZONE, "name": "physical-2"},
        [{"nsps_enabled": ["BaremetalUserdataProvider"]}],
    ),
    "a subnet becomes another": ("ipv4_subnet", SAMPLES["ipv4_subnet"]["create"], [{"subnet": "172.30.0.0/21"}]),
    "a group gets another name": ("instance_group", {"name": "shop"}, [{"name": "shops"}]),
    "an ISO is put in and taken out": ("instance", {**ZONE, "name": "web-1"}, [{"iso": "new-iso"}, {"iso": ""}]),
    "a destroyed instance is expunged": (
        "instance",
        {**ZONE, "name": "web-2", "state": "destroyed"},
        [{"state": "expunged"}],
    ),
    "a snapshot of a disk is made of one of its instance": (
        "volume_snapshot",
        {},
        [{**DISK, "instance_snapshot": "whole"}],
    ),
    "a network appliance is copied and gets user data": (
        "vnf_template",
        IMAGE,
        [{"zones": ["zone-1", "zone-b"], "zone": None}, {"user_data": "motd"}, {"user_data": ""}],
    ),
    "an address": ("ip_address", {**RULE, "network": "web-net"}, SHOWN),
    "a rule inwards": ("firewall.ingress", {**RULE, "port": 8000}, SHOWN),
    "a rule outwards": ("firewall.egress", {**ZONE, "type": "egress", "network": "web-net", "port": 53}, SHOWN),
    "a forwarded port": ("portforward", {**RULE, "public_port": 8000, "private_port": 80, "vm": "web-1"}, SHOWN),
}
SETS: dict[str, dict[str, Any]] = {
    "firewall_rules": {**RULE, "rules": [{"port": 8000}]},
    "egress_rules": {**ZONE, "network": "web-net", "rules": [{"port": 53}]},
    "portforwards": {**RULE, "rules": [{"public_port": 8000, "private_port": 80, "vm": "web-1"}]},
    "network_acl_rules": {**ZONE, "vpc": "vpc-1", "network_acl": "acl-0", "rules": [{"port": 8000}]},
}


@pytest.mark.parametrize("life", LIVES)
def test_a_life_that_no_sample_has(tasks: Tasks, life: str) -> None:
    for name, options in BEFORE.get(life, ()):
        tasks.run(name, options)
    name, options, changes = LIVES[life]
    made = tasks.run(name, options) if options else {}
    by_id = {"id": made["id"]} if "id" in made and name != "network_service_provider" else {}
    for change in changes:
        options = {option: value for option, value in {**options, **by_id, **change}.items() if value is not None}
        run_as_told(tasks, name, options)


@pytest.mark.parametrize("name", SETS)
def test_a_rule_of_a_set_is_changed_in_its_place(tasks: Tasks, name: str) -> None:
    place = SETS[name]
    tasks.run(name, place)
    for change in SHOWN:
        changed = {**place, "rules": [{**place["rules"][0], **change}]}
        assert tasks.run(name, changed, check=True)["changed"]
        assert tasks.run(name, changed)["changed"]
        assert not tasks.run(name, changed)["changed"]


@pytest.mark.parametrize("name", ["alert", "event"])
def test_what_is_past_is_removed(tasks: Tasks, name: str) -> None:
    prepare(tasks, SAMPLES[name])
    remove(tasks, name, SAMPLES[name]["exists"], {"state": "absent"})


def test_a_disk_of_a_stopped_instance_goes_back_to_a_snapshot(tasks: Tasks) -> None:
    tasks.run("volume_snapshot", DISK)
    tasks.run("instance", {**ZONE, "name": "web-1", "state": "stopped"})
    happens_each_time(tasks, "volume_snapshot", {**DISK, "state": "revert"})


def test_the_health_of_routers_is_read_where_that_is_asked_for(tasks: Tasks) -> None:
    assert any(router["health_check_results"] for router in tasks.info("router", {"health_checks": True}))
