# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Variables as the text of a YAML file with comments: the same variables always give the same text. Pure functions."""

from __future__ import annotations

import itertools
import json
import textwrap
from typing import Any, Iterable, Iterator, Mapping, Sequence

import yaml

WIDTH = 120
INDENT = "  "
TEMPLATE = ("{{", "{%", "{#")
"""What Ansible would take for a template; a value of the cloud with it in it is data, and marked so."""


def tree_text(variables: Mapping[str, Any], notes: Iterable[Mapping[str, str]] = (), title: str = "") -> str:
    """Write variables as YAML.

    :param notes: comments, each with the place that it stands at (C(at), such as C(zone_tree.pods[0].name); empty for
      the head of the file) and its C(text).
    :param title: the first line of the head.
    """
    at: dict[str, list[str]] = {}
    for note in notes:
        at.setdefault(str(note["at"]), []).append(str(note["text"]))
    head = [line for text in ([title] if title else []) + at.pop("", []) for line in _comment(text, "")]
    return "\n".join(["---", *head, *_mapping(variables, "", "", at)]) + "\n"


def _comment(text: str, indent: str) -> list[str]:
    """A comment, in lines that are not too long; what stands in it on lines of its own keeps them."""
    room = WIDTH - len(indent) - 2
    shown = ("".join(one if one.isprintable() else " " for one in line) for line in text.splitlines())
    lines = [part for line in shown for part in textwrap.wrap(line, room, drop_whitespace=False) or [""]]
    return [f"{indent}# {line}".rstrip() for line in lines]


def _mapping(value: Mapping[str, Any], indent: str, place: str, at: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for key, inner in value.items():
        here = f"{place}.{key}" if place else str(key)
        for text in at.get(here, ()):
            yield from _comment(text, indent)
        yield from _entry(f"{indent}{_scalar(str(key))}:", inner, indent, here, at)


def _entry(head: str, value: Any, indent: str, place: str, at: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        yield head
        yield from _mapping(value, indent + INDENT, place, at)
    elif isinstance(value, list) and value:
        yield head
        for number, one in enumerate(value):
            yield from _item(one, indent + INDENT, f"{place}[{number}]", at)
    else:
        yield f"{head} {_scalar(value)}"


def _item(value: Any, indent: str, place: str, at: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """An entry of a list: its first line stands behind the dash, below the comments on it."""
    if not (isinstance(value, (Mapping, list)) and value):
        yield f"{indent}- {_scalar(value)}"
        return
    inner = indent + INDENT
    lines = (
        list(_mapping(value, inner, place, at))
        if isinstance(value, Mapping)
        else [line for number, one in enumerate(value) for line in _item(one, inner, f"{place}[{number}]", at)]
    )
    first = len(list(itertools.takewhile(lambda line: line.lstrip().startswith("#"), lines)))
    yield from (line[len(INDENT) :] for line in lines[:first])
    yield f"{indent}- {lines[first].lstrip()}"
    yield from lines[first + 1 :]


def _scalar(value: Any) -> str:
    """A single value on one line, quoted where it must be."""
    if isinstance(value, (Mapping, list)):
        return "{}" if isinstance(value, Mapping) else "[]"
    if isinstance(value, str):
        plain = str(value)
        style = '"' if not plain.isprintable() else None
        text = yaml.safe_dump(plain, default_style=style, width=2**31, allow_unicode=True).removesuffix("\n...\n")
        return f"!unsafe {_quoted(text.strip())}" if any(mark in plain for mark in TEMPLATE) else text.strip()
    return json.dumps(value)


def _quoted(text: str) -> str:
    return text if text[:1] in ("'", '"') else "'" + text.replace("'", "''") + "'"
