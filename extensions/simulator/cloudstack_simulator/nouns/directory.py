"""Directories (LDAP) and OAuth providers: who else knows the users."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import settings
from ..model.answering import answers
from ..registry import command
from ..shape import pick
from ..store import Record

DIRECTORY, PROVIDER = "ldapconfiguration", "oauthprovider"
FIELDS = ("provider", "description", "clientid", "redirecturi", "authorizeurl", "tokenurl", "enabled")


def _directory_view(held: Record) -> dict[str, Any]:
    return pick(held, "id", "hostname", "port", "domainid")


@command("addLdapConfiguration")
def add_directory(ctx: Context) -> dict[str, Any]:
    """Make a directory known, if it answers."""
    place = {**ctx.given("hostname", "port"), "domainid": ctx.get("domainid")}
    if not answers(place["hostname"]):
        text = "com.cloud.exception.InvalidParameterValueException: Unable to bind to the given LDAP server"
        raise errors.internal(text)
    if ctx.store.first(DIRECTORY, **place):
        raise errors.invalid("Duplicate LDAP configuration")
    return {DIRECTORY: _directory_view(ctx.store.add(DIRECTORY, place))}


@command("deleteLdapConfiguration")
def delete_directory(ctx: Context) -> dict[str, Any]:
    """Forget a directory, named by its id or by host and port."""
    named = ctx.given("id") or ctx.given("hostname", "port", "domainid")
    held = ctx.store.first(DIRECTORY, **named) if named else None
    if held is None:
        raise errors.invalid("Cannot find the LDAP configuration")
    ctx.store.remove(DIRECTORY, held["id"])
    return {DIRECTORY: _directory_view(held)}


@command("listLdapConfigurations")
def list_directories(ctx: Context) -> dict[str, Any]:
    """The directories."""
    return ctx.list(ctx.store.all(DIRECTORY), _directory_view, ("hostname", "port", "domainid"), key=DIRECTORY)


def _provider_view(ctx: Context, held: Record) -> dict[str, Any]:
    domain = ctx.store.get("domain", held.get("domainid"))
    place = {"domainid": domain["id"], "domain": domain["name"], "domainpath": domain["path"]} if domain else {}
    return {**pick(held, "id", *FIELDS), "name": held["provider"], **place}


def _refuse_off(ctx: Context) -> None:
    if not settings.is_on(ctx.store, "oauth2.enabled"):
        raise errors.failed("OAuth is not enabled, please enable to register")


@command("registerOauthProvider")
def register(ctx: Context) -> dict[str, Any]:
    """Make a provider known, once a domain."""
    _refuse_off(ctx)
    place = {"provider": ctx.params["provider"], "domainid": ctx.get("domainid")}
    if ctx.store.first(PROVIDER, **place):
        raise errors.failed(f"Provider with the name {place['provider']} is already registered")
    record = {**ctx.given(*FIELDS), **place, "enabled": True, "_secret": ctx.params["secretkey"]}
    return {PROVIDER: _provider_view(ctx, ctx.store.add(PROVIDER, record))}


@command("updateOauthProvider")
def update(ctx: Context) -> dict[str, Any]:
    """Change a provider."""
    held = ctx.record(PROVIDER)
    held.update(ctx.given(*FIELDS, "domainid"))
    held["_secret"] = ctx.get("secretkey", held["_secret"])
    return {PROVIDER: _provider_view(ctx, held)}


@command("deleteOauthProvider")
def delete(ctx: Context) -> dict[str, Any]:
    """Forget a provider."""
    ctx.store.remove(PROVIDER, ctx.record(PROVIDER)["id"])
    return {"success": True}


@command("listOauthProvider")
def list_providers(ctx: Context) -> dict[str, Any]:
    """The providers."""
    found = ctx.store.all(PROVIDER)
    return ctx.list(found, lambda held: _provider_view(ctx, held), ("provider", "domainid"), key=PROVIDER)
