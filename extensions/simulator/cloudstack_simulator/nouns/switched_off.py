"""Parts of the server that are switched off, and what they answer then."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..registry import command


@command("listStoragePoolObjects")
def list_pool_objects(ctx: Context) -> dict[str, Any]:
    """Fail: simulated pools hold no files that could be looked at."""
    ctx.record("storagepool")
    raise errors.failed("Failed to list datastore objects")
