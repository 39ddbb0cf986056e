"""A way into a machine of a test's own, which is lost while the machine is off."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from ansible.errors import AnsibleConnectionFailure
from ansible.plugins.connection import ConnectionBase

DOCUMENTATION = """
name: machine
author: CloudStack collection maintainers
short_description: Run tasks in a machine of a test's own
description:
  - Runs what Ansible sends in the namespaces of a machine, and fails like a lost connection while a file says that the
    machine is off.
options:
  inside:
    description: The words that stand before a command which is to run there, as JSON.
    type: str
    required: true
    vars:
      - name: machine_inside
  away:
    description: File that is there while the machine is off.
    type: path
    required: true
    vars:
      - name: machine_away
"""


class Connection(ConnectionBase):
    """What Ansible calls to reach a machine."""

    transport = "machine"
    has_pipelining = True

    def _connect(self) -> Connection:
        self._connected = True
        return self

    def _run(self, words: list[str], given: bytes | None = None) -> tuple[int, bytes, bytes]:
        if Path(self.get_option("away")).exists():
            raise AnsibleConnectionFailure("the machine is off")
        inside = json.loads(self.get_option("inside"))
        done = subprocess.run([*inside, *words], check=False, capture_output=True, input=given or b"")
        return done.returncode, done.stdout, done.stderr

    def exec_command(self, cmd: str, in_data: Any = None, sudoable: bool = True) -> tuple[int, bytes, bytes]:
        """Run a command there."""
        super().exec_command(cmd, in_data=in_data, sudoable=sudoable)
        return self._run(["sh", "-c", cmd], in_data)

    def put_file(self, in_path: str, out_path: str) -> None:
        """Write a file there."""
        super().put_file(in_path, out_path)
        self._run(["install", "-D", "/dev/stdin", out_path], Path(in_path).read_bytes())

    def fetch_file(self, in_path: str, out_path: str) -> None:
        """Read a file from there."""
        super().fetch_file(in_path, out_path)
        Path(out_path).write_bytes(self._run(["cat", in_path])[1])

    def reset(self) -> None:
        """Have the next command connect anew."""
        self.close()

    def close(self) -> None:
        """Forget the connection."""
        self._connected = False
