"""What tests fetch from package indexes once, and keep beside the clone."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

from playbook_run import ROOT

PATIENCE = 300.0  # seconds


def kept(name: str, variable: str, requirements: str, fetch: Callable[[Path, Path], None]) -> Path:
    """The folder of what was fetched, which is done anew when the requirements change.

    :param name: of the folder in the clone.
    :param variable: of the environment, which names another folder, that several clones can share.
    :param requirements: the file that says what is wanted.
    :param fetch: takes the folder and that file; whatever it raises ends this.
    """
    folder = Path(os.environ.get(variable) or ROOT / name)
    source = ROOT / requirements
    wanted = source.read_text(encoding="utf-8")
    stamp = folder / "installed.txt"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
            fetch(folder, source)
            stamp.write_text(wanted, encoding="utf-8")
    return folder
