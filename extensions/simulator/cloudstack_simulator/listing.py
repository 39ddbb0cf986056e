"""How list commands choose, page and wrap: the same for every noun."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from . import errors, permission
from .store import Record
from .surface import surface

if TYPE_CHECKING:
    from .context import Context

ALL_PROJECTS = "-1"
COMMON_FILTERS = ("id", "ids", "name", "keyword", "storageaccessgroup")


def answer(
    ctx: Context,
    records: list[Record],
    view: Callable[[Record], dict[str, Any]],
    fields: tuple[str, ...] = (),
    key: str | None = None,
    name: str = "name",
    shown: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Filter records by `id`, `name`, `keyword` and the equal `fields`, page them, and show them.

    fields: names that are at once a parameter and a record's field (compared as text, without case);
    shown: names that are at once a parameter and a key of the answer, compared as what is shown;
    key: what the items stand under, when the recordings do not say; name: the field that `name` and `keyword` mean.
    Returns {} for nothing, else {"count": total, key: [views]}.
    """
    asked = ctx.params.keys() & {*COMMON_FILTERS, *fields}
    chosen = [r for r in records if _passes(ctx, r, fields, name)] if asked else records
    wanted = {param: ctx.params[param] for param in shown if param in ctx.params}
    if wanted:
        views = [(record, view(record)) for record in chosen]
        chosen = [r for r, seen in views if all(_same(seen.get(param), wanted[param]) for param in wanted)]
    if not chosen:
        return {}
    key = ctx.command.list_key or key
    if key is None:
        raise LookupError(f"{ctx.command.name}: the key of its items is not known")
    with ctx.store.still():
        return {"count": len(chosen), key: [view(record) for record in page(ctx, chosen)]}


def page(ctx: Context, records: list[Record]) -> list[Record]:
    """The page that was asked for; the first of the largest size when none was."""
    size = ctx.get("pagesize", ctx.simulator.largest_page)
    if size < 0:
        return records
    start = max(0, ctx.get("page", 1) - 1) * size
    return records[start : start + size]


def owned(ctx: Context, records: list[Record]) -> list[Record]:
    """Those of records with `account`, `domainid` and `projectid` fields that the caller asked for and may see.

    Things of projects only with `projectid`: those of one project, or with -1 those of every project that the caller
    is in (an administrator with `listall`: of all below him) besides the rest. ApiError 531 for what is not his to ask.
    """
    project = ctx.get("projectid")
    if project is not None and str(project) != ALL_PROJECTS:
        held = ctx.record("project", "projectid")
        return [r for r in records if r.get("projectid") == held["id"]]
    in_scope = _scope(ctx)
    return [r for r in records if (project is not None and _in_projects(ctx, r) if r.get("projectid") else in_scope(r))]


def _in_projects(ctx: Context, record: Record) -> bool:
    held = ctx.store.need("project", record["projectid"])
    if permission.in_project(ctx, held):
        return True
    return bool(ctx.get("listall")) and permission.administers(ctx, held)


def _scope(ctx: Context) -> Callable[[Record], bool]:
    """A test of whether a record belongs to whom the request asks for: an account, domains, or the caller."""
    account, asked = ctx.get("account"), ctx.maybe("domain", "domainid")
    if asked is not None and not _reaches(ctx, asked):
        raise permission.refusal(ctx, asked)
    if account is not None:
        domain = (asked or ctx.caller.domain)["id"]
        held = ctx.store.first("account", name=account, domainid=domain)
        if held is None:
            raise errors.invalid(f"Unable to find account {account} in domain {domain}")
        permission.check_account(ctx, held)
        return lambda r: r.get("account") == account and r["domainid"] == domain
    domains = _domains(ctx)
    if domains is not None:
        return lambda r: r["domainid"] in domains
    mine = (ctx.caller.account["name"], ctx.caller.domain["id"])
    return lambda r: (r.get("account"), r["domainid"]) == mine


def _reaches(ctx: Context, domain: Record) -> bool:
    """Whether the caller may ask for things in a domain: his own, or for administrators one below it."""
    own = ctx.caller.domain["id"]
    return domain["id"] == own or (ctx.caller.role_type != "User" and domain["id"] in subtree(ctx, own))


def subtree(ctx: Context, domain_id: str) -> set[str]:
    """A domain's id and those of all domains below it."""
    found, edge = {domain_id}, {domain_id}
    while edge:
        edge = {d["id"] for d in ctx.store.all("domain") if d.get("parentdomainid") in edge} - found
        found |= edge
    return found


def _domains(ctx: Context) -> set[str] | None:
    """The domains that a list covers, or None when it covers the caller's own things only."""
    if ctx.caller.role_type == "User":
        return None
    asked = ctx.get("domainid")
    if asked is not None:
        return subtree(ctx, asked) if ctx.get("isrecursive") else {asked}
    return subtree(ctx, ctx.caller.domain["id"]) if ctx.get("listall") or "id" in ctx.params else None


def _passes(ctx: Context, record: Record, fields: tuple[str, ...], name: str) -> bool:
    given = ctx.params
    if "id" in given and str(record.get("id")) != str(given["id"]):
        return False
    if "ids" in given and str(record.get("id")) not in given["ids"]:
        return False
    if "name" in given and not _name_matches(ctx, str(record.get(name, "")), given["name"]):
        return False
    if "keyword" in given and given["keyword"].lower() not in str(record.get(name, "")).lower():
        return False
    group = given.get("storageaccessgroup")
    if group is not None and group not in (record.get("storageaccessgroups") or "").split(","):
        return False
    return all(_same(record.get(field), given[field]) for field in fields if field in given)


def _name_matches(ctx: Context, held: str, wanted: str) -> bool:
    rule = surface().filters.get(ctx.command.name, {}).get("name", "EQ folded")
    if rule == "ignored":
        return True
    if rule == "EQ exact case":
        return held == wanted
    if rule == "LIKE folded":
        return wanted.lower() in held.lower()
    return held.lower() == wanted.lower()


def _same(held: Any, wanted: Any) -> bool:
    if isinstance(wanted, bool):
        return bool(held) == wanted
    return held is not None and str(held).lower() == str(wanted).lower()
