"""Bad input gets one clear error that names the option and the fix, makes nothing, and a corrected run works."""

from __future__ import annotations

from typing import Any

import pytest
from asked import INSTANCE, ask, idents
from contract.samples import KEY_ONE, OFFERING, POD, SAMPLES, ZONE
from contract.world import Tasks

from ansible_collections.cloudstack.cloud.plugins.module_utils.client import Client
from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import ApiError, CloudError, Unreachable
from ansible_collections.cloudstack.cloud.plugins.module_utils.settings import Settings
from cloudstack_simulator import jobs

POD_2 = SAMPLES["pod"]["create"]
RANGE = SAMPLES["vlan_ip_range"]["create"]
NETWORK = SAMPLES["network"]["create"]
RULE = SAMPLES["firewall.ingress"]["create"]
STORAGE_RANGE = SAMPLES["storage_ip_range"]["create"]

CHECKED = [
    pytest.param("pod", POD_2, {"zone": "zone-x"}, "zone", "there is no zone 'zone-x'", id="missing zone"),
    pytest.param("network", NETWORK, {"zone": ""}, "zone", "zone", id="empty zone"),
    pytest.param("pod", POD_2, {"netmask": "255.255.0.255"}, "netmask", "write it like 255.255.255.0", id="netmask"),
    pytest.param("network", NETWORK, {"netmask": "24"}, "netmask", "write it like 255.255.255.0", id="prefix length"),
    pytest.param("pod", POD_2, {"start_ip": "10.0.2.400"}, "start_ip", "is not an IPv4 address", id="bad address"),
    pytest.param(
        "zone",
        SAMPLES["zone"]["create"],
        {"guest_cidr_address": "10.2.2.0"},
        "guest_cidr_address",
        "is not a CIDR; write it like 198.51.100.0/24",
        id="CIDR without a length",
    ),
    pytest.param(
        "zone", SAMPLES["zone"]["create"], {"dns1": "ns.example.com"}, "dns1", "write it like 192.0.2.10", id="DNS name"
    ),
    pytest.param("zone", SAMPLES["zone"]["create"], {"dns1": None}, "dns1", "is needed to create the zone", id="none"),
    pytest.param("zone", SAMPLES["zone"]["create"], {"name": "z" * 256}, "name", "longer than 255", id="long name"),
    pytest.param(
        "firewall", RULE, {"cidrs": ["10.0.0.0/33"]}, "cidrs", "holds what is no CIDR", id="bad CIDR in a list"
    ),
    pytest.param("firewall", RULE, {"start_port": 70000}, "start_port", "ports go from 1 to 65535", id="bad port"),
    pytest.param(
        "ssh_key",
        {"name": "k", "public_key": KEY_ONE},
        {"public_key": "ssh-ed25519 nonsense"},
        "public_key",
        "is not an OpenSSH public key; give the one line of a .pub file",
        id="a key that is none",
    ),
    pytest.param(
        "vlan_ip_range", RANGE, {"vlan": "vlan://52"}, "vlan", "give the number alone, or 'untagged'", id="VLAN URI"
    ),
    pytest.param(
        "image_store",
        SAMPLES["image_store"]["create"],
        {"url": "10.0.0.20:/export"},
        "url",
        "write it with its scheme",
        id="URL without a scheme",
    ),
    pytest.param(
        "host", SAMPLES["host"]["create"], {"url": "192.0.2.21"}, "url", "write it with its scheme", id="host without"
    ),
    pytest.param(
        "physical_network",
        {**ZONE, "name": "physical-2", "nsps_enabled": ["VirtualRouter"]},
        {"nsps_disabled": ["VirtualRouter"]},
        "nsps_disabled",
        "Name each provider once",
        id="a contradiction",
    ),
]


@pytest.mark.parametrize(("name", "good", "bad", "option", "fix"), CHECKED)
def test_what_can_be_seen_before_is_refused_before(
    tasks: Tasks, name: str, good: dict[str, Any], bad: dict[str, Any], option: str, fix: str
) -> None:
    for check in (True, False):
        with pytest.raises(CloudError) as caught:
            tasks.run(name, {**good, **bad}, check=check)
        assert tasks.writes == 0
        assert caught.value.failure["option"] == option
        assert caught.value.message.startswith(option)
        assert fix in caught.value.message
    assert tasks.run(name, good)["changed"]
    assert tasks.run(name, good)["changed"] is False


REFUSED = [
    pytest.param(
        "vlan_ip_range",
        RANGE,
        {"start_ip": "198.51.100.90", "end_ip": "198.51.100.120", "gateway": "198.51.100.1"},
        "start_ip",
        "Choose addresses that no other range of the zone has",
        id="overlapping public range",
    ),
    pytest.param("pod", POD_2, {"start_ip": "10.0.1.50", "end_ip": "10.0.1.150", "gateway": "10.0.1.1"},
                 "start_ip", "Choose addresses that no other pod of the zone has", id="overlapping pods"),
    pytest.param(
        "instance",
        {**INSTANCE, "name": "n1", "ssh_keys": ["deploy"]},
        {"ssh_keys": ["nobody"]},
        "ssh_keys",
        "Create the key pair first, for the same account",
        id="no such key pair",
    ),
    pytest.param(
        "portforward",
        SAMPLES["portforward"]["create"],
        {"public_port": 80, "public_end_port": 90, "private_port": 80, "private_end_port": 90},
        "public_port",
        "choose others",
        id="ports in use",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "good", "bad", "option", "fix"), REFUSED)
def test_what_the_server_refuses_is_told_with_the_option_and_the_fix(
    tasks: Tasks, name: str, good: dict[str, Any], bad: dict[str, Any], option: str, fix: str
) -> None:
    if name == "portforward":
        tasks.run(name, {**good, "public_port": 85, "private_port": 85})
    before = len(tasks.info(name, places_of(name, good)))
    with pytest.raises(CloudError) as caught:
        tasks.run(name, {**good, **bad})
    failure = caught.value.failure
    assert failure["option"] == option
    assert caught.value.message.startswith(f"{option}: ")
    assert fix in caught.value.message
    assert failure["errortext"] in caught.value.message
    assert failure["command"]
    assert failure["code"] in (431, 530, 537)
    assert len(tasks.info(name, places_of(name, good))) == before, "something was made"
    assert tasks.run(name, good)["changed"]
    assert tasks.run(name, good)["changed"] is False


def places_of(name: str, options: dict[str, Any]) -> dict[str, Any]:
    """What the info module needs to list what may have been made."""
    return {key: options[key] for key in ("zone", *(["ip_address"] if name == "portforward" else [])) if key in options}


def test_an_ambiguous_name(tasks: Tasks) -> None:
    found = idents(tasks)
    twins = []
    for _ in range(2):
        made = ask(
            tasks,
            "createNetwork",
            name="twin",
            displaytext="twin",
            zoneid=found["zone zone-1"],
            networkofferingid=found[f"networkoffering {OFFERING}"],
        )
        twins.append(made["network"]["id"])
    options = {**INSTANCE, "name": "n1", "networks": ["twin"]}
    with pytest.raises(CloudError, match="networks: 2 networks answer to 'twin'") as caught:
        tasks.run("instance", options)
    assert tasks.writes == 0
    assert [one["id"] for one in caught.value.failure["candidates"]] == twins
    assert tasks.run("instance", {**options, "networks": [twins[1]]})["changed"]
    assert tasks.run("instance", {**options, "networks": [twins[1]]})["changed"] is False


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ({"key": "wrong"}, ApiError, ["api_key", "api_secret"]),
        ({"secret": "wrong"}, ApiError, ["api_key", "api_secret"]),
        ({"url": "http://127.0.0.1:9/client/api"}, Unreachable, ["api_url", "http://127.0.0.1:9/client/api"]),
        ({"url": "http://cloud.invalid/client/api"}, Unreachable, ["api_url", "http://cloud.invalid/client/api"]),
    ],
)
def test_a_connection_that_cannot_work(
    tasks: Tasks, change: dict[str, str], error: type[CloudError], words: list[str]
) -> None:
    good, settings = tasks.client, tasks.client.settings
    given = {"url": settings.url, "key": settings.key, "secret": settings.secret, **change}
    tasks.client = Client(Settings(**given), sleep=lambda seconds: None)
    try:
        with pytest.raises(error) as caught:
            tasks.run("pod", POD_2)
    finally:
        tasks.client = good
    assert all(word in caught.value.message for word in words)
    assert settings.secret not in caught.value.message
    assert tasks.writes == 0
    assert tasks.run("pod", POD_2)["changed"]


@pytest.mark.parametrize(
    ("name", "options", "command"),
    [
        ("instance", {**INSTANCE, "name": "n1", "state": "started"}, "deployVirtualMachine"),
        ("ip_address", {**SAMPLES["ip_address"]["create"], "ip_address": "198.51.100.60"}, "associateIpAddress"),
        ("physical_network", {**ZONE, "name": "physical-3", "state": "enabled"}, "createPhysicalNetwork"),
        ("physical_network", {**ZONE, "name": "physical-3", "state": "enabled"}, "updatePhysicalNetwork"),
        ("portforward", SAMPLES["portforward"]["create"], "createPortForwardingRule"),
        ("network", NETWORK, "createTags"),
    ],
)
def test_a_job_that_fails_is_taken_up_by_the_next_run(
    tasks: Tasks, name: str, options: dict[str, Any], command: str
) -> None:
    tasks.simulator.jobs.policy = jobs.Fail("the cloud is tired", command)
    try:
        with pytest.raises(ApiError) as caught:
            tasks.run(name, options)
    finally:
        tasks.simulator.jobs.policy = jobs.AfterPolls(1)
    failure = caught.value.failure
    assert caught.value.message == f"the job of {command} failed: the cloud is tired"
    assert (failure["command"], failure["errortext"]) == (command, "the cloud is tired")
    assert failure["jobid"]
    assert failure["code"]
    assert tasks.run(name, options)["changed"]
    assert tasks.run(name, options)["changed"] is False


def test_a_cluster_needs_its_pod(tasks: Tasks) -> None:
    good = {**POD, "name": "cluster-2", "hypervisor": "Simulator"}
    for bad, option in (({"pod": None}, "pod"), ({"pod": "pod-9"}, "pod"), ({"hypervisor": None}, "hypervisor")):
        with pytest.raises(CloudError) as caught:
            tasks.run("cluster", {**good, **bad})
        assert caught.value.failure["option"] == option
        assert tasks.writes == 0
    assert tasks.run("cluster", good)["changed"]
