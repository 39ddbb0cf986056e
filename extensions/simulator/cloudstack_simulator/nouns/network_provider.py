"""Network service providers of physical networks, and the elements behind some of them."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record, Store

ROUTER = ["Vpn", "Dhcp", "Dns", "Gateway", "Firewall", "Lb", "SourceNat", "StaticNat", "PortForwarding"]
SERVICES: dict[str, list[str]] = {
    "ConfigDrive": ["Dhcp", "Dns", "UserData"],
    "InternalLbVm": ["Lb"],
    "BaremetalUserdataProvider": ["UserData"],
    "BaremetalPxeProvider": [],
    "BaremetalDhcpProvider": ["Dhcp"],
    "VpcVirtualRouter": [*ROUTER, "NetworkACL", "UserData"],
    "SecurityGroupProvider": ["SecurityGroup"],
    "VirtualRouter": [*ROUTER, "UserData"],
}
ALL_OR_NOTHING = ("BaremetalPxeProvider", "BaremetalDhcpProvider", "SecurityGroupProvider")
ADVANCED = ("ConfigDrive", "InternalLbVm", "BaremetalPxeProvider", "VpcVirtualRouter", "SecurityGroupProvider",
            "VirtualRouter")  # fmt: skip
BASIC = ("InternalLbVm", "BaremetalUserdataProvider", "BaremetalPxeProvider", "BaremetalDhcpProvider",
         "VpcVirtualRouter", "SecurityGroupProvider", "VirtualRouter")  # fmt: skip
ELEMENTS = {
    "VirtualRouter": "virtualrouterelement",
    "VpcVirtualRouter": "virtualrouterelement",
    "InternalLbVm": "internalloadbalancerelement",
}
STATES = ("Disabled", "Enabled", "Shutdown")


def add_default_providers(store: Store, network: Record, zone: Record) -> None:
    """Give a new physical network the providers that the server gives it, all disabled."""
    for name in BASIC if zone["networktype"] == "Basic" else ADVANCED:
        _add(store, network["id"], name, SERVICES[name])


def remove_providers(store: Store, network_id: str) -> None:
    """Forget the providers of a physical network and their elements."""
    for provider in store.where("networkserviceprovider", physicalnetworkid=network_id):
        for kind in set(ELEMENTS.values()):
            for element in store.where(kind, nspid=provider["id"]):
                store.remove(kind, element["id"])
        store.remove("networkserviceprovider", provider["id"])


@command("addNetworkServiceProvider")
def add(ctx: Context) -> Submitted:
    """Add a provider that a physical network lacks."""
    network = ctx.record("physicalnetwork", "physicalnetworkid")
    name = ctx.params["name"]
    if ctx.store.first("networkserviceprovider", physicalnetworkid=network["id"], name=name):
        raise errors.failed(f"The '{name}' provider already exists on physical network : {network['id']}")
    if name not in SERVICES:
        raise errors.invalid(f"Invalid Network Service Provider: {name}")
    return Submitted(_add(ctx.store, network["id"], name, ctx.get("servicelist") or SERVICES[name])["id"])


@job("addNetworkServiceProvider")
def added(ctx: Context) -> dict[str, Any]:
    """Show the provider."""
    return {"networkserviceprovider": view(ctx.store.need("networkserviceprovider", ctx.instance))}


@command("listNetworkServiceProviders")
def list_providers(ctx: Context) -> dict[str, Any]:
    """The providers of a physical network, or of all."""
    return ctx.list(ctx.store.all("networkserviceprovider"), view, ("physicalnetworkid", "state"))


@job("updateNetworkServiceProvider")
def update(ctx: Context) -> dict[str, Any]:
    """Enable, disable or shut down a provider; enabling needs the element behind it to be ready."""
    provider = ctx.record("networkserviceprovider")
    if "state" in ctx.params:
        state = ctx.params["state"].capitalize()
        if state not in STATES:
            raise errors.invalid(f"Unrecognized state {ctx.params['state']}")
        if state == "Enabled" and not _ready(ctx.store, provider):
            raise errors.failed(f"Provider is not ready, cannot Enable the provider, please configure the provider "
                                f"first: {provider['name']}")  # fmt: skip
        provider["state"] = state
    if "servicelist" in ctx.params:
        provider["servicelist"] = list(ctx.params["servicelist"])
    return {"networkserviceprovider": view(provider)}


@job("deleteNetworkServiceProvider")
def delete(ctx: Context) -> dict[str, Any]:
    """Take a provider off its physical network."""
    ctx.store.remove("networkserviceprovider", ctx.record("networkserviceprovider")["id"])
    return {"success": True}


@command("listVirtualRouterElements", "listInternalLoadBalancerElements")
def list_elements(ctx: Context) -> dict[str, Any]:
    """The elements behind providers."""
    kind = ctx.command.list_key or ""
    return ctx.list(ctx.store.all(kind), lambda e: pick(e, "id", "nspid", "enabled"), ("nspid", "enabled"))


@job("configureVirtualRouterElement", "configureInternalLoadBalancerElement")
def configure_element(ctx: Context) -> dict[str, Any]:
    """Make an element ready, or not."""
    kind = "virtualrouterelement" if "VirtualRouter" in ctx.command.name else "internalloadbalancerelement"
    element = ctx.record(kind)
    element["enabled"] = ctx.params["enabled"]
    return {kind: pick(element, "id", "nspid", "enabled")}


def view(provider: Record) -> dict[str, Any]:
    """A provider as the API shows it."""
    return {
        **pick(provider, "id", "name", "physicalnetworkid", "state", "servicelist"),
        "canenableindividualservice": provider["name"] not in ALL_OR_NOTHING,
    }


def _add(store: Store, network_id: str, name: str, services: list[str]) -> Record:
    provider = store.add(
        "networkserviceprovider",
        {"name": name, "physicalnetworkid": network_id, "state": "Disabled", "servicelist": list(services)},
    )
    if name in ELEMENTS:
        store.add(ELEMENTS[name], {"nspid": provider["id"], "enabled": False})
    return provider


def _ready(store: Store, provider: Record) -> bool:
    kind = ELEMENTS.get(provider["name"])
    return kind is None or bool(store.first(kind, nspid=provider["id"], enabled=True))
