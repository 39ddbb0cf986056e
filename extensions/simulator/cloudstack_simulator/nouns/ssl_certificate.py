"""TLS certificates for load balancer rules. The private key is dropped as it comes."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import Any

from .. import errors
from ..context import Context
from ..model import owners
from ..registry import command
from ..shape import pick
from ..store import Record

KIND = "sslcert"
PEM = re.compile(r"-----BEGIN CERTIFICATE-----(.+?)-----END CERTIFICATE-----", re.S)


def _fingerprint(certificate: str) -> str:
    """The SHA-256 fingerprint, as hexadecimal pairs; ApiError for what is no PEM certificate."""
    found = PEM.search(certificate)
    try:
        raw = base64.b64decode("".join(found[1].split()), validate=True) if found else b""
    except (binascii.Error, ValueError):
        raw = b""
    if not raw:
        raise errors.invalid("Invalid certificate format. Expected X509 certificate")
    return ":".join(f"{byte:02X}" for byte in hashlib.sha256(raw).digest())


def _view(certificate: Record) -> dict[str, Any]:
    return {
        **pick(certificate, "id", "certificate", "certchain"),
        **owners.of(certificate, path=False),
        **pick(certificate, "fingerprint", "name"),
    }


@command("uploadSslCert")
def upload(ctx: Context) -> dict[str, Any]:
    """Keep a certificate."""
    owner = ctx.owner()
    if ctx.store.first(KIND, name=ctx.params["name"], _accountid=owner.account["id"]):
        raise errors.invalid(f"The account has a certificate with the name {ctx.params['name']} already")
    record = {
        **ctx.given("name", "certificate", "certchain"),
        "fingerprint": _fingerprint(ctx.params["certificate"]),
        **owners.stamp(owner),
    }
    return {KIND: _view(ctx.store.add(KIND, record))}


@command("listSslCerts")
def list_certificates(ctx: Context) -> dict[str, Any]:
    """The certificates of an account or project (the caller's, when none is named), or one by its id."""
    if "certid" in ctx.params:
        found = [ctx.record(KIND, "certid")]
    elif "projectid" in ctx.params:
        found = ctx.store.where(KIND, projectid=ctx.record("project", "projectid")["id"])
    else:
        account = ctx.maybe("account", "accountid") or ctx.caller.account
        found = ctx.store.where(KIND, _accountid=account["id"])
    return ctx.list(found, _view, key=KIND)


@command("deleteSslCert")
def delete(ctx: Context) -> dict[str, Any]:
    """Forget a certificate."""
    ctx.store.remove(KIND, ctx.record(KIND)["id"])
    return {"success": True}
