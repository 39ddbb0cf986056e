"""Whether a test may have a machine of its own: a layer over this one's files, in namespaces."""

from __future__ import annotations

import subprocess
from functools import cache

import pytest

TRIED = "mkdir upper work root && mount -t tmpfs tmpfs upper && mkdir upper/upper upper/work &&"
MOUNTED = "mount -t overlay overlay -o lowerdir=/,upperdir=upper/upper,workdir=upper/work root"
OWN = ("unshare", "--net", "--uts", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c")


@cache
def _lacking() -> str:
    """Why a machine cannot be had; empty where it can."""
    script = f'cd "$(mktemp -d)" && {TRIED} {MOUNTED}'
    try:
        tried = subprocess.run([*OWN, script], check=False, capture_output=True, encoding="utf-8")
    except FileNotFoundError as error:
        return str(error)
    return tried.stderr.strip() or f"status {tried.returncode}" if tried.returncode else ""


def need_a_machine() -> None:
    """Leave the test out where no machine can be had, which takes root, namespaces and overlayfs.

    The end of the run names what was left out.
    """
    lacking = _lacking()
    if lacking:
        pytest.skip(f"a machine of the test's own needs root, namespaces and overlayfs: {lacking}")
