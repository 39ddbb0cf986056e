"""Places outside the cloud where backups are kept."""

from __future__ import annotations

from typing import Any

from ..context import Context
from ..registry import command
from ..shape import pick
from ..store import Record

KIND = "backuprepository"
FIELDS = ("name", "address", "provider", "type", "mountopts", "capacitybytes", "crosszoneinstancecreation")


def _view(ctx: Context, repository: Record) -> dict[str, Any]:
    zone = ctx.store.need("zone", repository["zoneid"])
    return {
        "id": repository["id"],
        "zoneid": zone["id"],
        "zonename": zone["name"],
        **pick(repository, *FIELDS, "created"),
    }


@command("addBackupRepository")
def add(ctx: Context) -> dict[str, Any]:
    """Note a repository of a zone."""
    zone = ctx.record("zone", "zoneid")
    record = {"zoneid": zone["id"], "provider": "nas", **ctx.given(*FIELDS), "created": ctx.now()}
    return {KIND: _view(ctx, ctx.store.add(KIND, record))}


@command("updateBackupRepository")
def update(ctx: Context) -> dict[str, Any]:
    """Change a repository."""
    repository = ctx.record(KIND)
    repository.update(ctx.given("name", "address", "mountopts", "crosszoneinstancecreation"))
    return {KIND: _view(ctx, repository)}


@command("listBackupRepositories")
def list_repositories(ctx: Context) -> dict[str, Any]:
    """List the repositories."""
    return ctx.list(ctx.store.all(KIND), lambda held: _view(ctx, held), ("zoneid", "provider"), key=KIND)


@command("deleteBackupRepository")
def delete(ctx: Context) -> dict[str, Any]:
    """Forget a repository."""
    ctx.store.remove(KIND, ctx.record(KIND)["id"])
    return {"success": True}
