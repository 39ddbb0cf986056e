"""The collection awx.awx, taken from the package `ansible`, where Galaxy may be out of reach."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from helpers.fetched import PATIENCE, kept

WITHIN = "ansible_collections/awx/awx/"


def have_awx() -> Path:
    """The folder of collections that holds awx.awx, which is fetched where it is missing.

    :raises subprocess.CalledProcessError: it cannot be fetched.
    """
    return kept(".venv-awx", "AWX_COLLECTIONS", "requirements-awx.txt", _fetch)


def _fetch(folder: Path, requirements: Path) -> None:
    with TemporaryDirectory() as scratch:
        download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        source = ["-r", str(requirements), "--dest", scratch]
        subprocess.run([*download, *source], check=True, timeout=PATIENCE)
        [wheel] = Path(scratch).glob("ansible-*.whl")
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder, [name for name in archive.namelist() if name.startswith(WITHIN)])
