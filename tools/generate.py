"""Writes what is derived from the sources; with --check it only says what is out of date, and fails."""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import yaml
from ansible.plugins.loader import init_plugin_loader
from docgen import former, results, simulator, tables
from docgen.actions import action
from docgen.catalog import GUEST, Entry, catalog, without_info
from docgen.infos import info_module
from docgen.write import to_yaml
from playbook_run import COLLECTIONS

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "extensions" / "simulator")]

from testgen import targets  # noqa: E402 - reads the samples of the tests

RUNTIME = ROOT / "meta" / "runtime.yml"
RETURN = re.compile(r'^RETURN = r""".*?"""\n', re.MULTILINE | re.DOTALL)


def modules() -> list[str]:
    """The names of all modules that speak to the API."""
    return sorted({path.stem for path in (ROOT / "plugins" / "modules").glob("*.py")} - {"__init__", *GUEST})


def runtime() -> str:
    """meta/runtime.yml: every module in the action group `all`, and the names that modules once had in Ansible itself.

    One module_defaults serves the whole group. The old names (`cs_zone`) are those that the collection which users come
    from also redirects.
    """
    content = yaml.safe_load(RUNTIME.read_text(encoding="utf-8"))
    content["action_groups"]["all"] = modules()
    redirects = {old: {"redirect": f"cloudstack.cloud.{name}"} for old, name in former.redirects().items()}
    actions = {old: redirects[old] for old, name in former.redirects().items() if name not in GUEST}
    content["plugin_routing"] = {"action": actions, "modules": redirects}
    return to_yaml(content)


def actions() -> dict[Path, Callable[[], str]]:
    """An action plugin for each module, under the module's own name.

    A redirect to one shared plugin would be shorter, but then module_defaults of one module reach the others, and the
    linters take the shared plugin's name and documentation for the module's.
    """
    folder = ROOT / "plugins" / "action"
    return {folder / f"{name}.py": partial(action, name) for name in modules() if name != "converge"}


def with_results(entry: Entry) -> str:
    """The file of a module with RETURN as the declaration has it; everything else stays as it is."""
    source = entry.path.read_text(encoding="utf-8")
    returned = f'RETURN = r"""\n{to_yaml(results.of_module(entry))}"""\n'
    found, count = RETURN.subn(lambda _: returned, source)
    if count != 1:
        raise ValueError(f'{entry.path.relative_to(ROOT)}: RETURN is to stand there once, as r"""…"""')
    return found


def generated() -> dict[Path, Callable[[], str]]:
    """Every derived file and what writes it."""
    return {
        RUNTIME: runtime,
        **actions(),
        **{entry.path: partial(with_results, entry) for entry in (*catalog(), *without_info()) if entry.has_module},
        **{entry.info_path: partial(info_module, entry) for entry in catalog()},
        ROOT / "docs" / "modules.md": tables.modules,
        ROOT / "docs" / "commands.md": tables.commands,
        ROOT / "docs" / "coverage.md": tables.coverage,
        former.PAGE: former.page,
        simulator.PAGE: simulator.coverage,
        **targets.generated(),
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
    init_plugin_loader([str(COLLECTIONS)])
    stale = False
    for path, generate in generated().items():
        wanted = generate()
        changes = difference(path, wanted)
        if not changes:
            continue
        stale = True
        if check:
            print(changes)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted, encoding="utf-8")
            if wanted.startswith("#!") and path.suffix == ".sh":
                path.chmod(0o755)
            print(f"wrote {path.relative_to(ROOT)}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
