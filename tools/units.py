"""Runs ansible-test units on a copy of the repository, as a repository of its own."""

from __future__ import annotations

import subprocess
import sys

from stage import ANSIBLE_TEST, PYTHON, ROOT, ansible_test_environment, stage


def main() -> int:
    environment = ansible_test_environment(ROOT / ".ansible" / "units-home")
    with stage(repository=True) as place:
        command = [ANSIBLE_TEST, "units", "--python", PYTHON, *sys.argv[1:]]
        return subprocess.run(command, cwd=place, env=environment, check=False, stdin=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main())
