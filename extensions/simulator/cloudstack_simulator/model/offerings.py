"""Questions to network offerings and the services that networks made from them have."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ..store import Record
from ..surface import load_data


@lru_cache(maxsize=1)
def _capabilities() -> dict[str, dict[str, list[dict[str, Any]]]]:
    return load_data("network_services")


def provider(offering: Record, service: str) -> str | None:
    """The first provider of a service, or None when the offering lacks the service."""
    for entry in offering.get("service", ()):
        if entry["name"] == service and entry["provider"]:
            return entry["provider"][0]["name"]
    return None


def has(offering: Record, service: str) -> bool:
    """Whether the offering has a service."""
    return provider(offering, service) is not None


def capability(offering: Record, service: str, name: str) -> str | None:
    """The value of one capability of a service in the offering, or None."""
    for entry in offering.get("service", ()):
        for held in entry.get("capability", ()) if entry["name"] == service else ():
            if held["name"] == name:
                return held["value"]
    return None


def has_router(offering: Record) -> bool:
    """Whether a virtual router serves the offering's networks."""
    names = {provider["name"] for entry in offering.get("service", ()) for provider in entry["provider"]}
    return bool(names & {"VirtualRouter", "VpcVirtualRouter"})


def service_views(offering: Record) -> list[dict[str, Any]]:
    """The services of a network of this offering, with what their providers can do."""
    views = []
    for entry in offering.get("service", ()):
        name = entry["provider"][0]["name"] if entry["provider"] else "VirtualRouter"
        able = _capabilities().get(name, {}).get(entry["name"], [])
        views.append({"name": entry["name"], "provider": [{"name": name}], "capability": able})
    return views
