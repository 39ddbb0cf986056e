"""Which events a webhook is told of. Nothing is sent, so nothing is held back; contradictions are refused."""

from __future__ import annotations

from typing import Any

from .. import errors, permission
from ..context import Context
from ..registry import command
from ..shape import pick
from ..store import Record

KIND = "webhookfilter"
MODES = ("Include", "Exclude")
MATCHES = ("Exact", "Prefix", "Suffix", "Contains")


def _word(ctx: Context, param: str, words: tuple[str, ...]) -> str:
    """A word in the server's spelling; the first of its list where none is given."""
    given = ctx.get(param) or words[0]
    word = next((word for word in words if word.lower() == given.lower()), None)
    if word is None:
        raise errors.invalid(f"Invalid {param} specified: {given}")
    return word


def _view(ctx: Context, held: Record) -> dict[str, Any]:
    hook = ctx.store.need("webhook", held["webhookid"])
    shown = pick(held, "id", "webhookid", "type", "mode", "matchtype", "value", "created")
    return {**shown, "webhookname": hook["name"]}


def _overlap(first: Record, second: Record) -> bool:
    """Whether one filter can mean events that the other means, too."""
    one, other = first["value"].upper(), second["value"].upper()
    kinds = {first["matchtype"], second["matchtype"]}
    if kinds == {"Exact"}:
        return one == other
    if kinds <= {"Exact", "Prefix"}:
        return f"{other}.".startswith(f"{one}.") or f"{one}.".startswith(f"{other}.")
    return one in other or other in one


@command("addWebhookFilter")
def add(ctx: Context) -> dict[str, Any]:
    """Give a webhook one more filter; the same one twice, or one that contradicts another, is refused."""
    hook = ctx.record("webhook", "webhookid")
    wanted = {
        "webhookid": hook["id"],
        "type": "EventType",
        "mode": _word(ctx, "mode", MODES),
        "matchtype": _word(ctx, "matchtype", MATCHES),
        "value": ctx.params["value"],
    }
    for held in ctx.store.where(KIND, webhookid=hook["id"]):
        alike = (held["matchtype"], held["value"].lower()) == (wanted["matchtype"], wanted["value"].lower())
        if alike if held["mode"] == wanted["mode"] else _overlap(held, wanted):
            raise errors.invalid("The filter conflicts with another filter of the webhook")
    return {KIND: _view(ctx, ctx.store.add(KIND, {**wanted, "created": ctx.now()}))}


@command("deleteWebhookFilter")
def delete(ctx: Context) -> dict[str, Any]:
    """Take one filter away, or all of a webhook."""
    if not {"id", "webhookid"} & ctx.params.keys():
        raise errors.invalid("One of id, webhookid must be specified")
    hook = ctx.maybe("webhook", "webhookid")
    doomed = ctx.store.where(KIND, webhookid=hook["id"]) if hook else [_mine(ctx)]
    for held in list(doomed):
        ctx.store.remove(KIND, held["id"])
    return {"success": True}


def _mine(ctx: Context) -> Record:
    held = ctx.record(KIND)
    permission.check(ctx, ctx.store.need("webhook", held["webhookid"]))
    return held


@command("listWebhookFilters")
def list_filters(ctx: Context) -> dict[str, Any]:
    """The filters of the webhooks that the caller may see."""
    hook = ctx.maybe("webhook", "webhookid")
    hooks = {hook["id"]} if hook else {one["id"] for one in _visible(ctx)}
    found = [held for held in ctx.store.all(KIND) if held["webhookid"] in hooks]
    return ctx.list(found, lambda held: _view(ctx, held), key=KIND, name="value")


def _visible(ctx: Context) -> list[Record]:
    """The webhooks of the caller, and of those whom the caller administers."""
    accounts = ctx.store.all("account")
    mine = {one["id"] for one in accounts if ctx.caller.is_admin or permission.has_say_over(ctx, one)}
    return [one for one in ctx.store.all("webhook") if one["_accountid"] in {*mine, ctx.caller.account["id"]}]
