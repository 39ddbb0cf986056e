"""A copy of the collection outside the repository, for ansible-test to stand in.

ansible-test wants to stand in ansible_collections/NAMESPACE/NAME, and inside a repository it silently finds nothing
to test. Its virtual environments are bootstrapped with the pip that Python brings, so that nothing is downloaded but
the packages themselves.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
ANSIBLE_TEST = str(Path(sys.executable).with_name("ansible-test"))

# ansible-test runs a downloaded get-pip.py unless one lies in its cache under the version it wants.
GET_PIP_VERSIONS = ("24_2", "25_2")
GET_PIP = """\
import subprocess
import sys

subprocess.run([sys.executable, "-m", "ensurepip"], check=True, stdout=subprocess.DEVNULL)
arguments = [word for word in sys.argv[1:] if word not in ("--no-setuptools", "--no-wheel")]
sys.exit(subprocess.run([sys.executable, "-m", "pip", "install", "-q", *arguments]).returncode)
"""


def galaxy() -> dict[str, Any]:
    """The collection's galaxy.yml."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "galaxy.yml").read_text(encoding="utf-8"))
    return found


def files(ignored: Sequence[str] = ()) -> list[str]:
    """Paths of all files that are, or are about to be, in the repository.

    :param ignored: patterns of files and folders to leave out, as C(build_ignore) of galaxy.yml has them.
    """
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).exists() and not _matches(name, ignored)]


def _matches(name: str, patterns: Sequence[str]) -> bool:
    places = (name, *(str(folder) for folder in Path(name).parents))
    return any(fnmatch(place, pattern) for place in places for pattern in patterns)


@contextmanager
def stage(ignored: Sequence[str] = (), repository: bool = False) -> Iterator[Path]:
    """A copy of the repository's files, links as links, in a folder as Ansible wants it, for as long as it is used.

    :param repository: make it one of its own, for tests that ask git for the files.
    """
    identity = galaxy()
    with tempfile.TemporaryDirectory(prefix="cloudstack-stage-") as scratch:
        place = Path(scratch) / "ansible_collections" / identity["namespace"] / identity["name"]
        for name in files(ignored):
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name, follow_symlinks=False)
        for command in (["git", "init", "-q"], ["git", "add", "-A"]) if repository else ():
            subprocess.run(command, cwd=place, check=True)
        yield place


def ansible_test_environment(home: Path) -> dict[str, str]:
    """The environment for ansible-test with a home of its own; nothing of the machine's own Ansible is in it."""
    _provide_get_pip(home)
    _keep_pip_configuration(home)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("ANSIBLE_", "PYTHON"))}
    return {**environment, "HOME": str(home), "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}


def _provide_get_pip(home: Path) -> None:
    """Put the stand-in for get-pip.py where ansible-test looks first."""
    cache = home / ".ansible" / "test" / "cache"
    cache.mkdir(parents=True, exist_ok=True)
    for version in GET_PIP_VERSIONS:
        (cache / f"get_pip_{version}.py").write_text(GET_PIP, encoding="utf-8")


def _keep_pip_configuration(home: Path) -> None:
    """Let pip find the user's own index configuration, the only way that ansible-test leaves open."""
    configuration = Path.home() / ".config" / "pip"
    link = home / ".config" / "pip"
    if configuration.is_dir() and not link.exists():
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(configuration)
