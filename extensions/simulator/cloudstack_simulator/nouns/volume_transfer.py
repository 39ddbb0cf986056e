"""Volumes that come from elsewhere, and links from which others are fetched."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import links, owners, volumes
from ..registry import Submitted, command, job

HYPERVISOR_OF = {"VHD": "Hyperv", "OVA": "VMware", "QCOW2": "KVM", "RAW": "KVM", "VMDK": "VMware", "VHDX": "Hyperv"}
UPLOADED = 5242880


@command("uploadVolume")
def prepare_upload(ctx: Context) -> Submitted:
    """Accept the request; whether it can be done is found out later."""
    ctx.record("zone", "zoneid")
    return Submitted()


@job("uploadVolume")
def upload(ctx: Context) -> dict[str, Any]:
    """Fetch a volume whose format belongs to a hypervisor of the zone; the simulated transfer is done at once."""
    kind, zone = ctx.params["format"].upper(), ctx.record("zone", "zoneid")
    if kind not in HYPERVISOR_OF:
        raise errors.invalid(f"No Hypervisor supports the format {ctx.params['format']}")
    hypervisor = HYPERVISOR_OF[kind]
    clusters = ctx.store.where("cluster", zoneid=zone["id"])
    if not any(cluster["hypervisortype"].lower() == hypervisor.lower() for cluster in clusters):
        raise errors.invalid(f"The {hypervisor} hypervisor supported for {kind} file format, is not found on the zone")
    offering = ctx.maybe("diskoffering", "diskofferingid")
    volume = volumes.add(
        ctx,
        owners.stamp(ctx.owner()),
        zone["id"],
        "DATADISK",
        UPLOADED,
        name=ctx.params["name"],
        diskofferingid=offering and offering["id"],
    )
    volume["state"] = "Uploaded"
    return {"volume": volumes.view(ctx, volume, job=True)}


@command("extractVolume")
def prepare_extract(ctx: Context) -> Submitted:
    """Find the volume."""
    links.refuse_mode(ctx)
    return Submitted(ctx.record(volumes.KIND)["id"])


@job("extractVolume")
def extract(ctx: Context) -> dict[str, Any]:
    """Give a link from which the volume can be fetched; an instance that runs keeps its disks."""
    volume = ctx.record(volumes.KIND)
    instance = ctx.store.get("virtualmachine", volume.get("virtualmachineid"))
    if instance is not None and instance["state"] != "Stopped":
        raise errors.invalid(
            "Invalid state of the volume with ID: "
            f"{volume['id']}. It should be either detached or the VM should be in stopped state."
        )
    return {"volume": links.made(ctx, volume, "raw", zone_id=volume["zoneid"])}
