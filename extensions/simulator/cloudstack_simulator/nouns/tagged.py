"""The tags of hosts and of storage pools, each with the internal number of its bearer."""

from __future__ import annotations

from typing import Any

from ..context import Context
from ..registry import command
from ..shape import public


@command("listHostTags")
def list_host_tags(ctx: Context) -> dict[str, Any]:
    """Every tag of every host."""
    tags = [
        {"hostid": host["_number"], "name": tag, "isimplicit": False}
        for host in ctx.store.all("host")
        for tag in sorted(host["_tags"])
    ]
    return ctx.list(tags, public, key="hosttag")


@command("listStorageTags")
def list_storage_tags(ctx: Context) -> dict[str, Any]:
    """Every tag of every storage pool."""
    tags = [
        {"poolid": pool["_number"], "name": tag}
        for pool in ctx.store.all("storagepool")
        for tag in sorted((pool.get("tags") or "").split(","))
        if tag
    ]
    return ctx.list(tags, public, key="storagetag")
