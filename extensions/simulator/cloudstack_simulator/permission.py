"""Whether a caller may work with a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import errors
from .store import Record

if TYPE_CHECKING:
    from .context import Context


def check(ctx: Context, record: Record) -> Record:
    """Return the record, or refuse it (531) when it belongs to an account that the caller has no say over."""
    if not may_use(ctx, record):
        raise _refusal(ctx, record)
    return record


def check_account(ctx: Context, account: Record) -> Record:
    """Return the account, or refuse it (531) when the caller may not act for it."""
    own = account["id"] == ctx.caller.account["id"]
    if not own and not ctx.caller.is_admin and not has_say_over(ctx, account):
        raise _refusal(ctx, account)
    return account


def _refusal(ctx: Context, record: Record) -> errors.ApiError:
    name = ctx.caller.account["name"]
    return errors.ApiError(
        errors.ACCOUNT, f"The account {name} has no permission to operate with {record['id']}", errors.CS_PERMISSION
    )


def may_use(ctx: Context, record: Record) -> bool:
    """Own things, those of an own project, those meant for all, and for administrators what is below them."""
    account_id = record.get("_accountid")
    if account_id is None or ctx.caller.is_admin or account_id == ctx.caller.account["id"]:
        return True
    if record.get("acltype") == "Domain" or record.get("ispublic"):
        return True
    project = record if "_owneraccountid" in record else ctx.store.get("project", record.get("projectid"))
    if project is not None and project["_owneraccountid"] == ctx.caller.account["id"]:
        return True
    return has_say_over(ctx, ctx.store.need("account", account_id))


def has_say_over(ctx: Context, account: Record) -> bool:
    """Whether the caller administers an account's domain."""
    if ctx.caller.role_type == "User":
        return False
    at: str | None = account["domainid"]
    while at is not None and at != ctx.caller.domain["id"]:
        at = ctx.store.need("domain", at).get("parentdomainid")
    return at is not None
