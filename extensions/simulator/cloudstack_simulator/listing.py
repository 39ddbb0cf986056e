"""How list commands choose, page and wrap: the same for every noun."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .params import MAX_PAGE_SIZE
from .store import Record
from .surface import surface

if TYPE_CHECKING:
    from .context import Context

ALL_PROJECTS = "-1"


def answer(
    ctx: Context,
    records: list[Record],
    view: Callable[[Record], dict[str, Any]],
    fields: tuple[str, ...] = (),
    key: str | None = None,
    name: str = "name",
) -> dict[str, Any]:
    """Filter records by `id`, `name`, `keyword` and the equal `fields`, page them, and show them.

    fields: names that are at once a parameter and a record's field (compared as text, without case);
    key: what the items stand under, when the recordings do not say; name: the field that `name` and `keyword` mean.
    Returns {} for nothing, else {"count": total, key: [views]}.
    """
    chosen = [r for r in records if _passes(ctx, r, fields, name)]
    if not chosen:
        return {}
    key = ctx.command.list_key or key
    if key is None:
        raise LookupError(f"{ctx.command.name}: the key of its items is not known")
    return {"count": len(chosen), key: [view(record) for record in page(ctx, chosen)]}


def page(ctx: Context, records: list[Record]) -> list[Record]:
    """The page that was asked for; the first 500 when none was."""
    size = ctx.get("pagesize", MAX_PAGE_SIZE)
    if size < 0:
        return records
    start = (ctx.get("page", 1) - 1) * size
    return records[start : start + size]


def owned(ctx: Context, records: list[Record]) -> list[Record]:
    """Those of records with `account`, `domainid` and `projectid` fields that the caller asked for and may see."""
    project = ctx.get("projectid")
    if project is not None and str(project) != ALL_PROJECTS:
        return [r for r in records if r.get("projectid") == project]
    if project is None:
        records = [r for r in records if not r.get("projectid")]
    domains = _domains(ctx)
    account = ctx.get("account")
    if account is not None:
        domain = ctx.get("domainid", ctx.caller.domain["id"])
        return [r for r in records if r.get("account") == account and r["domainid"] == domain]
    if domains is not None:
        return [r for r in records if r["domainid"] in domains]
    if "id" in ctx.params and ctx.caller.is_admin:
        return records
    mine = (ctx.caller.account["name"], ctx.caller.domain["id"])
    return [r for r in records if (r.get("account"), r["domainid"]) == mine or r.get("projectid")]


def subtree(ctx: Context, domain_id: str) -> set[str]:
    """A domain's id and those of all domains below it."""
    found, edge = {domain_id}, {domain_id}
    while edge:
        edge = {d["id"] for d in ctx.store.all("domain") if d.get("parentdomainid") in edge} - found
        found |= edge
    return found


def _domains(ctx: Context) -> set[str] | None:
    """The domains that a list covers, or None when it covers the caller's own things only."""
    visible = subtree(ctx, ctx.caller.domain["id"])
    asked = ctx.get("domainid")
    if ctx.caller.role_type == "User":
        return None
    if asked is not None:
        return (subtree(ctx, asked) if ctx.get("isrecursive") else {asked}) & visible
    return visible if ctx.get("listall") else None


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
