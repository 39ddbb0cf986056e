"""Makes the clone, whatever its name, the collection that galaxy.yml says it is."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import yaml
from playbook_run import COLLECTIONS, ROOT


def galaxy() -> dict[str, object]:
    """The collection's galaxy.yml."""
    return yaml.safe_load((ROOT / "galaxy.yml").read_text(encoding="utf-8"))


def link() -> Path:
    """Make the link through which Ansible finds the clone; safe when several processes do it at once."""
    identity = galaxy()
    target = COLLECTIONS / "ansible_collections" / str(identity["namespace"]) / str(identity["name"])
    if target.resolve() == ROOT:
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        target.symlink_to(Path("../../../.."), target_is_directory=True)
    if target.resolve() != ROOT:
        raise RuntimeError(f"{target} does not lead to {ROOT}; remove it")
    return target
