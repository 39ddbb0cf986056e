"""What accounts have to spend: credits and the sum of them. Nothing is counted, so nothing is ever spent."""

from __future__ import annotations

from typing import Any

from .. import permission
from ..context import Context
from ..model import owners
from ..registry import command
from ..shape import date, pick
from ..store import Record
from .quota_tariff import currency

KIND = "quotacredit"
DAY = 86400


def _holder(ctx: Context) -> Record:
    """The account that a request means: by its id, by its name in a domain, by a project, or the caller's own."""
    if "accountid" in ctx.params:
        return permission.check_account(ctx, ctx.record("account", "accountid"))
    return ctx.owner().account


@command("quotaCredits")
def deposit(ctx: Context) -> dict[str, Any]:
    """Give an account credits, or with a number below zero take some."""
    holder = _holder(ctx)
    if "min_balance" in ctx.params:
        holder["_minbalance"] = ctx.params["min_balance"]
    made = ctx.store.add(
        KIND,
        {
            "credit": round(ctx.params["value"], 2),
            "creditoruserid": ctx.caller.user["id"],
            "creditorusername": ctx.caller.user["username"],
            "creditedon": ctx.now(),
            "_accountid": holder["id"],
        },
    )
    return {"quotacredits": _credit(ctx, made)}


def _credit(ctx: Context, held: Record) -> dict[str, Any]:
    return {**pick(held, "credit", "creditoruserid", "creditorusername", "creditedon"), "currency": currency(ctx)}


def balance(ctx: Context, account: Record) -> float:
    """What an account has to spend."""
    return round(sum(held["credit"] for held in ctx.store.where(KIND, _accountid=account["id"])), 2)


def has_quota(ctx: Context, account: Record) -> bool:
    """Whether the quota service knows an account: it does once somebody has given it credits."""
    return ctx.store.first(KIND, _accountid=account["id"]) is not None


@command("quotaSummary")
def summarize(ctx: Context) -> dict[str, Any]:
    """What accounts have: one account, those that the service knows, or with `listall` all below the caller."""
    if not ctx.caller.is_admin:
        accounts = [ctx.caller.account]
    elif {"account", "accountid", "projectid"} & ctx.params.keys():
        accounts = [_holder(ctx)]
    else:
        held = [one for one in ctx.store.all("account") if one["domainid"] == ctx.get("domainid", one["domainid"])]
        accounts = held if ctx.get("listall") else [one for one in held if has_quota(ctx, one)]
    return ctx.list(accounts, lambda account: _summary(ctx, account), key="summary")


def _summary(ctx: Context, account: Record) -> dict[str, Any]:
    now = ctx.simulator.clock()
    domain = ctx.store.need("domain", account["domainid"])
    return {
        "accountid": account["id"],
        "account": account["name"],
        "domainid": domain["id"],
        "domain": domain["path"],
        "balance": balance(ctx, account),
        "quota": 0,
        "state": str(account.get("state", "enabled")).upper(),
        "startdate": date(now - now % DAY),
        "enddate": date(now - now % DAY + DAY),
        "currency": currency(ctx),
        "quotaenabled": True,
        "accountremoved": False,
        "domainremoved": False,
    }


@command("quotaCreditsList")
def list_credits(ctx: Context) -> dict[str, Any]:
    """The credits of an account, or of all accounts of a domain."""
    if "domainid" in ctx.params and "accountid" not in ctx.params:
        top = ctx.record("domain", "domainid")
        deep = bool(ctx.get("isrecursive"))
        accounts = [
            one["id"]
            for one in ctx.store.all("account")
            if one["domainid"] == top["id"] or (deep and owners.below(ctx.store, one["domainid"], top["id"]))
        ]
    else:
        accounts = [_holder(ctx)["id"]]
    found = [held for held in ctx.store.all(KIND) if held["_accountid"] in accounts]
    return ctx.list(found, lambda held: _credit(ctx, held), key="credit")
