"""Parts of the server that a setting switches on; while they are off, their commands do not exist."""

from __future__ import annotations

from ..store import Store

QUOTA = "quota.enable.service"
SCRIPTS = "js.interpretation.enabled"
ALWAYS = "quotaIsEnabled"


def is_on(store: Store, setting: str) -> bool:
    """Whether a setting has the value true."""
    held = store.get("configuration", setting)
    return held is not None and str(held.get("value")).lower() == "true"


def is_unknown(store: Store, command: str) -> bool:
    """Whether a command belongs to a service that is off, so that the server does not know it.

    The real server reads the setting when it starts. A simulated one is never started anew, so it counts at once.
    """
    return command.startswith("quota") and command != ALWAYS and not is_on(store, QUOTA)
