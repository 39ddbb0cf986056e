"""A fresh cloud: what CloudStack itself puts there before anyone builds a zone."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from .model import acls
from .store import Store
from .surface import load_data

ROOT_DOMAIN = "5b19cdd7-e682-11f1-89fe-02fc00000001"
ADMIN_ACCOUNT = "5b19f38a-e682-11f1-89fe-02fc00000001"
ADMIN_USER = "5b1a208d-e682-11f1-89fe-02fc00000001"


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return load_data("seed")


def static_answers() -> dict[str, Any]:
    """The answers of the list commands whose content never changes, by command."""
    return _data()["static"]


UNTOUCHED = {"quota.enable.service": "false"}
"""Settings that had been changed on the recorded server, with the values that a fresh one has."""


def fill(store: Store) -> None:
    """Make the store a fresh cloud's: no zones; regions, the ROOT domain, roles, offerings, settings and so on."""
    settings = [_setting(recorded) for recorded in load_data("configurations")]
    capabilities = static_answers()["listHypervisorCapabilities"]["hypervisorCapabilities"]
    kinds = {**_data()["kinds"], "configuration": settings, "hypervisorcapability": capabilities}
    store.load({"kinds": kinds, "next": {}})
    acls.fill(store)


def _setting(recorded: dict[str, Any]) -> dict[str, Any]:
    name = recorded["name"]
    return {**recorded, "id": name, "value": UNTOUCHED[name]} if name in UNTOUCHED else {**recorded, "id": name}
