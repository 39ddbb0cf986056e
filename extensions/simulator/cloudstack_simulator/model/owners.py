"""Owner fields of records."""

from __future__ import annotations

from typing import Any

from ..context import Context, Owner
from ..store import Record, Store

OWNER_FIELDS = ("account", "projectid", "project", "domainid", "domain", "domainpath")


def stamp(owner: Owner) -> dict[str, Any]:
    """The fields by which a record says whose it is."""
    return {**owner.fields(), "_accountid": owner.account["id"]}


def of(record: Record, path: bool = True) -> dict[str, Any]:
    """The owner fields of a record's answer, with or without the domain's path."""
    names = OWNER_FIELDS if path else OWNER_FIELDS[:-1]
    return {name: record[name] for name in names if record.get(name) is not None}


def copied(record: Record) -> dict[str, Any]:
    """The owner stamp of another record, for what belongs to the same owner."""
    return {**of(record), "_accountid": record["_accountid"]}


def kept_for(ctx: Context) -> dict[str, Any]:
    """Whom the request keeps a thing for: an account, a project, a whole domain, or nobody in particular."""
    if "account" in ctx.params or "projectid" in ctx.params:
        return stamp(ctx.owner())
    domain = ctx.maybe("domain", "domainid")
    return {"domainid": domain["id"], "domain": domain["name"], "domainpath": domain["path"]} if domain else {}


def give_back(record: Record) -> None:
    """Make a thing nobody's in particular again."""
    for name in (*OWNER_FIELDS, "_accountid"):
        record.pop(name, None)


def account_of(store: Store, record: Record) -> Record:
    """The account that owns a record (a project's own account for a project's record)."""
    return store.need("account", record["_accountid"])


def same_owner(first: Record, second: Record) -> bool:
    """Whether one account owns both records."""
    return first["_accountid"] == second["_accountid"]


def owned_by(ctx: Context, kind: str, owner: Owner) -> list[Record]:
    """The records of a kind that belong to an owner."""
    return ctx.store.where(kind, _accountid=owner.account["id"])


def below(store: Store, domain_id: str, ancestor_id: str) -> bool:
    """Whether a domain is another or lies under it."""
    at: str | None = domain_id
    while at is not None and at != ancestor_id:
        at = store.need("domain", at).get("parentdomainid")
    return at is not None


def system_account(store: Store) -> Record:
    """The account that owns what the cloud itself makes."""
    return next(account for account in store.all("account") if account["name"] == "system")


def root_domain(store: Store) -> Record:
    """The domain above all others."""
    return next(domain for domain in store.all("domain") if domain["level"] == 0)
