"""The texts of the quota service's mail, and who gets it. Nothing is sent; the texts are the simulator's own."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import command
from ..shape import pick, stable_uuid
from ..store import Record
from .quota_account import has_quota

KIND, WISH = "quotaemailtemplate", "quotaconfigureemail"
TYPES = ("QUOTA_LOW", "QUOTA_EMPTY", "QUOTA_UNLIMITED_ACCOUNT", "QUOTA_STATEMENT")
SUBJECT, BODY = "The quota of ${accountName}", "The account ${accountName} has ${quotaBalance} to spend."


def _texts(ctx: Context) -> list[Record]:
    """The texts; those of a fresh cloud are made when they are first asked for."""
    for kind in TYPES if not ctx.store.all(KIND) else ():
        fresh = {"templatetype": kind, "templatesubject": SUBJECT, "templatebody": BODY, "locale": "en_US"}
        ctx.store.add(KIND, {"id": stable_uuid(kind), **fresh, "last_updated": ctx.now()})
    return ctx.store.all(KIND)


def _text(ctx: Context, name: str) -> Record | None:
    return next((held for held in _texts(ctx) if held["templatetype"] == name), None)


@command("quotaEmailTemplateList")
def list_texts(ctx: Context) -> dict[str, Any]:
    """The texts by their type."""
    names = ("templatetype", "templatesubject", "templatebody", "locale", "last_updated")
    return ctx.list(_texts(ctx), lambda held: pick(held, *names), ("templatetype",), key=KIND)


@command("quotaEmailTemplateUpdate")
def update(ctx: Context) -> dict[str, Any]:
    """Change a text; there is one of each type."""
    held = _text(ctx, ctx.params["templatetype"])
    if held is None:
        raise errors.internal(f"Failed to update the email template {ctx.params['templatetype']}")
    held.update(ctx.given("templatesubject", "templatebody", "locale"), last_updated=ctx.now())
    return {"success": True}


@command("quotaConfigureEmail")
def configure(ctx: Context) -> dict[str, Any]:
    """Say which mail an account gets, and below which balance."""
    account = ctx.record("account", "accountid")
    if not has_quota(ctx, account):
        raise errors.invalid("You must have the quota enabled for this account to configure quota emails.")
    given = ctx.given("templatename", "enable")
    if len(given) == 1:
        raise errors.invalid("Parameter 'enable' must be informed along with 'templatename'.")
    if not given and "minbalance" not in ctx.params:
        raise errors.invalid(
            "You should inform at least the 'minbalance' or both the 'templatename' and 'enable' parameters."
        )
    account["_minbalance"] = ctx.get("minbalance", account.get("_minbalance", 0))
    return {WISH: {**_wish(ctx, account), "minbalance": account["_minbalance"]}}


def _wish(ctx: Context, account: Record) -> dict[str, Any]:
    name = ctx.get("templatename")
    if name is None:
        return {}
    if _text(ctx, name) is None:
        raise errors.invalid(f"Could not find template with name [{name}].")
    key = {"_accountid": account["id"], "templatename": name}
    held = ctx.store.first(WISH, **key) or ctx.store.add(WISH, key)
    held["enabled"] = ctx.params["enable"]
    return {"account": account["id"], "templatename": name, "enabled": held["enabled"]}


@command("quotaListEmailConfiguration")
def list_wishes(ctx: Context) -> dict[str, Any]:
    """Which mail an account was said to get or not to get."""
    account = ctx.record("account", "accountid")
    found = ctx.store.where(WISH, _accountid=account["id"])
    along = {"account": account["id"], "minbalance": account.get("_minbalance", 0)}
    return ctx.list(found, lambda held: {**pick(held, "templatename", "enabled"), **along}, key=WISH)
