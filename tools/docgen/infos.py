"""The file of an info module, from the declaration of the resource and the prose of its module."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import results
from .catalog import Entry, glossary, nouns, surface, utils
from .write import to_yaml

OWNER = ("domain", "account", "project")
ELSEWHERE = ("list_all", "all_projects", "tags", "wait_for", "validate_certs")
"""Options that the fragments describe, besides the owner's and those of the connection."""

FILE = '''\
#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
{documentation}"""

EXAMPLES = r"""
{examples}"""

RETURN = r"""
{returned}"""

{imported}
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info({constant})


if __name__ == "__main__":
    main()
'''


IMPORT = "from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.{name} import"
LINE = 120


def imported(name: str) -> str:
    """The line that imports a resource, or three where it is too long for one."""
    begin, constant = IMPORT.format(name=name), name.upper()
    line = f"{begin} {constant}"
    return line if len(line) <= LINE else f"{begin} (\n    {constant},\n)"


def info_module(entry: Entry) -> str:
    """The whole file of an info module."""
    return FILE.format(
        documentation=to_yaml(_documentation(entry)),
        examples=_examples(entry),
        returned=to_yaml(results.of_info(entry)),
        imported=imported(entry.name),
        constant=entry.name.upper(),
    )


def _documentation(entry: Entry) -> dict[str, Any]:
    arguments = entry.info_arguments()
    more = glossary()["info"]["description"].get(entry.name, [])
    elsewhere = (*ELSEWHERE, *(OWNER if _tells_owner(arguments) else ()))
    options = {
        name: _option(entry, name, spec)
        for name, spec in arguments.items()
        if not name.startswith("api_") and name not in elsewhere
    }
    related = [entry.name] if entry.has_module else entry.documentation()["seealso"]
    return {
        "module": f"{entry.name}_info",
        "short_description": f"List {entry.nouns}",
        "version_added": entry.documentation()["version_added"],
        "author": entry.documentation()["author"],
        "description": [f"List all {entry.nouns} that the user may see, or those that fit every filter.", *more],
        "extends_documentation_fragment": _fragments(arguments),
        "options": options,
        "seealso": [{"module": f"cloudstack.cloud.{name}"} for name in related],
    }


def _tells_owner(arguments: Mapping[str, Any]) -> bool:
    """Whether the three options stand for an owner: for a member of a project they mean something else."""
    return all(name in arguments and not arguments[name].get("required") for name in OWNER)


def _fragments(arguments: Mapping[str, Any]) -> list[str]:
    names = ["attributes.info", "connection"]
    names += ["owner.filter" if "list_all" in arguments else "owner"] if _tells_owner(arguments) else []
    names += ["owner.projects"] if "all_projects" in arguments else []
    names += ["tags.filter"] if "tags" in arguments else []
    return [f"cloudstack.cloud.{name}" for name in (*names, "wait_for")]


def _option(entry: Entry, name: str, spec: Mapping[str, Any]) -> dict[str, Any]:
    prose = _server_filters(entry) if name == "filters" else [_prose(entry, name)]
    found: dict[str, Any] = {"description": prose, "type": spec["type"]}
    for word in ("elements", "required", "choices", "default", "aliases"):
        if word in spec:
            found[word] = spec[word]
    return found


def _server_filters(entry: Entry) -> list[str]:
    """What the list command takes besides what the options say."""
    commands = {resource.list: left_to_filters(resource) for resource in entry.resources}
    return [
        "Further parameters of the list command, as the API spells them, for what no other option says. What is an id "
        "there is an id here, and no name.",
        *(
            f"C({command}) takes {', '.join(f'V({name})' for name in names)}, as of CloudStack 4.23."
            for command, names in commands.items()
            if names
        ),
        "The server is asked for its parameters first, for it ignores those that it does not know. An unknown one is "
        "refused, and so is one that another option stands for.",
    ]


def left_to_filters(resource: Any) -> list[str]:
    """The parameters of the list command that no option of the info module stands for."""
    said = {*utils("arguments").spoken(resource), *utils("info").UNFIT}
    return sorted(set(surface()[resource.list]["params"]) - said, key=str.lower)


def _prose(entry: Entry, name: str) -> str:
    """What a filter does: the glossary's words, or those that follow from the declaration."""
    words = glossary()["info"]["filters"]
    own = words.get(entry.name, {}).get(name) or words["_common"].get(name)
    if own:
        return str(own)
    if name == "id":
        return f"Show only the {entry.noun} with this id."
    resource = next((one for one in entry.resources if name in one.field_names), None)
    if resource is None:
        raise LookupError(f"tools/docgen/glossary.yml: info.filters.{entry.name}.{name} is missing")
    field = resource.field(name)
    if name in resource.key and not getattr(field, "scope", False):
        return f"Show only the {entry.noun} of this name{' or id' if resource.list_id else ''}."
    if not hasattr(field, "target"):
        raise LookupError(f"tools/docgen/glossary.yml: info.filters.{entry.name}.{name} is missing")
    if field.steers and name not in resource.filters:
        return (
            f"Name or id of the {nouns(name)[0]} in which names of other options are looked for.{_sifts(entry, name)}"
        )
    return f"Show only {entry.nouns} of this {nouns(name)[0]}, given by name or id."


def _sifts(entry: Entry, place: str) -> str:
    """What a place does that the list cannot be narrowed to, where no option is given that is looked for in it."""
    info = utils("info")
    found: list[str] = []
    for resource in entry.resources:
        rows = surface()[resource.list]["response"]
        inside = info.indirect(resource).get(place, [])
        if any(ref.name in resource.info_needs for ref in inside):
            continue
        if any(info.leads(ref, place) and info.names_in_rows(ref) in rows for ref in inside):
            found += [f"O({ref.name})" for ref in inside]
    return f" Without {' or '.join(dict.fromkeys(found))}, only {entry.nouns} in it are shown." if found else ""


def _examples(entry: Entry) -> str:
    module = f"cloudstack.cloud.{entry.name}_info"
    tasks = [
        {"name": name, module: options or None, "register": "found"}
        for name, options in glossary()["info"]["examples"][entry.name].items()
    ]
    lines = [to_yaml([task]).removeprefix("---\n").replace(f"{module}: null", f"{module}:") for task in tasks]
    return "---\n" + "\n".join(lines)
