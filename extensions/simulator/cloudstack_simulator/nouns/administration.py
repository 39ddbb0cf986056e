"""Lists of what the management server itself is made of; nothing that is done to the cloud changes them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ..context import Context
from ..registry import command
from ..shape import public
from ..surface import load_data

KEYS = {
    "listConfigurationGroups": "configurationgroup",
    "listTrafficTypeImplementors": "traffictypeimplementorresponse",
    "listCAProviders": "caprovider",
    "listDnsProviders": "dnsprovider",
}


@lru_cache(maxsize=1)
def recorded() -> dict[str, Any]:
    """The recorded facts, by command or by kind."""
    return load_data("administration")


@command(*KEYS)
def list_facts(ctx: Context) -> dict[str, Any]:
    """One list of facts."""
    name = "group" if ctx.command.name == "listConfigurationGroups" else "name"
    found = recorded()[ctx.command.name]
    if name in ctx.params:
        found = [item for item in found if item["name"] == ctx.params[name]]
    ctx.params.pop("name", None)
    return ctx.list(found, public, ("traffictype",), key=KEYS[ctx.command.name])


@command("listCaCertificate")
def list_ca_certificate(_ctx: Context) -> dict[str, Any]:
    """The certificate of the server's own authority."""
    return {"cacertificates": {"certificate": recorded()["cacertificate"]}}
