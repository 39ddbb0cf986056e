"""Makes the files of a new kind of thing from the catalogue's entries of its commands; see CONTRIBUTING."""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from typing import Any

from ansible.plugins.loader import init_plugin_loader
from docgen.catalog import ROOT, utils
from newkind import conventions, making, values
from newkind.commands import Refused, find, parse
from newkind.shape import Shape, shape
from playbook_run import COLLECTIONS

CATALOGUE = ROOT / "extensions" / "simulator" / "cloudstack_simulator" / "data" / "apis.json.gz"
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def planned(name: str, commands: list[str], key: str) -> Shape:
    """The shape of the kind that is asked for.

    :raises Refused: it exists, or the catalogue does not have it, or it is no plain kind.
    """
    if not NAME.fullmatch(name):
        raise Refused(f"RESOURCE: '{name}' is no name of a module; write it like 'gui_theme'.")
    if name in utils("registry").KINDS:
        raise Refused(f"RESOURCE: '{name}' exists: plugins/module_utils/resources/{name}.py.")
    making.Places(name).refuse_existing()
    surface: dict[str, Any] = json.loads(gzip.decompress(CATALOGUE.read_bytes()))
    found = find(surface, name, parse(commands))
    taken = {resource.create: resource.name for resource in conventions.declarations()}
    if found.create in taken:
        raise Refused(f"RESOURCE: {found.create} is what the kind '{taken[found.create]}' makes its things with.")
    return shape(surface, name, found, key)


def left_to_do(made: Shape) -> list[str]:
    """What a person must look at, because the catalogue does not tell it."""
    found = [
        *made.todo,
        f"plugins/modules/{made.name}.py: the sentences are made of names; say what each option means",
        f"plugins/module_utils/resources/{made.name}.py: checks of values, closed lists (Choice), refusals",
    ]
    for option in values.unknown(made):
        found.insert(
            0,
            f"option {option.name}: no value is known. Give one in tests/contract/samples/{made.name}.py and in the "
            "module's example, and make in WORLD and in tests/playbooks/world what it names",
        )
    if not made.commands.delete:
        found.append(f"no command of the catalogue deletes '{made.name}'; where another does, run again with COMMANDS")
    more = sorted(set(made.params("delete")) - {"id"} - {name.lower() for name in made.address("delete")})
    if more:
        found.append(f"{made.commands.delete} takes {', '.join(more)}, too, which no option gives (delete_options)")
    if made.scope:
        where = " and ".join(option.name for option in made.scope)
        found.append(f"identity: {made.key.name} within {where}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="what the module is to be called")
    parser.add_argument("--commands", default="", help='commands that are not found by name: "list=… create=…"')
    parser.add_argument("--key", default="", help="the parameter that names one, where it is not `name`")
    options = parser.parse_args()
    init_plugin_loader([str(COLLECTIONS)])
    try:
        made = planned(options.name, options.commands.split(), options.key)
        files = making.texts(made)
        making.write(made, files)
    except Refused as error:
        print(f"new: {error}", file=sys.stderr)
        return 1
    for path in files:
        print(f"{'changed' if path in (making.REGISTRY, making.GLOSSARY) else 'wrote'} {path.relative_to(ROOT)}")
    print("What is generated was generated. A person must still look at:")
    print("".join(f"- {line}\n" for line in left_to_do(made)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
