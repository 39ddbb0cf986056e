"""Accounts."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import accepted, owners, tenants
from ..registry import Submitted, command, job
from ..shape import as_dict
from ..store import Record
from . import user as users

KIND = "account"
ROLE_TYPES = {0: "User", 1: "Admin", 2: "DomainAdmin", 4: "ResourceAdmin"}
TYPES_BY_ROLE = {word: number for number, word in ROLE_TYPES.items()}
BOTH = "Both accountName and domainId are required for finding active account in the system"


def visible(ctx: Context, account: Record) -> bool:
    """Whether the caller may see an account: his own, or below him for an administrator."""
    if ctx.caller.role_type == "User":
        return account["id"] == ctx.caller.account["id"]
    return owners.below(ctx.store, account["domainid"], ctx.caller.domain["id"])


def _role(ctx: Context) -> Record:
    if "roleid" in ctx.params:
        return ctx.record("role", "roleid")
    if "accounttype" not in ctx.params:
        raise errors.invalid("accounttype or roleid must be given")
    wanted = ROLE_TYPES.get(ctx.params["accounttype"])
    role = ctx.store.first("role", type=wanted, isdefault=True)
    if role is None:
        raise errors.invalid(f"Invalid account type {ctx.params['accounttype']}")
    return role


def find(ctx: Context) -> Record:
    """The account that `id`, or `account` with `domainid`, names."""
    if "id" in ctx.params:
        return ctx.record(KIND)
    if "account" not in ctx.params or "domainid" not in ctx.params:
        raise errors.invalid(BOTH)
    found = ctx.store.first(KIND, name=ctx.params["account"], domainid=ctx.params["domainid"])
    if found is None:
        domain = ctx.record("domain", "domainid")
        raise errors.invalid(f"Unable to find account {ctx.params['account']} in domain {domain['id']}")
    return found


@command("createAccount")
def create(ctx: Context) -> dict[str, Any]:
    """Make an account with its first user."""
    domain, role = ctx.maybe("domain", "domainid") or ctx.caller.domain, _role(ctx)
    name = ctx.get("account") or ctx.params["username"]
    users.refuse_taken(ctx, domain)
    if ctx.store.first(KIND, name=name, domainid=domain["id"]):
        raise errors.invalid(
            f"Unable to create account {name} in domain {domain['name']}: an account with the name exists"
        )
    accepted.refuse_network_domain(ctx.get("networkdomain"))
    account = ctx.store.add(
        KIND,
        {
            "name": name,
            "accounttype": TYPES_BY_ROLE[role["type"]],
            "roleid": role["id"],
            "domainid": domain["id"],
            "state": "enabled",
            "created": ctx.now(),
            **ctx.given("networkdomain"),
            **({"_details": as_dict(ctx.params["accountdetails"])} if "accountdetails" in ctx.params else {}),
        },
    )
    users.add(ctx, account)
    return {"account": tenants.account_view(ctx, account)}


@command("linkAccountToLdap")
def link(ctx: Context) -> dict[str, Any]:
    """Let a group or unit of the directory log in to an account, which is made where it is not there."""
    domain, name = ctx.record("domain", "domainid"), ctx.params["account"]
    if ctx.get("type", "GROUP").upper() not in ("GROUP", "OU"):
        raise errors.invalid("Invalid LDAP type; specify GROUP or OU")
    account = ctx.store.first(KIND, name=name, domainid=domain["id"])
    if account is None:
        role = _role(ctx)
        fields = {"accounttype": TYPES_BY_ROLE[role["type"]], "roleid": role["id"], "domainid": domain["id"]}
        account = ctx.store.add(KIND, {"name": name, **fields, "state": "enabled", "created": ctx.now()})
    account["_ldap"] = {"ldapdomain": ctx.params["ldapdomain"], "type": ctx.get("type", "GROUP").upper()}
    shown = {"domainid": domain["id"], "accounttype": account["accounttype"], **account["_ldap"]}
    return {"LinkAccountToLdap": {**shown, "name": name}}


@command("updateAccount")
def update(ctx: Context) -> dict[str, Any]:
    """Change an account's name, network domain, role or details."""
    account = find(ctx)
    new = ctx.get("newname")
    if new and new != account["name"]:
        if ctx.store.first(KIND, name=new, domainid=account["domainid"]):
            raise errors.invalid(f"An account with the name {new} exists in the domain")
        _rename(ctx, account, new)
    accepted.refuse_network_domain(ctx.get("networkdomain"))
    if "networkdomain" in ctx.params:
        account["networkdomain"] = ctx.params["networkdomain"] or None
    if "roleid" in ctx.params:
        role = ctx.record("role", "roleid")
        account.update(roleid=role["id"], accounttype=TYPES_BY_ROLE[role["type"]])
    if "accountdetails" in ctx.params:
        account["_details"] = as_dict(ctx.params["accountdetails"])
    if "apikeyaccess" in ctx.params:
        account["_apikeyaccess"] = ctx.params["apikeyaccess"].upper()
    shown = tenants.account_view(ctx, account)
    return {"account": {name: value for name, value in shown.items() if name != "apikeyaccess"}}


def _rename(ctx: Context, account: Record, name: str) -> None:
    for _kind, record in tenants.owned_things(ctx.store, account["id"]):
        if record.get("account") == account["name"]:
            record["account"] = name
    account["name"] = name


@command("enableAccount")
def enable(ctx: Context) -> dict[str, Any]:
    """Let an account work again."""
    account = find(ctx)
    account["state"] = "enabled"
    return {"account": tenants.account_view(ctx, account)}


@command("lockAccount")
def lock(ctx: Context) -> dict[str, Any]:
    """Nothing: the server has given this command up."""
    raise errors.failed(
        "LockAccount does not lock Accounts. Its implementation is disabled. Use DisableAccount instead."
    )


@command("disableAccount")
def prepare_disable(ctx: Context) -> Submitted:
    """Find the account."""
    return Submitted(find(ctx)["id"])


@job("disableAccount")
def disable(ctx: Context) -> dict[str, Any]:
    """Stop or lock an account."""
    account = ctx.store.need(KIND, ctx.instance)
    if account.get("isdefault"):
        raise errors.invalid(f"The account {account['name']} is the default one and cannot be disabled")
    account["state"] = "locked" if ctx.params["lock"] else "disabled"
    return {"account": tenants.account_view(ctx, account)}


@job("deleteAccount")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove an account with all that it owns; never the caller's own."""
    account = ctx.record(KIND)
    if account["id"] == ctx.caller.account["id"]:
        raise errors.invalid(f"Deletion of your own account is not allowed. Account ID: {account['id']}")
    if account.get("isdefault") or account.get("_system") or account.get("_project"):
        raise errors.invalid(f"The account {account['name']} is a default or a project's one and cannot be deleted")
    if ctx.store.first("project", _owneraccountid=account["id"]):
        raise errors.invalid(f"The account {account['name']} owns projects and cannot be deleted")
    tenants.forget_account(ctx.store, account)
    return {"success": True}


def _chosen(ctx: Context) -> list[Record]:
    found = [a for a in ctx.store.all(KIND) if visible(ctx, a) and not a.get("_system") and not a.get("_project")]
    if "domainid" in ctx.params:
        if ctx.get("isrecursive"):
            return [a for a in found if owners.below(ctx.store, a["domainid"], ctx.params["domainid"])]
        return [a for a in found if a["domainid"] == ctx.params["domainid"]]
    if "id" in ctx.params or ctx.get("listall"):
        return found
    return (
        [a for a in found if a["domainid"] == ctx.caller.domain["id"]]
        if "name" in ctx.params
        else [a for a in found if a["id"] == ctx.caller.account["id"]]
    )


@command("listAccounts")
def list_accounts(ctx: Context) -> dict[str, Any]:
    """List accounts: the caller's, those of a domain, or all with `listall`."""
    shown = ("apikeyaccess", "iscleanuprequired")
    return ctx.list(
        _chosen(ctx), lambda account: tenants.account_view(ctx, account), ("accounttype", "state"), shown=shown
    )
