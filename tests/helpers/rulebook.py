"""ansible-rulebook in an environment of its own, with the Java that its rule engine runs on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playbook_run import end

from helpers.fetched import PATIENCE, kept

PACKAGE = "openjdk-17-jre-headless"
OLDEST_JAVA = 17


def have_java() -> None:
    """Install Java where it is missing or too old, and that can be done.

    :raises RuntimeError: it is missing and cannot be installed.
    """
    if _java() >= OLDEST_JAVA:
        return
    if os.geteuid() or not shutil.which("apt-get"):
        raise RuntimeError(f"the test of the event source needs Java {OLDEST_JAVA} or newer: install {PACKAGE}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", PACKAGE]):
        subprocess.run(["apt-get", "-qq", *words], env=environment, check=True, capture_output=True)


def _java() -> int:
    """The major version of the machine's Java; 0 without one."""
    program = shutil.which("java")
    if program is None:
        return 0
    told = subprocess.run([program, "-version"], capture_output=True, encoding="utf-8", check=False).stderr
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0


def have_rulebook() -> Path:
    """The folder with the program ansible-rulebook, which is installed where it is missing.

    :raises subprocess.CalledProcessError: it cannot be installed.
    """
    have_java()
    return kept(".venv-rulebook", "RULEBOOK_VENV", "requirements-rulebook.txt", _install) / "bin"


def _install(folder: Path, requirements: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, timeout=PATIENCE)
    install = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "-r", str(requirements)]
    subprocess.run(install, check=True, timeout=PATIENCE)


@contextmanager
def running(rulebook: str, environment: Mapping[str, str], scratch: Path) -> Iterator[Path]:
    """Run a rulebook, a path or an FQCN, against localhost; gives the file of what it prints, and ends it.

    The modules that it runs are those of this process' Ansible.
    """
    programs = have_rulebook()
    inventory = scratch / "rulebook-inventory.yml"
    inventory.write_text(
        "all:\n  hosts:\n    localhost:\n      ansible_connection: local\n"
        f"      ansible_python_interpreter: {sys.executable}\n",
        encoding="utf-8",
    )
    path = os.pathsep.join([str(programs), str(Path(sys.executable).parent), environment["PATH"]])
    command = [str(programs / "ansible-rulebook"), "-r", rulebook, "-i", str(inventory), "--print-events"]
    printed = scratch / "rulebook.log"
    with (
        printed.open("w", encoding="utf-8") as log,
        subprocess.Popen(
            command,
            cwd=scratch,
            env={**environment, "PATH": path, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        ) as process,
    ):
        try:
            yield printed
        finally:
            end(process)
