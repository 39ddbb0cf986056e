"""Writes what is derived from the sources; with --check it only says what is out of date, and fails."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
RUNTIME = ROOT / "meta" / "runtime.yml"


class Indented(yaml.SafeDumper):
    """Indents lists below their key, as the linters want them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def runtime() -> str:
    """meta/runtime.yml with every module in the action group `all`, so that one module_defaults serves them all."""
    content = yaml.safe_load(RUNTIME.read_text(encoding="utf-8"))
    modules = {path.stem for path in (ROOT / "plugins" / "modules").glob("*.py")} - {"__init__"}
    content["action_groups"]["all"] = sorted(modules)
    return yaml.dump(content, Dumper=Indented, sort_keys=False, explicit_start=True, width=120)


GENERATED: dict[Path, Callable[[], str]] = {
    RUNTIME: runtime,
}


def difference(path: Path, wanted: str) -> str:
    """Unified diff from the file as it is to the file as it should be; empty when they are equal."""
    present = path.read_text(encoding="utf-8") if path.exists() else ""
    name = str(path.relative_to(ROOT))
    lines = difflib.unified_diff(
        present.splitlines(keepends=True), wanted.splitlines(keepends=True), name, f"{name} (generated)"
    )
    return "".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when something is out of date")
    check = parser.parse_args().check
    stale = False
    for path, generate in GENERATED.items():
        wanted = generate()
        changes = difference(path, wanted)
        if not changes:
            continue
        stale = True
        if check:
            print(changes)
        else:
            path.write_text(wanted, encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
