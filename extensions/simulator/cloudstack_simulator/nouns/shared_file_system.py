"""Shared file systems. No service offering of the recorded cloud was large enough for one: each creation is refused."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import Submitted, command, job

LEAST = {"cpunumber": ("sharedfsvm.min.cpu.count", "number of cpu"), "memory": ("sharedfsvm.min.ram.size", "memory")}
NOTHING = 'Cannot invoke "org.apache.cloudstack.storage.sharedfs.SharedFSVO.getState()" because "sharedFS" is null'


@command("createSharedFileSystem")
def create(ctx: Context) -> dict[str, Any]:
    """Refuse an offering that is too small, as the server does; nothing larger is simulated."""
    ctx.record("diskoffering", "diskofferingid")
    offering = ctx.record("serviceoffering", "serviceofferingid")
    for field, (setting, words) in LEAST.items():
        if offering.get(field, 0) < int(ctx.store.need("configuration", setting)["value"]):
            raise errors.invalid(f"Service offering's {words} should be greater than or equal to {setting}")
    raise errors.not_simulated(ctx.command.name)


@command("destroySharedFileSystem")
def prepare_destroy(ctx: Context) -> Submitted:
    """The job finds out that there is no such thing."""
    return Submitted()


@job("destroySharedFileSystem")
def destroy(ctx: Context) -> dict[str, Any]:
    """Fail as the server does without a shared file system."""
    raise errors.internal(NOTHING)
