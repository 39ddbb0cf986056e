"""The texts of the files that are made, to be read beside this file."""

from __future__ import annotations

from pathlib import Path
from string import Template

TEMPLATES = Path(__file__).with_name("templates")


def fill(template: str, /, **words: str) -> str:
    """A template with its places filled in.

    :raises KeyError: a place has no word.
    """
    return Template((TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")).substitute(words)


def title(text: str) -> str:
    """Text with a capital at its beginning."""
    return text[0].upper() + text[1:]
