"""What the global settings say."""

from __future__ import annotations

from ..store import Store


def setting(store: Store, name: str) -> str:
    """The value of a global setting; an empty text for one without."""
    held = store.get("configuration", name)
    return str((held or {}).get("value") or "")


def is_on(store: Store, name: str) -> bool:
    """Whether a setting has the value true."""
    return setting(store, name).lower() == "true"
