"""What of a simulator's record is no part of what the cloud is."""

from __future__ import annotations

from typing import Any


def settled(record: dict[str, Any]) -> dict[str, Any]:
    """A record without what depends on when the server last looked at it: its figures come with each full minute."""
    return {key: value for key, value in record.items() if key != "_collected"}
