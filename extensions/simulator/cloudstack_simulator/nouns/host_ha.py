"""High availability of hosts: which provider watches over a host, and whether it does."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import hosts
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

PROVIDERS = {"simulator": "SimulatorHAProvider", "kvm": "KVMHAProvider"}
PLACES = ("host", "cluster", "zone")
SWITCHES = tuple(f"{verb}HAFor{kind.capitalize()}" for verb in ("enable", "disable") for kind in PLACES)


@command("configureHAForHost")
def prepare_configure(ctx: Context) -> Submitted:
    """Find the host."""
    return Submitted(ctx.record("host", "hostid")["id"])


@job("configureHAForHost")
def configure(ctx: Context) -> dict[str, Any]:
    """Choose the provider of a host, one of its hypervisor's."""
    host, name = ctx.record("host", "hostid"), ctx.params["provider"].lower()
    if name != PROVIDERS.get(host["hypervisor"].lower(), "").lower():
        raise errors.invalid(f"The HA provider {ctx.params['provider']} does not serve hosts of {host['hypervisor']}")
    host.setdefault("_ha", {"enabled": False})["provider"] = name
    return {"hostha": {"hostid": host["id"], "haprovider": name, "status": True}}


def _place(ctx: Context) -> tuple[str, Record]:
    kind = next(kind for kind in PLACES if ctx.command.name.lower().endswith(f"for{kind}"))
    return kind, ctx.record(kind, f"{kind}id")


@command(*SWITCHES)
def prepare_switch(ctx: Context) -> Submitted:
    """Find the place."""
    return Submitted(_place(ctx)[1]["id"])


@job(*SWITCHES)
def switch(ctx: Context) -> dict[str, Any]:
    """Enable or disable the watch; a host must have a provider."""
    kind, place = _place(ctx)
    held, enabled = place.setdefault("_ha", {"enabled": False}), ctx.command.name.startswith("enable")
    if kind == "host":
        if "provider" not in held:
            raise errors.failed(f"HA is not configured for the host {place['name']}")
        held["enabled"] = enabled
        shown = pick(hosts.high_availability(place), "haenable", "haprovider")
        return {"hostha": {"hostid": place["id"], **shown, "status": True}}
    held["enabled"] = enabled
    return {"success": True}


@command("listHostHAProviders")
def list_providers(ctx: Context) -> dict[str, Any]:
    """The providers for a hypervisor."""
    name = PROVIDERS.get(ctx.params["hypervisor"].lower())
    found = [{"id": name, "haprovider": name}] if name else []
    return ctx.list(found, lambda held: {"haprovider": held["haprovider"]}, key="haprovider")


@command("listHostHAResources")
def list_resources(ctx: Context) -> dict[str, Any]:
    """The hosts that have a provider."""
    found = ctx.store.matching("host", lambda host: "provider" in host.get("_ha", {}))
    if "hostid" in ctx.params:
        found = [host for host in found if host["id"] == ctx.params["hostid"]]
    return ctx.list(found, lambda host: {"hostid": host["id"], **hosts.high_availability(host)}, key="hostha")
