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
    """The limits of the caller's account, or of an account, a project or a domain."""
    account, domain, project = _asked(ctx)
    wanted = _resource(ctx)
    found = [
        {
            "id": str(resource.number),
            **_owner_fields(account, domain),
            "resourcetype": str(resource.number),
            "resourcetypename": resource.name,
            "max": limits.of_account(ctx.store, account, resource)
            if account
            else limits.of_domain(ctx.store, domain, resource),
            **_project_fields(project),
        }
        for resource in ([wanted] if wanted else limits.RESOURCES)
    ]
    return ctx.list(found, _without_id, name="resourcetypename")


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
    most = max(ctx.get("max", limits.UNLIMITED), limits.UNLIMITED)
    limits.put(ctx.store, (account or domain)["id"], resource, most)
    shown = {"resourcetype": str(resource.number), "resourcetypename": resource.name, "max": most}
    return {"resourcelimit": {**_owner_fields(account, domain), **shown, **_project_fields(project)}}


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
