# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From playbooks for ngine_io.cloudstack to playbooks for this collection: names are replaced, all else stays."""

from __future__ import annotations

import re
from typing import AbstractSet, Mapping

FORMER = "ngine_io.cloudstack"
HERE = "cloudstack.cloud"
GROUP = re.compile(r"\bgroup/(?:ngine_io\.cloudstack\.)?cloudstack\b(?!\.)")
"""The former action group, by its short or by its whole name."""

NAME = re.compile(r"(?<![\w.])ngine_io\.cloudstack(?:\.(\w+))?(?![\w/])")
"""The former collection, or something in it."""

KEY = re.compile(r"^(?P<before>\s*(?:-\s+)*)cs_(?P<name>\w+)(?P<after>\s*:(?:\s|$))", re.MULTILINE)
"""The key of a task that uses a module by the name it had in Ansible itself."""


def migrated(text: str, names: AbstractSet[str], renamed: Mapping[str, str]) -> str:
    """A YAML text with the names of this collection; comments, quotes, line ends and order stay as they are.

    Names that this collection does not have are left alone, so that C(left) finds them.

    :param names: what the collection has: modules and plugins.
    :param renamed: what is called otherwise here, by its former name.
    """

    def named(match: re.Match[str]) -> str:
        name = match.group(1)
        if name is None:
            return HERE
        here = renamed.get(name, name)
        return f"{HERE}.{here}" if here in names else match.group()

    def key(match: re.Match[str]) -> str:
        here = renamed.get(match["name"], match["name"])
        return f"{match['before']}{HERE}.{here}{match['after']}" if here in names else match.group()

    return KEY.sub(key, NAME.sub(named, GROUP.sub(f"group/{HERE}.all", text)))


def left(text: str) -> list[str]:
    """What of the former collection a text still names, each once, in order."""
    found = [match.group() for match in NAME.finditer(text)]
    found += [f"cs_{match['name']}" for match in KEY.finditer(text)]
    return list(dict.fromkeys(found))
