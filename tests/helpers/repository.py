"""The files of the repository, as they would be committed now."""

from __future__ import annotations

import gzip
import subprocess
from functools import lru_cache
from pathlib import Path

from helpers.collection import ROOT


@lru_cache(maxsize=1)
def files() -> tuple[Path, ...]:
    """All regular files that are in the repository or about to be; what git ignores is not there."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def text(path: Path) -> str:
    """The file's text, unpacked when it is a gzip; bytes that are no UTF-8 become replacement characters."""
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    return content.decode("utf-8", errors="replace")
