"""Pairs of API keys: which there are, what narrows them, and their end."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import owners, tenants
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

KIND = "userkey"
FIRST_PAIR = "24e590f6-711c-4b16-9cbe-3335331e85f0"


def _pairs(ctx: Context) -> list[Record]:
    """The pairs of all users, that of the first administrator included."""
    admin = ctx.simulator.admin().user
    held = ctx.store.all(KIND)
    if ctx.simulator.api_key and not any(pair["userid"] == admin["id"] for pair in held):
        own = {"id": FIRST_PAIR, "userid": admin["id"], "created": admin["created"]}
        held.insert(0, {**own, "_apikey": ctx.simulator.api_key, "_secretkey": ctx.simulator.secret_key})
    return held


def _visible(ctx: Context, pair: Record) -> bool:
    user = ctx.store.get("user", pair["userid"])
    if user is None:
        return False
    wanted = ctx.get("userid")
    if wanted is None and not ctx.get("listall"):
        return bool(user["id"] == ctx.caller.user["id"])
    account = ctx.store.need("account", user["accountid"])
    own = account["id"] == ctx.caller.account["id"]
    over = ctx.caller.role_type != "User" and owners.below(ctx.store, account["domainid"], ctx.caller.domain["id"])
    return (own or over) and wanted in (None, user["id"])


def _view(ctx: Context, pair: Record) -> dict[str, Any]:
    return tenants.key_view(ctx, pair, "description", "startdate", "enddate")


@command("listUserKeys")
def list_keys(ctx: Context) -> dict[str, Any]:
    """The caller's pairs of keys, or those of a user below him, or with `listall` all that he may see."""
    found = [pair for pair in _pairs(ctx) if _visible(ctx, pair)]
    if "keypairid" in ctx.params:
        found = [pair for pair in found if pair["id"] == ctx.params["keypairid"]]
    if "apikeyfilter" in ctx.params:
        found = [pair for pair in found if pair.get("_apikey") == ctx.params["apikeyfilter"]]
    return ctx.list(found, lambda pair: _view(ctx, pair), key="userapikey")


@command("listUserKeyRules")
def list_rules(ctx: Context) -> dict[str, Any]:
    """The rules that narrow a pair of keys."""
    pair = ctx.record(KIND, "keypairid")
    rules = [{"id": str(place), **rule} for place, rule in enumerate(pair.get("_rules", ()))]
    return ctx.list(rules, lambda rule: pick(rule, "rule", "permission", "description"), key="keypermission")


@command("deleteUserKeys")
def prepare_delete(ctx: Context) -> Submitted:
    """Find the pair, among those that the caller may see."""
    ctx.params["listall"] = True
    pair = ctx.record(KIND, "keypairid")
    if not _visible(ctx, pair):
        raise errors.bad_value(ctx.command.word, "keypairid", pair["id"])
    return Submitted(pair["id"])


@job("deleteUserKeys")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a pair; its user can no longer call with it."""
    pair = ctx.store.remove(KIND, ctx.instance)
    user = ctx.store.get("user", pair["userid"]) if pair else None
    if pair is not None and user is not None and user.get("_apikey") == pair.get("_apikey"):
        user.pop("_apikey", None)
        user.pop("_secretkey", None)
    return {"success": True}
