"""Webhooks: where events are told. Nothing is sent to them: there is nothing outside of a simulated cloud."""

from __future__ import annotations

import ipaddress
from typing import Any
from urllib.parse import urlsplit

from .. import errors
from ..context import Context
from ..model import owners
from ..registry import command
from ..shape import pick
from ..store import Record

KIND = "webhook"
SCOPES = ("Local", "Domain", "Global")
STATES = ("Enabled", "Disabled")


def _illegal(host: str | None) -> bool:
    if not host or host.lower() == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified


def _checked(ctx: Context) -> dict[str, Any]:
    """What the request gives, in the server's spelling."""
    given = ctx.given("name", "description", "payloadurl", "sslverification")
    if "payloadurl" in given and _illegal(urlsplit(given["payloadurl"]).hostname):
        raise errors.ApiError(errors.PARAM, "Illegal host specified in URL.")
    for param, words in (("scope", SCOPES), ("state", STATES)):
        if param in ctx.params:
            word = next((word for word in words if word.lower() == ctx.params[param].lower()), None)
            if word is None:
                raise errors.invalid(f"Invalid {param} specified: {ctx.params[param]}")
            given[param] = word
    if given.get("scope", "Local") != "Local" and ctx.caller.role_type == "User":
        raise errors.invalid(f"Scope {given['scope']} can not be specified for owner {ctx.caller.account['name']}")
    return given


def _view(held: Record) -> dict[str, Any]:
    shown = pick(held, "id", "name", "description", "state", "scope", "payloadurl", "sslverification", "created")
    return {**shown, **owners.of(held)}


@command("createWebhook")
def create(ctx: Context) -> dict[str, Any]:
    """Make a webhook of the caller's, or of an account below him."""
    given, owner = _checked(ctx), ctx.owner()
    if ctx.store.first(KIND, name=given["name"], _accountid=owner.account["id"]):
        raise errors.invalid(f"A webhook with the name {given['name']} exists already")
    defaults = {"scope": "Local", "state": "Enabled", "sslverification": True}
    record = {**defaults, **given, **owners.stamp(owner), "created": ctx.now(), "_secret": ctx.get("secretkey")}
    return {KIND: _view(ctx.store.add(KIND, record))}


@command("updateWebhook")
def update(ctx: Context) -> dict[str, Any]:
    """Change a webhook."""
    held = ctx.record(KIND)
    held.update(_checked(ctx))
    held["_secret"] = ctx.get("secretkey", held.get("_secret"))
    return {KIND: _view(held)}


@command("deleteWebhook")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a webhook."""
    ctx.store.remove(KIND, ctx.record(KIND)["id"])
    return {"success": True}


@command("listWebhooks")
def list_webhooks(ctx: Context) -> dict[str, Any]:
    """The webhooks of the caller's account, or with `listall` of all below him."""
    return ctx.list(ctx.owned(ctx.store.all(KIND)), _view, ("scope", "state"), key=KIND)
