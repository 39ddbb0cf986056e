"""Certificates of system VMs and hosts. They are kept, and nothing is signed: nobody connects to what is simulated."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import Submitted, command, job

KIND = "systemvmcertificate"
BEGIN = "-----BEGIN CERTIFICATE-----"


@command("uploadCustomCertificate")
def prepare_upload(ctx: Context) -> Submitted:
    """Check what is uploaded: an authority's has a name and a place in the chain, the other one a key."""
    if BEGIN not in ctx.params["certificate"]:
        raise errors.invalid("Failed to pass certificate validation check")
    if "privatekey" not in ctx.params and not {"name", "id"} <= ctx.params.keys():
        raise errors.invalid("A certificate of a chain needs a name and an id")
    if "privatekey" in ctx.params and "name" in ctx.params:
        raise errors.invalid("The name of a certificate with a private key cannot be changed")
    return Submitted()


@job("uploadCustomCertificate")
def upload(ctx: Context) -> dict[str, Any]:
    """Keep it, in place of the one of the same name."""
    name = ctx.get("name", "")
    held = ctx.store.first(KIND, name=name) or ctx.store.add(KIND, {"name": name})
    held.update(ctx.given("certificate", "domainsuffix"), place=ctx.get("id", 0))
    return {"customcertificate": {"message": "The certificate was updated."}}


@command("provisionCertificate")
def prepare_renewal(ctx: Context) -> Submitted:
    """Find the host, and the authority where one is named."""
    host = ctx.record("host", "hostid")
    if ctx.get("provider", "root") != "root":
        raise errors.internal(f"CA provider plugin with name {ctx.get('provider')} could not be found")
    return Submitted(host["id"])


@job("provisionCertificate")
def renew(_ctx: Context) -> dict[str, Any]:
    """Give the host another certificate, which the API never shows."""
    return {"success": True}
