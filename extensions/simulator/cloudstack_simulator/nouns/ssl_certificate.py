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
from ..model.balancing import RULE
from ..registry import command, job
from ..shape import compact, pick
from ..store import Record

KIND = "sslcert"
SSL = "ssl"
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


def _bound(ctx: Context, certificate: Record) -> list[str]:
    return [rule["id"] for rule in ctx.store.where(RULE, _certid=certificate["id"])]


def _view(ctx: Context, certificate: Record) -> dict[str, Any]:
    return {
        **pick(certificate, "id", "certificate", "certchain"),
        **owners.of(certificate, path=False),
        **pick(certificate, "fingerprint", "name"),
        **compact(loadbalancerrulelist=_bound(ctx, certificate) or None),
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
    return {KIND: _view(ctx, ctx.store.add(KIND, record))}


@command("listSslCerts")
def list_certificates(ctx: Context) -> dict[str, Any]:
    """The certificates of an account or project (the caller's, when none is named), or one by its id."""
    rule = ctx.maybe(RULE, "lbruleid")
    if "certid" in ctx.params:
        found = [ctx.record(KIND, "certid")]
    elif rule is not None:
        found = [held for held in ctx.store.all(KIND) if held["id"] == rule.get("_certid")]
    elif "projectid" in ctx.params:
        found = ctx.store.where(KIND, projectid=ctx.record("project", "projectid")["id"])
    else:
        account = ctx.maybe("account", "accountid") or ctx.caller.account
        found = ctx.store.where(KIND, _accountid=account["id"])
    return ctx.list(found, lambda held: _view(ctx, held), key=KIND)


@command("deleteSslCert")
def delete(ctx: Context) -> dict[str, Any]:
    """Forget a certificate that no rule uses."""
    certificate = ctx.record(KIND)
    used = _bound(ctx, certificate)
    if used:
        raise errors.internal(f"Certificate in use by a loadbalancer(s) {', '.join(used)}")
    ctx.store.remove(KIND, certificate["id"])
    return {"success": True}


@job("assignCertToLoadBalancer")
def assign(ctx: Context) -> dict[str, Any]:
    """Give a rule of the protocol ssl its certificate, in the place of another one only when forced."""
    rule, certificate = ctx.record(RULE, "lbruleid"), ctx.record(KIND, "certid")
    if rule.get("_certid") and not ctx.get("forced"):
        raise errors.invalid("Another certificate is already bound to the LB")
    if rule.get("_protocol") != SSL:
        raise errors.invalid(f"Bad LB protocol: Expected ssl got {rule.get('_protocol')}")
    rule["_certid"] = certificate["id"]
    return {"success": True}


@job("removeCertFromLoadBalancer")
def remove(ctx: Context) -> dict[str, Any]:
    """Take the certificate off a rule."""
    rule = ctx.record(RULE, "lbruleid")
    if not rule.pop("_certid", None):
        raise errors.internal("No certificate is bound to lb with id: " + str(rule["_number"]))
    return {"success": True}
