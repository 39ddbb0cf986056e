"""Writing YAML and Markdown the way the linters want them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import yaml

MARKUP = re.compile(r"\b(?:O|V|RV|C|E|M)\(((?:[^()\\\\]|\\\\.)*)\)")

LINE = 120


class Indented(yaml.SafeDumper):
    """Indents lists below their key, as the linters want them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def to_yaml(content: Any) -> str:
    """YAML with an explicit start, keys in their order, lines of at most 120 characters."""
    text = ""
    for width in range(105, 60, -5):  # a line is broken after the word that passes the width
        text = yaml.dump(
            content, Dumper=Indented, sort_keys=False, explicit_start=True, width=width, allow_unicode=True
        )
        if all(len(line) <= LINE for line in text.splitlines()):
            break
    return text


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def plain(text: str) -> str:
    """Semantic markup as Markdown."""
    return MARKUP.sub(lambda match: f"`{match.group(1).removeprefix('cloudstack.cloud.')}`", text)
