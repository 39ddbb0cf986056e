"""The samples of who owns things: domains, accounts, users, projects, roles, limits."""

from __future__ import annotations

from typing import Any

TENANTS = {"domain": "ROOT/tenants"}
PERSON = {"first_name": "Alice", "last_name": "Example", "email": "alice@example.com", "password": "not-a-real-one"}

WORLD: list[tuple[str, dict[str, Any]]] = [
    ("domain", {"path": "ROOT/tenants"}),
    ("account", {**TENANTS, **PERSON, "name": "platform", "username": "platform"}),
    ("account", {**TENANTS, **PERSON, "name": "web", "username": "web"}),
]

SAMPLES: dict[str, dict[str, Any]] = {
    "domain": {
        "create": {"path": "ROOT/tenants/dev", "network_domain": "dev.example.com"},
        "changes": [{"network_domain": "test.example.com"}, {"network_domain": ""}],
    },
    "account": {
        "create": {
            **TENANTS,
            **PERSON,
            "name": "dev",
            "username": "dev-alice",
            "timezone": "Europe/Zurich",
            "account_type": "user",
            "network_domain": "dev.example.com",
            "details": {"cost.center": "7"},
            "api_key_access": "enabled",
        },
        "changes": [
            {"network_domain": "test.example.com"},
            {"details": {"cost.center": "8"}},
            {"api_key_access": "inherit"},
            {"state": "locked"},
            {"state": "disabled"},
            {"state": "unlocked"},
        ],
        "fixed": {"account_type": "domain_admin"},
    },
    "user": {
        "create": {
            **TENANTS,
            **PERSON,
            "username": "alice",
            "account": "platform",
            "timezone": "Europe/Zurich",
            "api_key_access": "disabled",
            "two_factor_mandated": True,
        },
        "changes": [
            {"first_name": "Alicia", "last_name": "Sample"},
            {"email": "alicia@example.com"},
            {"timezone": "UTC"},
            {"api_key_access": "inherit"},
            {"two_factor_mandated": False},
            {"keys_registered": True},
            {"account": "web"},
            {"state": "locked"},
            {"state": "disabled"},
            {"state": "enabled"},
        ],
    },
}
