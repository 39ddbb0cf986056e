"""The order of the pages beside the text."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

SECTIONS: Mapping[str, Sequence[str]] = {
    "Begin": ["guides/getting_started", "guides/ad_hoc", "guides/troubleshooting"],
    "Plan a cloud": ["guides/hierarchy", "guides/zones", "guides/physical_networks", "guides/storage"],
    "Use it": ["guides/instances", "guides/networks", "guides/tenancy", "guides/inventory", "performance"],
    "Operate": ["guides/day_two", "guides/topology", "guides/awx"],
    "Come from elsewhere": ["coming_from_ngine_io", "guides/from_terraform", "guides/from_marvin"],
    "Reference": ["reference/index", "modules", "coverage", "commands", "changelog"],
    "Roles and examples": [],
    "The project": ["architecture", "contributing", "security"],
}
REST = {"roles/": "Roles and examples", "examples/": "Roles and examples", "guides/": "Operate"}
"""Where pages stand that no section names, by how they begin; all others are the project's."""

LAST = "The project"


def tables(pages: Collection[str]) -> str:
    """The tables of contents of all pages but the first.

    :param pages: names of pages, without endings.
    """
    sections = {name: [page for page in listed if page in pages] for name, listed in SECTIONS.items()}
    known = {"index", *(page for listed in sections.values() for page in listed)}
    for page in sorted(set(pages) - known):
        sections[next((name for begin, name in REST.items() if page.startswith(begin)), LAST)].append(page)
    return "\n".join(_table(name, listed) for name, listed in sections.items() if listed)


def _table(caption: str, pages: Sequence[str]) -> str:
    lines = [":hidden:", ":maxdepth: 1", f":caption: {caption}", "", *(f"/{page}" for page in pages)]
    return "\n".join(["", "```{toctree}", *lines, "```", ""])
