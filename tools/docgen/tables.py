"""The tables under docs/: what each module manages, and what of the API it offers."""

from __future__ import annotations

from pathlib import Path

import yaml

from . import areas
from .catalog import MODULES, Entry, catalog, literals, surface, utils, without_info
from .write import plain, table

NOTE = "<!-- Written by `make generate`: edit the declarations, or tools/docgen. -->\n"


def modules() -> str:
    """docs/modules.md: each module with the commands it may send, which is what a role for its user must allow."""
    rows = [
        (
            f"`{entry.name if entry.has_module else entry.info_path.stem}`",
            summary(entry),
            _code(writes(entry)),
            _code(reads(entry)),
        )
        for entry in (*catalog(), *without_info())
    ]
    for path in others():
        rows.append((f"`{path.stem}`", _short(path), *(_code(told(path, how)) for how in ("writes", "reads"))))
    rows.sort(key=lambda row: row[0].strip("`"))
    by_area: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        by_area.setdefault(areas.of_module(row[0].strip("`").removesuffix("_info")), []).append(row)
    head = ("Module", "Manages", "Commands that change", "Commands that read")
    return (
        f"{NOTE}# Modules\n\n"
        "Each module has a companion that only lists, `NAME_info`; of the reading commands it sends those that list "
        "the thing and look up what its own options name, and `listApis` where `filters` are given. (A module that "
        "holds a list of rules has that of the single rule; one that makes something happen has none.) `converge` also "
        "sends those of the modules whose work it does. The reference of a module comes with it: "
        "`ansible-doc cloudstack.cloud.zone`.\n\n"
        "A role for an automation user needs the commands of the modules it runs, and `listAsyncJobs` and "
        "`queryAsyncJobResult`, by which they wait and see what became of a lost answer: the filter `role_rules` gives "
        "them for a list of modules or playbooks, and the role `tenancy` makes such a role. A reading command that "
        "only names things (such as `listZones` for an option `zone`) is sent when the option is given by name and the "
        "object itself does not show the name. [Some commands](commands.md) no module sends yet.\n"
        + "".join(f"\n## {title}\n\n{table(head, by_area[title])}" for title in areas.titles(by_area))
    )


def commands() -> str:
    """docs/commands.md: the commands of the API that no module sends, by area."""
    known = utils("commands")
    kinds = utils("registry").KINDS.values()
    sent = {command for kind in kinds for command in (*known.writes(kind), *known.reads(kind))}
    sent |= {command for listed in known.WITHOUT_KIND.values() for command in listed} | {*known.ALWAYS}
    by_area: dict[str, list[str]] = {}
    for command in sorted(set(surface()) - sent):
        by_area.setdefault(areas.of_command(command), []).append(command)
    total = sum(map(len, by_area.values()))
    return (
        f"{NOTE}# Commands without a module\n\n"
        f"CloudStack 4.23 has {len(surface())} commands; the modules send {len(surface()) - total} of them. The other "
        f"{total} are listed here by area. Until one has a module, `cloudstack.cloud.api` sends it and waits for its "
        "job, and the lookup of the same name reads with it.\n\n"
        + table(
            ("Area", "Commands", "Names"),
            [(title, str(len(by_area[title])), _code(by_area[title])) for title in areas.titles(by_area)],
        )
    )


def others() -> list[Path]:
    """The files of the modules that no kind of thing stands behind, such as the one that runs many."""
    kinds = {path for entry in (*catalog(), *without_info()) for path in (entry.path, entry.info_path)}
    return sorted(path for path in MODULES.glob("*.py") if path not in kinds and path.stem != "__init__")


def _short(path: Path) -> str:
    text = str(yaml.safe_load(literals(path)["DOCUMENTATION"]).get("short_description", path.stem))
    return text[0].upper() + text[1:]


def told(path: Path, how: str) -> list[str]:
    """The commands that the engine names for a module without a declaration."""
    known = utils("commands").WITHOUT_KIND.get(path.stem, ())
    return sorted(command for command in known if utils("client").is_read(command) == (how == "reads"))


def summary(entry: Entry) -> str:
    """What a module manages, as a phrase."""
    text = str(entry.documentation()["short_description"]).removeprefix("Manage ") if entry.has_module else entry.nouns
    return text[0].upper() + text[1:]


def writes(entry: Entry) -> list[str]:
    """The commands that change something, which a module may send."""
    found: list[str] = utils("commands").writes(entry.kind)
    return found


def reads(entry: Entry) -> list[str]:
    """The commands that read, which a module may send."""
    found: list[str] = utils("commands").reads(entry.kind)
    return found


def coverage() -> str:
    """docs/coverage.md: the parameters of create and update commands that are not offered, and why."""
    parts = [
        f"{NOTE}# What the modules do not offer\n\n"
        "A module offers every parameter that CloudStack 4.23 has for creating and updating its kind of thing, except "
        "for those named here. Modules that are not named offer all.\n"
    ]
    for entry in catalog():
        reasons = {name: reason for resource in entry.resources for name, reason in resource.omits.items()}
        if reasons:
            rows = [(f"`{name}`", plain(reason[0].upper() + reason[1:])) for name, reason in sorted(reasons.items())]
            parts.append(f"## {entry.name}\n\n" + table(("Parameter", "Reason"), rows))
    return "\n".join(parts)


def _code(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
