"""The two ACL lists that every cloud has: one lets nothing through, the other everything."""

from __future__ import annotations

from ..context import Context
from ..store import Record, Store

LIST = "networkacllist"
RULE = "networkacl"
DENY = {
    "id": "5c0238f4-e682-11f1-89fe-02fc00000001",
    "name": "default_deny",
    "description": "Default Network ACL Deny All",
}
ALLOW = {
    "id": "5c0239d0-e682-11f1-89fe-02fc00000001",
    "name": "default_allow",
    "description": "Default Network ACL Allow All",
}
DEFAULTS = {"Deny": DENY, "Allow": ALLOW}


def fill(store: Store) -> None:
    """Put the two lists into a fresh cloud, each with a rule for either direction."""
    for action, held in DEFAULTS.items():
        store.add(LIST, {**held, "fordisplay": True})
        for number, direction in enumerate(("Ingress", "Egress"), 1):
            rule = {"aclid": held["id"], "protocol": "all", "traffictype": direction, "action": action}
            more = {"number": number, "fordisplay": True, "state": "Active", "_cidrs": ["0.0.0.0/0"]}
            store.add(RULE, {**rule, **more})


def is_default(held: Record) -> bool:
    """Whether the list is one of the two."""
    return held["id"] in (DENY["id"], ALLOW["id"])


def visible(ctx: Context) -> list[Record]:
    """The lists that the caller asks for and may see: those of VPCs, and those of none."""
    vpcs = {vpc["id"] for vpc in ctx.owned(ctx.store.all("vpc"))}
    return [held for held in ctx.store.all(LIST) if held.get("vpcid") is None or held["vpcid"] in vpcs]
