"""Kinds that a simulated cloud can never hold, so that an empty list of them is the truth, and fixed provider lists."""

from __future__ import annotations

from typing import Any

from ..context import Context
from ..registry import command

BACKUP_PROVIDERS = (
    ("dummy", "Dummy Backup Plugin"),
    ("kboss", "KVM Backup on Secondary Storage"),
    ("nas", "NAS Backup Plugin"),
    ("networker", "EMC Networker Backup Plugin"),
)


@command(
    "listDnsServers",
    "listKubernetesClusters",
    "listSharedFileSystems",
    "listUsageRecords",
    "listWebhookDeliveries",
)
def list_nothing(ctx: Context) -> dict[str, Any]:
    """Nothing: no command that is simulated makes one."""
    return {}


@command("listBackupProviders")
def list_backup_providers(ctx: Context) -> dict[str, Any]:
    """The backup providers that the server knows."""
    records = [{"id": name, "name": name, "description": text} for name, text in BACKUP_PROVIDERS]
    return ctx.list(records, lambda record: {"name": record["name"], "description": record["description"]})


@command("listSharedFileSystemProviders")
def list_shared_file_system_providers(ctx: Context) -> dict[str, Any]:
    """The shared file system providers that the server knows."""
    return ctx.list([{"id": "SHAREDFSVM", "name": "SHAREDFSVM"}], lambda record: {"name": record["name"]})
