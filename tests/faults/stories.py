"""What the roles `zone` and `instances` send, task by task and in their order, run in this process."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from contract.catalogue import load
from contract.world import Tasks

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet import access, fleet, fleet_entries
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_entries import zone_entries
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_layout import zone_layout
from helpers.collection import ROOT

EXAMPLES = ROOT / "examples"
LOOKS = 60
"""How often a story looks whether something has come up; the jobs of the simulator go on with each look."""

Story = Callable[[Tasks], None]


@dataclass(frozen=True)
class Setting:
    """A story, and the state of the cloud in which it begins; none is a fresh cloud."""

    name: str
    story: Story
    base: dict[str, Any] | None = None


class NeverUp(AssertionError):
    """What a story waits for does not come."""


def zone(name: str) -> Story:
    """The role `zone` with the tree of an example."""
    tree = yaml.safe_load((EXAMPLES / "zones" / f"{name}.yml").read_text(encoding="utf-8"))["zone_tree"]
    layout = zone_layout(tree, {"username": "root", "password": "no-real-password"})
    steps = zone_entries(layout)
    here = {"zone": tree["name"]}

    def tell(tasks: Tasks) -> None:
        converge(tasks, steps["hosts"])
        until(tasks, "host", here, lambda rows: len(rows) == len(layout["hosts"]) and up(rows))
        converge(tasks, steps["storage"])
        until(tasks, "storage_pool", here, lambda rows: len(rows) == len(layout["storage_pools"]) and up(rows))
        converge(tasks, steps["opening"])
        until(tasks, "system_vm", here, lambda rows: len(running(rows)) == 2)

    return tell


def instances() -> Story:
    """The role `instances` with its example: three instances, addresses, firewall rules and port forwards."""
    given = yaml.safe_load((EXAMPLES / "instances" / "web.yml").read_text(encoding="utf-8"))
    network, here = given["instances_network"], {"zone": given["instances_zone"]}
    defaults = {"networks": [network["name"]], "ssh_keys": [given["instances_key_pair"]["name"]]}
    whole = fleet(given["instances_fleet"], given["instances_profile"], defaults)
    entries = fleet_entries(whole, here)
    behind = access(given["instances_public_addresses"], list(whole), network["name"])

    def tell(tasks: Tasks) -> None:
        tasks.run("ssh_key", {"name": given["instances_key_pair"]["name"]})
        tasks.run("network", {**network, **here})
        for rule in given["instances_egress"]:
            tasks.run("firewall", {**rule, **here, "type": "egress", "network": network["name"]})
        converge(tasks, [{"instance": entry} for entry in entries])
        addresses = {name: _address(tasks, one, here) for name, one in behind["addresses"].items()}
        for kind, of_kind in (("static_nat", "static_nats"), ("portforward", "port_forwards")):
            for rule in behind[of_kind]:
                tasks.run(kind, {**_rule(rule, addresses), **here, "vm": rule["instance"]})
        for rule in behind["firewall_rules"]:
            tasks.run("firewall", {**_rule(rule, addresses), **here, "type": "ingress"})

    return tell


def _address(tasks: Tasks, wanted: Mapping[str, Any], here: Mapping[str, Any]) -> str:
    tags = [{"key": "name", "value": wanted["name"]}]
    return str(tasks.run("ip_address", {**here, "network": wanted["network"], "tags": tags})["ip_address"])


def _rule(rule: Mapping[str, Any], addresses: Mapping[str, str]) -> dict[str, Any]:
    own = {key: value for key, value in rule.items() if key not in ("address", "instance", "network")}
    return {**own, "ip_address": addresses[rule["address"]]}


def converge(tasks: Tasks, given: list[dict[str, Any]]) -> None:
    """Do the entries of a converge task in its order, one after the other, so that every run sends the same calls."""
    of_fleet = load("fleet.entries")
    for stage in of_fleet.stages(of_fleet.entries(given, "present")):
        for entry in stage:
            load("rulesets.engine").RuleEngine(tasks.client).converge(entry.resource, entry.params)


def until(tasks: Tasks, kind: str, options: dict[str, Any], good: Callable[[list[Any]], bool]) -> None:
    """Look until the things of a kind are as they shall be.

    :raises NeverUp: they never are.
    """
    rows: list[Any] = []
    for _look in range(LOOKS):
        rows = tasks.info(kind, options)
        if good(rows):
            return
    raise NeverUp(f"{kind}: {json.dumps(rows)[:500]}")


def up(rows: list[Any]) -> bool:
    return all(row["state"] == "Up" for row in rows)


def running(rows: list[Any]) -> list[Any]:
    return [row for row in rows if row["state"] == "Running"]


class Killed(BaseException):
    """The process ends here: nothing that it still had to do is done."""


class Mortal:
    """Lets the process of a story end before it sends a call: that with a number, counted from 1."""

    def __init__(self, tasks: Tasks, at: int) -> None:
        self._client, self._at = tasks.client, at
        self._send = tasks.client._send
        self._lock = threading.Lock()
        self.sent = 0

    def __enter__(self) -> Mortal:
        self._client._send = self._counted
        return self

    def __exit__(self, *_ended: object) -> None:
        del self._client._send

    def _counted(self, command: str, wire: Mapping[str, str]) -> Any:
        with self._lock:
            self.sent += 1
            if self.sent >= self._at:
                raise Killed(command)
        return self._send(command, wire)
