"""Runs sanity, units, integration, and the in-process and parity tests on the newest ansible-core, where it can.

The shims of a version manager are on the path of some machines without the interpreter that they are named after, so
each candidate is asked for its version.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERSIONS = ((3, 13), (3, 12), (3, 14))
"""The Pythons of that ansible-core, the one to be preferred first."""

ASK = "import ensurepip, sys; print(*sys.version_info[:2])"
VERSION = "from ansible.release import __version__; print(__version__)"
PLAYBOOKS = ("tests/playbooks/test_in_process.py", "tests/playbooks/test_parity.py")


def candidates() -> Iterator[str]:
    """Interpreters that may be one of the versions."""
    roots = [Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")]
    for major, minor in VERSIONS:
        for root in roots:
            yield from sorted(map(str, root.glob(f"versions/{major}.{minor}.*/bin/python")), reverse=True)
        yield f"python{major}.{minor}"


def interpreter() -> str | None:
    """The first candidate that runs and is what it is called."""
    for candidate in candidates():
        try:
            asked = subprocess.run([candidate, "-c", ASK], capture_output=True, encoding="utf-8", check=False)
        except OSError:
            continue
        if asked.returncode == 0 and tuple(map(int, asked.stdout.split())) in VERSIONS:
            return candidate
    return None


def made(venv: Path, python: str) -> Path:
    """The interpreter of a virtual environment with what the tests need."""
    inside = venv / "bin" / "python"
    if not inside.exists():
        subprocess.run([python, "-m", "venv", str(venv)], check=True)
    command = [str(inside), "-m", "pip", "install", "--quiet", "-r", str(ROOT / "requirements-dev.txt")]
    subprocess.run(command, cwd=ROOT, check=True)
    return inside


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv-next", help="where its environment is kept")
    parser.add_argument("--workers", default="2")
    given = parser.parse_args()
    python = interpreter()
    if python is None:
        wanted = " or ".join(f"{major}.{minor}" for major, minor in sorted(VERSIONS))
        print(f"left out: the newest ansible-core, for no Python {wanted} was found")
        return 0
    inside = made(given.venv.absolute(), python)
    environment = {**os.environ, "PATH": f"{inside.parent}{os.pathsep}{os.environ['PATH']}"}
    said = subprocess.run([str(inside), "-c", VERSION], capture_output=True, encoding="utf-8", check=True)
    print(f"next: ansible-core {said.stdout.strip()} on {python}", flush=True)
    commands = (
        [str(inside), "tools/sanity.py"],
        [str(inside), "tools/units.py"],
        [str(inside), "-m", "pytest", "-q", "-n", given.workers, *PLAYBOOKS],
        [str(inside), "tools/integration.py", "--workers", given.workers],
    )
    return max(subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode for command in commands)


if __name__ == "__main__":
    sys.exit(main())
