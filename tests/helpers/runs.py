"""What tests say of runs of playbooks."""

from __future__ import annotations

from playbook_run import PlaybookRun


def well(run: PlaybookRun) -> PlaybookRun:
    """The run, which must have ended well."""
    assert run.rc == 0, run.stdout + run.stderr
    return run
