"""All files of a new kind: written together, or not at all."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from docgen import simulator
from docgen.catalog import GLOSSARY, ROOT

from cloudstack_simulator.surface import surface as recorded

from . import declaration, docs, edits, values
from .commands import Refused
from .filling import fill, title
from .shape import Shape

REGISTRY = ROOT / "plugins" / "module_utils" / "registry.py"
RUFF = Path(sys.executable).with_name("ruff")
GENERATED = ("meta/runtime.yml", "docs/modules.md", "docs/coverage.md", "extensions/simulator/COVERAGE.md")
"""What the generator writes for all kinds together."""

Texts = Mapping[Path, str]


@dataclass(frozen=True)
class Places:
    """Where the files of a kind are."""

    name: str

    @property
    def resource(self) -> Path:
        """Its declaration."""
        return ROOT / "plugins" / "module_utils" / "resources" / f"{self.name}.py"

    @property
    def module(self) -> Path:
        """Its module."""
        return ROOT / "plugins" / "modules" / f"{self.name}.py"

    @property
    def info(self) -> Path:
        """Its info module, which the generator writes where there is one."""
        return self.module.with_name(f"{self.name}_info.py")

    @property
    def derived(self) -> tuple[Path, ...]:
        """What only the generator writes, and nothing else has."""
        actions = ROOT / "plugins" / "action"
        target = ROOT / "tests" / "integration" / "targets" / f"module_{self.name}"
        names = (self.name, f"{self.name}_info")
        return (*(actions / f"{name}.py" for name in names), target)

    @property
    def sample(self) -> Path:
        """What the contract test does with it."""
        return ROOT / "tests" / "contract" / "samples" / f"{self.name}.py"

    @property
    def noun(self) -> Path:
        """Its commands in the simulator."""
        return ROOT / "extensions" / "simulator" / "cloudstack_simulator" / "nouns" / f"{self.name}.py"

    @property
    def fragment(self) -> Path:
        """What the changelog says of it."""
        return ROOT / "changelogs" / "fragments" / f"new-{self.name.replace('_', '-')}.yml"

    def refuse_existing(self) -> None:
        """Refuse to write over anything.

        :raises Refused: one of the files is there.
        """
        there = [path for path in (self.resource, self.module, self.sample, self.fragment) if path.exists()]
        if there:
            raise Refused(f"RESOURCE: '{self.name}' exists: {', '.join(str(one.relative_to(ROOT)) for one in there)}.")


def texts(shape: Shape) -> Texts:
    """Every file that is made by hand for other kinds, and the two that get lines more."""
    places = Places(shape.name)
    version = yaml.safe_load((ROOT / "galaxy.yml").read_text(encoding="utf-8"))["version"]
    resource = declaration.resource(shape)
    notes = {"minor_changes": [f"{shape.name}, {shape.name}_info - modules for {shape.nouns}."]}
    found = {
        places.resource: declaration.source(shape),
        places.info: "",
        places.module: docs.module(shape, resource, version),
        places.sample: fill("sample", nouns=shape.nouns, name=shape.name, sample=repr(values.sample(shape))),
        places.fragment: yaml.safe_dump(notes, explicit_start=True, width=110).replace("\n- ", "\n  - "),
        REGISTRY: edits.registry(REGISTRY.read_text(encoding="utf-8"), shape),
        GLOSSARY: edits.glossary(GLOSSARY.read_text(encoding="utf-8"), shape),
    }
    noun = _noun(shape)
    return {**found, places.noun: noun} if noun else found


def _noun(shape: Shape) -> str:
    """The noun of the simulator that answers what nothing answers so far; empty where all is answered."""
    simulator.nouns.load()
    missing = {
        way: command
        for way, command in vars(shape.commands).items()
        if command and simulator.how(command) == simulator.REFUSED
    }
    if not missing:
        return ""
    if Places(shape.name).noun.exists():
        shape.todo.append(
            f"simulator: nouns/{shape.name}.py is there, but does not answer {', '.join(missing.values())}"
        )
        return ""
    shape.todo.append(
        f"simulator: nouns/{shape.name}.py keeps plain records. Refusals, defaults and states that the server has are "
        "not recorded, so they are not there"
    )
    kind = recorded().commands[shape.commands.list].list_key or shape.name.replace("_", "")
    commands = ", ".join(f'{way}s="{command}"' for way, command in missing.items())
    return fill("noun", title=title(shape.nouns), kind=kind, commands=commands)


def write(shape: Shape, files: Texts) -> None:
    """Write all files and what is generated from them; when that fails, everything is as it was.

    :raises Refused: the generator fails.
    """
    touched = (*files, *(ROOT / name for name in GENERATED))
    before = {path: path.read_bytes() if path.exists() else None for path in touched}
    try:
        for path, text in files.items():
            path.write_text(text, encoding="utf-8")
        python = [str(path) for path in files if path.suffix == ".py"]
        _run(str(RUFF), "check", "--quiet", "--fix-only", *python)
        _run(str(RUFF), "format", "--quiet", *python)
        _run(str(RUFF), "check", "--quiet", *python)
        _run(sys.executable, str(ROOT / "tools" / "generate.py"))
    except BaseException:
        _restore(before)
        for path in Places(shape.name).derived:
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        raise


def _restore(before: Mapping[Path, bytes | None]) -> None:
    for path, content in before.items():
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)


def _run(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Refused(f"{Path(command[0]).name} fails, nothing was made:\n{done.stdout}{done.stderr}")
