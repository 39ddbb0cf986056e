"""Network offerings: the services that a network may have, and who provides them."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import accepted, marks, offering_scope, offering_services
from ..registry import command
from ..shape import as_dict, compact, public
from ..store import Record

KIND = "networkoffering"
FILTERS = ("state", "guestiptype", "traffictype", "availability", "isdefault", "specifyvlan", "specifyipranges",
           "routingmode", "tags", "conservemode", "forvpc", "displaytext", "supportsinternallb")  # fmt: skip
GUEST_TYPES = {"isolated": "Isolated", "shared": "Shared", "l2": "L2"}
AVAILABILITIES = {"optional": "Optional", "required": "Required", "unavailable": "Unavailable"}
STATES = {"enabled": "Enabled", "disabled": "Disabled"}


def _one_of(words: dict[str, str], given: str, what: str) -> str:
    found = words.get(given.lower())
    if found is None:
        raise errors.invalid(f"Invalid {what}: {given}. Supported: {', '.join(words.values())}")
    return found


def _router_offering(ctx: Context) -> str:
    given = ctx.maybe("serviceoffering", "serviceofferingid")
    if given and given.get("systemvmtype") != "domainrouter":
        raise errors.invalid(f"The specified service offering {given['name']} cannot be used by virtual router")
    return given["id"] if given else ctx.store.all(KIND)[0]["serviceofferingid"]


@command("createNetworkOffering")
def create(ctx: Context) -> dict[str, Any]:
    """Make a network offering; it is disabled until it is enabled."""
    name = ctx.params["name"]
    if ctx.store.first(KIND, name=name):
        raise errors.invalid(f"Network offering with name {name} already exists")
    if ctx.params["traffictype"].lower() != "guest":
        raise errors.invalid(f"Invalid value for traffictype. Supported traffic types: Guest: {name}")
    guest_type = _one_of(GUEST_TYPES, ctx.params["guestiptype"], "guest type")
    services = offering_services.asked(ctx)
    names = {service["name"] for service in services}
    record = {
        "name": name,
        "displaytext": ctx.get("displaytext") or name,
        "created": ctx.now(),
        "traffictype": "Guest",
        "isdefault": False,
        "specifyvlan": ctx.get("specifyvlan", False),
        "conservemode": ctx.get("conservemode", True),
        "specifyipranges": ctx.get("specifyipranges", False),
        "availability": _one_of(AVAILABILITIES, ctx.get("availability", "Optional"), "availability"),
        "networkrate": ctx.get("networkrate", 200),
        **compact(tags=ctx.get("tags") or None),
        "state": "Enabled" if ctx.get("enable") else "Disabled",
        "guestiptype": guest_type,
        "serviceofferingid": _router_offering(ctx),
        "service": services,
        "forvpc": ctx.get("forvpc", False),
        "fornsx": ctx.get("fornsx", False),
        "fortungsten": ctx.get("fortungsten", False),
        **compact(
            networkmode=accepted.word(ctx, "networkmode", ("NATTED", "ROUTED")),
            routingmode=accepted.word(ctx, "routingmode", ("Static", "Dynamic")),
        ),
        **ctx.given("maxconnections"),
        "ispersistent": ctx.get("ispersistent", False),
        "egressdefaultpolicy": ctx.get("egressdefaultpolicy", "Firewall" in names or guest_type == "Isolated"),
        "supportsstrechedl2subnet": False,
        "supportspublicaccess": False,
        "supportsinternallb": offering_services.provides(services, "Lb", "InternalLbVm"),
        "internetprotocol": accepted.word(ctx, "internetprotocol", ("IPv4", "IPv6", "DualStack"), "IPv4"),
        "specifyasnumber": ctx.get("specifyasnumber", False),
        **compact(details=as_dict(ctx.get("details")) or None),
        **offering_scope.fields(ctx),
    }
    return {KIND: _view(ctx, ctx.store.add(KIND, record))}


@command("updateNetworkOffering")
def update(ctx: Context) -> dict[str, Any]:
    """Change an offering's texts, state, availability, tags or place."""
    if "id" not in ctx.params:
        raise errors.invalid("Unable to find network offering: the id was not given")
    offering = ctx.record(KIND)
    offering.update({name: value for name, value in ctx.given("name", "displaytext").items() if value})
    offering.update(ctx.given("maxconnections"))
    if "state" in ctx.params:
        offering["state"] = _one_of(STATES, ctx.params["state"], "state")
    if "availability" in ctx.params:
        offering["availability"] = _one_of(AVAILABILITIES, ctx.params["availability"], "availability")
    if "tags" in ctx.params:
        offering["tags"] = ctx.params["tags"] or None
    offering_scope.change(ctx, offering)
    return {KIND: _view(ctx, offering)}


@command("deleteNetworkOffering")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove an offering that no network has."""
    return offering_scope.remove(ctx, ctx.record(KIND), "network")


def _view(ctx: Context, offering: Record) -> dict[str, Any]:
    return {**compact(**public(offering)), "hasannotations": marks.annotated(ctx.store, offering["id"])}


def _is_tagged(offering: Record) -> bool:
    return bool(offering.get("tags"))


def _has_source_nat(offering: Record) -> bool:
    return any(service["name"] == "SourceNat" for service in offering["service"])


@command("listNetworkOfferings")
def list_network_offerings(ctx: Context) -> dict[str, Any]:
    """The network offerings, chosen by their fields and by the services that they carry."""
    offerings = [held for held in ctx.store.all(KIND) if offering_scope.visible(ctx, held)]
    offerings = [held for held in offerings if offering_scope.in_zone(ctx, held)]
    wanted = set(ctx.get("supportedservices", ()))
    if wanted:
        offerings = [o for o in offerings if wanted <= {service["name"] for service in o["service"]}]
    for param, has in (("istagged", _is_tagged), ("sourcenatsupported", _has_source_nat)):
        if param in ctx.params:
            offerings = [held for held in offerings if has(held) == ctx.params[param]]
    return ctx.list(offerings, lambda offering: _view(ctx, offering), FILTERS)
