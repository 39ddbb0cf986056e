# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Settings and profiles in configuration files: what is named is written, all else stays as it is."""

from __future__ import annotations

import re
from typing import Any, Iterable, Mapping

SECTION = re.compile(r"\s*\[(?P<name>[^]]*)\]")
SETTING = re.compile(r"\s*(?P<name>[^=:#;\s\[][^=:]*?)\s*[=:]\s*(?P<value>.*?)\s*$")


def with_profile(text: str, name: str, values: Mapping[str, Any], head: Mapping[str, Any] | None = None) -> str:
    """The text of a configuration file in which a profile has the values.

    :param text: the file as it is; empty where there is none.
    :param name: the name of the profile, which is a section of the file.
    :param values: the settings of the profile. What else stands in the section stays.
    :param head: settings that stand before the first section, as CloudMonkey has them.
    :raises ValueError: a name or a value that such a file cannot hold.
    """
    _check(name, (*values, *values.values(), *(head or {}), *(head or {}).values()))
    if not name or "]" in name:
        raise ValueError(f"'{name}' has a name or a value that cannot stand in a configuration file")
    lines = text.splitlines()
    begin = next((at for at, line in enumerate(lines) if SECTION.match(line)), len(lines))
    parts = [_with_settings(lines[:begin], head or {})]
    starts = [at for at, line in enumerate(lines) if at >= begin and SECTION.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)]):
        found = SECTION.match(lines[start])
        part = lines[start:end]
        parts.append(_with_settings(part, values) if found and found["name"] == name else part)
    if not any(SECTION.match(part[0]) and part[0].strip() == f"[{name}]" for part in parts if part):
        parts.append([*([""] if any(parts) else []), f"[{name}]", *_lines(values)])
    return "\n".join(line for part in parts for line in part) + "\n"


def with_settings(text: str, values: Mapping[str, Any], joint: str = " = ") -> str:
    """The text of a configuration file without sections in which the settings have the values.

    :param text: the file as it is; empty where there is none.
    :param values: the settings. A line that has the value already stays as it is; comments stay.
    :param joint: what stands between a name and its value.
    :raises ValueError: a name or a value that such a file cannot hold.
    """
    _check("the file", (*values, *values.values()))
    return "\n".join(_with_settings(text.splitlines(), values, joint)) + "\n"


def _check(title: str, words: Iterable[Any]) -> None:
    if any(re.search(r"[\r\n]", str(word)) for word in (title, *words)):
        raise ValueError(f"'{title}' has a name or a value that cannot stand in a configuration file")


def _with_settings(part: list[str], values: Mapping[str, Any], joint: str = " = ") -> list[str]:
    """The lines of a section with the values; what lacks stands after its last setting."""
    found: list[str] = []
    left = dict(values)
    for line in part:
        setting = SETTING.match(line)
        name = setting["name"] if setting else ""
        if setting and name in values:
            if name in left:
                wanted = str(left.pop(name))
                found.append(line if setting["value"] == wanted else f"{name}{joint}{wanted}")
            continue
        found.append(line)
    last = max((at for at, line in enumerate(found, 1) if SETTING.match(line) or SECTION.match(line)), default=0)
    return [*found[:last], *_lines(left, joint), *found[last:]]


def _lines(values: Mapping[str, Any], joint: str = " = ") -> list[str]:
    return [f"{name}{joint}{value}" for name, value in values.items()]
