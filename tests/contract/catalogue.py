"""What the tests know of the collection: its resources, and the API as it was recorded."""

from __future__ import annotations

import gzip
import importlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

PACKAGE = "ansible_collections.cloudstack.cloud.plugins.module_utils"
ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "plugins" / "module_utils" / "resources"


def load(name: str) -> Any:
    """Import a part of the engine by its file's name."""
    return importlib.import_module(f"{PACKAGE}.{name}")


@lru_cache(maxsize=1)
def apis() -> dict[str, Any]:
    """The recorded commands of the API by name."""
    path = ROOT / "extensions/simulator/cloudstack_simulator/data/apis.json.gz"
    commands: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()))
    return commands


def declared() -> dict[str, Any]:
    """All resources that can be created or changed, by a name of their own (``firewall.egress`` for a variant)."""
    spec = load("spec")
    found: dict[str, Any] = {}
    for path in sorted(RESOURCES.glob("*.py")):
        if path.stem in ("__init__", "references"):
            continue
        module = load(f"resources.{path.stem}")
        kind = getattr(module, path.stem.upper())
        if isinstance(kind, load("rulesets.spec").RuleSet):
            continue
        if isinstance(kind, spec.Variants):
            found.update({f"{path.stem}.{name}": resource for name, resource in kind.resources.items()})
        elif _has_a_life(kind):
            found[path.stem] = kind
    return found


def _has_a_life(kind: Any) -> bool:
    """Tell whether there is something to be made or changed; what only happens, at every run, is tested on its own."""
    happens = any(action.state == kind.default_state for action in kind.actions)
    lasts = kind.lifecycle or any(field.via for field in kind.fields)
    return bool(kind.create or kind.update or kind.delete or (lasts and not happens))


def references() -> dict[str, Any]:
    """Resources that are only referred to."""
    spec = load("spec")
    module = load("resources.references")
    return {name: value for name, value in vars(module).items() if isinstance(value, spec.Resource)}
