"""Limits and counts of what accounts, projects and domains have."""

from __future__ import annotations

from typing import Any

from .. import errors, permission
from ..context import Context
from ..model import limits, owners, tenants
from ..registry import command
from ..shape import compact
from ..store import Record

BY_NUMBER = {resource.number: resource for resource in limits.RESOURCES}
BY_NAME = {resource.name: resource for resource in limits.RESOURCES}


def _resource(ctx: Context) -> limits.Resource | None:
    """The resource that `resourcetype` or `resourcetypename` names, or None when neither was given."""
    if "resourcetype" in ctx.params:
        found = BY_NUMBER.get(ctx.params["resourcetype"])
    elif "resourcetypename" in ctx.params:
        found = BY_NAME.get(ctx.params["resourcetypename"].lower())
    else:
        return None
    if found is None:
        raise errors.invalid("Please specify a valid resource type")
    return found


def _asked(ctx: Context) -> tuple[Record | None, Record, Record | None]:
    """Whose limits: an account, a project's account, or a domain (then without account); (account, domain, project)."""
    store = ctx.store
    if "domainid" in ctx.params and "account" not in ctx.params and "projectid" not in ctx.params:
        domain = ctx.record("domain", "domainid")
        if ctx.caller.role_type == "User" or not owners.below(store, domain["id"], ctx.caller.domain["id"]):
            raise permission.refusal(ctx, domain)
        return None, domain, None
    owner = ctx.owner()
    return owner.account, owner.domain, owner.project


def _owner_fields(account: Record | None, domain: Record) -> dict[str, Any]:
    named = {} if account is None else {"account": account["name"]}
    return {**named, "domainid": domain["id"], "domain": domain["name"], "domainpath": domain["path"]}


def _project_fields(project: Record | None) -> dict[str, Any]:
    return {} if project is None else {"projectid": project["id"], "project": project["name"]}


@command("listResourceLimits")
def list_limits(ctx: Context) -> dict[str, Any]:
    """The limits of the caller's account, or of an account, a project or a domain, with those for tags."""
    account, domain, project = _asked(ctx)
    wanted = _resource(ctx)
    found = [
        {
            "id": str(resource.number),
            **_owner_fields(account, domain),
            "resourcetype": str(resource.number),
            "resourcetypename": resource.name,
            "max": _limit(ctx, account, domain, resource, tag),
            **({"tag": tag} if tag else {}),
            **_project_fields(project),
        }
        for resource in ([wanted] if wanted else limits.RESOURCES)
        for tag in ("", *limits.tags(ctx.store, resource))
    ]
    if "tag" in ctx.params:
        found = [limit for limit in found if limit.get("tag") == ctx.params["tag"]]
    return ctx.list(found, _without_id, name="resourcetypename")


def _limit(ctx: Context, account: Record | None, domain: Record, resource: limits.Resource, tag: str) -> int:
    if account is not None:
        return limits.of_account(ctx.store, account, resource, tag)
    return limits.of_domain(ctx.store, domain, resource, tag)


def _without_id(limit: Record) -> dict[str, Any]:
    return {name: value for name, value in limit.items() if name != "id"}


@command("updateResourceLimit")
def update_limit(ctx: Context) -> dict[str, Any]:
    """Set one limit of an account, a project or a domain; -1 is none."""
    if not {"account", "domainid", "projectid"} & ctx.params.keys():
        raise errors.invalid("AccountId or domainId have to be specified in order to update resource limit")
    resource = _resource(ctx)
    assert resource is not None
    account, domain, project = _asked(ctx)
    if account is None and domain["level"] == 0 and ctx.get("max", limits.UNLIMITED) != limits.UNLIMITED:
        raise errors.invalid("Cannot set resource limit for ROOT domain")
    if (account or domain)["id"] in (ctx.caller.account["id"], ctx.caller.domain["id"]) and not ctx.caller.is_admin:
        raise permission.refusal(ctx, account or domain)
    most, tag = ctx.get("max", limits.UNLIMITED), ctx.get("tag", "")
    _refuse_too_much(ctx, account, domain, resource, most, tag)
    limits.put(ctx.store, (account or domain)["id"], resource, most, tag)
    shown = {"resourcetype": str(resource.number), "resourcetypename": resource.name, "max": most}
    shown.update({"tag": tag} if tag else {})
    return {"resourcelimit": {**_owner_fields(account, domain), **shown, **_project_fields(project)}}


def _refuse_too_much(
    ctx: Context, account: Record | None, domain: Record, resource: limits.Resource, most: int, tag: str
) -> None:
    """Refuse a limit for a tag of what has none, or above the one without a tag, or above that of the domain."""
    if most < limits.UNLIMITED:
        raise errors.invalid("Please specify either '-1' for an infinite limit, or a limit that is at least '0'.")
    if tag and not limits.takes_tags(resource):
        raise errors.invalid(f"Resource limit with a tag is not supported for resource type {resource.number}")
    if account is not None and limits.is_root_admin(ctx.store, account) and most != limits.UNLIMITED:
        raise errors.invalid(f"Only {limits.UNLIMITED} limit is supported for Root Admin accounts")
    plain = _limit(ctx, account, domain, resource, "")
    if tag and 0 < plain < most:
        whose = f"account {account['name']}" if account else f"domain {domain['name']}"
        raise errors.invalid(
            f"Maximum untagged resource limit for {whose} for resource type {resource.name} is {plain}, "
            "please specify a value less than or equal to that"
        )
    above = ctx.store.get("domain", domain.get("parentdomainid") or "") if account is None else None
    ceiling = limits.of_domain(ctx.store, above, resource, tag) if above else limits.UNLIMITED
    if above and 0 <= ceiling < most:
        raise errors.invalid(
            f"Domain {domain['name']}(id: {above.get('_number')}) has maximum allowed resource limit {ceiling} for "
            f"{resource.name}, please specify a value less than or equal to {ceiling}"
        )


@command("updateResourceCount")
def update_count(ctx: Context) -> dict[str, Any]:
    """Count again, and give the counts of an account, a project or a domain."""
    account, domain, project = _asked(ctx)
    holders = {account["id"]} if account else tenants.below(ctx.store, domain)
    used, wanted = tenants.usage(ctx.store, holders), _resource(ctx)
    counts = [
        {
            **_owner_fields(account, domain),
            "resourcetype": str(resource.number),
            "resourcetypename": resource.name,
            "resourcecount": int(used.get(resource.word, 0)),
            **compact(**_project_fields(project)),
        }
        for resource in ([wanted] if wanted else limits.RESOURCES)
    ]
    return {"count": len(counts), "resourcecount": counts}
