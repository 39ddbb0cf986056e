"""Random tenants, and random things that an account has in a zone, as the roles take them."""

from __future__ import annotations

from typing import Any

from contract.samples import KEY_ONE, OFFERING, TEMPLATE
from hypothesis import strategies as st

from helpers.trees import STATE, WORD

PERSON = {"first_name": "Ann", "last_name": "Example", "email": "ann@example.com"}
TIER = "DefaultIsolatedNetworkOfferingForVpcNetworks"
OWNER = {"domain": "ROOT/tenants", "account": "web"}
PLACE = {"instances_zone": "zone-1", **{f"instances_{key}": value for key, value in OWNER.items()}}
LIMITS = st.dictionaries(st.sampled_from(["instance", "volume", "network"]), st.integers(-1, 3), max_size=2)
WORDS = st.lists(WORD, min_size=30, max_size=30)
NAME = st.text(alphabet="abcxyz09", min_size=1, max_size=8)
TAGS = st.lists(st.sampled_from(["a", "b", "name"]), unique=True, max_size=2)
PRIVATE_GATEWAY = {
    "vpc": "main",
    "ip_address": "10.90.0.2",
    "gateway": "10.90.0.1",
    "netmask": "255.255.255.0",
    "vlan": "2010",
}

OUT_OF_A_VPC = [
    {"vpc_private_gateway": PRIVATE_GATEWAY},
    {"static_route": {"vpc": "main", "cidr": "192.168.20.0/24", "next_hop": "10.20.1.9"}},
    {"vpn_gateway": {"vpc": "main"}},
]


def some_of(entries: list[dict[str, Any]]) -> Any:
    """A strategy: some of the entries, in their order."""
    return st.tuples(*(st.booleans() for _entry in entries)).map(
        lambda kept: [entry for entry, keep in zip(entries, kept, strict=True) if keep]
    )


@st.composite
def tenancy_trees(draw: Any) -> dict[str, Any]:
    """Random tenants: domains up to two deep, with accounts, projects, roles and limits."""
    names = iter(f"{name}{number}" for number, name in enumerate(draw(WORDS)))
    roles = [
        {"name": next(names), "description": next(names), "permissions": _permissions(draw)}
        for _number in range(draw(st.integers(0, 2)))
    ]
    domains = [_domain(draw, names, roles) for _number in range(draw(st.integers(1, 2)))]
    return {"roles": roles, "domains": domains}


def _permissions(draw: Any) -> list[dict[str, str]]:
    rules = draw(st.lists(st.sampled_from(["list*", "deploy*", "stopVirtualMachine"]), unique=True, max_size=3))
    return [{"name": rule, "permission": draw(st.sampled_from(["allow", "deny"]))} for rule in rules]


def _domain(draw: Any, names: Any, roles: list[dict[str, Any]], above: dict[str, int] | None = None) -> dict[str, Any]:
    accounts = [_account(draw, names, roles) for _number in range(draw(st.integers(1, 2)))]
    project = {
        "name": next(names),
        "account": accounts[0]["name"],
        "state": draw(st.sampled_from(["active", "suspended"])),
        "limits": draw(LIMITS),
        "tags": [{"key": key, "value": "{{ x }}"} for key in draw(TAGS)],
        "roles": [{"name": "observers", "permissions": _permissions(draw)}],
        "members": [{"account": one["name"], "role_type": "Regular"} for one in accounts[1:]],
    }
    limits = _within(draw(LIMITS), above or {})
    return {
        "name": next(names).strip("/"),
        "network_domain": draw(st.sampled_from(["one.example.com", "two.example.com"])),
        "limits": limits,
        "accounts": accounts,
        "projects": [project] if draw(st.booleans()) else [],
        "domains": [_domain(draw, names, roles, limits)] if above is None and draw(st.booleans()) else [],
    }


def _within(limits: dict[str, int], above: dict[str, int]) -> dict[str, int]:
    """The limits of a domain, none of them beyond that of the domain above: the server would refuse it."""
    return {
        kind: above[kind] if above.get(kind, -1) >= 0 and not 0 <= limit <= above[kind] else limit
        for kind, limit in limits.items()
    }


def _account(draw: Any, names: Any, roles: list[dict[str, Any]]) -> dict[str, Any]:
    kind = draw(st.sampled_from(["user", "domain_admin", *(one["name"] for one in roles)]))
    return {
        "name": next(names),
        **({"account_type": kind} if kind in ("user", "domain_admin") else {"role": kind}),
        "limits": draw(LIMITS),
        "users": [{"username": next(names), **PERSON, "state": draw(STATE)}],
    }


@st.composite
def holdings_of_an_account(draw: Any) -> dict[str, Any]:
    """Random variables of the role instances: networks and tiers, instances in them, addresses."""
    networks = [f"net-{number}" for number in range(draw(st.integers(1, 2)))]
    tiers = [f"tier-{number}" for number in range(draw(st.integers(0, 2)))]
    before = [
        {"ssh_key": {"name": "key", "public_key": KEY_ONE}},
        {"affinity_group": {"name": "apart", "description": draw(WORD)}},
        *({"network": {"name": name, "network_offering": OFFERING, "display_text": draw(WORD)}} for name in networks),
        *({"firewall": {"type": "egress", "network": name, "start_port": 443}} for name in networks[1:]),
        *(_vpc(draw, tiers) if tiers else []),
    ]
    if tiers:
        before += draw(some_of(OUT_OF_A_VPC))
    fleet = [_instance(draw, number, [*networks, *tiers]) for number in range(draw(st.integers(0, 3)))]
    inside = [one["name"] for one in fleet if one["networks"][0] == networks[0]]
    return {
        **PLACE,
        "instances_before": before,
        "instances_fleet": fleet,
        "instances_public_addresses": [_address(draw, networks[0], name) for name in inside],
        "instances_after": [*_after(draw, inside, networks[0]), *_by_the_clock(draw, fleet)],
    }


def _vpc(draw: Any, tiers: list[str]) -> list[dict[str, Any]]:
    acl = {"vpc": "main", "network_acl": "acl"}
    rules = [
        {**acl, "rule_position": 10, "start_port": 80, "cidrs": ["203.0.113.0/24"]},
        {**acl, "rule_position": 20, "protocol": "icmp", "action_policy": "deny"},
        {**acl, "rule_position": 30, "traffic_type": "egress", "protocol": "all"},
    ]
    tier = {"vpc": "main", "netmask": "255.255.255.0", "network_offering": TIER}
    return [
        {"vpc": {"name": "main", "cidr": "10.20.0.0/16", "display_text": draw(WORD)}},
        {"network_acl": {"name": "acl", "vpc": "main", "description": draw(WORD)}},
        *({"network_acl_rule": one} for one in rules if draw(st.booleans())),
        *(
            {"network": {**tier, "name": name, "gateway": f"10.20.{number + 1}.1", "acl": "acl"}}
            for number, name in enumerate(tiers)
        ),
    ]


def _instance(draw: Any, number: int, networks: list[str]) -> dict[str, Any]:
    """An instance of any sort; only the first is to stand apart, for there is one host."""
    name = f"n{draw(NAME)}-{number}"
    disks = [{"name": "data", "disk_offering": "Custom", "size": 2}, {"name": "log", "disk_offering": "Small"}]
    return {
        "name": name,
        "template": TEMPLATE,
        "service_offering": draw(st.sampled_from(["Small Instance", "Medium Instance"])),
        "networks": draw(st.lists(st.sampled_from(networks), min_size=1, max_size=2, unique=True)),
        "state": draw(st.sampled_from(["started", "stopped"])),
        "data_disks": disks[: draw(st.integers(0, 2))],
        "affinity_groups": ["apart"] if number == 0 and draw(st.booleans()) else [],
        "ssh_keys": ["key"] if draw(st.booleans()) else [],
        "user_data": draw(WORD),
        "tags": [{"key": key, "value": draw(WORD)} for key in draw(TAGS)],
        **({"display_name": draw(WORD)} if draw(st.booleans()) else {}),
    }


def _address(draw: Any, network: str, instance: str) -> dict[str, Any]:
    firewall = [{"start_port": 22}, {"protocol": "icmp"}, {"start_port": 80, "end_port": 90, "cidrs": ["10.0.0.0/8"]}]
    forward = {"instance": instance, "public_port": 2201, "private_port": 22}
    way = {"static_nat": instance} if draw(st.booleans()) else {"port_forwards": [forward]}
    return {"name": f"to {instance}", "network": network, "firewall": firewall[: draw(st.integers(0, 3))], **way}


def _after(draw: Any, inside: list[str], network: str) -> list[dict[str, Any]]:
    volumes = [{"volume": {"name": "spare", "disk_offering": "Small"}}]
    if not inside:
        return volumes
    place = {"ip_address": "198.51.100.77"}
    balanced = {**place, "name": "lb", "network": network, "public_port": 80, "private_port": 8080}
    return [
        *volumes,
        {"volume": {"name": "own name", "disk_offering": "Custom", "size": 3, "vm": inside[0], "state": "attached"}},
        {"ip_address": {**place, "network": network, "tags": [{"key": key, "value": "y"} for key in draw(TAGS)]}},
        {"lb_rule": {**balanced, "algorithm": draw(st.sampled_from(["roundrobin", "source"]))}},
        {"lb_rule_member": {**place, "name": "lb", "vms": inside}},
        {"portforward": {**place, "vm": inside[0], "public_port": 22, "private_port": 22}},
        {"firewall": {**place, "start_port": 80}},
    ]


def _by_the_clock(draw: Any, fleet: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Schedules of instances and, where a disk has been in use, of snapshots; and a user who dials in."""
    found: list[dict[str, Any]] = [{"vpn_user": {"username": draw(NAME), "password": "not-a-real-one"}}]
    for one in fleet:
        action = draw(st.sampled_from(["START", "STOP", "REBOOT"]))
        timed = {"name": draw(WORD), "vm": one["name"], "action": action, "schedule": "0 6 * * 1-5"}
        often = {"interval_type": "hourly", "schedule": "15", "max_snaps": draw(st.integers(1, 5))}
        kept = {"vm": one["name"], "volume_type": "ROOT", **often}
        policies = [{"volume_snapshot_policy": kept}] if one["state"] == "started" else []
        found += draw(some_of([{"instance_schedule": timed}, *policies]))
    return found
