"""The guides as what can be run: their blocks by section, and a reader who does what they say."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

import yaml

from helpers.collection import ROOT
from helpers.runs import well

GUIDES = ROOT / "docs" / "guides"
FENCE = re.compile(r"^```(.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECTION = re.compile(r"^## (.*)$", re.MULTILINE)
FILE = re.compile(r"# (\S+\.(?:yml|ini))\n")
SHOWN = {"mermaid": "a picture", "text": "what a program prints, or another program's language"}
"""The languages of blocks that nobody runs."""

COMMANDS = {"ansible": "adhoc", "ansible-inventory": "inventory"}
ELSEWHERE = {"make link simulator": "it installs Ansible and takes a port that is always the same"}
"""Commands that no reader runs, each with the reason; a test holds them in another way."""


@dataclass(frozen=True)
class Block:
    """One block of a guide, and the section that it stands in (empty above the first)."""

    section: str
    language: str
    body: str

    @property
    def commands(self) -> list[str]:
        """The lines of a block of commands, those that go on in the next line put together."""
        return [line for line in self.body.replace("\\\n", " ").splitlines() if line.strip()]


@cache
def blocks(guide: str) -> tuple[Block, ...]:
    """All blocks of a guide, in their order."""
    text = (GUIDES / f"{guide}.md").read_text(encoding="utf-8")
    found = []
    for match in FENCE.finditer(text):
        above = SECTION.findall(text, 0, match.start())
        found.append(Block(above[-1] if above else "", match[1], match[2]))
    return tuple(found)


def runnable(part: str) -> list[Block]:
    """The blocks that must be run of a guide, or of one section of it (`awx#Set AWX up`).

    :raises LookupError: there are none.
    """
    guide, _hash, section = part.partition("#")
    found = [one for one in blocks(guide) if one.language not in SHOWN and section in ("", one.section)]
    if not found:
        raise LookupError(f"nothing to be run in {part!r}")
    return found


def parts() -> set[str]:
    """Every section of every guide with something to be run in it, as GUIDE#SECTION."""
    guides = [path.stem for path in GUIDES.glob("*.md")]
    return {f"{guide}#{one.section}" for guide in guides for one in blocks(guide) if one.language not in SHOWN}


class Reader:
    """Does what guides say, in their order and in one folder: writes their files, runs their commands and tasks.

    :ivar runs: the runs of playbooks.
    :ivar printed: what the other commands printed.
    :ivar told: the variables that a guide exports and that the environment of the test knows better.
    """

    def __init__(self, folder: Path, environment: dict[str, str], run_playbook: Any) -> None:
        self.folder = folder
        self.environment = environment
        self._run_playbook = run_playbook
        self.runs: list[Any] = []
        self.printed: list[str] = []
        self.told: dict[str, str] = {}

    def follow(self, *wanted: str, **variables: Any) -> None:
        """Do what guides, or sections of them (`awx#Set AWX up`), say.

        :param variables: what playbooks are told beside what stands in their commands.
        """
        for part in wanted:
            for block in runnable(part):
                if block.language == "yaml" or (block.language == "ini" and FILE.match(block.body)):
                    self._take(block.body)
                    continue
                assert block.language == "console", f"{part}: nobody runs a block of {block.language!r}"
                for line in block.commands:
                    self._run(line, variables)

    def _take(self, body: str) -> None:
        """Write a file that is called as its first line says; tasks without a name are run."""
        named = FILE.match(body)
        if named:
            (self.folder / named[1]).write_text(body, encoding="utf-8")
            return
        play = {"hosts": "localhost", "gather_facts": False, "tasks": yaml.safe_load(body)}
        self.runs.append(well(self._run_playbook([play])))

    def _run(self, line: str, variables: dict[str, Any]) -> None:
        if line in ELSEWHERE:
            return
        folder = {"PWD": str(self.folder)}
        program, *words = shlex.split(Template(line).substitute(self.environment, **folder), comments=True)
        if program == "ansible-playbook":
            more = ["--extra-vars", json.dumps(variables)] if variables else []
            *first, last = [*more, *words]
            self.runs.append(well(self._run_playbook(last, options=first)))
        elif program == "export":
            for name, value in (word.split("=", 1) for word in words):
                self._export(name, value)
        else:
            self.printed.append(self._print(program, words))

    def _export(self, name: str, value: str) -> None:
        if name in self.environment:
            self.told[name] = value
        else:
            self.environment[name] = value

    def _print(self, program: str, words: list[str]) -> str:
        assert program in COMMANDS, f"nobody runs {program}"
        done = subprocess.run(
            [sys.executable, "-m", "ansible", COMMANDS[program], *words],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout
