"""How the downloads of templates and ISOs go: at once and well, unless it is ordered otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass
class Downloads:
    """What becomes of the downloads that begin from now on.

    looks: how often the images are listed until a download has ended; error: the text it fails with, or empty.
    """

    looks: int = 0
    error: str = ""

    def begun(self) -> dict[str, Any]:
        """What an image holds whose download begins: nothing when it is done at once."""
        if not self.looks and not self.error:
            return {}
        return {"isready": False, "status": "0% Downloaded", "_looks": self.looks, "_error": self.error}
