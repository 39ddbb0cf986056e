"""What deployVirtualMachine checks of the disks, the firmware and the NIC that it is asked for."""

from __future__ import annotations

import re

from .. import errors
from ..context import Context
from ..store import Record
from . import accepted, volumes

_MAC = re.compile(r"[0-9a-f]{1,2}([-:.])(?:[0-9a-f]{1,2}\1){4}[0-9a-f]{1,2}", re.I)


def check(ctx: Context, image: Record, disk: Record | None) -> None:
    """Refuse disks of a size that cannot be, words that are none, and a MAC address that is none."""
    _check_root(ctx, image)
    if disk is not None:
        _check_size(ctx, disk)
    accepted.word(ctx, "boottype", ("BIOS", "UEFI"))
    accepted.word(ctx, "bootmode", ("LEGACY", "SECURE"))
    for given in (ctx.get("macaddress"), *(entry.get("mac") for entry in ctx.get("iptonetworklist", ()))):
        if given and not _MAC.fullmatch(given):
            raise errors.invalid(f"Mac address is not valid: {given}")


def _check_root(ctx: Context, image: Record) -> None:
    size = ctx.get("rootdisksize")
    if size is None:
        return
    if size < 1:
        raise errors.invalid("Root disk size should be a positive number.")
    accepted.refuse_disk_size(ctx.store, size)
    if image["format"] != "ISO" and size * volumes.GIB < image["size"]:
        raise errors.invalid(f"Unsupported: rootdisksize override is smaller than template size {image['size']}")


def _check_size(ctx: Context, disk: Record) -> None:
    size = ctx.get("size")
    if not disk["iscustomized"]:
        if size is not None:
            raise errors.invalid("This disk offering does not allow custom size")
        return
    if size is None:
        raise errors.invalid("This disk offering requires a custom size specified")
    accepted.refuse_custom_size(ctx.store, size)
