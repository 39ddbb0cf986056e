"""Builds what would be released outside of the repository, and lets Galaxy's importer judge it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from stage import ansible_test_environment, galaxy, stage

BIN = Path(sys.executable).parent
IMPORTER_SETTINGS = """\
[galaxy-importer]
RUN_ANSIBLE_TEST = False
RUN_ANSIBLE_DOC = True
RUN_ANSIBLE_LINT = False
CHECK_REQUIRED_TAGS = True
CHANGELOG_MAX_SIZE = 0
"""
PLACEHOLDER = "https://git.example.com/cloudstack.cloud"
"""Galaxy demands an address of the repository, which the project does not have yet; only this check is given one."""

COMPLAINT = re.compile(r"^(WARNING|ERROR|CRITICAL): ", re.MULTILINE)


class Refused(SystemExit):
    """What is built must not be released; says why."""


def said(command: Sequence[str], environment: Mapping[str, str], place: Path, program: str = "package") -> str:
    """What a command printed, on both of its streams.

    :param program: who runs it, for the message.
    :raises Refused: it failed.
    """
    done = subprocess.run(command, cwd=place, env=environment, check=False, capture_output=True, encoding="utf-8")
    printed = done.stdout + done.stderr
    if done.returncode:
        raise Refused(f"{printed}\n{program}: {' '.join(command)} ended with status {done.returncode}")
    return printed


def run(command: Sequence[str], place: Path, home: Path, **more: str) -> str:
    """Run a command of a tool with a home of its own and return what it said.

    :raises Refused: it failed.
    """
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return said(command, {**ansible_test_environment(home), "PATH": path, **more}, place)


def built(place: Path, home: Path) -> Path:
    """The archive that would be released."""
    run([str(BIN / "ansible-galaxy"), "collection", "build", "--output-path", str(home), "."], place, home)
    identity = galaxy()
    return home / f"{identity['namespace']}-{identity['name']}-{identity['version']}.tar.gz"


def judged_by_galaxy(importer: Path, home: Path) -> None:
    """Let Galaxy's importer read the archive.

    :raises Refused: it complains.
    """
    settings = home / "galaxy-importer.cfg"
    settings.write_text(IMPORTER_SETTINGS, encoding="utf-8")
    with stage(galaxy()["build_ignore"]) as place:
        with (place / "galaxy.yml").open("a", encoding="utf-8") as stream:
            stream.write(f"repository: {PLACEHOLDER}\n")
        archive = built(place, home)
        path = f"{importer.parent}{os.pathsep}{BIN}{os.pathsep}{os.environ['PATH']}"
        said = run(
            [str(importer), "-m", "galaxy_importer.main", str(archive)],
            home,
            home,
            GALAXY_IMPORTER_CONFIG=str(settings),
            PATH=path,
        )
    print(said)
    complaints = COMPLAINT.findall(said)
    if complaints:
        raise Refused(f"release: the importer has {len(complaints)} complaints")
    if "Importer processing completed successfully" not in said:
        raise Refused("release: the importer did not come to its end")
