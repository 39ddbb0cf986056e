"""Zones, pods, clusters and hosts that are kept for one domain or account."""

from __future__ import annotations

import uuid
from typing import Any

from .. import errors
from ..context import Context
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record

KINDS = ("zone", "pod", "cluster", "host")
NAMES = {kind: f"{kind}name" for kind in KINDS}


@command("dedicateZone", "dedicatePod", "dedicateCluster", "dedicateHost")
@command("releaseDedicatedZone", "releaseDedicatedPod", "releaseDedicatedCluster", "releaseDedicatedHost")
def check(ctx: Context) -> Submitted:
    """Find the thing; all else is the job's."""
    kind = _kind(ctx)
    ctx.record(kind, f"{kind}id")
    return Submitted()


@job("dedicateZone", "dedicatePod", "dedicateCluster", "dedicateHost")
def dedicate(ctx: Context) -> dict[str, Any]:
    """Keep a thing for a domain, or for an account of it."""
    kind = _kind(ctx)
    thing = ctx.record(kind, f"{kind}id")
    if _held(ctx, kind, thing):
        raise errors.failed(f"{kind.capitalize()} {thing['name']} has been already dedicated")
    domain = ctx.record("domain", "domainid")
    account = None
    if "account" in ctx.params:
        account = ctx.store.first("account", name=ctx.params["account"], domainid=domain["id"])
        if account is None:
            raise errors.invalid(f"Unable to find the account {ctx.params['account']} in the domain {domain['name']}")
    record = ctx.store.add(
        "dedicated",
        {
            f"{kind}id": thing["id"],
            "domainid": domain["id"],
            "accountid": account["id"] if account else None,
            "affinitygroupid": str(uuid.uuid4()),
            "_kind": kind,
        },
    )
    return {"null": {"responses": [_view(ctx, record)]}}


@job("releaseDedicatedZone", "releaseDedicatedPod", "releaseDedicatedCluster", "releaseDedicatedHost")
def release(ctx: Context) -> dict[str, Any]:
    """Give a thing back to all. A zone loses its network domain with it."""
    kind = _kind(ctx)
    thing = ctx.record(kind, f"{kind}id")
    held = _held(ctx, kind, thing)
    if held is None:
        raise errors.invalid("No Dedicated Resource available to release")
    ctx.store.remove("dedicated", held["id"])
    if kind == "zone":
        thing.pop("domain", None)
    return {"success": True}


@command("listDedicatedZones", "listDedicatedPods", "listDedicatedClusters", "listDedicatedHosts")
def list_dedicated(ctx: Context) -> dict[str, Any]:
    """What of a kind is kept for whom."""
    kind = _kind(ctx)
    records = ctx.store.where("dedicated", _kind=kind)
    if "account" in ctx.params:
        wanted = {a["id"] for a in ctx.store.where("account", name=ctx.params["account"])}
        records = [record for record in records if record.get("accountid") in wanted]
    fields = (f"{kind}id", "domainid", "affinitygroupid")
    return ctx.list(records, lambda record: _view(ctx, record), fields, key=f"dedicated{kind}")


def _kind(ctx: Context) -> str:
    name = ctx.command.name.lower()
    return next(kind for kind in KINDS if name.endswith((kind, f"{kind}s")))


def _held(ctx: Context, kind: str, thing: Record) -> Record | None:
    return ctx.store.first("dedicated", **{f"{kind}id": thing["id"], "_kind": kind})


def _view(ctx: Context, record: Record) -> dict[str, Any]:
    kind = record["_kind"]
    thing = ctx.store.need(kind, record[f"{kind}id"])
    return {
        **pick(record, "id", f"{kind}id", "domainid", "accountid", "affinitygroupid"),
        NAMES[kind]: thing["name"],
    }
