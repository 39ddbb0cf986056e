"""Security groups: their views and the default one that each account has."""

from __future__ import annotations

from typing import Any

from ..shape import compact, pick, tags_of
from ..store import Record, Store
from . import owners

KIND = "securitygroup"
RULE = "securitygrouprule"
RULE_FIELDS = ("protocol", "startport", "endport", "icmptype", "icmpcode", "cidr", "securitygroupname", "account")


def default_of(store: Store, account: Record) -> Record:
    """An account's default security group, made when it is first needed."""
    held = store.first(KIND, name="default", _accountid=account["id"])
    if held is not None:
        return held
    domain = store.need("domain", account["domainid"])
    return store.add(
        KIND,
        {
            "name": "default",
            "description": "Default Security Group",
            "account": account["name"],
            "domainid": domain["id"],
            "domain": domain["name"],
            "domainpath": domain["path"],
            "_accountid": account["id"],
        },
    )


def rule_view(store: Store, rule: Record) -> dict[str, Any]:
    """One rule of a group."""
    return {"ruleid": rule["id"], **pick(rule, *RULE_FIELDS), "tags": tags_of(store, rule["id"])}


def _rules(store: Store, group: Record, direction: str) -> list[dict[str, Any]]:
    return [rule_view(store, rule) for rule in store.where(RULE, _groupid=group["id"], _direction=direction)]


def of_instance(store: Store, instance: Record) -> list[dict[str, Any]]:
    """The groups of an instance as its answer shows them."""
    groups = [store.get(KIND, group_id) for group_id in instance["_securitygroups"]]
    return [
        {
            **compact(id=group["id"], name=group["name"], description=group.get("description")),
            **compact(account=group.get("account")),
            "ingressrule": _rules(store, group, "ingress"),
            "egressrule": _rules(store, group, "egress"),
            "tags": tags_of(store, group["id"]),
            "virtualmachineids": [],
        }
        for group in groups
        if group
    ]


def view(store: Store, group: Record) -> dict[str, Any]:
    """A group with its rules and the instances in it."""
    members = [i["id"] for i in store.all("virtualmachine") if group["id"] in i["_securitygroups"]]
    return {
        **pick(group, "id", "name", "description"),
        **owners.of(group),
        "ingressrule": _rules(store, group, "ingress"),
        "egressrule": _rules(store, group, "egress"),
        "tags": tags_of(store, group["id"]),
        "virtualmachinecount": len(members),
        "virtualmachineids": members,
    }
