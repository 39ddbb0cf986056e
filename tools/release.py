"""Builds what would be released and proves it as a user gets it: installed in an empty environment, with a demo twice.

The archive stays in dist/. Galaxy's importer must read it without a complaint.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import package
from package import Refused, built, judged_by_galaxy
from playbook_run import end
from stage import ROOT, ansible_test_environment, galaxy, stage

LIMIT = 2_000_000
"""How large the archive may be, in bytes."""

CREDENTIALS = {"CLOUDSTACK_KEY": "demo", "CLOUDSTACK_SECRET": "demo"}
"""Of the simulator, which is started with them."""

said = partial(package.said, program="release")

RECAP = re.compile(r"ok=(\d+) +changed=(\d+) +unreachable=(\d+) +failed=(\d+)")


def contents(archive: Path) -> list[str]:
    """A line for each folder of the archive: how many files, and how large they are unpacked.

    :raises Refused: the archive is too large, or a file that belongs to developers is in it.
    """
    files, sizes = Counter[str](), Counter[str]()
    with tarfile.open(archive) as opened:
        members = [member for member in opened.getmembers() if member.isfile()]
    for member in members:
        top = "/".join(member.name.split("/")[:2]) if member.name.startswith(("plugins/", "extensions/")) else ""
        folder = top or member.name.split("/", 1)[0]
        files[folder] += 1
        sizes[folder] += member.size
    foreign = sorted({name for name in files if name in ("tests", "tools", "Makefile") or name.startswith(".")})
    if foreign:
        raise Refused(f"release: {', '.join(foreign)} must not be in the archive; see build_ignore in galaxy.yml")
    size = archive.stat().st_size
    if size >= LIMIT:
        raise Refused(f"release: {archive.name} has {size} bytes, and less than {LIMIT} are allowed")
    lines = [f"{name:<28} {files[name]:>5} files {bytes_:>9} bytes" for name, bytes_ in sizes.most_common()]
    return [*lines, f"{archive.name}: {len(members)} files, {size} bytes of at most {LIMIT}"]


def ansible_core() -> list[str]:
    """The versions of ansible-core to install, as C(requirements-run.txt) has them."""
    lines = (ROOT / "requirements-run.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("ansible-core")]


def installed(archive: Path, home: Path) -> tuple[Path, Path, dict[str, str]]:
    """Install ansible-core, the archive, and what the archive says that it needs; nothing else.

    :returns: the folder of the programs, the collection's folder, the environment.
    """
    environment = ansible_test_environment(home)
    environment = {name: value for name, value in environment.items() if not name.startswith("CLOUDSTACK_")}
    collections = home / "collections"
    environment.update(ANSIBLE_HOME=str(home / "ansible"), ANSIBLE_COLLECTIONS_PATH=str(collections), LC_ALL="C.UTF-8")
    said([sys.executable, "-m", "venv", str(home / "venv")], environment, home)
    programs = home / "venv" / "bin"
    environment["PATH"] = f"{programs}{os.pathsep}{environment['PATH']}"
    python = str(programs / "python")
    said([python, "-m", "pip", "install", "--quiet", *ansible_core()], environment, home)
    galaxy_command = [str(programs / "ansible-galaxy"), "collection", "install", "--offline", str(archive)]
    said([*galaxy_command, "--collections-path", str(collections)], environment, home)
    identity = galaxy()
    place = collections / "ansible_collections" / identity["namespace"] / identity["name"]
    said([python, "-m", "pip", "install", "--quiet", "-r", str(place / "requirements.txt")], environment, home)
    return programs, place, environment


@contextmanager
def simulated(python: Path, place: Path, environment: dict[str, str]) -> Iterator[str]:
    """The address of a simulator that is started from the installed collection."""
    credentials = ["--api-key", CREDENTIALS["CLOUDSTACK_KEY"], "--secret-key", CREDENTIALS["CLOUDSTACK_SECRET"]]
    command = [str(python), "-m", "cloudstack_simulator", "--port", "0", "--strict", *credentials]
    beside = {**environment, "PYTHONPATH": str(place / "extensions" / "simulator")}
    with subprocess.Popen(command, env=beside, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            yield process.stdout.readline().strip() if process.stdout else ""
        finally:
            end(process)


def demonstrated(programs: Path, place: Path, environment: dict[str, str], home: Path) -> list[str]:
    """Run the collection's playbook C(demo) twice where it is installed.

    :returns: what it says of each run.
    :raises Refused: a run fails, the first changes nothing, or the second changes something.
    """
    with simulated(programs / "python", place, environment) as url:
        cloud = {**environment, **CREDENTIALS, "CLOUDSTACK_ENDPOINT": url}
        runs = [said([str(programs / "ansible-playbook"), "cloudstack.cloud.demo"], cloud, home) for _ in range(2)]
    recaps = [RECAP.findall(run)[-1] for run in runs]
    changed = [int(recap[1]) for recap in recaps]
    if not changed[0] or changed[1]:
        raise Refused(f"{runs[1]}\nrelease: the demo changed {changed[0]} tasks, and run again {changed[1]}, not 0")
    return [f"ansible-playbook cloudstack.cloud.demo: {recap[0]} ok, {recap[1]} changed" for recap in recaps]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--importer", type=Path, required=True, help="the interpreter that has galaxy-importer")
    parser.add_argument("--to", type=Path, default=ROOT / "dist", help="where the archive is left (%(default)s)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cloudstack-release-") as scratch:
        home = Path(scratch)
        with stage(galaxy()["build_ignore"]) as copy:
            archive = built(copy, home)
        print("\n".join(contents(archive)), flush=True)
        programs, place, environment = installed(archive, home)
        print("\n".join(demonstrated(programs, place, environment, home)), flush=True)
        apart = home / "importer"
        apart.mkdir()
        judged_by_galaxy(given.importer.absolute(), apart)
        given.to.mkdir(parents=True, exist_ok=True)
        print(f"release: {shutil.copy2(archive, given.to)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
