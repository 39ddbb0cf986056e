"""Which other accounts may use a network."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import command
from ..shape import compact
from ..store import Record

KIND = "networkpermission"


def _network(ctx: Context) -> Record:
    network = ctx.record("network", "networkid")
    if ctx.command.name.startswith("list"):
        return network
    if network["type"] not in ("Isolated", "L2") or network.get("vpcid") or network["acltype"] != "Account":
        raise errors.invalid("Network permissions fit isolated and layer 2 networks of one account only")
    return network


def _accounts(ctx: Context, network: Record) -> list[Record]:
    """The accounts that the request names, by id, by name in the network's domain, or by project."""
    found = ctx.records("account", "accountids")
    for name in ctx.get("accounts", ()):
        account = ctx.store.first("account", name=name, domainid=network["domainid"])
        if account is None:
            raise errors.invalid(f"Unable to find the account {name} in the domain of the network")
        found.append(account)
    found += [ctx.store.need("account", project["_accountid"]) for project in ctx.records("project", "projectids")]
    if not found:
        raise errors.invalid("Nothing to do: one of accounts, accountids and projectids is needed")
    return found


@command("createNetworkPermissions")
def create(ctx: Context) -> dict[str, Any]:
    """Let accounts use a network."""
    network = _network(ctx)
    for account in _accounts(ctx, network):
        if not ctx.store.first(KIND, networkid=network["id"], accountid=account["id"]):
            ctx.store.add(KIND, {"networkid": network["id"], "accountid": account["id"]})
    return {"success": True}


def _remove(ctx: Context, records: list[Record]) -> dict[str, Any]:
    for record in records:
        ctx.store.remove(KIND, record["id"])
    return {"success": True}


@command("removeNetworkPermissions")
def remove(ctx: Context) -> dict[str, Any]:
    """Let accounts use a network no more."""
    network = _network(ctx)
    gone = {account["id"] for account in _accounts(ctx, network)}
    return _remove(ctx, [p for p in ctx.store.where(KIND, networkid=network["id"]) if p["accountid"] in gone])


@command("resetNetworkPermissions")
def reset(ctx: Context) -> dict[str, Any]:
    """Leave a network to its owner alone."""
    return _remove(ctx, ctx.store.where(KIND, networkid=_network(ctx)["id"]))


def _view(ctx: Context, permission: Record) -> dict[str, Any]:
    account = ctx.store.need("account", permission["accountid"])
    domain = ctx.store.need("domain", account["domainid"])
    project = ctx.store.first("project", _accountid=account["id"])
    return {
        "networkid": permission["networkid"],
        "domainid": domain["id"],
        "domain": domain["name"],
        **(
            {"projectid": project["id"], "project": project["name"]}
            if project
            else compact(accountid=account["id"], account=account["name"])
        ),
    }


@command("listNetworkPermissions")
def list_permissions(ctx: Context) -> dict[str, Any]:
    """Who else may use a network."""
    held = ctx.store.where(KIND, networkid=_network(ctx)["id"])
    held = [permission for permission in held if ctx.store.get("account", permission["accountid"])]
    return ctx.list(held, lambda permission: _view(ctx, permission), key=KIND)
