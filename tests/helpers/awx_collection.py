"""The collection awx.awx, taken from the package `ansible`, where Galaxy may be out of reach."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from playbook_run import ROOT

PATIENCE = 300.0  # seconds
WITHIN = "ansible_collections/awx/awx/"


def have_awx() -> Path:
    """The folder of collections that holds awx.awx, which is fetched where it is missing.

    :raises subprocess.CalledProcessError: it cannot be fetched.
    """
    folder = Path(os.environ.get("AWX_COLLECTIONS") or ROOT / ".venv-awx")
    wanted = (ROOT / "requirements-awx.txt").read_text(encoding="utf-8")
    stamp = folder / "installed.txt"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
            _fetch(folder)
            stamp.write_text(wanted, encoding="utf-8")
    return folder


def _fetch(folder: Path) -> None:
    with TemporaryDirectory() as scratch:
        download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        source = ["-r", str(ROOT / "requirements-awx.txt"), "--dest", scratch]
        subprocess.run([*download, *source], check=True, timeout=PATIENCE)
        [wheel] = Path(scratch).glob("ansible-*.whl")
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder, [name for name in archive.namelist() if name.startswith(WITHIN)])
