"""Builds what would be released, and lets Galaxy's importer or ansible-builder judge it, outside the repository."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from stage import ROOT, ansible_test_environment, galaxy, stage

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
EXECUTION_ENVIRONMENT = ROOT / "extensions" / "awx" / "execution-environment.yml"


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

    :raises SystemExit: it complains.
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
        raise SystemExit(f"package: the importer has {len(complaints)} complaints")
    if "Importer processing completed successfully" not in said:
        raise SystemExit("package: the importer did not come to its end")


def judged_by_builder(home: Path) -> None:
    """Let ansible-builder write the context of an image with the collection, and read what the collection needs.

    :raises SystemExit: it cannot, or reads something else than stands in requirements.txt.
    """
    wanted = [line for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    with stage(galaxy()["build_ignore"]) as place:
        builder = str(BIN / "ansible-builder")
        said = yaml.safe_load(run([builder, "introspect", str(place.parents[2])], home, home))
    found = [one.partition("  #")[0] for one in said["python"]]
    print(f"an execution environment installs {', '.join(found)}")
    if sorted(found) != sorted(wanted):
        raise SystemExit(f"package: an execution environment would install {found}, requirements.txt says {wanted}")
    described = ["--file", str(EXECUTION_ENVIRONMENT)]
    run([builder, "create", *described, "--context", "context", "--output-filename", "Containerfile"], home, home)
    if "introspect" not in (home / "context" / "Containerfile").read_text(encoding="utf-8"):
        raise SystemExit("package: the context of the image does not introspect the collection")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("judge", choices=["galaxy", "builder"])
    parser.add_argument("--importer", type=Path, help="the interpreter that has galaxy-importer")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cloudstack-package-") as scratch:
        if given.judge == "galaxy":
            judged_by_galaxy(given.importer.absolute(), Path(scratch))
        else:
            judged_by_builder(Path(scratch))
    return 0


if __name__ == "__main__":
    sys.exit(main())
