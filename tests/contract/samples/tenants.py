"""The samples of who owns things: domains, accounts, users, projects, roles, limits."""

from __future__ import annotations

from typing import Any

TENANTS = {"domain": "ROOT/tenants"}
PROJECT = {**TENANTS, "project": "infrastructure"}
PERSON = {"first_name": "Alice", "last_name": "Example", "email": "alice@example.com", "password": "not-a-real-one"}

WORLD: list[tuple[str, dict[str, Any]]] = [
    ("domain", {"path": "ROOT/tenants"}),
    ("account", {**TENANTS, **PERSON, "name": "platform", "username": "platform"}),
    ("account", {**TENANTS, **PERSON, "name": "web", "username": "web"}),
    ("role", {"name": "Support"}),
    ("project", {**TENANTS, "name": "infrastructure", "account": "platform"}),
    ("project_role", {**PROJECT, "name": "auditors"}),
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
    "role": {
        "create": {"name": "Operator", "role_type": "User", "description": "Looks after things", "is_public": False},
        "changes": [
            {"description": "Looks after everything"},
            {"is_public": True},
            {"role_type": "DomainAdmin"},
            {"state": "disabled"},
            {"state": "enabled"},
        ],
    },
    "role_permission": {
        "create": {"role": "Support", "name": "list*", "permission": "allow", "description": "Looks at everything"},
        "changes": [{"permission": "deny"}, {"permission": "allow"}],
        "fixed": {"description": "Another text"},
        "own": (),
    },
    "user_key": {
        "create": {
            **TENANTS,
            "name": "build server",
            "user": "platform",
            "description": "Builds and reads",
            "start_date": "2026-01-01",
            "end_date": "2030-12-31 18:00:00",
            "rules": [{"rule": "list*", "permission": "allow"}],
        },
        "changes": [
            {"end_date": "2031-12-31", "force_recreate": True},
            {"rules": [{"rule": "listZones", "permission": "allow"}, {"rule": "*", "permission": "deny"}]},
        ],
        "fixed": {"description": "Only reads", "start_date": "2027-01-01", "rules": []},
    },
    "project": {
        "create": {
            **TENANTS,
            "name": "shop",
            "account": "platform",
            "display_text": "The shop",
            "tags": [{"key": "stage", "value": "test"}],
        },
        "changes": [
            {"display_text": "The shop and its tests"},
            {"account": "web"},
            {"state": "suspended"},
            {"state": "active"},
            {"tags": [{"key": "stage", "value": "live"}]},
        ],
    },
    "project_role": {
        "create": {**PROJECT, "name": "observers", "description": "Look, but do not touch"},
        "changes": [{"description": "Look only"}],
    },
    "project_role_permission": {
        "create": {
            **PROJECT,
            "project_role": "auditors",
            "name": "deploy*",
            "permission": "deny",
            "description": "None",
        },
        "own": (),
        "changes": [{"permission": "allow"}],
        "fixed": {"description": "Some"},
    },
    "project_member": {
        "create": {**PROJECT, "account": "web", "role_type": "Regular"},
        "changes": [{"role_type": "Admin"}, {"project_role": "auditors"}],
    },
    "resource_limit": {
        "exists": {**TENANTS, "account": "web", "resource_type": "instance", "limit": 20},
        "info": {**TENANTS, "account": "web"},
        "changes": [{"limit": 5}, {"limit": -1}],
    },
    "resource_limits": {
        "calls": [
            ("updateConfiguration", {"name": "resource.limit.host.tags", "value": "fast,slow"}),
            ("updateConfiguration", {"name": "resource.limit.storage.tags", "value": "local"}),
        ],
        "info": {**TENANTS, "account": "web", "resource_types": ["instance", "network"]},
        "exists": {**TENANTS, "account": "web", "limits": {"instance": 20, "network": 20}},
        "changes": [
            {"limits": {"instance": 4, "network": -1, "gpu": 1}},
            {"tagged_limits": {"fast": {"instance": 2}, "local": {"volume": 3}}},
            {"limits": {"instance": 6}, "tagged_limits": {"fast": {"instance": 5, "cpu": 7}}},
        ],
    },
}
