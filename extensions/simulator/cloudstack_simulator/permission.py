"""Whether a caller may work with a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import errors
from .model import projects
from .store import Record

if TYPE_CHECKING:
    from .context import Context


def check(ctx: Context, record: Record) -> Record:
    """Return the record, or refuse it (531) when it belongs to an account that the caller has no say over."""
    if not may_use(ctx, record):
        raise refusal(ctx, record)
    return record


def check_account(ctx: Context, account: Record) -> Record:
    """Return the account, or refuse it (531) when the caller may not act for it."""
    own = account["id"] == ctx.caller.account["id"]
    if not own and not ctx.caller.is_admin and not has_say_over(ctx, account):
        raise refusal(ctx, account)
    return account


def refusal(ctx: Context, record: Record) -> errors.ApiError:
    """The error (531) for a caller who has no say over a record."""
    name = ctx.caller.account["name"]
    return errors.ApiError(
        errors.ACCOUNT, f"The account {name} has no permission to operate with {record['id']}", errors.CS_PERMISSION
    )


def inactive(project: Record) -> errors.ApiError:
    """The error (531) for work in a project that is suspended."""
    text = f"Can't add resources to the project {project['id']} as it's in state {project['state']}"
    return errors.ApiError(errors.ACCOUNT, text, errors.CS_PERMISSION)


def may_use(ctx: Context, record: Record) -> bool:
    """Own things, those of an own project, those meant for all, and for administrators what is below them."""
    account_id = record.get("_accountid")
    if account_id is None or ctx.caller.is_admin or account_id == ctx.caller.account["id"]:
        return True
    if record.get("acltype") == "Domain" or record.get("ispublic"):
        return True
    project = record if "_owneraccountid" in record else ctx.store.get("project", record.get("projectid"))
    if project is not None and in_project(ctx, project):
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


def in_project(ctx: Context, project: Record) -> bool:
    """Whether the caller is a member of a project, as an account or as a user of it."""
    return projects.member(ctx.store, project, ctx.caller.account["id"], ctx.caller.user["id"]) is not None


def administers(ctx: Context, project: Record) -> bool:
    """Whether the caller administers a project: as its Admin, or from above its domain."""
    held = projects.member(ctx.store, project, ctx.caller.account["id"], ctx.caller.user["id"])
    if ctx.caller.is_admin or (held is not None and held["role"] == projects.ADMIN):
        return True
    return has_say_over(ctx, ctx.store.need("account", project["_accountid"]))


def administered(ctx: Context, param: str = "projectid") -> Record:
    """The project that a parameter names; refused (531) unless the caller administers it."""
    project = ctx.record("project", param)
    if not administers(ctx, project):
        raise refusal(ctx, project)
    return project


def check_project_role(ctx: Context) -> None:
    """Refuse a command (432) that the caller's role in the project named by `projectid` denies."""
    project = ctx.store.get("project", ctx.get("projectid", ""))
    if project is None or ctx.caller.is_admin:
        return
    caller_ids = (ctx.caller.account["id"], ctx.caller.user["id"])
    if projects.denies(ctx.store, project, caller_ids, ctx.command.name):
        raise errors.not_available(ctx.command.name, ctx.caller.account["name"])
