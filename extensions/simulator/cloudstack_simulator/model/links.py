"""Links from which volumes, snapshots, templates and ISOs can be fetched."""

from __future__ import annotations

import uuid
from typing import Any

from .. import errors
from ..context import Context
from ..store import Record

MODES = ("HTTP_DOWNLOAD", "FTP_UPLOAD")


def refuse_mode(ctx: Context) -> None:
    """Refuse a way of extraction that there is not."""
    if ctx.params["mode"] not in MODES:
        raise errors.invalid("Please specify a valid extract Mode")


def made(ctx: Context, thing: Record, ending: str, zone_id: str) -> dict[str, Any]:
    """The answer of an extraction, as recorded; the address is one of documentation."""
    zone = ctx.store.need("zone", zone_id)
    return {
        "id": thing["id"],
        "name": thing["name"],
        "accountid": thing["_accountid"],
        "state": "DOWNLOAD_URL_CREATED",
        "zoneid": zone["id"],
        "zonename": zone["name"],
        "extractMode": ctx.get("mode", MODES[0]),
        "url": f"http://192.0.2.2/userdata/{uuid.uuid4()}.{ending}",
    }
