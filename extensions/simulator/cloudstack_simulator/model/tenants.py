"""Accounts, users, domains and projects: views, counters and limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..context import Context
from ..shape import compact, pick, tags_of
from ..store import Record, Store
from . import limits, marks, owners, projects

NORMAL = {0: "NORMAL", 1: "ADMIN", 2: "DOMAIN_ADMIN", 4: "RESOURCE_DOMAIN_ADMIN"}
"""Types of accounts as pairs of keys name them."""

GIB = 1024**3
UNLIMITED = "Unlimited"


def usage(store: Store, account_ids: set[str]) -> dict[str, int | float]:
    """What accounts use of each counted resource; storage in GB."""

    def held(kind: str) -> list[Record]:
        return store.matching(kind, lambda record: record.get("_accountid") in account_ids)

    instances = [i for i in held("virtualmachine") if i["state"] not in ("Destroyed", "Expunging", "Error")]
    running = [i for i in instances if i["state"] == "Running"]
    images = [*held("template"), *held("iso")]
    return {
        "vm": len(instances),
        "vmrunning": len(running),
        "vmstopped": len(instances) - len(running),
        "ip": len([a for a in held("publicipaddress") if not a.get("issystem")]),
        "volume": len(held("volume")),
        "snapshot": len(held("snapshot")),
        "template": len(images),
        "project": len([p for p in store.all("project") if p["_owneraccountid"] in account_ids]),
        "network": len([n for n in held("network") if n["acltype"] == "Account"]),
        "vpc": len(held("vpc")),
        "cpu": sum(i["cpunumber"] for i in instances),
        "memory": sum(i["memory"] for i in instances),
        "primarystorage": sum(v["size"] for v in held("volume")) // GIB,
        "secondarystorage": sum(image["size"] for image in images) / GIB,
        "bucket": len(held("bucket")),
        "objectstorage": sum(bucket["quota"] for bucket in held("bucket")),
    }


def counters(used: dict[str, int | float], most: Callable[[limits.Resource], int], skip: str = "") -> dict[str, Any]:
    """Limit, total and what is left of every counted resource but one; `most` gives a resource's limit, -1 for none."""
    fields: dict[str, Any] = {}
    for resource in limits.RESOURCES:
        name = resource.word
        if name == skip:
            continue
        limit, total = most(resource), used.get(name, 0)
        decimal, limited = name == "secondarystorage", limit != limits.UNLIMITED
        left = float(limit) - total if decimal else limit - int(total)
        fields[f"{name}limit"] = str(limit) if limited else UNLIMITED
        fields[f"{name}total"] = float(total) if decimal else total
        fields[f"{name}available"] = str(left) if limited else UNLIMITED
    return fields


def user_view(ctx: Context, user: Record, *, alone: bool = False, keys: bool = True) -> dict[str, Any]:
    """A user as the API shows it; `alone` outside an account's answer, `keys` with the API key."""
    account = ctx.store.need("account", user["accountid"])
    domain, role = ctx.store.need("domain", account["domainid"]), ctx.store.need("role", account["roleid"])
    own = ctx.simulator.api_key if user["id"] == ctx.simulator.admin().user["id"] else None
    below = owners.below(ctx.store, domain["id"], ctx.caller.domain["id"]) and domain is not ctx.caller.domain
    return {
        **pick(user, "id", "username", "firstname", "lastname", "email", "created", "state"),
        "account": account["name"],
        "accounttype": account["accounttype"],
        "usersource": "native",
        **pick(user, "timezone"),
        "roleid": role["id"],
        "roletype": role["type"],
        "rolename": role["name"],
        "domainid": domain["id"],
        "domain": domain["name"],
        **compact(apikey=(user.get("_apikey") or own or None) if keys else None),
        "accountid": account["id"],
        "iscallerchilddomain": alone and below,
        "isdefault": bool(user.get("isdefault")),
        "is2faenabled": bool(user.get("_secondfactorworks")),
        "is2famandated": bool(user.get("_mandated")),
    }


def users_of(store: Store, account: Record) -> list[Record]:
    """The users of an account."""
    return store.where("user", accountid=account["id"])


def _standing(domain: Record, role: Record) -> dict[str, Any]:
    """Where an account is, and what it may do."""
    return {
        "roleid": role["id"],
        "roletype": role["type"],
        "rolename": role["name"],
        "domainid": domain["id"],
        "domain": domain["name"],
        "domainpath": domain["path"],
    }


def key_view(ctx: Context, pair: Record, *more: str) -> dict[str, Any]:
    """A pair of API keys with its user; more: further fields of the record that are shown."""
    user = ctx.store.need("user", pair["userid"])
    account = ctx.store.need("account", user["accountid"])
    domain, role = ctx.store.need("domain", account["domainid"]), ctx.store.need("role", account["roleid"])
    return {
        "name": pair.get("name") or f"{user['_number']} - API key pair",
        **compact(apikey=pair.get("_apikey"), secretkey=pair.get("_secretkey")),
        "userid": user["id"],
        "username": user["username"],
        **pick(pair, "id", "created", *more),
        "accounttype": NORMAL[account["accounttype"]],
        "accountid": account["id"],
        "accountname": account["name"],
        **_standing(domain, role),
        "state": "ENABLED",
    }


def account_view(ctx: Context, account: Record) -> dict[str, Any]:
    """An account with its counters and users."""
    domain, role = ctx.store.need("domain", account["domainid"]), ctx.store.need("role", account["roleid"])
    used = usage(ctx.store, {account["id"]})
    vms = {"vmstopped": used["vmstopped"], "vmrunning": used["vmrunning"]}
    default = bool(account.get("isdefault"))
    return {
        "id": account["id"],
        "name": account["name"],
        "accounttype": account["accounttype"],
        **_standing(domain, role),
        **({"receivedbytes": 0, "sentbytes": 0} if default else {}),
        **counters(used, lambda resource: limits.of_account(ctx.store, account, resource)),
        **vms,
        "state": account["state"],
        **({} if default else pick(account, "created")),
        "user": [user_view(ctx, user) for user in users_of(ctx.store, account)],
        **pick(account, "networkdomain"),
        **compact(accountdetails=account.get("_details")),
        "isdefault": default,
        "groups": [],
        **({"apikeyaccess": account.get("_apikeyaccess", "INHERIT")} if ctx.caller.is_admin else {}),
    }


def below(store: Store, domain: Record) -> set[str]:
    """The ids of the accounts of a domain and of all below it."""
    return {a["id"] for a in store.all("account") if owners.below(store, a["domainid"], domain["id"])}


def domain_view(ctx: Context, domain: Record, *, counted: bool = True) -> dict[str, Any]:
    """A domain, with its counters in lists; the answers of commands that change it leave them out."""
    store = ctx.store
    parent = store.get("domain", domain.get("parentdomainid"))
    used = usage(store, below(store, domain)) if counted else {}

    def most(resource: limits.Resource) -> int:
        return limits.of_domain(store, domain, resource)

    return {
        **pick(domain, "id", "name", "level"),
        **compact(parentdomainid=parent and parent["id"], parentdomainname=parent and parent["name"]),
        "haschild": store.first("domain", parentdomainid=domain["id"]) is not None,
        **pick(domain, "networkdomain", "path"),
        **({"state": domain["state"]} if counted else {}),
        **pick(domain, "created"),
        **(counters(used, most) if counted else {"secondarystoragetotal": 0.0}),
        **({"hasannotations": marks.annotated(store, domain["id"])} if counted else {}),
    }


def project_view(ctx: Context, project: Record) -> dict[str, Any]:
    """A project with its counters."""
    store = ctx.store
    domain = store.need("domain", project["domainid"])
    account = store.need("account", project["_accountid"])
    used = usage(store, {account["id"]})
    return {
        **pick(project, "id", "name", "displaytext"),
        "domainid": domain["id"],
        "domain": domain["name"],
        "owner": projects.administrators(store, project),
        "projectaccountname": account["name"],
        "state": project["state"],
        "tags": tags_of(store, project["id"]),
        **counters(used, lambda resource: limits.of_account(store, account, resource), skip="project"),
        "vmstopped": used["vmstopped"],
        "vmrunning": used["vmrunning"],
        "created": project["created"],
    }


def owned_things(store: Store, account_id: str) -> list[tuple[str, Record]]:
    """Every record that an account owns, with its kind."""
    return [
        (kind, record)
        for kind in store.kinds()
        for record in store.all(kind)
        if record.get("_accountid") == account_id and kind != "project"
    ]


def forget_account(store: Store, account: Record) -> None:
    """Remove an account with its users and everything that it owns."""
    for kind, record in owned_things(store, account["id"]):
        for nic in store.where("nic", virtualmachineid=record["id"]) if kind == "virtualmachine" else ():
            store.remove("nic", nic["id"])
        marks.forget(store, record["id"])
        store.remove(kind, record["id"])
    for user in users_of(store, account):
        store.remove("user", user["id"])
    projects.forget_member(store, account["id"])
    limits.forget(store, account["id"])
    store.remove("account", account["id"])
