"""Domains."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import accepted, limits, marks, owners, projects, tenants
from ..registry import command, job
from ..store import Record
from .user import described_domain

KIND = "domain"


def _refuse_taken(ctx: Context, name: str, parent: Record, but: Record | None = None) -> None:
    held = ctx.store.first(KIND, name=name, parentdomainid=parent["id"])
    if held is not None and held is not but:
        raise errors.invalid(f"Domain with name [{name}] already exists for the parent with ID [{parent['_number']}].")


@command("createDomain")
def create(ctx: Context) -> dict[str, Any]:
    """Make a domain under another, or under the root."""
    parent = ctx.maybe(KIND, "parentdomainid") or owners.root_domain(ctx.store)
    name = ctx.params["name"]
    if not name or "/" in name:
        raise errors.invalid("A domain's name is not empty and holds no slash")
    _refuse_taken(ctx, name, parent)
    accepted.refuse_network_domain(ctx.get("networkdomain"))
    record = {
        "name": name,
        "level": parent["level"] + 1,
        "parentdomainid": parent["id"],
        "path": f"{parent['path']}/{name}",
        "state": "Active",
        **ctx.given("networkdomain"),
    }
    if ctx.get("domainid"):
        if ctx.store.kinds_of(ctx.params["domainid"]):
            raise errors.invalid(f"The id {ctx.params['domainid']} is taken")
        record["id"] = ctx.params["domainid"]
    domain = ctx.store.add(KIND, record)
    shown = tenants.domain_view(ctx, domain, counted=False)
    domain["created"] = ctx.now()
    return {"domain": shown}


@command("updateDomain")
def update(ctx: Context) -> dict[str, Any]:
    """Rename a domain or change its network domain; paths below follow."""
    domain = ctx.record(KIND)
    accepted.refuse_network_domain(ctx.get("networkdomain"))
    name = ctx.get("name")
    if name and name != domain["name"]:
        if domain["level"] == 0:
            raise errors.invalid("The ROOT domain keeps its name")
        parent = ctx.store.need(KIND, domain["parentdomainid"])
        _refuse_taken(ctx, name, parent, domain)
        _rename(ctx, domain, name, f"{parent['path']}/{name}")
    if "networkdomain" in ctx.params:
        domain["networkdomain"] = ctx.params["networkdomain"] or None
    return {"domain": tenants.domain_view(ctx, domain, counted=False)}


@command("moveDomain")
def move(ctx: Context) -> dict[str, Any]:
    """Put a domain with all that is in it under another; never under itself."""
    domain, parent = ctx.record(KIND, "domainid"), ctx.record(KIND, "parentdomainid")
    if domain["level"] == 0:
        raise errors.invalid("Unable to move the ROOT domain.")
    if owners.below(ctx.store, parent["id"], domain["id"]):
        raise errors.invalid("Unable to move the domain to one of its own child domains.")
    if domain["parentdomainid"] != parent["id"]:
        _refuse_taken(ctx, domain["name"], parent)
    depth = parent["level"] + 1 - domain["level"]
    for held in ctx.store.all(KIND):
        if owners.below(ctx.store, held["id"], domain["id"]):
            held["level"] += depth
    domain["parentdomainid"] = parent["id"]
    _rename(ctx, domain, domain["name"], f"{parent['path']}/{domain['name']}")
    return {"domain": tenants.domain_view(ctx, domain, counted=False)}


def _rename(ctx: Context, domain: Record, name: str, path: str) -> None:
    old = domain["path"]
    domain["name"] = name
    for held in ctx.store.all(KIND):
        if held["path"] == old or held["path"].startswith(f"{old}/"):
            held["path"] = path + held["path"][len(old) :]
    for kind in ctx.store.kinds():
        for record in ctx.store.all(kind) if kind not in (KIND, "account") else ():
            holder = ctx.store.get(KIND, record.get("domainid"))
            if holder is not None and "domain" in record:
                record["domain"] = holder["name"]
            if holder is not None and "domainpath" in record:
                record["domainpath"] = holder["path"]


@job("deleteDomain")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a domain; one with accounts, projects or domains in it only with `cleanup`."""
    domain = ctx.record(KIND)
    if domain["level"] == 0:
        raise errors.invalid("The ROOT domain cannot be deleted")
    inside = [d for d in ctx.store.all(KIND) if owners.below(ctx.store, d["id"], domain["id"])]
    ids = {below["id"] for below in inside}
    accounts = [account for account in ctx.store.all("account") if account["domainid"] in ids]
    held = [project for project in ctx.store.all("project") if project["domainid"] in ids]
    if not ctx.get("cleanup") and (accounts or held or len(inside) > 1):
        raise errors.internal(
            f"Delete failed on domain {described_domain(domain)} due to: the domain has accounts, projects or domains"
        )
    for project in held:
        projects.forget(ctx.store, project["id"])
        ctx.store.remove("project", project["id"])
    for account in accounts:
        tenants.forget_account(ctx.store, account)
    for below in inside:
        marks.forget(ctx.store, below["id"])
        limits.forget(ctx.store, below["id"])
        ctx.store.remove(KIND, below["id"])
    return {"success": True}


@command("listDomains")
def list_domains(ctx: Context) -> dict[str, Any]:
    """List domains: the caller's own, or with `listall` (or a filter) those below it too."""
    own = ctx.caller.domain["id"]
    found = [held for held in ctx.store.all(KIND) if owners.below(ctx.store, held["id"], own)]
    if not ctx.get("listall") and not {"id", "name", "keyword", "level"} & ctx.params.keys():
        found = [held for held in found if held["id"] == own]
    found.sort(key=lambda held: held["name"].lower())
    return ctx.list(found, lambda held: tenants.domain_view(ctx, held), ("level",))


@command("listDomainChildren")
def list_children(ctx: Context) -> dict[str, Any]:
    """The domains right below one, or all below it with `isrecursive`."""
    top = (ctx.maybe(KIND) or ctx.caller.domain)["id"]
    ctx.params.pop("id", None)
    found = [held for held in ctx.store.all(KIND) if _is_child(ctx, held, top)]
    return ctx.list(found, lambda held: tenants.domain_view(ctx, held, counted=False))


def _is_child(ctx: Context, domain: Record, top: str) -> bool:
    if ctx.get("isrecursive"):
        return domain["id"] != top and owners.below(ctx.store, domain["id"], top)
    return domain.get("parentdomainid") == top
