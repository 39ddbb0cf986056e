"""Runs ansible-test sanity on a copy of what is released of the collection, outside the repository."""

from __future__ import annotations

import subprocess
import sys

from stage import ANSIBLE_TEST, PYTHON, ROOT, ansible_test_environment, galaxy, stage


def main() -> int:
    environment = ansible_test_environment(ROOT / ".ansible" / "sanity-home")
    with stage(galaxy()["build_ignore"]) as place:
        command = [ANSIBLE_TEST, "sanity", "--python", PYTHON, *sys.argv[1:]]
        return subprocess.run(command, cwd=place, env=environment, check=False, stdin=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main())
