"""Parts of the server that are switched off, and what they answer then."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import command
from ..surface import surface

QUOTA = tuple(name for name in surface().commands if name.startswith("quota") and name != "quotaIsEnabled")


@command("quotaIsEnabled")
def quota_is_enabled(ctx: Context) -> dict[str, Any]:
    """It is not: the setting would count only after a restart of the server."""
    return {"isenabled": {"isenabled": False}}


def _is_asynchronous(name: str) -> bool:
    return surface().commands[name].is_async


@command(*(name for name in QUOTA if not _is_asynchronous(name)))
def refuse_quota(_ctx: Context) -> dict[str, Any]:
    """The quota service's commands do not exist while it is off."""
    raise errors.unauthorized("errorresponse")


@command("listStoragePoolObjects")
def list_pool_objects(ctx: Context) -> dict[str, Any]:
    """Fail: simulated pools hold no files that could be looked at."""
    ctx.record("storagepool")
    raise errors.failed("Failed to list datastore objects")
