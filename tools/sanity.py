"""Runs ansible-test sanity on a copy of what is released of the collection, outside the repository.

Every test that ansible-test has must begin: where it finds no files it skips all of them without an error. A test that
lacks a program of the machine passes, too; that is told as left out.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable

from stage import ANSIBLE_TEST, PYTHON, ROOT, ansible_test_environment, galaxy, stage

COMMAND = (ANSIBLE_TEST, "sanity")
BEGUN = re.compile(r'^Running sanity test "([\w-]+)"', re.MULTILINE)
LACKING = re.compile(r'^WARNING: Required program "(\S+)" not found', re.MULTILINE)
NAME = re.compile(r"[a-z][a-z0-9-]*")


def named(listed: str) -> set[str]:
    """The tests of a list, one a line; warnings stand among them."""
    return {line for line in listed.splitlines() if NAME.fullmatch(line)}


def missing(output: str, wanted: Iterable[str]) -> list[str]:
    """The tests that an output does not tell of."""
    return sorted(set(wanted) - set(BEGUN.findall(output)))


def left_out(output: str) -> list[str]:
    """A line for each program that is not there."""
    return [
        f"left out: a test of sanity, for the program {name} is not there"
        for name in dict.fromkeys(LACKING.findall(output))
    ]


def main() -> int:
    environment = ansible_test_environment(ROOT / ".ansible" / "sanity-home")
    output = ""
    with stage(galaxy()["build_ignore"]) as place:
        listing = [*COMMAND, "--list-tests"]
        wanted = named(
            subprocess.run(
                listing, cwd=place, env=environment, check=True, stdout=subprocess.PIPE, encoding="utf-8"
            ).stdout
        )
        command = [*COMMAND, "--python", PYTHON, *sys.argv[1:]]
        with subprocess.Popen(
            command,
            cwd=place,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        ) as process:
            for line in process.stdout or ():
                print(line, end="", flush=True)
                output += line
    lost = missing(output, wanted) if not sys.argv[1:] else []
    if lost or not wanted:
        print(f"sanity: ansible-test did not run {', '.join(lost) or 'anything'}", file=sys.stderr)
    print("".join(f"{line}\n" for line in left_out(output)), end="")
    return process.returncode or int(bool(lost) or not wanted)


if __name__ == "__main__":
    sys.exit(main())
