"""A Python that is warm: modules run in processes of their own, each forked from one that has begun already.

Nearly all that a task on a machine of a test's own costs is the start of Python and the import of what every module of
Ansible imports. Here one process has done that for all, where the tasks are to run: `serve.py` forks a process for each
module, and `ask.py`, which stands in the place of the interpreter, hands over its files and its environment.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import ansible

HERE = Path(__file__).resolve().parent
PACKAGES = Path(ansible.__file__).resolve().parents[1]


class WarmPython:
    """A warm Python in a place.

    :ivar path: the interpreter that Ansible is to run modules with.
    """

    def __init__(self, folder: Path, python: str = sys.executable, inside: Sequence[str] = ()) -> None:
        """Start it.

        folder: one for it, which is made, and which is seen alike by who asks and by what answers;
        python: the interpreter; inside: what stands before a command that is to run in the place.

        :raises RuntimeError: it did not start.
        """
        folder.mkdir(parents=True)
        cold = ["env", "-u", "PYTHONPATH", python]
        self._server = subprocess.Popen(
            [*inside, *cold, str(HERE / "serve.py"), str(folder), str(PACKAGES)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        if (self._server.stdout.readline() if self._server.stdout else "") != "ready\n":
            raise RuntimeError(f"no warm Python: {self._server.communicate()[1]}")
        self.path = folder / "python"
        ask = shlex.join([sys.executable, "-I", "-S", str(HERE / "ask.py"), str(folder)])
        words = shlex.join([*inside, *cold])
        self.path.write_text(f'#!/bin/sh\n[ $# -gt 0 ] || exec {ask}\nexec {words} "$@"\n', encoding="utf-8")
        self.path.chmod(0o755)

    def end(self) -> None:
        """End the process that the others are forked from."""
        self._server.kill()
        self._server.communicate()
