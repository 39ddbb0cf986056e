"""Alerts: what the cloud tells its administrators unasked."""

from __future__ import annotations

from ..context import Context
from ..store import Record

KIND = "alert"
CONSOLE_PROXY, SECONDARY_STORAGE_VM = 10, 19
NAMES = {CONSOLE_PROXY: "ALERT.SERVICE.CONSOLEPROXY", SECONDARY_STORAGE_VM: "ALERT.SERVICE.SSVM"}
TYPES = {"consoleproxy": CONSOLE_PROXY, "secondarystoragevm": SECONDARY_STORAGE_VM}


def send(ctx: Context, kind: int, text: str, name: str | None = None) -> Record:
    """Keep an alert of a numbered kind; one that says the same and is not yet archived is not repeated."""
    held = ctx.store.first(KIND, type=kind, description=text, _archived=False)
    if held is not None:
        return held
    named = name or NAMES.get(kind, f"ALERT.{kind}")
    return ctx.store.add(
        KIND, {"type": kind, "name": named, "description": text, "sent": ctx.now(), "_archived": False}
    )
