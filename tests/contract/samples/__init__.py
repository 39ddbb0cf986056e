"""For each kind of resource: what to create in the test world, and what to change about it afterwards.

What CloudStack makes itself has ``exists`` instead of ``create``: options that name one that stands in the test world.
``calls`` are sent to the API before that, for what no module makes. ``info`` are further options for the info module.
``absent`` says how it is removed; None says that it cannot be removed in the test world.

Each file here that has ``SAMPLES`` adds the kinds of one area. One that has a ``WORLD`` of its own adds what those
kinds need in the test world; it is built after `world.WORLD`, in the order of the files' names.

A sample has ``create``, and where they apply ``changes``, ``fixed``, ``events`` and ``absent``. Integration targets are
written from it, too; they give what a sample makes a name of its own. ``own`` lists the options that hold such a name
where that is not ``name``: ``()`` for a kind whose names CloudStack prescribes.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

from contract.samples import world
from contract.samples.common import KEY_ONE, KEY_TWO, OFFERING, POD, SHARED, TEMPLATE, ZONE

_AREAS = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]

SAMPLES: dict[str, dict[str, Any]] = {
    name: sample for area in _AREAS for name, sample in getattr(area, "SAMPLES", {}).items()
}
LISTINGS: dict[str, dict[str, Any]] = {
    name: options for area in _AREAS for name, options in getattr(area, "LISTINGS", {}).items()
}
WORLD: list[tuple[str, dict[str, Any]]] = [
    *world.WORLD,
    *(task for area in _AREAS if area is not world for task in getattr(area, "WORLD", ())),
]

__all__ = ["KEY_ONE", "KEY_TWO", "LISTINGS", "OFFERING", "POD", "SAMPLES", "SHARED", "TEMPLATE", "WORLD", "ZONE"]
