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
      the head of the file) and its C(text). One with a C(variable) puts that variable there, as a value that is
      omitted for as long as nobody gives it.
    :param title: the first line of the head.
    """
    at: dict[str, list[str]] = {}
    wanted: dict[str, dict[str, _Variable]] = {}
    for note in notes:
        at.setdefault(str(note["at"]), []).append(str(note["text"]))
        if note.get("variable"):
            place, _dot, option = str(note["at"]).rpartition(".")
            wanted.setdefault(place, {})[option] = _Variable(note["variable"])
    head = [line for text in ([title] if title else []) + at.pop("", []) for line in _comment(text, "")]
    return "\n".join(["---", *head, *_mapping(_with(variables, "", wanted), "", "", at)]) + "\n"


class _Variable(str):
    """The name of a variable, which is a value to be templated."""


def _with(value: Any, place: str, wanted: Mapping[str, Mapping[str, _Variable]]) -> Any:
    """A tree with the variables that are wanted at their places."""
    if isinstance(value, Mapping):
        inner = {key: _with(one, f"{place}.{key}" if place else str(key), wanted) for key, one in value.items()}
        return {**inner, **wanted.get(place, {})}
    if isinstance(value, list):
        return [_with(one, f"{place}[{number}]", wanted) for number, one in enumerate(value)]
    return value


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
    if isinstance(value, _Variable):
        return f'"{{{{ {value} | default(omit) }}}}"'
    if isinstance(value, str):
        plain = str(value)
        style = '"' if not plain.isprintable() else None
        text = yaml.safe_dump(plain, default_style=style, width=2**31, allow_unicode=True).removesuffix("\n...\n")
        return f"!unsafe {_quoted(text.strip())}" if any(mark in plain for mark in TEMPLATE) else text.strip()
    return json.dumps(value)


def _quoted(text: str) -> str:
    return text if text[:1] in ("'", '"') else "'" + text.replace("'", "''") + "'"
