"""What tests say of runs of playbooks, and of what comes about by itself."""

from __future__ import annotations

import time
from collections.abc import Callable

from playbook_run import PlaybookRun

PATIENCE = 60.0  # seconds


def well(run: PlaybookRun) -> PlaybookRun:
    """The run, which must have ended well."""
    assert run.rc == 0, run.stdout + run.stderr
    return run


def wait_for(done: Callable[[], bool]) -> None:
    """Wait until something is so; AssertionError when it takes too long."""
    deadline = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.1)
