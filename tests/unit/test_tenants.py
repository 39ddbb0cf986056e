"""The modules for tenants work with the key of an ordinary user, who may not list domains or hosts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from asked import INSTANCE, ask
from contract.samples import OFFERING, SAMPLES, ZONE
from contract.world import Tasks

from ansible_collections.cloudstack.cloud.plugins.module_utils.client import Client
from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import ApiError, NotFound
from ansible_collections.cloudstack.cloud.plugins.module_utils.settings import Settings


@dataclass
class Tenant:
    """An ordinary user and tasks that run with its key."""

    tasks: Tasks
    user: str


@pytest.fixture
def tenant(tasks: Tasks) -> Any:
    domain = ask(tasks, "createDomain", name="dev")["domain"]["id"]
    made = ask(
        tasks,
        "createAccount",
        username="alice",
        account="alice",
        password="x",
        firstname="A",
        lastname="B",
        email="a@example.com",
        accounttype=0,
        domainid=domain,
    )
    user = made["account"]["user"][0]["id"]
    job = ask(tasks, "registerUserKeys", id=user)
    keys = job.get("userkeys")
    for _ in range(20):
        if keys:
            break
        keys = ask(tasks, "queryAsyncJobResult", jobid=job["jobid"]).get("jobresult", {}).get("userkeys")
    own, tasks.client = (
        tasks.client,
        Client(Settings(tasks.client.settings.url, keys["apikey"], keys["secretkey"]), sleep=lambda seconds: None),
    )
    tasks.simulator.clear_calls()
    yield Tenant(tasks, user)
    tasks.client = own


def refused(tasks: Tasks) -> list[str]:
    return [call.command for call in tasks.simulator.calls if call.status in (401, 432)]


def test_a_tenant_s_whole_way(tenant: Tenant) -> None:
    tasks = tenant.tasks
    network = {**ZONE, "name": "mine", "network_offering": OFFERING}
    server = {**INSTANCE, "name": "mine-1", "networks": ["mine"], "ssh_keys": ["laptop"]}
    address = {**ZONE, "network": "mine", "tags": [{"key": "use", "value": "ssh"}]}
    tasks.run("ssh_key", SAMPLES["ssh_key"]["create"])
    tasks.run("network", network)
    tasks.run("instance", server)
    public = tasks.run("ip_address", address)["ip_address"]
    place = {**ZONE, "ip_address": public}
    way = [
        ("ssh_key", SAMPLES["ssh_key"]["create"]),
        ("network", network),
        ("instance", server),
        ("ip_address", address),
        ("portforward", {**place, "public_port": 22, "private_port": 22, "vm": "mine-1"}),
        ("firewall", {**place, "protocol": "tcp", "start_port": 22}),
    ]
    for name, options in way:
        tasks.run(name, options)
        assert tasks.run(name, options)["changed"] is False
        assert tasks.writes == 0
    for name, options in reversed(way):
        assert tasks.run(name, {**options, "state": "expunged" if name == "instance" else "absent"})["changed"]
    assert refused(tasks) == []


def test_the_own_account_may_be_named(tenant: Tenant) -> None:
    tasks = tenant.tasks
    for domain in ("dev", "ROOT/dev"):
        options = {**SAMPLES["ssh_key"]["create"], "domain": domain, "account": "alice"}
        made = tasks.run("ssh_key", options)
        assert (made["account"], made["domain"]) == ("alice", "dev")
    assert set(refused(tasks)) <= {"listDomains"}
    with pytest.raises(NotFound, match="there is no domain 'ops'"):
        tasks.run("ssh_key", {"name": "k", "domain": "ops", "account": "alice"})


def test_what_a_tenant_may_not_do_is_told_with_the_way_out(tenant: Tenant) -> None:
    with pytest.raises(ApiError) as caught:
        tenant.tasks.run("zone", {"name": "z", "dns1": "192.0.2.53"})
    assert caught.value.code == 432
    assert "The role of this API key may not use the command" in caught.value.message
    assert tenant.tasks.simulator.store.first("zone", name="z") is None


def test_a_tenant_s_vpc(tenant: Tenant) -> None:
    """A tenant builds a VPC with its ACL lists, tiers, gateways and routes, and takes it down again."""
    tasks, inside = tenant.tasks, {**ZONE, "vpc": "vpc-1"}
    tier = {
        **inside,
        "name": "web",
        "network_offering": "DefaultIsolatedNetworkOfferingForVpcNetworks",
        "gateway": "10.50.1.1",
        "netmask": "255.255.255.0",
        "acl": "web",
    }
    gateway = {**inside, "ip_address": "10.90.0.2", "gateway": "10.90.0.1", "netmask": "255.255.255.0", "vlan": "2010"}
    steps: list[tuple[str, dict[str, Any]]] = [
        ("vpc", {**ZONE, "name": "vpc-1", "cidr": "10.50.0.0/16", "source_nat_ip_address": "198.51.100.95"}),
        ("network_acl", {**inside, "name": "web"}),
        ("network_acl_rule", {**inside, "acl": "web", "number": 1, "port": 443}),
        ("network", tier),
        ("vpc_private_gateway", {**gateway, "network_acl": "default_allow"}),
        ("static_route", {**inside, "cidr": "192.168.20.0/24", "private_gateway": "10.90.0.2"}),
    ]
    for name, options in steps:
        assert tasks.run(name, options, check=True)["changed"]
        assert tasks.run(name, options)["changed"], name
        assert tasks.run(name, options)["changed"] is False, name
    owned = tasks.run("vpc", {**ZONE, "name": "vpc-1"})
    assert (owned["account"], owned["cidr"]) == ("alice", "10.50.0.0/16")
    for name, options in reversed(steps):
        assert tasks.run(name, {**options, "state": "absent"})["changed"], name
    assert tasks.info("vpc", {}) == []
    assert refused(tasks) == []


def test_an_ordinary_user_holds_groups_and_lists_of_rules(tenant: Tenant) -> None:
    tasks = tenant.tasks
    tasks.run("security_group", {"name": "web"})
    rules = [{"port": 443}, {"port": 22, "user_security_group": "web"}, {"type": "egress", "protocol": "all"}]
    assert tasks.run("security_group_rules", {"security_group": "web", "rules": rules})["created"] == 3
    assert (
        tasks.run("security_group_rules", {"security_group": "web", "rules": rules, "purge": True})["changed"] is False
    )
    network = {**ZONE, "network": tasks.run("network", {**ZONE, "name": "own", "network_offering": OFFERING})["name"]}
    assert tasks.run("egress_rules", {**network, "rules": [{"port": 443}, {"protocol": "icmp"}]})["created"] == 2
    address = {**ZONE, "ip_address": tasks.run("ip_address", network)["ip_address"]}
    assert (
        tasks.run("firewall_rules", {**address, "rules": [{"port": 80}, {"port": 443}, {"port": 22}]})["created"] == 3
    )
    assert tasks.run("firewall_rules", {**address, "rules": [], "purge": True})["removed"] == 3
    assert refused(tasks) == []
