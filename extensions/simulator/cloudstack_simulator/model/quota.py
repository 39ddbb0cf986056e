"""Refuses what would exceed the limits of an account, of its project, or of a domain above it."""

from __future__ import annotations

from .. import errors
from ..context import Context
from ..store import Record
from . import limits, tenants

ONE: dict[str, tuple[str, ...]] = {
    "deployVirtualMachine": ("vm", "volume"),
    "deployVnfAppliance": ("vm", "volume"),
    "createVolume": ("volume",),
    "uploadVolume": ("volume",),
    "associateIpAddress": ("ip",),
    "createSnapshot": ("snapshot",),
    "createTemplate": ("template",),
    "registerTemplate": ("template",),
    "registerIso": ("template",),
    "createProject": ("project",),
    "createVPC": ("vpc",),
    "createBucket": ("bucket",),
}
BY_WORD = {resource.word: resource for resource in limits.RESOURCES}


def check(ctx: Context) -> None:
    """Refuse (535) a creation for which the owner has not enough left. Nothing is refused to who has no limit."""
    wanted = _wanted(ctx)
    if not wanted:
        return
    owner = ctx.owner()
    domains = _upwards(ctx, owner.domain)
    for word, more in wanted.items():
        resource = BY_WORD[word]
        most = limits.of_account(ctx.store, owner.account, resource)
        if _exceeds(ctx, {owner.account["id"]}, word, more, most):
            raise _refusal(resource, f"account name={owner.account['name']} in domain id={owner.domain['id']}", most)
        for domain in domains:
            most = limits.of_domain(ctx.store, domain, resource)
            if _exceeds(ctx, tenants.below(ctx.store, domain), word, more, most):
                raise _refusal(resource, f"domain id={domain['id']}", most)


def _wanted(ctx: Context) -> dict[str, int]:
    """How much more of each resource a request asks for."""
    wanted = dict.fromkeys(ONE.get(ctx.command.name, ()), 1)
    if ctx.command.name == "createNetwork" and _is_private(ctx):
        wanted["network"] = 1
    if "vm" in wanted:
        offering = ctx.store.get("serviceoffering", ctx.get("serviceofferingid", "")) or {}
        wanted |= {
            word: offering[field] for word, field in (("cpu", "cpunumber"), ("memory", "memory")) if offering.get(field)
        }
        wanted["volume"] += int("diskofferingid" in ctx.params)
    return wanted


def _is_private(ctx: Context) -> bool:
    offering = ctx.store.get("networkoffering", ctx.get("networkofferingid", "")) or {}
    return offering.get("guestiptype") != "Shared"


def _upwards(ctx: Context, domain: Record) -> list[Record]:
    found = []
    at: Record | None = domain
    while at is not None:
        found.append(at)
        at = ctx.store.get("domain", at.get("parentdomainid"))
    return found


def _exceeds(ctx: Context, account_ids: set[str], word: str, more: int, most: int) -> bool:
    return most != limits.UNLIMITED and tenants.usage(ctx.store, account_ids).get(word, 0) + more > most


def _refusal(resource: limits.Resource, whose: str, most: int) -> errors.ApiError:
    text = f"Maximum number of resources of type '{resource.name}' for {whose} has been exceeded: the limit is {most}"
    return errors.ApiError(errors.RESOURCE_ALLOCATION, text)
