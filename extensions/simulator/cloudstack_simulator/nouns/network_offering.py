"""Network offerings."""

from __future__ import annotations

from typing import Any

from ..context import Context
from ..registry import command
from ..shape import public

FILTERS = ("state", "guestiptype", "traffictype", "availability", "isdefault", "specifyvlan", "specifyipranges",
           "conservemode", "forvpc", "displaytext", "supportsinternallb")  # fmt: skip


@command("listNetworkOfferings")
def list_network_offerings(ctx: Context) -> dict[str, Any]:
    """The network offerings, chosen by their fields and by the services that they carry."""
    offerings = ctx.store.all("networkoffering")
    wanted = set(ctx.get("supportedservices", ()))
    if wanted:
        offerings = [o for o in offerings if wanted <= {service["name"] for service in o["service"]}]
    return ctx.list(offerings, public, FILTERS)
