"""Parts of the server that a setting switches on; while they are off, their commands do not exist."""

from __future__ import annotations

from ..store import Store
from .settings import is_on

QUOTA = "quota.enable.service"
SCRIPTS = "js.interpretation.enabled"
ALWAYS = "quotaIsEnabled"


def is_unknown(store: Store, command: str) -> bool:
    """Whether a command belongs to a service that is off, so that the server does not know it.

    The real server reads the setting when it starts. A simulated one is never started anew, so it counts at once.
    """
    return command.startswith("quota") and command != ALWAYS and not is_on(store, QUOTA)
