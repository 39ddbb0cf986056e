"""What stands outside of the simulated cloud: other hypervisors, storage and servers. Refused as recorded."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import command


@command("listVmsForImport")
def list_for_import(ctx: Context) -> dict[str, Any]:
    """Refused: no host here can ask another hypervisor."""
    ctx.record("zone", "zoneid")
    raise errors.failed(f"No hosts available to list VMs on remote host {ctx.params['host']}")


@command("listElastistorPool")
def list_elastistor(ctx: Context) -> dict[str, Any]:
    """Refused: no such storage is configured."""
    raise errors.failed("Unable to list elastistor pools. set the value of cloudbyte.management.ip in global settings")


@command("addDnsServer")
def add_dns_server(ctx: Context) -> dict[str, Any]:
    """Refused: the simulator reaches no DNS server."""
    raise errors.internal("Failed to validate DNS server")
