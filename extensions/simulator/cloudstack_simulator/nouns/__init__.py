"""One file a noun. Every file here is imported, and registers the commands that it answers."""

from __future__ import annotations

import importlib
import pkgutil


def load() -> None:
    """Import every noun file, so that the registry is full."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
