"""What hypervisors are taken to be capable of."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import command
from ..shape import public
from ..store import Record

KIND = "hypervisorcapability"
LIMITS = ("maxguestslimit", "maxdatavolumeslimit", "maxhostspercluster")
FIELDS = (*LIMITS, "securitygroupenabled", "storagemotionenabled", "vmsnapshotenabled")


@command("listHypervisorCapabilities")
def list_capabilities(ctx: Context) -> dict[str, Any]:
    """The capabilities, by hypervisor and version."""
    return ctx.list(ctx.store.all(KIND), public, ("hypervisor",), key="hypervisorCapabilities", name="hypervisor")


@command("updateHypervisorCapabilities")
def update(ctx: Context) -> dict[str, Any]:
    """Change what one of them is taken for, named by its id or by hypervisor and version."""
    held = _named(ctx)
    given = ctx.given(*FIELDS)
    if any(given[name] < 0 for name in LIMITS if name in given):
        raise errors.invalid("The limits of a hypervisor are not negative")
    held.update(given)
    return {"hypervisorCapabilities": public(held)}


def _named(ctx: Context) -> Record:
    if "id" in ctx.params:
        return ctx.record(KIND)
    found = ctx.store.first(KIND, **ctx.given("hypervisor", "hypervisorversion"))
    if found is None or not {"hypervisor", "hypervisorversion"} <= ctx.params.keys():
        raise errors.invalid("Unable to find the hypervisor capabilities: give the id, or hypervisor and version")
    return found
