"""Kinds that a simulated cloud can never hold, so that an empty list of them is the truth, and fixed provider lists."""

from __future__ import annotations

import ipaddress
from typing import Any
from urllib.parse import urlsplit

from .. import errors
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
    "listWebhooks",
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


def _illegal(host: str | None) -> bool:
    if not host or host.lower() == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified


@command("createWebhook")
def create_webhook(ctx: Context) -> dict[str, Any]:
    """Webhooks are not simulated; a URL that the server would refuse is refused as it does."""
    if _illegal(urlsplit(ctx.params["payloadurl"]).hostname):
        raise errors.ApiError(errors.PARAM, "Illegal host specified in URL.")
    raise errors.not_simulated(ctx.command.name)
