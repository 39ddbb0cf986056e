"""A tenant tree of three levels is made, worked in by its people, changed, taken down; each step is foretold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.playbook

WORLD = Path(__file__).with_name("world") / "10_zone.yml"
EU, WEB = {"domain": "ROOT/acme/eu"}, {"domain": "ROOT/acme/eu/web"}
PERSON = {"last_name": "Example", "email": "someone@example.com", "password": "not-a-real-one"}
STORE, CAMPAIGN = {"project": "store"}, {"project": "campaign"}
OFFERING = "DefaultIsolatedNetworkOfferingWithSourceNatService"
TEMPLATE = "CentOS 5.6 (64-bit) no GUI (Simulator)"

Entries = list[dict[str, dict[str, Any]]]


def account(name: str, **options: Any) -> dict[str, dict[str, Any]]:
    """An account with a user of the same name."""
    return {"account": {**PERSON, "first_name": name.title(), "name": name, "username": name, **options}}


def site(name: str, **owner: Any) -> Entries:
    """A key pair, a network and an instance in it, which belong to an owner."""
    place = {"zone": "zone-1", **owner}
    machine = {"template": TEMPLATE, "service_offering": "Small Instance", "networks": [f"{name}-net"]}
    return [
        {"ssh_key": {"name": f"{name}-key", **owner}},
        {"network": {"name": f"{name}-net", "network_offering": OFFERING, **place}},
        {"instance": {"name": f"{name}-1", **machine, "ssh_keys": [f"{name}-key"], **place}},
    ]


ABOVE: Entries = [
    {"role": {"name": "Onlooker", "description": "Looks, but does not touch"}},
    {
        "role_permissions": {
            "role": "Onlooker",
            "purge": True,
            "rules": [{"name": "list*", "permission": "allow"}, {"name": "*", "permission": "deny"}],
        }
    },
    {"domain": {"path": "ROOT/acme", "network_domain": "acme.example.com"}},
]
MIDDLE: Entries = [{"domain": {"path": EU["domain"]}}]
ADMIN: Entries = [
    {"domain": {"path": WEB["domain"], "network_domain": "web.example.com"}},
    account("chief", account_type="domain_admin", **EU),
    account("shop", **WEB),
    account("blog", **WEB),
    {"user": {**PERSON, "first_name": "Anna", "username": "anna", "account": "shop", **WEB}},
    {"resource_limits": {"domain": "ROOT/acme", "limits": {"instance": 40, "cpu": 80}}},
    {"project": {"name": "store", "account": "shop", "display_text": "The store", **WEB}},
    {"project_role": {"name": "viewers", **STORE, **WEB}},
    {"project_member": {"account": "blog", "role_type": "Regular", **STORE, **WEB}},
]
SHARES: Entries = [{"resource_limits": {**WEB, "account": "shop", "limits": {"instance": 5, "network": 3}}}]
SHOP: Entries = [*site("shop"), *site("store", **STORE)]
ADS: Entries = [account("ads", **WEB)]
CHIEF: Entries = [
    {"resource_limits": {**WEB, "account": "ads", "limits": {"instance": 2, "volume": 4}}},
    {"project": {"name": "campaign", "account": "ads", **WEB}},
    {"project_member": {"account": "shop", "role_type": "Regular", **CAMPAIGN, **WEB}},
    *site("ads", account="ads", **WEB),
]
GONE: list[tuple[str, Entries]] = [
    ("chief", [{"instance": {"name": "ads-1", "zone": "zone-1", "account": "ads", **WEB}}, CHIEF[2]]),
    ("shop", [SHOP[2], SHOP[5], {"ssh_key": {"name": "shop-key"}}]),
    ("admin", [{"domain": {"path": "ROOT/acme", "clean_up": True}}]),
    ("admin", [{"role": {"name": "Onlooker"}}]),
]
"""Who takes what down. Networks outlive destroyed instances until those are expunged, so they go with the domain."""

LATER: dict[str, Entries] = {
    "admin": [
        {"domain": {"path": WEB["domain"], "network_domain": "www.example.com"}},
        {
            "role_permissions": {
                "role": "Onlooker",
                "rules": [{"name": "listUsers", "permission": "deny"}, {"name": "list*"}, {"name": "*"}],
            }
        },
        {"resource_limits": {"domain": "ROOT/acme", "limits": {"instance": 50, "cpu": 80}}},
        {"project_member": {"account": "blog", "role_type": "Admin", **STORE, **WEB}},
    ],
    "chief": [
        {"resource_limits": {**WEB, "account": "ads", "limits": {"instance": 3}}},
        {"project": {"name": "campaign", "display_text": "Spring", **WEB}},
        {"account": {"name": "blog", "network_domain": "blog.example.com", **WEB}},
    ],
    "shop": [
        {"instance": {"name": "shop-1", "display_name": "Till", "zone": "zone-1"}},
        {"network": {"name": "store-net", "display_text": "For the store", "zone": "zone-1", **STORE}},
        {"project": {"name": "store", "display_text": "The store and its yard"}},
    ],
}


def play(name: str, options: dict[str, Any]) -> list[dict[str, Any]]:
    """A play of one task."""
    task = {"name": name, f"cloudstack.cloud.{name}": options}
    return [{"hosts": "localhost", "connection": "local", "gather_facts": False, "tasks": [task]}]


class Tenants:
    """Runs plays as those who live in the tree."""

    def __init__(self, simulator: Any, run_playbook: Callable[..., Any]) -> None:
        self.simulator = simulator
        self.run_playbook = run_playbook
        self.env: dict[str, dict[str, str]] = {"admin": {}}

    def enter(self, username: str, domain: dict[str, str]) -> None:
        """Let a user have keys, and work with them from now on."""
        options = {"username": username, "keys_registered": True, **domain}
        result = self.run_playbook(play("user", options)).task("user").result
        keys = {"CLOUDSTACK_KEY": result["user_api_key"], "CLOUDSTACK_SECRET": result["user_api_secret"]}
        self.env[username] = keys

    def step(self, who: str, entries: Entries, state: str = "present") -> None:
        """Check, do, do again: the first two tell the same, the last changes and writes nothing."""
        steps = play("converge", {"resources": entries, "state": state})
        self.simulator.clear_calls()
        told = self.run_playbook(steps, check=True, diff=True, env=self.env[who])
        assert (told.rc, self.simulator.writes) == (0, 0), told.stdout
        done = self.run_playbook(steps, diff=True, env=self.env[who])
        assert done.rc == 0, done.stdout
        refused = [call.command for call in self.simulator.calls if call.status in (401, 432)]
        assert refused == [], f"{who} may not use them"
        foretold, real = told.task("converge"), done.task("converge")
        assert foretold.changed
        assert [row["changed"] for row in foretold.result["resources"]] == [True] * len(entries)
        assert [row["changed"] for row in real.result["resources"]] == [True] * len(entries)
        assert foretold.result["diff"] == real.result["diff"]
        self.simulator.clear_calls()
        again = self.run_playbook(steps, env=self.env[who])
        assert again.task("converge").changed is False, again.stdout
        assert self.simulator.writes == 0


def test_a_tree_of_three_levels(simulator: Any, run_playbook: Callable[..., Any]) -> None:
    built = run_playbook(yaml.safe_load(WORLD.read_text(encoding="utf-8")))
    assert built.rc == 0, built.stdout + built.stderr
    before = {kind: len(rows) for kind, rows in simulator.dump()["kinds"].items()}
    tenants = Tenants(simulator, run_playbook)
    for entries in (ABOVE, MIDDLE, ADMIN, SHARES):
        tenants.step("admin", entries)
    tenants.enter("shop", WEB)
    tenants.enter("chief", EU)
    tenants.step("shop", SHOP)
    tenants.step("chief", ADS)
    tenants.step("chief", CHIEF)
    for who, entries in LATER.items():
        tenants.step(who, entries)

    for who, entries in GONE:
        tenants.step(who, entries, "absent")
    left = {kind: len(rows) for kind, rows in simulator.dump()["kinds"].items()}
    kinds = ("domain", "account", "user", "role", "project", "virtualmachine", "network", "sshkeypair", "resourcelimit")
    assert {kind: left.get(kind, 0) for kind in kinds} == {kind: before.get(kind, 0) for kind in kinds}
