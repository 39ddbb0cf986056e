"""Variables of the role `instances` carried out as the role does it, without starting Ansible."""

from __future__ import annotations

from typing import Any

from contract.catalogue import load
from contract.fleet import converge
from contract.world import Tasks

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet import access, fleet, fleet_entries
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet_others import fleet_others
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet_words import affinity_groups
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.tenancy_entries import tenancy_entries

PASSWORD = "not-a-real-one"


def tenants(tree: dict[str, Any]) -> list[dict[str, Any]]:
    """What the role tenancy gives to converge, besides keys."""
    return tenancy_entries(tree, PASSWORD)["tenants"]


def build_tenants(tasks: Tasks, tree: dict[str, Any]) -> None:
    """Have the tenants of a tree."""
    _converged(tasks, tenants(tree), False)


def tenant_differences(tasks: Tasks, tree: dict[str, Any]) -> list[dict[str, Any]]:
    """What a check run of the role tenancy would change; it writes nothing."""
    return _converged(tasks, tenants(tree), True)


def holdings(tasks: Tasks, variables: dict[str, Any], check: bool = False) -> list[dict[str, Any]]:
    """Do what the role instances does with variables; return what changed.

    Templates of user data are not rendered.
    """
    place = {key: variables.get(f"instances_{key}") for key in ("zone", "domain", "account", "project")}
    owner = {key: value for key, value in place.items() if key != "zone"}
    name = variables.get("instances_fleet_name")
    network = (variables.get("instances_network") or {}).get("name")
    machines = fleet(
        variables.get("instances_fleet", []), variables.get("instances_profile"), _own_words(variables), name
    )
    others = [*_of_the_role(variables), *variables.get("instances_before", [])]
    groups = [{"affinity_group": one} for one in affinity_groups(machines, name, owner)]
    rows = _converged(tasks, [*fleet_others("instances_before", others, place), *groups], check)
    tag = {"key": "fleet", "value": name} if name else None
    entries = fleet_entries(machines, place, fleet_name=name, tag=tag)
    rows += _converged(tasks, [{"instance": one} for one in entries], check)
    behind = access(variables.get("instances_public_addresses", []), list(machines), network)
    rows += _addresses(tasks, behind, place, check)
    return rows + _converged(tasks, fleet_others("instances_after", variables.get("instances_after", []), place), check)


def _own_words(variables: dict[str, Any]) -> dict[str, Any]:
    network, pair = variables.get("instances_network"), variables.get("instances_key_pair")
    return {
        **({"networks": [network["name"]]} if network else {}),
        **({"ssh_keys": [pair["name"]]} if pair else {}),
    }


def _of_the_role(variables: dict[str, Any]) -> list[dict[str, Any]]:
    """The key pair, the network and what it lets out, for which the role has words of its own."""
    network, pair = variables.get("instances_network"), variables.get("instances_key_pair")
    egress = variables.get("instances_egress", [])
    return [
        *([{"ssh_key": {"name": pair["name"]}}] if pair else []),
        *([{"network": network}] if network else []),
        *({"firewall": {"type": "egress", "network": network["name"], **one}} for one in egress if network),
    ]


def filled_in(value: Any) -> Any:
    """Variables that were read from a file, with a value in the place of each secret that is to be given."""
    if isinstance(value, dict):
        return {key: filled_in(one) for key, one in value.items()}
    if isinstance(value, list):
        return [filled_in(one) for one in value]
    return PASSWORD if str(value).startswith("{{ vault_") else value


def _converged(tasks: Tasks, resources: list[dict[str, Any]], check: bool) -> list[dict[str, Any]]:
    found = converge(tasks, resources, check=check)
    assert not check or tasks.writes == 0
    assert not found.get("failed"), found.get("msg")
    return [row for row in found["resources"] if row["changed"]]


def _addresses(tasks: Tasks, behind: dict[str, Any], place: dict[str, Any], check: bool) -> list[dict[str, Any]]:
    own = {key: value for key, value in place.items() if value}
    found, ips = [], {}
    for name, one in behind["addresses"].items():
        tag = [{"key": "name", "value": name}]
        done = tasks.run("ip_address", {**own, "network": one["network"], "tags": tag}, check)
        found += [done] if done["changed"] else []
        ips[name] = done["ip_address"]
    for one in behind["static_nats"]:
        nat = {"ip_address": ips[one["address"]], "vm": one["instance"]}
        found.append(tasks.run("static_nat", {**own, **nat}, check))
    for one in behind["port_forwards"]:
        rule = {key: value for key, value in one.items() if key not in ("address", "instance")}
        rule = {**rule, "ip_address": ips[one["address"]], "vm": one["instance"], "open_firewall": False}
        found.append(tasks.run("portforward", {**own, **rule}, check))
    for one in behind["firewall_rules"]:
        rule = {key: value for key, value in one.items() if key != "address"}
        found.append(tasks.run("firewall.ingress", {**own, **rule, "ip_address": ips[one["address"]]}, check))
    return [one for one in found if one["changed"]]


def read_back(tasks: Tasks, tree: str, **options: Any) -> dict[str, Any]:
    """What the module export returns for an account or a domain."""
    work = load("export.work").export_work
    return load("run").work_with(tasks.client, work, {"tree": tree, **options}, False)
