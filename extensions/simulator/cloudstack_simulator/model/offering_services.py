"""The services that a new offering carries: which, by whom, and with what capabilities."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..seed import static_answers

Service = dict[str, Any]
CAPABILITIES = {
    "Lb": {"SupportedLBIsolation": "shared", "ElasticLb": "false", "InlineMode": "false", "VmAutoScaling": "false"},
    "SourceNat": {"SupportedSourceNatTypes": "peraccount", "RedundantRouter": "false"},
    "StaticNat": {"ElasticIp": "false", "AssociatePublicIP": "false"},
}


def _known() -> dict[str, str]:
    services = static_answers()["listSupportedNetworkServices"]["networkservice"]
    return {service["name"].lower(): service["name"] for service in services}


def _providers() -> dict[str, str]:
    services = static_answers()["listSupportedNetworkServices"]["networkservice"]
    names = {provider["name"] for service in services for provider in service["provider"]}
    return {name.lower(): name for name in names}


def _canonical(words: dict[str, str], given: str, what: str) -> str:
    found = words.get(given.lower())
    if found is None:
        raise errors.invalid(f"Invalid {what}: {given}")
    return found


def _chosen(ctx: Context) -> dict[str, list[str]]:
    """The providers that the request names, by service."""
    known, providers = _known(), _providers()
    chosen: dict[str, list[str]] = {}
    for entry in ctx.get("serviceproviderlist", ()):
        service = _canonical(known, entry.get("service", ""), "service")
        chosen.setdefault(service, []).append(_canonical(providers, entry.get("provider", ""), "provider"))
    return chosen


def _capabilities(ctx: Context) -> dict[tuple[str, str], str]:
    return {
        (entry.get("service", "").lower(), entry.get("capabilitytype", "").lower()): entry.get("capabilityvalue", "")
        for entry in ctx.get("servicecapabilitylist", ())
    }


def asked(ctx: Context) -> list[Service]:
    """The services of a network offering; one for which no provider was named has none."""
    known, chosen, values = _known(), _chosen(ctx), _capabilities(ctx)
    names = [_canonical(known, name, "service") for name in ctx.get("supportedservices", ())]
    stray = sorted(set(chosen) - set(names))
    if stray:
        raise errors.invalid(f"The service {stray[0]} is not among the supported services of the offering")
    services = []
    for name in names:
        service: Service = {"name": name, "provider": [{"name": who} for who in chosen.get(name, ())]}
        held = CAPABILITIES.get(name)
        if held:
            service["capability"] = [
                {
                    "name": word,
                    "value": values.get((name.lower(), word.lower()), value),
                    "canchooseservicecapability": False,
                }
                for word, value in held.items()
            ]
        services.append(service)
    return services


def of_vpc(ctx: Context) -> list[Service]:
    """The services of a VPC offering: those asked for and access lists, by the VPC's router unless others are named."""
    known, chosen = _known(), _chosen(ctx)
    names = [_canonical(known, name, "service") for name in ctx.get("supportedservices", ())]
    names += [name for name in ("NetworkACL",) if name not in names]
    by_router = {"VirtualRouter": "VpcVirtualRouter"}
    return [
        {
            "name": name,
            "provider": [{"name": by_router.get(who, who)} for who in chosen.get(name, ["VpcVirtualRouter"])],
        }
        for name in names
    ]


def capable(ctx: Context, service: str, capability: str) -> bool:
    """Whether the request asks for a capability of a service."""
    return _capabilities(ctx).get((service.lower(), capability.lower()), "").lower() == "true"


def provides(services: list[Service], name: str, provider: str) -> bool:
    """Whether a provider serves one of the services."""
    return any(s["name"] == name and {"name": provider} in s["provider"] for s in services)
