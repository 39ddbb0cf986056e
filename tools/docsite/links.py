"""Whether every link inside a built site leads to a page and a place on it that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

ADDRESS = re.compile(r"""<(?:a|img|link|script|source)\b[^>]*?\b(?:href|src)=["']([^"']*)["']""", re.IGNORECASE)
MARK = re.compile(r"""\b(?:id|name)=["']([^"']+)["']""")


def broken(root: Path) -> list[str]:
    """The links that lead nowhere, a line each: the page, the link, what is missing. Other sites are not asked."""
    pages = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in root.rglob("*.html")}
    marks = {name: {unescape(mark) for mark in MARK.findall(text)} for name, text in pages.items()}
    return sorted(line for name, text in pages.items() for line in _broken_on(name, text, marks, root))


def _broken_on(name: str, text: str, marks: Mapping[str, set[str]], root: Path) -> Iterator[str]:
    for link in sorted({unescape(found) for found in ADDRESS.findall(text)}):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        path = (root / name).parent / unquote(parts.path) if parts.path else root / name
        goal = Path(*_normal(path.relative_to(root))).as_posix()
        if not (root / goal).is_file():
            yield f"{name}: {link}: there is no file {goal}"
        elif parts.fragment and goal in marks and unquote(parts.fragment) not in marks[goal]:
            yield f"{name}: {link}: there is no place {parts.fragment} on {goal}"


def _normal(path: Path) -> list[str]:
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts:
            parts.pop()
        else:
            parts.append(part)
    return parts
