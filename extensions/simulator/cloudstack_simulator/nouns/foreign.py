"""What the simulated hypervisor cannot do: instances from elsewhere. Refused as recorded."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import instances
from ..registry import Submitted, command, job


@command("listUnmanagedInstances")
def list_unmanaged(ctx: Context) -> dict[str, Any]:
    """Refused: the simulated hypervisor has no instances but the cloud's."""
    cluster = ctx.record("cluster", "clusterid")
    raise errors.invalid(f"VM import is currently not supported for hypervisor [{cluster['hypervisortype']}].")


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


@command("unmanageVirtualMachine")
def prepare_unmanage(ctx: Context) -> Submitted:
    """Find the instance."""
    return Submitted(ctx.record(instances.KIND)["id"])


@job("unmanageVirtualMachine")
def unmanage(ctx: Context) -> dict[str, Any]:
    """Refused: not on the simulated hypervisor."""
    instance = ctx.record(instances.KIND)
    raise errors.internal(f"Unmanage VM is currently not allowed for hypervisor {instance['hypervisor']}")
